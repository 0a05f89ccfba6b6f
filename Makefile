# Every target makes the clone ready by itself (tools/setup.py); `make help` lists them.
# Another Python:  make PYTHON=/path/to/python3.12 test      More arguments:  make test ARGS="-k wins"

PYTHON ?= $(shell for python in python3.11 python3.12 python3.13 python3.14 python3; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)
BIN := .venv/bin
ARGS ?=

.DEFAULT_GOAL := help
.PHONY: help run test check fmt bench shots torture wheel lock clean clean-all setup-run setup-test need-python

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## /\1|/p' Makefile | awk -F'|' '{printf "make %-10s %s\n", $$1, $$2}'

need-python:
	@$(or $(strip $(PYTHON)),false) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		echo "arcareer needs Python 3.11 or newer, and none was found."; \
		echo "Install it (on Debian: sudo apt-get install python3 python3-venv), or name it: make PYTHON=/path/to/python3.11 run"; \
		exit 1; } >&2

setup-run: need-python
	@$(PYTHON) tools/setup.py --for run

setup-test: need-python
	@$(PYTHON) tools/setup.py --for test

run: setup-run ## start the app (without a display: make the demo document)
	@$(BIN)/python tools/launch.py $(ARGS)

test: setup-test ## run all tests
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -n logical --maxprocesses 8 --dist loadfile $(ARGS)

check: setup-run ## formatting, lint, types and import contracts
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	PYTHONPATH=.:ui $(BIN)/lint-imports

fmt: setup-run ## format and sort what can be fixed by itself
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: setup-run ## speed and memory as ratios, in one run
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m benchmarks $(ARGS)

shots: setup-run ## pictures of every page into build/shots
	QT_QPA_PLATFORM=offscreen $(BIN)/python tools/shots.py $(ARGS)

torture: setup-run ## end the process while it saves, many times, and count what is lost
	$(BIN)/python tools/torture.py $(ARGS)
	$(BIN)/python tools/torture_window.py $(ARGS)

wheel: setup-run ## build the wheel into dist
	$(BIN)/python -m build --wheel --no-isolation

lock: setup-run ## renew requirements.lock from pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check "uv>=0.9"
	$(BIN)/uv pip compile --universal --generate-hashes --no-emit-index-url --no-annotate --no-header \
		--python-version 3.11 --upgrade --group dev pyproject.toml -o requirements.lock --quiet

clean: ## remove what was generated
	rm -rf build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	find arcareer ui tests tools benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +

clean-all: clean ## remove the virtual environment too
	rm -rf .venv

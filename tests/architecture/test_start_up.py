"""Starting stays quick, because nothing heavy is imported before it is used."""

import subprocess
import sys

import pytest

HEAVY = ("PIL", "alembic", "docx", "jinja2", "lxml", "openpyxl", "pydantic", "pypdf", "sqlalchemy", "typst")


@pytest.mark.parametrize("module", ["arcareer.__main__", "arcareer_ui.app"])
def test_starting_imports_nothing_heavy(module: str) -> None:
    code = f"import sys, {module}; print(*sorted(set({HEAVY!r}) & set(sys.modules)))"
    result = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True)
    assert result.returncode == 0, result.stderr
    assert result.stdout.split() == []


@pytest.mark.parametrize("module", ["arcareer.__main__", "arcareer_ui.app", "arcareer_ui.pages.prep.page"])
def test_starting_imports_no_engine_and_no_tab_that_uses_one(module: str) -> None:
    engines = ("arcareer.prose", "arcareer_ui.pages.prep.red_flags")
    code = f"import sys, {module}; print(*sorted(one for one in sys.modules if one.startswith({engines!r})))"
    result = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True)
    assert result.returncode == 0, result.stderr
    assert result.stdout.split() == []

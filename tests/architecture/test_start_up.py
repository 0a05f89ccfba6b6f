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

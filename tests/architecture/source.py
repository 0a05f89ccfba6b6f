"""The project's own source text, for tests about the house rather than about behaviour."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CORE = ROOT / "arcareer"
UI = ROOT / "ui" / "arcareer_ui"
THEME = UI / "theme"


def modules(*folders: Path) -> list[Path]:
    """Return every Python file under *folders*, sorted; folders that do not exist hold none."""
    return sorted(path for folder in folders for path in folder.rglob("*.py"))


@cache
def tree(path: Path) -> ast.Module:
    """Return the syntax tree of *path*."""
    return ast.parse(path.read_text("utf-8"), filename=str(path))


def place(path: Path, node: ast.expr | ast.stmt) -> str:
    """Return where *node* is, as ``folder/file.py:line``."""
    name = path.relative_to(ROOT) if path.is_relative_to(ROOT) else path.name
    return f"{name}:{node.lineno}"


def imported_names(module: ast.AST) -> Iterator[tuple[ast.stmt, str]]:
    """Yield each import statement with the full dotted names it brings in, wherever in the module it stands."""
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            yield from ((node, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module is not None:
            yield node, node.module
            yield from ((node, f"{node.module}.{alias.name}") for alias in node.names)


def calls(module: ast.AST) -> Iterator[tuple[ast.Call, str]]:
    """Yield each call with the last part of what is called: ``setText`` for ``self.title.setText(...)``."""
    for node in ast.walk(module):
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Attribute):
                yield node, node.func.attr
            elif isinstance(node.func, ast.Name):
                yield node, node.func.id


def docstrings(module: ast.AST) -> set[ast.expr]:
    """Return the constant nodes that are docstrings."""
    owners = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    first = (node.body[0] for node in ast.walk(module) if isinstance(node, owners) and node.body)
    return {statement.value for statement in first if isinstance(statement, ast.Expr)}


def texts(module: ast.AST) -> Iterator[tuple[ast.Constant, str]]:
    """Yield every string in the code that is not a docstring, the fixed parts of f-strings included."""
    skipped = docstrings(module)
    for node in ast.walk(module):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in skipped:
            yield node, node.value

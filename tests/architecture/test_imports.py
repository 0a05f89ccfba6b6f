"""Who may import whom: the contracts of pyproject.toml, and what they cannot say."""

import ast
import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from tests.architecture.source import CORE, ROOT, UI, imported_names, modules, place, tree

NETWORK = (
    "socket",
    "socketserver",
    "ssl",
    "http",
    "urllib.request",
    "xmlrpc",
    "ftplib",
    "smtplib",
    "imaplib",
    "poplib",
    "requests",
    "httpx",
    "aiohttp",
    "urllib3",
    "PySide6.QtNetwork",
    "PySide6.QtWebSockets",
)

IMPORT_ALL_WITHOUT_QT = """
    import importlib, pkgutil, sys
    from importlib.abc import MetaPathFinder

    class NoQt(MetaPathFinder):
        def find_spec(self, name, path=None, target=None):
            if name.partition(".")[0] in {"PySide6", "shiboken6", "arcareer_ui"}:
                raise ImportError(f"the core asked for {name}")

    sys.meta_path.insert(0, NoQt())
    import arcareer

    count = 0
    for module in pkgutil.walk_packages(arcareer.__path__, "arcareer."):
        # Alembic runs env.py itself, inside a migration; it is no module to import.
        if not module.name.endswith(".migrations.env"):
            importlib.import_module(module.name)
            count += 1
    print(count)
"""


def _run(*command: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "ui")))}
    return subprocess.run(command, check=False, capture_output=True, text=True, cwd=ROOT, env=environment)


def _is_network(name: str) -> bool:
    return any(name == banned or name.startswith(f"{banned}.") for banned in NETWORK)


def _network_imports(path: Path, module: ast.Module) -> list[str]:
    return [f"{place(path, node)} {name}" for node, name in imported_names(module) if _is_network(name)]


def test_import_contracts_hold() -> None:
    result = _run(str(Path(sys.executable).with_name("lint-imports")), "--no-cache")
    assert result.returncode == 0, result.stdout + result.stderr


def test_core_imports_where_qt_does_not_exist() -> None:
    result = _run(sys.executable, "-c", textwrap.dedent(IMPORT_ALL_WITHOUT_QT))
    assert result.returncode == 0, result.stderr
    assert int(result.stdout) > 10


def test_domain_uses_the_standard_library_only() -> None:
    outside = [
        f"{place(path, node)} {name}"
        for path in modules(CORE / "domain")
        for node, name in imported_names(tree(path))
        if name.partition(".")[0] not in sys.stdlib_module_names and not f"{name}.".startswith("arcareer.domain.")
    ]
    assert outside == []


def test_migrations_know_no_rows_and_no_values() -> None:
    # A migration describes the library of its own day, so it must not change when today's classes do.
    changing = [
        f"{place(path, node)} {name}"
        for path in modules(CORE / "storage" / "migrations" / "versions")
        for node, name in imported_names(tree(path))
        if name.startswith("arcareer.") and not name.startswith("arcareer.storage.migrations.")
    ]
    assert changing == []


def test_no_network_code_in_the_app() -> None:
    assert [found for path in modules(CORE, UI) for found in _network_imports(path, tree(path))] == []


@pytest.mark.parametrize(
    "code",
    [
        "import socket",
        "from urllib import request",
        "import urllib.request as get",
        "def late():\n    from PySide6 import QtNetwork",
        "from http.client import HTTPSConnection",
    ],
)
def test_network_imports_are_recognised(code: str) -> None:
    assert _network_imports(Path("sample.py"), ast.parse(code))


def test_no_relative_imports() -> None:
    relative = [
        place(path, node)
        for path in modules(CORE, UI, ROOT / "tests")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ImportFrom) and node.level > 0
    ]
    assert relative == []

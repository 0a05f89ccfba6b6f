"""Modules stay small enough to read in one go."""

from pathlib import Path

import pytest

from tests.architecture.source import CORE, ROOT, UI, modules

LIMITS = {
    CORE: 400,
    UI: 400,
    ROOT / "tools": 400,
    ROOT / "benchmarks": 400,
    ROOT / "tests": 600,
}
MAIN_WINDOW = UI / "shell" / "main_window.py"
MAIN_WINDOW_LIMIT = 250


def _lines(path: Path) -> int:
    return len(path.read_text("utf-8").splitlines())


@pytest.mark.parametrize("folder", LIMITS, ids=lambda folder: folder.name)
def test_modules_are_short(folder: Path) -> None:
    long = {str(path.relative_to(ROOT)): _lines(path) for path in modules(folder) if _lines(path) > LIMITS[folder]}
    assert long == {}


def test_main_window_only_wires() -> None:
    assert _lines(MAIN_WINDOW) <= MAIN_WINDOW_LIMIT

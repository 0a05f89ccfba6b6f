"""The window is ended while somebody types and saves in it; `make torture` does that many more times."""

import importlib.util
import random
import sys
from pathlib import Path
from types import ModuleType

import pytest

TOOL = Path(__file__).resolve().parents[2] / "tools" / "torture_window.py"
KILLS = 3


@pytest.fixture
def tool(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.setattr(sys, "path", list(sys.path))
    spec = importlib.util.spec_from_file_location("torture_window", TOOL)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_a_killed_window_loses_no_win_and_half_a_second_of_typing_at_most(tool: ModuleType, tmp_path: Path) -> None:
    library = tmp_path / "library"
    library.mkdir()
    counts, troubles = tool.torture(library, KILLS, random.Random(20_261_016))
    assert troubles == []
    assert counts["kills"] == KILLS
    assert counts["keys typed"] > 0

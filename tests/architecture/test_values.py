"""Rules about how values are made: time comes from the clock, money is never a float."""

import ast
from pathlib import Path

import pytest

from tests.architecture.source import CORE, UI, calls, modules, place, tree

CLOCK = CORE / "clock.py"
ASKS_THE_TIME = frozenset({"now", "today", "utcnow", "currentDate", "currentDateTime", "currentDateTimeUtc"})
CLASSES = frozenset({"date", "datetime", "QDate", "QDateTime"})
MONEY = tuple(
    CORE / name
    for name in (
        "domain/money.py",
        "domain/figures.py",
        "domain/receivables.py",
        "domain/kpis.py",
        "domain/forecasting.py",
        "ledgers/numbers.py",
    )
)


def _asks_the_time(path: Path, module: ast.Module) -> list[str]:
    return [
        place(path, call)
        for call, name in calls(module)
        if name in ASKS_THE_TIME and isinstance(call.func, ast.Attribute) and _last_name(call.func.value) in CLASSES
    ]


def _last_name(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def _floats(path: Path, module: ast.Module) -> list[str]:
    made = [call for call, name in calls(module) if name == "float"]
    written = [node for node in ast.walk(module) if isinstance(node, ast.Constant) and isinstance(node.value, float)]
    return [place(path, node) for node in (*made, *written)]


def test_only_the_clock_asks_for_the_time() -> None:
    elsewhere = [path for path in modules(CORE, UI) if path != CLOCK]
    assert [found for path in elsewhere for found in _asks_the_time(path, tree(path))] == []
    assert _asks_the_time(CLOCK, tree(CLOCK))


def test_money_is_never_a_float() -> None:
    assert [found for path in MONEY if path.exists() for found in _floats(path, tree(path))] == []


@pytest.mark.parametrize("code", ["amount = float(text)", "rate = 0.5", "def f(x=1e3): ..."])
def test_floats_are_recognised(code: str) -> None:
    assert _floats(Path("sample.py"), ast.parse(code))


@pytest.mark.parametrize("code", ["datetime.datetime.now(UTC)", "date.today()", "QDate.currentDate()"])
def test_asking_the_time_is_recognised(code: str) -> None:
    assert _asks_the_time(Path("sample.py"), ast.parse(code))

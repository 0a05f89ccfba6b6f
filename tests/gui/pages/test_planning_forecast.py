"""Forecast accuracy: from history to a frozen forecast, actuals, and a proof only where the data say so."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from arcareer.domain.forecast_plans import ForecastPlan, PeriodAmount, PeriodKind
from arcareer_ui.pages import planning, wins
from arcareer_ui.pages.planning.forecast.actuals_card import ACTUAL
from arcareer_ui.pages.planning.forecast.tab import ForecastTab
from arcareer_ui.pages.planning.forecast.words import next_periods, period_words
from tests.gui.pages.conftest import OpenPages
from tests.gui.pages.planning_desk import go, press, tab, type_into, undo
from tests.support.audit import VIEWS, audit, audit_all, dress, settle
from tests.support.opened import Opened

ROUTE = "forecast-accuracy"
HISTORY = tuple(PeriodAmount(f"2026-{month:02d}", Decimal(900_000 + month * 1_000)) for month in range(1, 10))
PERIODS = ("2026-10", "2026-11", "2026-12", "2027-01", "2027-02", "2027-03")
AMOUNTS = (900_000, 910_000, 920_000, 930_000, 940_000, 950_000)


@pytest.fixture
def empty(open_pages: OpenPages) -> Opened:
    opened = open_pages((planning.SPEC, wins.SPEC))
    go(opened, ROUTE)
    return opened


@pytest.fixture
def frozen(open_pages: OpenPages) -> Opened:
    opened = open_pages((planning.SPEC, wins.SPEC))
    forecasts = opened.app.forecasts
    plan = forecasts.add("Receipts by month", "USD").after
    assert isinstance(plan, ForecastPlan)
    plan = forecasts.set_history(plan, HISTORY, "bank statements").after
    assert isinstance(plan, ForecastPlan)
    amounts = [PeriodAmount(period, Decimal(amount)) for period, amount in zip(PERIODS, AMOUNTS, strict=True)]
    forecasts.freeze(plan, amounts, (Decimal(800_000),) * 6, "drift")
    go(opened, ROUTE)
    return opened


def the_tab(opened: Opened) -> ForecastTab:
    return tab(opened, ROUTE, ForecastTab)


def plan_of(opened: Opened) -> ForecastPlan:
    return opened.app.forecasts.plans()[0]


def type_actuals(opened: Opened, *amounts: int) -> None:
    """Paste a column of actuals, as from a spreadsheet."""
    grid = the_tab(opened).view.actuals.grid
    grid.setFocus()
    grid.setCurrentIndex(grid.cells.index(0, ACTUAL))
    grid.paste("\n".join(str(amount) for amount in amounts))
    settle()


def test_from_nothing_to_a_frozen_forecast_by_paste_and_keyboard(empty: Opened) -> None:
    view = the_tab(empty).view
    assert view.empty.isVisible()
    press(Qt.Key.Key_Return, view.start_button)
    assert view.history.text.hasFocus()
    assert not view.method.isVisible()
    QGuiApplication.clipboard().setText(
        "Month\tCash\n" + "\n".join(f"2026-{month:02d}\t{900 + month},000" for month in range(1, 10))
    )
    view.history.text.paste()
    settle()
    assert "9 periods" in view.history._found.text()
    assert "Line 1 is left out" in view.history._found.text()
    press(Qt.Key.Key_Return, view.history.use_button)
    assert len(plan_of(empty).history) == 9
    assert view.method.table.model().rowCount() == 4
    assert view.method.table.model().index(0, 0).data() == "Repeat the last period"  # the baseline comes first
    press(Qt.Key.Key_Return, view.method.propose_button)
    assert view.freeze.periods == PERIODS
    grid = view.freeze.grid
    grid.cells.setData(grid.cells.index(0, 1), "925,000")
    settle()
    view.freeze.freeze_button.click()
    settle()
    made = plan_of(empty).current_round
    assert made is not None
    assert made.frozen.amounts[0] == ("2026-10", Decimal(925_000))
    assert made.frozen.method == "own judgement"
    assert made.is_untouched
    assert view.actuals.isVisible()
    assert made.fingerprint[:16] in view.actuals._frozen.text()
    undo(empty)
    assert plan_of(empty).current_round is None


def test_below_four_periods_no_accuracy_is_claimed(frozen: Opened) -> None:
    view = the_tab(frozen).view
    type_actuals(frozen, 905_000, 900_000, 925_000)
    assert not view.verdict._figure.isVisible()
    assert "no accuracy is claimed" in view.verdict._why.text()
    assert not view.verdict.win.isVisible()
    assert plan_of(frozen).current_round is not None
    undo(frozen)  # the pasted column is one step
    assert view.actuals.grid.cells.index(0, ACTUAL).data() == ""


def test_from_six_on_the_proof_becomes_a_win(frozen: Opened) -> None:
    view = the_tab(frozen).view
    type_actuals(frozen, 905_000, 900_000, 925_000, 930_000)
    assert view.verdict._figure.isVisible()
    assert view.verdict._state.text == "An indication"
    assert not view.verdict.win.isVisible()
    type_actuals(frozen, 905_000, 900_000, 925_000, 930_000, 940_000, 945_000)
    assert view.verdict._state.text == "Reliable enough"
    assert view.verdict._bias.text
    assert view.verdict._range.isVisible()
    view.verdict.win.draft_button.click()
    type_into(view.verdict.win.did, "Asked the ten largest for their pay date")
    view.verdict.win.save_button.click()
    settle()
    win = plan_of(frozen).win
    assert win is not None
    logged = frozen.app.journal.get(win)
    assert logged is not None
    assert logged.headline.startswith("Asked the ten largest for their pay date")
    assert logged.figures[0].before is not None
    undo(frozen)
    assert plan_of(frozen).win is None
    assert frozen.app.journal.get(win) is None


def test_where_the_data_do_not_say_so_there_is_no_win(frozen: Opened) -> None:
    view = the_tab(frozen).view
    type_actuals(frozen, 800_000, 800_000, 800_000, 800_000, 800_000, 800_000)
    assert not view.verdict.win.isVisible()
    assert "count as equal" in view.verdict._why.text()


def test_the_sheet_takes_the_next_actual_from_the_keyboard(frozen: Opened) -> None:
    type_actuals(frozen, 905_000)
    grid = the_tab(frozen).view.actuals.grid
    grid.clearFocus()
    grid.selectionModel().clear()
    grid.setFocus()
    settle()
    assert (grid.currentIndex().row(), grid.currentIndex().column()) == (1, ACTUAL)
    QTest.keyClicks(grid, "9")
    editor = grid.findChild(QLineEdit)
    assert editor is not None
    QTest.keyClicks(editor, "00k")
    press(Qt.Key.Key_Return, editor)
    made = plan_of(frozen).current_round
    assert made is not None
    assert made.amounts["2026-11"] == 900_000


def test_frozen_numbers_stay(frozen: Opened) -> None:
    grid = the_tab(frozen).view.actuals.grid
    grid.cells.setData(grid.cells.index(0, 0), "1")
    settle()
    made = plan_of(frozen).current_round
    assert made is not None
    assert made.frozen.amounts[0][1] == 900_000
    assert grid.cells.index(0, 0).data() == "900,000"


def test_an_unreadable_actual_is_kept_in_its_cell(frozen: Opened) -> None:
    grid = the_tab(frozen).view.actuals.grid
    grid.cells.setData(grid.cells.index(1, ACTUAL), "soon")
    settle()
    assert grid.cells.index(1, ACTUAL).data() == "soon"
    made = plan_of(frozen).current_round
    assert made is not None
    assert made.actuals == ()


def test_a_miss_is_asked_about_and_the_story_is_kept(frozen: Opened) -> None:
    view = the_tab(frozen).view
    type_actuals(frozen, 800_000)
    line = view.notes.lines["2026-10"]
    type_into(line, "A large payment moved to November")
    type_into(view.story.refinement, "Ask for pay dates on Monday")
    type_into(view.story.whom, "Treasury")
    type_into(view.story.what, "October will be lower")
    press(Qt.Key.Key_Return, view.story.what)
    frozen.page.flush()
    settle()
    plan = plan_of(frozen)
    made = plan.current_round
    assert made is not None
    assert made.notes[0].text == "A large payment moved to November"
    assert made.refinement == "Ask for pay dates on Monday"
    assert (plan.told[0].whom, plan.told[0].what) == ("Treasury", "October will be lower")


def test_the_chart_is_read_by_keyboard(frozen: Opened) -> None:
    chart = the_tab(frozen).view.actuals.chart
    chart.setFocus()
    press(Qt.Key.Key_End, chart)
    assert frozen.announced[-1] == "Mar 2027, $950,000 forecast"


def test_what_came_in_joins_the_history_for_the_next_forecast(frozen: Opened) -> None:
    view = the_tab(frozen).view
    type_actuals(frozen, 905_000, 900_000)
    the_tab(frozen)._enter("prepare")
    view.history.actuals_button.click()
    settle()
    assert plan_of(frozen).history[-1] == PeriodAmount("2026-11", Decimal(900_000))
    assert not view.history.actuals_button.isVisible()


def test_a_removed_plan_comes_back(frozen: Opened) -> None:
    view = the_tab(frozen).view
    view.plan.menu.chosen.emit("remove")
    settle()
    assert view.empty.isVisible()
    undo(frozen)
    assert view.actuals.isVisible()


def test_periods_are_named_in_order() -> None:
    day = date(2026, 10, 16)
    assert next_periods(("2026-11",), 3, PeriodKind.MONTH, day) == ("2026-12", "2027-01", "2027-02")
    assert next_periods(("2026-W52",), 2, PeriodKind.WEEK, day) == ("2026-W53", "2027-W01")
    assert next_periods(("W9",), 2, PeriodKind.WEEK, day) == ("W10", "W11")
    assert next_periods((), 1, PeriodKind.WEEK, day) == ("2026-W42",)
    assert period_words("2026-W42") == "Week 42, 2026"


def test_nothing_is_wrong_to_look_at(frozen: Opened) -> None:
    type_actuals(frozen, 905_000, 700_000, 925_000, 930_000, 940_000, 945_000)
    assert audit_all(frozen.window) == {}
    the_tab(frozen)._enter("prepare")
    the_tab(frozen).view.method.propose_button.click()
    settle()
    for view in VIEWS:
        dress(frozen.window, view)
        the_tab(frozen).view.to_top()  # what was pressed lies far down
        assert audit(frozen.window, *view) == [], view


def test_nothing_is_wrong_where_it_is_empty(empty: Opened) -> None:
    assert audit_all(empty.window) == {}

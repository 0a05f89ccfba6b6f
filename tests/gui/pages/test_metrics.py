"""The dashboard: what it shows of a year, what it says where something is missing, and what the user does there."""

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from arcareer.domain.figures import FigureScope
from arcareer.domain.history import Month
from arcareer.domain.journal import WinQuery
from arcareer.domain.metric_months import Book, Part, PartValue, with_parts, without_part
from arcareer_ui.pages import metrics, wins
from arcareer_ui.widgets.button import RowButton
from tests.gui.pages.conftest import OpenPages
from tests.gui.pages.metrics_desk import BOOK, LAST, fill, page, redo, toast, undo, year
from tests.support.audit import settle
from tests.support.builders import a_win
from tests.support.opened import Opened

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def opened(open_pages: OpenPages) -> Opened:
    return open_pages((metrics.SPEC, wins.SPEC))


@pytest.fixture
def filled(opened: Opened) -> Opened:
    fill(opened, year(24))
    return opened


def test_an_empty_page_says_how_small_a_start_may_be(opened: Opened) -> None:
    view = page(opened).view
    assert view.empty.isVisible()
    assert view.empty.title == "Three months show a trend"
    assert not view.tiles.isVisible()
    QTest.mouseClick(view.empty_add, Qt.MouseButton.LeftButton)
    settle()
    assert view.pane.isVisible()
    assert page(opened).desk.month == LAST


def test_sample_data_is_one_click_away(opened: Opened) -> None:
    asked: list[bool] = []
    opened.requests.sample_wanted.connect(lambda: asked.append(True))
    QTest.mouseClick(page(opened).view.empty_sample, Qt.MouseButton.LeftButton)
    assert asked == [True]


def test_six_tiles_tell_value_and_change(filled: Opened) -> None:
    tiles = page(filled).view.tiles.tiles
    assert list(tiles) == ["dso", "cei", "past_due", "bad_debt", "disputes", "dispute_days"]
    assert tiles["dso"].accessibleName() == "DSO: 38.4 days, 6.8 days lower"
    assert tiles["disputes"].accessibleName().startswith("Disputes: 5")


def test_the_line_tells_every_month_its_goal_and_the_year_before(filled: Opened) -> None:
    filled.app.metrics.set_goal("dso", BOOK, Decimal(37))
    settle()
    chart = page(filled).view.trend.chart
    assert "September 2026 38.4 days" in chart.accessibleName()
    assert "Goal 37" in chart.accessibleName()
    assert [point.earlier is not None for point in chart.points] == [True] * 12


def test_keys_walk_the_line_and_say_the_month_with_its_wins(filled: Opened) -> None:
    filled.wins(a_win("Started the Monday risk call", happened_on=date(2026, 8, 20)))
    chart = page(filled).view.trend.chart
    chart.setFocus()
    spoken: list[str] = []
    page(filled).announced.connect(spoken.append)
    QTest.keyClick(chart, Qt.Key.Key_End)
    QTest.keyClick(chart, Qt.Key.Key_Left)
    assert spoken[0].startswith("September 2026: 38.4 days")
    assert "A year before" in spoken[0]
    assert "Started the Monday risk call" in spoken[1]
    QTest.keyClick(chart, Qt.Key.Key_Return)
    assert page(filled).desk.month == Month(2026, 8)


def test_a_tile_chooses_the_measure_and_it_is_remembered(filled: Opened, open_pages: OpenPages) -> None:
    tile = page(filled).view.tiles.tiles["cei"]
    tile.setFocus()
    QTest.keyClick(tile, Qt.Key.Key_Return)
    settle()
    assert page(filled).view.trend.chart.accessibleName().startswith("CEI by month")
    assert any("CEI by month" in text for text in filled.announced)
    page(filled).view.span.set_current("36")
    page(filled).view.span.chosen.emit("36")
    filled.close()
    again = open_pages((metrics.SPEC,))
    assert page(again).view.tiles.tiles["cei"].chosen
    assert page(again).view.span.current == "36"


def test_every_chart_has_a_table(filled: Opened) -> None:
    view = page(filled).view
    QTest.mouseClick(view.trend.table_button, Qt.MouseButton.LeftButton)
    settle()
    model = view.trend.table.model()
    assert view.trend.table.isVisible()
    assert model.rowCount() == 12
    assert [model.index(11, at).data() for at in range(3)] == ["September 2026", "38.4 days", "\N{MINUS SIGN}0.7"]
    QTest.mouseClick(view.trend.table_button, Qt.MouseButton.LeftButton)
    assert view.trend.chart.isVisible()
    QTest.mouseClick(view.aging.table_button, Qt.MouseButton.LeftButton)
    assert view.aging.table.isVisible()
    assert view.aging.table.model().rowCount() == 12


def test_the_aging_is_told_with_all_bands(filled: Opened) -> None:
    name = page(filled).view.aging.bar.accessibleName()
    assert name.startswith("Aging at the end of September 2026: Not yet due $1,536,000 80 %")
    assert "Over 90 days $1,000 0.05 %" in name


def test_a_gap_and_a_figure_that_is_missing_are_said(opened: Opened) -> None:
    months = year(12, without=(5,))
    months[-1] = without_part(months[-1], Part.CREDIT_SALES)
    fill(opened, months)
    view = page(opened).view
    assert view.tiles.tiles["dso"].accessibleName() == "DSO: Needs: credit sales"
    points = view.trend.chart.points
    assert len(points) == 12
    assert points[5].spoken.endswith("nothing is known")
    assert points[-1].value is None
    page(opened)._explain("dso")
    settle()
    assert view.pane.isVisible()


def test_figures_that_disagree_are_refused_in_words(opened: Opened) -> None:
    months = year(3)
    months[-1] = with_parts(months[-1], PartValue(Part.COLLECTIONS, Decimal(1)))
    fill(opened, months)
    assert "do not add up" in page(opened).view.tiles.tiles["dso"].accessibleName()


def test_one_month_gives_tiles_and_no_line(opened: Opened) -> None:
    fill(opened, year(1))
    view = page(opened).view
    assert view.tiles.tiles["dso"].accessibleName().startswith("DSO: 45.2 days")
    assert not view.trend.chart.isVisible()


def test_the_definition_card_holds_formula_inputs_and_the_variant(filled: Opened) -> None:
    page(filled).view.tiles.explained.emit("dso")
    settle()
    definition = page(filled).definition
    assert page(filled).view.pane.shows(definition)
    assert definition.variants.count() == 3
    definition.variants.set_current("dso_countback")
    definition.variants.chosen.emit("dso_countback")
    settle()
    assert filled.app.metrics.settings().variants[0].formula == "dso_countback"
    undo(filled)
    assert filled.app.metrics.settings().variants == ()
    QTest.keyClick(page(filled).view.pane, Qt.Key.Key_Escape)
    assert not page(filled).view.pane.isVisible()


def test_a_goal_is_set_shown_and_undone(filled: Opened) -> None:
    goal = page(filled).view.goal
    goal.goal.setFocus()
    QTest.keyClicks(goal.goal, "37")
    goal.goal.settle()
    settle()
    assert filled.app.metrics.settings().goal("dso", BOOK) == Decimal(37)
    assert "1.4 days above the goal" in goal._distance.text()
    undo(filled)
    assert filled.app.metrics.settings().goal("dso", BOOK) is None
    redo(filled)
    assert goal.goal.value == Decimal(37)
    QTest.keyClicks(goal.goal, "x")
    goal.goal.settle()
    assert "one number" in goal.goal_field.message


def test_the_note_is_kept_while_typing_and_belongs_to_its_measure(filled: Opened) -> None:
    note = page(filled).view.goal.note
    note.setFocus()
    QTest.keyClicks(note, "Called the ten oldest")
    page(filled).flush()
    assert filled.app.metrics.month(BOOK, LAST).note("dso") == "Called the ten oldest"
    page(filled)._choose_measure("cei")
    settle()
    assert note.text == ""
    page(filled)._choose_measure("dso")
    assert note.text == "Called the ten oldest"
    undo(filled)
    assert filled.app.metrics.month(BOOK, LAST).note("dso") == ""
    assert note.text == ""


def test_an_improvement_becomes_a_win_with_both_numbers(filled: Opened) -> None:
    insight = page(filled).view.insight
    assert insight.isVisible()
    before = insight.current.key
    QTest.mouseClick(insight.draft_button, Qt.MouseButton.LeftButton)
    QTest.keyClicks(insight.did, "Moved the reminder call")
    insight.scope.set_current(FigureScope.MINE.value)
    QTest.mouseClick(insight.save_button, Qt.MouseButton.LeftButton)
    settle()
    (found,) = filled.app.journal.find(WinQuery())
    win = filled.app.journal.get(found.id)
    assert win is not None
    assert win.action == "Moved the reminder call"
    assert win.figures[0].scope is FigureScope.MINE
    assert win.figures[0].before is not None
    assert "Win saved" in toast(filled)
    assert not insight.isVisible() or insight.current.key != before
    undo(filled)
    assert filled.app.journal.find(WinQuery()) == ()
    assert before in {one.key for one in insight.found}


def test_an_improvement_can_be_waved_away_and_comes_back_with_undo(filled: Opened) -> None:
    insight = page(filled).view.insight
    key = insight.current.key
    QTest.mouseClick(insight.later_button, Qt.MouseButton.LeftButton)
    settle()
    assert key in filled.app.metrics.settings().settled
    undo(filled)
    assert key not in filled.app.metrics.settings().settled


def test_wins_stand_along_the_way_and_open(filled: Opened) -> None:
    win = a_win("Started the Monday risk call", happened_on=date(2026, 8, 20))
    filled.wins(win)
    routes: list[str] = []
    page(filled).open_route.connect(routes.append)
    page(filled).view.along.opened.emit(win.id)
    assert routes == [f"win/{win.id}"]


def test_two_books_are_never_added_and_can_be_switched(filled: Opened) -> None:
    euro = Book(FigureScope.TEAM, "EUR")
    fill(filled, year(3, book=euro))
    view = page(filled).view
    assert view.book.isVisible()
    assert view.book.count() == 2
    view.book.chosen.emit("team-EUR")
    settle()
    assert "€" in view.aging.bar.accessibleName()


def test_a_foreign_change_is_shown_at_once(filled: Opened) -> None:
    filled.app.metrics.remove_month(filled.app.metrics.month(BOOK, LAST))
    settle()
    assert page(filled).view.tiles.tiles["dso"].accessibleName().startswith("DSO: 39.1 days")


def test_the_measures_are_copied_as_a_table(filled: Opened) -> None:
    page(filled).view.menu.chosen.emit("copy")
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].split("\t")[:2] == ["Month", "DSO"]
    assert len(lines) == 13


def test_a_route_shows_a_measure(filled: Opened) -> None:
    filled.window.router.go("metric/past_due")
    settle()
    assert page(filled).view.tiles.tiles["past_due"].chosen
    filled.window.router.go("metric/gone")
    assert page(filled).view.tiles.tiles["past_due"].chosen


def test_benchmarks_stand_beside_with_their_source(filled: Opened) -> None:
    assert page(filled).view.benchmarks.isVisible()


@pytest.mark.parametrize("command", ["add-month", "import-ledger", "all-figures", "ledger-changes"])
def test_acts_can_be_called_by_name_from_another_page(filled: Opened, command: str) -> None:
    filled.window.router.go("wins")
    settle()
    filled.window.commands.action(command).trigger()
    settle()
    assert page(filled).places.current is not None or page(filled).view.pane.isVisible()


def test_a_year_with_many_wins_shows_one_of_each_month(filled: Opened) -> None:
    filled.wins(
        *(a_win(f"Win {month}-{day}", happened_on=date(2026, month, day)) for month in (7, 8) for day in (3, 9))
    )
    rows = [one for one in page(filled).view.along.findChildren(RowButton) if one.isVisibleTo(page(filled).view)]
    assert [one.accessibleName() for one in rows] == ["Jul: Win 7-9, and 1 more", "Aug: Win 8-9, and 1 more"]

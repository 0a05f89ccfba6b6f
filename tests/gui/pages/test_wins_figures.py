"""The numbers of a win: typed as people type them, edited part by part, removed and brought back."""

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from arcareer.domain.figures import Basis, Figure, FigureScope, Unit, figure_text
from arcareer_ui.pages import wins
from arcareer_ui.pages.wins.figure_form import FigureForm
from arcareer_ui.pages.wins.figures import FigureRow, FiguresEditor
from arcareer_ui.widgets.chip import Chip
from arcareer_ui.widgets.combo import Combo
from tests.gui.pages.conftest import OpenPages
from tests.gui.pages.wins_desk import FRIDAY, detail, editors, page, press, show, stored, type_in, undo
from tests.support.audit import settle
from tests.support.builders import a_figure, a_win
from tests.support.opened import Opened

MONEY = a_figure(12_480, source="Bank receipt")
COUNT = a_figure(9, measure="invoices", unit=Unit.COUNT, currency="")
WIN = a_win("Cleared the backlog", happened_on=FRIDAY, figures=(MONEY, COUNT))
OTHER = a_win("Stopped a duplicate credit note", happened_on=FRIDAY)


@pytest.fixture
def opened(open_pages: OpenPages) -> Opened:
    desk = open_pages((wins.SPEC,))
    desk.wins(WIN, OTHER)
    show(desk, WIN.id)
    return desk


def editor(opened: Opened) -> FiguresEditor:
    return editors(opened).figures


def figures(opened: Opened) -> tuple[Figure, ...]:
    return stored(opened, WIN.id).figures


def row(opened: Opened, at: int = 0) -> FigureRow:
    return editor(opened).rows[at]


def form(opened: Opened, at: int = 0) -> FigureForm:
    """Return the form of a figure, opened."""
    row(opened, at).edit_button.setChecked(True)
    settle()
    found = row(opened, at).form
    assert found is not None
    return found


def words(opened: Opened) -> list[str]:
    return [chip.text for one in editor(opened).rows for chip in one.findChildren(Chip)]


def pick(combo: Combo, text: str) -> None:
    combo.setCurrentIndex(combo.findText(text))
    combo.activated.emit(combo.currentIndex())
    settle()


def test_each_number_has_a_row_with_what_is_known_of_it(opened: Opened) -> None:
    assert words(opened) == ["$12,480 collected", "9 invoices"]
    assert row(opened).about == "Mine\u00a0· Measured\u00a0· Bank receipt"
    assert row(opened).edit_button.accessibleName() == "Edit number: $12,480 collected"


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("$48,200 collected", "$48,200 collected"),
        ("DSO from 52 to 41 days", "DSO 52 to 41 days"),
        ("12 disputes", "12 disputes"),
    ],
)
def test_a_typed_line_shows_how_it_is_understood_and_enter_adds_it(opened: Opened, typed: str, read: str) -> None:
    type_in(editor(opened).line, typed)
    assert read in editor(opened).field.message
    assert editor(opened).add_button.isEnabled()
    QTest.keyClick(editor(opened).line, Qt.Key.Key_Return)
    settle()
    assert figure_text(figures(opened)[-1]) == read
    assert words(opened)[-1] == read
    assert (editor(opened).line.text(), editor(opened).field.message) == ("", "")
    assert not editor(opened).add_button.isEnabled()
    assert QApplication.focusWidget() is editor(opened).line
    undo(opened)
    assert figures(opened) == WIN.figures
    assert len(editor(opened).rows) == 2


def test_adding_is_said_aloud(opened: Opened, qtbot: QtBot) -> None:
    type_in(editor(opened).line, "$48,200 collected")
    press(editor(opened), "Add number")
    qtbot.waitUntil(lambda: "Added: $48,200 collected" in opened.announced, timeout=6_000)


def test_a_line_without_a_number_is_kept_and_explained(opened: Opened) -> None:
    type_in(editor(opened).line, "a better mood")
    assert not editor(opened).add_button.isEnabled()
    QTest.keyClick(editor(opened).line, Qt.Key.Key_Return)
    assert "no number in this" in editor(opened).field.message
    assert editor(opened).line.text() == "a better mood"
    assert figures(opened) == WIN.figures
    type_in(editor(opened).line, " by 3 points")
    assert "no number" not in editor(opened).field.message


def test_a_half_typed_line_stays_with_its_win(opened: Opened) -> None:
    type_in(editor(opened).line, "$48,2")
    show(opened, OTHER.id)
    assert editor(opened).line.text() == ""
    show(opened, WIN.id)
    assert editor(opened).line.text() == "$48,2"
    assert stored(opened, OTHER.id).figures == ()


@pytest.mark.parametrize(
    ("part", "text", "expected"),
    [
        ("measure", "cash in", {"measure": "cash in"}),
        ("period", "Q3 2026", {"period": "Q3 2026"}),
        ("source", "Aging report", {"source": "Aging report"}),
        ("before", "20k", {"before": Decimal(20_000)}),
        ("after", "13,000.50", {"after": Decimal("13000.50")}),
    ],
)
def test_every_typed_part_is_saved(opened: Opened, part: str, text: str, expected: dict[str, object]) -> None:
    line = getattr(form(opened), part)
    assert isinstance(line, QLineEdit)
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, text)
    page(opened).flush()
    assert figures(opened) == (replace(MONEY, **expected), COUNT)  # type: ignore[arg-type]
    assert words(opened)[0] == figure_text(figures(opened)[0])
    assert line.hasFocus()
    undo(opened)
    assert figures(opened) == WIN.figures
    assert line.text().replace(",", "") in {"collected", "", "Bank receipt", "12480"}


@pytest.mark.parametrize(
    ("part", "text", "expected"),
    [
        ("unit", "Per cent", {"unit": Unit.PERCENT, "currency": ""}),
        ("currency", "EUR", {"currency": "EUR"}),
        ("scope", "The team", {"scope": FigureScope.TEAM}),
        ("basis", "Estimated", {"basis": Basis.ESTIMATED}),
    ],
)
def test_every_part_that_is_picked_is_saved(opened: Opened, part: str, text: str, expected: dict[str, object]) -> None:
    pick(getattr(form(opened), part), text)
    assert figures(opened) == (replace(MONEY, **expected), COUNT)  # type: ignore[arg-type]
    undo(opened)
    assert figures(opened) == WIN.figures
    assert form(opened).isVisible()


def test_typing_a_part_is_saved_by_itself_and_is_one_step(opened: Opened, qtbot: QtBot) -> None:
    line = form(opened).source
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, "Aging")
    qtbot.waitUntil(lambda: figures(opened)[0].source == "Aging", timeout=2_000)
    QTest.keyClicks(line, " report")
    qtbot.waitUntil(lambda: figures(opened)[0].source == "Aging report", timeout=2_000)
    undo(opened)
    assert figures(opened) == WIN.figures


def test_the_currency_is_asked_for_money_only(opened: Opened) -> None:
    assert form(opened).currency.isVisible()
    assert not form(opened, 1).currency.isVisible()
    pick(form(opened, 1).unit, "Money")
    assert form(opened, 1).currency.isVisible()


def test_a_currency_that_is_not_offered_is_kept(opened: Opened) -> None:
    odd = a_win("In far money", happened_on=FRIDAY, figures=(a_figure(5, currency="ISK"),))
    opened.wins(odd)
    show(opened, odd.id)
    assert form(opened).currency.current == "ISK"
    pick(form(opened).basis, "Estimated")
    assert stored(opened, odd.id).figures[0].currency == "ISK"


def test_a_number_that_cannot_be_read_is_kept_as_typed(opened: Opened) -> None:
    line = form(opened).after
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, "12o0")
    detail(opened).theme.setFocus()
    assert line.text() == "12o0"
    assert "Your text is kept" in form(opened).message_of("after")
    assert figures(opened) == WIN.figures
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, "1200")
    detail(opened).theme.setFocus()
    assert figures(opened)[0].after == 1_200
    assert form(opened).message_of("after") == ""


def test_a_number_cannot_be_left_empty(opened: Opened) -> None:
    line = form(opened).after
    line.setFocus()
    line.selectAll()
    QTest.keyClick(line, Qt.Key.Key_Delete)
    detail(opened).theme.setFocus()
    assert "needs a number" in form(opened).message_of("after")
    assert figures(opened) == WIN.figures


def test_a_number_is_removed_and_brought_back(opened: Opened) -> None:
    row(opened).remove_button.setFocus()
    QTest.keyClick(row(opened).remove_button, Qt.Key.Key_Return)
    settle()
    assert figures(opened) == (COUNT,)
    assert words(opened) == ["9 invoices"]
    assert QApplication.focusWidget() in {row(opened).remove_button, editor(opened).line}
    undo(opened)
    assert figures(opened) == WIN.figures
    assert words(opened) == ["$12,480 collected", "9 invoices"]


def test_forms_are_put_away_for_another_win(opened: Opened) -> None:
    assert form(opened).isVisible()
    show(opened, OTHER.id)
    show(opened, WIN.id)
    assert not row(opened).edit_button.isChecked()


def test_tab_goes_through_the_form_below_its_row(opened: Opened) -> None:
    form(opened)
    row(opened).remove_button.setFocus()
    QTest.keyClick(row(opened).remove_button, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is form(opened).measure

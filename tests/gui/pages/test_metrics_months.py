"""A month by hand, and all figures in one sheet."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from arcareer.domain.history import Month
from arcareer.domain.metric_months import DisputeCause, Part
from arcareer_ui.pages import metrics
from arcareer_ui.pages.metrics.figures_place import FiguresPlace
from arcareer_ui.pages.metrics.month_sheet import MonthSheet
from arcareer_ui.widgets.cell_grid import CellEdit
from tests.gui.pages.conftest import OpenPages
from tests.gui.pages.metrics_desk import BOOK, LAST, fill, page, redo, toast, undo, year
from tests.support.audit import settle
from tests.support.opened import Opened

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def opened(open_pages: OpenPages) -> Opened:
    return open_pages((metrics.SPEC,))


def sheet(opened: Opened) -> MonthSheet:
    return page(opened).sheet


def value(opened: Opened, part: Part, month: Month = LAST) -> Decimal | None:
    return opened.app.metrics.month(BOOK, month).value(part)


def figures(opened: Opened) -> FiguresPlace:
    place = page(opened).places.show_figures(BOOK)
    settle()
    return place


def cell(place: FiguresPlace, name: str, column: int = -1) -> CellEdit:
    row = next(at for at, one in enumerate(place.grid.cells.rows) if one.name == name)
    last = place.grid.cells.columnCount() - 1
    return CellEdit(row, last if column < 0 else column, "")


def test_a_month_is_typed_with_the_keyboard_alone(opened: Opened) -> None:
    QTest.keyClick(opened.window, Qt.Key.Key_N, CTRL | SHIFT)
    settle()
    book = page(opened).desk.book
    assert book is not None
    for text in ("2,000,000", "1.5m", "1,485,000", "11k", "4,000", "2,000,000"):
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClicks(focus, text)
        QTest.keyClick(focus, Qt.Key.Key_Return)
    settle()
    month = opened.app.metrics.month(book, LAST)
    assert month.value(Part.CREDIT_SALES) == Decimal(1_500_000)
    assert month.value(Part.ENDING_AR) == Decimal(2_000_000)
    assert "adds up" in sheet(opened)._tie.text()
    assert sheet(opened)._results["dso"].text() == "40 days"


def test_each_figure_is_one_step_to_undo(opened: Opened) -> None:
    fill(opened, year(2))
    page(opened).open_month(BOOK, LAST)
    line = sheet(opened).lines[Part.WRITE_OFFS]
    line.set_text("")
    line.setFocus()
    QTest.keyClicks(line, "5000")
    line.settle()
    settle()
    assert value(opened, Part.WRITE_OFFS) == Decimal(5000)
    assert "away from" in sheet(opened)._tie.text()
    undo(opened)
    assert value(opened, Part.WRITE_OFFS) == Decimal(4000)
    assert line.value == Decimal(4000)
    redo(opened)
    assert value(opened, Part.WRITE_OFFS) == Decimal(5000)


def test_an_emptied_field_is_unknown_and_not_zero(opened: Opened) -> None:
    fill(opened, year(2))
    page(opened).open_month(BOOK, LAST)
    line = sheet(opened).lines[Part.CREDIT_SALES]
    line.setFocus()
    line.selectAll()
    QTest.keyClick(line, Qt.Key.Key_Delete)
    page(opened).flush()
    settle()
    assert value(opened, Part.CREDIT_SALES) is None
    assert page(opened).view.tiles.tiles["dso"].accessibleName() == "DSO: Needs: credit sales"


def test_what_is_no_number_is_kept_and_asked_about(opened: Opened) -> None:
    fill(opened, year(2))
    page(opened).open_month(BOOK, LAST)
    line = sheet(opened).lines[Part.DISPUTES_OPENED]
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, "many")
    line.settle()
    assert "not one number" in sheet(opened).fields[Part.DISPUTES_OPENED].message
    assert line.text() == "many"
    line.selectAll()
    QTest.keyClicks(line, "-4")
    line.settle()
    settle()
    assert "below zero" in sheet(opened).fields[Part.DISPUTES_OPENED].message
    assert value(opened, Part.DISPUTES_OPENED) == Decimal(5)


def test_causes_are_counted_in_the_users_words(opened: Opened) -> None:
    fill(opened, year(2))
    page(opened).open_month(BOOK, LAST)
    causes = sheet(opened).causes
    last = causes.rows[-1]
    last.cause.setFocus()
    QTest.keyClicks(last.cause, "Short shipment")
    QTest.keyClick(last.cause, Qt.Key.Key_Return)
    QTest.keyClicks(last.number, "4")
    QTest.keyClick(last.number, Qt.Key.Key_Return)
    settle()
    assert opened.app.metrics.month(BOOK, LAST).causes[-1] == DisputeCause("Short shipment", 4)
    undo(opened)
    assert len(opened.app.metrics.month(BOOK, LAST).causes) == 2


def test_months_are_walked_and_the_end_of_the_one_before_is_offered(opened: Opened) -> None:
    fill(opened, year(3))
    page(opened).open_month(BOOK, LAST)
    QTest.mouseClick(sheet(opened).later, Qt.MouseButton.LeftButton)
    settle()
    assert page(opened).desk.month == Month(2026, 10)
    assert sheet(opened).lines[Part.BEGINNING_AR].placeholderText() != ""
    assert not sheet(opened).later.isEnabled()
    QTest.mouseClick(sheet(opened).earlier, Qt.MouseButton.LeftButton)
    settle()
    assert page(opened).desk.month == LAST


def test_a_month_is_removed_and_comes_back(opened: Opened) -> None:
    fill(opened, year(3))
    page(opened).open_month(BOOK, LAST)
    QTest.mouseClick(sheet(opened).remove_button, Qt.MouseButton.LeftButton)
    settle()
    assert len(opened.app.metrics.months(BOOK)) == 2
    assert "Month removed" in toast(opened)
    assert not page(opened).view.pane.isVisible()
    undo(opened)
    assert len(opened.app.metrics.months(BOOK)) == 3


def test_the_source_stands_with_every_figure(opened: Opened) -> None:
    fill(opened, year(2))
    page(opened).open_month(BOOK, LAST)
    source = sheet(opened).source
    source.setFocus()
    QTest.keyClicks(source, "Month-end report")
    page(opened).view.pane.close_button.setFocus()
    settle()
    month = opened.app.metrics.month(BOOK, LAST)
    assert {one.source for one in month.parts} == {"Month-end report"}


def test_the_sheet_holds_all_months_and_is_written_cell_by_cell(opened: Opened) -> None:
    fill(opened, year(3))
    place = figures(opened)
    sales = cell(place, "Credit sales", place.grid.cells.columnCount() - 2)
    place.grid.cells.write((sales._replace(text="1.4m"),))
    settle()
    assert value(opened, Part.CREDIT_SALES) == Decimal(1_400_000)
    undo(opened)
    assert value(opened, Part.CREDIT_SALES) == Decimal(1_500_000)
    index = place.grid.cells.index(sales.row, sales.column)
    assert index.data() == "1,500,000"


def test_a_pasted_block_is_one_step_and_bad_cells_stay_marked(opened: Opened) -> None:
    fill(opened, year(3))
    place = figures(opened)
    sales = cell(place, "Credit sales", place.grid.cells.columnCount() - 3)
    place.grid.setCurrentIndex(place.grid.cells.index(sales.row, sales.column))
    place.grid.paste("1,300,000\t1,350,000\nnone\t900k")
    settle()
    assert value(opened, Part.CREDIT_SALES, Month(2026, 8)) == Decimal(1_300_000)
    assert value(opened, Part.COLLECTIONS) == Decimal(900_000)
    bad = place.grid.cells.index(sales.row + 1, sales.column)
    assert bad.data() == "none"
    assert "not one number" in place._note.text()
    assert any("1 cell could not be read" in text for text in opened.announced)
    undo(opened)
    assert value(opened, Part.CREDIT_SALES, Month(2026, 8)) == Decimal(1_500_000)
    assert value(opened, Part.COLLECTIONS) != Decimal(900_000)


def test_a_whole_table_is_pasted_by_its_months_and_names(opened: Opened) -> None:
    place = figures(opened)
    QGuiApplication.clipboard().setText(
        "Month\tCredit sales\tClosing balance\tWeather\n"
        "Aug 2026\t1,500,000\t1,900,000\tsunny\n"
        "Sep 2026\tabc\t1,950,000\train"
    )
    QTest.mouseClick(place.paste_button, Qt.MouseButton.LeftButton)
    settle()
    assert value(opened, Part.CREDIT_SALES, Month(2026, 8)) == Decimal(1_500_000)
    assert value(opened, Part.ENDING_AR) == Decimal(1_950_000)
    assert "2 months pasted" in toast(opened)
    assert place.message is not None
    assert "Weather" in place.message.accessibleName()
    assert "abc" in place.message.accessibleName()
    undo(opened)
    assert opened.app.metrics.books() == ()


def test_an_empty_clipboard_says_what_to_copy(opened: Opened) -> None:
    QGuiApplication.clipboard().setText("")
    page(opened).view.menu.chosen.emit("paste")
    settle()
    place = page(opened).places.figures
    assert place is not None
    assert place.message is not None
    assert place.message.title == "There is nothing to paste yet"
    QTest.keyClick(place, Qt.Key.Key_Escape)
    assert page(opened).places.current is None


def test_months_to_come_are_refused_where_they_were_pasted(opened: Opened) -> None:
    place = figures(opened)
    place.grid.paste("Month\tCredit sales\nDec 2026\t1,500,000")
    settle()
    assert opened.app.metrics.books() == ()
    assert place.message is not None
    assert place.message.title == "Nothing was pasted"


def test_the_sheet_says_what_comes_out_and_clears_cells(opened: Opened) -> None:
    fill(opened, year(3))
    place = figures(opened)
    result = cell(place, "DSO", place.grid.cells.columnCount() - 2)
    assert place.grid.cells.index(result.row, result.column).data() == "44.1 days"
    sales = cell(place, "Credit sales", result.column)
    place.grid.setFocus()
    place.grid.setCurrentIndex(place.grid.cells.index(sales.row, sales.column))
    QTest.keyClick(place.grid, Qt.Key.Key_Delete)
    settle()
    assert value(opened, Part.CREDIT_SALES) is None
    assert place.grid.cells.index(result.row, result.column).data() == ""

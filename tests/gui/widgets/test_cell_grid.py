from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from arcareer_ui.widgets.cell_grid import CellEdit, CellGrid, GridRow
from arcareer_ui.widgets.text_table import TextTable
from tests.gui.widgets.conftest import Place
from tests.support.audit import settle

CTRL = Qt.KeyboardModifier.ControlModifier
ROWS = (
    GridRow("Flows", (), is_heading=True, is_open=False),
    GridRow("Sales", ("100", "")),
    GridRow("Cash", ("80", "90")),
    GridRow("DSO", ("45 days", ""), is_open=False),
)


@pytest.fixture
def grid(place: Place) -> CellGrid:
    cells = CellGrid("Figures")
    cells.cells.show(("Aug", "Sep"), ROWS)
    cells.setMinimumHeight(300)
    place(cells, width=600)
    cells.setFocus()
    cells.setCurrentIndex(cells.cells.index(1, 0))
    return cells


@pytest.fixture
def heard(grid: CellGrid) -> list[tuple[CellEdit, ...]]:
    written: list[tuple[CellEdit, ...]] = []
    grid.cells.written.connect(written.append)
    return written


def editor() -> QLineEdit:
    focus = QApplication.focusWidget()
    assert isinstance(focus, QLineEdit)
    return focus


def at(grid: CellGrid) -> tuple[int, int]:
    return grid.currentIndex().row(), grid.currentIndex().column()


def test_typing_writes_and_enter_goes_down(grid: CellGrid, heard: Sequence[object]) -> None:
    QTest.keyClicks(grid, "1")
    QTest.keyClicks(editor(), "20")
    QTest.keyClick(editor(), Qt.Key.Key_Return)
    settle()
    assert heard == [(CellEdit(1, 0, "120"),)]
    assert at(grid) == (2, 0)


def test_enter_opens_a_cell_and_escape_leaves_it_as_it_was(grid: CellGrid, heard: Sequence[object]) -> None:
    QTest.keyClick(grid, Qt.Key.Key_Return)
    QTest.keyClicks(editor(), "9")
    QTest.keyClick(editor(), Qt.Key.Key_Escape)
    settle()
    assert heard == []


def test_tab_leaves_the_grid(grid: CellGrid) -> None:
    assert not grid.tabKeyNavigation()


def test_a_block_is_pasted_from_the_current_cell_on_and_ends_at_the_edge(
    grid: CellGrid, heard: list[tuple[CellEdit, ...]]
) -> None:
    QGuiApplication.clipboard().setText("1\t2\t3\r\n4\t5\t6\n7\t8\t9\n")
    QTest.keyClick(grid, Qt.Key.Key_V, CTRL)
    assert [(one.row, one.column, one.text) for one in heard[0]] == [
        (1, 0, "1"),
        (1, 1, "2"),
        (2, 0, "4"),
        (2, 1, "5"),
    ]


def test_a_table_can_be_taken_as_a_whole(grid: CellGrid, heard: Sequence[object]) -> None:
    pasted: list[str] = []
    grid.table_pasted.connect(pasted.append)
    grid.table_pasted.connect(lambda _text: grid.take_paste())
    grid.paste("Month\tSales\nAug\t1")
    grid.paste("  \n ")
    assert pasted == ["Month\tSales\nAug\t1"]
    assert heard == []


def test_copy_cut_and_clear_speak_with_spreadsheets(grid: CellGrid, heard: list[tuple[CellEdit, ...]]) -> None:
    grid.selectAll()
    QTest.keyClick(grid, Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text().split("\n")[1:3] == ["100\t", "80\t90"]
    grid.setCurrentIndex(grid.cells.index(2, 1))
    QTest.keyClick(grid, Qt.Key.Key_X, CTRL)
    assert QGuiApplication.clipboard().text() == "90"
    QTest.keyClick(grid, Qt.Key.Key_Delete)
    assert [[one.text for one in edits] for edits in heard] == [[""], [""]]


def test_headings_and_results_cannot_be_written(grid: CellGrid, heard: Sequence[object]) -> None:
    grid.cells.write((CellEdit(0, 0, "1"), CellEdit(3, 0, "1"), CellEdit(9, 9, "1")))
    assert heard == []
    assert not grid.cells.flags(grid.cells.index(3, 0)) & Qt.ItemFlag.ItemIsEditable


def test_text_that_could_not_be_taken_stays_with_its_reason_until_written_anew(grid: CellGrid) -> None:
    reached: list[str] = []
    grid.reached.connect(reached.append)
    grid.cells.set_problems({CellEdit(2, 1, "abc"): "Not a number."})
    grid.cells.show(("Aug", "Sep"), ROWS)
    index = grid.cells.index(2, 1)
    assert index.data() == "abc"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Cash, Sep: abc. Not a number."
    grid.setCurrentIndex(index)
    assert reached[-1] == "Not a number."
    assert not grid.grab().isNull()
    grid.cells.write((CellEdit(2, 1, "95"),))
    assert dict(grid.cells.problems) == {}
    grid.cells.set_problems({CellEdit(2, 1, "abc"): "Not a number."})
    grid.cells.show(("Sep", "Oct"), ROWS)
    assert dict(grid.cells.problems) == {}


def test_a_table_to_read_copies_with_its_headings_and_names_its_cells(place: Place) -> None:
    table = TextTable("DSO by month")
    table.set_rows(("Month", "DSO"), [("August", "45"), ("September", "38.4")], figures=(1,))
    place(table, width=500)
    assert table.model().index(1, 1).data(Qt.ItemDataRole.AccessibleTextRole) == "DSO: 38.4"
    table.selectRow(1)
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "Month\tDSO\nSeptember\t38.4"
    wide = table.columnWidth(0) + table.columnWidth(1)
    assert wide >= table.viewport().width()
    table.set_rows(("Month",), [])
    assert table.model().rowCount() == 0

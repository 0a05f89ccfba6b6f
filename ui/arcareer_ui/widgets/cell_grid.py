"""A sheet of cells to type and paste into, as in a spreadsheet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from arcareer_ui.theme.theme import current_theme
from arcareer_ui.widgets.line_edit import LineEdit
from arcareer_ui.widgets.styling import Restyled, belongs_to_window

AnyIndex = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
CELL_WIDTH, CELL_HEIGHT = 124, 34
NAME_MARGIN = 12
MOST_PASTED = 5_000


class CellEdit(NamedTuple):
    """What was written into a cell; an empty text clears it."""

    row: int
    column: int
    text: str


class GridRow(NamedTuple):
    """A row: its name, the texts of its cells, whether it is a heading over others, and whether it can be written."""

    name: str
    texts: tuple[str, ...]
    is_heading: bool = False
    is_open: bool = True


class CellModel(QAbstractTableModel):
    """Rows and columns of texts. `written` carries the cells the user changed, all at once."""

    written = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._columns: tuple[str, ...] = ()
        self._rows: tuple[GridRow, ...] = ()
        self._problems: dict[tuple[int, int], CellEdit] = {}
        self._reasons: dict[tuple[int, int], str] = {}

    @property
    def rows(self) -> tuple[GridRow, ...]:
        """Return the rows as they are shown."""
        return self._rows

    @property
    def problems(self) -> Mapping[tuple[int, int], str]:
        """Return why texts were not taken, by cell."""
        return self._reasons

    def show(self, columns: Sequence[str], rows: Sequence[GridRow]) -> None:
        """Show other cells; texts that were not taken stay where the same cells are still there."""
        same = self._columns == tuple(columns) and [row.name for row in rows] == [row.name for row in self._rows]
        if same:
            self._rows = tuple(rows)
            if rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, max(0, len(columns) - 1)))
            return
        self.beginResetModel()
        self._columns, self._rows = tuple(columns), tuple(rows)
        self._problems, self._reasons = {}, {}
        self.endResetModel()

    def set_problems(self, problems: Mapping[CellEdit, str]) -> None:
        """Keep texts that could not be taken in their cells, each with the reason."""
        for edit, reason in problems.items():
            self._problems[edit.row, edit.column] = edit
            self._reasons[edit.row, edit.column] = reason
            index = self.index(edit.row, edit.column)
            self.dataChanged.emit(index, index)

    def write(self, edits: Sequence[CellEdit]) -> None:
        """Write into cells; those that cannot be written are passed over."""
        allowed = [one for one in edits if self._can_write(one.row, one.column)]
        for one in allowed:
            self._problems.pop((one.row, one.column), None)
            self._reasons.pop((one.row, one.column), None)
        if allowed:
            self.written.emit(tuple(allowed))

    def rowCount(self, parent: AnyIndex = NO_PARENT) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyIndex = NO_PARENT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the name of a column or row."""
        across = orientation is Qt.Orientation.Horizontal
        if role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section] if across else self._rows[section].name
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignTrailing if across else Qt.AlignmentFlag.AlignLeading
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.FontRole and not across and self._rows[section].is_heading:
            return current_theme().font("label")
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Let cells be written where that makes sense."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if self._can_write(index.row(), index.column()) else flags

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the text of a cell, its problem as a tooltip, and the whole told for screen readers."""
        row, place = self._rows[index.row()], (index.row(), index.column())
        kept = self._problems.get(place)
        text = kept.text if kept else row.texts[index.column()] if index.column() < len(row.texts) else ""
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole}:
            return text
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._reasons.get(place)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            told = f"{row.name}, {self._columns[index.column()]}: {text or self.tr('empty')}"
            return ". ".join(part for part in (told, self._reasons.get(place, "")) if part)
        return self._look(row, role)

    def _look(self, row: GridRow, role: int) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.FontRole:
            return current_theme().font("body", tabular=True)
        if role == Qt.ItemDataRole.ForegroundRole and not row.is_open:
            return current_theme().colour("text2")
        return None

    def setData(self, index: AnyIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take what was typed into one cell, where it differs."""
        if role != Qt.ItemDataRole.EditRole or str(value).strip() == self.data(index):
            return False
        self.write((CellEdit(index.row(), index.column(), str(value).strip()),))
        return True

    def _can_write(self, row: int, column: int) -> bool:
        if not (0 <= row < len(self._rows) and 0 <= column < len(self._columns)):
            return False
        return self._rows[row].is_open and not self._rows[row].is_heading


class _CellDelegate(QStyledItemDelegate):
    """Edits a cell in a plain line, and marks cells whose text was not taken."""

    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,  # noqa: ARG002
        index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        """Return a line without a frame of its own."""
        editor = LineEdit(str(index.data(Qt.ItemDataRole.AccessibleTextRole) or ""), size="compact")
        editor.setParent(parent)
        editor.setAlignment(Qt.AlignmentFlag.AlignTrailing)
        return editor

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the cell, and a ring round one with a problem or under the keyboard."""
        super().paint(painter, option, index)
        view = option.widget
        has_problem = bool(index.data(Qt.ItemDataRole.ToolTipRole))
        is_current = isinstance(view, QTableView) and view.hasFocus() and view.currentIndex() == index
        if not (has_problem or is_current):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(current_theme().colour("danger" if has_problem else "focus"), 2))
        area: QRectF = QRectF(option.rect).adjusted(1, 1, -1.5, -1.5)
        painter.drawRoundedRect(area, 4, 4)
        painter.restore()


class _RowNames(QHeaderView):
    """The names of the rows; those of headings are stronger."""

    def __init__(self, cells: CellModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._cells = cells

    def sectionSizeFromContents(self, section: int) -> QSize:
        """Return the room a name takes."""
        theme = current_theme()
        width = theme.metrics("label").horizontalAdvance(self._cells.rows[section].name)
        return QSize(round(width) + 2 * NAME_MARGIN, theme.px(CELL_HEIGHT))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw a name over a hairline."""
        theme, row = current_theme(), self._cells.rows[section]
        painter.fillRect(rect, theme.colour("surface"))
        painter.setPen(theme.colour("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setFont(theme.font("label" if row.is_heading else "small"))
        painter.setPen(theme.colour("text" if row.is_heading else "text2"))
        side = Qt.AlignmentFlag.AlignRight if self.layoutDirection() is _MIRRORED else Qt.AlignmentFlag.AlignLeft
        area = rect.adjusted(NAME_MARGIN, 0, -NAME_MARGIN, 0)
        painter.drawText(area, int(side | Qt.AlignmentFlag.AlignVCenter), row.name)


_MIRRORED = Qt.LayoutDirection.RightToLeft


class CellGrid(Restyled, QTableView):
    """Cells with named rows and columns. Typing starts writing, Enter goes down, Tab leaves; Ctrl+C, Ctrl+X and Ctrl+V
    speak with spreadsheets, Del clears.

    `table_pasted` carries a pasted text before it is written cell by cell; a listener that takes it as a whole says so
    by `take_paste`. `reached` carries the reason beside the current cell, or nothing.
    """

    table_pasted = Signal(str)
    reached = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._paste_is_taken = False
        self.cells = CellModel()
        self.cells.setParent(self)
        self.setVerticalHeader(_RowNames(self.cells, self))
        self.setModel(self.cells)
        self.setItemDelegate(_CellDelegate(self))
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.AnyKeyPressed | triggers.DoubleClicked | triggers.EditKeyPressed)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setHighlightSections(False)
            header.setSectionsClickable(False)
            header.setSectionResizeMode(header.ResizeMode.Fixed)
        self.restyle()

    def restyle(self) -> None:
        """Follow the text scale."""
        theme = current_theme()
        self.horizontalHeader().setDefaultSectionSize(theme.px(CELL_WIDTH))
        self.verticalHeader().setDefaultSectionSize(theme.px(CELL_HEIGHT))

    def take_paste(self) -> None:
        """Say, while `table_pasted` is told, that the pasted text was taken as a whole."""
        self._paste_is_taken = True

    def event(self, event: QEvent) -> bool:
        """Leave the window's shortcuts to the window."""
        if belongs_to_window(self, event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy, cut, paste, clear; Enter writes or goes down."""
        standard = QKeySequence.StandardKey
        if event.matches(standard.Copy):
            self._copy()
        elif event.matches(standard.Cut):
            self._copy()
            self._clear()
        elif event.matches(standard.Paste):
            self.paste(QGuiApplication.clipboard().text())
        elif event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self._clear()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if self.state() is not QAbstractItemView.State.EditingState and self.currentIndex().isValid():
                self._edit_or_go_down()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Start in the first cell that can be written."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.cells.rowCount():
            first = next((at for at, row in enumerate(self.cells.rows) if row.is_open and not row.is_heading), 0)
            self.setCurrentIndex(self.cells.index(first, self.cells.columnCount() - 1))

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        """Tell what is to be said about the cell under the keyboard."""
        super().currentChanged(current, previous)
        self.reached.emit(str(current.data(Qt.ItemDataRole.ToolTipRole) or "") if current.isValid() else "")

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Go on below after Enter."""
        super().closeEditor(editor, hint)
        if hint is QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            self._go_down()

    def paste(self, text: str) -> None:
        """Write a pasted block from the current cell on, unless it is taken as a whole."""
        if not text.strip():
            return
        self._paste_is_taken = False
        self.table_pasted.emit(text)
        start = self.currentIndex()
        if self._paste_is_taken or not start.isValid():
            return
        block = [line.split("\t") for line in text.rstrip("\n").replace("\r", "").split("\n")]
        edits = [
            CellEdit(start.row() + down, start.column() + across, cell.strip())
            for down, line in enumerate(block)
            for across, cell in enumerate(line)
        ]
        self.cells.write(edits[:MOST_PASTED])

    def _copy(self) -> None:
        chosen = sorted((index.row(), index.column()) for index in self.selectedIndexes())
        if not chosen:
            return
        rows = sorted({row for row, _ in chosen})
        columns = sorted({column for _, column in chosen})
        lines = ["\t".join(str(self.cells.index(row, at).data() or "") for at in columns) for row in rows]
        QGuiApplication.clipboard().setText("\n".join(lines))

    def _clear(self) -> None:
        self.cells.write([CellEdit(index.row(), index.column(), "") for index in self.selectedIndexes()])

    def _edit_or_go_down(self) -> None:
        current = self.currentIndex()
        if current.flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit(current)
        else:
            self._go_down()

    def _go_down(self) -> None:
        current = self.currentIndex()
        rows = self.cells.rows
        below = (at for at in range(current.row() + 1, len(rows)) if rows[at].is_open and not rows[at].is_heading)
        at = next(below, -1)
        if at >= 0:
            self.setCurrentIndex(self.cells.index(at, current.column()))

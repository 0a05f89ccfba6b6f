"""Rows of words and figures to read: the table beside a chart, the preview of a file."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent

from arcareer_ui.theme.theme import current_theme
from arcareer_ui.widgets.table import Table

AnyIndex = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
LEAST_WIDTH = 64
MOST_WIDTH = 320


class TextRows(QAbstractTableModel):
    """Rows of texts under named columns; columns of figures stand at the reading end."""

    def __init__(
        self, columns: Sequence[str], rows: Sequence[Sequence[str]], figures: Collection[int], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._columns, self._rows, self._figures = tuple(columns), tuple(rows), frozenset(figures)

    def rowCount(self, parent: AnyIndex = NO_PARENT) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyIndex = NO_PARENT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the name of a column, aligned as its cells."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section]
        return self._alignment(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the words of a cell, also as a tooltip, and said together with its column for screen readers."""
        text = self._rows[index.row()][index.column()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._columns[index.column()]}: {text}"
        if role == Qt.ItemDataRole.FontRole and index.column() in self._figures:
            return current_theme().font("body", tabular=True)
        return self._alignment(index.column()) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def as_text(self, rows: Sequence[int] = ()) -> str:
        """Return these rows (all for none) with their columns, ready to be pasted into a sheet."""
        chosen = [self._rows[row] for row in rows] or self._rows
        return "\n".join("\t".join(cells) for cells in (self._columns, *chosen))

    def _alignment(self, column: int) -> int:
        side = Qt.AlignmentFlag.AlignTrailing if column in self._figures else Qt.AlignmentFlag.AlignLeading
        return int(side | Qt.AlignmentFlag.AlignVCenter)


class TextTable(Table):
    """A table to read; Ctrl+C copies the rows that are marked, with the names of the columns."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.setEditTriggers(self.EditTrigger.NoEditTriggers)
        self._rows: TextRows | None = None
        self._wide = -1
        self.horizontalHeader().setStretchLastSection(False)

    def set_rows(
        self,
        columns: Sequence[str],
        rows: Sequence[Sequence[str]],
        *,
        figures: Collection[int] = (),
        stretch: int | None = None,
    ) -> None:
        """Show other rows; columns are as wide as their words, `stretch` takes what is left too (the last if None)."""
        old, self._rows = self._rows, TextRows(columns, rows, figures, self)
        self.setModel(self._rows)
        if old is not None:
            old.deleteLater()
        self._wide = len(columns) - 1 if stretch is None else stretch
        self._fit_columns()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give what is left to the wide column."""
        super().resizeEvent(event)
        self._fit_columns()

    def restyle(self) -> None:
        """Follow the text scale."""
        super().restyle()
        if getattr(self, "_rows", None) is not None:
            self._fit_columns()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy what is marked."""
        if event.matches(QKeySequence.StandardKey.Copy) and self._rows is not None:
            marked = sorted({index.row() for index in self.selectedIndexes()})
            QGuiApplication.clipboard().setText(self._rows.as_text(marked))
            return
        super().keyPressEvent(event)

    def _fit_columns(self) -> None:
        if self._rows is None:
            return
        theme = current_theme()
        widths = []
        for at in range(self._rows.columnCount()):
            wanted = max(self.sizeHintForColumn(at), self.horizontalHeader().sectionSizeHint(at))
            widths.append(min(max(wanted, theme.px(LEAST_WIDTH)), theme.px(MOST_WIDTH)))
        if 0 <= self._wide < len(widths):
            rest = self.viewport().width() - sum(widths)
            widths[self._wide] += max(0, rest)
        for at, width in enumerate(widths):
            self.setColumnWidth(at, width)

"""Periods down, figures across; as high as it has rows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QFocusEvent

from arcareer_ui.theme.theme import current_theme
from arcareer_ui.widgets.cell_grid import CELL_HEIGHT, CellGrid, GridRow

WIDTH, HEADER = 106, 34
MOST_ROWS = 13


class PeriodGrid(CellGrid):
    """A sheet whose last column is the one to write into."""

    def show_rows(self, columns: Sequence[str], rows: Sequence[GridRow]) -> None:
        """Show other figures."""
        self.cells.show(columns, rows)
        self.updateGeometry()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Start where the next figure is wanted: in the first empty cell of the last column."""
        cells = self.cells
        if not self.currentIndex().isValid() and cells.rowCount():
            last = cells.columnCount() - 1
            wanted = next((at for at, row in enumerate(cells.rows) if not row.texts[last]), 0)
            self.setCurrentIndex(cells.index(wanted, last))
        super().focusInEvent(event)

    def restyle(self) -> None:
        """Follow the text scale."""
        super().restyle()
        self.horizontalHeader().setDefaultSectionSize(current_theme().px(WIDTH))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return room for the rows."""
        return QSize(320, self._room())

    def minimumSizeHint(self) -> QSize:
        """Return the same height: the page scrolls."""
        return QSize(240, self._room())

    def _room(self) -> int:
        rows = max(1, min(MOST_ROWS, self.cells.rowCount()))
        return current_theme().px(CELL_HEIGHT) * rows + current_theme().px(HEADER) + 18

"""Rows below each other that are replaced as a whole."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from arcareer_ui.widgets.boxes import column


class RowStack(QWidget):
    """A short list of rows; it is hidden while there are none."""

    def __init__(self, spacing: int = 0) -> None:
        super().__init__()
        self._layout = column(self, spacing=spacing)
        self._rows: tuple[QWidget, ...] = ()
        self.hide()

    @property
    def rows(self) -> tuple[QWidget, ...]:
        """Return the rows on show."""
        return self._rows

    def set_rows(self, rows: Sequence[QWidget]) -> None:
        """Show other rows; the old ones are deleted."""
        for old in self._rows:
            self._layout.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._rows = tuple(rows)
        for row in self._rows:
            self._layout.addWidget(row)
        self.setVisible(bool(rows))

"""Plain tables: previews of an import, figures behind a chart."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView

from arcareer_ui.theme.theme import current_theme
from arcareer_ui.widgets.styling import Restyled


class Table(Restyled, QTableView):
    """A table view in the kit's look; Tab leaves it, arrow keys move in it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.setStretchLastSection(True)
        self.restyle()

    def restyle(self) -> None:
        """Follow the text scale."""
        self.verticalHeader().setDefaultSectionSize(current_theme().px(36))

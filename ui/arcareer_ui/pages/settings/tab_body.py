"""The scrolling body of a tab: cards below each other, never wider than is comfortable to read."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from arcareer_ui.theme.theme import current_theme
from arcareer_ui.theme.tokens import GUTTER
from arcareer_ui.widgets.boxes import column
from arcareer_ui.widgets.page_body import side_margin
from arcareer_ui.widgets.scroll import Scroll

TOP, BOTTOM = 16, 24
WIDEST = 980


class TabBody(Scroll):
    """Put cards into it with `add`."""

    def __init__(self) -> None:
        content = QWidget()
        self._column = column(content, spacing=16)
        self._column.addStretch(1)
        super().__init__(content)

    def add(self, card: QWidget) -> None:
        """Put a card at the end."""
        self._column.insertWidget(self._column.count() - 1, card)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the margin for the new width."""
        room = event.size().width() - current_theme().px(WIDEST)
        self._column.setContentsMargins(0, TOP, max(side_margin(self) - GUTTER, room), BOTTOM)
        super().resizeEvent(event)

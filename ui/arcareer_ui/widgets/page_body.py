"""The scrolling column most pages consist of."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from arcareer_ui.theme.theme import current_theme
from arcareer_ui.theme.tokens import CONTENT_WIDTH, GUTTER, PAGE_MARGIN, PAGE_MARGIN_COMPACT, RAIL_COMPACT_BELOW
from arcareer_ui.widgets.boxes import column
from arcareer_ui.widgets.scroll import Scroll

TOP = 24


class PageBody(Scroll):
    """Parts below each other, with the page's margins: smaller in a narrow window, and never wider than is readable."""

    reveal_room: ClassVar[int] = TOP

    def __init__(self, spacing: int = 16) -> None:
        content = QWidget()
        self.column = column(content, spacing=spacing)
        super().__init__(content)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the margins for the new width."""
        self._set_margins(event.size().width())
        super().resizeEvent(event)

    def _set_margins(self, width: int) -> None:
        margin = side_margin(self)
        room = width - margin - current_theme().px(CONTENT_WIDTH)
        self.column.setContentsMargins(margin, TOP, max(margin - GUTTER, room), TOP)


def side_margin(widget: QWidget) -> int:
    """Return the page's margin in a window as wide as this widget's."""
    narrow = widget.window().width() < RAIL_COMPACT_BELOW * current_theme().scale
    return PAGE_MARGIN_COMPACT if narrow else PAGE_MARGIN

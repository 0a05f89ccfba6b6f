"""The scrolling column most pages consist of."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from arcareer_ui.theme.theme import current_theme
from arcareer_ui.theme.tokens import CONTENT_WIDTH, GUTTER, PAGE_MARGIN, PAGE_MARGIN_COMPACT, RAIL_COMPACT_BELOW
from arcareer_ui.widgets.boxes import column
from arcareer_ui.widgets.scroll import Scroll

TOP = 24
SETTLED_MS = 100


class PageBody(Scroll):
    """Parts below each other, with the page's margins: smaller in a narrow window, and never wider than is readable."""

    def __init__(self, spacing: int = 16) -> None:
        self._revealed: QWidget | None = None
        content = QWidget()
        self.column = column(content, spacing=spacing)
        super().__init__(content)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the margins for the new width."""
        self._set_margins(event.size().width())
        super().resizeEvent(event)

    def reveal(self, part: QWidget) -> None:
        """Scroll a part into view, and keep it there while the layout settles."""
        self._revealed = part
        QTimer.singleShot(SETTLED_MS, self, self._stop_revealing)
        QTimer.singleShot(0, self, self._follow_part)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the part to be seen when the content changes its height."""
        done = super().eventFilter(watched, event)
        if event.type() == QEvent.Type.Resize and self._revealed is not None:
            QTimer.singleShot(0, self, self._follow_part)
        return done

    def _follow_part(self) -> None:
        if self._revealed is not None and isValid(self._revealed):
            self.ensureWidgetVisible(self._revealed, 0, TOP)

    def _stop_revealing(self) -> None:
        self._revealed = None

    def _set_margins(self, width: int) -> None:
        theme = current_theme()
        narrow = self.window().width() < RAIL_COMPACT_BELOW * theme.scale
        margin = PAGE_MARGIN_COMPACT if narrow else PAGE_MARGIN
        room = width - margin - theme.px(CONTENT_WIDTH)
        self.column.setContentsMargins(margin, TOP, max(margin - GUTTER, room), TOP)

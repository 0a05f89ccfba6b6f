"""The body of a page: scrolls down, never sideways."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget
from shiboken6 import isValid

SETTLED_MS = 100


class LeastHeight(QWidget):
    """The content of a page whose parts fill the window and scroll by themselves.

    In a `Scroll` it is as high as the window, and scrolls only where a small one leaves less than all of it needs:
    then nothing is squeezed.
    """

    def heightForWidth(self, width: int) -> int:
        """Return the least height at which nothing is cut off."""
        layout = self.layout()
        return layout.totalMinimumHeightForWidth(width) if layout is not None else -1


class Scroll(QScrollArea):
    """A scroll area that honours height-for-width; `clear` lets the ground behind it show.

    The vertical gutter is always there, so that the width never depends on the height (Qt's own areas can flicker
    between two layouts); it is invisible when there is nothing to scroll. Without `gutter` only wheel and keys scroll.
    """

    reveal_room: ClassVar[int] = 8

    def __init__(self, content: QWidget, *, clear: bool = False, gutter: bool = True) -> None:
        super().__init__()
        self._fitting = self._unfolded = False
        self._revealed: QWidget | None = None
        self._room = 0  # the viewport's width; asking for the viewport itself makes the binding load every widget class
        self.setObjectName("clear" if clear else "page")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        policies = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(policies.ScrollBarAlwaysOn if gutter else policies.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._content = content
        self.setWidget(content)
        content.installEventFilter(self)

    def set_unfolded(self, unfolded: bool) -> None:  # noqa: FBT001 - reads like a Qt setter
        """Be as high as the content, so that what is around scrolls it; or scroll by itself again."""
        self._unfolded = unfolded
        self._fit()
        if not unfolded:
            self.setMinimumHeight(0)

    def reveal(self, part: QWidget) -> None:
        """Scroll a part into view, and keep it there while the layout settles."""
        self._revealed = part
        QTimer.singleShot(SETTLED_MS, self, self._stop_revealing)
        QTimer.singleShot(0, self, self._follow_part)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the content to the new width."""
        super().resizeEvent(event)
        self._room = event.size().width()
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit the content when its own layout changes, and follow the part to be seen."""
        if event.type() in {QEvent.Type.LayoutRequest, QEvent.Type.Resize}:
            self._fit()
        done = super().eventFilter(watched, event)
        if event.type() == QEvent.Type.Resize and self._revealed is not None:
            QTimer.singleShot(0, self, self._follow_part)
        return done

    def _follow_part(self) -> None:
        if self._revealed is not None and isValid(self._revealed):
            self.ensureWidgetVisible(self._revealed, 0, self.reveal_room)

    def _stop_revealing(self) -> None:
        self._revealed = None

    def _fit(self) -> None:
        content = self._content
        layout = content.layout()
        if layout is None or self._fitting:
            return
        self._fitting = True
        try:
            width = self._room
            follows_width = layout.hasHeightForWidth()
            height = content.heightForWidth(width) if follows_width else layout.totalMinimumSize().height()
            if height != content.minimumHeight():
                content.setMinimumHeight(max(0, height))
            if self._unfolded and self.minimumHeight() != max(0, height):
                self.setMinimumHeight(max(0, height))
        finally:
            self._fitting = False

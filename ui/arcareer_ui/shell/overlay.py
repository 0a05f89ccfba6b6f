"""Something that lies over the window for a moment."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget
from shiboken6 import isValid

from arcareer_ui.shell.motion import fade_in
from arcareer_ui.theme.theme import current_theme
from arcareer_ui.theme.tokens import FADE_OVERLAY_MS
from arcareer_ui.widgets.boxes import column
from arcareer_ui.widgets.toast import cast_shadow

WIDTH = 620
TOP = 110
SHADE = 90


class Overlay(QWidget):
    """A panel over a shaded window. Esc or a click beside it closes it; then the keyboard is back where it was.

    `keyboard_lost` comes after `closed` where what had the keyboard is gone by then.
    """

    closed = Signal()
    keyboard_lost = Signal()

    def __init__(self, window: QWidget, name: str, width: int = WIDTH) -> None:
        super().__init__(window)
        self._width = width
        self._before: QWidget | None = None
        self.setAccessibleName(name)
        self.panel = QFrame(self)
        self.panel.setObjectName("overlay")
        self.body: QVBoxLayout = column(self.panel)
        self.hide()
        window.installEventFilter(self)

    def open(self) -> None:
        """Lie over the window and take the keyboard."""
        if self.isVisible():
            return
        self._before = QApplication.focusWidget()
        self._place()
        self.show()
        self.raise_()
        fade_in(self.panel, FADE_OVERLAY_MS, lambda: cast_shadow(self.panel, blur=48, drop=16, alpha=90))

    def dismiss(self) -> None:
        """Go away and give the keyboard back."""
        if not self.isVisible():
            return
        self.hide()
        before = self._before
        self._before = None
        is_there = before is not None and isValid(before) and before.isVisible()
        if before is not None and is_there:
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()
        if not is_there:
            self.keyboard_lost.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the window."""
        if event.type() == QEvent.Type.Resize and watched is self.parentWidget():
            self._place()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc; let no other key reach the page below."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Close when the shade is clicked."""
        if not self.panel.geometry().contains(event.position().toPoint()):
            self.dismiss()

    def focusNextPrevChild(self, next_: bool) -> bool:  # noqa: FBT001 - Qt's own signature
        """Keep Tab inside the panel."""
        stops = [
            widget
            for widget in self.panel.findChildren(QWidget)
            if widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        if stops:
            focus = QApplication.focusWidget()
            at = stops.index(focus) if focus in stops else -1
            step, reason = (1, Qt.FocusReason.TabFocusReason) if next_ else (-1, Qt.FocusReason.BacktabFocusReason)
            stops[(at + step) % len(stops)].setFocus(reason)
        return True

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the shade."""
        shade = QColor(current_theme().colour("shade"))
        shade.setAlpha(SHADE)
        QPainter(self).fillRect(self.rect(), shade)

    def _place(self) -> None:
        window = self.parentWidget()
        if window is None:
            return
        self.setGeometry(window.rect())
        theme = current_theme()
        width = min(theme.px(self._width), self.width() - 48)
        top = min(TOP, self.height() // 8)
        wanted = (
            self.body.totalHeightForWidth(width) if self.body.hasHeightForWidth() else self.panel.sizeHint().height()
        )
        height = min(wanted, self.height() - top - 24)
        self.panel.setGeometry((self.width() - width) // 2, top, width, height)

    def fit(self) -> None:
        """Take the height the content asks for now."""
        if self.isVisible():
            self._place()

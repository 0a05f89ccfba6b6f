"""One ring that shows where the keyboard is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QScrollArea,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from arcareer_ui.theme.theme import current_theme

GAP = 3
KEYBOARD = {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason}
_FOLLOWED = {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Hide, QEvent.Type.Show}


class FocusRing(QWidget):
    """An overlay of a window that rings the widget the keyboard has reached, and scrolls it into view.

    Only focus by Tab, Backtab or shortcut is ringed. Inputs with a frame show focus by that frame; lists draw it on
    their current row.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._target: QWidget | None = None
        self._watched: list[QObject] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setProperty("decorative", True)
        self.hide()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.installEventFilter(self)

    @property
    def target(self) -> QWidget | None:
        """Return the ringed widget."""
        return self._target

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the focus and the ringed widget."""
        if isinstance(event, QFocusEvent):  # every event of the app comes by here: the cheapest question first
            if event.gotFocus() and isinstance(watched, QWidget):
                self._focus_moved(watched, event.reason())
        elif watched in self._watched and event.type() in _FOLLOWED:
            self._place()
        return False

    def _focus_moved(self, widget: QWidget, reason: Qt.FocusReason) -> None:
        if widget.window() is not self.window():
            return
        by_keyboard = reason in KEYBOARD
        if by_keyboard:
            _bring_into_view(widget)
        self._follow(widget if by_keyboard and not _shows_focus_itself(widget) else None)

    def _follow(self, widget: QWidget | None) -> None:
        self._target = widget
        self._watched = []
        step: QWidget | None = widget
        while step is not None and step is not self.window():
            self._watched.append(step)
            step = step.parentWidget()
        self._place()

    def _place(self) -> None:
        target = self._target
        if target is None or not isValid(target) or not target.isVisible():
            self.hide()
            return
        window = self.window()
        corner = target.mapTo(window, target.rect().topLeft())
        reach = GAP + 3
        self.setGeometry(QRect(corner, target.size()).adjusted(-reach, -reach, reach, reach))
        self.raise_()
        self.show()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the ring with a halo that parts it from what lies behind."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = QRectF(self.rect()).adjusted(3, 3, -3, -3)
        painter.setPen(QPen(theme.colour("surface"), 5))
        painter.drawRoundedRect(ring, 10, 10)
        painter.setPen(QPen(theme.colour("focus"), 2.25))
        painter.drawRoundedRect(ring, 10, 10)


def _shows_focus_itself(widget: QWidget) -> bool:
    if isinstance(widget, QLineEdit):
        return bool(widget.property("sz") != "overlay")
    if isinstance(widget, QTextEdit):
        return not widget.property("bare")
    return isinstance(widget, (QComboBox, QAbstractSpinBox, QAbstractItemView))


def _bring_into_view(widget: QWidget) -> None:
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea) and not isinstance(widget, QAbstractScrollArea):
            parent.ensureWidgetVisible(widget, 24, 24)
        parent = parent.parentWidget()

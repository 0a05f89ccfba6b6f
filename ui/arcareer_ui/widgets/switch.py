"""On or off, at once."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from arcareer_ui.theme.theme import current_theme
from arcareer_ui.widgets.styling import Restyled, is_enter

WIDTH, HEIGHT = 40, 24


class Switch(Restyled, QCheckBox):
    """A switch without words of its own: put a label left of it and give its name. Read aloud as a check box."""

    def __init__(self, name: str, *, on: bool = False) -> None:
        super().__init__()
        self.setChecked(on)
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def restyle(self) -> None:
        """Follow the text scale."""
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the size of the switch."""
        theme = current_theme()
        return QSize(theme.px(WIDTH), theme.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Return the size of the switch."""
        return self.sizeHint()

    def hitButton(self, pos: object) -> bool:  # noqa: ARG002
        """Take a click anywhere on it."""
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter switch, as Space does."""
        if is_enter(event):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw track and knob."""
        theme = current_theme()
        on, enabled = self.isChecked(), self.isEnabled()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self.width() / WIDTH, self.height() / HEIGHT)
        track = "accent" if on else "surface"
        painter.setPen(Qt.PenStyle.NoPen if on else QPen(theme.colour("line_strong"), 1.5))
        painter.setBrush(theme.colour(track if enabled else "press"))
        painter.drawRoundedRect(QRectF(1, 1, 38, 22), 11, 11)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("on_accent" if on and enabled else "line_strong"))
        right = on != (self.layoutDirection() == Qt.LayoutDirection.RightToLeft)
        radius = 8 if on else 6
        painter.drawEllipse(QPointF(28 if right else 12, 12), radius, radius)

"""A short report at the foot of the window, with one thing to do about it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QFrame, QGraphicsDropShadowEffect, QWidget

from arcareer_ui.theme.theme import current_theme
from arcareer_ui.widgets.boxes import row
from arcareer_ui.widgets.button import Button, IconButton
from arcareer_ui.widgets.icon import Icon
from arcareer_ui.widgets.label import Label


class Toast(QFrame):
    """Icon, text, one or two actions and a close button. `acted` carries the index of the action pressed."""

    acted = Signal(int)
    closed = Signal()

    def __init__(
        self, parent: QWidget, text: str, icon: str = "check", actions: tuple[str, ...] = (), key: str = ""
    ) -> None:
        super().__init__(parent)
        self.setObjectName("toast")
        self.setAccessibleName(text)
        line = row(self, margins=(16, 8, 8, 8), spacing=12)
        line.addWidget(Icon(icon, "toast_quiet", 16))
        self._text = Label(text, "small", "on_toast")
        line.addWidget(self._text)
        self.buttons = tuple(Button(action, "toast") for action in actions)
        for index, button in enumerate(self.buttons):
            button.clicked.connect(lambda _=False, at=index: self.acted.emit(at))
            line.addWidget(button)
        if key:
            line.addWidget(Label(key, "caption", "toast_quiet"))
        self.close_button = IconButton("x", self.tr("Dismiss"), "toast", size="compact")
        self.close_button.clicked.connect(self.closed)
        line.addWidget(self.close_button)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Return what Tab reaches, in order."""
        return (*self.buttons, self.close_button)

    def set_text(self, text: str) -> None:
        """Change the report, for example when several deletions merge."""
        self._text.setText(text)
        self.setAccessibleName(text)
        self.adjustSize()


def cast_shadow(widget: QWidget, *, blur: int, drop: int, alpha: int) -> None:
    """Let an overlay float above the page."""
    shadow = QGraphicsDropShadowEffect(widget)
    shadow.setBlurRadius(blur)
    shadow.setOffset(0, drop)
    colour = QColor(current_theme().colour("shade"))
    colour.setAlpha(alpha)
    shadow.setColor(colour)
    widget.setGraphicsEffect(shadow)

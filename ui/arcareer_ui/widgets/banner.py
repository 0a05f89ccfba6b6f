"""A message that lasts until its cause is gone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from arcareer_ui.widgets.boxes import column
from arcareer_ui.widgets.button import IconButton
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.icon import Icon
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.layouts import Columns, FlowBox

STACK_BELOW = 520

BannerTone = Literal["warn", "accent", "info", "danger"]
_ICONS: dict[BannerTone, str] = {
    "warn": "triangle-alert",
    "accent": "circle-check",
    "info": "info",
    "danger": "circle-alert",
}


class Banner(Card):
    """What happened, what is safe, what to do; with actions. `dismissed` comes when the user closes it."""

    dismissed = Signal()

    def __init__(
        self,
        title: str,
        text: str = "",
        tone: BannerTone = "warn",
        *,
        icon: str = "",
        actions: Sequence[QWidget] = (),
        dismissible: bool = False,
    ) -> None:
        super().__init__(tone, margins=(18, 12, 14, 12), spacing=12, horizontal=True)
        self._icon = Icon(icon or _ICONS[tone], f"on_{tone}_soft")
        self.body.addWidget(self._icon)
        said = QWidget()
        words = column(said, spacing=2)
        self._title = Label(title, "strong", wrap=True)
        self._text = Label("", "small", wrap=True)
        words.addWidget(self._title)
        words.addWidget(self._text)
        self.set_words(title, text)
        if actions:
            columns = Columns(STACK_BELOW, 12)
            columns.add(said, 1)
            columns.add(FlowBox(*actions))
            self.body.addWidget(columns, 1)
        else:
            self.body.addWidget(said, 1)
        if dismissible:
            close = IconButton("x", self.tr("Dismiss"), size="compact")
            close.clicked.connect(self._dismiss)
            self.body.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)

    @property
    def title(self) -> str:
        """Return the first line."""
        return self._title.text()

    def set_words(self, title: str, text: str = "") -> None:
        """Change the message."""
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self.body.setAlignment(self._icon, Qt.AlignmentFlag.AlignTop if text else Qt.AlignmentFlag.AlignVCenter)
        self.setAccessibleName(f"{title} {text}".strip())

    def _dismiss(self) -> None:
        self.hide()
        self.dismissed.emit()

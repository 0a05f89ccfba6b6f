"""Panels that hold one thing."""

from __future__ import annotations

from typing import Literal

from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLayout, QWidget

from arcareer_ui.widgets.boxes import Margins, column, row
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.styling import set_variant

CardTone = Literal["", "inset", "accent", "warn", "danger", "info", "flat"]


class Card(QFrame):
    """A panel with a line round it, or a soft fill; `body` is its layout."""

    def __init__(
        self,
        tone: CardTone = "",
        *,
        margins: Margins = (20, 16, 20, 16),
        spacing: int = 12,
        horizontal: bool = False,
    ) -> None:
        super().__init__()
        self.setObjectName("card")
        self.setProperty("tone", tone)
        self.body: QBoxLayout = (row if horizontal else column)(self, margins=margins, spacing=spacing)

    def add(self, part: QWidget | QLayout, stretch: int = 0) -> None:
        """Put a widget or layout at the end of the body."""
        if isinstance(part, QLayout):
            self.body.addLayout(part, stretch)
        else:
            self.body.addWidget(part, stretch)

    def add_heading(self, title: str, *trailing: QWidget) -> QHBoxLayout:
        """Put a title row with widgets at its end; returns the row."""
        heading = row(spacing=8)
        heading.addWidget(Label(title, "h2"))
        heading.addStretch(1)
        for widget in trailing:
            heading.addWidget(widget)
        self.body.addLayout(heading)
        return heading

    def set_tone(self, tone: CardTone) -> None:
        """Change the fill."""
        set_variant(self, "tone", tone)

    def set_chosen(self, chosen: bool) -> None:  # noqa: FBT001 - reads like a Qt setter
        """Mark as the selected card."""
        set_variant(self, "chosen", chosen)

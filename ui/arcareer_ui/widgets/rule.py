"""Hairlines between parts."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from arcareer_ui.theme.theme import current_theme
from arcareer_ui.widgets.styling import decorative


class Rule(QWidget):
    """A line of one px across its container; `vertical` for a line down it."""

    def __init__(self, *, vertical: bool = False) -> None:
        super().__init__()
        if vertical:
            self.setFixedWidth(1)
            self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        else:
            self.setFixedHeight(1)
        decorative(self)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the line."""
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(current_theme().colour("line"))
        painter.drawRect(self.rect())

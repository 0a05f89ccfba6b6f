"""A line of an icon and words that wrap."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from arcareer_ui.widgets.boxes import row
from arcareer_ui.widgets.icon import Icon
from arcareer_ui.widgets.label import Label


class FactLine(QWidget):
    """Icon and words; hidden while there are none."""

    def __init__(self, icon: str, text: str = "", *, colour: str = "text3") -> None:
        super().__init__()
        line = row(self, spacing=10)
        line.addWidget(Icon(icon, colour, 16), 0, Qt.AlignmentFlag.AlignTop)
        self._words = Label(text, "small", wrap=True)
        line.addWidget(self._words, 1)
        if not text:
            self.hide()

    @property
    def text(self) -> str:
        """Return the words."""
        return self._words.text()

    def set_text(self, text: str) -> None:
        """Show other words."""
        self._words.setText(text)
        self.setVisible(bool(text))

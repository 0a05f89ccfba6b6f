"""What a place says while there is nothing in it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from arcareer_ui.theme.theme import current_theme
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.icon import Bubble
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.styling import Restyled, Tone

TEXT_WIDTH = 380


class EmptyState(Restyled, QWidget):
    """Icon, what will be here, how small a start may be, one action, maybe a second and a third, maybe a footnote."""

    def __init__(
        self,
        icon: str,
        title: str,
        text: str = "",
        *,
        action: QPushButton | None = None,
        second: QPushButton | None = None,
        third: QPushButton | None = None,
        footnote: str = "",
        tone: Tone = "plain",
    ) -> None:
        super().__init__()
        middle = Qt.AlignmentFlag.AlignHCenter
        layout = column(self, margins=(0, 24, 0, 24), spacing=4)
        layout.addStretch(1)
        layout.addWidget(Bubble(icon, tone, 48, 22), 0, middle)
        layout.addSpacing(10)
        self._title, self._text, self._note = (_middle_label(role) for role in ("h2", "small", "caption"))
        layout.addLayout(_centred(self._title))
        layout.addLayout(_centred(self._text))
        buttons = self._buttons = [button for button in (action, second, third) if button is not None]
        if buttons:
            layout.addSpacing(8)
            line = row(spacing=12)
            line.addStretch(1)
            for button in buttons:
                line.addWidget(button)
            line.addStretch(1)
            layout.addLayout(line)
            layout.addSpacing(4)
        layout.addLayout(_centred(self._note))
        layout.addStretch(1)
        self.set_words(title, text, footnote)
        self.restyle()

    @property
    def title(self) -> str:
        """Return the first line."""
        return self._title.text()

    @property
    def first_action(self) -> QPushButton | None:
        """Return the button that leads on, if there is one."""
        return self._buttons[0] if self._buttons else None

    def set_words(self, title: str, text: str = "", footnote: str = "") -> None:
        """Change what it says, for example the search text it names."""
        for label, words in ((self._title, title), (self._text, text), (self._note, footnote)):
            label.setText(words)
            label.setVisible(bool(words))

    def restyle(self) -> None:
        """Follow the text scale."""
        for label in (self._title, self._text, self._note):
            label.setMaximumWidth(current_theme().px(TEXT_WIDTH))


def _middle_label(role: str) -> Label:
    return Label("", role, wrap=True, align=Qt.AlignmentFlag.AlignCenter)


def _centred(label: Label) -> QHBoxLayout:
    """Centre with stretches: an alignment flag would end the label's height-for-width."""
    line = row()
    line.addStretch(1)
    line.addWidget(label, 100)
    line.addStretch(1)
    return line

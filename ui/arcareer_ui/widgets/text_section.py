"""One part of a longer text: a letter, what belongs here, a count, and a box that grows."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.grow_text import GrowText
from arcareer_ui.widgets.icon import Badge
from arcareer_ui.widgets.label import ElideLabel, Label
from arcareer_ui.widgets.message_line import MessageLine


class TextSection(QWidget):
    """`edited` and `left` come from the box, which is called `name` and invites with `placeholder`.

    `hint` stands beside the title on one line; `add` puts something under the box.
    """

    edited = Signal()
    left = Signal()

    def __init__(self, letter: str, title: str, hint: str = "", placeholder: str = "", *, name: str = "") -> None:
        super().__init__()
        self.editor = GrowText(name or title, placeholder, bare=True)
        self.message = MessageLine(self.editor, hint)
        self._count = Label("", "caption", tabular=True)
        line = row(self, spacing=14)
        line.addWidget(Badge(letter), 0, Qt.AlignmentFlag.AlignTop)
        self._column = column(spacing=5)
        heading = row(spacing=8)
        heading.addWidget(Label(title, "strong"))
        heading.addWidget(ElideLabel(hint, "caption"), 1)
        heading.addWidget(self._count)
        self._column.addLayout(heading)
        self._column.addWidget(self.editor)
        self._column.addWidget(self.message)
        line.addLayout(self._column, 1)
        self.setFocusProxy(self.editor)
        self.editor.edited.connect(self.edited)
        self.editor.left.connect(self.left)

    @property
    def text(self) -> str:
        """Return what is written."""
        return self.editor.text

    @property
    def count(self) -> str:
        """Return the words beside the title."""
        return self._count.text()

    def set_text(self, text: str) -> None:
        """Show stored text without telling listeners."""
        self.editor.set_text(text)

    def set_count(self, words: str, tone: str = "") -> None:
        """Say how long it is; `tone` is a colour token."""
        self._count.setText(words)
        self._count.set_tone(tone)

    def add(self, part: QWidget) -> None:
        """Put something under the box."""
        self._column.addWidget(part)

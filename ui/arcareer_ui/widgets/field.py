"""A labelled input with its hint and its message."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.message_line import MessageLine
from arcareer_ui.widgets.styling import without_mnemonic


class Field(QWidget):
    """A label above an input, with an optional hint between and a message below.

    The message is a problem (the input gets a red outline) or a note. Hint and message are the input's accessible
    description. `beside` stands on one line with the input: the button that takes over what is typed.
    """

    def __init__(self, label: str, editor: QWidget, hint: str = "", *, beside: QWidget | None = None) -> None:
        super().__init__()
        self.editor = editor
        layout = column(self, spacing=6)
        self._label = Label(without_mnemonic(label), "label")
        self._label.setBuddy(editor)
        layout.addWidget(self._label)
        if hint:
            layout.addWidget(Label(hint, "caption", wrap=True))
        if beside is None:
            layout.addWidget(editor)
        else:
            line = row(spacing=10)
            line.addWidget(editor, 1)
            line.addWidget(beside)
            layout.addLayout(line)
        if not editor.accessibleName():
            editor.setAccessibleName(label)
        self._message = MessageLine(editor, hint)
        layout.addWidget(self._message)

    def set_label(self, text: str) -> None:
        """Change the words above the input; its accessible name is the caller's."""
        self._label.setText(without_mnemonic(text))

    @property
    def message(self) -> str:
        """Return the message shown, or nothing."""
        return self._message.text

    def show_problem(self, text: str) -> None:
        """Say under the input what does not fit, what would, and that the text is kept."""
        self._message.show_problem(text)

    def show_note(self, text: str) -> None:
        """Say under the input how it was understood or what to look at."""
        self._message.show_note(text)

    def clear_message(self) -> None:
        """Take the message away."""
        self._message.clear()

"""A labelled input with its hint and its message."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.icon import Icon
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.styling import set_variant, without_mnemonic


class Field(QWidget):
    """A label above an input, with an optional hint between and a message below.

    The message is a problem (the input gets a red outline) or a note. Hint and message are the input's accessible
    description.
    """

    def __init__(self, label: str, editor: QWidget, hint: str = "") -> None:
        super().__init__()
        self.editor = editor
        self._hint = hint
        layout = column(self, spacing=6)
        self._label = Label(without_mnemonic(label), "label")
        self._label.setBuddy(editor)
        layout.addWidget(self._label)
        if hint:
            layout.addWidget(Label(hint, "caption", wrap=True))
        layout.addWidget(editor)
        self._message = QWidget()
        line = row(self._message, spacing=6)
        self._icon = Icon("info", "info", 15)
        self._text = Label("", "small", wrap=True)
        line.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._text, 1)
        self._message.hide()
        layout.addWidget(self._message)
        if not editor.accessibleName():
            editor.setAccessibleName(label)
        editor.setAccessibleDescription(hint)

    @property
    def message(self) -> str:
        """Return the message shown, or nothing."""
        return self._text.text() if self._message.isVisibleTo(self) else ""

    def show_problem(self, text: str) -> None:
        """Say under the input what does not fit, what would, and that the text is kept."""
        self._say(text, "circle-alert", "danger")

    def show_note(self, text: str) -> None:
        """Say under the input how it was understood or what to look at."""
        self._say(text, "info", "info")

    def clear_message(self) -> None:
        """Take the message away."""
        if self._message.isHidden():
            return
        self._message.hide()
        set_variant(self.editor, "tone", "")
        self.editor.setAccessibleDescription(self._hint)

    def _say(self, text: str, icon: str, tone: str) -> None:
        self._icon.set(icon, tone)
        self._text.setText(text)
        self._text.set_tone(tone)
        self._message.show()
        set_variant(self.editor, "tone", "danger" if tone == "danger" else "")
        self.editor.setAccessibleDescription(f"{self._hint} {text}".strip())

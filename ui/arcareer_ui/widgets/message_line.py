"""The line under an input: a problem, or how it was understood."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from arcareer_ui.widgets.boxes import row
from arcareer_ui.widgets.icon import Icon
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.styling import set_variant


class MessageLine(QWidget):
    """Icon and words about `editor`, hidden while there is nothing to say.

    A problem gives the editor a red outline; either is part of the editor's accessible description, after `hint`.
    """

    def __init__(self, editor: QWidget, hint: str = "") -> None:
        super().__init__()
        self._editor, self._hint = editor, hint
        line = row(self, spacing=6)
        self._icon = Icon("info", "info", 15)
        self._text = Label("", "small", wrap=True)
        line.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._text, 1)
        editor.setAccessibleDescription(hint)
        self.hide()

    @property
    def text(self) -> str:
        """Return the words shown, or nothing."""
        return "" if self.isHidden() else self._text.text()

    def show_problem(self, text: str) -> None:
        """Say what does not fit, what would, and that the text is kept."""
        self._say(text, "circle-alert", "danger")

    def show_note(self, text: str) -> None:
        """Say how it was understood or what to look at."""
        self._say(text, "info", "info")

    def clear(self) -> None:
        """Take the words away."""
        if self.isHidden():
            return
        self.hide()
        set_variant(self._editor, "tone", "")
        self._editor.setAccessibleDescription(self._hint)

    def _say(self, text: str, icon: str, tone: str) -> None:
        self._icon.set(icon, tone)
        self._text.setText(text)
        self._text.set_tone(tone)
        self.show()
        set_variant(self._editor, "tone", "danger" if tone == "danger" else "")
        self._editor.setAccessibleDescription(f"{self._hint} {text}".strip())

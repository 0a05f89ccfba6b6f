"""The line for the one sentence."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent

from arcareer.content.models import GAP
from arcareer_ui.widgets.line_edit import LineEdit

# Far above what a headline may hold, so that a pasted paragraph is kept and can be shortened rather than cut.
LONGEST_PASTE = 20_000
HINT_EDGES = 40  # px beside the hint, both sides together

_BREAKS = r"[ \t]*[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]+[ \t]*"  # compiled when the first key is pressed


class CaptureField(LineEdit):
    """One line of text. Enter submits it, Ctrl+Enter submits it and asks for details; a held key submits once.

    `hints` are what to say while it is empty, the longest first: the first one there is room for is shown.

    `typed` tells that the text has changed by the user's doing; `submitted` carries whether details are wanted.
    """

    typed = Signal()
    submitted = Signal(bool)

    def __init__(self, name: str, *hints: str) -> None:
        super().__init__(name, hints[0], size="capture")
        self._hints = hints
        self.setMaxLength(LONGEST_PASTE)
        self.textChanged.connect(self._changed)

    def begin(self, sentence: str) -> None:
        """Put a started sentence in place of the text, the caret at its first gap; Ctrl+Z brings the text back."""
        self.selectAll()
        self.insert(sentence)
        gap = sentence.find(GAP)
        if gap >= 0:
            self.setSelection(_units(sentence[:gap]), 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the hint for the new width."""
        super().resizeEvent(event)
        room, metrics = self.width() - HINT_EDGES, self.fontMetrics()
        fitting = (hint for hint in self._hints if metrics.horizontalAdvance(hint) <= room)
        self.setPlaceholderText(next(fitting, self._hints[-1]))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Submit on Enter; everything else is typing."""
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)
            return
        event.accept()
        if not event.isAutoRepeat():
            self.submitted.emit(bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))

    def _changed(self, text: str) -> None:
        flat = re.sub(_BREAKS, " ", text)
        if flat != text:
            caret = _units(re.sub(_BREAKS, " ", _before(text, self.cursorPosition())))
            self.setText(flat)
            self.setCursorPosition(caret)
            return
        self.typed.emit()


def _units(text: str) -> int:
    """Return the length as Qt counts it: UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _before(text: str, position: int) -> str:
    return text.encode("utf-16-le", "surrogatepass")[: 2 * position].decode("utf-16-le", "surrogatepass")

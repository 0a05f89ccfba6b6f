"""A text box that marks phrases: a tint and an underline of their own for each kind of finding."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Hashable, Iterable, Sequence
from itertools import accumulate
from typing import ClassVar, Literal, NamedTuple

from PySide6.QtCore import QEvent, QPoint, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QToolTip

from arcareer_ui.theme.theme import current_theme
from arcareer_ui.widgets.grow_text import GrowText

MarkTone = Literal["danger", "warn", "info", "accent", "plain"]
_Line = QTextCharFormat.UnderlineStyle


class MarkLook(NamedTuple):
    """How a mark is drawn: its underline, the colour of that, and the tint behind the words (empty for none)."""

    underline: _Line
    ink: str
    tint: str


# every tone has an underline of its own, so that colour never says it alone
MARK_LOOKS: dict[MarkTone, MarkLook] = {
    "danger": MarkLook(_Line.WaveUnderline, "danger", "danger_soft"),
    "warn": MarkLook(_Line.SingleUnderline, "warn", "warn_soft"),
    "info": MarkLook(_Line.DashUnderline, "info", "info_soft"),
    "accent": MarkLook(_Line.DashDotLine, "accent", "accent_soft"),
    "plain": MarkLook(_Line.DotLine, "line_strong", ""),
}


class Mark(NamedTuple):
    """A marked phrase: characters `start` to `end` of the text (Python's), and `note`, what hovering over it says."""

    key: Hashable
    start: int
    end: int
    tone: MarkTone
    note: str = ""


class LintText(GrowText):
    """A growing text with marks that stay on their words while others are typed.

    `mark_chosen` carries the key of a mark that was clicked; `marks_lost` the keys of those whose words were changed,
    which are gone at once.
    """

    mark_chosen = Signal(object)
    marks_lost = Signal(object)
    line_height: ClassVar[int] = 134

    def __init__(self, name: str = "", placeholder: str = "", *, role: str = "body", lines: int = 1) -> None:
        self._placed: list[Mark] = []  # in positions of the document
        self._active: Hashable = None
        super().__init__(name, placeholder, role=role, bare=True, lines=lines)
        self.setMouseTracking(True)
        self.document().contentsChange.connect(self._shift)

    @property
    def marks(self) -> tuple[Mark, ...]:
        """Return the marks as they lie on the text now."""
        units = Units(self.text)
        return tuple(
            mark._replace(start=units.character(mark.start), end=units.character(mark.end)) for mark in self._placed
        )

    @property
    def active(self) -> Hashable:
        """Return the key of the mark that stands out, or None."""
        return self._active

    @property
    def caret(self) -> int:
        """Return where the caret stands, in characters."""
        return Units(self.text).character(self.textCursor().position())

    def set_marks(self, marks: Iterable[Mark]) -> None:
        """Mark these phrases of the present text and no others."""
        text = self.text
        units = Units(text)
        self._placed = [
            mark._replace(start=units.position(mark.start), end=units.position(mark.end))
            for mark in marks
            if 0 <= mark.start < mark.end <= len(text)
        ]
        self._draw()

    def set_active(self, key: Hashable) -> None:
        """Let one mark stand out; None for no mark."""
        if key != self._active:
            self._active = key
            self._draw()

    def go_to(self, key: Hashable) -> None:
        """Let a mark stand out and put the caret before its words."""
        self.set_active(key)
        mark = next((mark for mark in self._placed if mark.key == key), None)
        if mark is not None:
            cursor = self.textCursor()
            cursor.setPosition(mark.start)
            self.setTextCursor(cursor)
            self.ensureCursorVisible()

    def replace(self, start: int, end: int, words: str) -> None:
        """Put words in place of characters `start` to `end`, as one step to undo; the caret stands behind them."""
        units = Units(self.text)
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.setPosition(units.position(start))
        cursor.setPosition(units.position(end), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(words)
        cursor.endEditBlock()
        self.document().setModified(False)  # Qt would join what is typed next with this step otherwise
        self.setTextCursor(cursor)

    def set_text(self, text: str) -> None:
        """Show stored text, without marks."""
        if self._placed and text != self.text:
            self._placed = []
            self._draw()
        super().set_text(text)

    def restyle(self) -> None:
        """Draw the marks in the theme's colours."""
        super().restyle()
        self._draw()

    def viewportEvent(self, event: QEvent) -> bool:
        """Say what a mark is about when the mouse rests on it."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            mark = self._mark_at(event.pos())
            QToolTip.showText(event.globalPos(), mark.note if mark is not None else "", self)
            return True
        return super().viewportEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the mark that was clicked."""
        super().mouseReleaseEvent(event)
        mark = self._mark_at(event.position().toPoint())
        if mark is not None and not self.textCursor().hasSelection():
            self.mark_chosen.emit(mark.key)

    def _mark_at(self, place: QPoint) -> Mark | None:
        at = self.cursorForPosition(place).position()
        hits = [mark for mark in self._placed if mark.start <= at < mark.end]
        return min(hits, key=lambda mark: mark.end - mark.start, default=None)

    def _shift(self, at: int, removed: int, added: int) -> None:
        """Keep marks on their words; those whose words were changed go."""
        if not self._placed or removed == added == 0:
            return
        kept: list[Mark] = []
        lost: list[Hashable] = []
        by = added - removed
        for mark in self._placed:
            if self._is_touched(mark, at, removed, added):
                lost.append(mark.key)
            elif mark.start >= at + removed:
                kept.append(mark._replace(start=mark.start + by, end=mark.end + by))
            else:
                kept.append(mark)
        self._placed = kept
        if lost:
            self._draw()
            self.marks_lost.emit(tuple(lost))

    def _is_touched(self, mark: Mark, at: int, removed: int, added: int) -> bool:
        if mark.start < at + removed and at < mark.end:
            return True
        if not removed and mark.start < at < mark.end:
            return True
        grows_at_end = at == mark.end and added and self._joins(at)
        grows_at_start = at + removed == mark.start and added and self._joins(at + added)
        return bool(grows_at_end or grows_at_start)

    def _joins(self, at: int) -> bool:
        """Return whether the characters on both sides of a place belong to one word."""
        document = self.document()
        return all(document.characterAt(place).isalnum() for place in (at - 1, at))

    def _draw(self) -> None:
        self.setExtraSelections([self._selection(mark) for mark in self._in_drawing_order()])

    def _in_drawing_order(self) -> Sequence[Mark]:
        """Return longer marks first, so that a word marked inside a marked sentence is seen; the active one last."""
        return sorted(self._placed, key=lambda mark: (mark.key == self._active, mark.start - mark.end))

    def _selection(self, mark: Mark) -> QTextEdit.ExtraSelection:
        selection = QTextEdit.ExtraSelection()
        selection.format = mark_format(mark.tone, active=mark.key == self._active)
        cursor = QTextCursor(self.document())
        cursor.setPosition(mark.start)
        cursor.setPosition(mark.end, QTextCursor.MoveMode.KeepAnchor)
        cursor.setKeepPositionOnInsert(True)
        selection.cursor = cursor
        return selection


def mark_format(tone: MarkTone, *, active: bool = False) -> QTextCharFormat:
    """Return how marked words are drawn; the active mark has a solid ground."""
    theme = current_theme()
    look = MARK_LOOKS[tone]
    drawn = QTextCharFormat()
    drawn.setUnderlineStyle(look.underline)
    drawn.setUnderlineColor(QColor(theme.colour(look.ink)))
    if active:
        solid = "text2" if tone == "plain" else look.ink
        drawn.setBackground(theme.colour(solid))
        drawn.setForeground(theme.colour("surface"))
    elif look.tint:
        drawn.setBackground(theme.colour(look.tint))
    return drawn


class Units:
    """Turns characters as Python counts them into positions of a Qt document, which counts UTF-16 units, and back."""

    def __init__(self, text: str) -> None:
        self._starts: list[int] | None = None
        if not text.isascii() and max(text) > "\uffff":
            self._starts = list(accumulate((1 + (char > "\uffff") for char in text), initial=0))

    def position(self, character: int) -> int:
        """Return the document's position of a character."""
        return character if self._starts is None else self._starts[character]

    def character(self, position: int) -> int:
        """Return the character at a position; inside a pair of units, the character they make."""
        return position if self._starts is None else bisect_right(self._starts, position) - 1

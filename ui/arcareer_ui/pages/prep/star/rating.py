"""After a take: how it felt, in three marks and a note. Digits set the marks one after the other."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.field import Field
from arcareer_ui.widgets.grow_text import GrowText
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.layouts import Columns

BEST = 5
STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
STACKED_BELOW = 460


class ScaleWords(NamedTuple):
    """A scale: the field it fills, its name, and what 1 and 5 stand for."""

    id: str
    label: str
    low: str
    high: str


class MarkRow(QWidget):
    """Marks from 1 to 5, none at first; one tab stop, arrow keys move. `chosen` carries the mark."""

    chosen = Signal(int)

    def __init__(self, words: ScaleWords) -> None:
        super().__init__()
        self.words = words
        self._mark: int | None = None
        self.buttons = [Button(str(mark), "chip", checkable=True) for mark in range(1, BEST + 1)]
        columns = Columns(STACKED_BELOW, 8)
        name = Label(words.label, "label")
        columns.add(name, 0, 88)
        marks = QWidget()
        line = row(marks, spacing=6)
        for at, button in enumerate(self.buttons, 1):
            said = self.tr("{name}: {mark} of 5").format(name=words.label, mark=at)
            button.setAccessibleName(said)
            button.clicked.connect(partial(self._choose, at))
            line.addWidget(button)
        said = self.tr("1: {low}. 5: {high}.").format(low=words.low, high=words.high)
        line.addWidget(Label(said, "caption", wrap=True), 1)
        columns.add(marks, 1)
        column(self).addWidget(columns)
        self.show_mark(None)

    @property
    def mark(self) -> int | None:
        """Return the mark, None before one was given."""
        return self._mark

    def show_mark(self, mark: int | None) -> None:
        """Show a mark without telling listeners."""
        self._mark = mark
        for at, button in enumerate(self.buttons, 1):
            button.setChecked(at == mark)
            stop = at == (mark or 1)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if stop else Qt.FocusPolicy.ClickFocus)

    @property
    def stop(self) -> Button:
        """Return the button Tab comes to."""
        return self.buttons[(self._mark or 1) - 1]

    def focus(self) -> None:
        """Put the keyboard here."""
        self.stop.setFocus(Qt.FocusReason.TabFocusReason)

    def choose(self, mark: int) -> None:
        """Give a mark."""
        self._choose(mark)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with the arrow keys."""
        step = STEPS.get(Qt.Key(event.key()), 0)
        at = next((at for at, button in enumerate(self.buttons) if button.hasFocus()), None)
        if step and at is not None and 0 <= at + step < len(self.buttons):
            self.buttons[at + step].setFocus(Qt.FocusReason.TabFocusReason)
            return
        super().keyPressEvent(event)

    def _choose(self, mark: int) -> None:
        self.show_mark(mark)
        self.chosen.emit(mark)


class RatingPanel(QWidget):
    """The marks and the note of one take.

    `marked` carries the field of a scale and its mark, `noted` that the note was typed in, `note_left` that it was
    left; `finished` comes when the last mark was given by a digit.
    """

    marked = Signal(str, int)
    noted = Signal()
    note_left = Signal()
    finished = Signal()

    def __init__(self, scales: Sequence[ScaleWords]) -> None:
        super().__init__()
        self.rows = {words.id: MarkRow(words) for words in scales}
        self.note = GrowText(placeholder=self.tr("What will you say differently?"), lines=1)
        layout = column(self, spacing=10)
        head = Label(self.tr("How did it feel?"), "strong")
        layout.addWidget(head)
        for name, marks in self.rows.items():
            layout.addWidget(marks)
            marks.chosen.connect(partial(self.marked.emit, name))
        self.note_field = Field(self.tr("Note to yourself"), self.note)
        layout.addWidget(self.note_field)
        self.note.edited.connect(self.noted)
        self.note.left.connect(self.note_left)

    def show_marks(self, marks: Sequence[int | None], note: str) -> None:
        """Show the marks of a take, in the order of the scales, and its note."""
        for scale, mark in zip(self.rows.values(), marks, strict=True):
            scale.show_mark(mark)
        self.note.set_text(note)

    @property
    def first_focus(self) -> QWidget:
        """Return the first scale without a mark."""
        scales = list(self.rows.values())
        return next((scale for scale in scales if scale.mark is None), scales[0]).stop

    def focus(self) -> None:
        """Put the keyboard on the first scale without a mark."""
        self.first_focus.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let a digit mark the scale the keyboard is on, and go on to the next."""
        digit = event.text()
        if digit in {str(mark) for mark in range(1, BEST + 1)} and not self.note.hasFocus():
            self._mark(int(digit))
            return
        super().keyPressEvent(event)

    def _mark(self, mark: int) -> None:
        scales = list(self.rows.values())
        here = next((at for at, scale in enumerate(scales) if any(button.hasFocus() for button in scale.buttons)), 0)
        scales[here].choose(mark)
        if here + 1 < len(scales):
            scales[here + 1].focus()
        else:
            self.finished.emit()

"""After the interview: what was asked, which answer was given, how it went."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import Button, IconButton
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.combo import Combo
from arcareer_ui.widgets.field import Field
from arcareer_ui.widgets.grow_text import GrowText
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.layouts import FlowBox
from arcareer_ui.widgets.rule import Rule

NONE = "none"
MARKS = (1, 2, 3, 4, 5)


class AskedLine(NamedTuple):
    """A question that was asked: its words, the answer given, how it went, a note; empty where not said."""

    text: str
    answer: str
    went: int | None
    note: str


class AfterCard(Card):
    """`add_asked` wants a question noted, `answered` and `marked` carry its place and what was said of it.

    `dropped` carries the place of one to take away; `touched` and `left` are about the notes and the text below.
    """

    add_asked = Signal()
    answered = Signal(int, str)
    marked = Signal(int, object)
    dropped = Signal(int)
    touched = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__(margins=(22, 16, 22, 18), spacing=12)
        self.add_button = Button(self.tr("Add question"), icon="plus", size="compact")
        self.add_heading(self.tr("After the interview"), self.add_button)
        self._hint = Label(
            self.tr("Write down what was asked while you remember it. The bank learns which answers you used."),
            "small",
            wrap=True,
        )
        self.add(self._hint)
        self._rows = QWidget()
        self.add(self._rows)
        self.debrief = GrowText(lines=2)
        self.add(Field(self.tr("How did it go?"), self.debrief, self.tr("Only for you.")))
        self._shown: tuple[object, ...] = ()
        self.marks: list[Combo] = []
        self.answers: list[Combo] = []
        self.notes: list[GrowText] = []
        self.drop_buttons: list[IconButton] = []
        self.add_button.clicked.connect(self.add_asked)
        self.debrief.edited.connect(partial(self.touched.emit, "debrief"))
        self.debrief.left.connect(self.left)

    @property
    def notes_typed(self) -> tuple[str, ...]:
        """Return the notes as they stand, one for each question."""
        return tuple(note.text for note in self.notes)

    def show_asked(self, asked: Sequence[AskedLine], answers: Sequence[tuple[str, str]]) -> None:
        """Show the questions; `answers` are key and name of each there is. Same questions keep their editors."""
        shown = (tuple(one.text for one in asked), tuple(answers))
        if shown != self._shown:
            self._shown = shown
            self._rebuild(asked, answers)
            return
        for at, one in enumerate(asked):
            self.answers[at].set_current(one.answer or NONE)
            self.marks[at].set_current(str(one.went or NONE))
            self.notes[at].set_text(one.note)

    def _rebuild(self, asked: Sequence[AskedLine], answers: Sequence[tuple[str, str]]) -> None:
        fresh = QWidget()
        lines = column(fresh, spacing=8)
        self.marks, self.answers, self.notes, self.drop_buttons = [], [], [], []
        for at, one in enumerate(asked):
            if at:
                lines.addWidget(Rule())
            lines.addWidget(self._question(at, one, answers))
        self.body.replaceWidget(self._rows, fresh)
        self._rows.hide()
        self._rows.deleteLater()
        self._rows = fresh

    def _question(self, at: int, one: AskedLine, answers: Sequence[tuple[str, str]]) -> QWidget:
        part = QWidget()
        lines = column(part, spacing=6)
        head = row(spacing=8)
        head.addWidget(Label(one.text, "strong", wrap=True), 1)
        drop = IconButton("x", self.tr("Take away: {question}").format(question=one.text), size="compact")
        drop.clicked.connect(partial(self.dropped.emit, at))
        self.drop_buttons.append(drop)
        head.addWidget(drop)
        lines.addLayout(head)
        lines.addWidget(FlowBox(self._answer_combo(at, one, answers), self._mark_combo(at, one)))
        note = GrowText(self.tr("Note on: {question}").format(question=one.text), self.tr("A note, if you like"))
        note.set_text(one.note)
        note.edited.connect(partial(self.touched.emit, "asked"))
        note.left.connect(self.left)
        self.notes.append(note)
        lines.addWidget(note)
        return part

    def _answer_combo(self, at: int, one: AskedLine, answers: Sequence[tuple[str, str]]) -> Combo:
        combo = Combo(
            self.tr("Answer you gave to: {question}").format(question=one.text),
            [(NONE, self.tr("Which answer did you give?")), *answers],
            one.answer or NONE,
            size="compact",
        )
        combo.setSizeAdjustPolicy(combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(22)
        combo.chosen.connect(lambda key: self.answered.emit(at, "" if key == NONE else key))
        self.answers.append(combo)
        return combo

    def _mark_combo(self, at: int, one: AskedLine) -> Combo:
        options = [(NONE, self.tr("How did it go?"))]
        options += [(str(mark), self.tr("{mark} of 5").format(mark=mark)) for mark in MARKS]
        combo = Combo(
            self.tr("How it went: {question}").format(question=one.text), options, str(one.went or NONE), size="compact"
        )
        combo.chosen.connect(lambda key: self.marked.emit(at, None if key == NONE else int(key)))
        self.marks.append(combo)
        return combo

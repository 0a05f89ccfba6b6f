"""The plan until an interview: what to do on which day, with a tick for what is done."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import RowButton
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.check_box import CheckBox
from arcareer_ui.widgets.label import Label


class StepLine(NamedTuple):
    """A step: its key, what it asks for, why, its minutes, whether it is done, and where it is done."""

    key: str
    words: str
    why: str
    minutes: int
    done: bool
    route: str


class DayLine(NamedTuple):
    """A day: what it is called, and its steps."""

    title: str
    minutes: int
    steps: Sequence[StepLine]


class PlanCard(Card):
    """`ticked` carries a step's key and whether it is done, `opened` the route where a step is done."""

    ticked = Signal(str, bool)
    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__(margins=(20, 16, 18, 18), spacing=10)
        self._title = Label("", "h2", wrap=True)
        self._opening = Label("", "small", wrap=True)
        self._rest = Label("", "caption", wrap=True)
        self._days = QWidget()
        self._shown: tuple[object, ...] = ()
        self.boxes: dict[str, CheckBox] = {}
        self.rows: dict[str, RowButton] = {}
        self.add(self._title)
        self.add(self._opening)
        self.add(self._days)
        self.add(self._rest)

    def show_plan(self, title: str, opening: str, days: Sequence[DayLine], left_out: str) -> None:
        """Show the days that are left; the same plan stays as it is."""
        shown = (title, opening, tuple(days), left_out)
        if shown == self._shown:
            return
        self._shown = shown
        had_focus = next((key for key, box in self.boxes.items() if box.hasFocus()), "")
        self._title.setText(title)
        self._opening.setText(opening)
        self._opening.setVisible(bool(opening))
        self._rest.setText(left_out)
        self._rest.setVisible(bool(left_out))
        fresh = QWidget()
        lines = column(fresh, spacing=4)
        self.boxes, self.rows = {}, {}
        for at, day in enumerate(days):
            if at:
                lines.addSpacing(8)
            lines.addWidget(self._day(day))
            for step in day.steps:
                lines.addWidget(self._step(step))
        self.body.replaceWidget(self._days, fresh)
        self._days.hide()
        self._days.deleteLater()
        self._days = fresh
        if had_focus in self.boxes:
            self.boxes[had_focus].setFocus(Qt.FocusReason.OtherFocusReason)

    def _day(self, day: DayLine) -> QWidget:
        part = QWidget()
        line = row(part, spacing=8)
        line.addWidget(Label(day.title, "label"), 1)
        words = self.tr("%n minute(s)", "", day.minutes) if day.minutes else self.tr("Nothing left")
        line.addWidget(Label(words, "caption", tabular=True))
        return part

    def _step(self, step: StepLine) -> QWidget:
        part = QWidget()
        line = row(part, spacing=2)
        box = self.boxes[step.key] = CheckBox("", checked=step.done)
        box.setAccessibleName(self.tr("Done: {step}").format(step=step.words))
        box.toggled.connect(partial(self.ticked.emit, step.key))
        side = column(margins=(0, 4, 0, 0))
        side.addWidget(box)
        side.addStretch(1)
        line.addLayout(side)
        button = self.rows[step.key] = RowButton(f"{step.words}. {step.why}")
        words = column(button, margins=(6, 7, 6, 7), spacing=2)
        head = row(spacing=8)
        head.addWidget(Label(step.words, "small", "text3" if step.done else "text", wrap=True), 1)
        minutes = self.tr("{minutes} min").format(minutes=step.minutes)
        head.addWidget(Label(minutes, "caption", tabular=True), 0, Qt.AlignmentFlag.AlignTop)
        words.addLayout(head)
        button.setToolTip(step.why)
        for child in button.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        button.clicked.connect(partial(self.opened.emit, step.route))
        line.addWidget(button, 1)
        return part

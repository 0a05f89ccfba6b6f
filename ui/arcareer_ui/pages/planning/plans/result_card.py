"""The result of a plan: measured the way the baseline was, then told as a win or kept as a lesson."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from arcareer.domain.plans import Plan, PlanState
from arcareer_ui.pages.planning.plans.reading_form import ReadingForm
from arcareer_ui.pages.planning.plans.words import outcome_words
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.field import Field
from arcareer_ui.widgets.grow_text import GrowText
from arcareer_ui.widgets.label import Label


class ResultCard(Card):
    """`measured` carries the result. `typed` carries a field typed in.

    `win_asked` wants it logged, `win_opened` wants to see the win it became, `back_asked` wants to measure again.
    """

    measured = Signal(object)
    typed = Signal(str)
    left = Signal()
    win_asked = Signal()
    win_opened = Signal()
    back_asked = Signal()

    def __init__(self) -> None:
        super().__init__(spacing=10)
        self.add_heading(self.tr("Result"))
        self._hint = Label(
            self.tr("Measured the way the baseline was, by day 30 or when you stop."), "small", wrap=True
        )
        self.form = ReadingForm(self.tr("Result"), self.tr("Measured on"), self.tr("The same report"))
        self.save_button = Button(self.tr("Save result"), "tonal")
        self._outcome = Label("", "strong", wrap=True)
        self.helped = GrowText(placeholder=self.tr("A large customer paid by itself, a quiet month"))
        self.lesson = GrowText(placeholder=self.tr("What you would do differently, and what turned out not to matter"))
        self._lesson_field = Field(
            self.tr("What it taught you"),
            self.lesson,
            self.tr("Kept with the plan as it is. It does not become a win."),
        )
        self.win_button = Button(self.tr("Log the win"), "primary", icon="trophy")
        self.open_button = Button(self.tr("Open the win"), "secondary", icon="trophy")
        self.back_button = Button(self.tr("Measure again"), "link", icon="rotate-ccw")
        self._entry, self._told = QWidget(), QWidget()
        self._lay_out()
        self._connect()

    def show_plan(self, plan: Plan, state: PlanState, *, has_win: bool) -> None:
        """Show the form before the result, and what came of it after."""
        self._entry.setVisible(plan.result is None)
        self._told.setVisible(plan.result is not None)
        self.save_button.set_kind("primary" if state is PlanState.DUE else "tonal")
        for text, stored in ((self.helped, plan.helped), (self.lesson, plan.lesson)):
            if text.text.strip() != stored:
                text.set_text(stored)
        if plan.result is None:
            return
        self._outcome.setText(outcome_words(plan))
        self._lesson_field.setVisible(not plan.is_better or bool(plan.lesson))
        self.win_button.setVisible(plan.is_better and not has_win)
        self.open_button.setVisible(has_win)

    def values(self) -> Mapping[str, Any]:
        """Return the fields that are typed here."""
        return {"helped": self.helped.text.strip(), "lesson": self.lesson.text.strip()}

    @property
    def first_focus(self) -> QWidget:
        """Return where to go on after the result is saved."""
        parts = (self.win_button, self.lesson, self.helped)
        return next((part for part in parts if part.isVisible()), self.back_button)

    def _lay_out(self) -> None:
        entry = column(self._entry, spacing=10)
        entry.addWidget(self._hint)
        entry.addWidget(self.form)
        entry.addWidget(self.save_button, 0, Qt.AlignmentFlag.AlignLeft)
        told = column(self._told, spacing=10)
        told.addWidget(self._outcome)
        told.addWidget(Field(self.tr("What else helped"), self.helped))
        told.addWidget(self._lesson_field)
        buttons = row(spacing=10)
        for button in (self.win_button, self.open_button, self.back_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        told.addLayout(buttons)
        self.add(self._entry)
        self.add(self._told)

    def _connect(self) -> None:
        self.save_button.clicked.connect(self._submit)
        self.helped.edited.connect(partial(self.typed.emit, "helped"))
        self.lesson.edited.connect(partial(self.typed.emit, "lesson"))
        self.helped.left.connect(self.left)
        self.lesson.left.connect(self.left)
        self.win_button.clicked.connect(self.win_asked)
        self.open_button.clicked.connect(self.win_opened)
        self.back_button.clicked.connect(self.back_asked)

    def _submit(self) -> None:
        self.form.value.settle()
        reading = self.form.reading()
        if reading is None:
            if not self.form.message:
                self.form.show_problem("value", self.tr("A result needs a value and its day. Nothing was changed."))
            self.form.value.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.measured.emit(reading)

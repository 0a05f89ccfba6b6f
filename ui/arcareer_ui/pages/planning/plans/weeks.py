"""The four weeks of a plan: steps to tick off, to change and to add."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from arcareer.domain.plans import PLAN_DAYS, Plan, PlanTask
from arcareer_ui.dates import day_and_month
from arcareer_ui.pages.planning.plans.words import task_days, week_days
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.check_box import CheckBox
from arcareer_ui.widgets.chip import Chip
from arcareer_ui.widgets.combo import Combo
from arcareer_ui.widgets.field import Field
from arcareer_ui.widgets.grow_text import GrowText
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.layouts import AutoGrid
from arcareer_ui.widgets.menu_button import MenuButton, MenuEntry
from arcareer_ui.widgets.tab_order import follow_layout

CHANGE, REMOVE = "change", "remove"


class Week(NamedTuple):
    """A week of the plan, by its first and last day counted from 1."""

    number: int
    first_day: int
    last_day: int


WEEKS = (Week(1, 1, 7), Week(2, 8, 14), Week(3, 15, 21), Week(4, 22, PLAN_DAYS))


class TaskRow(QWidget):
    """A step. `ticked` carries whether it is done, `acted` what to do with it, `typed` which part was typed in.

    `days_chosen` carries first and last day.
    """

    ticked = Signal(bool)
    acted = Signal(str)
    typed = Signal(str)
    left = Signal()
    days_chosen = Signal(int, int)

    def __init__(self, task: PlanTask) -> None:
        super().__init__()
        self.task = task
        self.box = CheckBox("")
        self.menu = MenuButton("", (), size="compact")
        self._text = Label("", wrap=True)
        self._days = Label("", "caption")
        self._today = Chip(self.tr("Today"), "accent")
        self._note = Label("", "small", wrap=True)
        self.form: TaskForm | None = None
        line = row(self, margins=(0, 2, 0, 2), spacing=2)
        line.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        words = column(margins=(0, 4, 0, 0), spacing=2)
        words.addWidget(self._text)
        about = row(spacing=8)
        about.addWidget(self._days)
        about.addWidget(self._today)
        about.addStretch(1)
        words.addLayout(about)
        words.addWidget(self._note)
        self._words = words
        line.addLayout(words, 1)
        line.addWidget(self.menu, 0, Qt.AlignmentFlag.AlignTop)
        self.box.clicked.connect(self.ticked)
        self.menu.chosen.connect(self.acted)

    def show_task(self, plan: Plan, task: PlanTask, today: int) -> None:
        """Show a step; `today` is the day of the plan, 0 outside it."""
        self.task = task
        name = task.text.strip() or self.tr("Step without words")
        done = task.done_on is not None
        self.box.setChecked(done)
        self.box.setAccessibleName(name)
        self.menu.set_name(self.tr("More actions for: {step}").format(step=name))
        entries = (
            MenuEntry(CHANGE, self.tr("Change or add a note"), "pencil"),
            MenuEntry(REMOVE, self.tr("Remove step"), "trash-2"),
        )
        self.menu.set_entries(entries)
        self._text.setText(name)
        self._text.set_tone("text3" if done else "")
        days = task_days(plan, task)
        if task.done_on is not None:
            days = self.tr("{days}, done {day}").format(days=days, day=day_and_month(task.done_on))
        self._days.setText(days)
        self._today.setVisible(not done and task.first_day <= today <= task.last_day)
        self._note.setText(task.note)
        self._note.setVisible(bool(task.note.strip()) and self.form is None)
        if self.form is not None:
            self.form.show_task(task)

    def open_form(self) -> None:
        """Let the step be changed."""
        if self.form is None:
            self.form = TaskForm()
            self.form.show_task(self.task)
            self.form.typed.connect(self.typed)
            self.form.left.connect(self.left)
            self.form.days_chosen.connect(self.days_chosen)
            self.form.done_button.clicked.connect(self.close_form)
            self._words.addWidget(self.form)
            self._note.hide()
            self._text.hide()
        self.form.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_form(self) -> None:
        """Put the form away."""
        if self.form is None:
            return
        self.left.emit()
        self.form.hide()
        self.form.deleteLater()
        self.form = None
        self._text.show()
        self._note.setVisible(bool(self.task.note.strip()))
        if self.isVisible():
            self.menu.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def typed_task(self) -> PlanTask:
        """Return the step with what is typed."""
        if self.form is None:
            return self.task
        return replace(self.task, text=self.form.text.text.strip(), note=self.form.note.text.strip())


class TaskForm(QWidget):
    """What a step is and when, and a note on it."""

    typed = Signal(str)
    left = Signal()
    days_chosen = Signal(int, int)

    def __init__(self) -> None:
        super().__init__()
        self.text = GrowText(self.tr("What to do"), self.tr("One thing to do"), one_line=True)
        self.note = GrowText(self.tr("Note"), self.tr("What came of it"))
        days = [(str(day), str(day)) for day in range(1, PLAN_DAYS + 1)]
        self.first = Combo(self.tr("From day"), days)
        self.last = Combo(self.tr("To day"), days)
        self.done_button = Button(self.tr("Done"), "tonal", size="compact")
        layout = column(self, margins=(0, 4, 0, 8), spacing=8)
        layout.addWidget(Field(self.tr("What to do"), self.text))
        fields = (Field(self.tr("From day"), self.first), Field(self.tr("To day"), self.last))
        layout.addWidget(AutoGrid(fields, min_width=96))
        layout.addWidget(Field(self.tr("Note"), self.note))
        layout.addWidget(self.done_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.text.edited.connect(partial(self.typed.emit, "text"))
        self.note.edited.connect(partial(self.typed.emit, "note"))
        self.text.left.connect(self.left)
        self.note.left.connect(self.left)
        self.first.chosen.connect(lambda: self._choose(first_counts=True))
        self.last.chosen.connect(lambda: self._choose(first_counts=False))

    def show_task(self, task: PlanTask) -> None:
        """Show what is stored; a text that says the same is left alone."""
        if self.text.text.strip() != task.text:
            self.text.set_text(task.text)
        if self.note.text.strip() != task.note:
            self.note.set_text(task.note)
        self.first.set_current(str(task.first_day))
        self.last.set_current(str(task.last_day))

    def _choose(self, *, first_counts: bool) -> None:
        first, last = int(self.first.current), int(self.last.current)
        if first > last:
            first, last = (first, first) if first_counts else (last, last)
        self.days_chosen.emit(first, last)


class WeekCards(QWidget):
    """The steps week by week. Signals carry the id of a step first; `added` carries the day a new one begins on."""

    ticked = Signal(str, bool)
    removed = Signal(str)
    typed = Signal(str, str)
    left = Signal()
    days_chosen = Signal(str, int, int)
    added = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.rows: dict[str, TaskRow] = {}
        self.add_buttons: list[Button] = []
        self._order: tuple[tuple[str, int], ...] = ()
        self._lists: list[QWidget] = []
        self._chips: list[Chip] = []
        self._dates: list[Label] = []
        layout = column(self, spacing=14)
        for week in WEEKS:
            layout.addWidget(self._make_card(week))

    def show_plan(self, plan: Plan, today: date) -> None:
        """Show the steps of a plan; rows that are there already stay as they are."""
        shown = _in_order(plan.tasks)
        order = tuple((task.id, task.first_day) for task in shown)
        if order != self._order:
            self._order = order
            self._arrange(shown)
        day = 0 if plan.is_closed or plan.starts_on is None else plan.day(today)
        for add in self.add_buttons:
            add.setVisible(not plan.is_closed)
        for task in shown:
            self.rows[task.id].show_task(plan, task, day)
        for week, chip, dates in zip(WEEKS, self._chips, self._dates, strict=True):
            chip.setVisible(week.first_day <= day <= week.last_day)
            chip.set(self.tr("This week, day {day}").format(day=day), "accent")
            dates.setText(week_days(plan, week.first_day, week.last_day))

    def tasks(self, stored: Sequence[PlanTask]) -> tuple[PlanTask, ...]:
        """Return the steps with what is typed in them."""
        typed = {key: line.typed_task for key, line in self.rows.items()}
        return tuple(
            replace(task, text=typed[task.id].text, note=typed[task.id].note) if task.id in typed else task
            for task in stored
        )

    def open_form(self, task: str) -> None:
        """Let a step be changed."""
        if task in self.rows:
            self.rows[task].open_form()
            follow_layout(self)

    def close_forms(self) -> None:
        """Let no step be changed any more: another plan comes."""
        for line in self.rows.values():
            line.close_form()

    def _make_card(self, week: Week) -> Card:
        card = Card(margins=(20, 14, 12, 12), spacing=6)
        chip, dates = Chip("", "accent"), Label("", "caption")
        card.add_heading(self.tr("Week {number}").format(number=week.number), chip, dates)
        self._chips.append(chip)
        self._dates.append(dates)
        holder = QWidget()
        column(holder, spacing=2)
        card.add(holder)
        self._lists.append(holder)
        add = Button(self.tr("Add a step"), "link", icon="plus")
        add.setAccessibleName(self.tr("Add a step to week {number}").format(number=week.number))
        add.clicked.connect(partial(self.added.emit, week.first_day))
        card.body.addWidget(add, 0, Qt.AlignmentFlag.AlignLeft)
        self.add_buttons.append(add)
        return card

    def _arrange(self, tasks: Sequence[PlanTask]) -> None:
        wanted = {task.id for task in tasks}
        for key in [key for key in self.rows if key not in wanted]:
            gone = self.rows.pop(key)
            gone.hide()
            gone.deleteLater()
        focus = self.window().focusWidget()
        for task in tasks:
            line = self.rows.get(task.id) or self._make_row(task)
            week = next(at for at, week in enumerate(WEEKS) if task.first_day <= week.last_day)
            layout = self._lists[week].layout()
            if layout is not None:
                layout.addWidget(line)
        for holder in self._lists:
            layout = holder.layout()
            holder.setVisible(layout is not None and layout.count() > 0)
        follow_layout(self)
        if focus is not None and self.isAncestorOf(focus) and not focus.hasFocus():
            focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_row(self, task: PlanTask) -> TaskRow:
        line = self.rows[task.id] = TaskRow(task)
        line.ticked.connect(partial(self.ticked.emit, task.id))
        line.acted.connect(partial(self._act, task.id))
        line.typed.connect(partial(self.typed.emit, task.id))
        line.left.connect(self.left)
        line.days_chosen.connect(partial(self.days_chosen.emit, task.id))
        return line

    def _act(self, task: str, act: str) -> None:
        if act == CHANGE:
            self.open_form(task)
        else:
            self.removed.emit(task)


def _in_order(tasks: Sequence[PlanTask]) -> tuple[PlanTask, ...]:
    return tuple(sorted(tasks, key=lambda task: (task.first_day, task.last_day)))

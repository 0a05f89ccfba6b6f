"""One plan: its words and weeks on one side, its figures on the other."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from arcareer.domain.plans import Plan
from arcareer_ui.pages.planning.plans.check_ins import CheckInsCard
from arcareer_ui.pages.planning.plans.figures_card import FiguresCard
from arcareer_ui.pages.planning.plans.measure_card import MeasureCard
from arcareer_ui.pages.planning.plans.result_card import ResultCard
from arcareer_ui.pages.planning.plans.weeks import WeekCards
from arcareer_ui.pages.planning.plans.words import state_chip, title_of
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.chip import Chip
from arcareer_ui.widgets.field import Field
from arcareer_ui.widgets.grow_text import GrowText
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.layouts import Columns
from arcareer_ui.widgets.menu_button import MenuButton, MenuEntry
from arcareer_ui.widgets.meters import StepBar
from arcareer_ui.widgets.scroll import Scroll
from arcareer_ui.widgets.tab_order import follow_layout

STACKED_BELOW = 780
SIDE_WIDTH = 400
REMOVE = "remove"


class PlanSheet(QWidget):
    """A plan at work. `typed` carries the field typed in, `left` comes when one was left, `closed` wants all plans."""

    typed = Signal(str)
    left = Signal()
    closed = Signal()
    removed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.back_button = Button(self.tr("All plans"), "link", icon="arrow-left")
        self.menu = MenuButton("", (MenuEntry(REMOVE, self.tr("Move to trash"), "trash-2"),))
        self._state = Chip("")
        self.title = GrowText(self.tr("Name of the plan"), self.tr("What the plan is called"), role="h2", one_line=True)
        self.problem = GrowText(placeholder=self.tr("What is wrong today, in a sentence"), lines=2)
        self._steps = Label("", "small")
        self._bar = StepBar(0, 1, "")
        self.weeks = WeekCards()
        self.measure, self.figures = MeasureCard(), FiguresCard()
        self.result, self.check_ins = ResultCard(), CheckInsCard()
        self._lay_out()
        self._connect()

    def show_plan(self, plan: Plan, today: date, *, has_win: bool) -> None:
        """Show a plan as it is stored; parts that are being typed in are left alone."""
        chip = state_chip(plan, today)
        self._state.set(chip.text, chip.tone, chip.icon)
        self.menu.set_name(self.tr("More actions for: {plan}").format(plan=title_of(plan)))
        for text, stored in ((self.title, plan.title), (self.problem, plan.problem)):
            if text.text.strip() != stored:
                text.set_text(stored)
        done, total = sum(task.done_on is not None for task in plan.tasks), len(plan.tasks)
        words = self.tr("{done} of {total} steps done").format(done=done, total=total)
        self._steps.setText(words)
        self._bar.set(done, max(1, total), words)
        self._bar.setVisible(total > 0)
        started = plan.locked_at is not None
        self.measure.setVisible(not started)
        for card in (self.figures, self.result, self.check_ins):
            card.setVisible(started)
        self.weeks.show_plan(plan, today)
        if started:
            self.figures.show_plan(plan)
            self.result.show_plan(plan, plan.state(today), has_win=has_win)
            self.check_ins.show_plan(plan)
        else:
            self.measure.show_plan(plan)
        follow_layout(self)

    def begin(self, today: date) -> None:
        """Make ready for another plan."""
        self.weeks.close_forms()
        self.figures.close_form()
        self.measure.begin(today)
        self._scroll.verticalScrollBar().setValue(0)

    def values(self, plan: Plan) -> Mapping[str, Any]:
        """Return the fields of a plan that have editors."""
        return {
            "title": " ".join(self.title.text.split()),
            "problem": self.problem.text.strip(),
            "tasks": self.weeks.tasks(plan.tasks),
            **self.measure.values(plan),
            **self.result.values(),
        }

    def _lay_out(self) -> None:
        head = Card(margins=(20, 12, 14, 16), spacing=10)
        top = row(spacing=8)
        top.addWidget(self.back_button)
        top.addStretch(1)
        top.addWidget(self._state)
        top.addWidget(self.menu)
        head.add(top)
        head.add(self.title)
        head.add(Field(self.tr("What is wrong today"), self.problem))
        head.add(self._steps)
        head.add(self._bar)
        main, side = column(spacing=14), column(spacing=14)
        main.addWidget(head)
        main.addWidget(self.weeks)
        main.addStretch(1)
        for card in (self.measure, self.figures, self.result, self.check_ins):
            side.addWidget(card)
        side.addStretch(1)
        columns = Columns(STACKED_BELOW)
        columns.add(main, 1)
        columns.add(side, 0, SIDE_WIDTH)
        body = QWidget()
        self.messages = column(spacing=8)
        layout = column(body, margins=(0, 16, 20, 20), spacing=12)
        layout.addLayout(self.messages)
        layout.addWidget(columns, 1)
        self._scroll = Scroll(body)
        column(self).addWidget(self._scroll)

    def _connect(self) -> None:
        self.back_button.clicked.connect(self.closed)
        self.menu.chosen.connect(lambda _act: self.removed.emit())
        for name, text in (("title", self.title), ("problem", self.problem)):
            text.edited.connect(partial(self.typed.emit, name))
            text.left.connect(self.left)
        self.weeks.typed.connect(lambda task, part: self.typed.emit(f"tasks/{task}/{part}"))
        for part in (self.weeks, self.measure, self.result):
            part.left.connect(self.left)
        self.measure.typed.connect(self.typed)
        self.result.typed.connect(self.typed)

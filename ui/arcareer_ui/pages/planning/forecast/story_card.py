"""What was learnt and who was told: the refinement, the talks, and the log of the plan."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from arcareer.domain.forecast_plans import ForecastPlan, LoggedStep, ToldWhom
from arcareer_ui.dates import date_and_time, short_date
from arcareer_ui.pages.planning.row_stack import RowStack
from arcareer_ui.widgets.boxes import column
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.date_field import DateField
from arcareer_ui.widgets.field import Field
from arcareer_ui.widgets.grow_text import GrowText
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.layouts import Columns, FlowBox
from arcareer_ui.widgets.line_edit import LineEdit

STACK_BELOW = 260
MOST_LOGGED = 6


class StoryCard(Card):
    """`typed` and `left` are about the refinement, `told` wants a talk noted."""

    typed = Signal()
    left = Signal()
    told = Signal()

    def __init__(self) -> None:
        super().__init__(margins=(20, 16, 20, 20), spacing=12)
        self.add_heading(self.tr("What you made of it"))
        self.refinement = GrowText("", self.tr("Large customers are asked for a pay date first"), lines=2)
        self.refinement_field = Field(self.tr("What I do differently from here on"), self.refinement)
        self.add(self.refinement_field)
        self.add(Label(self.tr("Who was told"), "label"))
        self._talks = RowStack(8)
        self.add(self._talks)
        self.on = DateField(self.tr("Told on"))
        self.whom = LineEdit(self.tr("Whom"), self.tr("Treasury"))
        self.what = LineEdit(self.tr("What"), self.tr("Week 42 will be lower"))
        self.whom_field = Field(self.tr("Whom"), self.whom)
        self.told_button = Button(self.tr("Add talk"), icon="plus", size="compact")
        columns = Columns(STACK_BELOW, 10)
        columns.add(Field(self.tr("On"), self.on), 1)
        columns.add(self.whom_field, 1)
        self.add(columns)
        self.add(Field(self.tr("What"), self.what))
        self.add(FlowBox(self.told_button))
        self._log_title = Label(self.tr("Log"), "label")
        self._log = RowStack(4)
        self.add(self._log_title)
        self.add(self._log)
        self.refinement.edited.connect(self.typed)
        self.refinement.left.connect(self.left)
        self.told_button.clicked.connect(self.told)
        for line in (self.whom, self.what):
            line.returnPressed.connect(self.told)
            line.textEdited.connect(lambda _text: self.whom_field.clear_message())

    def show_plan(self, plan: ForecastPlan) -> None:
        """Show what the plan keeps."""
        made = plan.current_round
        self.refinement_field.setVisible(made is not None)
        text = made.refinement if made is not None else ""
        if self.refinement.text.strip() != text.strip():
            self.refinement.set_text(text)
        self._talks.set_rows([_talk(one) for one in sorted(plan.told, key=lambda one: one.on, reverse=True)])
        newest = plan.log[-MOST_LOGGED:][::-1]
        self._log_title.setVisible(bool(newest))
        self._log.set_rows([_logged(one) for one in newest])


def _talk(talk: ToldWhom) -> QWidget:
    part = QWidget()
    lines = column(part, spacing=2)
    lines.addWidget(Label(f"{short_date(talk.on)}, {talk.whom}", "caption"))
    lines.addWidget(Label(talk.what, "small", wrap=True))
    return part


def _logged(step: LoggedStep) -> QWidget:
    return Label(f"{date_and_time(step.at)}: {step.text}", "caption", wrap=True)

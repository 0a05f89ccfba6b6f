"""The reminders of an invoice, each on its day and with its script; own holidays move them on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from arcareer.domain.cadence import STOP_RULES, PlannedStep
from arcareer_ui.dates import short_date, weekday_and_date
from arcareer_ui.pages.planning.fact_line import FactLine
from arcareer_ui.pages.planning.row_stack import RowStack
from arcareer_ui.pages.planning.words import script_route
from arcareer_ui.theme.theme import current_theme
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import Button, IconButton
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.chip import Chip
from arcareer_ui.widgets.date_field import DateField
from arcareer_ui.widgets.field import Field
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.layouts import Columns, FlowBox
from arcareer_ui.widgets.line_edit import LineEdit
from arcareer_ui.widgets.rule import Rule
from arcareer_ui.widgets.styling import Restyled

STACKED_BELOW = 780
SIDE_WIDTH = 320
DAY_WIDTH = 116
_SCRIPTS = {
    "courtesy note": "due-date-check",
    "first reminder": "first-reminder",
    "second reminder": "second-reminder",
    "call": "calls/first-call",
    "third reminder": "third-reminder",
    "escalation 1": "request-to-sales",
    "escalation 2": "overdue-31-60",
    "final notice": "final-notice",
    "decision": "escalation-inside",
    "placement or legal": "agency-handover",
}


class StepRow(Restyled, QWidget):
    """One reminder: its day, what it is, how and in which tone, and the way to its script."""

    def __init__(self, step: PlannedStep, today: date, *, is_next: bool) -> None:
        super().__init__()
        rung = step.rung
        is_past = step.day < today
        line = row(self, margins=(0, 10, 0, 10), spacing=14)
        self._days = QWidget()
        days = column(self._days, spacing=2)
        days.addWidget(Label(weekday_and_date(step.day, today), "label", "text3" if is_past else "", tabular=True))
        days.addWidget(Label(self._offset(rung.offset_days), "caption"))
        days.addStretch(1)
        line.addWidget(self._days)
        words = QWidget()
        lines = column(words, spacing=3)
        name = rung.step[:1].upper() + rung.step[1:]
        chips = [Chip(self.tr("Next"), "accent", "arrow-right")] if is_next else []
        lines.addWidget(FlowBox(Label(name, "strong", "text3" if is_past else ""), *chips))
        lines.addWidget(Label(f"{rung.channel[:1].upper()}{rung.channel[1:]}, {rung.tone}", "caption", wrap=True))
        lines.addWidget(Label(rung.content, "small", wrap=True))
        line.addWidget(words, 1)
        self.script_button = Button(self.tr("Script"), "link", icon="message-square-text")
        self.script_button.setAccessibleName(self.tr("Script for: {step}").format(step=name))
        self.route = script_route(_SCRIPTS.get(rung.step, "first-reminder"))
        line.addWidget(self.script_button, 0, Qt.AlignmentFlag.AlignTop)
        self.restyle()

    def restyle(self) -> None:
        """Follow the text scale."""
        self._days.setFixedWidth(current_theme().px(DAY_WIDTH))

    def _offset(self, days: int) -> str:
        if days < 0:
            return self.tr("%n day(s) before", "", -days)
        return self.tr("%n day(s) late", "", days)


class LadderView(QWidget):
    """`changed` comes when invoice or due date changed, `holidays_changed` carries other holidays.

    `export_asked` wants the calendar file, `route_asked` carries where to go.
    """

    changed = Signal()
    holidays_changed = Signal(object)
    export_asked = Signal()
    route_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._days: tuple[date, ...] = ()
        self.invoice = LineEdit(self.tr("Invoice"), self.tr("INV-10482"))
        self.due = DateField(self.tr("Due on"))
        self.holiday = DateField(self.tr("Day off"))
        self.add_button = Button(self.tr("Add day"), icon="plus", size="compact")
        self.export_button = Button(self.tr("Add to my calendar"), "primary", icon="calendar-plus")
        self.steps = RowStack()
        self._holidays = RowStack(4)
        self._no_holidays = Label("", "small", wrap=True)
        side, main = column(spacing=14), column()
        for card in (self._make_invoice(), self._make_holidays(), self._make_stops()):
            side.addWidget(card)
        side.addStretch(1)
        self.steps_card = Card(margins=(22, 16, 22, 10), spacing=4)
        self.steps_card.add_heading(self.tr("From polite to firm"))
        self._first = Label("", "small", wrap=True)
        self.steps_card.add(self._first)
        self.steps_card.add(self.steps)
        self.steps_card.body.addStretch(1)
        main.addWidget(self.steps_card, 1)
        columns = Columns(STACKED_BELOW)
        columns.add(side, 0, SIDE_WIDTH)
        columns.add(main, 1)
        column(self).addWidget(columns, 1)
        self.invoice.textEdited.connect(lambda _text: self.changed.emit())
        self.due.picked.connect(lambda _day: self.changed.emit())
        self.add_button.clicked.connect(self._add_holiday)
        self.export_button.clicked.connect(self.export_asked)

    def show_steps(self, steps: Sequence[PlannedStep], today: date) -> None:
        """Show the reminders; the next one is marked, those behind are quiet."""
        coming = [step for step in steps if step.day >= today]
        rows: list[QWidget] = []
        for step in steps:
            shown = StepRow(step, today, is_next=bool(coming) and step is coming[0])
            shown.script_button.clicked.connect(partial(self.route_asked.emit, shown.route))
            rows += [Rule(), shown] if rows else [shown]
        self.steps.set_rows(rows)
        self.export_button.setEnabled(bool(coming))
        words = self.tr("No reminder of this invoice lies ahead.")
        if coming:
            day = weekday_and_date(coming[0].day, today)
            words = self.tr("Next: {step} on {day}. Weekends and your days off are moved on.").format(
                step=coming[0].rung.step, day=day
            )
        self._first.setText(words)

    @property
    def sentence(self) -> str:
        """Return what comes next, as it is said aloud."""
        return self._first.text()

    def show_holidays(self, days: Sequence[date]) -> None:
        """Show the user's own holidays."""
        self._days = tuple(sorted(days))
        self._holidays.set_rows([self._holiday_row(day) for day in self._days])
        self._no_holidays.setText(
            "" if days else self.tr("Weekends are known. Add public holidays and days your customers are closed.")
        )
        self._no_holidays.setVisible(not days)

    def _holiday_row(self, day: date) -> QWidget:
        part = QWidget()
        line = row(part, spacing=8)
        line.addWidget(Label(short_date(day), "body", tabular=True), 1)
        drop = IconButton("x", self.tr("Remove {day}").format(day=short_date(day)), size="compact")
        drop.clicked.connect(lambda: self.holidays_changed.emit(tuple(one for one in self._days if one != day)))
        line.addWidget(drop)
        return part

    def _add_holiday(self) -> None:
        day = self.holiday.value
        if day is not None and day not in self._days:
            self.holidays_changed.emit((*self._days, day))

    def _make_invoice(self) -> Card:
        card = Card(margins=(20, 14, 20, 18), spacing=12)
        card.add_heading(self.tr("The invoice"))
        card.add(Field(self.tr("Invoice"), self.invoice))
        card.add(Field(self.tr("Due on"), self.due))
        card.add(FlowBox(self.export_button))
        card.add(
            Label(self.tr("A file for any calendar, with an entry for each reminder ahead."), "caption", wrap=True)
        )
        return card

    def _make_holidays(self) -> Card:
        card = Card(margins=(20, 14, 20, 16), spacing=10)
        card.add_heading(self.tr("My days off"))
        card.add(self._no_holidays)
        card.add(self._holidays)
        card.add(Field(self.tr("Day off"), self.holiday, beside=self.add_button))
        return card

    def _make_stops(self) -> Card:
        card = Card("inset", margins=(18, 14, 18, 14), spacing=6)
        card.add(Label(self.tr("The ladder stops when"), "label"))
        for rule in STOP_RULES:
            card.add(FactLine("pause", rule[:1].upper() + rule[1:]))
        return card

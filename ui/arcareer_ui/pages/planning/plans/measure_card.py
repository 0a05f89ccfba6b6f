"""What a plan measures, its target and its baseline, until the plan starts and fixes them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal

from arcareer.domain.figures import FigureScope, Unit, plain_number
from arcareer.domain.plans import Direction, Plan
from arcareer.services.typed_numbers import read_number
from arcareer_ui.currencies import CURRENCIES
from arcareer_ui.pages.planning.plans.reading_form import ReadingForm
from arcareer_ui.pages.planning.plans.words import directions, scopes, units
from arcareer_ui.widgets.boxes import row
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.combo import Combo
from arcareer_ui.widgets.date_field import DateField
from arcareer_ui.widgets.field import Field
from arcareer_ui.widgets.grow_text import GrowText
from arcareer_ui.widgets.icon import Icon
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.layouts import AutoGrid
from arcareer_ui.widgets.line_edit import LineEdit, ParsedLine
from arcareer_ui.widgets.rule import Rule


class MeasureCard(Card):
    """`typed` carries the name of a field typed in, `chosen` a field and what was chosen for it.

    `start_asked` carries day one.
    """

    typed = Signal(str)
    left = Signal()
    chosen = Signal(str, object)
    start_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__(spacing=12)
        self.measure = LineEdit(placeholder=self.tr("Overdue balance, disputes a week, days to post"))
        self.how = GrowText(placeholder=self.tr("The same report, the same weekday, both times"))
        self.unit = Combo(self.tr("Unit"), [(one.value, text) for one, text in units().items()])
        self.currency = Combo(self.tr("Currency"), [("", self.tr("Not said")), *((one, one) for one in CURRENCIES)])
        self.wanted = Combo(self.tr("Which way"), [(one.value, text) for one, text in directions().items()])
        self.scope = Combo(self.tr("Whose result"), [(one.value, text) for one, text in scopes().items()])
        self.target = ParsedLine[Decimal](read_number, plain_number)
        self.baseline = ReadingForm(self.tr("Baseline"), self.tr("Measured on"), self.tr("Aging report"))
        self.day_one = DateField(self.tr("Day one"))
        self.start_button = Button(self.tr("Start plan"), "primary", icon="play")
        for combo in (self.unit, self.currency, self.wanted, self.scope):
            combo.setSizeAdjustPolicy(combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._lay_out()
        self._connect()

    def show_plan(self, plan: Plan) -> None:
        """Show what is stored; a part that is being typed in is left alone."""
        if self.measure.text().strip() != plan.measure:
            self.measure.set_text(plan.measure)
        if self.how.text.strip() != plan.how_to_measure:
            self.how.set_text(plan.how_to_measure)
        self.unit.set_current(plan.unit.value)
        if self.currency.findData(plan.currency) < 0:
            self.currency.addItem(plan.currency, plan.currency)
        self.currency.set_current(plan.currency)
        self._currency_field.setVisible(plan.unit is Unit.MONEY)
        self.wanted.set_current(plan.wanted.value)
        self.scope.set_current(plan.scope.value)
        if self.target.value != plan.target and not self.target.is_half_typed:
            self.target.set_value(plan.target)
        if plan.baseline is not None and plan.baseline != self.baseline.reading():
            self.baseline.show_reading(plan.baseline)

    def begin(self, today: date) -> None:
        """Offer today as day one of another plan."""
        self.day_one.set_value(today)
        for field in self._fields.values():
            field.clear_message()
        self.baseline.clear_problems()

    def values(self, plan: Plan) -> Mapping[str, Any]:
        """Return the fields that are typed here."""
        return {
            "measure": self.measure.text().strip(),
            "how_to_measure": self.how.text.strip(),
            "target": self.target.value if self.target.value or not self.target.is_half_typed else plan.target,
            "baseline": self.baseline.reading() or (plan.baseline if self.baseline.value.text().strip() else None),
        }

    def show_problem(self, field: str, text: str) -> None:
        """Say at a field why it was not taken, and go there."""
        if field in self._fields:
            self._fields[field].show_problem(text)
            self._fields[field].editor.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.baseline.show_problem(field, text)
            line = self.baseline.source if field == "source" else self.baseline.value
            line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        measure = Field(self.tr("What you measure"), self.measure)
        target = Field(self.tr("Target, if you set one"), self.target)
        day_one = Field(self.tr("Day one"), self.day_one)
        self._currency_field = Field(self.tr("Currency"), self.currency)
        self._fields = {"measure": measure, "target": target, "starts_on": day_one}
        self.add_heading(self.tr("One number, before and after"))
        self.add(measure)
        self.add(Field(self.tr("How you measure it"), self.how))
        grid = (
            Field(self.tr("Unit"), self.unit),
            Field(self.tr("Which way"), self.wanted),
            Field(self.tr("Whose result"), self.scope),
            target,
            self._currency_field,  # the last, as it leaves no hole where nothing is counted in money
        )
        self.add(AutoGrid(grid, min_width=140))
        self.add(Rule())
        self.add(self.baseline)
        self.add(Rule())
        promise = row(spacing=10)
        promise.addWidget(Icon("lock", "text3", 16), 0, Qt.AlignmentFlag.AlignTop)
        words = self.tr(
            "Starting fixes the baseline and the target. After that the baseline changes only with a reason, and "
            "every change stays on view."
        )
        promise.addWidget(Label(words, "small", wrap=True), 1)
        self.add(promise)
        self.add(day_one)
        line = row()
        line.addWidget(self.start_button)
        line.addStretch(1)
        self.add(line)

    def _connect(self) -> None:
        self.measure.textEdited.connect(lambda: self._type("measure"))
        self.how.edited.connect(partial(self.typed.emit, "how_to_measure"))
        self.target.textEdited.connect(lambda: self._type("target"))
        self.baseline.edited.connect(partial(self.typed.emit, "baseline"))
        unread = self.tr("No number yet. Try 48,200. Your text is kept.")
        self.target.unread.connect(lambda: self._fields["target"].show_problem(unread))
        self.target.mended.connect(self._fields["target"].clear_message)
        for part in (self.measure, self.how, self.target, self.baseline):
            part.left.connect(self.left)
        self.unit.chosen.connect(lambda one: self.chosen.emit("unit", Unit(one)))
        self.currency.chosen.connect(lambda one: self.chosen.emit("currency", one))
        self.wanted.chosen.connect(lambda one: self.chosen.emit("wanted", Direction(one)))
        self.scope.chosen.connect(lambda one: self.chosen.emit("scope", FigureScope(one)))
        self.start_button.clicked.connect(self._ask_start)

    def _type(self, field: str) -> None:
        self._fields[field].clear_message()
        self.typed.emit(field)

    def _ask_start(self) -> None:
        self.target.settle()
        self.baseline.value.settle()
        self.start_asked.emit(self.day_one.value)

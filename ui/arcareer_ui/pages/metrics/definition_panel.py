"""What a figure means: its value or why there is none, the formula, the user's own inputs, and every choice in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from arcareer.domain.figures import Unit, plain_number
from arcareer.domain.kpi_periods import Tie
from arcareer.domain.metric_words import flag_words
from arcareer_ui.amounts import exact_money_words
from arcareer_ui.dates import short_date
from arcareer_ui.pages.metrics.parts import why_words
from arcareer_ui.pages.metrics.words import metric_name, month_words, rounded, value_words
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.chip import Chip
from arcareer_ui.widgets.combo import Combo
from arcareer_ui.widgets.field import Field
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.rule import Rule

if TYPE_CHECKING:
    from decimal import Decimal

    from arcareer.domain.metric_readings import InputLine, MetricReading

_COUNTED = frozenset({"days", "disputes_opened", "dispute_days", "promises_due", "promises_kept", "months"})


class DefinitionPanel(QWidget):
    """The definition card of one reading. `variant_chosen` carries the metric's id and the formula's."""

    variant_chosen = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._metric = ""
        layout = column(self, spacing=12)
        self._month = Label("", "small")
        self._value = Label("", "kpi", tabular=True)
        self._why = Label("", "strong", wrap=True)
        self._flag = Label("", "small", "warn", wrap=True)
        self._tie = Chip("")
        for part in (self._month, self._value, self._why, self._flag):
            layout.addWidget(part)
        line = row()
        line.addWidget(self._tie)
        line.addStretch(1)
        layout.addLayout(line)
        self.variants = Combo(self.tr("Way of working it out"))
        self.variants.setSizeAdjustPolicy(self.variants.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._variant_field = Field(
            self.tr("Way of working it out"),
            self.variants,
            self.tr(
                "One way counts for all months, so that before and after are alike. Changing it is no improvement."
            ),
        )
        layout.addWidget(self._variant_field)
        self._place = column()
        layout.addLayout(self._place)
        layout.addStretch(1)
        self._details: QWidget | None = None
        self.variants.chosen.connect(lambda formula: self.variant_chosen.emit(self._metric, formula))

    def show_reading(self, reading: MetricReading) -> None:
        """Show the definition card of a reading."""
        kind, self._metric = reading.kind, reading.kind.id
        self._month.setText(month_words(reading.month))
        self._value.setVisible(reading.value is not None)
        self._value.setText("" if reading.value is None else value_words(reading.value, kind.unit))
        self._why.setVisible(reading.value is None)
        self._why.setText(why_words(reading))
        self._flag.setVisible(reading.flag is not None)
        self._flag.setText(flag_words(reading.flag) if reading.flag else "")
        self._show_tie(reading)
        names = {formula: variant_words(formula) for formula in kind.variants}
        self.variants.set_options(list(names.items()), reading.card.metric)
        self._variant_field.setVisible(len(names) > 1)
        if self._details is not None:
            self._place.removeWidget(self._details)
            self._details.hide()
            self._details.deleteLater()
        self._details = self._make_details(reading)
        self._place.addWidget(self._details)

    def _show_tie(self, reading: MetricReading) -> None:
        if reading.tie is Tie.TIES:
            self._tie.set(self.tr("The month adds up"), "accent", "circle-check")
        elif reading.tie is Tie.NOT_TIED:
            self._tie.set(self.tr("Not tied"), "warn", "circle-dashed")
        else:
            off = exact_money_words(reading.difference, reading.book.currency) if reading.difference else ""
            self._tie.set(self.tr("Does not add up: {amount}").format(amount=off), "warn", "triangle-alert")

    def _make_details(self, reading: MetricReading) -> QWidget:
        card = reading.card
        details = QWidget()
        layout = column(details, spacing=10)
        layout.addWidget(_pair(self.tr("Formula"), card.formula))
        inputs = column(spacing=8)
        for line in reading.inputs:
            inputs.addWidget(self._make_input(line, reading))
        layout.addWidget(Label(self.tr("With your figures"), "label"))
        layout.addLayout(inputs)
        layout.addWidget(Rule())
        measured = reading.measured
        period = self.tr("{start} to {end}").format(start=short_date(measured.start), end=short_date(measured.end))
        facts = (
            (self.tr("Period"), period),
            (self.tr("Variant"), card.variant),
            (self.tr("Days"), card.days_basis),
            (self.tr("Sales"), card.sales_basis),
            (self.tr("Balances"), card.balance_basis),
            (self.tr("Your source"), measured.source),
            (self.tr("To mind"), card.remark),
            (self.tr("Formula from"), card.source),
        )
        for title, text in facts:
            if text:
                layout.addWidget(_pair(title, text))
        return details

    def _make_input(self, line: InputLine, reading: MetricReading) -> QWidget:
        part = QWidget()
        layout = column(part, spacing=1)
        top = row(spacing=10)
        top.addWidget(Label(line.meaning, "small", "text", wrap=True), 1)
        if line.value is None:
            top.addWidget(Chip(self.tr("Missing"), "warn"))
        else:
            top.addWidget(Label(_input_words(line.name, line.value, reading), "strong", tabular=True))
        layout.addLayout(top)
        if line.source:
            layout.addWidget(Label(line.source, "caption", wrap=True))
        return part


def variant_words(formula: str) -> str:
    """Return the name of a variant of a metric."""
    from arcareer.domain.formulas import formula_of  # noqa: PLC0415 - the whole table, needed by this panel only

    found = formula_of(formula)
    if found is None:
        return formula
    return f"{found.card.name}, {found.card.variant}" if found.card.variant else found.card.name


def _pair(title: str, text: str) -> QWidget:
    part = QWidget()
    layout = column(part, spacing=2)
    layout.addWidget(Label(title, "caption"))
    layout.addWidget(Label(text, "small", "text", wrap=True))
    return part


def _input_words(name: str, value: Decimal, reading: MetricReading) -> str:
    if name in _COUNTED:
        return plain_number(rounded(value, Unit.DAYS).normalize())
    return exact_money_words(value, reading.book.currency)


def panel_title(reading: MetricReading) -> str:
    """Return the name of the measure the panel is about."""
    return metric_name(reading.kind)

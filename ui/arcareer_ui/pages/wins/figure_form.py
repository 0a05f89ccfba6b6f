"""Every part of one figure, to be edited in place."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from arcareer.domain.figures import Basis, Figure, FigureScope, Unit, plain_number
from arcareer.services.typed_numbers import read_number
from arcareer_ui.currencies import CURRENCIES
from arcareer_ui.widgets.boxes import column
from arcareer_ui.widgets.combo import Combo
from arcareer_ui.widgets.field import Field
from arcareer_ui.widgets.layouts import AutoGrid
from arcareer_ui.widgets.line_edit import LineEdit, ParsedLine


class FigureForm(QWidget):
    """Every part of one figure. `changed` carries the whole figure when a part was chosen or a number entered.

    `typed` carries the figure and the part being typed in, with every key; `left` comes when such a part was left.
    """

    changed = Signal(object)
    typed = Signal(object, str)
    left = Signal()

    def __init__(self, figure: Figure) -> None:
        super().__init__()
        self._figure = figure
        self.measure = LineEdit(placeholder=self.tr("collected, DSO, invoices"))
        self.before = ParsedLine[Decimal](read_number, plain_number)
        self.after = ParsedLine[Decimal](read_number, plain_number)
        self.unit = Combo(self.tr("Unit"), [(unit.value, text) for unit, text in _units(self).items()])
        self.currency = Combo(self.tr("Currency"), [("", self.tr("Not said")), *((code, code) for code in CURRENCIES)])
        self.period = LineEdit(placeholder=self.tr("Q3 2026"))
        self.scope = Combo(self.tr("Whose"), [(scope.value, text) for scope, text in scopes(self).items()])
        self.basis = Combo(self.tr("How known"), [(basis.value, text) for basis, text in bases(self).items()])
        self.source = LineEdit(placeholder=self.tr("Aging report of 30 September"))
        for combo in (self.unit, self.currency, self.scope, self.basis):
            combo.setSizeAdjustPolicy(combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._lines = {"measure": self.measure, "period": self.period, "source": self.source}
        self._after_field = Field(self.tr("Number, or after"), self.after)
        self._before_field = Field(self.tr("Before, if it changed"), self.before)
        self._currency_field = Field(self.tr("Currency"), self.currency)
        fields = (
            Field(self.tr("What is measured"), self.measure),
            self._before_field,
            self._after_field,
            Field(self.tr("Unit"), self.unit),
            Field(self.tr("Period"), self.period),
            Field(self.tr("Whose result"), self.scope),
            Field(self.tr("How it is known"), self.basis),
            Field(self.tr("Source"), self.source),
            self._currency_field,  # the last, as it leaves no hole where nothing is counted in money
        )
        column(self, margins=(0, 4, 4, 4)).addWidget(AutoGrid(fields, min_width=150))
        self.show_figure(figure)
        self._connect()

    def show_figure(self, figure: Figure) -> None:
        """Show a figure; a number that is being typed is left alone."""
        self._figure = figure
        for name, line in self._lines.items():
            if line.text().strip() != getattr(figure, name):
                line.set_text(getattr(figure, name))
                line.setCursorPosition(0)
        for number, value in ((self.before, figure.before), (self.after, figure.after)):
            if number.value != value and not number.is_half_typed:
                number.set_value(value)
        self.unit.set_current(figure.unit.value)
        if self.currency.findData(figure.currency) < 0:
            self.currency.addItem(figure.currency, figure.currency)
        self.currency.set_current(figure.currency)
        self.scope.set_current(figure.scope.value)
        self.basis.set_current(figure.basis.value)
        self._currency_field.setVisible(figure.unit is Unit.MONEY)

    def message_of(self, part: str) -> str:
        """Return what is said about one of the two numbers, `before` or `after`."""
        return (self._after_field if part == "after" else self._before_field).message

    def settle(self) -> None:
        """Read numbers that are half typed."""
        self.before.settle()
        self.after.settle()

    def _connect(self) -> None:
        for name, line in self._lines.items():
            line.textEdited.connect(partial(self._type, name))
            line.left.connect(self.left)
        self.before.entered.connect(lambda value: self._put(before=value))
        self.after.entered.connect(self._put_after)
        for number, field in ((self.before, self._before_field), (self.after, self._after_field)):
            number.unread.connect(partial(field.show_problem, self.tr("No number yet. Try 48,200. Your text is kept.")))
            number.mended.connect(field.clear_message)
        self.unit.chosen.connect(self._put_unit)
        self.currency.chosen.connect(lambda code: self._put(currency=code))
        self.scope.chosen.connect(lambda scope: self._put(scope=FigureScope(scope)))
        self.basis.chosen.connect(lambda basis: self._put(basis=Basis(basis)))

    def _type(self, part: str, text: str) -> None:
        self._figure = replace(self._figure, **{part: text.strip()})  # type: ignore[arg-type]
        self.typed.emit(self._figure, part)

    def _put_after(self, value: Decimal | None) -> None:
        if value is None:
            self._after_field.show_problem(self.tr("A figure needs a number here. The last one is kept."))
        else:
            self._after_field.clear_message()
            self._put(after=value)

    def _put_unit(self, unit: str) -> None:
        chosen = Unit(unit)
        self._put(unit=chosen, currency=self._figure.currency if chosen is Unit.MONEY else "")

    def _put(self, **parts: object) -> None:
        figure = replace(self._figure, **parts)  # type: ignore[arg-type]
        if figure != self._figure:
            self._figure = figure
            self._currency_field.setVisible(figure.unit is Unit.MONEY)
            self.changed.emit(figure)


def scopes(widget: QWidget) -> dict[FigureScope, str]:
    """Return whose result a figure can be, in words."""
    return {
        FigureScope.MINE: widget.tr("Mine"),
        FigureScope.PORTFOLIO: widget.tr("My portfolio"),
        FigureScope.TEAM: widget.tr("The team"),
        FigureScope.COMPANY: widget.tr("The company"),
    }


def bases(widget: QWidget) -> dict[Basis, str]:
    """Return how a figure can be known, in words."""
    return {Basis.MEASURED: widget.tr("Measured"), Basis.ESTIMATED: widget.tr("Estimated")}


def _units(widget: QWidget) -> dict[Unit, str]:
    return {
        Unit.MONEY: widget.tr("Money"),
        Unit.PERCENT: widget.tr("Per cent"),
        Unit.POINTS: widget.tr("Points"),
        Unit.DAYS: widget.tr("Days"),
        Unit.WEEKS: widget.tr("Weeks"),
        Unit.MONTHS: widget.tr("Months"),
        Unit.HOURS: widget.tr("Hours"),
        Unit.MINUTES: widget.tr("Minutes"),
        Unit.TIMES: widget.tr("Times"),
        Unit.COUNT: widget.tr("A count"),
    }

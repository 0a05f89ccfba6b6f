"""The figures of a win: a line to type them, and a form for each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from arcareer.domain.figures import Basis, Figure, FigureScope, Unit, figure_text, plain_number
from arcareer.services.typed_numbers import read_number
from arcareer_ui.theme.theme import current_theme
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import Button, IconButton
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.chip import Chip
from arcareer_ui.widgets.combo import Combo
from arcareer_ui.widgets.field import Field
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.layouts import AutoGrid
from arcareer_ui.widgets.line_edit import LineEdit, ParsedLine

ReadFigures = Callable[[str], Sequence[Figure]]

LABEL_HEIGHT = 25  # of the field beside the button, so that both stand on one line
CURRENCIES = ("USD", "EUR", "GBP", "CAD", "AUD", "NZD", "CHF", "SEK", "NOK", "DKK", "PLN", "INR", "ZAR", "SGD", "JPY")


class FiguresEditor(QWidget):
    """All figures of a win. `changed` carries the new figures and what was done, for undo."""

    changed = Signal(object, str)

    def __init__(self, read: ReadFigures) -> None:
        super().__init__()
        self._read = read
        self._figures: tuple[Figure, ...] = ()
        self.line = LineEdit(placeholder=self.tr("$48,200 collected, or from 96 to 42 days"))
        self.field = Field(self.tr("Result in numbers"), self.line)
        self.add_button = Button(self.tr("Add number"), icon="plus")
        self.add_button.setEnabled(False)
        layout = column(self, spacing=8)
        adding = row(spacing=10)
        adding.addWidget(self.field, 1)
        beside = column()
        beside.addSpacing(current_theme().px(LABEL_HEIGHT))
        beside.addWidget(self.add_button)
        beside.addStretch(1)
        adding.addLayout(beside)
        layout.addLayout(adding)
        self._rows = column(spacing=8)
        layout.addLayout(self._rows)
        self.line.textChanged.connect(self._understand)
        self.line.returnPressed.connect(self._add)
        self.add_button.clicked.connect(self._add)

    @property
    def rows(self) -> tuple[FigureRow, ...]:
        """Return the rows on show, in order."""
        items = (self._rows.itemAt(at) for at in range(self._rows.count()))
        return tuple(widget for item in items if item is not None and isinstance(widget := item.widget(), FigureRow))

    def show_figures(self, figures: tuple[Figure, ...]) -> None:
        """Show the figures of the win; a form that is open stays open."""
        if figures == self._figures and self.rows:
            return
        same_length = len(figures) == len(self._figures)
        self._figures = figures
        for old, figure in zip(self.rows, figures, strict=False):
            old.show_figure(figure)
        for surplus in self.rows[len(figures) :]:
            self._rows.removeWidget(surplus)
            surplus.hide()
            surplus.deleteLater()
        for at in range(len(self.rows), len(figures)):
            self._rows.addWidget(self._new_row(at, figures[at]))
        if not same_length:
            for figure_row in self.rows:
                figure_row.set_open(False)

    def _new_row(self, at: int, figure: Figure) -> FigureRow:
        made = FigureRow(figure)
        made.changed.connect(partial(self._replace, at))
        made.remove_asked.connect(partial(self._remove, at))
        return made

    def _understand(self, text: str) -> None:
        figures = self._read(text) if text.strip() else ()
        self.add_button.setEnabled(bool(figures))
        if figures:
            self.field.show_note(", ".join(figure_text(figure) for figure in figures))
        else:
            self.field.clear_message()

    def _add(self) -> None:
        text = self.line.text().strip()
        figures = tuple(self._read(text)) if text else ()
        if not figures:
            if text:
                problem = self.tr(
                    "There is no number in this that could be read. Try 48,200 or 12%. Your text is kept."
                )
                self.field.show_problem(problem)
            return
        self.line.clear()
        self.changed.emit((*self._figures, *figures), self.tr("Add number"))

    def _replace(self, at: int, figure: Figure) -> None:
        if figure != self._figures[at]:
            figures = (*self._figures[:at], figure, *self._figures[at + 1 :])
            self.changed.emit(figures, self.tr("Edit number"))

    def _remove(self, at: int) -> None:
        self.changed.emit((*self._figures[:at], *self._figures[at + 1 :]), self.tr("Remove number"))


class FigureRow(Card):
    """One figure in words, with its form when open. `changed` carries the figure as edited."""

    changed = Signal(object)
    remove_asked = Signal()

    def __init__(self, figure: Figure) -> None:
        super().__init__("inset", margins=(12, 8, 8, 8), spacing=8)
        self._chip = Chip("", "accent")
        self._about = Label("", "caption", wrap=True)
        self.edit_button = IconButton("pencil", self.tr("Edit number"), checkable=True)
        self.remove_button = IconButton("x", self.tr("Remove number"))
        top = row(spacing=8)
        top.addWidget(self._chip)
        top.addWidget(self._about, 1)
        top.addWidget(self.edit_button)
        top.addWidget(self.remove_button)
        self.body.addLayout(top)
        self.form: FigureForm | None = None
        self._figure = figure
        self.edit_button.toggled.connect(self.set_open)
        self.remove_button.clicked.connect(self.remove_asked)
        self.show_figure(figure)

    def show_figure(self, figure: Figure) -> None:
        """Show a figure."""
        self._figure = figure
        text = figure_text(figure)
        self._chip.set(text, "accent")
        self._about.setText(" · ".join(_about(self, figure)))
        self.edit_button.set_name(self.tr("Edit number: {number}").format(number=text))
        self.remove_button.set_name(self.tr("Remove number: {number}").format(number=text))
        if self.form is not None:
            self.form.show_figure(figure)

    def set_open(self, is_open: bool) -> None:  # noqa: FBT001 - the shape of the button's signal
        """Show the form, or put it away."""
        if is_open and self.form is None:
            self.form = FigureForm(self._figure)
            self.form.changed.connect(self.changed)
            self.add(self.form)
        if self.form is not None:
            self.form.setVisible(is_open)
        if self.edit_button.isChecked() != is_open:
            self.edit_button.setChecked(is_open)


class FigureForm(QWidget):
    """Every part of one figure. `changed` carries the whole figure when a part was entered."""

    changed = Signal(object)

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
        self._after_field = Field(self.tr("Number, or after"), self.after)
        self._before_field = Field(self.tr("Before, if it changed"), self.before)
        self._currency_field = Field(self.tr("Currency"), self.currency)
        fields = (
            Field(self.tr("What is measured"), self.measure),
            self._before_field,
            self._after_field,
            Field(self.tr("Unit"), self.unit),
            self._currency_field,
            Field(self.tr("Period"), self.period),
            Field(self.tr("Whose result"), self.scope),
            Field(self.tr("How it is known"), self.basis),
            Field(self.tr("Source"), self.source),
        )
        column(self, margins=(0, 4, 4, 4)).addWidget(AutoGrid(fields, min_width=150))
        self.show_figure(figure)
        self._connect()

    def show_figure(self, figure: Figure) -> None:
        """Show a figure; a line that is being typed in is left alone."""
        self._figure = figure
        for line, text in ((self.measure, figure.measure), (self.period, figure.period), (self.source, figure.source)):
            if not line.hasFocus():
                line.set_text(text)
        for number, value in ((self.before, figure.before), (self.after, figure.after)):
            if not number.hasFocus():
                number.set_value(value)
        self.unit.set_current(figure.unit.value)
        if self.currency.findData(figure.currency) < 0:
            self.currency.addItem(figure.currency, figure.currency)
        self.currency.set_current(figure.currency)
        self.scope.set_current(figure.scope.value)
        self.basis.set_current(figure.basis.value)
        self._currency_field.setVisible(figure.unit is Unit.MONEY)

    def _connect(self) -> None:
        for name, line in (("measure", self.measure), ("period", self.period), ("source", self.source)):
            line.left.connect(lambda name=name, line=line: self._put(**{name: line.text().strip()}))
            line.returnPressed.connect(lambda name=name, line=line: self._put(**{name: line.text().strip()}))
        self.before.entered.connect(lambda value: self._put(before=value))
        self.after.entered.connect(self._put_after)
        for number, field in ((self.before, self._before_field), (self.after, self._after_field)):
            number.unread.connect(partial(field.show_problem, self.tr("No number yet. Try 48,200. Your text is kept.")))
            number.mended.connect(field.clear_message)
        self.unit.chosen.connect(self._put_unit)
        self.currency.chosen.connect(lambda code: self._put(currency=code))
        self.scope.chosen.connect(lambda scope: self._put(scope=FigureScope(scope)))
        self.basis.chosen.connect(lambda basis: self._put(basis=Basis(basis)))

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


def _about(widget: QWidget, figure: Figure) -> list[str]:
    words = [scopes(widget)[figure.scope], bases(widget)[figure.basis], figure.period, figure.source]
    return [word for word in words if word]

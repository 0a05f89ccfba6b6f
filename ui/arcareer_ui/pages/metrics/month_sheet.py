"""One month by hand: every part in a field of its own, and what comes out of it as it is typed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from arcareer.domain.figures import FigureScope
from arcareer.domain.history import Month
from arcareer.domain.kpi_periods import Tie
from arcareer.domain.metric_kinds import TILES
from arcareer.domain.metric_months import Book, MetricMonth, Part
from arcareer.services.typed_numbers import read_number
from arcareer_ui.amounts import exact_money_words, typed_money
from arcareer_ui.currencies import CURRENCIES
from arcareer_ui.pages.metrics.causes_form import CausesForm
from arcareer_ui.pages.metrics.parts import GROUPS, MORE, group_words, part_words, why_words
from arcareer_ui.pages.metrics.words import metric_name, month_words, scope_words, value_words
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import Button, IconButton
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.combo import Combo
from arcareer_ui.widgets.field import Field
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.layouts import AutoGrid
from arcareer_ui.widgets.line_edit import LineEdit, ParsedLine

if TYPE_CHECKING:
    from arcareer.domain.metric_readings import MetricReading

FIELD_WIDTH = 150


class MonthSheet(QWidget):
    """Fields of one month. `entered` carries a part and its value (None: unknown), `causes_changed` comes for causes.

    `month_chosen` and `book_chosen` carry what the user wants to see instead; `removal_asked` wants the month gone.
    """

    entered = Signal(object, object)
    source_left = Signal(str)
    causes_changed = Signal()
    month_chosen = Signal(object)
    book_chosen = Signal(object)
    removal_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._shown: MetricMonth | None = None
        self.scope = Combo(self.tr("Whose receivables"), [(one.value, scope_words(one)) for one in FigureScope])
        self.currency = Combo(self.tr("Currency"), [(code, code) for code in CURRENCIES])
        self.months = Combo(self.tr("Month"))
        self.earlier = IconButton("chevron-left", self.tr("Month before"))
        self.later = IconButton("chevron-right", self.tr("Month after"))
        self.lines: dict[Part, ParsedLine[Decimal]] = {}
        self.fields: dict[Part, Field] = {}
        self.source = LineEdit(placeholder=self.tr("Month-end report of the ledger"))
        self.causes = CausesForm()
        self.more_button = Button(self.tr("More figures"), "link", icon="chevron-down")
        self.remove_button = Button(self.tr("Remove this month"), "quiet", icon="trash-2", size="compact")
        self._tie = Label("", "small", wrap=True)
        self._results: dict[str, Label] = {}
        self._more: QWidget | None = None
        self._lay_out()
        self._connect()

    @property
    def shown(self) -> MetricMonth | None:
        """Return the month on show, as it is stored."""
        return self._shown

    def first_line(self) -> QWidget:
        """Return the field to start in: the first that is empty, else the first."""
        empty = (line for line in self.lines.values() if not line.text() and line.isVisibleTo(self))
        return next(empty, self.lines[Part.BEGINNING_AR])

    def show_month(
        self, month: MetricMonth, offered: Sequence[Month], opening: Decimal | None, readings: Sequence[MetricReading]
    ) -> None:
        """Show a month; `offered` are the months to choose from, `opening` the end of the month before if known."""
        same = self._shown is not None and self._shown.id == month.id
        self._shown = month
        self.scope.set_current(month.book.scope.value)
        if self.currency.findData(month.book.currency) < 0:
            self.currency.addItem(month.book.currency, month.book.currency)
        self.currency.set_current(month.book.currency)
        self.months.set_options([(str(one), month_words(one)) for one in offered], str(month.month))
        places = list(offered)
        at = places.index(month.month) if month.month in places else 0
        self.later.setEnabled(at > 0)
        self.earlier.setEnabled(at < len(places) - 1)
        for part, line in self.lines.items():
            if not (same and line.is_half_typed):
                line.set_value(month.value(part))
                self.fields[part].clear_message()
        first = self.lines[Part.BEGINNING_AR]
        first.setPlaceholderText("" if opening is None else typed_money(opening))
        first.setToolTip("" if opening is None else self.tr("Left empty, the end of the month before counts."))
        if not (same and self.source.hasFocus()):
            self.source.set_text(next((one.source for one in month.parts if one.source), ""))
        if not same or not self.causes.isAncestorOf(self.focusWidget() or self):
            self.causes.show_causes(month.causes)
        self.remove_button.setVisible(not month.is_empty)
        if not same:
            self._open_more(opened=any(month.value(part) is not None for part in MORE))
        self._show_results(readings)

    def refuse(self, part: Part, words: str) -> None:
        """Say at its field why a value was not kept."""
        self.fields[part].show_problem(words)

    def settle(self) -> None:
        """Read every field now."""
        for line in self.lines.values():
            line.settle()

    def _show_results(self, readings: Sequence[MetricReading]) -> None:
        by_kind: Mapping[str, MetricReading] = {one.kind.id: one for one in readings}
        told = next((one for one in readings if one.kind.id == TILES[0].id), None)
        for metric, label in self._results.items():
            reading = by_kind.get(metric)
            known = reading is not None and reading.value is not None
            if reading is not None and reading.value is not None:
                label.setText(value_words(reading.value, reading.kind.unit))
                label.setToolTip(reading.card.formula)
            else:
                label.setText("–")
                label.setToolTip("" if reading is None else why_words(reading))
            label.set_tone("text" if known else "text3")
        if told is not None:
            self._show_tie(told)

    def _show_tie(self, reading: MetricReading) -> None:
        if reading.tie is Tie.TIES:
            self._tie.setText(self.tr("The month adds up: the parts give the receivables at the end."))
            self._tie.set_tone("accent")
        elif reading.tie is Tie.DOES_NOT_TIE:
            off = exact_money_words(reading.difference, reading.book.currency) if reading.difference else ""
            words = self.tr(
                "The end is {amount} away from start + sales - collections - credit notes - write-offs. "
                "Until that is put right, figures that stand on balances are not shown."
            )
            self._tie.setText(words.format(amount=off))
            self._tie.set_tone("warn")
        else:
            self._tie.setText(self.tr("Not tied yet: with all six balances and flows the month can be checked."))
            self._tie.set_tone("text2")

    def _lay_out(self) -> None:
        layout = column(self, spacing=16)
        choice = row(spacing=8)
        choice.addWidget(self.earlier)
        choice.addWidget(self.months, 1)
        choice.addWidget(self.later)
        layout.addLayout(choice)
        self._book = AutoGrid((Field(self.tr("Whose"), self.scope), Field(self.tr("Currency"), self.currency)), 140)
        layout.addWidget(self._book)
        for title, parts in GROUPS:
            group = self._make_group(group_words(title), parts)
            if parts is MORE:
                layout.addWidget(self.more_button)
                self._more = group
            layout.addWidget(group)
            if parts is GROUPS[0][1]:
                layout.addWidget(self._tie)
            if parts is GROUPS[2][1]:
                layout.addWidget(self.causes)
        layout.addWidget(Field(self.tr("Where the figures come from"), self.source))
        layout.addWidget(self._make_results())
        end = row()
        end.addWidget(self.remove_button)
        end.addStretch(1)
        layout.addLayout(end)
        layout.addStretch(1)

    def _make_group(self, title: str, parts: Sequence[Part]) -> QWidget:
        group = QWidget()
        lines = column(group, spacing=10)
        lines.addWidget(Label(title, "h2"))
        for part in parts:
            line = ParsedLine[Decimal](read_number, typed_money)
            self.lines[part] = line
            self.fields[part] = Field(part_words(part), line)
        lines.addWidget(AutoGrid([self.fields[part] for part in parts], FIELD_WIDTH, 12))
        return group

    def _make_results(self) -> QWidget:
        card = Card("inset", margins=(14, 12, 14, 12), spacing=6)
        card.add(Label(self.tr("What it gives"), "label"))
        for kind in TILES:
            line = row(spacing=10)
            line.addWidget(Label(metric_name(kind), "small"), 1)
            value = Label("–", "strong", tabular=True)
            self._results[kind.id] = value
            line.addWidget(value)
            card.add(line)
        return card

    def _connect(self) -> None:
        for part, line in self.lines.items():
            line.entered.connect(partial(self._tell, part))
            line.unread.connect(partial(self._ask_again, part))
            line.mended.connect(self.fields[part].clear_message)
            line.returnPressed.connect(self.focusNextChild)
        self.source.left.connect(lambda: self.source_left.emit(self.source.text().strip()))
        self.source.returnPressed.connect(self.focusNextChild)
        self.causes.changed.connect(self.causes_changed)
        self.months.chosen.connect(lambda text: self.month_chosen.emit(_month(text)))
        self.earlier.clicked.connect(lambda: self._step(1))
        self.later.clicked.connect(lambda: self._step(-1))
        self.scope.chosen.connect(self._choose_book)
        self.currency.chosen.connect(self._choose_book)
        self.more_button.clicked.connect(
            lambda: self._open_more(opened=self._more is not None and self._more.isHidden())
        )
        self.remove_button.clicked.connect(self.removal_asked)

    def _tell(self, part: Part, value: Decimal | None) -> None:
        self.entered.emit(part, value)

    def _ask_again(self, part: Part) -> None:
        self.fields[part].show_problem(self.tr("This is not one number. Try 48,200 or 48k. Your text is kept."))

    def _step(self, by: int) -> None:
        at = self.months.currentIndex() + by
        if 0 <= at < self.months.count():
            self.month_chosen.emit(_month(str(self.months.itemData(at))))

    def _choose_book(self) -> None:
        self.book_chosen.emit(Book(FigureScope(self.scope.current), self.currency.current))

    def _open_more(self, *, opened: bool) -> None:
        if self._more is not None:
            self._more.setVisible(opened)
        self.more_button.set_icon("chevron-up" if opened else "chevron-down")


def _month(text: str) -> Month:
    year, number = text.split("-")
    return Month(int(year), int(number))

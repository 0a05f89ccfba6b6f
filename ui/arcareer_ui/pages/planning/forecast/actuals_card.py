"""A frozen forecast and what came in: a chart, a sheet to type into, and a line on each miss."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from arcareer.domain.forecast_plans import ForecastPlan, ForecastRound
from arcareer.domain.forecast_proof import PeriodVariance
from arcareer.services.typed_numbers import read_number
from arcareer_ui.amounts import money_words, short_money_words, typed_money
from arcareer_ui.dates import short_date
from arcareer_ui.pages.planning.forecast.period_grid import PeriodGrid
from arcareer_ui.pages.planning.forecast.words import method_words, percent_words, period_words
from arcareer_ui.pages.planning.row_stack import RowStack
from arcareer_ui.widgets.boxes import column
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.cell_grid import CellEdit, GridRow
from arcareer_ui.widgets.field import Field
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.line_edit import LineEdit
from arcareer_ui.widgets.trend_view import TrendPoint, TrendView

ACTUAL = 3
MOST_HISTORY = 12


class ActualsCard(Card):
    """`entered` carries the actuals typed by period, `refused` why a cell was not taken."""

    entered = Signal(object)
    refused = Signal(str)

    def __init__(self) -> None:
        super().__init__(margins=(22, 16, 22, 20), spacing=12)
        self._periods: tuple[str, ...] = ()
        self.add_heading(self.tr("Forecast and what came in"))
        self._frozen = Label("", "small", wrap=True)
        self.add(self._frozen)
        self.chart = TrendView()
        self.add(self.chart)
        self.grid = PeriodGrid(self.tr("Forecast and actual by period"))
        self.add(self.grid)
        hint = self.tr("Type what came in under Actual, or paste a column. Enter goes to the next period.")
        self.add(Label(hint, "caption", wrap=True))
        self.grid.cells.written.connect(self._write)

    def show_round(self, plan: ForecastPlan, made: ForecastRound) -> None:
        """Show a frozen forecast with its actuals."""
        frozen = made.frozen
        self._periods = tuple(period for period, _ in frozen.amounts)
        self._frozen.setText(
            self.tr("Frozen on {day}, {method}. Fingerprint {print}.").format(
                day=short_date(frozen.frozen_on), method=method_words(frozen.method), print=made.fingerprint[:16]
            )
        )
        self._frozen.setToolTip(made.fingerprint)
        known = made.amounts
        misses = {one.period: one for one in (made.proof.variances if made.proof is not None else ())}
        columns = (self.tr("Forecast"), self.tr("Repeating"), self.tr("Miss"), self.tr("Actual"))
        rows = [
            GridRow(
                period_words(period),
                (typed_money(amount), typed_money(naive), _miss(misses.get(period)), _typed(known.get(period))),
            )
            for (period, amount), naive in zip(frozen.amounts, frozen.naive, strict=True)
        ]
        self.grid.show_rows(columns, rows)
        self._draw(plan, made)

    def _draw(self, plan: ForecastPlan, made: ForecastRound) -> None:
        forecast = set(self._periods)
        past = [one for one in plan.history if one.period not in forecast][-MOST_HISTORY:]
        points = [self._point(one.period, one.amount, None, plan.currency) for one in past]
        known = made.amounts
        points += [
            self._point(period, known.get(period), amount, plan.currency) for period, amount in made.frozen.amounts
        ]
        last = next((point for point in reversed(points) if point.value is not None), None)
        text = short_money_words(last.value, plan.currency) if last is not None and last.value is not None else ""
        name = self.tr("What came in, and the forecast: {values}").format(
            values="; ".join(point.spoken for point in points)
        )
        self.chart.set(points, name, text=text, earlier_text=self.tr("Forecast"))

    def _point(self, period: str, actual: Decimal | None, forecast: Decimal | None, currency: str) -> TrendPoint:
        words = period_words(period)
        lines = [words]
        if actual is not None:
            lines.append(self.tr("{amount} came in").format(amount=money_words(actual, currency)))
        if forecast is not None:
            lines.append(self.tr("{amount} forecast").format(amount=money_words(forecast, currency)))
        label = words.split(",")[0]
        return TrendPoint(label, actual, "\n".join(lines), ", ".join(lines), forecast, is_marked=forecast is not None)

    def _write(self, edits: Sequence[CellEdit]) -> None:
        taken: dict[str, Decimal] = {}
        problems: dict[CellEdit, str] = {}
        for edit in edits:
            value = read_number(edit.text)
            if edit.column != ACTUAL:
                self.refused.emit(self.tr("This forecast is frozen, so its numbers stay. Only Actual can be typed."))
            elif not edit.text.strip():
                self.refused.emit(self.tr("An actual stays once it is there; type the right amount over it."))
            elif value is None:
                problems[edit] = self.tr("An amount is one number, such as 412,000.")
            else:
                taken[self._periods[edit.row]] = value
        if taken:
            self.entered.emit(taken)
        self.grid.cells.set_problems(problems)
        if problems:
            self.refused.emit(next(iter(problems.values())))


class NotesCard(Card):
    """A line on each miss above five percent. `noted` carries period and words when a line is left."""

    noted = Signal(str, str)

    def __init__(self) -> None:
        super().__init__(margins=(22, 16, 22, 20), spacing=10)
        self.add_heading(self.tr("Why it missed"))
        self._none = Label(self.tr("A period that misses by more than 5% is asked about here."), "small", wrap=True)
        self.add(self._none)
        self._stack = RowStack(10)
        self.add(self._stack)
        self.lines: dict[str, LineEdit] = {}
        self._shown: tuple[tuple[str, str], ...] = ()

    def show_misses(self, made: ForecastRound) -> None:
        """Show a line for each miss, with what was said already."""
        said = {one.period: one.text for one in made.notes}
        variances = made.proof.variances if made.proof is not None else ()
        asked = [one for one in variances if one.needs_note or one.period in said]
        shown = tuple((one.period, _miss(one)) for one in asked)
        if shown != self._shown:
            self._shown = shown
            self.lines = {}
            self._stack.set_rows([self._row(one) for one in asked])
        for period, line in self.lines.items():
            if not line.hasFocus():
                line.set_text(said.get(period, ""))
        self._none.setVisible(not asked)

    def flush(self) -> None:
        """Keep what is typed."""
        for period, line in self.lines.items():
            self.noted.emit(period, line.text().strip())

    def _row(self, miss: PeriodVariance) -> QWidget:
        part = QWidget()
        period = miss.period
        line = LineEdit("", self.tr("A large invoice moved to the next week"))
        label = self.tr("{period}: {miss}").format(period=period_words(period), miss=_miss(miss))
        column(part).addWidget(Field(label, line))
        line.left.connect(lambda: self.noted.emit(period, line.text().strip()))
        self.lines[period] = line
        return part


def _miss(miss: PeriodVariance | None) -> str:
    if miss is None:
        return ""
    if miss.percent is None:
        return "–"
    sign = "+" if miss.percent > 0 else "\N{MINUS SIGN}" if miss.percent < 0 else ""
    return f"{sign}{percent_words(abs(miss.percent))}"


def _typed(amount: Decimal | None) -> str:
    return "" if amount is None else typed_money(amount)

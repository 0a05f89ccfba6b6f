"""The methods tried on the past, the naive one first, and the forecast to freeze."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from decimal import Decimal

from PySide6.QtCore import Signal

from arcareer.domain.forecasting import BackTest, Method
from arcareer.services.forecast_plans import Proposal
from arcareer.services.typed_numbers import read_number
from arcareer_ui.amounts import typed_money
from arcareer_ui.pages.planning.forecast.period_grid import PeriodGrid
from arcareer_ui.pages.planning.forecast.words import method_words, percent_words, period_words
from arcareer_ui.theme.theme import current_theme
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.cell_grid import CellEdit, GridRow
from arcareer_ui.widgets.combo import Combo
from arcareer_ui.widgets.field import Field
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.layouts import Columns, FlowBox
from arcareer_ui.widgets.line_edit import ParsedLine
from arcareer_ui.widgets.text_table import TextTable

DEFAULT_PERIODS = 6
MOST_PERIODS = 26
TABLE_ROW, TABLE_HEAD = 37, 46
STACK_BELOW = 400


def _count(text: str) -> int | None:
    value = read_number(text)
    if value is None or value != value.to_integral_value() or not 1 <= value <= MOST_PERIODS:
        return None
    return int(value)


class MethodTable(TextTable):
    """The methods; as high as it has rows."""

    def set_rows(
        self,
        columns: Sequence[str],
        rows: Sequence[Sequence[str]],
        *,
        figures: Collection[int] = (),
        stretch: int | None = None,
    ) -> None:
        """Show other rows."""
        super().set_rows(columns, rows, figures=figures, stretch=stretch)
        self._fit_height()

    def restyle(self) -> None:
        """Follow the text scale."""
        super().restyle()
        self._fit_height()

    def _fit_height(self) -> None:
        model = self.model()
        rows = model.rowCount() if model is not None else 0
        theme = current_theme()
        self.setFixedHeight(theme.px(TABLE_HEAD) + theme.px(TABLE_ROW) * max(1, rows))


class MethodCard(Card):
    """`proposed` wants a forecast by the method chosen."""

    proposed = Signal()

    def __init__(self) -> None:
        super().__init__(margins=(22, 16, 22, 20), spacing=12)
        self.add_heading(self.tr("2. A method, with a baseline to beat"))
        self._words = Label("", "small", wrap=True)
        self.add(self._words)
        self.table = MethodTable(self.tr("Methods tried on your past"))
        self.add(self.table)
        self.method = Combo(self.tr("Method"), [])
        self.periods = ParsedLine[int](_count, str)
        self.periods.set_value(DEFAULT_PERIODS)
        self.periods_field = Field(self.tr("Periods ahead"), self.periods)
        self.propose_button = Button(self.tr("Work it out"), icon="chart-line")
        columns = Columns(STACK_BELOW, 12)
        columns.add(Field(self.tr("Method"), self.method), 2)
        columns.add(self.periods_field, 1)
        self.add(columns)
        self.add(FlowBox(self.propose_button))
        self.propose_button.clicked.connect(self.proposed)
        self.periods.unread.connect(
            lambda: self.periods_field.show_problem(
                self.tr("A whole number from 1 to {most}. Your text is kept.").format(most=MOST_PERIODS)
            )
        )
        self.periods.mended.connect(self.periods_field.clear_message)

    @property
    def chosen(self) -> Method:
        """Return the method chosen."""
        return Method(self.method.current or Method.NAIVE_LAST)

    def show_tests(self, tests: Sequence[BackTest], usable: Sequence[Method]) -> None:
        """Show how each method would have done; `usable` are those the history is long enough for."""
        if tests:
            tried = self.tr("%n period(s)", "", tests[0].accuracy.n)
            words = self.tr("Each was tried on your last {periods}, seeing only what came before.").format(
                periods=tried
            )
        else:
            words = self.tr("With a longer history each method is tried on your past first.")
        self._words.setText(words)
        self.table.setVisible(bool(tests))
        columns = (self.tr("Method"), self.tr("Mean miss"), self.tr("Leans"), self.tr("Closer in"))
        self.table.set_rows(columns, [self._row(one) for one in tests], figures={1, 2, 3}, stretch=0)
        chosen = self.method.current
        self.method.set_options([(one.value, method_words(one)) for one in usable])
        best = min(tests, key=_miss, default=None)
        wanted = chosen or (best.method.value if best is not None else "")
        self.method.set_current(wanted if wanted in {one.value for one in usable} else usable[0] if usable else "")
        self.propose_button.setEnabled(bool(usable))

    def _row(self, test: BackTest) -> tuple[str, ...]:
        accuracy = test.accuracy
        miss = "–" if accuracy.wape_pct is None else percent_words(accuracy.wape_pct)
        bias = accuracy.bias_pct_of_actual
        leans = "–" if bias is None else self._lean(bias)
        if test.method is Method.NAIVE_LAST:
            closer = self.tr("baseline")
        else:
            closer = self.tr("{better} of {all}").format(better=test.better_periods, all=accuracy.n)
        return method_words(test.method), miss, leans, closer

    def _lean(self, bias: Decimal) -> str:
        words = percent_words(abs(bias))
        return self.tr("{share} high").format(share=words) if bias > 0 else self.tr("{share} low").format(share=words)


class FreezeCard(Card):
    """The forecast worked out, which can be changed until it is frozen. `frozen` wants that."""

    frozen = Signal()
    unread = Signal(str)

    def __init__(self) -> None:
        super().__init__(margins=(22, 16, 22, 20), spacing=12)
        self._periods: tuple[str, ...] = ()
        self._naive: tuple[Decimal, ...] = ()
        self._amounts: tuple[Decimal, ...] = ()
        self._is_own = False
        self.add_heading(self.tr("3. Your forecast, before the money comes"))
        self._words = Label("", "small", wrap=True)
        self.add(self._words)
        self.grid = PeriodGrid(self.tr("Forecast by period"))
        self.add(self.grid)
        self.freeze_button = Button(self.tr("Freeze this forecast"), "primary", icon="lock")
        self.add(FlowBox(self.freeze_button))
        note = self.tr("From then on its numbers stay as they are. The day and a fingerprint (SHA-256) go with it.")
        self.add(Label(note, "caption", wrap=True))
        self.freeze_button.clicked.connect(self.frozen)
        self.grid.cells.written.connect(self._write)

    @property
    def amounts(self) -> tuple[Decimal, ...]:
        """Return the forecast as it stands."""
        return self._amounts

    @property
    def periods(self) -> tuple[str, ...]:
        """Return the periods forecast."""
        return self._periods

    @property
    def naive(self) -> tuple[Decimal, ...]:
        """Return the baseline beside it."""
        return self._naive

    @property
    def is_own(self) -> bool:
        """Return whether the user changed what was worked out."""
        return self._is_own

    def show_proposal(self, proposal: Proposal, periods: Sequence[str]) -> None:
        """Show what was worked out."""
        step = Decimal(1)
        self._periods = tuple(periods)
        self._naive = tuple(one.quantize(step) for one in proposal.naive)
        self._amounts = tuple(one.quantize(step) for one in proposal.amounts)
        self._is_own = False
        self._words.setText(
            self.tr("{method}, beside repeating the last period. Change what you know better.").format(
                method=method_words(proposal.method)
            )
        )
        self._show()

    def _show(self) -> None:
        columns = (self.tr("Repeating"), self.tr("Forecast"))
        rows = [
            GridRow(period_words(period), (typed_money(naive), typed_money(amount)))
            for period, naive, amount in zip(self._periods, self._naive, self._amounts, strict=True)
        ]
        self.grid.show_rows(columns, rows)

    def _write(self, edits: Sequence[CellEdit]) -> None:
        amounts, problems = list(self._amounts), {}
        for edit in edits:
            value = read_number(edit.text)
            if edit.column != 1:
                problems[edit] = self.tr("The baseline is worked out from your history, so it stays.")
            elif value is None or value < 0:
                problems[edit] = self.tr("An amount is one number, such as 412,000.")
            else:
                amounts[edit.row] = value
        self._is_own = self._is_own or tuple(amounts) != self._amounts
        self._amounts = tuple(amounts)
        self._show()
        shown = {edit: reason for edit, reason in problems.items() if edit.column == 1}
        self.grid.cells.set_problems(shown)
        if problems:
            self.unread.emit(next(iter(problems.values())))


def _miss(test: BackTest) -> Decimal:
    return test.accuracy.wape_pct if test.accuracy.wape_pct is not None else Decimal("Infinity")

"""The history a forecast is made from: typed or pasted lines, or what an imported ledger tells."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from arcareer.domain.forecast_plans import ForecastPlan, PeriodAmount
from arcareer.services.pasted_history import PastedHistory
from arcareer_ui.amounts import typed_money
from arcareer_ui.pages.planning.forecast.words import period_words
from arcareer_ui.widgets.boxes import row
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.combo import Combo
from arcareer_ui.widgets.field import Field
from arcareer_ui.widgets.grow_text import GrowText
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.layouts import FlowBox

MOST_LEFT_OUT = 4


class HistoryCard(Card):
    """`typing` comes with every key, `used` wants the lines kept, `ledger_asked` carries the id of a list.

    `actuals_asked` wants what came in since added to the history.
    """

    typing = Signal()
    used = Signal()
    ledger_asked = Signal(str)
    actuals_asked = Signal()

    def __init__(self) -> None:
        super().__init__(margins=(22, 16, 22, 20), spacing=12)
        self.add_heading(self.tr("1. What came in so far"))
        self.text = GrowText(self.tr("History"), self.tr("2026-06   412,000"), lines=5, most=12)
        hint = self.tr("A line for each period: its name and the cash that came in. Twelve or more are best.")
        self.field = Field(self.tr("Type or paste from a spreadsheet"), self.text, hint)
        self.add(self.field)
        self._found = Label("", "small", wrap=True)
        self.add(self._found)
        self.use_button = Button(self.tr("Use this history"), icon="check")
        self.actuals_button = Button(self.tr("Add what came in since"), icon="plus")
        self.add(FlowBox(self.use_button, self.actuals_button))
        self.ledger = Combo(self.tr("Imported ledger"), [])
        self.ledger_button = Button(self.tr("Take its payments"), icon="download", size="compact")
        self._ledger_line = QWidget()
        line = row(self._ledger_line, spacing=10)
        line.addWidget(self.ledger, 1)
        line.addWidget(self.ledger_button)
        self.add(self._ledger_line)
        self.text.edited.connect(self.typing)
        self.use_button.clicked.connect(self.used)
        self.actuals_button.clicked.connect(self.actuals_asked)
        self.ledger_button.clicked.connect(lambda: self.ledger_asked.emit(self.ledger.current))

    def show_history(self, plan: ForecastPlan) -> None:
        """Show the stored history as lines."""
        self.text.set_text(lines_of(plan.history))
        come = [one.period for made in plan.rounds for one in made.actuals]
        known = {one.period for one in plan.history}
        self.actuals_button.setVisible(any(period not in known for period in come))
        self.show_read(None, plan)

    def show_ledgers(self, ledgers: Sequence[tuple[str, str]]) -> None:
        """Offer imported lists that tell payments."""
        self.ledger.set_options(ledgers, self.ledger.current)
        self._ledger_line.setVisible(bool(ledgers))

    def show_read(self, read: PastedHistory | None, plan: ForecastPlan) -> None:
        """Say what was understood of the lines; None for the stored ones."""
        self.use_button.setVisible(read is not None)
        amounts = plan.history if read is None else read.amounts
        self.use_button.setEnabled(bool(amounts))
        lines = []
        if amounts:
            first, last = period_words(amounts[0].period), period_words(amounts[-1].period)
            count = self.tr("%n period(s)", "", len(amounts))
            lines.append(self.tr("{count}, {first} to {last}.").format(count=count, first=first, last=last))
        if read is None and plan.history_source:
            lines.append(self.tr("From {source}.").format(source=plan.history_source))
        left_out = read.left_out if read is not None else ()
        lines += [
            self.tr("Line {line} is left out: {reason}").format(line=one.line, reason=one.reason)
            for one in left_out[:MOST_LEFT_OUT]
        ]
        self._found.setText("\n".join(lines))
        self._found.setVisible(bool(lines))


def lines_of(amounts: Sequence[PeriodAmount]) -> str:
    """Return amounts as lines that can be read again."""
    return "\n".join(f"{one.period}\t{typed_money(one.amount)}" for one in amounts)

"""One saved decision: what was known and decided, what came of it, and the win it may become."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from arcareer.domain.decisions import CollectionDecision, Outcome
from arcareer.services.typed_numbers import read_number
from arcareer_ui.amounts import money_words, typed_money
from arcareer_ui.dates import short_date
from arcareer_ui.pages.planning.decisions.decision_list import is_due
from arcareer_ui.pages.planning.fact_line import FactLine
from arcareer_ui.pages.planning.win_card import WinCard
from arcareer_ui.pages.planning.words import OUTCOME_TONES, advised_words, outcome_words
from arcareer_ui.widgets.boxes import column
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.chip import Chip
from arcareer_ui.widgets.combo import Combo
from arcareer_ui.widgets.field import Field
from arcareer_ui.widgets.grow_text import GrowText
from arcareer_ui.widgets.label import Label, Paragraph
from arcareer_ui.widgets.layouts import Columns, FlowBox
from arcareer_ui.widgets.line_edit import ParsedLine
from arcareer_ui.widgets.menu_button import MenuButton, MenuEntry
from arcareer_ui.widgets.rule import Rule

if TYPE_CHECKING:
    from arcareer.domain.journal import Win

REMOVE = "remove"
STACK_BELOW = 300


class DecisionCard(Card):
    """`saved` asks to keep what came of it, `removal_asked` to remove the decision, `closed` to go back."""

    saved = Signal()
    removal_asked = Signal()
    closed = Signal()

    def __init__(self) -> None:
        super().__init__(margins=(20, 16, 20, 20), spacing=12)
        self.menu = MenuButton(self.tr("More actions for this decision"), ())
        self.menu.set_entries([MenuEntry(REMOVE, self.tr("Remove decision"), "trash-2")])
        self.close_button = Button(self.tr("Back"), "link", icon="arrow-left")
        self._outcome = Chip("")
        heading = self.add_heading("", self.menu)
        heading.insertWidget(0, self._outcome)
        self._name = Label("", "h1", wrap=True)
        self._when = Label("", "small", wrap=True)
        self.add(FlowBox(self.close_button))
        self.add(self._name)
        self.add(self._when)
        self.body.addLayout(self._make_reasons())
        self.add(Rule())
        self.outcome = Combo(self.tr("How it turned out"), [(one.value, outcome_words(one)) for one in Outcome])
        self.text = GrowText("", self.tr("Paid half on Friday, the rest is on a plan"), lines=2)
        self.amount = ParsedLine[Decimal](read_number, typed_money)
        self.amount_field = Field(self.tr("Amount secured, if any"), self.amount)
        self.save_button = Button(self.tr("Save what came of it"), icon="check")
        columns = Columns(STACK_BELOW, 12)
        columns.add(Field(self.tr("How it turned out"), self.outcome), 1)
        columns.add(self.amount_field, 1)
        self.add(columns)
        self.add(Field(self.tr("What came of it"), self.text))
        self.add(FlowBox(self.save_button))
        self.win = WinCard(self.tr("Agreed a plan with two instalments before the hold"))
        self.add(self.win)
        self.body.addStretch(1)
        self.save_button.clicked.connect(self.saved)
        self.close_button.clicked.connect(self.closed)
        self.menu.chosen.connect(self.removal_asked)
        self.amount.unread.connect(self._ask_again)
        self.amount.mended.connect(self.amount_field.clear_message)

    @property
    def chosen_outcome(self) -> Outcome:
        """Return how it turned out, as chosen."""
        return Outcome(self.outcome.current or Outcome.OPEN)

    def show_decision(self, decision: CollectionDecision, win: Win | None, today: date) -> None:
        """Show a decision as it is stored; the form of its outcome is the caller's."""
        self._name.setText(decision.account)
        self._when.setText(self._when_words(decision))
        due = is_due(decision, today)
        words = self.tr("Time to look at it again") if due else outcome_words(decision.outcome)
        self._outcome.set(words, "warn" if due else OUTCOME_TONES[decision.outcome], "clock" if due else "")
        self._facts.setText("\n".join(f"{fact.name}: {fact.value}" for fact in decision.facts))
        self._facts.setVisible(bool(decision.facts))
        self._advised.set_text(
            self.tr("Advised: {words}. {why}").format(words=advised_words(decision), why=decision.advice_reason)
        )
        self._decided.set_text(decision.decided)
        self._reason.set_text(decision.reason)
        self._told.set_text(self.tr("Told: {whom}").format(whom=decision.told) if decision.told else "")
        again = decision.revisit_on
        self._again.set_text(self.tr("Look again on {day}").format(day=short_date(again)) if again else "")
        self._show_win(decision, win)

    def _show_win(self, decision: CollectionDecision, win: Win | None) -> None:
        good = decision.outcome in {Outcome.WORKED, Outcome.PARTLY}
        self.win.setVisible(good or win is not None)
        if win is not None:
            self.win.show_win(win.headline)
        elif good:
            amount = decision.amount_secured
            text = self.tr("Your own words about what you did make the line.")
            if amount is not None:
                secured = money_words(amount, decision.currency)
                text = self.tr("With {amount} secured as its number.").format(amount=secured)
            self.win.offer(self.tr("Worth a win"), text)

    def _when_words(self, decision: CollectionDecision) -> str:
        words = self.tr("Decided on {day}").format(day=short_date(decision.decided_on))
        if decision.open_amount is None:
            return words
        amount = money_words(decision.open_amount, decision.currency)
        return self.tr("{decided}, {amount} open").format(decided=words, amount=amount)

    def _make_reasons(self) -> QVBoxLayout:
        reasons = column(spacing=8)
        self._decided = Paragraph("", "strong")
        self._reason = Paragraph("", "body")
        self._advised = FactLine("lightbulb")
        self._told = FactLine("users")
        self._again = FactLine("calendar-clock")
        self._facts = Label("", "small", "text2", wrap=True)
        for part in (self._decided, self._reason, self._advised, self._told, self._again, self._facts):
            reasons.addWidget(part)
        return reasons

    def _ask_again(self) -> None:
        self.amount_field.show_problem(self.tr("An amount is one number, such as 12,500. Your text is kept."))

"""The account chosen: why it stands where it stands, how to approach it, and what is decided."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from arcareer.domain.decisions import CollectionDecision
from arcareer.domain.figures import plain_number
from arcareer.services.decision_board import BoardEntry, BoardPlacement
from arcareer.services.typed_numbers import read_number
from arcareer_ui.amounts import money_words, typed_money
from arcareer_ui.dates import short_date
from arcareer_ui.pages.planning.fact_line import FactLine
from arcareer_ui.pages.planning.matrix.account_list import Line, entry_of
from arcareer_ui.pages.planning.row_stack import RowStack
from arcareer_ui.pages.planning.words import CELL_TONES, cell_script, cell_words, outcome_words
from arcareer_ui.widgets.boxes import column
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.chip import Chip
from arcareer_ui.widgets.date_field import DateField
from arcareer_ui.widgets.field import Field
from arcareer_ui.widgets.grow_text import GrowText
from arcareer_ui.widgets.item_row import ItemRow
from arcareer_ui.widgets.label import Label, Paragraph
from arcareer_ui.widgets.layouts import Columns, FlowBox
from arcareer_ui.widgets.line_edit import LineEdit, ParsedLine
from arcareer_ui.widgets.menu_button import MenuButton, MenuEntry
from arcareer_ui.widgets.rule import Rule

REMOVE = "remove"
STACK_BELOW = 280


class AccountCard(Card):
    """`known_changed` comes when score or balance were typed, `decided` when a decision is to be saved.

    `route_asked` carries where to go, `removal_asked` wants what was typed of the account removed.
    """

    known_changed = Signal()
    decided = Signal()
    removal_asked = Signal()
    route_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__(margins=(20, 16, 20, 20), spacing=12)
        self._script = self._aid = self._card_route = ""
        self._cell = Chip("")
        self.menu = MenuButton(self.tr("More actions for this account"), ())
        heading = self.add_heading("", self.menu)
        heading.insertWidget(0, self._cell)
        self._name = Label("", "h1", wrap=True)
        self._why = Paragraph("", "small")
        self._facts = FlowBox()
        self.add(self._name)
        self.add(self._why)
        self.add(self._facts)
        self.approach = self._make_approach()
        self.add(self.approach)
        self.add(self._make_known())
        self._rule = Rule()
        self.add(self._rule)
        self.form = self._make_form()
        self.add(self.form)
        self._past = RowStack()
        self.add(self._past)
        self.body.addStretch(1)
        self.menu.chosen.connect(self.removal_asked)

    def show_line(self, line: Line, past: Sequence[CollectionDecision]) -> None:
        """Show an account and the decisions there are about it."""
        entry = entry_of(line)
        self._name.setText(entry.account)
        self._show_facts(entry)
        placed = isinstance(line, BoardPlacement)
        for part in (self.approach, self._rule, self.form):
            part.setVisible(placed)
        self.card_button.setVisible(not placed)
        self._aid = f"planning/follow-up/for/{entry.account}"
        self._card_route = f"planning/risk-scorecard/for/{entry.account}"
        if isinstance(line, BoardPlacement):
            self._show_placed(line)
        else:
            self._show_unplaced(entry)
        for field, value in ((self.score, self._typed(entry, "risk_score")), (self.balance, self._balance(entry))):
            if not field.is_half_typed:
                field.set_value(value)
        mine = self.tr("Remove account") if not entry.facts else self.tr("Take back what I typed")
        self.menu.set_entries([MenuEntry(REMOVE, mine, "trash-2")])
        self.menu.setVisible(entry.by_hand is not None)
        self._show_past(past)

    def settle(self) -> None:
        """Take over what is half typed."""
        self.score.settle()
        self.balance.settle()

    @staticmethod
    def _typed(entry: BoardEntry, name: str) -> Decimal | None:
        return getattr(entry.by_hand, name) if entry.by_hand is not None else None

    def _balance(self, entry: BoardEntry) -> Decimal | None:
        self.balance.setPlaceholderText("" if not entry.facts else typed_money(entry.open_balance))
        return self._typed(entry, "open_balance")

    def _show_placed(self, line: BoardPlacement) -> None:
        cell, approach = line.placement.cell, line.placement.approach
        self._cell.set(cell_words(cell), CELL_TONES[cell])
        self._why.set_text(line.reason)
        self._strategy.setText(approach.strategy)
        self._touch.set_text(approach.touch)
        self._owner.set_text(self.tr("Who to tell: {whom}").format(whom=approach.owner))
        self._measure.set_text(self.tr("Shows that it works: {measure}").format(measure=approach.measure))
        self._script = cell_script(cell)
        self.decision.setPlaceholderText(approach.strategy)
        self.told.setPlaceholderText(approach.owner)

    def _show_unplaced(self, entry: BoardEntry) -> None:
        self._cell.set(self.tr("Not placed"), "line", "circle-dashed")
        known = entry.score.known_weight if entry.score is not None else Decimal(0)
        self._why.set_text(
            self.tr(
                "Of 100 points of weight only {known} are known, and 60 are needed for a risk score. "
                "Type a score you stand behind, or add what you know in the risk scorecard."
            ).format(known=plain_number(known))
        )

    def _show_facts(self, entry: BoardEntry) -> None:
        chips = [Chip(self.tr("{amount} open").format(amount=money_words(entry.open_balance, entry.currency)))]
        chips += [Chip(f"{fact.name}: {fact.value}") for fact in entry.facts]
        self._facts.set_widgets(chips)

    def _show_past(self, past: Sequence[CollectionDecision]) -> None:
        rows: list[QWidget] = [Label(self.tr("Decided before"), "label")] if past else []
        for one in past:
            meta = f"{short_date(one.decided_on)} · {outcome_words(one.outcome)}"
            item = ItemRow("history", one.decided, meta, tone="plain")
            item.opened.connect(partial(self.route_asked.emit, f"planning/decision-matrix/decision/{one.id}"))
            rows.append(item)
        self._past.set_rows(rows)

    def _make_approach(self) -> QWidget:
        card = Card("inset", margins=(14, 12, 14, 12), spacing=8)
        self._strategy = Label("", "strong", wrap=True)
        self._touch, self._owner, self._measure = FactLine("phone"), FactLine("users"), FactLine("target")
        self.aid_button = Button(self.tr("Escalate or plan?"), "link", icon="split")
        self.script_button = Button(self.tr("Script to use"), "link", icon="message-square-text")
        for part in (
            self._strategy,
            self._touch,
            self._owner,
            self._measure,
            FlowBox(self.script_button, self.aid_button),
        ):
            card.add(part)
        self.aid_button.clicked.connect(lambda: self.route_asked.emit(self._aid))
        self.script_button.clicked.connect(lambda: self.route_asked.emit(self._script))
        return card

    def _make_known(self) -> QWidget:
        part = QWidget()
        lines = column(part, spacing=8)
        self.card_button = Button(self.tr("Open the risk scorecard"), icon="gauge", size="compact")
        lines.addWidget(FlowBox(self.card_button))
        self.score = ParsedLine[Decimal](read_number, plain_number, "", self.tr("Worked out"))
        self.balance = ParsedLine[Decimal](read_number, typed_money)
        self.score_field = Field(self.tr("Risk score, by hand"), self.score)
        self.balance_field = Field(self.tr("Open balance, by hand"), self.balance)
        columns = Columns(STACK_BELOW, 12)
        columns.add(self.score_field, 1)
        columns.add(self.balance_field, 1)
        lines.addWidget(columns)
        for line, field in ((self.score, self.score_field), (self.balance, self.balance_field)):
            line.entered.connect(self.known_changed)
            line.unread.connect(partial(field.show_problem, self.tr("This takes one number. Your text is kept.")))
            line.mended.connect(field.clear_message)
        self.card_button.clicked.connect(lambda: self.route_asked.emit(self._card_route))
        return part

    def _make_form(self) -> QWidget:
        part = QWidget()
        lines = column(part, spacing=10)
        self.decision = GrowText(self.tr("What you decided"))
        self.reason = GrowText(self.tr("Why"), self.tr("What you know that the score does not"), lines=2)
        self.told = LineEdit(self.tr("Who you told"))
        self.again = DateField(self.tr("Look at it again on"), optional=True)
        self.decision_field = Field(self.tr("What you decided"), self.decision)
        self.save_button = Button(self.tr("Save decision"), "primary")
        lines.addWidget(self.decision_field)
        lines.addWidget(Field(self.tr("Why"), self.reason))
        columns = Columns(STACK_BELOW, 12)
        columns.add(Field(self.tr("Who you told"), self.told), 1)
        columns.add(Field(self.tr("Look at it again on"), self.again), 1)
        lines.addWidget(columns)
        lines.addWidget(FlowBox(self.save_button))
        self.save_button.clicked.connect(self.decided)
        self.decision.edited.connect(self.decision_field.clear_message)
        return part

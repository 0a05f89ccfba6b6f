"""One scorecard: score and band, the factors, what is done about it, and how it ended."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from arcareer.domain.figures import plain_number
from arcareer.domain.risk_cards import RiskCard, RiskKind, RiskState
from arcareer.domain.risks import FEWEST_KNOWN_WEIGHT
from arcareer.services.risks import RankedRisk
from arcareer.services.typed_numbers import read_number
from arcareer_ui.amounts import typed_money
from arcareer_ui.currencies import CURRENCIES
from arcareer_ui.dates import short_date
from arcareer_ui.pages.planning.fact_line import FactLine
from arcareer_ui.pages.planning.risk.factor_rows import FactorRows
from arcareer_ui.pages.planning.risk.risk_list import (
    BAND_TONES,
    band_words,
    kind_words,
    known_scores,
    score_words,
    state_words,
)
from arcareer_ui.pages.planning.win_card import WinCard
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.chip import Chip
from arcareer_ui.widgets.combo import Combo
from arcareer_ui.widgets.date_field import DateField
from arcareer_ui.widgets.field import Field
from arcareer_ui.widgets.grow_text import GrowText
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.layouts import Columns, FlowBox
from arcareer_ui.widgets.line_edit import LineEdit, ParsedLine
from arcareer_ui.widgets.menu_button import MenuButton, MenuEntry
from arcareer_ui.widgets.meters import Ring, Sparkline
from arcareer_ui.widgets.rule import Rule

if TYPE_CHECKING:
    from arcareer.domain.journal import Win

REMOVE = "remove"
RING = 96
STACK_BELOW = 420
_RING_COLOURS: Mapping[str, str] = {"accent": "accent", "warn": "warn", "danger": "danger"}


class RiskCardView(Card):
    """`typed` comes with every key, `left` when a field is left, `chosen` when a value was picked or entered.

    `filled` asks for what the newest list knows, `settled` to keep how the risk ended, `removal_asked` to remove it.
    """

    typed = Signal()
    left = Signal()
    chosen = Signal()
    filled = Signal()
    settled = Signal()
    removal_asked = Signal()

    def __init__(self) -> None:
        super().__init__(margins=(22, 16, 22, 22), spacing=14)
        self.menu = MenuButton(self.tr("More actions for this scorecard"), ())
        self.menu.set_entries([MenuEntry(REMOVE, self.tr("Remove scorecard"), "trash-2")])
        self._band = Chip("")
        self._kind = Label("", "caption")
        heading = self.add_heading("", self.menu)
        heading.insertWidget(0, self._band)
        heading.insertWidget(1, self._kind)
        self.add(self._make_summary())
        self.subject = LineEdit(self.tr("Account or risk"))
        self.subject_field = Field(self.tr("Account or risk"), self.subject)
        self.factors = FactorRows()
        self.fill_button = Button(self.tr("Fill from the newest list"), "link", icon="download")
        self.add(self._make_factors())
        self.add(Rule())
        self.add(self._make_plan())
        self.add(Rule())
        self.add(self._make_end())
        self.win = WinCard(self.tr("Lowered the limit and agreed weekly payments"))
        self.add(self.win)
        self.body.addStretch(1)
        self._connect()

    def show_risk(self, risk: RankedRisk, win: Win | None) -> None:
        """Show a card as it is stored; fields that are being typed in stay as they are."""
        card, score = risk.card, risk.score
        self._kind.setText(kind_words(card.kind))
        self._show_score(risk)
        for line, text in ((self.subject, card.subject), (self.owner, card.owner)):
            if not line.hasFocus():
                line.set_text(text)
        for area, text in ((self.mitigation, card.mitigation),):
            if area.text.strip() != text.strip():
                area.set_text(text)
        self.factors.show_values(card.values, score)
        if not self.exposure.is_half_typed:
            self.exposure.set_value(card.exposure)
        self.currency.set_current(card.currency or CURRENCIES[0])
        self.review.set_value(card.review_on)
        self.fill_button.setVisible(card.kind is RiskKind.ACCOUNT)
        self._show_win(card, win)

    def settle_typing(self) -> None:
        """Take over what is half typed."""
        self.factors.settle()
        self.exposure.settle()

    @property
    def score_sentence(self) -> str:
        """Return the score as one sentence, for screen readers."""
        return f"{self._verdict.text()}. {self._ring.accessibleName()}"

    def _show_score(self, risk: RankedRisk) -> None:
        score, known = risk.score, plain_number(risk.score.known_weight)
        if score.score is None or score.band is None:
            self._band.set(self.tr("Too little known"), "line")
            self._ring.set(float(score.known_weight) / 100, "?", self.tr("score"), colour="text3")
            self._verdict.setText(self.tr("No score yet"))
            needed = plain_number(FEWEST_KNOWN_WEIGHT)
            self._basis.setText(
                self.tr(
                    "Factors that weigh {known} of 100 are known; a score needs {needed}. Nothing is guessed."
                ).format(known=known, needed=needed)
            )
        else:
            tone = BAND_TONES[score.band]
            self._band.set(band_words(score.band), tone)
            shown = score_words(score.score)
            self._ring.set(float(score.score) / 100, shown, self.tr("of 100"), colour=_RING_COLOURS[tone])
            is_account = risk.card.kind is RiskKind.ACCOUNT
            words = self.tr("{band} risk of late payment") if is_account else self.tr("{band} risk")
            self._verdict.setText(words.format(band=band_words(score.band)))
            self._basis.setText(
                self.tr("From factors that weigh {known} of 100; the unknown ones are left out.").format(known=known)
            )
        self._differs.set_text(risk.differs)
        past = known_scores(risk.card)
        self._trend.setVisible(len(past) > 1)
        self._trend.set([float(one) for one in past[-12:]], "text3")
        self._trend_words.setText(self._trend_text(risk.card))
        self._trend_words.setVisible(len(past) > 1)

    def _trend_text(self, card: RiskCard) -> str:
        past = [one for one in card.scores if one.score is not None]
        if len(past) < 2 or past[0].score is None:
            return ""
        return self.tr("{score} on {day}").format(score=score_words(past[0].score), day=short_date(past[0].day))

    def _show_win(self, card: RiskCard, win: Win | None) -> None:
        mitigated = card.state is RiskState.MITIGATED
        self.win.setVisible(mitigated or win is not None)
        if win is not None:
            self.win.show_win(win.headline)
        elif mitigated:
            self.win.offer(
                self.tr("A risk you took away is a win"), self.tr("Say what you did; what came of it is there.")
            )

    def _make_summary(self) -> QWidget:
        part = QWidget()
        line = row(part, spacing=18)
        self._ring = Ring(0.0, "", size=RING)
        side = QWidget()
        words = column(side, spacing=4)
        self._verdict = Label("", "h2", wrap=True)
        self._basis = Label("", "small", wrap=True)
        self._differs = FactLine("grid-2x2", colour="info")
        self._trend = Sparkline()
        self._trend_words = Label("", "caption")
        trend_line = QWidget()
        trend = row(trend_line, spacing=8)
        trend.addWidget(self._trend_words)
        trend.addWidget(self._trend, 1)
        words.addStretch(1)
        for one in (self._verdict, self._basis, self._differs):
            words.addWidget(one)
        words.addWidget(trend_line)
        words.addStretch(1)
        line.addWidget(self._ring)
        line.addWidget(side, 1)
        return part

    def _make_factors(self) -> QWidget:
        part = QWidget()
        lines = column(part, spacing=12)
        lines.addWidget(self.subject_field)
        heading = row(spacing=8)
        heading.addWidget(Label(self.tr("What you know"), "label"))
        heading.addStretch(1)
        heading.addWidget(self.fill_button)
        lines.addLayout(heading)
        lines.addWidget(self.factors)
        lines.addWidget(
            Label(self.tr("It ranks work by payment behaviour. It says nothing about a person."), "caption", wrap=True)
        )
        return part

    def _make_plan(self) -> QWidget:
        part = QWidget()
        lines = column(part, spacing=12)
        self.mitigation = GrowText(self.tr("What is done about it"), self.tr("Limit lowered, weekly payments"), lines=2)
        self.owner = LineEdit(self.tr("Who does it"))
        self.review = DateField(self.tr("Review on"), optional=True)
        self.exposure = ParsedLine[Decimal](read_number, typed_money)
        self.exposure_field = Field(self.tr("Money at stake"), self.exposure)
        self.currency = Combo(self.tr("Currency"), [(one, one) for one in CURRENCIES])
        lines.addWidget(Field(self.tr("What is done about it"), self.mitigation))
        first, second = Columns(STACK_BELOW, 12), Columns(STACK_BELOW, 12)
        first.add(Field(self.tr("Who does it"), self.owner), 1)
        first.add(Field(self.tr("Review on"), self.review), 1)
        second.add(self.exposure_field, 1)
        second.add(Field(self.tr("Currency"), self.currency), 1)
        lines.addWidget(first)
        lines.addWidget(second)
        return part

    def _make_end(self) -> QWidget:
        part = QWidget()
        lines = column(part, spacing=12)
        self.state = Combo(self.tr("Where it stands"), [(one.value, state_words(one)) for one in RiskState])
        self.outcome = GrowText(self.tr("What came of it"), self.tr("The oldest items are paid, the limit holds"))
        self.settle_button = Button(self.tr("Save where it stands"), icon="check")
        lines.addWidget(Field(self.tr("Where it stands"), self.state))
        lines.addWidget(Field(self.tr("What came of it"), self.outcome))
        lines.addWidget(FlowBox(self.settle_button))
        return part

    def _connect(self) -> None:
        self.factors.entered.connect(self.chosen)
        self.exposure.entered.connect(lambda _value: self.chosen.emit())
        self.review.picked.connect(lambda _day: self.chosen.emit())
        self.currency.chosen.connect(lambda _currency: self.chosen.emit())
        for line in (self.subject, self.owner):
            line.textEdited.connect(lambda _text: self.typed.emit())
            line.left.connect(self.left)
        self.mitigation.edited.connect(self.typed)
        self.mitigation.left.connect(self.left)
        self.fill_button.clicked.connect(self.filled)
        self.settle_button.clicked.connect(self.settled)
        self.menu.chosen.connect(self.removal_asked)
        self.exposure.unread.connect(
            partial(self.exposure_field.show_problem, self.tr("This takes one amount. Your text is kept."))
        )
        self.exposure.mended.connect(self.exposure_field.clear_message)

"""Risk cards: score accounts or risks by weighted factors, say what is done about them, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from arcareer.clock import Clock
from arcareer.domain.changes import Edit, EntityKind
from arcareer.domain.decisions import DECISION_SETTINGS_ID, DecisionSettings, FactorWeight, factors_of
from arcareer.domain.figures import Figure, Unit, plain_number
from arcareer.domain.identity import new_id
from arcareer.domain.journal import WinDraft
from arcareer.domain.risk_cards import FactorValue, RiskCard, RiskKind, RiskState, ScoredOn
from arcareer.domain.risks import Band, RiskFactor, RiskScore, check_weights, score_risk
from arcareer.errors import FieldProblem
from arcareer.services.accounts import AccountReader
from arcareer.services.editing import EditService
from arcareer.storage.store import Store


@dataclass(frozen=True, slots=True)
class RankedRisk:
    """A card with its score now; `differs` says where the band and the matrix would not agree, else it is empty."""

    card: RiskCard
    score: RiskScore
    differs: str


class RiskService:
    """Use cases of risk cards; what changes something returns the change it applied."""

    def __init__(self, store: Store, edits: EditService, accounts: AccountReader, clock: Clock) -> None:
        self._store = store
        self._edits = edits
        self._accounts = accounts
        self._clock = clock

    def factors(self) -> tuple[RiskFactor, ...]:
        """Return the factors with the user's weights, their own factors too."""
        return factors_of(self._settings() or DecisionSettings())

    def set_weights(self, weights: Sequence[FactorWeight]) -> Edit:
        """Set the weights of all factors; raises `FieldProblem` unless they are 100 in all and none is below zero."""
        before = self._settings()
        after = replace(before or DecisionSettings(), weights=tuple(weights))
        rest = check_weights(factors_of(after))
        if any(one.weight < 0 for one in weights):
            raise FieldProblem("weights", "A weight cannot be below zero. Nothing was changed.")
        if rest:
            over = f"{plain_number(abs(rest))} too {'many' if rest > 0 else 'few'}"
            raise FieldProblem("weights", f"Weights are 100 in all; these are {over}. Nothing was changed.")
        return self._apply("Change weights", EntityKind.DECISION_SETTINGS, before, after)

    def reset_weights(self) -> Edit:
        """Take the shipped weights again."""
        before = self._settings()
        after = None if before is None else replace(before, weights=())
        return self._apply("Reset weights", EntityKind.DECISION_SETTINGS, before, after)

    def score(self, values: Sequence[FactorValue]) -> RiskScore:
        """Return the score of the known factors."""
        return score_risk({one.factor: one.value for one in values}, self.factors())

    def ranked(self, kind: RiskKind | None = None) -> tuple[RankedRisk, ...]:
        """Return the cards, open ones first, the highest score first; those without a score stand last."""
        with self._store.read() as unit:
            cards: tuple[RiskCard, ...] = unit.repository(EntityKind.RISK_CARD).all()
        factors = self.factors()
        edge = (self._settings() or DecisionSettings()).thresholds.high_risk_from
        ranked = [
            RankedRisk(card, score := _scored(card, factors), _differs(score, edge))
            for card in cards
            if kind in (None, card.kind)
        ]
        return tuple(sorted(ranked, key=_rank))

    def suggested(self, account: str, currency: str = "") -> tuple[FactorValue, ...]:
        """Return the factors the newest list tells of an account; empty where it does not know it."""
        head = self._accounts.head()
        facts = self._accounts.facts(head) if head is not None else ()
        found = (
            one for one in facts if one.account.casefold() == account.casefold() and currency in ("", one.currency)
        )
        best = next(found, None)
        return () if best is None else tuple(FactorValue(name, value) for name, value in best.factors.items())

    def add(
        self,
        kind: RiskKind,
        subject: str,
        values: Sequence[FactorValue] = (),
        *,
        currency: str = "",
        exposure: Decimal | None = None,
        mitigation: str = "",
        owner: str = "",
        review_on: date | None = None,
    ) -> Edit:
        """Add a card with its score of today; raises `FieldProblem` without a subject."""
        if not subject.strip():
            raise FieldProblem("subject", "Say which account or risk this is about. Your notes are kept here.")
        card = RiskCard(
            id=new_id(),
            kind=kind,
            subject=subject.strip(),
            created_at=self._clock.now(),
            currency=currency,
            exposure=exposure,
            values=tuple(values),
            mitigation=mitigation,
            owner=owner,
            review_on=review_on,
        )
        return self._apply("Add risk", EntityKind.RISK_CARD, None, self._with_score(card))

    def save(self, before: RiskCard, after: RiskCard) -> Edit:
        """Save a changed card; where its factors changed, the score of today joins the trend."""
        if not after.subject.strip():
            raise FieldProblem("subject", "Say which account or risk this is about. Your notes are kept here.")
        kept = self._with_score(after) if after.values != before.values else after
        return self._apply("Edit risk", EntityKind.RISK_CARD, before, kept)

    def remove(self, card: RiskCard) -> Edit:
        """Remove a card."""
        return self._apply("Remove risk", EntityKind.RISK_CARD, card, None)

    def settle(self, card: RiskCard, state: RiskState, outcome: str, on: date | None = None) -> Edit:
        """Say that a risk is mitigated or accepted and what came of it, or that it is open again."""
        day = None if state is RiskState.OPEN else on or self._clock.today()
        after = replace(card, state=state, outcome=outcome, settled_on=day)
        return self._apply("Settle risk", EntityKind.RISK_CARD, card, after)

    def draft_win(self, card: RiskCard, did: str = "") -> WinDraft:
        """Return a win from a card: the user's own words and figures; the exposure only where it was entered."""
        day = card.settled_on or self._clock.today()
        figures: tuple[Figure, ...] = ()
        if card.exposure is not None:
            exposure = Figure(measure="at risk", unit=Unit.MONEY, after=card.exposure, currency=card.currency)
            figures = (exposure,)
        return WinDraft(
            headline=did.strip() or card.outcome.strip() or card.mitigation.strip() or card.subject,
            happened_on=min(day, self._clock.today()),
            situation=card.subject,
            action=card.mitigation,
            outcome=card.outcome,
            figures=figures,
        )

    def link_win(self, card: RiskCard, win: UUID | None) -> Edit:
        """Note which win came of a card."""
        return self._apply("Link win", EntityKind.RISK_CARD, card, replace(card, win=win))

    def _with_score(self, card: RiskCard) -> RiskCard:
        score, today = self.score(card.values), self._clock.today()
        earlier = tuple(one for one in card.scores if one.day != today)
        return replace(card, scores=(*earlier, ScoredOn(today, score.score, score.known_weight)))

    def _settings(self) -> DecisionSettings | None:
        with self._store.read() as unit:
            found: DecisionSettings | None = unit.repository(EntityKind.DECISION_SETTINGS).get(DECISION_SETTINGS_ID)
        return found

    def _apply(self, label: str, kind: EntityKind, before: Any, after: Any) -> Edit:
        edit = Edit(label, kind, before, after)
        if before is not None or after is not None:
            self._edits.apply(edit)
        return edit


def _scored(card: RiskCard, factors: Sequence[RiskFactor]) -> RiskScore:
    return score_risk({one.factor: one.value for one in card.values}, factors)


def _differs(score: RiskScore, edge: Decimal) -> str:
    """Return where the band of a score and the matrix would not agree, in words."""
    if score.score is None or score.band is None:
        return ""
    is_high = score.score >= edge
    if is_high == (score.band is Band.HIGH):
        return ""
    side = "high" if is_high else "low"
    return f"The matrix counts this as {side} risk (from {plain_number(edge)}); its band is {score.band.value}."


def _rank(risk: RankedRisk) -> tuple[bool, bool, Decimal, str]:
    score = risk.score.score
    is_settled = risk.card.state is not RiskState.OPEN
    return is_settled, score is None, -(score or Decimal(0)), risk.card.subject.casefold()

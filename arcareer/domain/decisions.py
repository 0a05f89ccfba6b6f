"""Decisions about overdue accounts: what was known, what was advised, what the user decided and what came of it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Final
from uuid import UUID

from arcareer.domain.escalation import Limits
from arcareer.domain.identity import named_id
from arcareer.domain.priorities import Thresholds
from arcareer.domain.risks import DEFAULT_FACTORS, OWN_STEPS, RiskFactor

DECISION_SETTINGS_ID: Final = named_id("decision-settings")


class DecisionKind(StrEnum):
    """Which aid advised."""

    MATRIX = "matrix"
    ESCALATE_OR_PLAN = "escalate-or-plan"


class Outcome(StrEnum):
    """How a decision turned out."""

    OPEN = "open"
    WORKED = "worked"
    PARTLY = "partly"
    DID_NOT = "did-not"


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that was known when the decision was made: a name and its value as the user saw it."""

    name: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CollectionDecision:
    """A decision with its reasons. `account` is the customer's name or the user's words for it.

    `advised` is a cell of the matrix or an action of the aid; `advice_reason` why, `rule` the deciding rule if any;
    `decided` and `reason` are the user's own words. It is looked at again on `revisit_on`.
    """

    id: UUID
    kind: DecisionKind
    account: str
    decided_on: date
    created_at: datetime
    currency: str = ""
    open_amount: Decimal | None = None
    facts: tuple[Fact, ...] = ()
    advised: str = ""
    rule: str = ""
    advice_reason: str = ""
    decided: str = ""
    reason: str = ""
    told: str = ""
    revisit_on: date | None = None
    outcome: Outcome = Outcome.OPEN
    outcome_text: str = ""
    outcome_on: date | None = None
    amount_secured: Decimal | None = None
    win: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardAccount:
    """An account of the matrix put in by hand, or what the user added to one that a list knows.

    `open_balance` None means the balance of the list; `risk_score` (0 to 100) None means the worked-out score.
    """

    id: UUID
    account: str
    currency: str = ""
    open_balance: Decimal | None = None
    risk_score: Decimal | None = None
    note: str = ""


def board_account_id(account: str, currency: str) -> UUID:
    """Return the identity of an account of the matrix."""
    return named_id("board-account", " ".join(account.casefold().split()), currency)


@dataclass(frozen=True, slots=True)
class FactorWeight:
    """The weight of a risk factor, in percent of the whole. A factor of the user's own has its meaning here too."""

    factor: str
    weight: Decimal
    meaning: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionSettings:
    """Thresholds, limits and weights as the user set them; no weights means the shipped ones."""

    id: UUID = DECISION_SETTINGS_ID
    thresholds: Thresholds = field(default_factory=Thresholds)
    limits: Limits = field(default_factory=Limits)
    weights: tuple[FactorWeight, ...] = ()
    holidays: tuple[date, ...] = ()


def factors_of(settings: DecisionSettings) -> tuple[RiskFactor, ...]:
    """Return the risk factors with the user's weights; factors of their own are valued in points from 0 to 100."""
    if not settings.weights:
        return DEFAULT_FACTORS
    shipped = {factor.id: factor for factor in DEFAULT_FACTORS}
    return tuple(
        replace(shipped[one.factor], weight=one.weight)
        if one.factor in shipped
        else RiskFactor(one.factor, one.meaning, one.weight, OWN_STEPS)
        for one in settings.weights
    )

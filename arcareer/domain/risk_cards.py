"""Risk cards: an account or a risk scored by weighted factors, with what is done about it and who does it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from uuid import UUID


class RiskKind(StrEnum):
    """What a card is about."""

    ACCOUNT = "account"
    RISK = "risk"


class RiskState(StrEnum):
    """Where a risk stands."""

    OPEN = "open"
    MITIGATED = "mitigated"
    ACCEPTED = "accepted"


@dataclass(frozen=True, slots=True)
class FactorValue:
    """The value of a factor where it is known."""

    factor: str
    value: Decimal


@dataclass(frozen=True, slots=True)
class ScoredOn:
    """A score as it was on a day, for the trend; None where too little was known."""

    day: date
    score: Decimal | None
    known_weight: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskCard:
    """A scored account or risk. `subject` is the customer's name or the user's words; never a judgement of a person."""

    id: UUID
    kind: RiskKind
    subject: str
    created_at: datetime
    currency: str = ""
    exposure: Decimal | None = None
    values: tuple[FactorValue, ...] = ()
    scores: tuple[ScoredOn, ...] = ()
    mitigation: str = ""
    owner: str = ""
    review_on: date | None = None
    state: RiskState = RiskState.OPEN
    outcome: str = ""
    settled_on: date | None = None
    win: UUID | None = None

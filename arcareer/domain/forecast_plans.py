"""The forecast accuracy proof plan: history, a forecast frozen before the actuals come, and what was learnt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from arcareer.domain.forecast_proof import ForecastProof, FrozenForecast, prove


class PeriodKind(StrEnum):
    """How long a period of the forecast is."""

    WEEK = "week"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class PeriodAmount:
    """A period by its name (2026-09, 2026-W37 or the user's words) and the cash that came in it."""

    period: str
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Actual:
    """What came in a forecast period, and when the user entered it."""

    period: str
    amount: Decimal
    entered_at: datetime


@dataclass(frozen=True, slots=True)
class VarianceNote:
    """Why a period missed, in the user's words."""

    period: str
    text: str


@dataclass(frozen=True, slots=True)
class ToldWhom:
    """Who was told what about the forecast, and when."""

    on: date
    whom: str
    what: str


@dataclass(frozen=True, slots=True)
class LoggedStep:
    """Something that happened to the plan: frozen, an actual corrected. Never changed once written."""

    at: datetime
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ForecastRound:
    """One forecast that was frozen. `fingerprint` was taken then; `frozen` can be checked against it for ever.

    `refinement` says what is done differently in the next round.
    """

    frozen: FrozenForecast
    fingerprint: str
    frozen_at: datetime
    actuals: tuple[Actual, ...] = ()
    notes: tuple[VarianceNote, ...] = ()
    refinement: str = ""

    @property
    def is_untouched(self) -> bool:
        """Return whether the forecast still is what was frozen."""
        return self.frozen.fingerprint == self.fingerprint

    @property
    def amounts(self) -> Mapping[str, Decimal]:
        """Return the actuals by period."""
        return {actual.period: actual.amount for actual in self.actuals}

    @property
    def proof(self) -> ForecastProof | None:
        """Return what the actuals so far say, or None while there are none."""
        return prove(self.frozen, self.amounts)


@dataclass(frozen=True, slots=True, kw_only=True)
class ForecastPlan:
    """A plan from history to proof. `history` is in order of time; `drivers` are the user's words on what moves it."""

    id: UUID
    title: str
    created_at: datetime
    currency: str
    period_kind: PeriodKind = PeriodKind.WEEK
    history: tuple[PeriodAmount, ...] = ()
    history_source: str = ""
    drivers: str = ""
    rounds: tuple[ForecastRound, ...] = ()
    told: tuple[ToldWhom, ...] = ()
    log: tuple[LoggedStep, ...] = ()
    win: UUID | None = None

    @property
    def current_round(self) -> ForecastRound | None:
        """Return the newest frozen forecast, or None before the first."""
        return self.rounds[-1] if self.rounds else None

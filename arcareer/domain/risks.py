"""The risk scorecard: weighted factors, only known ones count, each factor's share shown. It ranks work, no more."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

FEWEST_KNOWN_WEIGHT = Decimal(60)
MEDIUM_FROM = Decimal(35)
HIGH_FROM = Decimal(60)
HIGH_FOR_MATRIX_FROM = Decimal(50)
WHOLE = Decimal(100)


class Band(StrEnum):
    """How high a risk score is."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


@dataclass(frozen=True, slots=True)
class Step:
    """Points for values up to `up_to` (inclusive); None stands for everything above."""

    up_to: Decimal | None
    points: Decimal


@dataclass(frozen=True, slots=True)
class RiskFactor:
    """A factor: its weight, and the points a value earns."""

    id: str
    meaning: str
    weight: Decimal
    steps: tuple[Step, ...]

    def points_for(self, value: Decimal) -> Decimal:
        """Return the points (0 to 100) of `value`."""
        return next(step.points for step in self.steps if step.up_to is None or value <= step.up_to)


@dataclass(frozen=True, slots=True)
class FactorShare:
    """What a known factor adds to the score: its value, its points, and its part of the score in points."""

    factor: RiskFactor
    value: Decimal
    points: Decimal
    contribution: Decimal


@dataclass(frozen=True, slots=True)
class RiskScore:
    """A score with the weight that was known and each factor's share; None when too little is known."""

    score: Decimal | None
    known_weight: Decimal
    band: Band | None
    shares: tuple[FactorShare, ...]

    @property
    def is_high_for_matrix(self) -> bool:
        """Whether the decision matrix counts the account as high risk."""
        return self.score is not None and self.score >= HIGH_FOR_MATRIX_FROM


def _steps(*bounds: str) -> tuple[Step, ...]:
    pairs = (bound.split(":") for bound in bounds)
    return tuple(Step(None if up_to == "*" else Decimal(up_to), Decimal(points)) for up_to, points in pairs)


_SHARES = _steps("0:0", "5:25", "15:50", "30:75", "*:100")
OWN_STEPS = _steps("0:0", "25:25", "50:50", "75:75", "*:100")
"""A factor of the user's own is valued in points, rounded up to the next quarter."""

DEFAULT_FACTORS: tuple[RiskFactor, ...] = (
    RiskFactor("avg_days_late_12m", "Mean days late, weighted by amount, last 12 months", Decimal(25), _SHARES),
    RiskFactor("over_60_share_pct", "Share of the open balance more than 60 days past due", Decimal(20), _SHARES),
    RiskFactor(
        "trend_days",
        "Mean days late of the last 3 months less that of the 9 months before",
        Decimal(10),
        _steps("0:0", "3:25", "7:50", "15:75", "*:100"),
    ),
    RiskFactor(
        "broken_promises_6m",
        "Promises to pay that were not kept in 6 months",
        Decimal(10),
        _steps("0:0", "0.5:25", "1:50", "2:75", "*:100"),
    ),
    RiskFactor(
        "limit_use_pct",
        "Open balance against the credit limit",
        Decimal(10),
        _steps("50:0", "75:25", "90:50", "100:75", "*:100"),
    ),
    RiskFactor("disputed_share_pct", "Disputed part of the open balance", Decimal(10), _SHARES),
    RiskFactor(
        "external_signal",
        "Signals from outside: 0 none, 1 weak, 2 clear, 3 severe",
        Decimal(10),
        _steps("0:0", "1:50", "2:75", "*:100"),
    ),
    RiskFactor(
        "tenure_months_inverse",
        "Months as a customer: the longer, the fewer points",
        Decimal(5),
        _steps("2.999999:100", "5.999999:75", "11.999999:50", "35.999999:25", "*:0"),
    ),
)


def check_weights(factors: Sequence[RiskFactor]) -> Decimal:
    """Return how far the weights are from 100 in all; zero is right."""
    return sum((factor.weight for factor in factors), Decimal(0)) - WHOLE


def score_risk(values: Mapping[str, Decimal | None], factors: Sequence[RiskFactor] = DEFAULT_FACTORS) -> RiskScore:
    """Score an account by the factors whose value is known, renormalised over their weight.

    With less than 60 of 100 weight known there is no score. `values` maps factor ids to values; None is unknown.
    """
    known = [(factor, value) for factor in factors if (value := values.get(factor.id)) is not None]
    weight = sum((factor.weight for factor, _ in known), Decimal(0))
    shares = tuple(
        FactorShare(factor, value, factor.points_for(value), factor.points_for(value) * factor.weight / weight)
        for factor, value in known
    )
    if weight < FEWEST_KNOWN_WEIGHT:
        return RiskScore(None, weight, None, shares)
    score = sum((share.contribution for share in shares), Decimal(0))
    return RiskScore(score, weight, band_of(score), shares)


def band_of(score: Decimal) -> Band:
    """Return the band of a score: below 35 low, below 60 medium, else high."""
    if score < MEDIUM_FROM:
        return Band.LOW
    return Band.MEDIUM if score < HIGH_FROM else Band.HIGH

"""The metrics of the dashboard: what each is called, which variants it has, and which way is better."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from arcareer.domain.figures import Unit


class Better(StrEnum):
    """Which way a metric should go."""

    LOWER = "lower"
    HIGHER = "higher"


@dataclass(frozen=True, slots=True, kw_only=True)
class MetricKind:
    """A metric of the dashboard.

    `variants` are ids of the formula table, the first one the usual; `flat` is the change that counts as none and
    `notable` the improvement worth a win, both in the metric's unit. `measure` is how a figure of a win calls it.
    """

    id: str
    name: str
    measure: str
    unit: Unit
    better: Better
    variants: tuple[str, ...]
    flat: Decimal
    notable: Decimal


DSO = MetricKind(
    id="dso",
    name="DSO",
    measure="DSO",
    unit=Unit.DAYS,
    better=Better.LOWER,
    variants=("dso_simple", "dso_countback", "dso_quarterly"),
    flat=Decimal("0.5"),
    notable=Decimal(2),
)
CEI = MetricKind(
    id="cei",
    name="CEI",
    measure="CEI",
    unit=Unit.PERCENT,
    better=Better.HIGHER,
    variants=("cei", "cei_crf"),
    flat=Decimal("0.5"),
    notable=Decimal(2),
)
PAST_DUE = MetricKind(
    id="past_due",
    name="Past due",
    measure="past-due share",
    unit=Unit.PERCENT,
    better=Better.LOWER,
    variants=("percent_past_due",),
    flat=Decimal("0.5"),
    notable=Decimal(2),
)
BAD_DEBT = MetricKind(
    id="bad_debt",
    name="Bad debt",
    measure="bad debt to sales",
    unit=Unit.PERCENT,
    better=Better.LOWER,
    variants=("bad_debt_to_sales",),
    flat=Decimal("0.02"),
    notable=Decimal("0.05"),
)
DISPUTES = MetricKind(
    id="disputes",
    name="Disputes",
    measure="disputes opened",
    unit=Unit.COUNT,
    better=Better.LOWER,
    variants=("disputes_opened",),
    flat=Decimal(1),
    notable=Decimal(3),
)
DISPUTE_DAYS = MetricKind(
    id="dispute_days",
    name="Dispute time",
    measure="dispute time",
    unit=Unit.DAYS,
    better=Better.LOWER,
    variants=("dispute_days",),
    flat=Decimal("0.5"),
    notable=Decimal(2),
)
BEST_POSSIBLE = MetricKind(
    id="best_possible_dso",
    name="Best possible DSO",
    measure="best possible DSO",
    unit=Unit.DAYS,
    better=Better.LOWER,
    variants=("best_possible_dso",),
    flat=Decimal("0.5"),
    notable=Decimal(2),
)
DELINQUENT = MetricKind(
    id="average_days_delinquent",
    name="Average days delinquent",
    measure="average days delinquent",
    unit=Unit.DAYS,
    better=Better.LOWER,
    variants=("average_days_delinquent",),
    flat=Decimal("0.5"),
    notable=Decimal(1),
)
OVER_90 = MetricKind(
    id="over_90",
    name="Over 90 days",
    measure="share over 90 days",
    unit=Unit.PERCENT,
    better=Better.LOWER,
    variants=("percent_over_90",),
    flat=Decimal("0.2"),
    notable=Decimal(1),
)
COLLECTION_RATE = MetricKind(
    id="collection_rate",
    name="Collection rate",
    measure="collection rate",
    unit=Unit.PERCENT,
    better=Better.HIGHER,
    variants=("collection_rate",),
    flat=Decimal("0.5"),
    notable=Decimal(2),
)
UNAPPLIED_CASH = MetricKind(
    id="unapplied_cash",
    name="Unapplied cash",
    measure="unapplied cash of receivables",
    unit=Unit.PERCENT,
    better=Better.LOWER,
    variants=("unapplied_cash_pct",),
    flat=Decimal("0.1"),
    notable=Decimal("0.5"),
)
PROMISES_KEPT = MetricKind(
    id="promises_kept",
    name="Promises kept",
    measure="promise kept rate",
    unit=Unit.PERCENT,
    better=Better.HIGHER,
    variants=("promises_kept_pct",),
    flat=Decimal(1),
    notable=Decimal(5),
)
FORECAST_ERROR = MetricKind(
    id="forecast_error",
    name="Cash forecast error",
    measure="cash forecast error",
    unit=Unit.PERCENT,
    better=Better.LOWER,
    variants=("cash_forecast_error_pct",),
    flat=Decimal("0.5"),
    notable=Decimal(2),
)

TILES = (DSO, CEI, PAST_DUE, BAD_DEBT, DISPUTES, DISPUTE_DAYS)
"""The metrics that have a tile, in its order."""

KINDS = (
    *TILES,
    BEST_POSSIBLE,
    DELINQUENT,
    OVER_90,
    COLLECTION_RATE,
    UNAPPLIED_CASH,
    PROMISES_KEPT,
    FORECAST_ERROR,
)


def kind_of(metric: str) -> MetricKind:
    """Return the metric of that id. Raises `KeyError` when there is none."""
    found = next((kind for kind in KINDS if kind.id == metric), None)
    if found is None:
        raise KeyError(metric)
    return found

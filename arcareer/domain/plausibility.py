"""Whether the figures of a claim can be: arithmetic first, then bands of what one person reaches in a year.

The rules ask and do not block, but for what contradicts arithmetic. The bands are judgement, anchored on published
benchmarks: medians of the Credit Research Foundation, the Hackett survey of 2024, APQC on disputes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from arcareer.domain.figures import plain_number
from arcareer.domain.plausibility_bands import BANDS, Band, Level

_HUNDRED = Decimal(100)
_YEAR_DAYS = Decimal(365)
_YEAR_MONTHS = 12
_FEWEST_PERIODS = 6
_FEWEST_ITEMS = 30
_TOO_ACCURATE = Decimal(98)
_WITHIN = Decimal("0.1")
_SEASONAL = Decimal(20)


class ClaimMetric(StrEnum):
    """What a claim is about."""

    DSO = "dso"
    CEI = "cei"
    OVERDUE = "overdue"
    OVER_90 = "over_90"
    BAD_DEBT = "bad_debt"
    DISPUTES = "disputes"
    DISPUTE_TIME = "dispute_time"
    PROMISES_KEPT = "promises_kept"
    AUTO_MATCH = "auto_match"
    TIME_SAVED = "time_saved"
    FORECAST = "forecast"
    COLLECTED = "collected"


RATES = frozenset(
    {ClaimMetric.CEI, ClaimMetric.BAD_DEBT, ClaimMetric.PROMISES_KEPT, ClaimMetric.AUTO_MATCH, ClaimMetric.FORECAST}
)


class Judgement(StrEnum):
    """What a rule says: it cannot be, or it has to be asked about."""

    IMPOSSIBLE = "impossible"
    ASK = "ask"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """The figures of one claim; None is not said. Days, percent, money and hours as the claim gives them.

    `by` is the stated change in days or points, `by_percent` the stated change in percent. `is_percent` says that
    `before` and `after` are percentages. `months` is the time it took; `periods` and `items` stand behind a rate.
    """

    metric: ClaimMetric | None = None
    before: Decimal | None = None
    after: Decimal | None = None
    is_percent: bool = False
    by: Decimal | None = None
    by_percent: Decimal | None = None
    months: Decimal | None = None
    best_possible: Decimal | None = None
    delinquent_days: Decimal | None = None
    annual_sales: Decimal | None = None
    cash_released: Decimal | None = None
    is_called_yearly: bool = False
    opening_ar: Decimal | None = None
    period_sales: Decimal | None = None
    collected: Decimal | None = None
    overdue_at_start: Decimal | None = None
    hours_saved: Decimal | None = None
    hours_before: Decimal | None = None
    people: Decimal = Decimal(1)
    accuracy: Decimal | None = None
    mape: Decimal | None = None
    periods: int | None = None
    items: int | None = None
    has_overdue_credits: bool = False
    terms_changed: bool = False
    same_definition: bool | None = None
    same_months: bool | None = None
    sales_spread_pct: Decimal | None = None
    is_improvement: bool = False

    @property
    def change(self) -> Decimal | None:
        """Return by how much it went down or up, never below zero: from its two ends, else as stated."""
        if self.before is not None and self.after is not None:
            return abs(self.before - self.after)
        return self.by

    @property
    def change_percent(self) -> Decimal | None:
        """Return the change in percent of where it began, else as stated."""
        if self.before and self.after is not None:
            return abs(self.before - self.after) * _HUNDRED / abs(self.before)
        return self.by_percent

    @property
    def went_down(self) -> bool:
        """Return whether the claim says that it fell."""
        return self.before is None or self.after is None or self.after < self.before


@dataclass(frozen=True, slots=True)
class Doubt:
    """A rule that speaks: its number, what it says, and in words why."""

    rule: str
    judgement: Judgement
    words: str


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a value stands in a band."""

    band: Band
    value: Decimal
    level: Level


def examine(claim: Claim) -> tuple[Doubt, ...]:
    """Return the doubts about a claim, in the order of the rules; none where nothing speaks against it."""
    return tuple(doubt for rule in _RULES for doubt in rule(claim))


def place(claim: Claim) -> tuple[Placed, ...]:
    """Return where the changes of a claim stand in the bands that fit it; longer times than a year are not judged."""
    if claim.months is not None and claim.months > _YEAR_MONTHS:
        return ()
    return tuple(Placed(BANDS[name], value, BANDS[name].level(value)) for name, value in _banded(claim))


def _banded(claim: Claim) -> Iterator[tuple[str, Decimal]]:
    percent, points = claim.change_percent, claim.change
    if claim.metric is ClaimMetric.FORECAST:
        if claim.accuracy is not None:
            yield "forecast_wape_pct_monthly", _HUNDRED - claim.accuracy
        return
    if claim.metric in _LEVELS:
        value = claim.after if claim.after is not None else claim.by_percent
        if value is not None:
            yield _LEVELS[claim.metric], value
        return
    if claim.metric in _FALLS and percent is not None and claim.went_down:
        yield _FALLS[claim.metric], percent
    if claim.metric is ClaimMetric.DSO and points is not None and claim.went_down:
        yield "dso_reduction_days_12m", points
    if claim.metric in _GAINS and points is not None and not claim.went_down:
        yield _GAINS[claim.metric], points
    if claim.collected is not None and claim.overdue_at_start:
        yield "collected_amount_share_of_overdue_pct_90d", claim.collected * _HUNDRED / claim.overdue_at_start


_FALLS = {
    ClaimMetric.DSO: "dso_reduction_pct_12m",
    ClaimMetric.OVERDUE: "overdue_balance_reduction_pct_12m",
    ClaimMetric.OVER_90: "over_90_reduction_pct_12m",
    ClaimMetric.BAD_DEBT: "bad_debt_ratio_reduction_pct_12m",
    ClaimMetric.DISPUTES: "dispute_count_reduction_pct_12m",
    ClaimMetric.DISPUTE_TIME: "dispute_resolution_time_reduction_pct",
    ClaimMetric.TIME_SAVED: "manual_time_saved_pct",
}
_GAINS = {ClaimMetric.CEI: "cei_gain_points_12m", ClaimMetric.AUTO_MATCH: "auto_match_rate_gain_points"}
_LEVELS = {ClaimMetric.PROMISES_KEPT: "promise_kept_rate_pct"}


def _r01(claim: Claim) -> Iterator[Doubt]:
    reached, floor = claim.after, claim.best_possible
    if claim.metric is not ClaimMetric.DSO or reached is None or floor is None or claim.terms_changed:
        return
    if reached < floor:
        words = f"Collecting every overdue cent brings DSO down to {_n(floor)} days, not to {_n(reached)}."
        yield Doubt("R01", Judgement.IMPOSSIBLE, words)


def _r02(claim: Claim) -> Iterator[Doubt]:
    change, ceiling = claim.change, claim.delinquent_days
    if claim.metric is ClaimMetric.DSO and change is not None and ceiling is not None and change > ceiling:
        yield Doubt(
            "R02",
            Judgement.ASK,
            f"Collections alone can take {_n(ceiling)} days off; what brought the other {_n(change - ceiling)}: terms, "
            "billing, or another sales mix?",
        )


def _r03(claim: Claim) -> Iterator[Doubt]:
    if claim.metric is not ClaimMetric.CEI or claim.has_overdue_credits:
        return
    for value in (claim.before, claim.after):
        if value is not None and not 0 <= value <= _HUNDRED:
            yield Doubt("R03", Judgement.IMPOSSIBLE, f"CEI lies between 0 and 100; {_n(value)} needs overdue credits.")


def _r04(claim: Claim) -> Iterator[Doubt]:
    shares = (claim.before, claim.after) if claim.is_percent and claim.metric in RATES - {ClaimMetric.CEI} else ()
    if any(value is not None and not 0 <= value <= _HUNDRED for value in shares):
        yield Doubt("R04", Judgement.IMPOSSIBLE, "A share of a whole lies between 0 and 100%.")
    if claim.by_percent is not None and claim.by_percent > _HUNDRED and claim.metric in _FALLS:
        yield Doubt("R04", Judgement.IMPOSSIBLE, f"Nothing falls by more than 100%; {_n(claim.by_percent)}% is said.")


def _r05(claim: Claim) -> Iterator[Doubt]:
    days = claim.change if claim.metric is ClaimMetric.DSO else None
    if days is None or claim.annual_sales is None or claim.cash_released is None:
        return
    expected = days * claim.annual_sales / _YEAR_DAYS
    if abs(expected - claim.cash_released) > _WITHIN * expected:
        yield Doubt(
            "R05",
            Judgement.ASK,
            f"{_n(days)} days of these sales are {_n(expected)}; {_n(claim.cash_released)} is said.",
        )


def _r06(claim: Claim) -> Iterator[Doubt]:
    if claim.hours_saved is None or claim.hours_before is None:
        return
    spent = claim.hours_before * claim.people
    if claim.hours_saved > spent:
        yield Doubt(
            "R06",
            Judgement.IMPOSSIBLE,
            f"The work took {_n(spent)} hours, so {_n(claim.hours_saved)} cannot be saved.",
        )


def _r07(claim: Claim) -> Iterator[Doubt]:
    if claim.collected is None or claim.opening_ar is None or claim.period_sales is None:
        return
    there = claim.opening_ar + claim.period_sales
    if claim.collected > there:
        yield Doubt("R07", Judgement.IMPOSSIBLE, f"There was {_n(there)} to collect; {_n(claim.collected)} is said.")


def _r08(claim: Claim) -> Iterator[Doubt]:
    has_figures = claim.change is not None or claim.change_percent is not None or claim.collected is not None
    if claim.is_improvement and not has_figures and claim.hours_saved is None and claim.accuracy is None:
        yield Doubt("R08", Judgement.ASK, "From what to what, over which time, and measured how?")


def _r09(claim: Claim) -> Iterator[Doubt]:
    if claim.same_definition is False:
        yield Doubt("R09", Judgement.ASK, "Before and after are measured in different ways; use one for both.")


def _r10(claim: Claim) -> Iterator[Doubt]:
    if claim.metric not in RATES or (claim.accuracy is None and claim.periods is None and claim.items is None):
        return
    few_periods = claim.periods is not None and claim.periods < _FEWEST_PERIODS
    few_items = claim.items is not None and claim.items < _FEWEST_ITEMS
    if (few_periods and (claim.items is None or few_items)) or (few_items and claim.periods is None):
        behind = f"{claim.periods} periods" if few_periods else f"{claim.items} items"
        yield Doubt("R10", Judgement.ASK, f"{behind} are few for a rate: six periods or thirty items carry one.")


def _r11(claim: Claim) -> Iterator[Doubt]:
    spread = claim.sales_spread_pct
    if claim.same_months is False and spread is not None and spread > _SEASONAL:
        yield Doubt("R11", Judgement.ASK, "Sales swing over the year: compare with the same months of the year before.")


def _r12(claim: Claim) -> Iterator[Doubt]:
    accurate = claim.accuracy is not None and claim.accuracy > _TOO_ACCURATE
    if (accurate or claim.mape == 0) and (claim.periods is None or claim.periods < _FEWEST_PERIODS):
        yield Doubt(
            "R12", Judgement.ASK, "So exact a forecast over so short a time is read as hindsight: when was it frozen?"
        )


def _r13(claim: Claim) -> Iterator[Doubt]:
    percent, points = claim.change_percent, claim.change
    if not claim.is_percent or claim.by_percent is None or percent is None or points is None or claim.before is None:
        return
    if abs(claim.by_percent - points) <= _rounding(points) and abs(claim.by_percent - percent) > _rounding(percent):
        yield Doubt("R13", Judgement.ASK, f"That is {_n(points)} points, or {_n(percent)}%: say which.")


def _r14(claim: Claim) -> Iterator[Doubt]:
    if claim.is_called_yearly and claim.cash_released is not None and claim.metric is ClaimMetric.DSO:
        yield Doubt("R14", Judgement.ASK, "Cash from a lower DSO comes once; it is no saving a year.")


_RULES: tuple[Callable[[Claim], Iterator[Doubt]], ...] = (
    _r01,
    _r02,
    _r03,
    _r04,
    _r05,
    _r06,
    _r07,
    _r08,
    _r09,
    _r10,
    _r11,
    _r12,
    _r13,
    _r14,
)


def _rounding(value: Decimal) -> Decimal:
    return max(abs(value) / 50, Decimal("0.01"))


def _n(value: Decimal) -> str:
    return plain_number(value.quantize(_WITHIN, ROUND_HALF_UP))

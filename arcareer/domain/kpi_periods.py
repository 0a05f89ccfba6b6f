"""The metrics of one period, the roll-forward checked first; and the change between two periods of one variant."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from arcareer.domain.formulas import compute
from arcareer.domain.kpis import Flag, KpiResult, Reason, refused

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date


class Tie(StrEnum):
    """Whether the parts of a period add up."""

    TIES = "ties"
    NOT_TIED = "not_tied"
    DOES_NOT_TIE = "does_not_tie"


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodFacts:
    """What is known of a period of one currency; None is unknown, never zero. `start` and `end` are its days."""

    start: date
    end: date
    beginning_ar: Decimal | None = None
    credit_sales: Decimal | None = None
    collections: Decimal | None = None
    credit_memos: Decimal | None = None
    write_offs: Decimal | None = None
    other_adjustments: Decimal | None = None
    ending_ar: Decimal | None = None
    ending_current_ar: Decimal | None = None
    over_90_ar: Decimal | None = None
    recoveries: Decimal | None = None

    @property
    def days(self) -> int:
        """The days of the period, both ends counted."""
        return (self.end - self.start).days + 1


@dataclass(frozen=True, slots=True)
class PeriodReport:
    """The metrics of a period by id, and whether its parts tie; `difference` is reported less expected, if known."""

    facts: PeriodFacts
    tie: Tie
    difference: Decimal | None
    results: Mapping[str, KpiResult]


_BALANCE_METRICS = (
    "dso_simple",
    "best_possible_dso",
    "average_days_delinquent",
    "cei",
    "percent_current",
    "percent_over_90",
    "collection_rate",
    "ar_turnover",
)
_OTHER_METRICS = ("bad_debt_to_sales",)
_REQUIRED = ("beginning_ar", "credit_sales", "collections", "credit_memos", "write_offs", "ending_ar")


def tie_of(facts: PeriodFacts) -> tuple[Tie, Decimal | None]:
    """Return whether B + S - collections - credit notes - write-offs + other equals E, and by how much it does not.

    With any part unknown the period is not tied; other adjustments that nobody mentioned count as none.
    """
    if any(getattr(facts, name) is None for name in _REQUIRED):
        return Tie.NOT_TIED, None
    inputs = {name: getattr(facts, name) for name in (*_REQUIRED, "other_adjustments")}
    difference = compute("roll_forward", {**inputs, "reported_ending_ar": facts.ending_ar}).parts["difference"]
    if not isinstance(difference, Decimal) or difference:
        return Tie.DOES_NOT_TIE, difference if isinstance(difference, Decimal) else None
    return Tie.TIES, difference


def period_report(facts: PeriodFacts) -> PeriodReport:
    """Return the metrics of a period.

    Where all parts are known and disagree, every metric that stands on balances is refused with `does_not_tie`; where a
    part is unknown they are computed and flagged `not_tied`.
    """
    tie, difference = tie_of(facts)
    inputs = {
        "beginning_ar": facts.beginning_ar,
        "credit_sales": facts.credit_sales,
        "net_credit_sales": facts.credit_sales,
        "collections": facts.collections,
        "ending_ar": facts.ending_ar,
        "ending_current_ar": facts.ending_current_ar,
        "over_90_ar": facts.over_90_ar,
        "gross_write_offs": facts.write_offs,
        "recoveries": facts.recoveries,
        "days": facts.days,
    }
    results = {metric: guarded(compute(metric, inputs), tie) for metric in _BALANCE_METRICS}
    results |= {metric: compute(metric, inputs) for metric in _OTHER_METRICS}
    return PeriodReport(facts, tie, difference, MappingProxyType(results))


def guarded(result: KpiResult, tie: Tie) -> KpiResult:
    """Return a metric that stands on balances: refused where the parts disagree, flagged where one is unknown."""
    if tie is Tie.DOES_NOT_TIE:
        return refused(Reason.DOES_NOT_TIE)
    if tie is Tie.NOT_TIED and result.is_computable and result.flag is None:
        return replace(result, flag=Flag.NOT_TIED)
    return result


@dataclass(frozen=True, slots=True)
class MeasuredKpi:
    """A value with what makes it defensible: metric and variant, bases, period, currency and source."""

    metric: str
    variant: str
    days_basis: str
    sales_basis: str
    balance_basis: str
    currency: str
    start: date
    end: date
    source: str
    result: KpiResult


class Mismatch(StrEnum):
    """Why two values may not be compared."""

    METRIC = "different_metric"
    VARIANT = "different_variant"
    BASIS = "different_basis"
    CURRENCY = "different_currency"
    NO_VALUE = "no_value"


@dataclass(frozen=True, slots=True)
class Change:
    """A change between two values, or why there is none; `is_season_safe` says that the same months are compared."""

    before: MeasuredKpi
    after: MeasuredKpi
    difference: Decimal | None
    percent: Decimal | None
    mismatch: Mismatch | None
    is_season_safe: bool


def change_between(before: MeasuredKpi, after: MeasuredKpi) -> Change:
    """Return after less before, and in percent of before; refused unless metric, variant, bases and currency agree."""
    same_months = (before.start.month, before.end.month) == (after.start.month, after.end.month)
    mismatch = _mismatch(before, after)
    first, last = before.result.value, after.result.value
    if mismatch is not None or first is None or last is None:
        return Change(before, after, None, None, mismatch or Mismatch.NO_VALUE, same_months)
    percent = (last - first) * 100 / abs(first) if first else None
    return Change(before, after, last - first, percent, None, same_months)


def _mismatch(before: MeasuredKpi, after: MeasuredKpi) -> Mismatch | None:
    if before.metric != after.metric:
        return Mismatch.METRIC
    if before.variant != after.variant:
        return Mismatch.VARIANT
    if before.currency != after.currency:
        return Mismatch.CURRENCY
    bases = (before.days_basis, before.sales_basis, before.balance_basis)
    return None if bases == (after.days_basis, after.sales_basis, after.balance_basis) else Mismatch.BASIS


class Move(StrEnum):
    """Which way a metric went."""

    UP = "up"
    FLAT = "flat"
    DOWN = "down"


@dataclass(frozen=True, slots=True)
class Reaction:
    """A pattern of moves, what it usually means, and what to do about it."""

    id: str
    pattern: Mapping[str, Move]
    means: str
    do: str


REACTIONS: tuple[Reaction, ...] = (
    Reaction(
        "terms-or-mix",
        {"dso_simple": Move.UP, "best_possible_dso": Move.UP, "average_days_delinquent": Move.FLAT},
        "Longer terms, another sales mix or sales late in the month.",
        "No chasing campaign: report the mix and ask for discipline on terms.",
    ),
    Reaction(
        "collections-or-disputes",
        {"dso_simple": Move.UP, "average_days_delinquent": Move.UP},
        "Collections or disputes.",
        "Work what is over 30 days by the matrix, and split the disputes off.",
    ),
    Reaction(
        "sales-jump",
        {"dso_simple": Move.DOWN, "average_days_delinquent": Move.UP},
        "A jump in sales hides late payers.",
        "Look at the share over 60 days and at the ten oldest items.",
    ),
    Reaction(
        "old-items-stuck",
        {"cei": Move.DOWN, "percent_current": Move.FLAT},
        "Older items are stuck.",
        "Review everything over 60 days for escalation.",
    ),
    Reaction(
        "upstream-cause",
        {"disputes_opened": Move.UP, "dispute_days": Move.FLAT},
        "Something goes wrong before the invoice.",
        "Take the cause codes to sales and logistics.",
    ),
    Reaction(
        "capacity-or-approval",
        {"disputes_opened": Move.FLAT, "dispute_days": Move.UP},
        "Too little capacity, or approvals that wait.",
        "Ask for a limit of authority and a weekly review.",
    ),
    Reaction(
        "clean-up",
        {"write_offs": Move.UP, "percent_over_90": Move.DOWN},
        "A clean-up, not a success in collecting.",
        "Show both figures together.",
    ),
    Reaction(
        "remittance",
        {"unapplied_cash_pct": Move.UP},
        "Poor remittance advice, or too few hands.",
        "Keep a daily list of unapplied cash and ask customers for remittance advice.",
    ),
)


def reactions_to(moves: Mapping[str, Move]) -> tuple[Reaction, ...]:
    """Return the reactions whose whole pattern is seen in `moves`, in the order of the table."""
    return tuple(
        reaction
        for reaction in REACTIONS
        if all(moves.get(metric) is move for metric, move in reaction.pattern.items())
    )


def move_of(before: Decimal, after: Decimal, tolerance: Decimal) -> Move:
    """Return which way a value went; a change up to `tolerance` (in the value's unit) is flat."""
    if abs(after - before) <= tolerance:
        return Move.FLAT
    return Move.UP if after > before else Move.DOWN

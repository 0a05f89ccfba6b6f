"""Receivables metrics: what each is, and the value or the reason why there is none. Money and days as `Decimal`.

Conventions: B and E are receivables at the start and the end of a period, C the part of E not yet due, S the credit
sales of the period (tax and freight included), n its days. A figure is refused with a reason rather than guessed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ZERO = Decimal(0)
HUNDRED = Decimal(100)
YEAR_DAYS = Decimal(365)


class Reason(StrEnum):
    """Why a metric has no value."""

    ZERO_SALES = "zero_sales"
    NEGATIVE_SALES = "negative_sales"
    NEGATIVE_RECEIVABLES = "negative_receivables"
    RECEIVABLES_NOT_POSITIVE = "receivables_not_positive"
    AVERAGE_RECEIVABLES_NOT_POSITIVE = "average_receivables_not_positive"
    NOTHING_COLLECTABLE = "nothing_collectable"
    NO_ITEMS = "no_items"
    ZERO_DENOMINATOR = "zero_denominator"
    MISSING_INPUT = "missing_input"
    UNKNOWN_METRIC = "unknown_metric"
    DOES_NOT_TIE = "does_not_tie"
    SUMMARY_WITHOUT_INVOICES = "summary_without_invoices"


class Flag(StrEnum):
    """What has to be said beside a value."""

    CREDIT_IN_OVERDUE = "credit_in_overdue"
    ROLLFORWARD_BREAKS = "rollforward_breaks"
    NET_RECOVERY = "net_recovery"
    DOES_NOT_TIE = "does_not_tie"
    NOT_TIED = "not_tied"


class KpiUnit(StrEnum):
    """What a metric is counted in."""

    DAYS = "days"
    PERCENT = "%"
    TIMES = "times"
    CURRENCY = "currency"
    NONE = ""


Part = Decimal | int | bool | str | None | tuple[Decimal, ...]
_NO_PARTS: Mapping[str, Part] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class KpiResult:
    """A value, or the reason for having none; `parts` are further values by name, `flag` what to say beside it."""

    value: Decimal | None = None
    unit: KpiUnit = KpiUnit.NONE
    reason: Reason | None = None
    flag: Flag | None = None
    parts: Mapping[str, Part] = field(default_factory=lambda: _NO_PARTS)

    @property
    def is_computable(self) -> bool:
        """Whether there is anything to show."""
        return self.reason is None


def refused(reason: Reason) -> KpiResult:
    """Return a result without a value."""
    return KpiResult(reason=reason)


def days_result(value: Decimal) -> KpiResult:
    """Return a value in days."""
    return KpiResult(value, KpiUnit.DAYS)


def percent_result(value: Decimal, flag: Flag | None = None) -> KpiResult:
    """Return a value in percent."""
    return KpiResult(value, KpiUnit.PERCENT, flag=flag)


def _sales_reason(credit_sales: Decimal) -> Reason | None:
    if credit_sales == 0:
        return Reason.ZERO_SALES
    return Reason.NEGATIVE_SALES if credit_sales < 0 else None


def dso_simple(ending_ar: Decimal, credit_sales: Decimal, days: Decimal) -> KpiResult:
    """Return E x n / S in days; refused for sales of zero or less and for receivables below zero."""
    reason = _sales_reason(credit_sales)
    if reason is None and ending_ar < 0:
        reason = Reason.NEGATIVE_RECEIVABLES
    return refused(reason) if reason else days_result(ending_ar * days / credit_sales)


def dso_quarterly(month_end_ar: Sequence[Decimal], quarter_sales: Decimal, days: Decimal = Decimal(90)) -> KpiResult:
    """Return the mean of the month-end balances x 90 / sales of the quarter, the “3-month average” variant."""
    if not month_end_ar:
        return refused(Reason.NO_ITEMS)
    return dso_simple(sum(month_end_ar, ZERO) / len(month_end_ar), quarter_sales, days)


def best_possible_dso(ending_current_ar: Decimal, credit_sales: Decimal, days: Decimal) -> KpiResult:
    """Return C x n / S in days: the DSO if every overdue amount were collected."""
    reason = _sales_reason(credit_sales)
    return refused(reason) if reason else days_result(ending_current_ar * days / credit_sales)


def average_days_delinquent(
    ending_ar: Decimal, ending_current_ar: Decimal, credit_sales: Decimal, days: Decimal
) -> KpiResult:
    """Return DSO less best possible DSO: the only part that chasing can change."""
    dso = dso_simple(ending_ar, credit_sales, days)
    best = best_possible_dso(ending_current_ar, credit_sales, days)
    if dso.value is None or best.value is None:
        return dso if dso.reason else best
    return days_result(dso.value - best.value)


@dataclass(frozen=True, slots=True)
class SalesMonth:
    """Credit sales of a month and its days."""

    credit_sales: Decimal
    days: Decimal


def dso_countback(ending_ar: Decimal, months_newest_first: Sequence[SalesMonth]) -> KpiResult:
    """Return the days of sales that E stands for, taken off from the newest month backwards.

    A month without sales, or with more credits than sales, adds its days and takes nothing off. When the history is too
    short the value is a lower bound, which `parts` says.
    """
    if ending_ar < 0:
        return refused(Reason.NEGATIVE_RECEIVABLES)
    if not months_newest_first:
        return refused(Reason.NO_ITEMS)
    rest, days = ending_ar, ZERO
    for month in months_newest_first:
        if rest <= 0:
            break
        if month.credit_sales > rest:
            days += rest / month.credit_sales * month.days
            rest = ZERO
        else:
            days += month.days
            rest -= max(month.credit_sales, ZERO)
    return KpiResult(days, KpiUnit.DAYS, parts={"lower_bound": rest > 0})


def cei(beginning_ar: Decimal, credit_sales: Decimal, ending_ar: Decimal, ending_current_ar: Decimal) -> KpiResult:
    """Return 100 (B + S - E) / (B + S - C), the flow variant, in percent.

    Above 100 only through credits among the overdue, below 0 only when the balance grew by more than the sales; both
    are kept and flagged.
    """
    collectable = beginning_ar + credit_sales - ending_current_ar
    if collectable <= 0:
        return refused(Reason.NOTHING_COLLECTABLE)
    value = HUNDRED * (beginning_ar + credit_sales - ending_ar) / collectable
    flag = None
    if value > HUNDRED:
        flag = Flag.CREDIT_IN_OVERDUE
    elif value < 0:
        flag = Flag.ROLLFORWARD_BREAKS
    return percent_result(value, flag)


def cei_crf(
    beginning_ar: Decimal, credit_sales: Decimal, ending_ar: Decimal, ending_current_ar: Decimal, months: Decimal
) -> KpiResult:
    """Return the variant of the Credit Research Foundation: the average month's sales stand for S."""
    if months <= 0:
        return refused(Reason.ZERO_DENOMINATOR)
    return cei(beginning_ar, credit_sales / months, ending_ar, ending_current_ar)


def share_of_receivables(part: Decimal, ending_ar: Decimal) -> KpiResult:
    """Return a part of E in percent; refused when E is not above zero."""
    if ending_ar <= 0:
        return refused(Reason.RECEIVABLES_NOT_POSITIVE)
    return percent_result(HUNDRED * part / ending_ar)


def bad_debt_to_sales(gross_write_offs: Decimal, recoveries: Decimal, credit_sales: Decimal) -> KpiResult:
    """Return net write-offs / S in percent; more recovered than written off is kept and flagged."""
    reason = _sales_reason(credit_sales)
    if reason:
        return refused(reason)
    net = gross_write_offs - recoveries
    return percent_result(HUNDRED * net / credit_sales, Flag.NET_RECOVERY if net < 0 else None)


def ar_turnover(net_credit_sales: Decimal, beginning_ar: Decimal, ending_ar: Decimal) -> KpiResult:
    """Return S / mean(B, E) in times a period, and the collection period in days of a year."""
    average = (beginning_ar + ending_ar) / 2
    if average <= 0:
        return refused(Reason.AVERAGE_RECEIVABLES_NOT_POSITIVE)
    turnover = net_credit_sales / average
    period = YEAR_DAYS / turnover if turnover > 0 else None
    return KpiResult(turnover, KpiUnit.TIMES, parts={"collection_period_days_365": period})


def ar_turnover_crf(net_credit_sales: Decimal, ending_ar: Decimal) -> KpiResult:
    """Return S / E, the variant of the Credit Research Foundation."""
    if ending_ar <= 0:
        return refused(Reason.RECEIVABLES_NOT_POSITIVE)
    return KpiResult(net_credit_sales / ending_ar, KpiUnit.TIMES)


def collection_rate(collections: Decimal, beginning_ar: Decimal, credit_sales: Decimal) -> KpiResult:
    """Return collections / (B + S) in percent."""
    collectable = beginning_ar + credit_sales
    if collectable <= 0:
        return refused(Reason.NOTHING_COLLECTABLE)
    return percent_result(HUNDRED * collections / collectable)


def rate(part: Decimal, whole: Decimal, reason: Reason = Reason.ZERO_DENOMINATOR) -> KpiResult:
    """Return `part` / `whole` in percent; refused with `reason` when the whole is not above zero."""
    return refused(reason) if whole <= 0 else percent_result(HUNDRED * part / whole)


def roll_forward(
    *,
    beginning_ar: Decimal,
    credit_sales: Decimal,
    collections: Decimal,
    credit_memos: Decimal,
    write_offs: Decimal,
    other_adjustments: Decimal,
    reported_ending_ar: Decimal,
) -> KpiResult:
    """Return B + S - collections - credit notes - write-offs + other, and how far the reported E is from it."""
    expected = beginning_ar + credit_sales - collections - credit_memos - write_offs + other_adjustments
    difference = reported_ending_ar - expected
    flag = Flag.DOES_NOT_TIE if difference else None
    return KpiResult(flag=flag, parts={"expected_ending_ar": expected, "difference": difference})


def cash_released_by_dso(dso_before: Decimal, dso_after: Decimal, annual_credit_sales: Decimal) -> KpiResult:
    """Return (DSO before - after) x yearly S / 365: released once, never “a year”."""
    return KpiResult((dso_before - dso_after) * annual_credit_sales / YEAR_DAYS, KpiUnit.CURRENCY)


def carrying_cost(balance: Decimal, annual_rate_pct: Decimal, days: Decimal) -> KpiResult:
    """Return what financing a balance for some days costs at a yearly rate."""
    return KpiResult(balance * annual_rate_pct / HUNDRED * days / YEAR_DAYS, KpiUnit.CURRENCY)


def early_payment_discount_annual_cost(discount_pct: Decimal, discount_days: Decimal, net_days: Decimal) -> KpiResult:
    """Return the yearly cost of giving a discount for paying early, simple and compound, in percent."""
    earlier = net_days - discount_days
    if earlier <= 0 or discount_pct >= HUNDRED:
        return refused(Reason.ZERO_DENOMINATOR)
    gain = discount_pct / (HUNDRED - discount_pct)
    periods = YEAR_DAYS / earlier
    return KpiResult(
        parts={"simple_pct": HUNDRED * gain * periods, "compound_pct": HUNDRED * ((1 + gain) ** periods - 1)}
    )


def loss_allowance_matrix(balances: Mapping[str, Decimal], rates_pct: Mapping[str, Decimal]) -> KpiResult:
    """Return the expected loss: each band's balance times its rate. Refused when a band has no rate."""
    if any(band not in rates_pct for band in balances):
        return refused(Reason.MISSING_INPUT)
    loss = sum((amount * rates_pct[band] / HUNDRED for band, amount in balances.items()), ZERO)
    return KpiResult(loss, KpiUnit.CURRENCY)

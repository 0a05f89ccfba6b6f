"""Forecasts of collections from invoices: how sales of a month come in, and when each open invoice will."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_EVEN, Decimal
from typing import TYPE_CHECKING

from arcareer.domain.history import Month, amount_open_on
from arcareer.domain.receivables import ZERO, DocType, LedgerItem

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

FEWEST_PAID_INVOICES = 3


@dataclass(frozen=True, slots=True)
class CollectionCurve:
    """The share of a month's sales that came in 0, 1, 2, ... months later, from the cohorts that are complete."""

    shares: tuple[Decimal, ...]
    cohorts: tuple[Month, ...]


def collection_curve(items: Iterable[LedgerItem], cutoff: date, lags: int = 3) -> CollectionCurve | None:
    """Return the curve known at `cutoff` up to `lags` months, or None while no cohort is complete.

    A cohort is complete when its last lag month has ended by `cutoff`. Payments after `cutoff` are not looked at.
    """
    invoices = [item for item in items if item.doc_type is DocType.INVOICE and item.doc_date is not None]
    last = _months_on(Month.of(cutoff + timedelta(days=1)), -1)
    billed: dict[Month, Decimal] = defaultdict(lambda: ZERO)
    collected = [ZERO] * (lags + 1)
    for item in invoices:
        if item.doc_date is None:
            continue
        cohort = Month.of(item.doc_date)
        if _distance(cohort, last) < lags:
            continue
        billed[cohort] += item.original_amount
        for paid_on, amount in _payments(item):
            lag = _distance(cohort, Month.of(paid_on))
            if lag <= lags and paid_on <= cutoff:
                collected[lag] += amount
    total = sum(billed.values(), ZERO)
    if total <= 0:
        return None
    return CollectionCurve(tuple(amount / total for amount in collected), tuple(sorted(billed)))


def _payments(item: LedgerItem) -> list[tuple[date, Decimal]]:
    if item.receipts:
        return [(receipt.paid_on, receipt.amount) for receipt in item.receipts]
    if item.paid_date is not None and not item.is_open:
        return [(item.paid_date, item.original_amount)]
    return []


def _distance(first: Month, second: Month) -> int:
    return (second.year - first.year) * 12 + second.number - first.number


def _months_on(month: Month, count: int) -> Month:
    index = month.year * 12 + month.number - 1 + count
    return Month(index // 12, index % 12 + 1)


@dataclass(frozen=True, slots=True)
class PayingHabit:
    """How late customers pay on average: each with enough paid invoices on its own, the others as the portfolio."""

    portfolio: Decimal
    by_customer: Mapping[str, Decimal]

    def of(self, customer: str) -> Decimal:
        """Return the mean days late of `customer`."""
        return self.by_customer.get(customer, self.portfolio)


def paying_habit(items: Iterable[LedgerItem], cutoff: date) -> PayingHabit | None:
    """Return the mean days late of invoices paid by `cutoff`, or None when there are none."""
    late: dict[str, list[int]] = defaultdict(list)
    for item in items:
        is_paid = item.paid_date is not None and item.paid_date <= cutoff and item.due_date is not None
        if is_paid and item.doc_type is DocType.INVOICE and item.paid_date and item.due_date:
            late[item.customer].append((item.paid_date - item.due_date).days)
    everything = [days for values in late.values() for days in values]
    if not everything:
        return None
    return PayingHabit(
        _mean(everything),
        {customer: _mean(days) for customer, days in late.items() if len(days) >= FEWEST_PAID_INVOICES},
    )


def _mean(values: Sequence[int]) -> Decimal:
    return Decimal(sum(values)) / len(values)


@dataclass(frozen=True, slots=True)
class ExpectedReceipt:
    """An open invoice, what is open of it, and the day it is expected."""

    item: LedgerItem
    amount: Decimal
    day: date


def expected_receipts(items: Sequence[LedgerItem], cutoff: date) -> tuple[ExpectedReceipt, ...]:
    """Return when each invoice open at `cutoff` is expected: due date plus the customer's mean days late.

    What should have come already is expected the day after `cutoff`. Without any paid invoice the due date counts.
    """
    habit = paying_habit(items, cutoff) or PayingHabit(ZERO, {})
    expected = []
    for item in items:
        opened = amount_open_on(item, cutoff)
        start = item.due_date or item.doc_date
        if opened and start is not None:
            days = int(habit.of(item.customer).quantize(Decimal(1), ROUND_HALF_EVEN))
            day = max(start + timedelta(days=days), cutoff + timedelta(days=1))
            expected.append(ExpectedReceipt(item, opened, day))
    return tuple(expected)


def sums_by_days_ahead(
    receipts: Iterable[tuple[date, Decimal]], cutoff: date, edges: Sequence[int]
) -> tuple[Decimal, ...]:
    """Return what falls into each stretch of days after `cutoff` (each up to an edge), and last what comes later."""
    sums = [ZERO] * (len(edges) + 1)
    for day, amount in receipts:
        ahead = (day - cutoff).days
        if ahead > 0:
            sums[next((index for index, edge in enumerate(edges) if ahead <= edge), len(edges))] += amount
    return tuple(sums)

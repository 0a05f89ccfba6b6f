"""From a ledger's documents to its months: sales, collections, balances, aging and the metrics of each month."""

from __future__ import annotations

from calendar import monthrange
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from arcareer.domain.kpi_items import PaidInvoice, average_days_to_pay, days_late
from arcareer.domain.kpis import (
    KpiResult,
    Reason,
    SalesMonth,
    average_days_delinquent,
    best_possible_dso,
    cei,
    dso_countback,
    dso_simple,
    refused,
    share_of_receivables,
)
from arcareer.domain.receivables import ZERO, Bucket, DocType, LedgerItem, bucket_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_OLDEST_EDGE = 90

SALES_TYPES = frozenset(
    {DocType.INVOICE, DocType.CREDIT_MEMO, DocType.DEBIT_MEMO, DocType.FINANCE_CHARGE, DocType.CHARGEBACK}
)


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A calendar month."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> Month:
        """Return the month of `day`."""
        return cls(day.year, day.month)

    @property
    def days(self) -> int:
        """Its number of days."""
        return monthrange(self.year, self.number)[1]

    @property
    def end(self) -> date:
        """Its last day."""
        return date(self.year, self.number, self.days)

    @property
    def following(self) -> Month:
        """The month after it."""
        return Month(self.year + self.number // 12, self.number % 12 + 1)

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.number:02d}"


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What was open at the end of a day, by band: amounts and number of items."""

    day: date
    amount: Mapping[Bucket, Decimal]
    count: Mapping[Bucket, int]

    @property
    def total(self) -> Decimal:
        """The open balance."""
        return sum(self.amount.values(), ZERO)

    @property
    def items(self) -> int:
        """The number of open items."""
        return sum(self.count.values())

    @property
    def current(self) -> Decimal:
        """The part that is not yet due."""
        return self.amount[Bucket.CURRENT]


@dataclass(frozen=True, slots=True)
class MonthFigures:
    """A month of one currency; `beginning_ar`, `credit_sales`, `collections` are None where the ledger cannot tell."""

    month: Month
    beginning_ar: Decimal | None
    credit_sales: Decimal | None
    collections: Decimal | None
    end: Snapshot
    dso: KpiResult
    best_possible_dso: KpiResult
    average_days_delinquent: KpiResult
    dso_countback: KpiResult
    cei: KpiResult
    percent_current: KpiResult
    percent_over_90: KpiResult
    invoices_issued: int
    invoices_disputed: int
    invoices_paid: int
    days_to_pay: KpiResult
    days_late: KpiResult
    paid_on_time_pct: Decimal | None


@dataclass(slots=True)
class _Tally:
    """What happened in a month, while it is being counted."""

    sales: Decimal = ZERO
    issued: int = 0
    disputed: int = 0
    paid: list[PaidInvoice] = field(default_factory=list)
    amount: dict[Bucket, Decimal] = field(default_factory=lambda: dict.fromkeys(Bucket, ZERO))
    count: dict[Bucket, int] = field(default_factory=lambda: dict.fromkeys(Bucket, 0))
    stays_over_90: list[Decimal] = field(default_factory=list)


def amount_open_on(item: LedgerItem, day: date) -> Decimal:
    """Return what was open of `item` at the end of `day`.

    An item counts from its document date. Payments told one by one come off on their days, a settled item falls to zero
    on the day it was paid; a part that went without a date is taken off from the start.
    """
    if item.doc_date is None or item.doc_date > day:
        return ZERO
    if not item.is_open:
        if item.paid_date is None:
            return ZERO
        if item.paid_date <= day:
            return ZERO
        return item.original_amount - _received(item, day)
    undated = item.original_amount - item.open_amount - _received(item, date.max)
    return item.original_amount - undated - _received(item, day)


def _received(item: LedgerItem, day: date) -> Decimal:
    return sum((receipt.amount for receipt in item.receipts if receipt.paid_on <= day), ZERO)


def snapshot(items: Iterable[LedgerItem], day: date) -> Snapshot:
    """Return what was open at the end of `day`, aged by due date (by document date where there is none)."""
    tally = _Tally()
    for item in items:
        _add_open(tally, item, day)
    return Snapshot(day, tally.amount, tally.count)


def _add_open(tally: _Tally, item: LedgerItem, day: date) -> None:
    amount = amount_open_on(item, day)
    if amount:
        since = item.due_date or item.doc_date or day
        bucket = bucket_of((day - since).days)
        tally.amount[bucket] += amount
        tally.count[bucket] += 1


def is_full_history(items: Sequence[LedgerItem]) -> bool:
    """Whether a ledger tells its past: settled items with the day they were paid are in it."""
    return any(not item.is_open and item.paid_date is not None for item in items)


def monthly_figures(items: Sequence[LedgerItem], until: Month | None = None) -> tuple[MonthFigures, ...]:
    """Return the months of one currency from its first document to its last, or to `until` when that is later.

    A full history starts from a balance of zero. Raises `ValueError` when `items` hold several currencies.
    """
    if len({item.currency for item in items}) > 1:
        raise ValueError("monthly figures are made for one currency at a time")
    dated = [item for item in items if item.doc_date is not None]
    if not dated:
        return ()
    tallies = _tallies(dated, until)
    figures: list[MonthFigures] = []
    sales: list[SalesMonth] = []
    beginning = ZERO
    for month, tally in tallies.items():
        sales.insert(0, SalesMonth(tally.sales, Decimal(month.days)))
        figures.append(_figures(month, tally, beginning, sales))
        beginning = figures[-1].end.total
    return tuple(figures)


def last_month(items: Iterable[LedgerItem]) -> Month | None:
    """Return the month of the newest document, or None when none has a date."""
    return max((Month.of(item.doc_date) for item in items if item.doc_date is not None), default=None)


def _tallies(items: Sequence[LedgerItem], until: Month | None) -> dict[Month, _Tally]:
    issue_months = [Month.of(item.doc_date) for item in items if item.doc_date is not None]
    first, last = min(issue_months), max(*issue_months, until or issue_months[0])
    tallies: dict[Month, _Tally] = {}
    month = first
    while month <= last:
        tallies[month] = _Tally()
        month = month.following
    for item in items:
        _count_issue(tallies, item)
        _count_payment(tallies, item)
        _count_open_months(tallies, item)
    _carry_over_90(tallies)
    return tallies


def _carry_over_90(tallies: Mapping[Month, _Tally]) -> None:
    """Add to each month what entered the last band for good in it or before."""
    amount, count = ZERO, 0
    for tally in tallies.values():
        amount += sum(tally.stays_over_90, ZERO)
        count += len(tally.stays_over_90)
        tally.amount[Bucket.OVER_90] += amount
        tally.count[Bucket.OVER_90] += count


def _count_issue(tallies: Mapping[Month, _Tally], item: LedgerItem) -> None:
    if item.doc_date is None:
        return
    tally = tallies[Month.of(item.doc_date)]
    if item.doc_type in SALES_TYPES:
        tally.sales += item.original_amount
    if item.doc_type is DocType.INVOICE:
        tally.issued += 1
        tally.disputed += bool(item.disputed)


def _count_payment(tallies: Mapping[Month, _Tally], item: LedgerItem) -> None:
    if item.doc_type is not DocType.INVOICE or item.paid_date is None or item.is_open:
        return
    tally = tallies.get(Month.of(item.paid_date))
    if tally is not None:
        due = item.due_date or item.paid_date
        tally.paid.append(PaidInvoice(due, item.paid_date, item.original_amount, item.doc_date))


def _count_open_months(tallies: Mapping[Month, _Tally], item: LedgerItem) -> None:
    """Count `item` at the end of every month it was open.

    An item that is still open and over 90 days late stays in the last band; it is carried on from there at once.
    """
    if item.doc_date is None or (not item.is_open and item.paid_date is None):
        return
    month = Month.of(item.doc_date)
    settled = item.paid_date if not item.is_open else None
    while month in tallies and (settled is None or settled > month.end):
        if not item.receipts and (month.end - (item.due_date or item.doc_date)).days > _OLDEST_EDGE and settled is None:
            tallies[month].stays_over_90.append(item.open_amount)
            return
        _add_open(tallies[month], item, month.end)
        month = month.following


def _figures(month: Month, tally: _Tally, beginning: Decimal, sales: Sequence[SalesMonth]) -> MonthFigures:
    end = Snapshot(month.end, tally.amount, tally.count)
    days = Decimal(month.days)
    late = days_late(tally.paid)
    on_time = sum(invoice.paid <= invoice.due for invoice in tally.paid)
    return MonthFigures(
        month=month,
        beginning_ar=beginning,
        credit_sales=tally.sales,
        collections=beginning + tally.sales - end.total,
        end=end,
        dso=dso_simple(end.total, tally.sales, days),
        best_possible_dso=best_possible_dso(end.current, tally.sales, days),
        average_days_delinquent=average_days_delinquent(end.total, end.current, tally.sales, days),
        dso_countback=dso_countback(end.total, sales),
        cei=cei(beginning, tally.sales, end.total, end.current),
        percent_current=share_of_receivables(end.current, end.total),
        percent_over_90=share_of_receivables(end.amount[Bucket.OVER_90], end.total),
        invoices_issued=tally.issued,
        invoices_disputed=tally.disputed,
        invoices_paid=len(tally.paid),
        days_to_pay=average_days_to_pay(tally.paid),
        days_late=late,
        paid_on_time_pct=Decimal(100) * on_time / len(tally.paid) if tally.paid else None,
    )


def snapshot_month(items: Sequence[LedgerItem], as_of: date) -> MonthFigures:
    """Return the one month a snapshot export tells about: its end. Sales, collections and the start are unknown."""
    end = snapshot(items, as_of)
    unknown = refused(Reason.MISSING_INPUT)
    return MonthFigures(
        month=Month.of(as_of),
        beginning_ar=None,
        credit_sales=None,
        collections=None,
        end=end,
        dso=unknown,
        best_possible_dso=unknown,
        average_days_delinquent=unknown,
        dso_countback=unknown,
        cei=unknown,
        percent_current=share_of_receivables(end.current, end.total),
        percent_over_90=share_of_receivables(end.amount[Bucket.OVER_90], end.total),
        invoices_issued=0,
        invoices_disputed=0,
        invoices_paid=0,
        days_to_pay=unknown,
        days_late=unknown,
        paid_on_time_pct=None,
    )


def by_currency(items: Iterable[LedgerItem]) -> dict[str, tuple[LedgerItem, ...]]:
    """Return the items of each currency, which are never added to one another."""
    groups: dict[str, list[LedgerItem]] = defaultdict(list)
    for item in items:
        groups[item.currency].append(item)
    return {currency: tuple(groups[currency]) for currency in sorted(groups)}

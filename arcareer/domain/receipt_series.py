"""What came in by week or month, from a ledger that tells its payments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from decimal import Decimal

from arcareer.domain.forecast_plans import PeriodAmount, PeriodKind
from arcareer.domain.history import Month
from arcareer.domain.receivables import ZERO, DocType, LedgerItem


def receipts_by_period(items: Iterable[LedgerItem], as_of: date, kind: PeriodKind) -> tuple[PeriodAmount, ...]:
    """Return what came in by whole period up to `as_of`, oldest first; a period without payments holds zero."""
    sums: dict[str, Decimal] = {}
    paid = sorted((day, amount) for item in items for day, amount in _payments(item) if day <= as_of)
    if not paid:
        return ()
    for period in _periods(paid[0][0], as_of, kind):
        sums[period] = ZERO
    for day, amount in paid:
        name = period_name(day, kind)
        if name in sums:
            sums[name] += amount
    return tuple(PeriodAmount(period, amount) for period, amount in sums.items())


def period_name(day: date, kind: PeriodKind) -> str:
    """Return the name of the period that holds `day`: 2026-W37, or 2026-09."""
    if kind is PeriodKind.MONTH:
        return str(Month.of(day))
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def _periods(first: date, as_of: date, kind: PeriodKind) -> Iterator[str]:
    """Yield the periods from that of `first` to the last one that had ended on `as_of`."""
    if kind is PeriodKind.MONTH:
        month = Month.of(first)
        while month.end <= as_of:
            yield str(month)
            month = month.following
        return
    monday = first - timedelta(days=first.weekday())
    while monday + timedelta(days=6) <= as_of:
        yield period_name(monday, kind)
        monday += timedelta(weeks=1)


def _payments(item: LedgerItem) -> list[tuple[date, Decimal]]:
    if item.doc_type is not DocType.INVOICE:
        return []
    if item.receipts:
        return [(receipt.paid_on, receipt.amount) for receipt in item.receipts]
    return [(item.paid_date, item.original_amount)] if item.paid_date is not None and not item.is_open else []

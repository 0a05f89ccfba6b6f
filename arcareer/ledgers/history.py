"""The months and snapshots of a ledger as plain data: the shape `ledger --kpis` prints."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from arcareer.domain.history import (
    Month,
    MonthFigures,
    Snapshot,
    by_currency,
    is_full_history,
    last_month,
    monthly_figures,
    snapshot,
    snapshot_month,
)
from arcareer.domain.receivables import Bucket, LedgerItem
from arcareer.ledgers.build import money_text
from arcareer.ledgers.report import UNKNOWN_CURRENCY

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from decimal import Decimal

    from arcareer.domain.kpis import KpiResult
    from arcareer.ledgers.reading import LedgerReading

_DIGITS = 6


def history_as_data(reading: LedgerReading, snapshots: Sequence[date]) -> dict[str, Any]:
    """Return `monthly` and `aging_snapshots` of a reading, per currency where there are several.

    `snapshots` are the days to age the ledger on; without any, the quarter ends it spans and its own as-of day.
    """
    groups = by_currency(reading.items)
    data: dict[str, Any] = {}
    if len(groups) == 1:
        (items,) = groups.values()
        data = _history(items, reading, snapshots)
        for day, found in data["aging_snapshots"].items():
            found["open_invoices"] = snapshot(items, date.fromisoformat(day)).items
    data["by_currency"] = {
        code or UNKNOWN_CURRENCY: _history(items, reading, snapshots) for code, items in groups.items()
    }
    data["opening_balance"] = "0" if is_full_history(reading.items) else "unknown"
    data["warnings"] = [{"code": warning.code, "message": warning.message} for warning in reading.warnings]
    return data


def _history(items: Sequence[LedgerItem], reading: LedgerReading, snapshots: Sequence[date]) -> dict[str, Any]:
    days = tuple(snapshots) or _usual_days(items, reading.as_of)
    months: tuple[MonthFigures, ...] = ()
    if is_full_history(reading.items):
        months = monthly_figures(items, last_month(reading.items))
    elif reading.as_of is not None:
        months = (snapshot_month(items, reading.as_of),)
    return {
        "monthly": [_month(figures) for figures in months],
        "aging_snapshots": {day.isoformat(): _snapshot(snapshot(items, day)) for day in days},
    }


def _usual_days(items: Sequence[LedgerItem], as_of: date | None) -> tuple[date, ...]:
    issued = [item.doc_date for item in items if item.doc_date is not None]
    days = [as_of] if as_of else []
    if issued:
        month, last = Month.of(min(issued)), Month.of(max(issued))
        while month <= last:
            if month.number % 3 == 0:
                days.append(month.end)
            month = month.following
    return tuple(sorted(set(days)))


def _snapshot(found: Snapshot) -> dict[str, Any]:
    return {
        "amount": _bands(found.amount),
        "count": {bucket.value: found.count[bucket] for bucket in Bucket},
        "total": money_text(found.total),
    }


def _bands(amounts: Mapping[Bucket, Decimal]) -> dict[str, str]:
    return {bucket.value: money_text(amounts[bucket]) for bucket in Bucket}


def _month(figures: MonthFigures) -> dict[str, Any]:
    end = figures.end
    lower_bound = figures.dso_countback.parts.get("lower_bound")
    return {
        "month": str(figures.month),
        "days": figures.month.days,
        "begin_ar": _money(figures.beginning_ar),
        "credit_sales": _money(figures.credit_sales),
        "collections": _money(figures.collections),
        "end_ar": money_text(end.total),
        "end_current": money_text(end.current),
        "end_overdue": money_text(end.total - end.current),
        "aging": _bands(end.amount),
        "aging_count": {bucket.value: end.count[bucket] for bucket in Bucket},
        "dso_simple": _value(figures.dso),
        "best_possible_dso": _value(figures.best_possible_dso),
        "average_days_delinquent": _value(figures.average_days_delinquent),
        "dso_countback": _value(figures.dso_countback),
        "dso_countback_lower_bound_only": lower_bound if isinstance(lower_bound, bool) else None,
        "cei_pct": _value(figures.cei),
        "pct_current": _value(figures.percent_current),
        "pct_over_90": _value(figures.percent_over_90),
        "invoices_issued": figures.invoices_issued,
        "invoices_disputed_of_issued": figures.invoices_disputed,
        "invoices_paid": figures.invoices_paid,
        "avg_days_to_pay": _part(figures.days_to_pay, "unweighted"),
        "avg_days_to_pay_weighted": _value(figures.days_to_pay),
        "avg_days_late_signed": _part(figures.days_late, "signed_mean"),
        "avg_days_late_floored": _part(figures.days_late, "floored_mean"),
        "avg_days_late_signed_weighted": _part(figures.days_late, "weighted_signed"),
        "paid_on_time_pct": _rounded(figures.paid_on_time_pct),
    }


def _money(amount: Decimal | None) -> str | None:
    return None if amount is None else money_text(amount)


def _value(result: KpiResult) -> float | None:
    return _rounded(result.value)


def _part(result: KpiResult, name: str) -> float | None:
    return _rounded(result.parts.get(name))


def _rounded(number: object) -> float | None:
    return None if number is None else round(float(str(number)), _DIGITS)

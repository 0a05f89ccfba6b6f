"""Metrics over lists of single items: promises, disputes, paid invoices, open invoices."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from statistics import median
from typing import TYPE_CHECKING

from arcareer.domain.kpis import HUNDRED, ZERO, KpiResult, KpiUnit, Part, Reason, refused

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date


@dataclass(frozen=True, slots=True)
class Promise:
    """A promise to pay: how much, by when, and what had come by then."""

    promised: Decimal
    promise_date: date
    received_by_date: Decimal


def promise_kept_rate(promises: Sequence[Promise], as_of: date, grace_days: int = 0) -> KpiResult:
    """Return kept / due promises in percent, by count (all or nothing) and by amount (part payments count).

    A promise that is not due on `as_of` is left out and counted as pending.
    """
    due = [promise for promise in promises if promise.promise_date + timedelta(days=grace_days) <= as_of]
    pending = len(promises) - len(due)
    if not due:
        return KpiResult(reason=Reason.NO_ITEMS, parts={"due_promises": 0, "pending_promises": pending})
    kept = sum(promise.received_by_date >= promise.promised for promise in due)
    promised = sum((promise.promised for promise in due), ZERO)
    received = sum((min(promise.received_by_date, promise.promised) for promise in due), ZERO)
    by_amount = HUNDRED * received / promised if promised else None
    return KpiResult(
        parts={
            "value_count_pct": HUNDRED * kept / len(due),
            "value_amount_pct": by_amount,
            "due_promises": len(due),
            "pending_promises": pending,
        }
    )


@dataclass(frozen=True, slots=True)
class Dispute:
    """A dispute: opened, and closed or still open."""

    opened: date
    closed: date | None


def dispute_metrics(
    disputes: Sequence[Dispute], invoices_issued: Decimal, period_end: date, period_start: date | None = None
) -> KpiResult:
    """Return the dispute rate and the resolution time of a period (`period_start`, else the month of its end).

    The rate counts disputes opened in the period per invoice issued; the time is taken over disputes closed in it; the
    age of those still open on `period_end` stands beside, because a mean without them flatters.
    """
    start = period_start or period_end.replace(day=1)
    opened = [dispute for dispute in disputes if start <= dispute.opened <= period_end]
    days = [(d.closed - d.opened).days for d in disputes if d.closed is not None and start <= d.closed <= period_end]
    still_open = [
        (period_end - d.opened).days
        for d in disputes
        if d.opened <= period_end and (d.closed is None or d.closed > period_end)
    ]
    rate = HUNDRED * len(opened) / invoices_issued if invoices_issued > 0 else None
    return KpiResult(
        parts={
            "opened_in_period": len(opened),
            "dispute_rate_pct": rate,
            "closed": len(days),
            "mean_resolution_days": _mean(days),
            "median_resolution_days": Decimal(str(median(days))) if days else None,
            "open": len(still_open),
            "mean_age_open_days": _mean(still_open),
        }
    )


def _mean(values: Sequence[int]) -> Decimal | None:
    return Decimal(sum(values)) / len(values) if values else None


@dataclass(frozen=True, slots=True)
class PaidInvoice:
    """A paid invoice: when it was due and paid, how much, and when it was issued where known."""

    due: date
    paid: date
    amount: Decimal
    issued: date | None = None


def days_late(paid_invoices: Sequence[PaidInvoice]) -> KpiResult:
    """Return paid less due: signed (early is negative), floored (early counts zero), weighted by amount, share late."""
    if not paid_invoices:
        return refused(Reason.NO_ITEMS)
    late = [(invoice.paid - invoice.due).days for invoice in paid_invoices]
    count = len(late)
    weights = sum((invoice.amount for invoice in paid_invoices), ZERO)
    weighted = sum((days * invoice.amount for days, invoice in zip(late, paid_invoices, strict=True)), ZERO)
    parts: dict[str, Part] = {
        "signed_mean": Decimal(sum(late)) / count,
        "floored_mean": Decimal(sum(max(days, 0) for days in late)) / count,
        "weighted_signed": weighted / weights if weights else None,
        "late_share_pct": HUNDRED * sum(days > 0 for days in late) / count,
    }
    return KpiResult(parts=parts)


def days_beyond_terms(paid_invoices: Sequence[PaidInvoice]) -> KpiResult:
    """Return sum((paid - due) x amount) / sum(amount) in days, signed."""
    weights = sum((invoice.amount for invoice in paid_invoices), ZERO)
    if weights <= 0:
        return refused(Reason.NO_ITEMS)
    total = sum(((invoice.paid - invoice.due).days * invoice.amount for invoice in paid_invoices), ZERO)
    return KpiResult(total / weights, KpiUnit.DAYS)


def average_days_to_pay(paid_invoices: Sequence[PaidInvoice]) -> KpiResult:
    """Return paid less issued, weighted by amount; the plain mean stands beside as `unweighted`."""
    known = [(invoice, (invoice.paid - invoice.issued).days) for invoice in paid_invoices if invoice.issued]
    weights = sum((invoice.amount for invoice, _ in known), ZERO)
    if weights <= 0:
        return refused(Reason.NO_ITEMS)
    total = sum((days * invoice.amount for invoice, days in known), ZERO)
    plain = Decimal(sum(days for _, days in known)) / len(known)
    return KpiResult(total / weights, KpiUnit.DAYS, parts={"unweighted": plain})


@dataclass(frozen=True, slots=True)
class OpenInvoice:
    """An open invoice: its age in days, its amount, the credit sales of the month it was issued in."""

    age_days: Decimal
    amount: Decimal
    month_credit_sales: Decimal


def true_dso(open_invoices: Sequence[OpenInvoice]) -> KpiResult:
    """Return the sum of age x amount / credit sales of the invoice's own month, in days."""
    if not open_invoices:
        return refused(Reason.NO_ITEMS)
    if any(invoice.month_credit_sales <= 0 for invoice in open_invoices):
        return refused(Reason.ZERO_SALES)
    total = sum((i.age_days * i.amount / i.month_credit_sales for i in open_invoices), ZERO)
    return KpiResult(total, KpiUnit.DAYS)

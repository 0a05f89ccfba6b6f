"""The sales and balances that months of metrics know, beside which a figure can be said in money."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from arcareer.domain.metric_months import MetricMonth, Part
from arcareer.domain.money_facts import Given, Receivables, Sales

_YEAR = 12


def sales_of(months: Sequence[MetricMonth]) -> Sales | None:
    """Return the credit sales of the last months of a book (oldest first), of a year at most.

    Only months that follow each other without a gap count; None where the last month knows no sales.
    """
    run: list[MetricMonth] = []
    for month in reversed(months):
        follows = not run or month.month.following == run[-1].month
        if not follows or month.value(Part.CREDIT_SALES) is None or len(run) == _YEAR:
            break
        run.append(month)
    total = sum((value for month in run if (value := month.value(Part.CREDIT_SALES)) is not None), Decimal(0))
    if total <= 0:
        return None
    book = run[0].book
    source = f"credit sales {run[-1].month} to {run[0].month}"
    days = sum(month.month.days for month in run)
    return Sales(amount=Given.exact(total, source), currency=book.currency, scope=book.scope, days=days)


def balance_of(months: Sequence[MetricMonth]) -> Receivables | None:
    """Return what was open at the end of the last month of a book (oldest first); None where that is not known."""
    if not months or months[-1].ending_ar is None:
        return None
    last = months[-1]
    given = Given.exact(last.ending_ar or Decimal(0), f"balance at the end of {last.month}")
    return Receivables(amount=given, currency=last.book.currency, scope=last.book.scope)

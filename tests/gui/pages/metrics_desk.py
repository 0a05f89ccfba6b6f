"""What tests of the metrics share: a year of figures that tie, and the page's parts."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from decimal import Decimal

from arcareer.domain.figures import FigureScope
from arcareer.domain.history import Month
from arcareer.domain.metric_board import months_before
from arcareer.domain.metric_months import (
    Book,
    DisputeCause,
    MetricMonth,
    Part,
    PartValue,
    empty_month,
    with_parts,
)
from arcareer_ui.pages.metrics.page import MetricsPage
from tests.support.audit import settle
from tests.support.opened import Opened

BOOK = Book(FigureScope.PORTFOLIO, "USD")
LAST = Month(2026, 9)
DAYS = ("45.2", "44.8", "44.1", "43.0", "43.4", "42.0", "41.0", "40.6", "41.2", "40.0", "39.1", "38.4")
SALES = Decimal(1_500_000)


def figures(month: Month, dso: Decimal, begin: Decimal, book: Book = BOOK) -> MetricMonth:
    """Return a month that ties, with this DSO."""
    end = (dso * SALES / month.days).quantize(Decimal(1))
    late = (end / 5).quantize(Decimal(1))
    values = {
        Part.BEGINNING_AR: begin,
        Part.CREDIT_SALES: SALES,
        Part.COLLECTIONS: begin + SALES - 15_000 - end,
        Part.CREDIT_MEMOS: Decimal(11_000),
        Part.WRITE_OFFS: Decimal(4_000),
        Part.ENDING_AR: end,
        Part.CURRENT: end - late,
        Part.DAYS_1_30: late - 3_000,
        Part.DAYS_31_60: Decimal(1_000),
        Part.DAYS_61_90: Decimal(1_000),
        Part.OVER_90: Decimal(1_000),
        Part.DISPUTES_OPENED: Decimal(5),
        Part.DISPUTES_CLOSED: Decimal(4),
        Part.DISPUTE_DAYS: Decimal(11),
    }
    filled = with_parts(empty_month(book, month), *(PartValue(part, value) for part, value in values.items()))
    return replace(filled, causes=(DisputeCause("Price", 3), DisputeCause("PO missing", 2)))


def year(count: int = 12, without: Collection[int] = (), book: Book = BOOK) -> list[MetricMonth]:
    """Return the months up to `LAST`; `without` leaves some out by their place."""
    months, begin = [], Decimal(2_000_000)
    for place in range(count):
        month = months_before(LAST, count - 1 - place)
        one = figures(month, Decimal(DAYS[place % len(DAYS)]), begin, book)
        begin = one.ending_ar or begin
        if place not in without:
            months.append(one)
    return months


def fill(opened: Opened, months: list[MetricMonth]) -> None:
    """Put months into the library as one foreign change."""
    with opened.app.edits._store.write() as unit:
        for month in months:
            unit.metric_months.put(month)
        unit.commit()
    settle()


def page(opened: Opened) -> MetricsPage:
    shown = opened.page
    assert isinstance(shown, MetricsPage)
    return shown


def toast(opened: Opened) -> str:
    shown = opened.window.toasts.toast
    return shown.accessibleName() if shown is not None else ""


def undo(opened: Opened) -> None:
    opened.window.toasts.close()
    opened.session.undo.undo()
    settle()


def redo(opened: Opened) -> None:
    opened.session.undo.redo()
    settle()

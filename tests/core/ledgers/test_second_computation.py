"""The metrics of a random ledger, from its file, against a second computation that walks through every day."""

from __future__ import annotations

import csv
import io
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

from arcareer.domain.history import MonthFigures, by_currency, monthly_figures
from arcareer.domain.receivables import Bucket
from arcareer.ledgers.reader import read_ledger
from arcareer.reading.files import table_from_text

START = date(2024, 1, 1)
HEADER = ("Invoice number", "Customer", "Invoice date", "Due date", "Amount", "Open balance", "Paid date", "Currency")


class Sale(NamedTuple):
    """An invoice: when it was made, due and paid, in days from the start."""

    made: int
    due: int
    paid: int | None
    cents: int
    currency: str


@st.composite
def sales(draw: st.DrawFn) -> Sale:
    made = draw(st.integers(0, 250))
    paid = draw(st.none() | st.integers(made, made + 200))
    return Sale(
        made, made + draw(st.integers(0, 90)), paid, draw(st.integers(1, 10**7)), draw(st.sampled_from(["EUR", "USD"]))
    )


def written(ledger: list[Sale]) -> str:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(HEADER)
    for number, sale in enumerate(ledger):
        days = [(START + timedelta(days=day)).isoformat() for day in (sale.made, sale.due)]
        paid = "" if sale.paid is None else (START + timedelta(days=sale.paid)).isoformat()
        amount = f"{Decimal(sale.cents) / 100:.2f}"
        writer.writerow([f"R-{number:04}", "Harlow", *days, amount, "0.00" if paid else amount, paid, sale.currency])
    return out.getvalue()


class Day(NamedTuple):
    """What is open at the end of a day, in cents."""

    total: int
    current: int
    over_90: int


def day_of(ledger: list[Sale], day: int) -> Day:
    still = [sale for sale in ledger if sale.made <= day and (sale.paid is None or sale.paid > day)]
    return Day(
        sum(sale.cents for sale in still),
        sum(sale.cents for sale in still if sale.due >= day),
        sum(sale.cents for sale in still if day - sale.due > 90),
    )


def month_ends(ledger: list[Sale]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last day of every month from the first invoice to the last one."""
    days = [sale.made for sale in ledger]
    first, last = START + timedelta(days=min(days)), START + timedelta(days=max(days))
    year, month = first.year, first.month
    while (year, month) <= (last.year, last.month):
        begin = (date(year, month, 1) - START).days
        yield begin, begin + monthrange(year, month)[1] - 1
        year, month = year + month // 12, month % 12 + 1


def count_back(balance: int, months: list[tuple[int, int]]) -> Fraction:
    """Return how many days of sales the balance stands for, taken off from the newest of (sales, days) backwards."""
    days = Fraction(0)
    for sold, length in reversed(months):
        if balance <= 0:
            break
        share = min(Fraction(1), Fraction(balance, sold)) if sold else Fraction(1)
        days += share * length
        balance -= sold
    return days


def same(value: Decimal | None, second: Fraction | None) -> bool:
    if value is None or second is None:
        return value is None and second is None
    return abs(Fraction(value) - second) <= max(Fraction(1), abs(second)) / 10**9


def ratio(part: int, whole: int, times: int) -> Fraction | None:
    return Fraction(part * times, whole) if whole > 0 else None


def assert_month(
    figures: MonthFigures, ledger: list[Sale], begin: int, end: int, before: list[tuple[int, int]]
) -> None:
    made = [sale for sale in ledger if begin <= sale.made <= end]
    paid = [sale for sale in ledger if sale.paid is not None and begin <= sale.paid <= end]
    sold, length = sum(sale.cents for sale in made), end - begin + 1
    opening, closing = day_of(ledger, begin - 1), day_of(ledger, end)
    money = (figures.beginning_ar, figures.credit_sales, figures.collections, figures.end.total)
    assert money == tuple(
        Decimal(cents) / 100 for cents in (opening.total, sold, sum(sale.cents for sale in paid), closing.total)
    )
    assert same(figures.dso.value, ratio(closing.total, sold, length))
    assert same(figures.best_possible_dso.value, ratio(closing.current, sold, length))
    assert same(figures.average_days_delinquent.value, ratio(closing.total - closing.current, sold, length))
    assert same(
        figures.cei.value, ratio(opening.total + sold - closing.total, opening.total + sold - closing.current, 100)
    )
    assert same(figures.percent_current.value, ratio(closing.current, closing.total, 100))
    assert same(figures.percent_over_90.value, ratio(closing.over_90, closing.total, 100))
    assert figures.end.amount[Bucket.OVER_90] == Decimal(closing.over_90) / 100
    assert same(figures.dso_countback.value, count_back(closing.total, [*before, (sold, length)]))
    waited = sum((sale.paid - sale.made) * sale.cents for sale in paid if sale.paid is not None)
    assert same(figures.days_to_pay.value, ratio(waited, sum(sale.cents for sale in paid), 1))
    assert (figures.invoices_issued, figures.invoices_paid) == (len(made), len(paid))


@settings(max_examples=60, deadline=None)
@given(st.lists(sales(), min_size=1, max_size=30))
def test_every_metric_of_every_month_agrees(ledger: list[Sale]) -> None:
    reading = read_ledger(table_from_text(written(ledger)))
    groups = by_currency(reading.items)
    assert set(groups) == {sale.currency for sale in ledger}
    for currency, items in groups.items():
        own = [sale for sale in ledger if sale.currency == currency]
        months = monthly_figures(items)
        ends = list(month_ends(own))
        assert len(months) == len(ends)
        before: list[tuple[int, int]] = []
        for figures, (begin, end) in zip(months, ends, strict=True):
            assert_month(figures, own, begin, end, before)
            before.append((sum(sale.cents for sale in own if begin <= sale.made <= end), end - begin + 1))

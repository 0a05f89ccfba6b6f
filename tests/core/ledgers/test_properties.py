"""Truths that hold for every ledger, whatever its layout, order, encoding or style."""

from __future__ import annotations

import csv
import io
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from arcareer.domain.history import by_currency, monthly_figures, snapshot
from arcareer.domain.receivables import Bucket, LedgerItem, aging_by_currency, open_totals
from arcareer.errors import UserError
from arcareer.ledgers.reader import read_ledger
from arcareer.ledgers.reading import LedgerReading, ReadingChoices
from arcareer.ledgers.report import reading_as_data
from arcareer.progress import silent
from arcareer.reading.files import read_table, table_from_text
from tests.core.ledgers import layouts

START = date(2024, 1, 1)
HEADER = ("Invoice number", "Customer name", "Invoice date", "Due date", "Amount", "Open balance", "Currency")
AS_OF = date(2024, 12, 31)

Row = tuple[str, str, date, date, Decimal, Decimal, str]


@st.composite
def ledgers(draw: st.DrawFn) -> list[Row]:
    count = draw(st.integers(2, 12))
    rows: list[Row] = []
    for number in range(count):
        issued = START + timedelta(days=draw(st.integers(12, 330)))
        amount = Decimal(draw(st.integers(-(10**7), 10**8))) / 100
        share = draw(st.sampled_from(["open", "part", "closed"]))
        opened = {"open": amount, "part": (amount / 2).quantize(Decimal("0.01")), "closed": Decimal("0.00")}[share]
        customer = draw(st.sampled_from(["Öko Markt", "Total Tool Rental", "Müller, Söhne & Co", 'Café "Eck"', "Zed"]))
        currency = draw(st.sampled_from(["EUR", "USD"]))
        rows.append((f"R-{number:04d}", customer, issued, issued + timedelta(days=30), amount, opened, currency))
    return rows


def written(rows: list[Row], *, delimiter: str = ",", decimal: str = ".", day: str = "%Y-%m-%d") -> str:
    def money(amount: Decimal) -> str:
        text = f"{amount:,.2f}"
        return text if decimal == "." else text.replace(",", "\x00").replace(".", ",").replace("\x00", ".")

    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter)
    writer.writerow(HEADER)
    for number, customer, issued, due, amount, opened, currency in rows:
        writer.writerow(
            [number, customer, issued.strftime(day), due.strftime(day), money(amount), money(opened), currency]
        )
    return out.getvalue()


def said(reading: LedgerReading) -> list[LedgerItem]:
    assert not reading.rejected
    return sorted((replace(item, line=0) for item in reading.items), key=lambda item: item.doc_number)


@given(ledgers())
def test_bands_add_up_to_the_open_balance_of_each_currency(rows: list[Row]) -> None:
    items = read_ledger(table_from_text(written(rows))).items
    totals = open_totals(items)
    for currency, aging in aging_by_currency(items, AS_OF).items():
        assert aging.total == totals[currency].net == sum(row[5] for row in rows if row[6] == currency)
        assert sum(aging.count.values()) == sum(item.is_open for item in items if item.currency == currency)


@given(ledgers(), st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing(rows: list[Row], random: object) -> None:
    shuffled = list(rows)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert said(read_ledger(table_from_text(written(shuffled)))) == said(read_ledger(table_from_text(written(rows))))


@given(ledgers(), st.permutations(range(len(HEADER))))
def test_the_order_of_columns_changes_nothing(rows: list[Row], order: list[int]) -> None:
    lines = list(csv.reader(io.StringIO(written(rows))))
    out = io.StringIO()
    csv.writer(out).writerows([line[index] for index in order] for line in lines)
    assert said(read_ledger(table_from_text(out.getvalue()))) == said(read_ledger(table_from_text(written(rows))))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    rows=ledgers(),
    delimiter=st.sampled_from([",", ";", "\t"]),
    decimal=st.sampled_from([".", ","]),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"]),
    day=st.sampled_from(["%Y-%m-%d", "%d.%m.%Y", "%d-%b-%Y", "%Y%m%d"]),
)
def test_style_changes_nothing(
    tmp_path: Path, rows: list[Row], delimiter: str, decimal: str, encoding: str, day: str
) -> None:
    path = tmp_path / "ledger.csv"
    path.write_bytes(written(rows, delimiter=delimiter, decimal=decimal, day=day).encode(encoding))
    assert said(read_ledger(read_table(path))) == said(read_ledger(table_from_text(written(rows))))


@given(ledgers())
def test_a_line_that_stands_twice_counts_once(rows: list[Row]) -> None:
    twice = [*rows, *rows]
    reading = read_ledger(table_from_text(written(twice)))
    assert reading.duplicates == len(rows)
    assert said(reading) == said(read_ledger(table_from_text(written(rows))))


@given(ledgers())
def test_every_line_is_accounted_for(rows: list[Row]) -> None:
    text = "Some Company\nAged list\n\n" + written(rows) + ",,,,,,\nTotal,,,,,,\nprinted on paper,,,,,,\n"
    reading = read_ledger(table_from_text(text))
    others = {line for line, _ in reading.other_rows}
    taken = {item.line for item in reading.items}
    assert not others & taken
    assert others | taken == set(range(1, len(text.splitlines()) + 1))


def test_two_currencies_are_never_added() -> None:
    items = (
        LedgerItem(line=1, currency="EUR", doc_date=START, original_amount=Decimal(1), open_amount=Decimal(1)),
        LedgerItem(line=2, currency="USD", doc_date=START, original_amount=Decimal(2), open_amount=Decimal(2)),
    )
    with pytest.raises(ValueError, match="one currency"):
        monthly_figures(items)


Invoice = tuple[int, int, int, int | None]
INVOICES = st.lists(
    st.tuples(st.integers(0, 300), st.integers(0, 90), st.integers(1, 10**6), st.none() | st.integers(0, 200)),
    min_size=1,
    max_size=25,
)


def as_items(invoices: list[Invoice]) -> list[LedgerItem]:
    items = []
    for line, (issued, term, cents, after) in enumerate(invoices):
        doc_date, amount = START + timedelta(days=issued), Decimal(cents) / 100
        items.append(
            LedgerItem(
                line=line,
                doc_date=doc_date,
                due_date=doc_date + timedelta(days=term),
                paid_date=None if after is None else doc_date + timedelta(days=after),
                currency="EUR",
                original_amount=amount,
                open_amount=amount if after is None else Decimal(0),
            )
        )
    return items


def band(days: int) -> Bucket:
    edges = [(0, Bucket.CURRENT), (30, Bucket.DAYS_1_30), (60, Bucket.DAYS_31_60), (90, Bucket.DAYS_61_90)]
    return next((bucket for limit, bucket in edges if days <= limit), Bucket.OVER_90)


@given(INVOICES)
def test_months_agree_with_a_second_computation(invoices: list[Invoice]) -> None:
    items = as_items(invoices)
    previous = Decimal(0)
    for figures in monthly_figures(items):
        end = figures.month.end
        opened = [i for i in items if i.doc_date and i.doc_date <= end and (not i.paid_date or i.paid_date > end)]
        expected: Counter[Bucket] = Counter()
        for item in opened:
            assert item.due_date is not None
            expected[band((end - item.due_date).days)] += 1
        assert {bucket: count for bucket, count in figures.end.count.items() if count} == dict(expected)
        balance = sum((item.original_amount for item in opened), Decimal(0))
        sales = sum(
            (
                i.original_amount
                for i in items
                if i.doc_date and (i.doc_date.year, i.doc_date.month) == (end.year, end.month)
            ),
            Decimal(0),
        )
        assert (figures.end.total, figures.credit_sales, figures.beginning_ar) == (balance, sales, previous)
        assert figures.collections == previous + sales - balance
        if sales:
            assert figures.dso.value == balance * figures.month.days / sales
        assert snapshot(items, end) == figures.end
        previous = balance


@given(INVOICES)
def test_items_split_by_currency_stay_whole(invoices: list[Invoice]) -> None:
    items = [replace(item, currency="USD" if item.line % 2 else "EUR") for item in as_items(invoices)]
    groups = by_currency(items)
    assert sorted(item.line for group in groups.values() for item in group) == [item.line for item in items]


LAYOUTS = [
    value
    for name, value in sorted(vars(layouts).items())
    if name.isupper() and isinstance(value, str) and "\t" not in value
]
DIRT = ['"', ",", "|", "-", "Total", "1,234", "31.02.2024", "\x00", "é", "(", "%", "NaN", "\u00a0", ""]


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(LAYOUTS),
    st.lists(st.tuples(st.integers(0, 200), st.integers(0, 80), st.sampled_from(DIRT)), max_size=6),
)
def test_a_damaged_export_still_accounts_for_every_row(text: str, damage: list[tuple[int, int, str]]) -> None:
    lines = text.splitlines()
    for line, column, dirt in damage:
        index = line % len(lines)
        lines[index] = lines[index][:column] + dirt + lines[index][column:] if dirt else lines[index][:column]
    table = table_from_text("\n".join(lines) + "\n")
    try:
        total = sum(1 for _ in table.rows(silent))
    except UserError as refusal:
        assert "In line" in str(refusal)  # noqa: PT017 - both a reading and a refusal by line are right here
        return
    reading = read_ledger(table)
    assert len(reading.other_rows) + reading.data_lines == total
    reading_as_data(reading, ReadingChoices())

"""Dates in the styles of people and programs; the column decides where the text does not."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arcareer.reading.dates import DateOrder, build_date, is_empty_date, read_period, settle_order, split_date

DAY = date(2024, 7, 31)


def read(text: str, order: DateOrder | None = None) -> date | None:
    parts = split_date(text, serials=True)
    return None if parts is None else build_date(parts, order)


@pytest.mark.parametrize(
    "text",
    [
        "07/31/2024",
        "31/07/2024",
        "31.07.2024",
        "31-JUL-2024",
        "31-JUL-24",
        "31 Jul 2024",
        "Jul 31, 2024",
        "July 31 2024",
        "31. Juli 2024",
        "20240731",
        "2024-07-31",
        "2024-07-31T00:00:00",
        "2024/07/31",
        "31.7.24",
        "45504",
        "Wednesday, July 31, 2024",
    ],
)
def test_one_day_in_many_styles(text: str) -> None:
    assert read(text) == DAY


def test_day_and_month_are_never_guessed() -> None:
    assert read("05/06/2024") is None
    assert read("05/06/2024", DateOrder.DMY) == date(2024, 6, 5)
    assert read("05/06/2024", DateOrder.MDY) == date(2024, 5, 6)
    assert read("06/06/2024") == date(2024, 6, 6)


@pytest.mark.parametrize("text", ["31.02.2024", "2024-13-01", "32/01/2024"])
def test_impossible_days(text: str) -> None:
    with pytest.raises(ValueError, match=r"month|day"):
        read(text)


@pytest.mark.parametrize("text", ["", "00.00.0000", "0000-00-00", "-", "n/a"])
def test_ways_to_say_no_date(text: str) -> None:
    assert is_empty_date(text)


@pytest.mark.parametrize("text", ["INV-2024", "12", "1.234,56", "Total", "12:30"])
def test_no_dates(text: str) -> None:
    assert split_date(text, serials=True) is None


def test_a_serial_is_a_date_only_where_it_may_be_one() -> None:
    assert split_date("45504") is None


def test_one_contradiction_leaves_the_order_open() -> None:
    both = [split_date("25/04/2026"), split_date("04/25/2026")]
    assert settle_order(part for part in both if part is not None) is None


@given(st.dates(min_value=date(1990, 1, 1), max_value=date(2068, 12, 31)), st.sampled_from(list(DateOrder)))
def test_a_settled_order_reads_every_day(day: date, order: DateOrder) -> None:
    pattern = "%d/%m/%Y" if order is DateOrder.DMY else "%m/%d/%Y"
    assert read(day.strftime(pattern), order) == day


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("March 2026", date(2026, 3, 31)),
        ("2026-03", date(2026, 3, 31)),
        ("Q1 2026", date(2026, 3, 31)),
        ("June 2026", date(2026, 6, 15)),
        ("12 March", date(2026, 3, 12)),
        ("24 December", date(2025, 12, 24)),
        ("2025", date(2025, 12, 31)),
        ("Week of 2026-03-02", date(2026, 3, 2)),
        ("Disputes", None),
        ("August 2026", None),
    ],
)
def test_a_heading_can_be_a_period(text: str, expected: date | None) -> None:
    assert read_period(text, date(2026, 6, 15)) == expected

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arcareer.domain.periods import Period, half_of, month_of, parse_period, quarter_of, week_of, year_of


@pytest.mark.parametrize(
    ("name", "start", "end"),
    [
        ("2026", "2026-01-01", "2026-12-31"),
        ("2026-H1", "2026-01-01", "2026-06-30"),
        ("2026-h2", "2026-07-01", "2026-12-31"),
        ("2026-Q3", "2026-07-01", "2026-09-30"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2026-01-05..2026-01-05", "2026-01-05", "2026-01-05"),
    ],
)
def test_names_of_periods_are_read(name: str, start: str, end: str) -> None:
    assert parse_period(name) == Period(date.fromisoformat(start), date.fromisoformat(end))


@pytest.mark.parametrize(
    "name", ["", "soon", "2026-H3", "2026-Q5", "2026-13", "2026-02-30..2026-03-01", "2026-03-02..2026-03-01", "26"]
)
def test_other_words_are_refused(name: str) -> None:
    with pytest.raises(ValueError, match="is not a period"):
        parse_period(name)


def test_a_period_never_ends_before_it_starts() -> None:
    with pytest.raises(ValueError, match="ends"):
        Period(date(2026, 3, 2), date(2026, 3, 1))


def test_weeks_run_from_monday_across_the_new_year() -> None:
    assert week_of(date(2024, 12, 31)) == Period(date(2024, 12, 30), date(2025, 1, 5))


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2200, 1, 1)), st.integers(0, 900))
def test_every_period_is_read_back_from_its_key(start: date, days: int) -> None:
    end = date.fromordinal(start.toordinal() + days)
    assert parse_period(Period(start, end).key) == Period(start, end)


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2200, 1, 1)))
def test_calendar_periods_hold_their_day(day: date) -> None:
    for period in (week_of(day), month_of(day), quarter_of(day), half_of(day), year_of(day)):
        assert day in period
        assert parse_period(period.key) == period

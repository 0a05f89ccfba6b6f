"""Evidence that comes mostly from the last quarter is pointed out with its true share and the older wins."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arcareer.domain.figures import Basis, FigureScope, Unit
from arcareer.domain.identity import new_id
from arcareer.domain.journal import Win
from arcareer.domain.periods import ALL_TIME, Period, months
from arcareer.domain.recency import Recency, Share, Strength, recency
from tests.support.builders import a_figure, a_win

YEAR = months(2026, 1, 12)


def on(*days: tuple[int, int]) -> list[tuple[UUID, date]]:
    return [(new_id(), date(2026, month, day)) for month, day in days]


def spread(*per_month: int) -> list[tuple[UUID, date]]:
    return on(*((month, 1 + day) for month, wins in enumerate(per_month, 1) for day in range(wins)))


def found(wins: list[Win], *used: Win, period: Period = YEAR) -> Recency:
    return recency([(win.id, win.happened_on) for win in used], period, wins)


def test_a_year_skewed_to_its_last_quarter_gives_its_true_share() -> None:
    found = recency(spread(1, 0, 1, 1, 0, 1, 0, 0, 1, 3, 3, 2), YEAR)
    assert found.is_skewed
    assert found.last_quarter == months(2026, 10, 12)
    assert found.in_last_quarter == Share(8, 13)
    assert found.last_quarter_share == Decimal(8) / 13
    assert found.even_share == Share(92, 365)
    assert [month.share.part for month in found.share_by_month] == [1, 0, 1, 1, 0, 1, 0, 0, 1, 3, 3, 2]


@pytest.mark.parametrize(
    ("per_month", "is_skewed"),
    [
        ((1,) * 12, False),
        ((2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 3, 3), False),
        ((5, 5, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0), False),
        ((0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0), False),
        ((0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1), True),
        ((1, 0, 0, 0, 0, 1, 0, 0, 0, 1, 1, 1), True),
        ((1, 1, 1, 1, 1, 1, 0, 0, 0, 2, 2, 1), False),
        ((1, 1, 1, 1, 1, 1, 0, 0, 0, 2, 2, 2), True),
        ((0,) * 12, False),
    ],
)
def test_far_more_than_its_share_is_skewed_and_less_is_not(per_month: tuple[int, ...], is_skewed: bool) -> None:
    assert recency(spread(*per_month), YEAR).is_skewed is is_skewed


def test_half_a_year_has_a_last_quarter_that_may_hold_half() -> None:
    assert not recency(spread(0, 0, 0, 0, 0, 0, 1, 1, 1, 2, 1, 1), months(2026, 7, 12)).is_skewed
    assert recency(spread(0, 0, 0, 0, 0, 0, 1, 1, 0, 3, 2, 2), months(2026, 7, 12)).is_skewed


def test_a_shorter_period_has_no_last_quarter() -> None:
    found = recency(spread(0, 0, 0, 0, 0, 0, 0, 1, 0, 3, 2, 9), months(2026, 8, 12))
    assert found.last_quarter is None
    assert not found.is_skewed
    assert found.last_quarter_share == 0
    assert found.older == ()


@pytest.mark.parametrize(
    ("end", "start"),
    [
        (date(2026, 12, 31), date(2026, 10, 1)),
        (date(2026, 11, 15), date(2026, 8, 16)),
        (date(2026, 2, 28), date(2025, 12, 1)),
        (date(2026, 5, 30), date(2026, 2, 28)),
        (date(2028, 2, 29), date(2027, 12, 1)),
    ],
)
def test_the_last_quarter_is_three_months_that_end_with_the_period(end: date, start: date) -> None:
    assert recency([], Period(end - timedelta(days=400), end)).last_quarter == Period(start, end)


def test_a_win_counts_once_and_wins_of_other_times_in_no_share() -> None:
    (first, *_), outside = on((3, 1)), (new_id(), date(2025, 12, 31))
    found = recency([first, first, outside], YEAR)
    assert sum(month.share.part for month in found.share_by_month) == 1
    assert found.outside == 1


def test_all_time_is_the_time_of_the_wins() -> None:
    found = recency(spread(1, 1, 1, 1, 1, 1, 1, 1, 1, 4, 4, 4), ALL_TIME)
    assert found.period == Period(date(2026, 1, 1), date(2026, 12, 4))
    assert found.last_quarter == Period(date(2026, 9, 5), date(2026, 12, 4))
    assert recency([], ALL_TIME).older == ()


def win(day: date, **fields: Any) -> Win:
    return a_win(happened_on=day, **fields)


def test_older_wins_worth_adding_come_strongest_first() -> None:
    used = win(date(2026, 11, 5), competencies=("a",))
    estimated = win(date(2026, 4, 1), figures=(a_figure(40, 47, measure="DSO", unit=Unit.DAYS, basis=Basis.ESTIMATED),))
    measured = win(
        date(2026, 2, 1), figures=(a_figure(1), a_figure(40, 47, measure="DSO", unit=Unit.DAYS)), competencies=("a",)
    )
    team = win(date(2026, 6, 1), figures=(a_figure(40, 47, scope=FigureScope.TEAM),))
    lone = win(date(2026, 7, 1), figures=(a_figure(5),))
    covering = win(date(2026, 3, 1), competencies=("a", "b"))
    plain = win(date(2026, 5, 1), competencies=("a",))
    older = found([plain, covering, lone, team, measured, estimated, used], used).older
    assert [one.win for one in older] == [one.id for one in (measured, estimated, team, lone, covering, plain)]
    assert older[0].strengths == (Strength.CHANGED_FIGURE, Strength.OWN_RESULT, Strength.MEASURED)
    assert older[4].strengths == (Strength.NEW_COMPETENCY,)
    assert older[5].strengths == ()


def test_no_older_win_is_used_already_thrown_away_recent_or_of_another_time() -> None:
    used = win(date(2026, 2, 1))
    others = [
        win(date(2026, 3, 1), trashed_at=used.logged_at),
        win(date(2026, 10, 1)),
        win(date(2025, 12, 31)),
        used,
    ]
    assert found(others, used).older == ()
    kept = win(date(2026, 9, 30))
    assert [one.win for one in found([*others, kept], used).older] == [kept.id]


@given(
    st.lists(st.dates(date(2025, 1, 1), date(2027, 12, 31)), max_size=60),
    st.dates(date(2025, 1, 1), date(2026, 12, 31)),
    st.integers(0, 800),
)
def test_shares_are_counts_of_what_is_in_the_period(days: list[date], start: date, length: int) -> None:
    period = Period(start, start + timedelta(days=length))
    found = recency([(new_id(), day) for day in days], period)
    inside = [day for day in days if day in period]
    assert found.outside + len(inside) == len(days)
    assert sum(month.share.part for month in found.share_by_month) == len(inside)
    assert {month.share.whole for month in found.share_by_month} == {len(inside)}
    if found.last_quarter is not None:
        recent = sum(day in found.last_quarter for day in inside)
        assert found.in_last_quarter == Share(recent, len(inside))
        assert 87 <= found.last_quarter.days <= 93
        fair = Fraction(found.even_share.part, found.even_share.whole)
        assert not found.is_skewed or Fraction(recent, len(inside)) > fair
    else:
        assert period.days < 185

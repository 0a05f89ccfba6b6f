from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arcareer.domain.home import WeekCount
from arcareer.domain.rhythm import Rhythm, rhythm_of

MONDAY = date(2026, 7, 27)


def weeks(pattern: str) -> list[WeekCount]:
    """Return weeks from a picture: a digit for wins, `-` for a week away, `+` for a week away with a win."""
    return [
        WeekCount(MONDAY + timedelta(weeks=at), int(mark) if mark.isdigit() else int(mark == "+"), mark in "-+")
        for at, mark in enumerate(pattern)
    ]


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("213202410223", Rhythm(kept=10, counted=12, run=3)),
        ("000000000000", Rhythm(kept=0, counted=12, run=0)),
        ("111111111111", Rhythm(kept=12, counted=12, run=12)),
        ("111110", Rhythm(kept=5, counted=6, run=5)),
        ("111100", Rhythm(kept=4, counted=6, run=0)),
        ("11--11", Rhythm(kept=4, counted=4, run=4)),
        ("11-", Rhythm(kept=2, counted=2, run=2)),
        ("110-", Rhythm(kept=2, counted=3, run=0)),
        ("1+1", Rhythm(kept=3, counted=3, run=3)),
        ("", Rhythm(kept=0, counted=0, run=0)),
    ],
)
def test_weeks_with_a_win_count_and_weeks_away_do_not(pattern: str, expected: Rhythm) -> None:
    assert rhythm_of(weeks(pattern)) == expected


@given(st.text(alphabet="0123-+", max_size=16))
def test_one_more_win_this_week_never_makes_it_worse(pattern: str) -> None:
    before, after = rhythm_of(weeks(pattern + "0")), rhythm_of(weeks(pattern + "1"))
    assert after.kept == before.kept + 1
    assert after.run == before.run + 1
    assert after.run <= after.kept <= after.counted

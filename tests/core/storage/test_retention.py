"""Which backups stay: recent ones, old ones, and never fewer because a clock was wrong."""

from dataclasses import dataclass
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from arcareer.storage.retention import has_shrunk, kept_sequences

START = date(2026, 10, 16)


@dataclass(frozen=True)
class Made:
    sequence: int
    made_on: date
    wins: int = 100
    pinned: bool = False


def run(days: int, a_day: int = 1, wins: int = 100, start: date = START, sequence: int = 0) -> list[Made]:
    """Make backups day by day and rotate after each, as the app does."""
    backups: list[Made] = []
    for day in range(days):
        for _ in range(a_day):
            sequence += 1
            backups = rotate([*backups, Made(sequence, start + timedelta(days=day), wins)])
    return backups


def rotate(backups: list[Made]) -> list[Made]:
    kept = kept_sequences(backups)
    return [backup for backup in backups if backup.sequence in kept]


def test_last_ten_stay() -> None:
    assert [backup.sequence for backup in run(1, a_day=30)] == list(range(21, 31))


def test_days_weeks_months_and_years_are_represented() -> None:
    backups = run(3 * 365 + 60, a_day=2)
    newest = backups[-1].made_on
    days = {backup.made_on for backup in backups}
    assert all(newest - timedelta(days=back) in days for back in range(14))
    assert len({tuple(day.isocalendar())[:2] for day in days}) >= 8
    months = {(day.year, day.month) for day in days}
    assert {_months_before(newest, back) for back in range(24)} <= months
    assert {day.year for day in days} == {2026, 2027, 2028, 2029}
    assert len(backups) < 60


def _months_before(day: date, back: int) -> tuple[int, int]:
    year, month = divmod(day.year * 12 + day.month - 1 - back, 12)
    return year, month + 1


def test_wins_deleted_long_ago_are_still_in_a_backup() -> None:
    backups = run(90, wins=1000)
    sequence = backups[-1].sequence
    for day in range(90, 90 + 730):
        sequence += 1
        backups = rotate([*backups, Made(sequence, START + timedelta(days=day), wins=0)])
    full = [backup for backup in backups if backup.wins == 1000]
    assert {backup.made_on.year for backup in full} >= {2026, 2027}


def test_clock_that_jumps_ahead_and_back_removes_nothing_it_should_not() -> None:
    backups = run(30)
    before = {backup.sequence for backup in backups}
    ahead = rotate([*backups, Made(31, date(2035, 1, 1))])
    back = rotate([*ahead, Made(32, START + timedelta(days=31))])
    assert {31, 32} <= {backup.sequence for backup in back}
    assert len(before - {backup.sequence for backup in back}) <= 2
    assert min(backup.sequence for backup in back) == min(before)


def test_pinned_and_the_fullest_of_a_year_stay() -> None:
    pinned, fullest = Made(1, START, wins=5, pinned=True), Made(2, START, wins=500)
    backups = [pinned, fullest, *(Made(number, START, wins=10) for number in range(3, 40))]
    assert {1, 2} <= kept_sequences(backups)


MADE = st.builds(
    Made,
    sequence=st.integers(1, 10_000),
    made_on=st.dates(date(1990, 1, 1), date(2060, 1, 1)),
    wins=st.integers(0, 5_000),
    pinned=st.booleans(),
)


@given(st.lists(MADE, unique_by=lambda backup: backup.sequence, max_size=80))
def test_whatever_the_dates_the_last_ten_and_every_year_stay(backups: list[Made]) -> None:
    kept = kept_sequences(backups)
    newest_first = sorted((backup.sequence for backup in backups), reverse=True)
    assert set(newest_first[:10]) <= kept
    by_sequence = {backup.sequence: backup for backup in backups}
    assert {by_sequence[number].made_on.year for number in kept} == {backup.made_on.year for backup in backups}
    assert {backup.sequence for backup in backups if backup.pinned} <= kept


@given(st.lists(MADE, unique_by=lambda backup: backup.sequence, max_size=60))
def test_rotating_twice_removes_nothing_more(backups: list[Made]) -> None:
    once = rotate(backups)
    assert rotate(once) == once


def test_shrinking_is_a_tenth_or_more_than_twenty() -> None:
    assert has_shrunk(1000, 979)
    assert not has_shrunk(1000, 980)
    assert has_shrunk(100, 89)
    assert not has_shrunk(100, 90)
    assert has_shrunk(1, 0)
    assert not has_shrunk(0, 0)
    assert not has_shrunk(10, 500)

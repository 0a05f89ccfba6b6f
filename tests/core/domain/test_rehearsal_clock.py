"""The clock of a rehearsal: exact over any pauses, and following the plan until the user steps by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arcareer.domain.answers import AnswerKind
from arcareer.domain.rehearsal_clock import ClockState, RehearsalClock
from arcareer.domain.rehearsals import PLANNED_SECONDS, planned_split, split

PLAN = (18, 12, 60, 30)
S, T, A, R = range(4)
gaps = st.floats(0.0, 300.0, allow_nan=False)


def test_a_clock_that_was_not_started_stands_still() -> None:
    clock = RehearsalClock(PLAN)
    assert (clock.state, clock.elapsed(99.0), clock.part(99.0)) == (ClockState.READY, 0.0, S)
    assert clock.paused(1.0) == clock.resumed(1.0) == clock.finished(1.0) == clock.next_part(1.0) == clock


@given(start=st.floats(0, 1e6), stretches=st.lists(st.tuples(gaps, gaps), min_size=1, max_size=40))
def test_only_the_time_between_pauses_counts(start: float, stretches: list[tuple[float, float]]) -> None:
    clock, at, spoken = RehearsalClock(PLAN).started(start), start, 0.0
    for speaking, resting in stretches:
        at += speaking
        spoken += speaking
        clock = clock.paused(at)
        at += resting
        assert clock.elapsed(at) == pytest.approx(spoken, abs=1e-6)
        clock = clock.resumed(at)
    assert clock.finished(at).elapsed(at + 60) == pytest.approx(spoken, abs=1e-6)


@given(st.lists(st.floats(0.001, 2.0), max_size=400))
def test_asking_often_or_seldom_makes_no_drift(ticks: list[float]) -> None:
    clock, at = RehearsalClock(PLAN).started(1_000.0), 1_000.0
    for tick in ticks:
        at += tick
        clock.elapsed(at)
    assert abs(clock.elapsed(at) - (at - 1_000.0)) < 0.050 * max(1.0, (at - 1_000.0) / 60)


def test_a_clock_set_back_takes_no_time_away() -> None:
    assert RehearsalClock(PLAN).started(10.0).elapsed(5.0) == 0.0


@pytest.mark.parametrize(
    ("elapsed", "part"), [(0, S), (17.9, S), (18, T), (29.9, T), (30, A), (89, A), (90, R), (400, R)]
)
def test_the_part_follows_the_plan(elapsed: float, part: int) -> None:
    assert RehearsalClock(PLAN).started(0.0).part(elapsed) == part


def test_a_step_by_hand_ends_the_following() -> None:
    clock = RehearsalClock(PLAN).started(0.0).next_part(5.0)
    assert clock.part(5.0) == clock.part(80.0) == T
    assert clock.previous_part(81.0).part(300.0) == S
    assert clock.previous_part(81.0).previous_part(82.0).part(300.0) == S
    last = clock.next_part(6.0).next_part(7.0)
    assert last.part(8.0) == R
    assert last.next_part(9.0) == last


def test_parts_that_are_left_out_are_stepped_over() -> None:
    clock = RehearsalClock((0, 0, 5, 5)).started(0.0)
    assert clock.part(0.0) == A
    assert clock.previous_part(1.0) == clock
    assert clock.next_part(1.0).part(1.0) == R


def test_time_by_part_is_only_known_when_the_user_stepped() -> None:
    clock = RehearsalClock(PLAN).started(0.0)
    assert clock.part_seconds(50.0) == ()
    stepped = clock.next_part(20.0).paused(30.0).resumed(90.0).next_part(100.0).finished(150.0)
    assert stepped.part_seconds(999.0) == (18, 2, 20, 50)


@given(st.lists(st.tuples(gaps, st.sampled_from(["next_part", "previous_part", "paused", "resumed"])), max_size=30))
def test_time_by_part_adds_up_to_the_time_spoken(moves: list[tuple[float, str]]) -> None:
    clock, at = RehearsalClock(PLAN).started(0.0), 0.0
    for gap, move in moves:
        at += gap
        clock = getattr(clock, move)(at)
    by_part = clock.part_seconds(at)
    assert by_part == () or (sum(by_part) == round(clock.elapsed(at)) and min(by_part) >= 0)


@given(st.sampled_from(AnswerKind), st.sampled_from(PLANNED_SECONDS))
def test_planned_parts_add_up(kind: AnswerKind, seconds: int) -> None:
    assert sum(planned_split(kind, seconds)) == seconds
    assert max(planned_split(kind, seconds)) > 0


def test_ten_seconds_hold_what_was_done_and_what_came_of_it() -> None:
    assert planned_split(AnswerKind.STAR, 10) == (0, 0, 5, 5)
    assert planned_split(AnswerKind.STAR, 120) == (18, 12, 60, 30)


@given(st.integers(0, 10_000), st.lists(st.integers(0, 500), min_size=1, max_size=6).filter(any))
def test_shares_add_up_and_are_never_a_whole_one_off(total: int, weights: list[int]) -> None:
    shares = split(total, weights)
    assert sum(shares) == total
    assert all(abs(share - total * weight / sum(weights)) < 1 for share, weight in zip(shares, weights, strict=True))

from hypothesis import given
from hypothesis import strategies as st

from arcareer_ui.stopwatch import Stopwatch


class Seconds:
    """A clock that moves when told to."""

    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


@given(st.lists(st.floats(0.0, 5.0), max_size=300))
def test_irregular_looks_at_the_clock_never_add_up_to_a_drift(steps: list[float]) -> None:
    clock = Seconds()
    watch = Stopwatch(clock)
    watch.start()
    for step in steps:
        clock.now += step
        assert watch.elapsed >= 0
    assert abs(watch.elapsed - (clock.now - 1_000.0)) < 1e-9


def test_a_minute_of_late_ticks_is_a_minute() -> None:
    clock = Seconds()
    watch = Stopwatch(clock)
    watch.start()
    for tick in range(600):
        clock.now = 1_000.0 + tick * 0.1 + 0.037
        _ = watch.elapsed
    clock.now = 1_060.0
    assert abs(watch.elapsed - 60.0) < 0.05


@given(st.lists(st.tuples(st.floats(0.0, 60.0), st.floats(0.0, 60.0)), max_size=20))
def test_pauses_do_not_count(spells: list[tuple[float, float]]) -> None:
    clock = Seconds()
    watch = Stopwatch(clock)
    for spoken, silent in spells:
        watch.start()
        clock.now += spoken
        watch.stop()
        clock.now += silent
    assert abs(watch.elapsed - sum(spoken for spoken, _ in spells)) < 1e-6
    assert not watch.is_running


def test_starting_twice_counts_once() -> None:
    clock = Seconds()
    watch = Stopwatch(clock)
    watch.start()
    clock.now += 3
    watch.start()
    clock.now += 4
    assert watch.elapsed == 7
    watch.reset()
    assert (watch.elapsed, watch.is_running) == (0, False)

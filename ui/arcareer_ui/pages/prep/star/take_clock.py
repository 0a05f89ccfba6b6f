"""The clock of the take that runs: the domain's own, told each moment by a clock that only goes forward."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from arcareer.domain.rehearsal_clock import ClockState, RehearsalClock

Now = Callable[[], float]


class TakeClock:
    """Holds a `RehearsalClock` and reads `now`, seconds since any moment, whenever something happens."""

    def __init__(self, plan: tuple[int, ...], now: Now = monotonic) -> None:
        self._now = now
        self._clock = RehearsalClock(plan)

    @property
    def state(self) -> ClockState:
        """Return what the clock is doing."""
        return self._clock.state

    @property
    def plan(self) -> tuple[int, ...]:
        """Return the planned seconds of each part."""
        return self._clock.plan

    @property
    def part(self) -> int:
        """Return the part that is on now."""
        return self._clock.part(self._now())

    @property
    def part_seconds(self) -> tuple[int, ...]:
        """Return the whole seconds spent in each part; empty where the parts were not stepped through."""
        return self._clock.part_seconds(self._now())

    def elapsed(self) -> float:
        """Return the seconds spoken so far."""
        return self._clock.elapsed(self._now())

    def reset(self, plan: tuple[int, ...]) -> None:
        """Stand ready at nought with this plan."""
        self._clock = RehearsalClock(plan)

    def start(self) -> None:
        """Run from nought."""
        self._clock = self._clock.started(self._now())

    def pause(self) -> None:
        """Stand still."""
        self._clock = self._clock.paused(self._now())

    def resume(self) -> None:
        """Run on."""
        self._clock = self._clock.resumed(self._now())

    def step(self, way: int) -> None:
        """Go on to the next part, or back to the one before where `way` is negative."""
        at = self._now()
        self._clock = self._clock.next_part(at) if way > 0 else self._clock.previous_part(at)

    def finish(self) -> None:
        """Stop for good."""
        self._clock = self._clock.finished(self._now())

    def show(self, seconds: float) -> None:
        """Stand finished at a time that was measured before."""
        self._clock = RehearsalClock(self._clock.plan, ClockState.FINISHED, counted=seconds)

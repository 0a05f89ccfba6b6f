"""The clock of a rehearsal as plain values: every step is told the moment it happens and returns the next state.

Moments are seconds of a monotonic clock. Time is always the difference of two moments, never a count of ticks, so it
cannot drift however late or seldom the page is painted.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import accumulate, pairwise


class ClockState(StrEnum):
    """What the clock is doing."""

    READY = "ready"
    RUNNING = "running"
    PAUSED = "paused"
    FINISHED = "finished"


@dataclass(frozen=True, slots=True)
class _Step:
    """From `elapsed` seconds on, the user is in `part`, because they said so."""

    elapsed: float
    part: int


@dataclass(frozen=True, slots=True)
class RehearsalClock:
    """`plan` has the planned seconds of each part, 0 for one that is left out; at least one is more than that."""

    plan: tuple[int, ...]
    state: ClockState = ClockState.READY
    counted: float = 0.0
    since: float = 0.0
    steps: tuple[_Step, ...] = ()

    def started(self, at: float) -> RehearsalClock:
        """Return the clock running from zero."""
        return RehearsalClock(self.plan, ClockState.RUNNING, since=at)

    def paused(self, at: float) -> RehearsalClock:
        """Return the clock standing still; one that does not run stays as it is."""
        if self.state is not ClockState.RUNNING:
            return self
        return replace(self, state=ClockState.PAUSED, counted=self.elapsed(at))

    def resumed(self, at: float) -> RehearsalClock:
        """Return the clock running on; one that is not paused stays as it is."""
        if self.state is not ClockState.PAUSED:
            return self
        return replace(self, state=ClockState.RUNNING, since=at)

    def finished(self, at: float) -> RehearsalClock:
        """Return the clock stopped for good; one that never started stays as it is."""
        if self.state is ClockState.READY:
            return self
        return replace(self, state=ClockState.FINISHED, counted=self.elapsed(at))

    def next_part(self, at: float) -> RehearsalClock:
        """Return the clock in the next part that has time; in the last one it stays."""
        return self._stepped(at, 1)

    def previous_part(self, at: float) -> RehearsalClock:
        """Return the clock in the part before that has time; in the first one it stays."""
        return self._stepped(at, -1)

    def elapsed(self, at: float) -> float:
        """Return the seconds spoken until a moment, pauses left out."""
        if self.state is not ClockState.RUNNING:
            return self.counted
        return self.counted + max(0.0, at - self.since)

    def part(self, at: float) -> int:
        """Return the part that is on: the one the plan has now, or the one the user stepped to."""
        return self.steps[-1].part if self.steps else self._planned_part(self.elapsed(at))

    def part_seconds(self, at: float) -> tuple[int, ...]:
        """Return the whole seconds spent in each part, adding up to the rounded time; empty if never stepped by hand.

        Before the first step by hand the plan tells which part was on.
        """
        if not self.steps:
            return ()
        spent = [0.0] * len(self.plan)
        for place, end in enumerate(accumulate(self.plan)):
            start = end - self.plan[place]
            spent[place] = max(0.0, min(end, self.steps[0].elapsed) - start)
        spent[self._planned_part(self.steps[0].elapsed)] += max(0.0, self.steps[0].elapsed - sum(self.plan))
        ends = (*(step.elapsed for step in self.steps[1:]), self.elapsed(at))
        for step, until in zip(self.steps, ends, strict=True):
            spent[step.part] += until - step.elapsed
        until_here = (round(seconds) for seconds in accumulate(spent))
        rounded = (0, *until_here)
        return tuple(after - before for before, after in pairwise(rounded))

    def _planned_part(self, elapsed: float) -> int:
        ends = accumulate(self.plan)
        last = max(place for place, seconds in enumerate(self.plan) if seconds)
        return next((place for place, end in enumerate(ends) if elapsed < end), last)

    def _stepped(self, at: float, way: int) -> RehearsalClock:
        if self.state in (ClockState.READY, ClockState.FINISHED):
            return self
        places = [place for place, seconds in enumerate(self.plan) if seconds]
        index = places.index(self.part(at)) + way
        if not 0 <= index < len(places):
            return self
        return replace(self, steps=(*self.steps, _Step(self.elapsed(at), places[index])))

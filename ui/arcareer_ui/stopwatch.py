"""Time that passes while something is said aloud."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter


class Stopwatch:
    """Counts seconds on a clock that only ever goes forward.

    What has passed is always worked out from two readings of that clock and never added up from ticks, so a late tick
    makes it no less exact.
    """

    def __init__(self, now: Callable[[], float] = perf_counter) -> None:
        """Take the clock to read: seconds since any moment, as floating-point number."""
        self._now = now
        self._kept = 0.0
        self._since: float | None = None

    @property
    def is_running(self) -> bool:
        """Return whether time passes."""
        return self._since is not None

    @property
    def elapsed(self) -> float:
        """Return the seconds counted so far."""
        return self._kept + (self._now() - self._since if self._since is not None else 0.0)

    def start(self) -> None:
        """Let time pass, from where it was stopped."""
        if self._since is None:
            self._since = self._now()

    def stop(self) -> None:
        """Let time stand still."""
        self._kept = self.elapsed
        self._since = None

    def reset(self) -> None:
        """Stand still at nought."""
        self._kept, self._since = 0.0, None

"""What a benchmark hands back: a figure, what it is compared with, and how good it has to be."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Measure:
    """One measured figure.

    ``value`` and ``base`` share ``unit``. With a base, which was measured in the same run, the figure that counts is
    the ratio of the two; without one it is the value. ``aim`` and ``limit`` are upper bounds for that figure.
    """

    name: str
    value: float
    unit: str
    base_name: str = ""
    base: float | None = None
    aim: float | None = None
    limit: float | None = None

    @property
    def counts(self) -> float:
        """The figure that is compared with the aim and the limit."""
        return self.value if self.base is None else self.value / self.base

    @property
    def verdict(self) -> str:
        """How the figure stands: ``ok``, ``over aim``, ``OVER LIMIT``, or nothing where no bound is set."""
        if self.limit is not None and self.counts > self.limit:
            return "OVER LIMIT"
        if self.aim is not None and self.counts > self.aim:
            return "over aim"
        return "" if self.aim is None and self.limit is None else "ok"


Benchmark = Callable[[], tuple[Measure, ...]]


def median_seconds(work: Callable[[], object], *, runs: int = 7) -> float:
    """Return the median wall time of *work* over *runs* calls, after one that does not count."""
    work()
    return statistics.median(_seconds(work) for _ in range(runs))


def median_pair(first: Callable[[], object], second: Callable[[], object], *, runs: int = 7) -> tuple[float, float]:
    """Return the median wall times of two pieces of work run in turn, so that a busy machine is fair to both."""
    first()
    second()
    pairs = [(_seconds(first), _seconds(second)) for _ in range(runs)]
    return statistics.median(pair[0] for pair in pairs), statistics.median(pair[1] for pair in pairs)


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start

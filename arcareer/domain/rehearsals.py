"""Rehearsals: how long an answer took aloud, part by part, and how it felt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Final
from uuid import UUID

from arcareer.domain.answers import AnswerKind
from arcareer.domain.interviews import BEST

PLANNED_SECONDS: Final = (10, 30, 60, 120)
"""The lengths an answer is rehearsed at."""

_SHARES: Final[dict[AnswerKind, tuple[int, ...]]] = {
    AnswerKind.STAR: (15, 10, 50, 25),
    AnswerKind.REFRAME: (15, 20, 30, 20, 15),
}
_SHARES_IN_TEN_SECONDS: Final[dict[AnswerKind, tuple[int, ...]]] = {
    AnswerKind.STAR: (0, 0, 50, 50),
    AnswerKind.REFRAME: (30, 0, 40, 30, 0),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rehearsal:
    """One take of an answer. Times are whole seconds; `part_seconds` is empty where the parts were not stepped through.

    `clear`, `calm` and `complete` are the user's own marks from 1 to 5, None before they gave one. `at` is an instant
    in UTC. Nothing that was said is kept.
    """

    id: UUID
    answer: UUID
    at: datetime
    planned_seconds: int
    spoken_seconds: int
    part_seconds: tuple[int, ...] = ()
    clear: int | None = None
    calm: int | None = None
    complete: int | None = None
    note: str = ""

    def __post_init__(self) -> None:
        if any(not 1 <= mark <= BEST for mark in self.marks):
            raise ValueError(f"a rehearsal is marked from 1 to {BEST}")
        if self.planned_seconds <= 0 or self.spoken_seconds < 0 or min(self.part_seconds, default=0) < 0:
            raise ValueError("a rehearsal has a planned time, and no time runs backwards")

    @property
    def marks(self) -> tuple[int, ...]:
        """Return the marks that were given."""
        return tuple(mark for mark in (self.clear, self.calm, self.complete) if mark is not None)

    @property
    def rating(self) -> Decimal | None:
        """Return the mean of the marks that were given, None without any."""
        return Decimal(sum(self.marks)) / len(self.marks) if self.marks else None


def planned_split(kind: AnswerKind, seconds: int) -> tuple[int, ...]:
    """Return how many whole seconds each part has; they add up to `seconds`.

    At ten seconds and less only what was done and what came of it is said: the other parts have none.
    """
    shares = _SHARES_IN_TEN_SECONDS if seconds <= PLANNED_SECONDS[0] else _SHARES
    return split(seconds, shares[kind])


def split(seconds: int, weights: Sequence[int]) -> tuple[int, ...]:
    """Return whole shares of `seconds` in proportion to the weights, adding up to it; largest rests first."""
    total = sum(weights)
    whole = [seconds * weight // total for weight in weights]
    rests = sorted(range(len(weights)), key=lambda place: -(seconds * weights[place] % total))
    for place in rests[: seconds - sum(whole)]:
        whole[place] += 1
    return tuple(whole)

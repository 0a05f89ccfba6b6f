"""The bullet rubric: five criteria of 0-4, a reason for every point, and the one change that gains most."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from arcareer.prose.criteria import CRITERIA, Points
from arcareer.prose.evidence import Reading, read

RUBRIC_VERSION: Final = "1"


@dataclass(frozen=True, slots=True)
class Scorecard:
    """The score of one bullet: points and reasons per criterion, in the order of the rubric."""

    points: tuple[Points, ...]
    version: str = RUBRIC_VERSION

    @property
    def overall(self) -> int:
        """Plain sum, 0-20."""
        return sum(points.score for points in self.points)

    def score(self, criterion: str) -> int:
        """Points of one criterion; KeyError for an unknown name."""
        return {points.criterion: points.score for points in self.points}[criterion]

    @property
    def next_change(self) -> Points | None:
        """The criterion whose next step gains most; None at full score."""
        open_points = [points for points in self.points if points.score < 4 and points.gain]
        return max(open_points, key=lambda points: points.gain, default=None)


def score(raw: str) -> Scorecard:
    """Score one bullet."""
    return score_reading(read(raw))


def score_reading(reading: Reading) -> Scorecard:
    """Score an already read line."""
    return Scorecard(tuple(criterion(reading) for criterion in CRITERIA))

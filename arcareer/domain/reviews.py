"""Review cycles: when, on which scale, with which goals, and what came of them. The day itself is the occasion's."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Final
from uuid import UUID

from arcareer.domain.agenda import Occasion
from arcareer.domain.periods import Period

COMMON_TOP: Final = Decimal(100)
"""The best score on the scale every employer's own scale is carried over to; its worst is 0."""

AIM_PERCENT: Final = (Decimal(10), Decimal(15))
"""By how much a score is meant to grow in six months: the aim the method sets."""


class ReviewKind(StrEnum):
    """What kind of review it is."""

    ANNUAL = "annual"
    MID_YEAR = "mid-year"
    QUARTERLY = "quarterly"
    PROBATION = "probation"
    OTHER = "other"


class GoalState(StrEnum):
    """How far a goal is, in the user's own judgement."""

    OPEN = "open"
    REACHED = "reached"
    PARTLY = "partly"
    MISSED = "missed"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Scale:
    """An employer's own scale from its worst score to its best; 1 is the best mark in some houses, 5 in others."""

    worst: Decimal = Decimal(1)
    best: Decimal = Decimal(5)

    def common(self, score: Decimal) -> Decimal:
        """Return a score on the common scale from 0 to 100. ValueError where worst and best are the same."""
        if self.worst == self.best:
            raise ValueError("a scale needs two different ends")
        return (score - self.worst) / (self.best - self.worst) * COMMON_TOP

    def holds(self, score: Decimal) -> bool:
        """Return whether the score lies on the scale."""
        return min(self.worst, self.best) <= score <= max(self.worst, self.best)


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """A goal of a cycle with the wins that back it; wins that are gone are left out where goals are shown."""

    id: UUID
    text: str
    measure: str = ""
    target: str = ""
    due: date | None = None
    state: GoalState = GoalState.OPEN
    note: str = ""
    wins: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True)
class ShownQuality:
    """A quality of the catalogue and the wins the user shows it by; without a win it is not claimed."""

    quality: str
    wins: tuple[UUID, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewDetails:
    """What is known of a review besides its name and day, which stay with its occasion of the same identity.

    `starts_on` and `ends_on` are the time it looks back on. `score` is on `scale`; `rating` is what the employer calls
    it. `aimed` is the score meant to come next. `qualities` are shown by wins, never claimed in words. `level` and
    `next_level` are ids of career levels, empty for none.
    In the trash it keeps its occasion in `occasion`, which the home page no longer shows then.
    """

    id: UUID
    kind: ReviewKind = ReviewKind.ANNUAL
    starts_on: date | None = None
    ends_on: date | None = None
    scale: Scale = Scale()
    score: Decimal | None = None
    rating: str = ""
    comments: str = ""
    aimed: Decimal | None = None
    level: str = ""
    next_level: str = ""
    goals: tuple[Goal, ...] = ()
    qualities: tuple[ShownQuality, ...] = ()
    trashed_at: datetime | None = None
    occasion: Occasion | None = None

    @property
    def in_trash(self) -> bool:
        """Return whether the review lies in the trash."""
        return self.trashed_at is not None


@dataclass(frozen=True, slots=True)
class Review:
    """A review: the occasion it shares with the home page, and what is known of it."""

    occasion: Occasion
    details: ReviewDetails

    @property
    def id(self) -> UUID:
        """Return the identity both parts share."""
        return self.occasion.id

    @property
    def on(self) -> date:
        """Return the day of the review."""
        return self.occasion.happens_on

    @property
    def period(self) -> Period | None:
        """Return the time it looks back on, or None while that is not known."""
        first, last = self.details.starts_on, self.details.ends_on
        return Period(first, last) if first is not None and last is not None and first <= last else None


@dataclass(frozen=True, slots=True)
class ScorePoint:
    """A score on the common scale, with the change in percent against about six months before, if there was one."""

    review: UUID
    on: date
    common: Decimal
    change: Decimal | None = None


def score_points(reviews: tuple[Review, ...]) -> tuple[ScorePoint, ...]:
    """Return the scores in order of time, each with its change against the score nearest to six months before it.

    Only scores between four and eight months before count as such: 120 to 245 days.
    """
    scored = sorted(
        (
            (review.on, review.id, review.details.scale.common(review.details.score))
            for review in reviews
            if review.details.score is not None and review.details.scale.worst != review.details.scale.best
        ),
        key=lambda one: (one[0], one[1]),
    )
    points = []
    for on, identity, common in scored:
        earlier = [(abs((on - day).days - 183), before) for day, _, before in scored if 120 <= (on - day).days <= 245]
        base = min(earlier)[1] if earlier else None
        change = (common - base) / base * 100 if base else None
        points.append(ScorePoint(identity, on, common, change))
    return tuple(points)

"""Bullets: one line each for a CV or a brag sheet, with what they were before and what the rubric gave for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

BULLET_LIMIT = 2_000
"""Characters of the longest bullet that is kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bullet:
    """One bullet. `win` is the win it tells of, if any; `position` its place in the user's order, the smallest first.

    `created_at` is an instant in UTC.
    """

    id: UUID
    text: str
    position: int
    created_at: datetime
    win: UUID | None = None
    in_brag_sheet: bool = False


@dataclass(frozen=True, slots=True)
class BulletScore:
    """What the rubric gave a text, 0 to 20 points, and which version of the rubric gave it."""

    points: int
    rubric_version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BulletVersion:
    """An earlier text of a bullet, kept when an edit replaced it, with the score it had then."""

    text: str
    score: int
    rubric_version: str
    replaced_at: datetime


def in_order(bullets: tuple[Bullet, ...]) -> tuple[Bullet, ...]:
    """Return the bullets in the user's order; those that share a position stand as they were written."""
    return tuple(sorted(bullets, key=lambda bullet: (bullet.position, bullet.created_at, bullet.id)))

"""Dates the user prepares for, weeks they were away, and who they are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final
from uuid import UUID

from arcareer.domain.identity import named_id


class OccasionKind(StrEnum):
    """What the user prepares for."""

    INTERVIEW = "interview"
    REVIEW = "review"


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """An interview or a review on a date the user entered."""

    id: UUID
    kind: OccasionKind
    title: str
    happens_on: date

    @property
    def is_review(self) -> bool:
        """Return whether a review is prepared for, not an interview."""
        return self.kind is OccasionKind.REVIEW


@dataclass(frozen=True, slots=True, kw_only=True)
class AwayWeek:
    """A week the user was away; it leaves the rhythm's count. `monday` is its first day."""

    id: UUID
    monday: date


def away_week_id(monday: date) -> UUID:
    """Return the identity of the week that starts on `monday`."""
    return named_id("away-week", monday.isoformat())


OWNER_ID: Final = UUID("5232a9b3-6c68-5c0a-b960-0f73d670b5d1")
"""The owner of every library: `named_id("owner")`, written out because hashing has to be loaded first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    """The person whose library this is; everything is optional and printed on documents only."""

    id: UUID = OWNER_ID
    name: str = ""
    title: str = ""
    employer: str = ""
    purpose: str = ""

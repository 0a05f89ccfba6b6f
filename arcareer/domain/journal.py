"""Wins: what went well, when, and the figures, people and proof that belong to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from arcareer.domain.evidence import Evidence
from arcareer.domain.figures import Figure
from arcareer.domain.win_lists import WinOrder, WinQuery, WinSummary

__all__ = ["HEADLINE_LIMIT", "Win", "WinDraft", "WinOrder", "WinQuery", "WinSummary", "WinVersion"]

HEADLINE_LIMIT = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Win:
    """One dated accomplishment. Only the headline is required.

    `happened_on` is the civil date the user gave and never shifts with time zones; `logged_at` and `trashed_at`
    are instants in UTC. `theme` and `competencies` are ids of the content catalogue; `theme` may be empty.
    """

    id: UUID
    headline: str
    happened_on: date
    logged_at: datetime
    theme: str = ""
    situation: str = ""
    action: str = ""
    outcome: str = ""
    proof: str = ""
    private_notes: str = ""
    competencies: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()
    customers: tuple[UUID, ...] = ()
    colleagues: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    trashed_at: datetime | None = None

    @property
    def has_number(self) -> bool:
        """Return whether the win carries at least one figure."""
        return bool(self.figures)

    @property
    def in_trash(self) -> bool:
        """Return whether the win lies in the trash."""
        return self.trashed_at is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class WinDraft:
    """What the user entered for a new win, before it has an identity."""

    headline: str
    happened_on: date
    theme: str = ""
    situation: str = ""
    action: str = ""
    outcome: str = ""
    proof: str = ""
    private_notes: str = ""
    competencies: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()
    customers: tuple[UUID, ...] = ()
    colleagues: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WinVersion:
    """An earlier state of a win, kept when an edit replaced it."""

    win: Win
    replaced_at: datetime

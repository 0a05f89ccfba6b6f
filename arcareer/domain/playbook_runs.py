"""Runs of a playbook: what was done in the first sixty minutes, what came of it, and what it became."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class StepTick:
    """A step that was done, and when; `at` is an instant in UTC."""

    step: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaybookRun:
    """One time a playbook was needed.

    `playbook` is its id, `ticks` the steps done in the order they were done. `win` and `answer` are what the run
    became. Instants are UTC.
    """

    id: UUID
    playbook: str
    started_at: datetime
    customer: UUID | None = None
    ticks: tuple[StepTick, ...] = ()
    notes: str = ""
    outcome: str = ""
    finished_at: datetime | None = None
    win: UUID | None = None
    answer: UUID | None = None
    trashed_at: datetime | None = None

    @property
    def is_open(self) -> bool:
        """Return whether the run still goes on."""
        return self.finished_at is None and self.trashed_at is None

    @property
    def in_trash(self) -> bool:
        """Return whether the run lies in the trash."""
        return self.trashed_at is not None

    @property
    def done(self) -> frozenset[str]:
        """Return the steps that were ticked."""
        return frozenset(tick.step for tick in self.ticks)

"""Interviews: what is known before one, what was asked in it, and the crib to take along.

The date and the name of an interview are those of its occasion, the one Home shows; here is everything else.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import Final
from uuid import UUID

from arcareer.domain.agenda import Occasion

GENERAL_CRIB_ID: Final = UUID("9f601b14-14ee-5dd5-9b2f-f9c86b1edb67")
"""The crib that belongs to no interview: `named_id("crib", "general")`."""

BEST: Final = 5
"""The highest mark the user can give, the lowest is 1: how a question went, how a rehearsal was."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedQuestion:
    """A question that was asked: one of the bank by its `question` key, or in the user's own words as `text`.

    `answer` is the answer that was given, `went` how it went from 1 to 5, None where the user has not said.
    """

    question: str = ""
    text: str = ""
    answer: UUID | None = None
    went: int | None = None
    note: str = ""

    def __post_init__(self) -> None:
        if self.went is not None and not 1 <= self.went <= BEST:
            raise ValueError(f"how a question went is told from 1 to {BEST}")


@dataclass(frozen=True, slots=True, kw_only=True)
class InterviewDetails:
    """Everything about an interview but its name and day; `id` is that of its occasion.

    `starts_at` is the civil time at the place of the interview. `advert` is kept here only and printed nowhere.
    `steps_done` are the keys of the plan's steps the user ticked.
    """

    id: UUID
    starts_at: time | None = None
    company: str = ""
    role: str = ""
    people: str = ""
    notes: str = ""
    advert: str = ""
    asked: tuple[AskedQuestion, ...] = ()
    debrief: str = ""
    is_over: bool = False
    steps_done: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Interview:
    """An interview: the occasion that holds its day, and its details."""

    occasion: Occasion
    details: InterviewDetails

    @property
    def id(self) -> UUID:
        """Return the identity of the occasion, which is that of the details too."""
        return self.occasion.id

    @property
    def on(self) -> date:
        """Return the day."""
        return self.occasion.happens_on

    @property
    def title(self) -> str:
        """Return what it is called: the name on Home, else role and company."""
        return self.occasion.title or title_of(self.details)

    @property
    def starts_at(self) -> time | None:
        """Return the civil time it starts at, None where it is not known."""
        return self.details.starts_at

    @property
    def company(self) -> str:
        """Return the company."""
        return self.details.company

    @property
    def role(self) -> str:
        """Return the role."""
        return self.details.role

    def days_left(self, today: date) -> int:
        """Return the days until it, 0 on the day itself, negative afterwards."""
        return (self.on - today).days


def title_of(details: InterviewDetails) -> str:
    """Return a name for an interview from its role and company, empty where neither is known."""
    return ", ".join(part for part in (" ".join(details.role.split()), " ".join(details.company.split())) if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class Crib:
    """What goes on the page to take along; `id` is that of the interview, or `GENERAL_CRIB_ID`.

    `opening` is the first line to say, `number` the figure that must land, `questions` those to ask the panel.
    `answers` are printed as cues, the core answers where none is chosen. `private_notes` are printed here only.
    """

    id: UUID
    opening: str = ""
    number: str = ""
    questions: tuple[str, ...] = ()
    answers: tuple[UUID, ...] = ()
    private_notes: str = ""
    hide_customers: bool = False

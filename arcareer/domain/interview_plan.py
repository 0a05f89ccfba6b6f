"""The plan for the days before an interview: what to do on which day, in how many minutes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from arcareer.domain.answers import CoreSlot


class StepKind(StrEnum):
    """What a step of the plan asks for."""

    READ_ADVERT = "read-advert"
    WRITE_ANSWER = "write-answer"
    FINISH_ANSWER = "finish-answer"
    REFRAME = "reframe"
    REHEARSE = "rehearse"
    TEN_SECONDS = "ten-seconds"
    QUESTIONS_TO_ASK = "questions-to-ask"
    CRIB = "crib"
    READ_CRIB = "read-crib"
    FACTS_OF_THE_DAY = "facts-of-the-day"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanStep:
    """One thing to do. `answer`, `slot` or `competency` say what it is about, as far as the kind has such a thing.

    `key` stays the same from day to day, so that a tick does too.
    """

    key: str
    kind: StepKind
    minutes: int
    answer: UUID | None = None
    slot: CoreSlot | None = None
    competency: str = ""
    done: bool = False


@dataclass(frozen=True, slots=True)
class PlanDay:
    """What to do on one day; the steps that are not done fit into `minutes_left`."""

    on: date
    minutes_left: int
    steps: tuple[PlanStep, ...]

    @property
    def minutes(self) -> int:
        """Return the minutes of the steps that are still to be done."""
        return sum(step.minutes for step in self.steps if not step.done)


@dataclass(frozen=True, slots=True)
class InterviewPlan:
    """The days that are left, today first, and what they have no room for, the most useful first."""

    days_left: int
    days: tuple[PlanDay, ...]
    left_out: tuple[PlanStep, ...]

    @property
    def minutes_left(self) -> int:
        """Return the minutes there are until the interview."""
        return sum(day.minutes_left for day in self.days)

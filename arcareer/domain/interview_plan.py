"""The plan for the days before an interview: what to do on which day, in how many minutes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from arcareer.domain.answers import CoreSlot


class StepKind(StrEnum):
    """What a step of the plan asks for, in the order things are done on one day."""

    READ_ADVERT = "read-advert"
    FACTS_OF_THE_DAY = "facts-of-the-day"
    FINISH_ANSWER = "finish-answer"
    WRITE_ANSWER = "write-answer"
    REFRAME = "reframe"
    QUESTIONS_TO_ASK = "questions-to-ask"
    CRIB = "crib"
    REHEARSE = "rehearse"
    TEN_SECONDS = "ten-seconds"
    READ_CRIB = "read-crib"


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

    @property
    def cost(self) -> int:
        """Return the minutes it still takes."""
        return 0 if self.done else self.minutes


@dataclass(frozen=True, slots=True)
class WantedStep:
    """A step and the days it may stand on, counted from today, 0; never before the step with the key `after`."""

    step: PlanStep
    first: int
    last: int
    after: str = ""


@dataclass(frozen=True, slots=True)
class PlanDay:
    """What to do on one day; the steps that are not done fit into `minutes_left`."""

    on: date
    minutes_left: int
    steps: tuple[PlanStep, ...]

    @property
    def minutes(self) -> int:
        """Return the minutes of the steps that are still to be done."""
        return sum(step.cost for step in self.steps)


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


def scheduled(today: date, room: Sequence[int], wanted: Sequence[WantedStep]) -> InterviewPlan:
    """Return the plan for days with so many minutes each, today first; `wanted` comes the most useful first.

    A step goes to the first day of its span that has minutes enough; without one it is left out, and so is what may
    only follow it.
    """
    left = list(room)
    placed: dict[str, int] = {}
    steps: list[list[PlanStep]] = [[] for _ in room]
    left_out: list[PlanStep] = []
    known = {one.step.key for one in wanted}
    for one in wanted:
        first = max(one.first, 0)
        if one.after in known:
            first = max(first, placed.get(one.after, len(left)))
        span = range(first, min(one.last, len(left) - 1) + 1)
        day = next((index for index in span if left[index] >= one.step.cost), None)
        if day is None:
            left_out.append(one.step)
            continue
        left[day] -= one.step.cost
        placed[one.step.key] = day
        steps[day].append(one.step)
    order = {kind: place for place, kind in enumerate(StepKind)}
    days_of_plan = tuple(
        PlanDay(today + timedelta(days=index), minutes, tuple(sorted(steps[index], key=lambda one: order[one.kind])))
        for index, minutes in enumerate(room)
    )
    return InterviewPlan(len(room) - 1, days_of_plan, tuple(left_out))

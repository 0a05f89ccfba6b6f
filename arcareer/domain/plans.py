"""30-day plans: a baseline fixed before day one, steps, check-ins, and a result measured against the baseline."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Final
from uuid import UUID

from arcareer.domain.figures import Basis, FigureScope, Unit

PLAN_DAYS: Final = 30


class PlanState(StrEnum):
    """Where a plan stands; only the user's own result decides between reached, improved and missed."""

    DRAFT = "draft"
    READY = "ready"
    RUNNING = "running"
    DUE = "due"
    REACHED = "reached"
    IMPROVED = "improved"
    MISSED = "missed"


class Direction(StrEnum):
    """Which way is better."""

    DOWN = "down"
    UP = "up"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A measured value: when it was taken and where it comes from. The unit is the plan's."""

    value: Decimal
    on: date
    source: str
    basis: Basis = Basis.MEASURED


@dataclass(frozen=True, slots=True, kw_only=True)
class BaselineChange:
    """A later change of a locked baseline, for all to see. Never altered once written."""

    at: datetime
    before: Reading
    after: Reading
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanTask:
    """A step between two days of the thirty, counted from 1; `done_on` is the day it was done."""

    id: str
    first_day: int
    last_day: int
    text: str
    done_on: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class CheckIn:
    """What the user noted on a day."""

    on: date
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """One plan. `starter` is the id of the plan it began from, empty for an own one.

    `locked_at` is when the baseline was fixed, which starting the plan does; `baseline_log` is what changed after.
    `target` is the value aimed for. `lesson` is what a missed plan taught. Instants are UTC.
    """

    id: UUID
    title: str
    created_at: datetime
    starter: str = ""
    problem: str = ""
    measure: str = ""
    how_to_measure: str = ""
    unit: Unit = Unit.COUNT
    currency: str = ""
    wanted: Direction = Direction.DOWN
    scope: FigureScope = FigureScope.MINE
    target: Decimal | None = None
    baseline: Reading | None = None
    locked_at: datetime | None = None
    starts_on: date | None = None
    baseline_log: tuple[BaselineChange, ...] = ()
    tasks: tuple[PlanTask, ...] = ()
    check_ins: tuple[CheckIn, ...] = ()
    result: Reading | None = None
    helped: str = ""
    lesson: str = ""
    checklist: tuple[str, ...] = ()
    competencies: tuple[str, ...] = ()
    win: UUID | None = None
    trashed_at: datetime | None = None

    @property
    def ends_on(self) -> date | None:
        """Return the thirtieth day, or None before the plan has a first one."""
        return None if self.starts_on is None else self.starts_on + timedelta(days=PLAN_DAYS - 1)

    @property
    def in_trash(self) -> bool:
        """Return whether the plan lies in the trash."""
        return self.trashed_at is not None

    @property
    def is_closed(self) -> bool:
        """Return whether a result was measured."""
        return self.result is not None

    @property
    def is_better(self) -> bool:
        """Return whether the result is better than the baseline the plan stands on, whatever the target."""
        if self.baseline is None or self.result is None:
            return False
        if self.wanted is Direction.DOWN:
            return self.result.value < self.baseline.value
        return self.result.value > self.baseline.value

    @property
    def reached_target(self) -> bool:
        """Return whether the result is better and at least what was aimed for; without a target better is enough."""
        if self.result is None or not self.is_better:
            return False
        if self.target is None:
            return True
        down = self.wanted is Direction.DOWN
        return self.result.value <= self.target if down else self.result.value >= self.target

    @property
    def next_task(self) -> PlanTask | None:
        """Return the open step that is due first."""
        left = (task for task in self.tasks if task.done_on is None)
        return min(left, key=lambda task: (task.last_day, task.first_day), default=None)

    def state(self, today: date) -> PlanState:
        """Return where the plan stands on a day."""
        if self.result is not None:
            if self.reached_target:
                return PlanState.REACHED
            return PlanState.IMPROVED if self.is_better else PlanState.MISSED
        if self.starts_on is None or self.ends_on is None:
            return PlanState.DRAFT
        if today < self.starts_on:
            return PlanState.READY
        return PlanState.RUNNING if today <= self.ends_on else PlanState.DUE

    def day(self, today: date) -> int:
        """Return the day of the plan, 1 on its first; 0 before."""
        return 0 if self.starts_on is None else max(0, (today - self.starts_on).days + 1)

    def date_of(self, day: int) -> date | None:
        """Return the date of a day of the plan, counted from 1."""
        return None if self.starts_on is None else self.starts_on + timedelta(days=day - 1)

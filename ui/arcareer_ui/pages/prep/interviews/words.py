"""How days, steps and marks are called on screen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from arcareer.domain.interview_plan import StepKind
from arcareer_ui.dates import clock_time, long_weekday_and_day, weekday_and_date

if TYPE_CHECKING:
    from arcareer.content.library import ContentLibrary
    from arcareer.domain.answers import CoreSlot
    from arcareer.domain.interview_plan import PlanStep
    from arcareer.domain.interviews import Interview

ABOUT_ANSWERS = (StepKind.WRITE_ANSWER, StepKind.FINISH_ANSWER, StepKind.REHEARSE, StepKind.TEN_SECONDS)
TOMORROW = 1


class InterviewWords:
    """Names steps out of the content; `slot` names a core answer, `label` a competency."""

    def __init__(self, content: ContentLibrary, slot: Callable[[CoreSlot], str], label: Callable[[str], str]) -> None:
        self._texts = content.interview
        self._slot, self._label = slot, label

    def opening(self, days: int) -> str:
        """Return what stands above the plan."""
        return self._texts.opening(days)

    def step(self, step: PlanStep) -> str:
        """Return what a step asks for, and for which answer."""
        label = next(one.label for one in self._texts.plan_steps if one.id == step.kind)
        about = self._slot(step.slot) if step.slot is not None else self._label(step.competency)
        if step.kind not in ABOUT_ANSWERS or not about:
            return label
        return QCoreApplication.translate("InterviewWords", "{step}: {answer}").format(step=label, answer=about)

    def why(self, step: PlanStep) -> str:
        """Return why a step is there."""
        return next(one.why for one in self._texts.plan_steps if one.id == step.kind)


def days_words(interview: Interview, today: date) -> str:
    """Return how far away an interview is."""
    tr = QCoreApplication.translate
    days = interview.days_left(today)
    if interview.details.is_over or days < 0:
        return tr("InterviewWords", "Over")
    if days == 0:
        return tr("InterviewWords", "Today")
    if days == TOMORROW:
        return tr("InterviewWords", "Tomorrow")
    return tr("InterviewWords", "In %n day(s)", "", days)


def when_words(interview: Interview, today: date) -> str:
    """Return the day and the time of an interview."""
    day = weekday_and_date(interview.on, today)
    if interview.starts_at is None:
        return day
    return QCoreApplication.translate("InterviewWords", "{day}, {time}").format(
        day=day, time=clock_time(interview.starts_at)
    )


def day_words(day: date, today: date) -> str:
    """Return the name of a day of the plan."""
    tr = QCoreApplication.translate
    days = (day - today).days
    if days in (0, TOMORROW):
        return tr("InterviewWords", "Today") if days == 0 else tr("InterviewWords", "Tomorrow")
    return long_weekday_and_day(day)


def title_words(interview: Interview) -> str:
    """Return what an interview is called."""
    return interview.title or QCoreApplication.translate("InterviewWords", "Interview")

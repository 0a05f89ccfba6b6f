"""The plan in words: days, steps, and where each step is done."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from arcareer.domain.answers import CoreSlot
from arcareer.domain.interview_plan import StepKind
from arcareer_ui.pages.prep.interviews.plan_card import DayLine, StepLine
from arcareer_ui.pages.prep.interviews.words import InterviewWords, day_words, days_words

if TYPE_CHECKING:
    from arcareer.content.library import ContentLibrary
    from arcareer.domain.interview_plan import InterviewPlan, PlanStep
    from arcareer.domain.interviews import Interview
    from arcareer_ui.pages.prep.star.words import AnswerWords

CRIB_STEPS = (StepKind.CRIB, StepKind.READ_CRIB, StepKind.QUESTIONS_TO_ASK)
SAID_STEPS = (StepKind.REHEARSE, StepKind.TEN_SECONDS)
HERE, CRIB = "", "crib"
MOST_LEFT_OUT = 4


class PlanWords:
    """Puts a plan into words."""

    def __init__(self, content: ContentLibrary, answers: AnswerWords) -> None:
        self._words = InterviewWords(content, answers.slot, answers.label_of)
        self._questions = {one.id: one.question for one in content.core_slots}

    def lines(
        self, plan: InterviewPlan, interview: Interview, today: date
    ) -> tuple[str, str, tuple[DayLine, ...], str]:
        """Return title, opening, days with steps, and what there is no time for."""
        tr = QCoreApplication.translate
        title = tr("PlanWords", "Plan: {days}").format(days=days_words(interview, today).lower())
        days = tuple(
            DayLine(day_words(day.on, today), day.minutes, tuple(self._step(step) for step in day.steps))
            for day in plan.days
            if day.steps
        )
        return title, self._words.opening(max(plan.days_left, 0)), days, self._left_out(plan)

    def _step(self, step: PlanStep) -> StepLine:
        words, why = self._words.step(step), self._words.why(step)
        return StepLine(step.key, words, why, step.minutes, step.done, self._route(step))

    def _left_out(self, plan: InterviewPlan) -> str:
        if not plan.left_out:
            return ""
        names = [self._words.step(step) for step in plan.left_out[:MOST_LEFT_OUT]]
        more = len(plan.left_out) - len(names)
        tr = QCoreApplication.translate
        words = tr("PlanWords", "No time for: {steps}.").format(steps="; ".join(names))
        return f"{words} {tr('PlanWords', 'And %n more.', '', more)}" if more else words

    def _route(self, step: PlanStep) -> str:
        if step.kind in CRIB_STEPS:
            return CRIB
        if step.kind is StepKind.REFRAME or step.slot is CoreSlot.WEAKNESS:
            return f"prep/weakness-reframe/{step.answer}" if step.answer is not None else "prep/weakness-reframe"
        if step.kind in SAID_STEPS and step.answer is not None:
            return f"prep/star/rehearse/{step.answer}"
        if step.answer is not None:
            return f"answer/{step.answer}"
        if step.slot is not None:
            return f"prep/star/from-question/{self._questions[step.slot]}"
        return f"prep/star/questions/on/{step.competency}" if step.competency else HERE

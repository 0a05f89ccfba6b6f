"""What is wanted before an interview, from what the library has and lacks, and the minutes there are for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Final
from uuid import UUID

from arcareer.domain.answers import CoreSlot
from arcareer.domain.interview_plan import PlanStep, StepKind, WantedStep
from arcareer.domain.interviews import Crib, Interview
from arcareer.domain.rehearsals import PLANNED_SECONDS, Rehearsal
from arcareer.services.answer_reports import AnswerState
from arcareer.services.answers import CoreAnswer

MINUTES_A_DAY: Final = 45
_PRESSED: Final = 75
_PRESSED_FROM: Final = 3
_EVENING_BEFORE: Final = 120
_ON_THE_DAY: Final = 30
_WORK_ENDS: Final = time(23, 0)
_ON_THE_WAY: Final = timedelta(minutes=45)
_FRESH: Final = timedelta(days=3)
_MOST_GAPS: Final = 3


def minutes_by_day(interview: Interview, now: datetime, minutes_a_day: int | None = None) -> tuple[int, ...]:
    """Return the minutes for each day from today to the interview, that day included; `now` is the wall clock.

    Days that are few have more of them, the evening before has most. Today ends at 23:00. On the day itself the last
    45 minutes before the start are for getting there.
    """
    days = interview.days_left(now.date())
    if days < 0:
        return ()
    usual = minutes_a_day or (_PRESSED if days <= _PRESSED_FROM else MINUTES_A_DAY)
    room = [usual] * max(days - 1, 0)
    if days:
        room.append(max(_EVENING_BEFORE, usual))
    room.append(_ON_THE_DAY)
    ends = datetime.combine(now.date(), _WORK_ENDS)
    if days == 0 and interview.starts_at is not None:
        ends = datetime.combine(now.date(), interview.starts_at) - _ON_THE_WAY
    room[0] = max(0, min(room[0], int((ends - now).total_seconds() // 60)))
    return tuple(room)


@dataclass(frozen=True, slots=True, kw_only=True)
class Needs:
    """What a plan is made from. `gaps` are competencies the advert asks for and no answer shows, loudest first."""

    interview: Interview
    now: datetime
    core: Sequence[CoreAnswer]
    gaps: Sequence[str]
    crib: Crib
    takes: Mapping[UUID, Sequence[Rehearsal]]
    minutes: Mapping[StepKind, int]

    @property
    def days(self) -> int:
        """Return the days until the interview."""
        return max(self.interview.days_left(self.now.date()), 0)

    def wanted(self) -> Iterator[WantedStep]:
        """Yield the steps, the most useful first: what the day cannot do without, then by what a minute buys."""
        last, eve = self.days, max(self.days - 1, 0)
        crib = self.crib
        yield self._step(StepKind.READ_CRIB, last, last)
        yield self._step(StepKind.CRIB, max(last - 2, 0), eve, done=bool(crib.opening.strip() and crib.number.strip()))
        yield self._step(StepKind.READ_ADVERT, 0, min(1, last), done=bool(self.interview.details.advert.strip()))
        stories = [one for one in self.core if one.slot is not CoreSlot.WEAKNESS]
        yield from self._answers(stories, AnswerState.READY)
        yield from self._answers(stories, AnswerState.DRAFT)
        yield self._step(StepKind.FACTS_OF_THE_DAY, eve, eve)
        yield from self._answers(stories, AnswerState.NOT_STARTED)
        yield from self._weakness()
        yield self._step(StepKind.QUESTIONS_TO_ASK, max(last - 2, 0), eve, done=bool(crib.questions))
        for competency in self.gaps[:_MOST_GAPS]:
            yield self._step(StepKind.WRITE_ANSWER, 0, last - 1, about=competency, competency=competency)
        for one in stories:
            yield from self._ten_seconds(one)

    def _answers(self, core: Sequence[CoreAnswer], state: AnswerState) -> Iterator[WantedStep]:
        """Yield what the answers of one state need: to be written or finished first, then to be said."""
        for one in core:
            if one.state is not state:
                continue
            written = self._written(one)
            if written is not None:
                yield written
            yield self._said(one, written)

    def _written(self, one: CoreAnswer) -> WantedStep | None:
        if one.state is AnswerState.READY:
            return None
        kind = StepKind.FINISH_ANSWER if one.state is AnswerState.DRAFT else StepKind.WRITE_ANSWER
        answer = one.answer.id if one.answer is not None else None
        return self._step(kind, 0, max(self.days - 1, 0), about=one.slot, slot=one.slot, answer=answer)

    def _said(self, one: CoreAnswer, written: WantedStep | None) -> WantedStep:
        earliest = 1 if self.days >= 3 and written is not None else 0
        return self._step(
            StepKind.REHEARSE,
            earliest,
            max(self.days - 1, 0),
            about=one.slot,
            slot=one.slot,
            answer=one.answer.id if one.answer is not None else None,
            after=written.step.key if written is not None else "",
            done=self._was_said(one, _FRESH),
        )

    def _ten_seconds(self, one: CoreAnswer) -> Iterator[WantedStep]:
        if one.state is AnswerState.READY and one.answer is not None:
            said = self._was_said(one, _FRESH, PLANNED_SECONDS[0])
            last = self.days
            yield self._step(
                StepKind.TEN_SECONDS, last, last, about=one.slot, slot=one.slot, answer=one.answer.id, done=said
            )

    def _weakness(self) -> Iterator[WantedStep]:
        for one in self.core:
            if one.slot is CoreSlot.WEAKNESS and one.state is not AnswerState.READY:
                answer = one.answer.id if one.answer is not None else None
                yield self._step(StepKind.REFRAME, 0, max(self.days - 1, 0), slot=one.slot, answer=answer)

    def _was_said(self, one: CoreAnswer, within: timedelta, planned: int | None = None) -> bool:
        if one.answer is None:
            return False
        since = self.now.date() - within
        takes = self.takes.get(one.answer.id, ())
        return any(take.at.date() >= since and planned in (None, take.planned_seconds) for take in takes)

    def _step(
        self,
        kind: StepKind,
        first: int,
        last: int,
        *,
        about: str = "",
        answer: UUID | None = None,
        slot: CoreSlot | None = None,
        competency: str = "",
        after: str = "",
        done: bool = False,
    ) -> WantedStep:
        key = f"{kind}:{about}" if about else kind.value
        ticked = key in self.interview.details.steps_done
        step = PlanStep(
            key=key,
            kind=kind,
            minutes=self.minutes[kind],
            answer=answer,
            slot=slot,
            competency=competency,
            done=done or ticked,
        )
        return WantedStep(step, first, last, after)

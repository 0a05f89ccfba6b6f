"""Interviews: dates, what is known before, the plan, the advert, and what was asked in the end."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from functools import cached_property
from typing import Final
from uuid import UUID

from arcareer.clock import Clock
from arcareer.content.library import ContentLibrary
from arcareer.domain.agenda import Occasion, OccasionKind
from arcareer.domain.answers import Answer
from arcareer.domain.changes import Change, Edit, EditGroup, EntityKind
from arcareer.domain.identity import new_id
from arcareer.domain.interview_plan import InterviewPlan, StepKind, scheduled
from arcareer.domain.interviews import AskedQuestion, Crib, Interview, InterviewDetails, title_of
from arcareer.domain.questions import Fit
from arcareer.domain.rehearsals import Rehearsal
from arcareer.services.adverts import AdvertAsk, AdvertReader, Asked
from arcareer.services.agenda import AgendaService
from arcareer.services.answer_reports import AnswerState
from arcareer.services.answers import AnswerService
from arcareer.services.editing import EditService
from arcareer.services.interview_plans import Needs, minutes_by_day
from arcareer.services.matching import folded_words, has_words
from arcareer.storage.store import Store

_Judged = tuple[Answer, AnswerState]
_FITS: Final = {AnswerState.READY: Fit.STRONG, AnswerState.DRAFT: Fit.WORKABLE}


class InterviewService:
    """Use cases of interviews; what changes something returns the change it applied, ready for undo."""

    def __init__(
        self,
        store: Store,
        edits: EditService,
        agenda: AgendaService,
        answers: AnswerService,
        *,
        content: ContentLibrary,
        clock: Clock,
    ) -> None:
        self._store = store
        self._edits = edits
        self._agenda = agenda
        self._answers = answers
        self._content = content
        self._clock = clock

    def all(self) -> tuple[Interview, ...]:
        """Return every interview: those to come, soonest first, then those that are past, latest first."""
        today = self._clock.today()
        interviews = self._interviews()
        to_come = [one for one in interviews if one.on >= today and not one.details.is_over]
        return (*to_come, *reversed([one for one in interviews if one not in to_come]))

    def upcoming(self) -> tuple[Interview, ...]:
        """Return the interviews that are still to come, today's included, soonest first."""
        today = self._clock.today()
        return tuple(one for one in self._interviews() if one.on >= today and not one.details.is_over)

    def next(self) -> Interview | None:
        """Return the interview that comes next."""
        return next(iter(self.upcoming()), None)

    def get(self, interview_id: UUID) -> Interview | None:
        """Return an interview."""
        return next((one for one in self._interviews() if one.id == interview_id), None)

    def find(self, text: str) -> tuple[Interview, ...]:
        """Return the interviews whose title, company, role or people have every word of the text."""
        wanted = folded_words(text)
        if not wanted:
            return ()
        return tuple(
            one for one in self.all() if has_words((one.title, one.company, one.role, one.details.people), wanted)
        )

    def add(
        self, on: date, company: str = "", role: str = "", starts_at: time | None = None, title: str = ""
    ) -> EditGroup:
        """Add an interview; Home shows its day. The first edit's `after` is the occasion."""
        details = InterviewDetails(id=new_id(), starts_at=starts_at, company=company, role=role)
        named = title or title_of(details)
        occasion = Occasion(id=details.id, kind=OccasionKind.INTERVIEW, title=named, happens_on=on)
        label = "Add interview"
        change = EditGroup(
            label,
            (
                Edit(label, EntityKind.OCCASION, None, occasion),
                Edit(label, EntityKind.INTERVIEW, None, details),
            ),
        )
        self._edits.apply(change)
        return change

    def save(self, before: Interview, after: Interview, *, draft_key: str | None = None) -> Change:
        """Save a changed interview: its day and name on Home, its details here.

        A name that was made of role and company follows them.
        """
        occasion = after.occasion
        if occasion.title in ("", title_of(before.details)) and title_of(before.details) != title_of(after.details):
            occasion = replace(occasion, title=title_of(after.details))
        label = "Edit interview"
        edits = []
        if occasion != before.occasion:
            edits.append(Edit(label, EntityKind.OCCASION, before.occasion, occasion))
        edits.append(Edit(label, EntityKind.INTERVIEW, self._stored(before), after.details))
        return self._applied(edits[0] if len(edits) == 1 else EditGroup(label, tuple(edits)), draft_key)

    def remove(self, interview: Interview) -> Change:
        """Remove an interview with its crib; undoing it brings everything back."""
        return self._agenda.remove(interview.occasion)

    def plan(self, interview: Interview, minutes_a_day: int | None = None) -> InterviewPlan:
        """Return what to do until an interview, day by day, in the minutes there are; past ones have no days."""
        now = self._clock.local_now()
        room = minutes_by_day(interview, now, minutes_a_day)
        if not room:
            return InterviewPlan(interview.days_left(now.date()), (), ())
        core = self._answers.core()
        shown = {one for answer in self._answers.all() for one in answer.competencies}
        with self._store.read() as unit:
            crib = unit.cribs.get(interview.id) or Crib(id=interview.id)
            takes = unit.rehearsals.of([one.answer.id for one in core if one.answer is not None])
        needs = Needs(
            interview=interview,
            now=now,
            core=core,
            gaps=[one.competency for one in self._asked(interview) if one.competency not in shown],
            crib=crib,
            takes=_by_answer(takes),
            minutes={StepKind(step.id): step.minutes for step in self._content.interview.plan_steps},
        )
        return scheduled(now.date(), room, tuple(needs.wanted()))

    def tick(self, interview: Interview, step_key: str, *, done: bool) -> Change:
        """Note that a step of the plan is done, or that it is not."""
        others = tuple(key for key in interview.details.steps_done if key != step_key)
        label = "Tick step" if done else "Untick step"
        return self._put(
            label, interview, replace(interview.details, steps_done=(*others, step_key) if done else others)
        )

    def asked_by(self, interview: Interview) -> tuple[AdvertAsk, ...]:
        """Return what the advert asks for, loudest first, and the answers that show it: words found, never a score."""
        judged = [(answer, self._answers.state(answer)) for answer in self._answers.all()]
        started = [(answer, state) for answer, state in judged if state in _FITS]
        return tuple(
            AdvertAsk(
                competency=one.competency,
                words=one.words,
                spans=one.spans,
                answers=tuple(answer for answer, _ in showing),
                fit=_FITS[showing[0][1]] if showing else Fit.GAP,
            )
            for one in self._asked(interview)
            for showing in [_showing(one.competency, started)]
        )

    def note_asked(self, interview: Interview, asked: AskedQuestion) -> Change:
        """Note a question that was asked, behind the others."""
        details = interview.details
        return self._put("Note question asked", interview, replace(details, asked=(*details.asked, asked)))

    def change_asked(self, interview: Interview, index: int, asked: AskedQuestion) -> Change:
        """Change what was noted about a question, counted from 0."""
        entries = list(interview.details.asked)
        entries[index] = asked
        return self._put("Edit question asked", interview, replace(interview.details, asked=tuple(entries)))

    def drop_asked(self, interview: Interview, index: int) -> Change:
        """Take a question out of what was asked, counted from 0."""
        entries = list(interview.details.asked)
        del entries[index]
        return self._put("Remove question asked", interview, replace(interview.details, asked=tuple(entries)))

    def mark_over(self, interview: Interview, *, over: bool) -> Change:
        """Note that an interview is over, or that it is still to come."""
        label = "Mark interview as over" if over else "Mark interview as to come"
        return self._put(label, interview, replace(interview.details, is_over=over))

    def questions_asked(self) -> tuple[tuple[Interview, AskedQuestion], ...]:
        """Return everything that was asked, the latest interview first."""
        return tuple((one, asked) for one in reversed(self._interviews()) for asked in one.details.asked)

    def used_in(self, answer_id: UUID) -> tuple[Interview, ...]:
        """Return the interviews an answer was given in, the latest first."""
        interviews = reversed(self._interviews())
        return tuple(one for one in interviews if any(asked.answer == answer_id for asked in one.details.asked))

    def _interviews(self) -> tuple[Interview, ...]:
        occasions = [one for one in self._agenda.occasions() if one.kind is OccasionKind.INTERVIEW]
        with self._store.read() as unit:
            details = {one.id: one for one in unit.interviews.get_many(one.id for one in occasions)}
        return tuple(Interview(one, details.get(one.id) or InterviewDetails(id=one.id)) for one in occasions)

    def _asked(self, interview: Interview) -> tuple[Asked, ...]:
        return self._reader.asked(interview.details.advert)

    @cached_property
    def _reader(self) -> AdvertReader:
        return AdvertReader(self._content.advert_words, self._content.word_families)

    def _stored(self, interview: Interview) -> InterviewDetails | None:
        """Return the details an edit starts from: None where nothing but the day was ever noted."""
        with self._store.read() as unit:
            kept = unit.interviews.get(interview.id)
        return None if kept is None and interview.details == InterviewDetails(id=interview.id) else interview.details

    def _put(self, label: str, interview: Interview, details: InterviewDetails) -> Change:
        return self._applied(Edit(label, EntityKind.INTERVIEW, self._stored(interview), details))

    def _applied(self, change: Change, draft_key: str | None = None) -> Change:
        self._edits.apply(change, draft_key=draft_key)
        return change


def _showing(competency: str, answers: list[_Judged]) -> list[_Judged]:
    """Return the answers that show a competency, those that are ready first."""
    showing = [(answer, state) for answer, state in answers if competency in answer.competencies]
    return sorted(showing, key=lambda one: one[1] is not AnswerState.READY)


def _by_answer(takes: tuple[Rehearsal, ...]) -> dict[UUID, tuple[Rehearsal, ...]]:
    found: dict[UUID, tuple[Rehearsal, ...]] = {}
    for take in takes:
        found[take.answer] = (*found.get(take.answer, ()), take)
    return found

"""The commands of everything about interviews, for the registry of what can be undone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time
from typing import TypeVar
from uuid import UUID

from hypothesis import assume
from hypothesis import strategies as st

from arcareer.domain.answers import Answer, AnswerKind, CoreSlot
from arcareer.domain.changes import Change
from arcareer.domain.interviews import AskedQuestion, Interview
from arcareer.domain.questions import OwnQuestion
from arcareer.domain.rehearsals import Rehearsal
from arcareer.domain.win_lists import WinQuery
from arcareer.services.answers import AnswerService
from arcareer.services.cribs import CribService
from arcareer.services.interviews import InterviewService
from arcareer.services.questions import QuestionService
from arcareer.services.reframes import ReframeService
from arcareer.services.rehearsals import RehearsalService
from tests.support import values
from tests.support.builders import READY_TEXTS, Library, an_answer

SERVICES = (AnswerService, QuestionService, ReframeService, InterviewService, RehearsalService, CribService)
T = TypeVar("T")


def _one(data: st.DataObject, things: tuple[T, ...]) -> T:
    assume(things)
    return data.draw(st.sampled_from(things))


def an_answer_of(library: Library, data: st.DataObject) -> Answer:
    return _one(data, library.answers.all())


def an_interview(library: Library, data: st.DataObject) -> Interview:
    return _one(data, library.interviews.all())


def a_take(library: Library, data: st.DataObject) -> Rehearsal:
    return _one(data, library.rehearsals.all_since(date(2000, 1, 1)))


def an_own_question(library: Library, data: st.DataObject) -> OwnQuestion:
    return _one(data, library.questions.own())


def start_from_win(library: Library, data: st.DataObject) -> Change:
    found = library.journal.get(_one(data, library.journal.find(WinQuery())).id)
    assert found is not None
    return library.answers.start_from_win(found)


def save_answer(library: Library, data: st.DataObject) -> Change:
    before = an_answer_of(library, data)
    part = data.draw(st.sampled_from(before.parts))
    return library.answers.save(before, before.with_text(part, data.draw(values.texts)))


def restore_answer(library: Library, data: st.DataObject) -> Change:
    return library.answers.restore(_one(data, library.answers.trash()))


def go_back_to_answer(library: Library, data: st.DataObject) -> Change:
    answer = an_answer_of(library, data)
    history = library.answers.history(answer.id)
    return library.answers.go_back_to(answer, _one(data, history))


def set_core(library: Library, data: st.DataObject) -> Change:
    answer = an_answer_of(library, data)
    slots = [slot for slot in CoreSlot if slot.kind is answer.kind]
    return library.answers.set_core(answer, data.draw(st.none() | st.sampled_from(slots)))


def save_to_core(library: Library, data: st.DataObject) -> Change:
    return library.reframes.save_to_core(_one(data, library.reframes.all()))


def asked(library: Library, data: st.DataObject) -> AskedQuestion:
    ids: list[UUID | None] = [one.id for one in library.answers.all()]
    answer = data.draw(st.sampled_from([None, *ids]))
    return AskedQuestion(question=data.draw(values.keys), answer=answer, went=data.draw(values.marks))


def save_interview(library: Library, data: st.DataObject) -> Change:
    before = an_interview(library, data)
    details = replace(before.details, company=data.draw(values.texts), starts_at=time(9, 30))
    occasion = replace(before.occasion, happens_on=data.draw(values.days))
    return library.interviews.save(before, Interview(occasion, details))


def change_asked(library: Library, data: st.DataObject) -> Change:
    interview = an_interview(library, data)
    assume(interview.details.asked)
    return library.interviews.change_asked(interview, 0, asked(library, data))


def drop_asked(library: Library, data: st.DataObject) -> Change:
    interview = an_interview(library, data)
    assume(interview.details.asked)
    return library.interviews.drop_asked(interview, 0)


def save_take(library: Library, data: st.DataObject) -> Change:
    before = a_take(library, data)
    return library.rehearsals.save(before, replace(before, clear=data.draw(values.marks), note=data.draw(values.texts)))


def save_crib(library: Library, data: st.DataObject) -> Change:
    crib = library.cribs.get(data.draw(st.sampled_from([None, *(one.id for one in library.interviews.all())])))
    return library.cribs.save(replace(crib, opening=data.draw(values.texts), questions=("Who owns disputes?",)))


COMMANDS: dict[str, Callable[[Library, st.DataObject], Change]] = {
    "AnswerService.start_blank": lambda library, data: library.answers.start_blank(
        data.draw(st.sampled_from(AnswerKind)), data.draw(st.none() | st.sampled_from(CoreSlot))
    ),
    "AnswerService.start_from_question": lambda library, data: library.answers.start_from_question(
        data.draw(st.sampled_from(library.questions.all()))
    ),
    "AnswerService.start_from_win": start_from_win,
    "AnswerService.save": save_answer,
    "AnswerService.move_to_trash": lambda library, data: library.answers.move_to_trash(an_answer_of(library, data)),
    "AnswerService.restore": restore_answer,
    "AnswerService.set_core": set_core,
    "AnswerService.set_ready": lambda library, data: library.answers.set_ready(
        an_answer_of(library, data), data.draw(st.none() | st.booleans())
    ),
    "AnswerService.go_back_to": go_back_to_answer,
    "QuestionService.add_own": lambda library, data: library.questions.add_own(f"Why {data.draw(values.texts)}?"),
    "QuestionService.save_own": lambda library, data: library.questions.save_own(
        before := an_own_question(library, data), replace(before, text=f"How {data.draw(values.texts)}?")
    ),
    "QuestionService.remove_own": lambda library, data: library.questions.remove_own(an_own_question(library, data)),
    "ReframeService.start": lambda library, data: library.reframes.start(),
    "ReframeService.save_to_core": save_to_core,
    "InterviewService.add": lambda library, data: library.interviews.add(
        data.draw(values.days), data.draw(values.texts), data.draw(values.texts)
    ),
    "InterviewService.save": save_interview,
    "InterviewService.remove": lambda library, data: library.interviews.remove(an_interview(library, data)),
    "InterviewService.tick": lambda library, data: library.interviews.tick(
        an_interview(library, data), data.draw(values.keys), done=data.draw(st.booleans())
    ),
    "InterviewService.note_asked": lambda library, data: library.interviews.note_asked(
        an_interview(library, data), asked(library, data)
    ),
    "InterviewService.change_asked": change_asked,
    "InterviewService.drop_asked": drop_asked,
    "InterviewService.mark_over": lambda library, data: library.interviews.mark_over(
        an_interview(library, data), over=data.draw(st.booleans())
    ),
    "RehearsalService.keep": lambda library, data: library.rehearsals.keep(
        an_answer_of(library, data), 120, data.draw(st.integers(1, 300))
    ),
    "RehearsalService.save": save_take,
    "RehearsalService.remove": lambda library, data: library.rehearsals.remove(a_take(library, data)),
    "CribService.save": save_crib,
}

LOOKING_BACK = frozenset({"AnswerService.go_back_to"})
"""What needs a history, which undoing leaves alone, so that a row of commands may find another one."""


def furnish(library: Library) -> None:
    """Put answers with links of every kind, a question, takes, interviews and cribs into the library."""
    (win, *_) = library.journal.find(WinQuery())
    own = library.questions.add_own("Why did you leave?", "ethics_compliance").after
    assert isinstance(own, OwnQuestion)
    told = an_answer(texts=READY_TEXTS, win=win.id, core=CoreSlot.DIFFICULT_PAYER, question=own.key)
    plain, weak = an_answer("A mistake"), an_answer("Calling late", kind=AnswerKind.REFRAME, core=CoreSlot.WEAKNESS)
    gone = an_answer("Gone", core=CoreSlot.DIFFICULT_PAYER, trashed_at=library.clock.now())
    library.tell(told, plain, weak, gone)
    library.answers.save(told, told.with_text("task", "I had five weeks."))
    take = library.rehearsals.keep(told, 120, 131, (20, 15, 60, 36)).after
    assert isinstance(take, Rehearsal)
    library.rehearsals.save(take, replace(take, clear=4, note="Breathe"))
    library.interviews.add(date(2026, 10, 20), "Brightwell", "AR lead", time(10, 0))
    interview = library.interviews.next()
    assert interview is not None
    library.interviews.note_asked(interview, AskedQuestion(question=own.key, answer=told.id, went=4))
    library.cribs.save(replace(library.cribs.get(interview.id), opening="Hello", answers=(told.id, gone.id)))
    library.cribs.save(replace(library.cribs.get(), private_notes="Breathe"))

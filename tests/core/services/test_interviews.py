"""Interviews: one date on Home and here, plans that fit the time, adverts read by our words, and what was asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arcareer.content.library import ContentLibrary
from arcareer.domain.agenda import OccasionKind
from arcareer.domain.answers import Answer, AnswerKind, CoreSlot
from arcareer.domain.interview_plan import InterviewPlan, PlanStep, StepKind, WantedStep, scheduled
from arcareer.domain.interviews import AskedQuestion, Interview, InterviewDetails
from arcareer.domain.questions import Fit
from arcareer.services.adverts import AdvertReader
from arcareer.services.interview_plans import minutes_by_day
from tests.support.builders import READY_TEXTS, Library, an_answer
from tests.support.contents import contents

CONTENT = ContentLibrary()
TODAY = date(2026, 10, 16)
ADVERT = "You chase overdue accounts, resolve disputes with Sales, and know SAP and Excel. Team player. Free parking."


def added(library: Library, days: int = 3, **fields: object) -> Interview:
    library.interviews.add(TODAY + timedelta(days=days), "Brightwell", "AR lead", **fields)  # type: ignore[arg-type]
    (interview,) = library.interviews.upcoming()
    return interview


def with_details(library: Library, interview: Interview, **fields: object) -> Interview:
    after = Interview(interview.occasion, replace(interview.details, **fields))  # type: ignore[arg-type]
    library.interviews.save(interview, after)
    return after


def as_it_is_now(library: Library) -> Interview:
    interview = library.interviews.next()
    assert interview is not None
    return interview


def on_another_day(interview: Interview, days: int) -> Interview:
    return Interview(replace(interview.occasion, happens_on=TODAY + timedelta(days=days)), interview.details)


def keys(plan: InterviewPlan) -> list[str]:
    return [step.key for day in plan.days for step in day.steps]


def test_home_and_interviews_share_one_date(library: Library) -> None:
    interview = added(library)
    (occasion,) = library.agenda.upcoming()
    assert (occasion.id, occasion.title, occasion.happens_on) == (interview.id, "AR lead, Brightwell", interview.on)
    library.agenda.save(occasion, replace(occasion, happens_on=TODAY))
    moved = library.interviews.get(interview.id)
    assert moved is not None
    assert (moved.on, moved.company) == (TODAY, "Brightwell")


def test_a_date_typed_on_home_is_an_interview_without_details(library: Library) -> None:
    library.agenda.add(OccasionKind.INTERVIEW, "Team lead", TODAY)
    library.agenda.add(OccasionKind.REVIEW, "Year-end", TODAY)
    (interview,) = library.interviews.all()
    assert (interview.title, interview.details) == ("Team lead", InterviewDetails(id=interview.id))
    change = library.interviews.save(
        interview, Interview(interview.occasion, replace(interview.details, people="Dana Ruiz"))
    )
    assert library.interviews.find("dana lead")[0].id == interview.id
    library.edits.apply(change.inverse())
    assert library.interviews.all() == (interview,)


def test_a_name_made_of_role_and_company_follows_them(library: Library) -> None:
    interview = with_details(library, added(library), company="Larkmead")
    renamed = library.interviews.get(interview.id)
    assert renamed is not None
    assert renamed.title == "AR lead, Larkmead"
    own = Interview(replace(renamed.occasion, title="The big one"), renamed.details)
    library.interviews.save(renamed, own)
    with_details(library, own, company="Brightwell")
    assert library.agenda.upcoming()[0].title == "The big one"


def test_removing_on_home_takes_details_and_crib_and_undo_brings_them_back(library: Library) -> None:
    interview = added(library)
    library.cribs.save(replace(library.cribs.get(interview.id), opening="Hello"))
    before = contents(library.store)
    change = library.agenda.remove(interview.occasion)
    assert (library.interviews.all(), library.cribs.get(interview.id).opening) == ((), "")
    library.edits.apply(change.inverse())
    assert contents(library.store) == before


def test_those_to_come_stand_before_those_that_are_past(library: Library) -> None:
    for days in (-9, 5, -2, 1):
        library.interviews.add(TODAY + timedelta(days=days))
    assert [one.days_left(TODAY) for one in library.interviews.all()] == [1, 5, -2, -9]
    soonest = library.interviews.next()
    assert soonest is not None
    library.interviews.mark_over(soonest, over=True)
    assert [one.days_left(TODAY) for one in library.interviews.upcoming()] == [5]


@pytest.mark.parametrize("days", [7, 3, 1, 0])
@pytest.mark.parametrize("answers", [0, 3])
def test_a_plan_fits_the_hours_that_are_left(library: Library, days: int, answers: int) -> None:
    slots = (CoreSlot.DEADLINE, CoreSlot.OWN_MISTAKE, CoreSlot.PUSHED_BACK)[:answers]
    library.tell(*(an_answer(texts=READY_TEXTS, core=slot) for slot in slots))
    interview = with_details(library, added(library, days, starts_at=time(18, 30)), advert=ADVERT)
    plan = library.interviews.plan(interview)
    assert [day.on for day in plan.days] == [TODAY + timedelta(days=step) for step in range(days + 1)]
    assert all(day.minutes <= day.minutes_left for day in plan.days)
    assert "read-crib" in [step.key for step in plan.days[-1].steps]
    every = keys(plan) + [step.key for step in plan.left_out]
    assert len(every) == len(set(every))
    written = [key for key in keys(plan) if key.startswith("write-answer")]
    assert written if days >= 1 else not written


def test_on_the_day_the_minutes_end_before_the_way_there(library: Library) -> None:
    interview = added(library, 0, starts_at=time(17, 15))
    assert minutes_by_day(interview, datetime(2026, 10, 16, 16, 20)) == (10,)  # noqa: DTZ001 - a wall clock
    assert minutes_by_day(interview, datetime(2026, 10, 16, 17, 0)) == (0,)  # noqa: DTZ001
    assert minutes_by_day(interview, datetime(2026, 10, 17, 8, 0)) == ()  # noqa: DTZ001
    assert minutes_by_day(on_another_day(interview, 1), datetime(2026, 10, 16, 22, 40))[0] == 20  # noqa: DTZ001


def test_too_little_time_says_what_is_left_out(library: Library) -> None:
    plan = library.interviews.plan(added(library, 1))
    assert plan.left_out
    assert library.interviews.plan(on_another_day(as_it_is_now(library), -1)).days == ()


def test_what_is_done_takes_no_minutes(library: Library) -> None:
    answer = an_answer(texts=READY_TEXTS, core=CoreSlot.DEADLINE)
    library.tell(answer)
    interview = added(library, 3)
    library.rehearsals.keep(answer, 120, 118)
    library.interviews.tick(interview, "crib", done=True)
    again = as_it_is_now(library)
    done = {step.key for day in library.interviews.plan(again).days for step in day.steps if step.done}
    assert {"crib", "rehearse:deadline"} <= done
    library.interviews.tick(again, "crib", done=False)
    assert as_it_is_now(library).details.steps_done == ()


steps = st.lists(
    st.tuples(st.integers(0, 60), st.integers(0, 8), st.integers(0, 8), st.booleans(), st.integers(0, 20)), max_size=20
)


@settings(max_examples=60)
@given(st.lists(st.integers(0, 90), min_size=1, max_size=9), steps)
def test_any_plan_fits_its_days_and_keeps_what_follows_behind(
    room: list[int], drawn: list[tuple[int, int, int, bool, int]]
) -> None:
    wanted = [
        WantedStep(
            PlanStep(key=str(place), kind=StepKind.CRIB, minutes=minutes, done=done),
            first,
            last,
            str(after) if after < place else "",
        )
        for place, (minutes, first, last, done, after) in enumerate(drawn)
    ]
    plan = scheduled(TODAY, room, wanted)
    day_of = {step.key: index for index, day in enumerate(plan.days) for step in day.steps}
    assert all(day.minutes <= day.minutes_left for day in plan.days)
    assert len(day_of) + len(plan.left_out) == len(wanted)
    for one in wanted:
        if (day := day_of.get(one.step.key)) is not None:
            assert one.first <= day <= one.last
            assert not one.after or day_of[one.after] <= day


def test_an_advert_asks_by_its_own_words(library: Library) -> None:
    ready = an_answer("Story", texts=READY_TEXTS, competencies=("collections_strategy",))
    draft = an_answer("Draft", texts=("Once",), competencies=("dispute_resolution",))
    library.tell(ready, draft)
    asks = {
        ask.competency: ask for ask in library.interviews.asked_by(with_details(library, added(library), advert=ADVERT))
    }
    assert set(asks) >= {"collections_strategy", "dispute_resolution", "erp_tools", "teamwork_training"}
    assert "ethics_compliance" not in asks
    assert [asks[one].fit for one in ("collections_strategy", "dispute_resolution", "erp_tools")] == [
        Fit.STRONG,
        Fit.WORKABLE,
        Fit.GAP,
    ]
    assert asks["collections_strategy"].answers == (ready,)
    for ask in asks.values():
        assert {ADVERT[start:end].casefold() for start, end in ask.spans} == {word.casefold() for word in ask.words}


def test_an_advert_without_words_asks_for_nothing() -> None:
    reader = AdvertReader(CONTENT.advert_words, CONTENT.word_families)
    assert reader.asked("") == reader.asked("A great place to grow, with free fruit.") == ()


def test_what_was_asked_marks_the_answer_used_and_feeds_the_bank(library: Library) -> None:
    question = CONTENT.questions[0]
    answer = an_answer(texts=READY_TEXTS, question=question.key)
    library.tell(answer)
    interview = added(library, 0)
    library.interviews.note_asked(interview, AskedQuestion(question=question.key, answer=answer.id, went=5))
    assert [one.id for one in library.interviews.used_in(answer.id)] == [interview.id]
    card = library.questions.card(question)
    assert (card.asked, card.last_went, card.best) == (1, 5, Fit.STRONG)
    library.interviews.change_asked(
        as_it_is_now(library), 0, AskedQuestion(question=question.key, answer=answer.id, went=1)
    )
    assert library.questions.card(question).fits[0].fit is Fit.WORKABLE
    library.interviews.drop_asked(as_it_is_now(library), 0)
    assert library.interviews.questions_asked() == ()


def test_an_answer_thrown_away_for_good_leaves_the_question_that_was_asked(library: Library) -> None:
    answer: Answer = an_answer(trashed_at=datetime(2026, 10, 1, tzinfo=UTC), kind=AnswerKind.STAR)
    library.tell(answer)
    library.interviews.note_asked(added(library), AskedQuestion(text="Why us?", answer=answer.id, went=3))
    library.answers.empty_trash()
    ((_, asked),) = library.interviews.questions_asked()
    assert asked == AskedQuestion(text="Why us?", went=3)

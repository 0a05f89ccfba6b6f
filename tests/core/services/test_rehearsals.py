"""Rehearsals are kept when they end; marks and notes come later; weaknesses are told in five steps."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any, cast

import pytest

from arcareer.content.library import ContentLibrary
from arcareer.domain.answers import Answer, AnswerKind, CoreSlot
from arcareer.domain.rehearsals import Rehearsal
from arcareer.services.answer_reports import AnswerState
from arcareer.services.rehearsals import Direction, Pace, RehearsalTrend, Remark
from tests.support.builders import READY_TEXTS, Library, a_library, an_answer

CONTENT = ContentLibrary()


def kept(library: Library, answer: Answer, planned: int = 120, spoken: int = 118, **marks: Any) -> Rehearsal:
    take = cast("Rehearsal", library.rehearsals.keep(answer, planned, spoken).after)
    library.clock.advance(timedelta(minutes=5))
    if marks:
        library.rehearsals.save(take, replace(take, **marks))
    return replace(take, **marks)


@pytest.fixture
def answer(library: Library) -> Answer:
    told = an_answer(texts=READY_TEXTS)
    library.tell(told)
    return told


def test_a_take_is_there_before_anyone_marks_it(library: Library, answer: Answer) -> None:
    take = kept(library, answer)
    library.drafts.keep(f"rehearsal:{take.id}", "Slow dow")
    library.close()
    again = a_library(library.paths.folder, clock=library.clock)
    assert again.rehearsals.of(answer.id) == (take,)
    draft = again.drafts.find(f"rehearsal:{take.id}")
    assert draft is not None
    again.rehearsals.save(take, replace(take, calm=2, note=draft.text), draft_key=draft.key)
    assert again.rehearsals.of(answer.id)[0].note == "Slow dow"
    assert again.drafts.all() == ()
    again.close()


def test_takes_stand_latest_first_and_know_their_rating(library: Library, answer: Answer) -> None:
    first, second = kept(library, answer, clear=3, calm=4), kept(library, answer, 60, 59)
    assert library.rehearsals.of(answer.id) == (second, first)
    assert (first.rating, second.rating) == (Decimal("3.5"), None)
    assert library.rehearsals.all_since(library.clock.today()) == (second, first)
    assert library.rehearsals.all_since(library.clock.today() + timedelta(days=1)) == ()


@pytest.mark.parametrize("marks", [{"clear": 0}, {"calm": 6}, {"planned_seconds": 0}, {"spoken_seconds": -1}])
def test_marks_go_from_one_to_five_and_time_forwards(library: Library, answer: Answer, marks: dict[str, int]) -> None:
    take = kept(library, answer)
    with pytest.raises(ValueError, match=r"marked from 1 to 5|backwards"):
        replace(take, **marks)  # type: ignore[arg-type]


def test_the_trend_hears_marks_before_seconds(library: Library, answer: Answer) -> None:
    assert library.rehearsals.trend(answer.id) == RehearsalTrend(takes=0)
    kept(library, answer, 120, 150)
    assert library.rehearsals.trend(answer.id).direction is Direction.FIRST_TAKE
    kept(library, answer, 120, 125)
    assert library.rehearsals.trend(answer.id).direction is Direction.BETTER
    kept(library, answer, 120, 115)
    assert library.rehearsals.trend(answer.id).direction is Direction.STEADY
    kept(library, answer, 120, 120, clear=4)
    kept(library, answer, 120, 120, clear=2)
    trend = library.rehearsals.trend(answer.id)
    assert (trend.direction, trend.takes, trend.first_seconds, trend.last_seconds) == (Direction.WORSE, 5, 150, 120)
    assert (trend.best_rating, trend.last_rating) == (Decimal(4), Decimal(2))


@pytest.mark.parametrize(
    ("spoken", "parts", "remark"),
    [
        (118, (), Remark(Pace.GOOD)),
        (141, (20, 12, 95, 14), Remark(Pace.LONG, "action")),
        (60, (), Remark(Pace.SHORT)),
        (118, (40, 12, 50, 16), Remark(Pace.GOOD, "situation")),
        (118, (19, 13, 58, 28), Remark(Pace.GOOD)),
    ],
)
def test_a_remark_names_the_pace_and_the_part_that_ran_on(
    library: Library, answer: Answer, spoken: int, parts: tuple[int, ...], remark: Remark
) -> None:
    take = cast("Rehearsal", library.rehearsals.keep(answer, 120, spoken, parts).after)
    assert library.rehearsals.remark(take, answer) == remark


@pytest.mark.parametrize("starter", CONTENT.reframe_starters, ids=lambda one: one.id)
def test_starters_pass_the_engine_and_leave_their_blanks_to_the_user(library: Library, starter: Any) -> None:
    begun = cast("Answer", library.reframes.start(starter).after)
    report = library.reframes.report(begun)
    assert report.defects == ()
    assert [check.key for check in report.checks if check.key == "blanks"] == ["blanks"]
    assert library.reframes.assembled(begun).count("[") == "".join(begun.texts).count("[")


def test_a_weakness_becomes_the_core_one(library: Library) -> None:
    first = cast("Answer", library.reframes.start().after)
    library.clock.advance(timedelta(minutes=5))  # what is written at one instant stands in the order of random ids
    second = cast("Answer", library.reframes.start().after)
    library.reframes.save_to_core(first)
    library.reframes.save_to_core(second)
    weakness = library.answers.core()[-1]
    assert (weakness.slot, weakness.answer and weakness.answer.id) == (CoreSlot.WEAKNESS, second.id)
    assert weakness.state is AnswerState.NOT_STARTED
    assert library.reframes.all()[0] == first
    assert first.question == library.answers.question_of(CoreSlot.WEAKNESS) != ""


def test_a_cliche_is_told_with_a_better_question(library: Library) -> None:
    told = an_answer(kind=AnswerKind.REFRAME, texts=("I am a perfectionist and work too hard.",))
    report = library.reframes.report(told)
    cliche = next(check for check in report.checks if check.defect == "cliche")
    assert cliche.why
    assert cliche.question
    assert report.state is AnswerState.DRAFT

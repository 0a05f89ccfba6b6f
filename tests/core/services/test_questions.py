"""The question bank: own questions, which answers and wins serve each, and the coverage counted by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any, cast

import pytest

from arcareer.content.library import ContentLibrary
from arcareer.domain.answers import AnswerKind
from arcareer.domain.interviews import AskedQuestion, Interview
from arcareer.domain.questions import Fit, Level, OwnQuestion, Question, QuestionKind
from arcareer.errors import FieldProblem
from arcareer.services.answer_reports import AnswerState
from arcareer.services.fitting import Fitter
from tests.support.builders import READY_TEXTS, Library, a_figure, a_win, an_answer

CONTENT = ContentLibrary()
DISPUTE = Question(
    key="q", text="Which dispute did you settle?", competency="dispute_resolution", keywords=("invoice*", "recap")
)


def own(library: Library, text: str = "Why did you leave?", **fields: object) -> OwnQuestion:
    return cast("OwnQuestion", library.questions.add_own(text, **fields).after)  # type: ignore[arg-type]


def judged(asked: Question, state: AnswerState = AnswerState.READY, **fields: Any) -> tuple[Fit, str]:
    answer = an_answer(**({"texts": READY_TEXTS} | fields))
    fits = Fitter(((answer, state),), (), lambda key: "Dispute resolution").fits(asked)
    return (fits[0].fit, fits[0].reason) if fits else (Fit.GAP, "")


def test_the_bank_is_filtered_by_words_competency_level_and_kind(library: Library) -> None:
    mine = own(library, "Why café work?", competency="erp_tools", levels=(Level.LEAD,), kind=QuestionKind.TECHNICAL)
    every = library.questions.all()
    assert len(every) == len(CONTENT.questions) + 1
    assert every[-1] == mine.question
    found = library.questions.all("cafe", competency="erp_tools", level=Level.LEAD, kind=QuestionKind.TECHNICAL)
    assert found == (mine.question,)
    assert library.questions.find("") == ()
    assert library.questions.get(mine.key) == mine.question
    assert library.questions.own_of(mine.question) == mine
    assert library.questions.get(CONTENT.questions[0].key) == CONTENT.questions[0]


def test_an_own_question_needs_words(library: Library) -> None:
    with pytest.raises(FieldProblem):
        own(library, "  ")
    with pytest.raises(FieldProblem, match="2 characters longer"):
        own(library, "x" * 1_002)


def test_a_removed_question_leaves_its_words_where_it_was_asked(library: Library) -> None:
    question = own(library)
    answer = an_answer(question=question.key)
    library.tell(answer)
    library.interviews.add(date(2026, 10, 20))
    (interview,) = library.interviews.all()
    library.interviews.note_asked(interview, AskedQuestion(question=question.key, answer=answer.id))
    change = library.questions.remove_own(question)
    ((_, asked),) = library.interviews.questions_asked()
    assert (asked.question, asked.text, asked.answer) == ("", "Why did you leave?", answer.id)
    assert library.answers.get(answer.id) == replace(answer, question="")
    library.edits.apply(change.inverse())
    assert library.answers.get(answer.id) == answer
    assert library.questions.own() == (question,)


def test_fits_are_told_with_their_reason() -> None:
    shown: dict[str, Any] = {"competencies": ("dispute_resolution",)}
    assert judged(DISPUTE, question="q")[0] is Fit.STRONG
    assert judged(DISPUTE, AnswerState.DRAFT, question="q")[0] is Fit.WORKABLE
    assert judged(DISPUTE, **shown) == (Fit.STRONG, "Shows Dispute resolution and speaks of “invoices” and “recap”.")
    assert judged(DISPUTE, AnswerState.DRAFT, **shown)[0] is Fit.WORKABLE
    assert judged(replace(DISPUTE, keywords=("escrow",)), **shown)[0] is Fit.WORKABLE
    assert judged(replace(DISPUTE, kind=QuestionKind.TECHNICAL), **shown)[0] is Fit.WORKABLE
    assert judged(DISPUTE)[0] is Fit.WORKABLE
    assert judged(replace(DISPUTE, keywords=("invoice*", "escrow")))[0] is Fit.GAP
    assert judged(DISPUTE, AnswerState.NOT_STARTED, question="q", texts=())[0] is Fit.GAP
    assert judged(DISPUTE, kind=AnswerKind.REFRAME, texts=READY_TEXTS)[0] is Fit.GAP


def test_wins_that_no_answer_tells_could_fill_a_gap(library: Library) -> None:
    shown = ("dispute_resolution",)
    bare, told, best = (a_win(name, competencies=shown) for name in ("Bare", "Told", "Best"))
    best = replace(best, figures=(a_figure(),))
    other = a_win("Other", competencies=("erp_tools",))
    library.add(bare, told, best, other, a_win("Gone", competencies=shown, trashed_at=library.clock.now()))
    library.tell(an_answer(win=told.id))
    question = own(library, competency="dispute_resolution").question
    assert [win.headline for win in library.questions.card(question).wins] == ["Best", "Bare"]
    assert library.questions.card(own(library).question).wins == ()


def test_the_list_tells_the_best_fit_of_every_question(library: Library) -> None:
    question = own(library)
    library.tell(an_answer(texts=READY_TEXTS, question=question.key), an_answer())
    fits = library.questions.fits()
    assert set(fits) == {one.key for one in library.questions.all()}
    assert fits[question.key] is Fit.STRONG


def test_follow_ups_begin_with_those_of_the_question(library: Library) -> None:
    question = next(one for one in CONTENT.questions if one.follow_ups)
    asked = library.questions.follow_ups(an_answer(question=question.key))
    assert asked[: len(question.follow_ups)] == question.follow_ups
    assert len(set(asked)) == len(asked) > len(question.follow_ups)
    assert library.questions.follow_ups(an_answer())


def test_the_matrix_equals_a_hand_count(library: Library) -> None:
    made = {
        "ready": an_answer(texts=READY_TEXTS, competencies=("collections_strategy", "dispute_resolution")),
        "draft": an_answer(texts=("Once",), competencies=("dispute_resolution", "erp_tools")),
        "second": an_answer(texts=READY_TEXTS, competencies=("collections_strategy",)),
        "blank": an_answer(competencies=("forecasting",)),
        "gone": an_answer(texts=READY_TEXTS, competencies=("forecasting",), trashed_at=library.clock.now()),
        "odd": an_answer(texts=READY_TEXTS, competencies=("retired_long_ago",)),
    }
    library.tell(*made.values())
    matrix = library.coverage.matrix()
    assert {one.id for one in matrix.answers} == {made[name].id for name in ("ready", "draft", "second", "odd")}
    counted = {row.competency.id: (row.strong, row.workable) for row in matrix.rows}
    assert counted.pop("collections_strategy") == (2, 0)
    assert counted.pop("dispute_resolution") == (1, 1)
    assert counted.pop("erp_tools") == (0, 1)
    assert set(counted.values()) == {(0, 0)}
    assert (matrix.covered, len(matrix.rows)) == (2, len(CONTENT.competencies))
    at = [one.id for one in matrix.answers].index(made["draft"].id)
    assert [row.competency.id for row in matrix.rows if row.cells[at] is Fit.WORKABLE] == [
        one.id for one in CONTENT.competencies if one.id in ("dispute_resolution", "erp_tools")
    ]


def test_gaps_begin_with_what_the_next_advert_asks_for(library: Library) -> None:
    library.tell(an_answer(texts=READY_TEXTS, competencies=("collections_strategy",)))
    library.interviews.add(date(2026, 10, 16) + timedelta(days=2))
    (interview,) = library.interviews.all()
    library.interviews.save(
        interview,
        Interview(interview.occasion, replace(interview.details, advert="SAP, Excel and a forecast each week.")),
    )
    asked = next(one for one in CONTENT.questions if one.competency == "ethics_compliance")
    library.interviews.note_asked(
        cast("Interview", library.interviews.next()), AskedQuestion(question=asked.key, went=2)
    )
    gaps = library.coverage.gaps()
    assert [gap.competency.id for gap in gaps[:3]] == ["erp_tools", "forecasting", "ethics_compliance"]
    assert [gap.asked_by_advert for gap in gaps[:3]] == [True, True, False]
    assert gaps[2].times_asked == 1
    assert "collections_strategy" not in {gap.competency.id for gap in gaps}
    assert all(gap.questions == sum(one.competency == gap.competency.id for one in CONTENT.questions) for gap in gaps)

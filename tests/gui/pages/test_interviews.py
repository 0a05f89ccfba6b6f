"""Interviews: added, described, planned, with the advert read, the crib made, and what was asked noted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path
from typing import cast
from zipfile import ZipFile

import pytest
from PySide6.QtTest import QTest

from arcareer.domain.agenda import Occasion
from arcareer.domain.answers import Answer
from arcareer.domain.interviews import AskedQuestion, Interview
from arcareer_ui.pages import prep
from arcareer_ui.pages.prep.interviews.room import InterviewsRoom
from arcareer_ui.pages.prep.interviews.times import read_time
from arcareer_ui.pages.prep.interviews.view import ADD, DETAIL, PICKER, InterviewsView
from arcareer_ui.pages.prep.page import PrepPage
from arcareer_ui.pages.prep.star.tab import StarTab
from arcareer_ui.palette_writing import InterviewFinder, QuestionFinder
from tests.gui.pages.conftest import OpenPages
from tests.support.audit import audit_all, settle
from tests.support.opened import Opened

ADVERT = "You will own collections for 200 accounts, resolve disputes and deductions, and report DSO each month."


@pytest.fixture
def empty(open_pages: OpenPages) -> Opened:
    session = open_pages((prep.SPEC,))
    session.window.router.go("prep/star/interviews")
    settle(10)
    return session


@pytest.fixture
def opened(open_pages: OpenPages) -> Opened:
    session = open_pages((prep.SPEC,))
    interview = an_interview(session, 6, "Northgate Foods", "AR coordinator")
    session.window.router.go(f"interview/{interview.id}")
    settle(10)
    return session


def an_interview(session: Opened, days: int, company: str = "", role: str = "") -> Interview:
    on = session.app.clock.today() + timedelta(days=days)
    occasion = cast("Occasion", session.app.interviews.add(on, company, role).edits[0].after)
    found = session.app.interviews.get(occasion.id)
    assert found is not None
    return found


def an_answer(session: Opened) -> Answer:
    example = session.app.content.worked_examples[1]
    question = session.app.content.question(example.question)
    assert question is not None
    begun = cast("Answer", session.app.answers.start_from_question(question).after)
    after = replace(begun, texts=example.better.texts, competencies=example.competencies)
    session.app.answers.save(begun, after)
    return after


def room_of(opened: Opened) -> InterviewsRoom:
    tab = cast("PrepPage", opened.page).tool("star")
    assert isinstance(tab, StarTab)
    room = tab._guests["interviews"]
    assert isinstance(room, InterviewsRoom)
    return room


def view_of(opened: Opened) -> InterviewsView:
    return room_of(opened).view


def stored(opened: Opened) -> Interview:
    return opened.app.interviews.all()[0]


def test_without_any_a_date_is_asked_for_and_an_interview_is_added(empty: Opened) -> None:
    view = view_of(empty)
    assert view.middle == ADD
    assert not view.form.back_button.isVisible()
    assert room_of(empty).first_focus is view.form.day
    view.form.day.set_value(date(2026, 11, 3))
    view.form.role.setText("Senior AR coordinator")
    view.form.add_button.click()
    settle()
    assert [(one.on, one.role) for one in empty.app.interviews.all()] == [(date(2026, 11, 3), "Senior AR coordinator")]
    assert view.middle == DETAIL
    assert view.facts.title.text() == "Senior AR coordinator"
    empty.session.undo.undo()
    settle()
    assert empty.app.interviews.all() == ()
    assert view.middle == ADD


def test_what_is_typed_is_kept_and_undone_as_one_step(opened: Opened) -> None:
    view = view_of(opened)
    view.facts.people.setFocus()
    QTest.keyClicks(view.facts.people, "Dana Ruiz, controller")
    room_of(opened).flush()
    assert stored(opened).details.people == "Dana Ruiz, controller"
    QTest.keyClicks(view.facts.people, " and HR")
    room_of(opened).flush()
    assert stored(opened).details.people == "Dana Ruiz, controller and HR"
    opened.session.undo.undo()
    settle()
    assert stored(opened).details.people == ""
    assert view.facts.people.text == ""
    opened.session.undo.redo()
    settle()
    assert stored(opened).details.people == "Dana Ruiz, controller and HR"


def test_the_day_can_be_moved_and_the_time_is_understood(opened: Opened) -> None:
    view = view_of(opened)
    view.facts.time.setFocus()
    QTest.keyClicks(view.facts.time, "2:30 pm")
    view.facts.time.settle()
    settle()
    assert stored(opened).starts_at == time(14, 30)
    view.facts.day_picked.emit(date(2026, 11, 20))
    settle()
    assert stored(opened).on == date(2026, 11, 20)
    assert opened.app.agenda.occasions()[0].happens_on == date(2026, 11, 20)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("10", time(10)),
        ("10:30", time(10, 30)),
        ("9.15", time(9, 15)),
        ("2 pm", time(14)),
        ("12 am", time(0)),
        ("12:05 p.m.", time(12, 5)),
        ("25", None),
        ("13 pm", None),
        ("soon", None),
    ],
)
def test_times_are_read_as_people_type_them(typed: str, meant: time | None) -> None:
    assert read_time(typed) == meant


@pytest.mark.parametrize("days", [7, 3, 1, 0])
def test_plan_shows_the_steps_that_fit_and_ticks_are_kept(opened: Opened, days: int) -> None:
    interview = an_interview(opened, days, "Old Harbor", "Clerk")
    opened.window.router.go(f"interview/{interview.id}")
    settle(10)
    view = view_of(opened)
    plan = opened.app.interviews.plan(interview)
    assert [*view.plan.boxes] == [step.key for day in plan.days for step in day.steps]
    for day in plan.days:
        assert day.minutes <= day.minutes_left
    key = next(key for key, box in view.plan.boxes.items() if not box.isChecked())
    view.plan.boxes[key].click()
    settle()
    kept = opened.app.interviews.get(interview.id)
    assert kept is not None
    assert key in kept.details.steps_done
    opened.session.undo.undo()
    settle()
    kept = opened.app.interviews.get(interview.id)
    assert kept is not None
    assert key not in kept.details.steps_done


def test_the_advert_says_what_is_asked_and_what_covers_it(opened: Opened) -> None:
    an_answer(opened)
    view = view_of(opened)
    view.advert.text.setFocus()
    view.advert.text.setPlainText(ADVERT)
    room_of(opened).flush()
    settle(10)
    asks = opened.app.interviews.asked_by(stored(opened))
    assert {"collections_strategy", "dispute_resolution"} <= {one.competency for one in asks}
    assert len(view.advert.buttons) == sum(max(1, len(one.answers)) for one in asks)
    routes: list[str] = []
    room_of(opened).open_route.connect(routes.append)
    view.advert.buttons[-1].click()
    assert routes


def test_crib_follows_what_is_typed_and_is_saved_as_word(opened: Opened, tmp_path: Path) -> None:
    an_answer(opened)
    view, room = view_of(opened), room_of(opened)
    view.facts.crib_button.click()
    settle()
    assert view.shows_crib
    view.crib.opening.setFocus()
    QTest.keyClicks(view.crib.opening, "I look after 210 accounts.")
    view.crib.left.emit()
    view.crib.private_notes.setFocus()
    QTest.keyClicks(view.crib.private_notes, "Breathe.")
    view.crib.left.emit()
    view.crib.question_menu.chosen.emit("0")
    room.flush()
    room.crib._compose()
    settle(10)
    crib = opened.app.cribs.get(stored(opened).id)
    assert crib.opening == "I look after 210 accounts."
    assert crib.private_notes == "Breathe."
    assert crib.questions == (opened.app.content.questions_to_ask[0].text,)
    for words in (crib.opening, "Breathe.", crib.questions[0]):
        assert words in " ".join(view.crib.preview.text.split())
    assert view.crib.preview.page_count == 1
    next(iter(view.crib.boxes.values())).click()
    settle()
    assert len(opened.app.cribs.get(stored(opened).id).answers) == 1
    opened.dialogs.path = tmp_path / "crib.docx"
    view.crib.save_button.click()
    settle(10)
    assert opened.dialogs.offered[0].name == f"Interview crib {stored(opened).on.isoformat()}.docx"
    with ZipFile(tmp_path / "crib.docx") as file:
        assert "Breathe." in file.read("word/document.xml").decode()
    view.crib.back_button.click()
    settle()
    assert not view.shows_crib


def test_what_was_asked_is_noted_and_feeds_the_bank(opened: Opened) -> None:
    answer = an_answer(opened)
    room, view = room_of(opened), view_of(opened)
    view.after.add_button.click()
    settle()
    assert view.middle == PICKER
    question = opened.app.content.question(answer.question)
    view.picker.picked.emit(question)
    view.picker.worded.emit("What is your favorite month of the year?")
    settle()
    asked = stored(opened).details.asked
    assert [one.question for one in asked] == [answer.question, ""]
    view.after.answered.emit(0, str(answer.id))
    view.after.marked.emit(0, 4)
    view.after.notes[0].setFocus()
    QTest.keyClicks(view.after.notes[0], "They nodded.")
    room.flush()
    settle()
    first = stored(opened).details.asked[0]
    assert (first.answer, first.went, first.note) == (answer.id, 4, "They nodded.")
    assert question is not None
    assert opened.app.questions.card(question).last_went == 4
    assert opened.app.interviews.used_in(answer.id) == (stored(opened),)
    view.after.drop_buttons[1].click()
    settle()
    assert len(stored(opened).details.asked) == 1
    opened.session.undo.undo()
    settle()
    assert len(stored(opened).details.asked) == 2
    assert room.interview is not None


def test_over_and_removed_and_brought_back(opened: Opened) -> None:
    view, room = view_of(opened), room_of(opened)
    room._toggle_over()
    settle()
    assert stored(opened).details.is_over
    assert not view.plan.isVisible()
    room._remove()
    settle()
    assert opened.app.interviews.all() == ()
    assert view.middle == ADD
    opened.session.undo.undo()
    settle()
    assert len(opened.app.interviews.all()) == 1


def test_a_foreign_change_is_shown_and_many_dates_fit(opened: Opened) -> None:
    before = stored(opened)
    opened.app.interviews.save(before, replace(before, details=replace(before.details, notes="Park behind.")))
    settle()
    assert view_of(opened).facts.notes.text == "Park behind."
    for days in range(1, 60):
        an_interview(opened, -days)
    settle()
    assert len(view_of(opened).list.items) == 60


def test_the_palette_finds_interviews_and_questions(opened: Opened) -> None:
    (dates,) = InterviewFinder(lambda: opened.app.interviews)("north")
    assert [one.route for one in dates.entries] == [f"interview/{stored(opened).id}"]
    (found,) = QuestionFinder(lambda: opened.app.questions)("reluctant")
    assert [one.route for one in found.entries] == ["question/hardest-balance-collected"]
    assert QuestionFinder(lambda: opened.app.questions)("re") == ()


def test_fits_at_every_size(opened: Opened) -> None:
    an_answer(opened)
    room, before = room_of(opened), stored(opened)
    opened.app.interviews.save(before, replace(before, details=replace(before.details, advert=ADVERT)))
    room.asked.note(AskedQuestion(text="What is your favorite month of the year?"))
    settle(10)
    assert audit_all(opened.window) == {}
    room._show_crib()
    settle(10)
    assert audit_all(opened.window) == {}
    room._begin()
    assert audit_all(opened.window) == {}

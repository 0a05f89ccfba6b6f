"""STAR answers, Rehearse: a clock that does not drift, parts by planned time, marks, notes and history."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from arcareer.domain.answers import PARTS, Answer, AnswerKind, CoreSlot
from arcareer.domain.rehearsals import Rehearsal
from arcareer_ui.pages import prep, this_week, wins
from arcareer_ui.pages.prep.star.rehearsal_view import FINISHED, PAUSED, READY, RUNNING
from arcareer_ui.pages.prep.star.rooms import make_rehearsal_room
from arcareer_ui.pages.this_week.coming_up import ComingUp
from arcareer_ui.pages.wins.detail import DetailView
from arcareer_ui.palette_writing import AnswerFinder
from arcareer_ui.widgets.button import Button
from tests.gui.pages.conftest import OpenPages
from tests.gui.pages.star_desk import CTRL, Seconds, an_answer, press, room_of, tab_of, view_of
from tests.support.audit import settle
from tests.support.builders import a_win
from tests.support.opened import Opened


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Seconds:
    """Stand in for the monotonic clock of rehearsals."""
    seconds = Seconds()
    monkeypatch.setattr(
        "arcareer_ui.pages.prep.star.tab.make_rehearsal_room",
        lambda parts, length, _now: make_rehearsal_room(parts, length, seconds),
    )
    return seconds


@pytest.fixture
def opened(open_pages: OpenPages, clock: Seconds) -> Opened:
    opened = open_pages((this_week.SPEC, prep.SPEC))
    answer = an_answer(opened, slot=CoreSlot.DIFFICULT_PAYER, question="")
    opened.window.router.go(f"prep/star/rehearse/{answer.id}")
    settle()
    return opened


def takes(opened: Opened) -> tuple[Rehearsal, ...]:
    (answer,) = opened.app.answers.all()
    return opened.app.rehearsals.of(answer.id)


def tick(opened: Opened, clock: Seconds, seconds: float) -> None:
    """Let time pass and the clock be looked at."""
    clock.now += seconds
    room_of(opened).view.ring.tick()
    settle(1)


def said(opened: Opened) -> str:
    return room_of(opened).view.ring.accessibleName()


def on_now(opened: Opened) -> list[str]:
    cards = room_of(opened).view.cues.cards
    return [card.part.id for card in cards if card.accessibleName().endswith("now")]


def test_without_an_answer_the_way_to_write_one_is_shown(open_pages: OpenPages) -> None:
    opened = open_pages((prep.SPEC,))
    opened.window.router.go("prep/star/rehearse")
    settle()
    button = room_of(opened).view.write_button
    assert button.isVisible()
    button.click()
    settle()
    assert tab_of(opened).mode == "write"


def test_a_take_goes_by_keyboard_from_start_to_marks(opened: Opened, clock: Seconds) -> None:
    room = room_of(opened)
    assert QApplication.focusWidget() is room.view.start_button
    press(opened, Qt.Key.Key_Space)
    assert room.view.state == RUNNING
    assert QApplication.focusWidget() is room.view.stage
    tick(opened, clock, 20)
    press(opened, Qt.Key.Key_Space)
    assert room.view.state == PAUSED
    tick(opened, clock, 500)
    press(opened, Qt.Key.Key_Space)
    tick(opened, clock, 75.4)
    press(opened, Qt.Key.Key_Return)
    assert room.view.state == FINISHED
    (take,) = takes(opened)
    assert (take.planned_seconds, take.spoken_seconds, take.part_seconds) == (120, 95, ())
    for key in (Qt.Key.Key_4, Qt.Key.Key_3, Qt.Key.Key_5):
        press(opened, key)
    (take,) = takes(opened)
    assert (take.clear, take.calm, take.complete) == (4, 3, 5)
    assert QApplication.focusWidget() is room.view.on_button


def test_parts_follow_the_planned_time_until_the_user_steps(opened: Opened, clock: Seconds) -> None:
    room = room_of(opened)
    room.start()
    settle()
    seen = []
    for _ in range(120):
        seen += on_now(opened)
        tick(opened, clock, 1)
    assert [seen.count(part) for part in ("situation", "task", "action", "result")] == [18, 12, 60, 30]
    press(opened, Qt.Key.Key_Left)
    assert on_now(opened) == ["action"]
    press(opened, Qt.Key.Key_Left)
    tick(opened, clock, 4)
    assert on_now(opened) == ["task"]
    press(opened, Qt.Key.Key_Right)
    assert on_now(opened) == ["action"]
    room.finish()
    (take,) = takes(opened)
    assert sum(take.part_seconds) == take.spoken_seconds == 124


def test_the_clock_shows_the_time_and_does_not_drift(opened: Opened, clock: Seconds) -> None:
    room = room_of(opened)
    room.start()
    start = clock.now
    for number in range(600):
        clock.now = start + number * 0.1 + 0.03
        room.view.ring.tick()
    clock.now = start + 60
    assert abs(room.clock.elapsed() - 60) < 0.05
    room.view.ring.tick()
    assert said(opened).startswith("1:00 ")


@pytest.mark.parametrize(("seconds", "left_out"), [(10, ["situation", "task"]), (30, []), (60, []), (120, [])])
def test_lengths_plan_the_parts(opened: Opened, seconds: int, left_out: list[str]) -> None:
    room = room_of(opened)
    room.view.length.chosen.emit(str(seconds))
    settle()
    assert sum(room.clock.plan) == seconds
    cards = room.view.cues.cards
    assert [card.part.id for card in cards if not card.isEnabled()] == left_out
    room.start()
    assert said(opened).startswith("0:00")
    room.leave()


def test_the_length_is_remembered(opened: Opened, open_pages: OpenPages) -> None:
    segment = room_of(opened).view.length
    segment.set_current("30")
    segment.chosen.emit("30")
    (answer,) = opened.app.answers.all()
    opened.close()
    again = open_pages((this_week.SPEC, prep.SPEC))
    again.window.router.go(f"prep/star/rehearse/{answer.id}")
    settle()
    assert sum(room_of(again).clock.plan) == 30


def test_leaving_keeps_no_take_and_a_slip_of_the_key_neither(opened: Opened, clock: Seconds) -> None:
    room = room_of(opened)
    room.start()
    tick(opened, clock, 30)
    press(opened, Qt.Key.Key_Escape)
    assert room.view.state == READY
    room.start()
    tick(opened, clock, 0.3)
    room.finish()
    assert room.view.state == READY
    assert takes(opened) == ()


def test_the_clock_stands_still_while_another_page_is_shown(opened: Opened, clock: Seconds) -> None:
    room = room_of(opened)
    room.start()
    tick(opened, clock, 10)
    opened.window.router.go("this-week")
    settle()
    clock.now += 300
    opened.window.router.go("prep")
    settle()
    assert room.view.state == PAUSED
    assert int(room.clock.elapsed()) == 10


def test_takes_are_listed_with_their_course_and_can_be_looked_at_again(opened: Opened, clock: Seconds) -> None:
    room = room_of(opened)
    for seconds in (150, 118):
        opened.clock.advance(timedelta(hours=1))
        room.start()
        tick(opened, clock, seconds)
        room.finish()
        settle()
        room.leave()
    card = room.view.takes
    assert [line.seconds for line in card.lines] == [118, 150]
    assert [line.good for line in card.lines] == [True, False]
    assert card.trend.text() == "First 2:30, last 1:58."
    card.buttons[1].click()
    settle()
    assert room.view.state == FINISHED
    assert room.view.time.text() == "2:30"
    press(opened, Qt.Key.Key_2)
    assert takes(opened)[1].clear == 2


def test_a_note_is_kept_and_marks_can_be_undone(opened: Opened, clock: Seconds) -> None:
    room = room_of(opened)
    room.start()
    tick(opened, clock, 100)
    room.finish()
    room.view.rating.note.setFocus()
    QTest.keyClicks(room.view.rating.note, "Say the number first")
    tab_of(opened).flush()
    assert takes(opened)[0].note == "Say the number first"
    room.view.rating.rows["calm"].choose(2)
    settle()
    assert takes(opened)[0].calm == 2
    room.view.again_button.setFocus()
    press(opened, Qt.Key.Key_Z, CTRL)
    assert takes(opened)[0].calm is None
    assert room.view.rating.rows["calm"].mark is None
    assert takes(opened)[0].note == "Say the number first"
    press(opened, Qt.Key.Key_Y, CTRL)
    assert takes(opened)[0].calm == 2


def test_a_take_can_be_removed_and_brought_back(opened: Opened, clock: Seconds) -> None:
    room = room_of(opened)
    room.start()
    tick(opened, clock, 100)
    room.finish()
    settle()
    room.view.remove_button.click()
    settle()
    assert takes(opened) == ()
    assert room.view.state == READY
    opened.session.undo.undo()
    settle()
    assert len(takes(opened)) == 1


def test_cue_words_can_be_changed(opened: Opened) -> None:
    room = room_of(opened)
    room.view.cue_button.click()
    editor = room.view.cues.cards[0].editor
    editor.selectAll()
    editor.setFocus()
    QTest.keyClicks(editor, "62 days, seven invoices")
    room.view.start_button.setFocus()
    settle()
    (answer,) = opened.app.answers.all()
    assert answer.cue("situation") == "62 days, seven invoices"
    assert room.view.cues.cards[0].words == "62 days, seven invoices"


def test_the_next_question_is_the_one_not_said_for_longest(opened: Opened, clock: Seconds) -> None:
    second = an_answer(opened, slot=CoreSlot.OWN_MISTAKE)
    room = room_of(opened)
    first = room.answer
    assert first is not None
    room.start()
    tick(opened, clock, 100)
    room.finish()
    room.view.on_button.click()
    settle()
    assert room.answer is not None
    assert room.answer.id == second.id
    assert room.view.state == READY
    assert QApplication.focusWidget() is room.view.start_button


def test_what_may_be_asked_next_is_shown_and_nothing_is_recorded(opened: Opened) -> None:
    room = room_of(opened)
    assert room.answer is not None
    assert opened.app.questions.follow_ups(room.answer)
    assert not room.view.follow_ups.isHidden()


def test_ctrl_r_rehearses_the_answer_being_written(opened: Opened) -> None:
    other = an_answer(opened, title="The other one")
    opened.window.router.go(f"answer/{other.id}")
    settle()
    press(opened, Qt.Key.Key_R, CTRL)
    assert tab_of(opened).mode == "rehearse"
    assert room_of(opened).answer is not None
    assert room_of(opened).answer.id == other.id  # type: ignore[union-attr]
    assert view_of(opened).isHidden()


def test_from_home_to_a_running_rehearsal_in_two_clicks(opened: Opened) -> None:
    opened.window.router.go("this-week")
    settle()
    coming_up = opened.page.findChild(ComingUp)
    assert isinstance(coming_up, ComingUp)
    assert coming_up.rehearse is not None
    QTest.mouseClick(coming_up.rehearse, Qt.MouseButton.LeftButton)
    settle()
    QTest.mouseClick(room_of(opened).view.start_button, Qt.MouseButton.LeftButton)
    settle()
    assert room_of(opened).view.state == RUNNING


def test_an_interview_on_home_leads_to_a_rehearsal_by_keyboard_too(opened: Opened) -> None:
    opened.app.interviews.add(opened.clock.today() + timedelta(days=3), company="Anybody")
    opened.window.router.go("this-week")
    settle()
    coming_up = opened.page.findChild(ComingUp)
    assert isinstance(coming_up, ComingUp)
    assert coming_up.rehearse is not None
    assert coming_up.rehearse.isHidden()
    button = next(one for one in coming_up.findChildren(Button) if one.label == "Rehearse")
    button.setFocus()
    press(opened, Qt.Key.Key_Return)
    press(opened, Qt.Key.Key_Space)
    assert room_of(opened).view.state == RUNNING


def test_from_a_win_to_a_drafted_answer_in_two_acts(open_pages: OpenPages) -> None:
    opened = open_pages((wins.SPEC, prep.SPEC))
    win = a_win("Brought a haulier back to terms", action="I rang their payables clerk.")
    opened.wins(win)
    opened.window.router.go(f"win/{win.id}")
    settle()
    detail = opened.page.findChild(DetailView)
    assert isinstance(detail, DetailView)
    detail.answer_button.setFocus()
    press(opened, Qt.Key.Key_Return)
    (answer,) = opened.app.answers.all()
    assert answer.win == win.id
    assert view_of(opened).editor.sections["action"].text == "I rang their payables clerk."
    opened.window.router.go(f"win/{win.id}")
    settle()
    links = [one.label for one in opened.page.findChildren(Button) if one.isVisible()]
    assert answer.title in links


def test_ctrl_r_leads_to_a_rehearsal_from_every_tool_and_page(opened: Opened) -> None:
    for route in ("prep/value-checklist", "prep/bullet-rubric", "this-week"):
        opened.window.router.go(route)
        settle()
        press(opened, Qt.Key.Key_R, CTRL, on=opened.window)
        assert opened.window.router.current.startswith("prep/star/rehearse")
        assert QApplication.focusWidget() is room_of(opened).view.start_button


def test_the_palette_finds_answers(opened: Opened) -> None:
    (answer,) = opened.app.answers.all()
    (group,) = AnswerFinder(lambda: opened.app.answers)("haulage")
    assert [entry.route for entry in group.entries] == [f"answer/{answer.id}"]
    assert AnswerFinder(lambda: opened.app.answers)("h") == ()


def test_a_weakness_is_rehearsed_in_its_five_steps(opened: Opened, clock: Seconds) -> None:
    answer = opened.app.answers.start_blank(AnswerKind.REFRAME).after
    assert isinstance(answer, Answer)
    texts = (
        "I used to chase by mail.",
        "It cost a week.",
        "I ring first now.",
        "Nine of ten answer.",
        "You hear early.",
    )
    opened.app.answers.save(answer, replace(answer, texts=texts))
    opened.window.router.go(f"prep/star/rehearse/{answer.id}")
    settle()
    room = room_of(opened)
    assert [card.part.id for card in room.view.cues.cards] == list(PARTS[AnswerKind.REFRAME])
    room.start()
    press(opened, Qt.Key.Key_Right)
    tick(opened, clock, 130)
    room.finish()
    settle()
    (take,) = opened.app.rehearsals.of(answer.id)
    assert len(take.part_seconds) == len(texts)
    assert room.view.takes.lines[0].remark.startswith("Ran long in What it cost")

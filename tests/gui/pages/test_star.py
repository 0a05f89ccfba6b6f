"""STAR answers, Write: begun, typed, judged at every pause, versioned, thrown away and brought back."""

from __future__ import annotations

from datetime import timedelta
from typing import cast
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from arcareer.domain.answers import CoreSlot
from arcareer.domain.figures import Unit
from arcareer.prose.star import StarAnswer, analyse
from arcareer_ui.pages import prep, wins
from arcareer_ui.pages.prep.page import PrepPage
from arcareer_ui.pages.prep.red_flags.tab import RedFlagsTab
from arcareer_ui.pages.prep.star.write_view import EDITOR, EMPTY, EXAMPLES, QUESTIONS, TRASH, WINS
from tests.gui.pages.conftest import OpenPages
from tests.gui.pages.star_desk import CTRL, TEXTS, an_answer, press, stored, tab_of, view_of, write
from tests.support.audit import settle
from tests.support.builders import a_figure, a_win
from tests.support.opened import Opened

SHIFT = Qt.KeyboardModifier.ShiftModifier
BLAMING = (TEXTS[0], TEXTS[1], "We called them. It was the fault of the lazy sales team.", "It went well.")


@pytest.fixture
def empty(open_pages: OpenPages) -> Opened:
    opened = open_pages((prep.SPEC, wins.SPEC))
    opened.window.router.go("prep/star")
    settle()
    return opened


@pytest.fixture
def opened(empty: Opened) -> Opened:
    answer = an_answer(empty, slot=CoreSlot.DIFFICULT_PAYER)
    empty.window.router.go(f"answer/{answer.id}")
    settle()
    return empty


def titles(opened: Opened) -> list[str]:
    return [line.title for line in view_of(opened).panel.list.items]


def only(opened: Opened) -> UUID:
    (answer,) = opened.app.answers.all()
    return answer.id


# --- nothing yet -----------------------------------------------------------------------------------------------------


def test_without_answers_one_action_leads_on_and_the_five_stand_open(empty: Opened) -> None:
    view = view_of(empty)
    assert view.middle == EMPTY
    assert len(titles(empty)) == 5
    assert {line.state for line in view.panel.list.items} == {"Not started"}
    assert tab_of(empty).first_focus is view.first_button


def test_a_core_answer_is_begun_and_stored_with_its_first_key(empty: Opened) -> None:
    view_of(empty).first_button.click()
    settle()
    assert stored(empty) == []
    editor = view_of(empty).editor.sections["situation"].editor
    assert QApplication.focusWidget() is editor
    QTest.keyClicks(editor, "A")
    assert [answer.core for answer in empty.app.answers.all()] == [CoreSlot.DIFFICULT_PAYER]
    assert view_of(empty).editor.question.text() != ""


def test_looking_at_open_core_answers_leaves_nothing_behind(empty: Opened) -> None:
    for line in view_of(empty).panel.list.items:
        view_of(empty).panel.list.choose(line.key)
        settle()
        assert view_of(empty).middle == EDITOR
    empty.window.router.go("wins")
    assert stored(empty) == []


def test_typing_is_on_disk_half_a_second_later_and_outlives_the_window(
    qtbot: QtBot, empty: Opened, open_pages: OpenPages
) -> None:
    view_of(empty).first_button.click()
    settle()
    write(empty, "situation", "A haulage firm")
    qtbot.waitUntil(lambda: stored(empty) == [("A haulage firm", "", "", "")], timeout=2_000)
    empty.close()
    again = open_pages((prep.SPEC, wins.SPEC))
    again.window.router.go("prep/star")
    settle()
    assert view_of(again).editor.sections["situation"].text == "A haulage firm"


def test_examples_show_draft_and_better_with_the_reasons_and_lead_to_an_answer(empty: Opened) -> None:
    empty.window.router.go("prep/star/examples")
    settle()
    view = view_of(empty)
    assert view.middle == EXAMPLES
    examples = empty.app.content.worked_examples
    assert len(examples) >= 6
    for example in examples:
        view.examples.show_example(example.id)
        assert view.examples.current == example.id
    view.examples.write_button.click()
    settle()
    (answer,) = empty.app.answers.all()
    assert answer.question == examples[-1].question
    assert view.middle == EDITOR


# --- writing ---------------------------------------------------------------------------------------------------------


def test_the_page_says_what_the_engine_finds(opened: Opened) -> None:
    for texts in (TEXTS, BLAMING, ("", "", "", ""), (TEXTS[0] * 3, "", "", TEXTS[3])):
        answer = an_answer(opened, texts, title="Another")
        opened.window.router.go(f"answer/{answer.id}")
        settle()
        lines = view_of(opened).analysis.checks.lines
        wanted = {defect.label: (defect.why, defect.question) for defect in analyse(StarAnswer(*texts)).defects}
        found = {line.label: (line.why, line.question) for line in lines if line.label in wanted}
        assert found == (wanted if any(texts) else {})


def test_length_words_and_balance_follow_every_pause(qtbot: QtBot, opened: Opened) -> None:
    card = view_of(opened).analysis
    before = card.balance.shares
    assert sum(before) == 100
    words = sum(len(text.split()) for text in TEXTS)
    assert card.ring.accessibleName().startswith(f"0:{round(words * 60 / 130)}")
    write(opened, "action", " " + "I rang them again. " * 25)
    assert view_of(opened).editor.sections["action"].count.startswith(f"{len(TEXTS[2].split()) + 100} words")
    qtbot.waitUntil(lambda: card.balance.shares[2] > before[2])
    assert card.verdict == "A good length"


def test_checks_unfold_one_at_a_time_and_f8_goes_through_them(opened: Opened) -> None:
    answer = an_answer(opened, BLAMING)
    opened.window.router.go(f"answer/{answer.id}")
    settle()
    checks = view_of(opened).analysis.checks
    asking = [line.key for line in checks.lines if line.unfolds]
    assert len(asking) > 2
    seen = []
    for _ in asking:
        seen.append(checks.open_key)
        press(opened, Qt.Key.Key_F8)
    assert sorted(seen) == sorted(asking)
    assert QApplication.focusWidget() is checks.rows[checks.open_key]


def test_undo_takes_a_stretch_of_typing_back_and_redo_brings_it_again(opened: Opened) -> None:
    write(opened, "result", " They still pay on time.")
    tab_of(opened).flush()
    view_of(opened).panel.list.setFocus()
    settle()
    longer = (*TEXTS[:3], TEXTS[3] + " They still pay on time.")
    assert stored(opened) == [longer]
    press(opened, Qt.Key.Key_Z, CTRL)
    assert stored(opened) == [TEXTS]
    assert view_of(opened).editor.sections["result"].text == TEXTS[3]
    press(opened, Qt.Key.Key_Y, CTRL)
    assert stored(opened) == [longer]


def test_undoing_the_first_word_takes_the_answer_away(empty: Opened) -> None:
    view_of(empty).first_button.click()
    settle()
    write(empty, "situation", "A haulage firm was late")
    tab_of(empty).flush()
    view_of(empty).panel.list.setFocus()
    press(empty, Qt.Key.Key_Z, CTRL)
    press(empty, Qt.Key.Key_Z, CTRL)
    assert stored(empty) == []
    assert view_of(empty).editor.texts == ("", "", "", "")
    press(empty, Qt.Key.Key_Y, CTRL)
    press(empty, Qt.Key.Key_Y, CTRL)
    assert stored(empty) == [("A haulage firm was late", "", "", "")]


def test_a_foreign_change_is_shown_and_typing_elsewhere_in_the_answer_survives_it(opened: Opened) -> None:
    answer = opened.app.answers.get(only(opened))
    assert answer is not None
    opened.app.answers.save(answer, answer.with_text("task", "Another task."))
    settle()
    assert view_of(opened).editor.sections["task"].text == "Another task."


def test_what_was_typed_here_and_changed_elsewhere_is_asked_about(opened: Opened) -> None:
    write(opened, "action", " Mine.")
    answer = opened.app.answers.get(only(opened))
    assert answer is not None
    opened.app.answers.save(answer, answer.with_text("action", "Theirs."))
    settle()
    conflicts = tab_of(opened).write.conflicts
    assert conflicts.banner is not None
    tab_of(opened).write.writing.settle(keep_mine=True)
    conflicts.settled.emit()
    settle()
    assert stored(opened)[0][2] == TEXTS[2] + " Mine."


# --- what belongs to an answer ----------------------------------------------------------------------------------------


def test_competencies_are_chosen_from_chips_and_shown(opened: Opened) -> None:
    editor = view_of(opened).editor
    editor.competencies_button.click()
    label = opened.app.content.competencies[1].label
    chip = next(button for button in editor.choices.findChildren(type(editor.question_button)) if button.label == label)
    chip.click()
    settle()
    (answer,) = opened.app.answers.all()
    assert answer.competencies == (opened.app.content.competencies[1].id,)


def test_another_question_is_found_and_taken_by_keyboard(opened: Opened) -> None:
    view = view_of(opened)
    view.editor.question_button.click()
    settle()
    assert view.middle == QUESTIONS
    assert QApplication.focusWidget() is view.questions.search
    wanted = opened.app.content.questions[7]
    QTest.keyClicks(view.questions.search, wanted.text)
    press(opened, Qt.Key.Key_Return)
    (answer,) = opened.app.answers.all()
    assert answer.question == wanted.key
    assert view.middle == EDITOR
    assert view.editor.question.text() == wanted.text


def test_own_words_become_a_question(opened: Opened) -> None:
    view = view_of(opened)
    view.editor.question_button.click()
    QTest.keyClicks(view.questions.search, "Why did you once forgive zanzibar interest")
    press(opened, Qt.Key.Key_Return)
    assert [own.text for own in opened.app.questions.own()] == ["Why did you once forgive zanzibar interest"]
    assert view.editor.question.text() == "Why did you once forgive zanzibar interest"


def test_earlier_versions_come_back(opened: Opened) -> None:
    opened.clock.advance(timedelta(minutes=5))
    write(opened, "result", " And more.")
    tab_of(opened).flush()
    view = view_of(opened)
    view.editor.versions_button.click()
    settle()
    assert not view.versions.isHidden()
    view.versions.buttons[0].click()
    settle()
    assert stored(opened) == [TEXTS]


def test_an_answer_can_be_named_and_made_a_core_answer(opened: Opened) -> None:
    press(opened, Qt.Key.Key_F2)
    name = view_of(opened).editor.name
    name.selectAll()
    QTest.keyClicks(name, "The haulier")
    press(opened, Qt.Key.Key_Return)
    assert titles(opened)[0] == "The haulier"
    view_of(opened).editor.acted.emit("core/deadline")
    settle()
    (answer,) = opened.app.answers.all()
    assert answer.core is CoreSlot.DEADLINE
    assert titles(opened)[4] == "The haulier"


def test_the_users_own_word_about_being_ready_counts_and_can_be_taken_back(opened: Opened) -> None:
    panel = view_of(opened).panel
    view_of(opened).editor.acted.emit("ready")
    settle()
    assert panel.list.items[0].state.startswith("Ready")
    assert panel.bar.accessibleName() == "Core answers: 1 of 5 ready"
    view_of(opened).editor.acted.emit("judge")
    settle()
    assert panel.list.items[0].state.startswith("Draft")


def test_a_copied_answer_keeps_customers_hidden(opened: Opened) -> None:
    opened.app.customers.add("Harlow Foods")
    answer = an_answer(opened, ("Harlow Foods was late.", "", "", ""))
    opened.window.router.go(f"answer/{answer.id}")
    settle()
    view_of(opened).editor.acted.emit("copy")
    assert "Harlow" not in QGuiApplication.clipboard().text()
    assert "was late" in QGuiApplication.clipboard().text()


def test_red_flags_edit_the_answer_itself_part_by_part(opened: Opened) -> None:
    identity = only(opened)
    view_of(opened).editor.acted.emit("flags")
    settle()
    assert opened.window.router.current == f"prep/red-flags/answer/{identity}/situation"
    flags = cast("PrepPage", opened.page).tool("red-flags")
    assert isinstance(flags, RedFlagsTab)
    text = flags.text.card.text
    assert text.text == TEXTS[0]
    text.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(text, " Nobody rang.")
    flags.flush()
    assert stored(opened) == [(TEXTS[0] + " Nobody rang.", *TEXTS[1:])]
    opened.window.router.go(f"answer/{identity}")
    settle()
    assert view_of(opened).editor.sections["situation"].text == TEXTS[0] + " Nobody rang."


def test_esc_goes_back_to_the_answer_from_examples(opened: Opened) -> None:
    opened.window.router.go("prep/star/examples")
    settle()
    press(opened, Qt.Key.Key_Escape)
    assert view_of(opened).middle == EDITOR


# --- trash -----------------------------------------------------------------------------------------------------------


def test_an_answer_goes_to_the_trash_and_comes_back_by_undo_and_from_the_trash(opened: Opened) -> None:
    view = view_of(opened)
    view.panel.list.setFocus()
    press(opened, Qt.Key.Key_Delete, on=view.panel.list)
    assert stored(opened) == []
    assert view.middle == EMPTY
    press(opened, Qt.Key.Key_Z, CTRL)
    assert stored(opened) == [TEXTS]
    view.editor.acted.emit("remove")
    settle()
    view.panel.trash_button.click()
    settle()
    assert view.middle == TRASH
    (button,) = view.trash.buttons
    button.click()
    settle()
    assert stored(opened) == [TEXTS]
    assert view.trash.buttons == []


def test_the_trash_is_emptied_only_after_a_question(opened: Opened) -> None:
    view_of(opened).editor.acted.emit("remove")
    view_of(opened).panel.trash_button.click()
    settle()
    opened.dialogs.sure = False
    view_of(opened).trash.empty_button.click()
    assert len(opened.app.answers.trash()) == 1
    opened.dialogs.sure = True
    view_of(opened).trash.empty_button.click()
    assert opened.app.answers.trash() == ()


# --- from a win -------------------------------------------------------------------------------------------------------


def test_a_win_becomes_a_drafted_answer_with_its_words_and_figures(empty: Opened) -> None:
    figure = a_figure(9, 62, measure="days late", unit=Unit.DAYS, currency="")
    win = a_win("Brought a haulier back to terms", situation=TEXTS[0], action=TEXTS[2], figures=(figure,))
    empty.wins(win)
    empty.window.router.go(f"prep/star/from-win/{win.id}")
    settle()
    (answer,) = empty.app.answers.all()
    assert answer.win == win.id
    assert answer.texts[0] == TEXTS[0]
    assert answer.texts[2] == TEXTS[2]
    assert "62" in answer.texts[3]
    assert QApplication.focusWidget() is view_of(empty).editor.sections["task"].editor
    empty.window.router.go(f"prep/star/from-win/{win.id}")
    settle()
    assert len(empty.app.answers.all()) == 1
    view_of(empty).editor.win_button.click()
    settle()
    assert empty.window.router.current == f"win/{win.id}"


def test_a_win_is_picked_by_keyboard(empty: Opened) -> None:
    win = a_win("Brought a haulier back to terms")
    empty.wins(win)
    view_of(empty).first_win_button.click()
    settle()
    assert view_of(empty).middle == WINS
    press(empty, Qt.Key.Key_Return)
    (answer,) = empty.app.answers.all()
    assert answer.win == win.id


def test_routes_that_name_nothing_show_the_tab_and_say_so(empty: Opened) -> None:
    gone = a_win().id
    for route in (f"answer/{gone}", f"prep/star/from-win/{gone}", "prep/star/from-question/nothing-like-it"):
        empty.window.router.go(route)
        settle()
        assert view_of(empty).isVisible()
    assert stored(empty) == []


def test_a_new_answer_starts_with_ctrl_shift_n(opened: Opened) -> None:
    press(opened, Qt.Key.Key_N, CTRL | SHIFT)
    editor = view_of(opened).editor.sections["situation"].editor
    assert QApplication.focusWidget() is editor
    QTest.keyClicks(editor, "Another story")
    tab_of(opened).flush()
    assert len(stored(opened)) == 2
    assert titles(opened)[-1] == "Another story"


def test_an_answer_is_begun_from_any_page_by_name(empty: Opened) -> None:
    empty.window.router.go("wins")
    settle()
    empty.window.commands.action("write-answer").trigger()
    settle()
    assert view_of(empty).middle == EDITOR
    assert QApplication.focusWidget() is view_of(empty).editor.sections["situation"].editor

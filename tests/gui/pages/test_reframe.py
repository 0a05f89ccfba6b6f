"""Weakness reframe: begun from a starter or blank, written, judged, made a core answer, thrown away, brought back."""

from __future__ import annotations

from datetime import timedelta
from typing import cast
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from arcareer.domain.answers import Answer, AnswerKind, CoreSlot
from arcareer_ui.pages import prep
from arcareer_ui.pages.prep.page import PrepPage
from arcareer_ui.pages.prep.reframe.assembled import put_back
from arcareer_ui.pages.prep.reframe.tab import ReframeTab
from arcareer_ui.pages.prep.reframe.view import ReframeView
from tests.gui.pages.conftest import OpenPages
from tests.support.audit import audit_all, settle
from tests.support.opened import Opened

CTRL = Qt.KeyboardModifier.ControlModifier
STEPS = (
    "I used to write long notes.",
    "In May a note of two pages went unread.",
    "I now write three lines.",
    "Answers went from two of ten to seven of ten.",
    "You would read less.",
)


@pytest.fixture
def opened(open_pages: OpenPages) -> Opened:
    session = open_pages((prep.SPEC,))
    session.window.router.go("prep/weakness-reframe")
    settle()
    return session


def tab_of(opened: Opened) -> ReframeTab:
    tab = cast("PrepPage", opened.page).tool("weakness-reframe")
    assert isinstance(tab, ReframeTab)
    return tab


def view_of(opened: Opened) -> ReframeView:
    return tab_of(opened).view


def stored(opened: Opened) -> list[Answer]:
    return list(opened.app.reframes.all())


def write(opened: Opened, step: str, text: str) -> None:
    editor = view_of(opened).steps.editors[step]
    editor.setFocus()
    QTest.keyClick(editor, Qt.Key.Key_A, CTRL)
    QTest.keyClicks(editor, text)
    settle()


def write_all(opened: Opened) -> None:
    for step, text in zip(view_of(opened).steps.editors, STEPS, strict=True):
        write(opened, step, text)
    tab_of(opened).flush()
    settle()


def pause(opened: Opened) -> None:
    tab_of(opened).flush()
    tab_of(opened)._judge.settle()
    settle()


def test_nothing_is_kept_before_the_first_word_and_everything_after_it(opened: Opened) -> None:
    view = view_of(opened)
    assert tab_of(opened).first_focus is view.steps.editors["weakness"]
    assert not view.answer.core_button.isEnabled()
    assert stored(opened) == []
    write_all(opened)
    assert [one.texts for one in stored(opened)] == [STEPS]
    assert view.answer.text.text == " ".join(STEPS)


def test_a_starter_leaves_the_particulars_to_the_user_and_goes_to_the_first(opened: Opened) -> None:
    view = view_of(opened)
    view.steps.starters["late-calls"].click()
    pause(opened)
    starter = next(one for one in opened.app.content.reframe_starters if one.id == "late-calls")
    assert [one.texts for one in stored(opened)] == [starter.texts]
    editor = view.steps.editors["cost"]
    assert opened.window.focusWidget() is editor
    assert editor.textCursor().selectedText() == "[month]"
    assert [line.key for line in view.checks.list.lines if line.unfolds] == ["blanks"]
    assert view.steps.starters["late-calls"].isChecked()
    opened.session.undo.undo()
    settle()
    assert stored(opened) == []


def test_another_starter_takes_the_place_of_an_untouched_one_but_not_of_own_words(opened: Opened) -> None:
    view = view_of(opened)
    view.steps.starters["late-calls"].click()
    view.steps.starters["saying-no-to-requests"].click()
    settle()
    assert [one.title for one in stored(opened)] == ["Saying no"]
    write(opened, "cost", "In May I missed twelve calls.")
    tab_of(opened).flush()
    opened.clock.advance(timedelta(minutes=1))
    view.steps.starters["late-calls"].click()
    settle()
    assert [one.title for one in stored(opened)] == ["Saying no", "Late calls"]
    view.steps.answers.chosen.emit(str(stored(opened)[0].id))
    settle()
    assert view.steps.editors["cost"].text == "In May I missed twelve calls."


def test_findings_are_those_of_the_engine_and_f8_goes_through_them(opened: Opened) -> None:
    write(opened, "weakness", "I am a perfectionist and work too hard.")
    pause(opened)
    answer = stored(opened)[0]
    found = {defect.id for defect in opened.app.reframes.report(answer).defects}
    shown = {line.key for line in view_of(opened).checks.list.lines if line.unfolds}
    assert {"cliche", "no_action", "no_evidence"} <= found
    assert {"real", "habit", "sign"} <= shown
    tab_of(opened).handlers["next-finding"]()
    assert view_of(opened).checks.list.open_key in shown


def test_typing_in_the_whole_answer_goes_back_into_its_step(opened: Opened) -> None:
    write_all(opened)
    text = view_of(opened).answer.text
    text.setFocus()
    cursor = text.textCursor()
    cursor.setPosition(text.text.index("three lines"))
    text.setTextCursor(cursor)
    QTest.keyClicks(text, "only ")
    tab_of(opened).flush()
    assert stored(opened)[0].text("change") == "I now write only three lines."
    assert stored(opened)[0].text("evidence") == STEPS[3]


def test_saved_to_core_answers_and_out_again_with_undo(opened: Opened) -> None:
    write_all(opened)
    button = view_of(opened).answer.core_button
    button.click()
    settle()
    assert [one.core for one in stored(opened)] == [CoreSlot.WEAKNESS]
    assert opened.app.answers.core()[-1].answer == stored(opened)[0]
    opened.session.undo.undo()
    settle()
    assert [one.core for one in stored(opened)] == [None]
    opened.session.undo.redo()
    settle()
    button.click()
    settle()
    assert [one.core for one in stored(opened)] == [None]


def test_trash_takes_the_answer_and_gives_it_back(opened: Opened) -> None:
    write_all(opened)
    view = view_of(opened)
    view.steps.acted.emit("remove")
    settle()
    assert stored(opened) == []
    assert view.steps.editors["weakness"].text == ""
    view.steps.acted.emit("trash")
    settle()
    assert view.shows_trash
    view.trash.buttons[0].click()
    settle()
    assert [one.texts for one in stored(opened)] == [STEPS]


def test_earlier_words_come_back(opened: Opened) -> None:
    write_all(opened)
    write(opened, "benefit", "You would hear it early.")
    tab_of(opened).flush()
    view = view_of(opened)
    view.steps.acted.emit("versions")
    settle()
    assert not view.versions.isHidden()
    view.versions.buttons[0].click()
    settle()
    assert stored(opened)[0].texts != (*STEPS[:4], "You would hear it early.")


def test_a_foreign_change_is_shown(opened: Opened) -> None:
    write_all(opened)
    answer = stored(opened)[0]
    opened.app.answers.save(answer, answer.with_text("benefit", "From elsewhere."))
    settle()
    assert view_of(opened).steps.editors["benefit"].text == "From elsewhere."


def test_copy_gives_the_whole_answer(opened: Opened) -> None:
    write_all(opened)
    view_of(opened).answer.copy_button.click()
    assert QGuiApplication.clipboard().text() == " ".join(STEPS)


def test_a_route_opens_an_answer_and_a_lost_one_is_told(opened: Opened) -> None:
    write_all(opened)
    answer = stored(opened)[0]
    tab_of(opened)._begin()
    opened.window.router.go(f"prep/weakness-reframe/{answer.id}")
    settle()
    assert view_of(opened).steps.texts == STEPS
    opened.window.router.go(f"prep/weakness-reframe/{UUID(int=7)}")
    settle()
    assert view_of(opened).steps.texts == STEPS


def test_fits_at_every_size(opened: Opened) -> None:
    assert audit_all(opened.window) == {}
    view_of(opened).steps.starters["long-emails"].click()
    view_of(opened).steps.more_button.click()
    pause(opened)
    assert audit_all(opened.window) == {}


PIECES = st.lists(st.text("abc.", max_size=6).map(lambda one: f"{one}." if one else ""), min_size=3, max_size=3)


@given(PIECES, st.data())
def test_what_is_typed_into_the_whole_is_never_lost(pieces: list[str], data: st.DataObject) -> None:
    whole = " ".join(piece for piece in pieces if piece)
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, len(whole)))
    typed = data.draw(st.text("xyz", max_size=4))
    changed = f"{whole[:start]}{typed}{whole[end:]}"
    steps = put_back(pieces, pieces, changed)
    assert len(steps) == 3
    assert "".join(steps).replace(" ", "") == changed.replace(" ", "")


def test_answers_of_another_kind_stay_out(opened: Opened) -> None:
    opened.app.answers.start_blank(AnswerKind.STAR)
    settle()
    assert stored(opened) == []
    assert view_of(opened).steps.answers.isHidden()

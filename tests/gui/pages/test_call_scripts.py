"""Calls: found, filled in with what the messages know, confirmed in writing, noted."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tests.gui.pages.conftest import OpenPages
from tests.gui.pages.scripts_desk import (
    CTRL,
    HARLOW,
    SHIFT,
    calls,
    clipboard,
    customer_id,
    emails,
    fill_card,
    go,
    key,
    open_scripts,
    toast,
    type_in,
)
from tests.support.audit import audit_all, settle
from tests.support.opened import Opened
from tests.support.running import press


@pytest.fixture
def opened(open_pages: OpenPages) -> Opened:
    return open_scripts(open_pages, "call/first-call")


def test_a_call_stands_there_from_opening_to_close(opened: Opened) -> None:
    card, call = calls(opened).card, calls(opened).call
    assert call is not None
    assert [text.plain for text in card.prepare.texts] == list(call.prepare)
    assert len(card.questions.texts) == len(call.questions)
    assert len(card.offers.texts) == 2
    assert "your company" in card.spoken
    assert "promised date" in card.close_.text.plain


def test_no_blank_stands_there_by_its_name_in_braces(opened: Opened) -> None:
    for call in opened.app.content.calls:
        go(opened, f"call/{call.id}")
        card = calls(opened).card
        said = [text.plain for part in (card.prepare, card.questions, card.offers) for text in part.texts]
        assert not any("{" in words for words in (*said, card.spoken, card.close_.text.plain)), call.id


def test_blanks_are_filled_once_for_call_and_message(opened: Opened) -> None:
    room = calls(opened)
    fill_card(opened).fields["promised_date"].editor.setFocus()
    type_in("Friday")
    assert "Friday" in room.card.close_.text.plain
    assert "Friday" in room.recap.text.plain
    key(opened, Qt.Key.Key_C, CTRL | SHIFT)
    assert "Friday" in clipboard()
    assert room.recap.banner.isVisible()


def test_what_was_filled_in_for_a_message_is_there_in_the_call(opened: Opened) -> None:
    go(opened, f"scripts/e-mail-scripts/for/{customer_id(opened, HARLOW)}")
    emails(opened).segment.set_current("calls")
    emails(opened).segment.chosen.emit("calls")
    settle()
    assert "$1,800.50" in calls(opened).card.spoken


def test_a_call_is_noted_in_the_history(opened: Opened) -> None:
    fill_card(opened).customer.line.setFocus()
    type_in("harlow")
    key(opened, Qt.Key.Key_Return)
    press(calls(opened).recap, "Note the call")
    notes = opened.app.scripts.notes(customer_id(opened, HARLOW))
    assert [note.script for note in notes] == ["first-call"]
    assert notes[0].subject.startswith("Call: ")
    assert HARLOW in toast(opened)


def test_searching_forgives_a_mistake(opened: Opened) -> None:
    room = calls(opened)
    room.panel.search.setText("fruad")
    room.panel.searched.emit()
    settle()
    assert [call.id for call in room.panel.list.items] == ["fraud-check-call"]
    assert room.call is not None
    assert room.call.id == "fraud-check-call"
    assert opened.announced[-1] == "1 call"


def test_the_mode_is_remembered(opened: Opened, open_pages: OpenPages) -> None:
    opened.close()
    again = open_scripts(open_pages)
    assert emails(again).mode == "calls"


def test_a_call_that_is_gone_is_said_to_be(opened: Opened) -> None:
    go(opened, "call/no-such-call")
    assert "no longer there" in toast(opened)


def test_nothing_is_cut_off(opened: Opened) -> None:
    assert audit_all(opened.window) == {}

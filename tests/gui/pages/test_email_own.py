"""Scripts of one's own: written, copied, edited, reset, removed; and five hundred of them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from arcareer.domain.changes import EntityKind
from arcareer.domain.identity import new_id
from arcareer.domain.messages import ScriptStage, Tone
from arcareer.domain.own_scripts import OwnScript, ToneText
from arcareer_ui.pages.scripts.emails.message_card import DUPLICATE, EDIT, REMOVE, RESET
from tests.gui.pages.conftest import OpenPages
from tests.gui.pages.scripts_desk import (
    CTRL,
    SHIFT,
    back,
    emails,
    go,
    key,
    messages,
    open_scripts,
    shown_script,
    toast,
    type_in,
)
from tests.support.audit import audit, audit_all, settle
from tests.support.opened import Opened
from tests.support.running import press


@pytest.fixture
def opened(open_pages: OpenPages) -> Opened:
    return open_scripts(open_pages)


def act(opened: Opened, name: str) -> None:
    assert name in [entry.id for entry in messages(opened).card.menu.entries]
    messages(opened).card.menu.chosen.emit(name)
    settle()


def own(opened: Opened) -> list[OwnScript]:
    found = (entry.own for entry in opened.app.scripts.all())
    return [one for one in found if one is not None]


def test_an_own_script_is_written_by_keyboard_saved_as_typed_undone_and_removed(opened: Opened) -> None:
    key(opened, Qt.Key.Key_N, CTRL | SHIFT)
    room = messages(opened)
    assert QApplication.focusWidget() is room.form.title
    type_in("Portal is down")
    room.form.text.setFocus()
    room.form.text.selectAll()
    type_in("Hello {contact}, the portal is down.")
    room.flush()
    settle()
    assert [one.title for one in own(opened)] == ["Portal is down"]
    assert "the portal is down" in room.message.text
    assert [blank.id for blank in room.message.blanks if blank.id == "contact"] == ["contact"]
    back(opened)
    assert "the portal is down" not in own(opened)[0].messages[0].text
    room.panel.list.setFocus()
    QTest.keyClick(room.panel.list, Qt.Key.Key_Delete)
    settle()
    assert own(opened) == []
    back(opened)
    assert len(own(opened)) == 1


def test_a_shipped_script_is_changed_from_its_first_typed_word_and_reset(opened: Opened) -> None:
    go(opened, "script/first-reminder")
    room = messages(opened)
    first = room.message.text
    key(opened, Qt.Key.Key_F2)
    assert QApplication.focusWidget() is room.form.text
    room.flush()
    assert own(opened) == []
    room.form.text.moveCursor(room.form.text.textCursor().MoveOperation.Start)
    type_in("Good morning. ")
    room.flush()
    settle()
    assert [one.replaces for one in own(opened)] == ["first-reminder"]
    assert room.card.own.text == "Changed by you"
    assert room.message.text.startswith("Good morning. ")
    act(opened, RESET)
    assert own(opened) == []
    assert messages(opened).message.text == first
    back(opened)
    assert messages(opened).message.text.startswith("Good morning. ")


def test_undoing_the_first_change_brings_the_shipped_words_back_into_form_and_message(opened: Opened) -> None:
    go(opened, "script/first-reminder")
    room = messages(opened)
    first = room.message.text
    act(opened, EDIT)
    type_in("Hi. ")
    room.flush()
    room.form.left.emit()
    opened.window.setFocus()
    back(opened)
    assert own(opened) == []
    assert room.message.text == first


def test_half_typed_words_are_stored_within_half_a_second(qtbot: QtBot, opened: Opened, open_pages: OpenPages) -> None:
    go(opened, "script/first-reminder")
    act(opened, EDIT)
    with qtbot.waitSignal(messages(opened).own.saved):
        type_in("Hi. ")
    assert "Hi. " in own(opened)[0].messages[0].text


def test_a_copy_is_ones_own_and_can_have_another_tone(opened: Opened) -> None:
    go(opened, "script/due-date-check")
    act(opened, DUPLICATE)
    room = messages(opened)
    assert room.entry is not None
    assert room.entry.is_own
    assert room.form.isVisible()
    room.form.tone.chosen.emit("firm")
    room.form.text.setFocus()
    type_in("Pay today, {contact}.")
    room.flush()
    settle()
    assert {one.tone for one in own(opened)[0].messages} == {Tone.FRIENDLY, Tone.FIRM}
    room.form.stage.set_current("dispute")
    room.form.stage_picked.emit("dispute")
    settle()
    assert own(opened)[0].stage is ScriptStage.DISPUTE


def test_a_blank_is_put_where_the_caret_is(opened: Opened) -> None:
    go(opened, "script/first-reminder")
    act(opened, EDIT)
    form = messages(opened).form
    form.text.selectAll()
    type_in("Due ")
    form.blank.chosen.emit("due_date")
    assert form.text.text == "Due {due_date}"
    assert QApplication.focusWidget() is form.text


def test_a_shipped_script_cannot_be_removed(opened: Opened) -> None:
    go(opened, "script/first-reminder")
    assert REMOVE not in [entry.id for entry in messages(opened).card.menu.entries]
    messages(opened).panel.removal_asked.emit()
    assert "your own" in toast(opened)


def test_an_emptied_name_keeps_its_last_words(opened: Opened) -> None:
    press(emails(opened), "New script")
    form = messages(opened).form
    form.title.setFocus()
    form.title.selectAll()
    QTest.keyClick(form.title, Qt.Key.Key_Delete)
    messages(opened).flush()
    assert own(opened)[0].title == "New script"


def test_a_foreign_change_is_shown(opened: Opened) -> None:
    go(opened, "script/first-reminder")
    entry = opened.app.scripts.get("first-reminder")
    assert entry is not None
    opened.app.scripts.save(entry, entry.messages, title="Renamed elsewhere")
    settle()
    assert shown_script(opened).title == "Renamed elsewhere"


def test_the_form_is_not_cut_off(opened: Opened) -> None:
    opened.window.commands.action("new-item").trigger()
    opened.window.toasts.close()
    assert audit_all(opened.window) == {}


@pytest.mark.parametrize(("size", "scale"), [((1280, 800), 1.0), ((1024, 640), 1.25)])
def test_nothing_is_cut_off_with_five_hundred_of_ones_own(opened: Opened, size: tuple[int, int], scale: float) -> None:
    with opened.app.edits._store.write() as unit:
        for number in range(500):
            told = (ToneText(Tone.FRIENDLY, f"Week {number}", f"Hello {{contact}}, this is week {number}."),)
            unit.repository(EntityKind.OWN_SCRIPT).put(
                OwnScript(
                    id=new_id(),
                    title=f"Note for week {number}",
                    stage=ScriptStage.ROUTINE,
                    messages=told,
                    created_at=opened.clock.now(),
                )
            )
        unit.commit()
    settle()
    room = messages(opened)
    room.panel.stage.set_current("own")
    room.panel.stage.chosen.emit("own")
    settle()
    assert sum(line.entry is not None for line in room.panel.list.items) == 500
    assert audit(opened.window, size, scale) == []

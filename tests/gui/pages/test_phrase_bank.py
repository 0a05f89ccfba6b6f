"""Phrase bank: found, filled in from a win's figures, copied, made into bullets, and written by the user."""

from __future__ import annotations

from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from arcareer.domain.figures import Unit
from arcareer.domain.identity import new_id
from arcareer.domain.phrases import OwnPhrase
from arcareer_ui.pages import prep, scripts, wins
from arcareer_ui.pages.prep.page import PrepPage
from arcareer_ui.pages.scripts.page import ScriptsPage
from arcareer_ui.pages.scripts.phrase_bank.tab import PhraseBankTab
from arcareer_ui.pages.scripts.phrase_bank.view import OWN, PhraseBankView
from tests.gui.pages.conftest import OpenPages
from tests.support.audit import audit, audit_all, focus_is_visible, settle
from tests.support.builders import a_figure, a_win
from tests.support.opened import Opened
from tests.support.running import press

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
COLLECTED = "overdue-collected"
WIN = a_win(
    "Brought in an old balance",
    figures=(a_figure(measure="collected", after="64250", unit=Unit.MONEY, currency="USD"),),
)
SPECS = (scripts.SPEC, prep.SPEC, wins.SPEC)


@pytest.fixture
def opened(open_pages: OpenPages) -> Opened:
    session = open_pages(SPECS)
    session.wins(WIN)
    session.window.router.go("scripts/phrase-bank")
    settle()
    return session


def tab_of(opened: Opened) -> PhraseBankTab:
    return cast("PhraseBankTab", cast("ScriptsPage", opened.page).tool("phrase-bank"))


def view_of(opened: Opened) -> PhraseBankView:
    return tab_of(opened).view


def lines(opened: Opened) -> list[QLineEdit]:
    return [cast("QLineEdit", field.editor) for field in view_of(opened).card.fields]


def go_to(opened: Opened, key: str) -> None:
    opened.window.router.go(f"phrase/{key}")
    settle()


def find(qtbot: QtBot, opened: Opened, words: str) -> None:
    search = view_of(opened).search
    search.setFocus()
    with qtbot.waitSignal(search.searched):
        QTest.keyClicks(search, words)
    settle()


def key(opened: Opened, which: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget() or opened.window, which, modifiers)
    settle()


def bullets(opened: Opened) -> list[str]:
    return [bullet.text for bullet in opened.app.bullets.all()]


def back(opened: Opened) -> None:
    opened.window.toasts.close()
    opened.session.undo.undo()
    settle()


def said(opened: Opened) -> str:
    return view_of(opened).card.say.accessibleName()


def holds_focus(part: QWidget) -> bool:
    focus = QApplication.focusWidget()
    return focus is not None and (part is focus or part.isAncestorOf(focus))


# --- the list --------------------------------------------------------------------------------------------------------


def test_phrases_say_what_they_stand_for_and_the_first_is_on_show(opened: Opened) -> None:
    view = view_of(opened)
    shown = view.list.items
    assert len(shown) == len(opened.app.content.phrases) > 20
    assert all(one.instead_of and one.say for one in shown)
    assert view.list.current is not None
    assert view.list.current.key == shown[0].key
    assert QApplication.focusWidget() is view.search


def test_searching_narrows_announces_and_esc_brings_all_back(qtbot: QtBot, opened: Opened) -> None:
    find(qtbot, opened, "DSO")
    found = view_of(opened).list.items
    assert found
    assert all("dso" in f"{one.say} {one.instead_of}".casefold() for one in found)
    assert any("phrase" in text for text in opened.announced)
    key(opened, Qt.Key.Key_Escape)
    assert len(view_of(opened).list.items) == len(opened.app.content.phrases)


def test_nothing_found_says_so_and_leads_back(qtbot: QtBot, opened: Opened) -> None:
    find(qtbot, opened, "zebra")
    assert view_of(opened).none.isVisible()
    assert "zebra" in view_of(opened).none.title
    press(view_of(opened), "Clear filter")
    assert not view_of(opened).none.isVisible()
    assert QApplication.focusWidget() is view_of(opened).search


def test_a_theme_is_chosen_and_remembered(opened: Opened, open_pages: OpenPages) -> None:
    press(view_of(opened).filter, "Disputes")
    assert {one.theme for one in view_of(opened).list.items} == {"disputes"}
    opened.close()
    again = open_pages(SPECS)
    again.window.router.go("scripts/phrase-bank")
    settle()
    assert {one.theme for one in view_of(again).list.items} == {"disputes"}


def test_ones_own_are_missing_at_first_and_one_is_asked_for(opened: Opened) -> None:
    press(view_of(opened).filter, "Your own")
    assert view_of(opened).list.items == ()
    assert view_of(opened).none.isVisible()
    press(view_of(opened).none, "New phrase")
    assert [one.own for one in view_of(opened).list.items] == [True]


# --- filling in ------------------------------------------------------------------------------------------------------


def test_blanks_are_counted_typed_and_left_open_again(opened: Opened) -> None:
    go_to(opened, COLLECTED)
    card = view_of(opened).card
    assert QApplication.focusWidget() is lines(opened)[0]
    assert card.count.text == "3 blanks left"
    QTest.keyClicks(lines(opened)[0], "$12,400")
    assert card.count.text == "2 blanks left"
    assert "$12,400" in said(opened)
    lines(opened)[0].selectAll()
    QTest.keyClick(lines(opened)[0], Qt.Key.Key_Delete)
    assert card.count.text == "3 blanks left"


def test_a_win_fills_the_blanks_its_figures_fit(opened: Opened) -> None:
    go_to(opened, COLLECTED)
    view = view_of(opened)
    press(view, "Fill from a win")
    assert view.is_picking
    assert QApplication.focusWidget() is view.picker.search
    key(opened, Qt.Key.Key_Return)
    assert not view.is_picking
    assert lines(opened)[0].text() == "$64,250"
    assert lines(opened)[1].text() == ""
    assert opened.announced[-1] == "1 blank filled from the win"
    assert view.card.win.isVisible()
    press(view.card, "Take the win’s numbers out")
    assert lines(opened)[0].text() == ""


def test_esc_leaves_the_picker_where_one_was(opened: Opened) -> None:
    go_to(opened, COLLECTED)
    press(view_of(opened), "Fill from a win")
    key(opened, Qt.Key.Key_Escape)
    assert not view_of(opened).is_picking
    assert holds_focus(view_of(opened).card)


def test_no_blank_is_ever_filled_with_a_number_the_user_did_not_enter(opened: Opened) -> None:
    view = view_of(opened)
    press(view, "Fill from a win")
    key(opened, Qt.Key.Key_Return)
    for pattern in view.list.items:
        view.list.choose(pattern.key)
        settle()
        assert {line.text() for line in lines(opened)} <= {"", "$64,250"}, pattern.key


def test_what_is_typed_outlives_the_window(opened: Opened, open_pages: OpenPages) -> None:
    go_to(opened, COLLECTED)
    QTest.keyClicks(lines(opened)[2], "ringing first")
    opened.close()
    again = open_pages(SPECS)
    again.window.router.go("scripts/phrase-bank")
    settle()
    assert lines(again)[2].text() == "ringing first"


# --- what becomes of it ----------------------------------------------------------------------------------------------


def test_a_phrase_is_copied_and_blanks_left_are_counted(opened: Opened) -> None:
    go_to(opened, COLLECTED)
    QTest.keyClicks(lines(opened)[0], "$12,400")
    press(view_of(opened).card, "Copy phrase")
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("Collected $12,400 of overdue invoices")
    toast = opened.window.toasts.toast
    assert toast is not None
    assert "2 blanks left" in toast.accessibleName()


def test_a_filled_phrase_becomes_a_bullet_of_its_win_and_that_can_be_undone(opened: Opened) -> None:
    go_to(opened, COLLECTED)
    press(view_of(opened), "Fill from a win")
    key(opened, Qt.Key.Key_Return)
    QTest.keyClicks(lines(opened)[1], "March")
    QTest.keyClicks(lines(opened)[2], "calling first")
    press(view_of(opened).card, "Add to my bullets")
    assert bullets(opened) == ["Collected $64,250 of overdue invoices in March by calling first."]
    assert opened.app.bullets.all()[0].win == WIN.id
    back(opened)
    assert bullets(opened) == []


def test_a_phrase_is_put_into_the_bullet_it_was_looked_up_for(opened: Opened) -> None:
    opened.app.bullets.write("Collected $9,800 in May")
    bullet = opened.app.bullets.all()[0]
    opened.window.router.go(f"phrase/{COLLECTED}/{bullet.id}")
    settle()
    assert view_of(opened).bullet_banner.isVisible()
    assert lines(opened)[0].text() == "$9,800"
    QTest.keyClicks(lines(opened)[2], "calling first")
    press(view_of(opened).card, "Put into my bullet")
    assert isinstance(opened.page, PrepPage)
    assert bullets(opened)[0].startswith("Collected $9,800 of overdue invoices")
    back(opened)
    assert bullets(opened) == ["Collected $9,800 in May"]


# --- phrases of one's own --------------------------------------------------------------------------------------------


def test_an_own_phrase_is_written_saved_undone_and_removed_by_keyboard(opened: Opened) -> None:
    view = view_of(opened)
    key(opened, Qt.Key.Key_N, CTRL | SHIFT)
    assert QApplication.focusWidget() is view.form.say
    QTest.keyClicks(view.form.say, "Won back {count:how many} payers")
    tab_of(opened).flush()
    settle()
    assert [own.say for own in opened.app.phrases.own()] == ["Won back {count:how many} payers"]
    back(opened)
    assert opened.app.phrases.own()[0].say != "Won back {count:how many} payers"
    view.list.setFocus()
    QTest.keyClick(view.list, Qt.Key.Key_Delete)
    settle()
    assert opened.app.phrases.own() == ()
    back(opened)
    assert len(opened.app.phrases.own()) == 1


def test_a_blank_is_put_in_ready_to_be_named(opened: Opened) -> None:
    press(view_of(opened), "New phrase")
    form = view_of(opened).form
    form.say.selectAll()
    QTest.keyClicks(form.say, "Saved ")
    press(form, "Amount")
    QTest.keyClicks(form.say, "what it was")
    assert form.say.text == "Saved {money:what it was}"


def test_an_emptied_phrase_keeps_its_words(opened: Opened) -> None:
    press(view_of(opened), "New phrase")
    before = opened.app.phrases.own()[0].say
    view_of(opened).form.say.selectAll()
    QTest.keyClick(view_of(opened).form.say, Qt.Key.Key_Delete)
    tab_of(opened).flush()
    assert opened.app.phrases.own()[0].say == before


def test_a_shipped_phrase_is_changed_in_a_copy(opened: Opened) -> None:
    go_to(opened, COLLECTED)
    key(opened, Qt.Key.Key_F2)
    toast = opened.window.toasts.toast
    assert toast is not None
    assert "copy of your own" in toast.accessibleName()
    card = view_of(opened).card
    assert card.menu is not None
    card.menu.chosen.emit("copy-own")
    settle()
    own = opened.app.phrases.own()
    assert [one.say for one in own] == [next(p.say for p in opened.app.content.phrases if p.key == COLLECTED)]
    assert view_of(opened).form.isVisible()


def test_a_foreign_change_is_shown(opened: Opened) -> None:
    view = view_of(opened)
    shown = view.list.current
    opened.app.phrases.add_own("Kept every promise")
    settle()
    assert view.list.items[-1].say == "Kept every promise"
    assert view.list.current == shown


def test_a_phrase_that_is_gone_is_said_to_be(opened: Opened) -> None:
    go_to(opened, "no-such-phrase")
    toast = opened.window.toasts.toast
    assert toast is not None
    assert "no longer there" in toast.accessibleName()


# --- looks -----------------------------------------------------------------------------------------------------------


def test_nothing_is_cut_off(opened: Opened) -> None:
    go_to(opened, COLLECTED)
    assert audit_all(opened.window) == {}
    opened.window.commands.action("new-item").trigger()
    opened.window.toasts.close()
    assert audit_all(opened.window) == {}


@pytest.mark.parametrize(("size", "scale"), [((1280, 800), 1.0), ((1024, 640), 1.25)])
def test_nothing_is_cut_off_with_five_hundred_of_ones_own(opened: Opened, size: tuple[int, int], scale: float) -> None:
    with opened.app.edits._store.write() as unit:
        for number in range(500):
            say = f"Closed {{count:how many}} files in week {number}"
            unit.own_phrases.put(OwnPhrase(id=new_id(), say=say, created_at=opened.clock.now()))
        unit.commit()
    press(view_of(opened).filter, "Your own")
    assert view_of(opened).filter.current == OWN
    assert len(view_of(opened).list.items) == 500
    assert audit(opened.window, size, scale) == []


def test_the_keyboard_shows_where_it_is(opened: Opened) -> None:
    view = view_of(opened)
    assert focus_is_visible(opened.window, view.search)
    assert focus_is_visible(opened.window, view.card.copy_button)

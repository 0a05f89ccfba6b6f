"""The list itself: items of the user's own, hidden ones, and their order."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from arcareer_ui.pages import prep, this_week
from arcareer_ui.pages.prep.checklist.item_panel import DOWN, HIDE, REMOVE, RENAME, UP
from tests.gui.pages.conftest import OpenPages
from tests.gui.pages.prep_checklist_desk import (
    ALT,
    CTRL,
    EARLY,
    HALF,
    OVERDUE,
    PLAN,
    SECURED,
    choose,
    line,
    panel,
    pick_from_menu,
    press,
    redo,
    row,
    tab,
    undo,
    view,
)
from tests.support.audit import settle
from tests.support.opened import Opened

SHIFT = Qt.KeyboardModifier.ShiftModifier
CASH = "Cash and collections"
pytestmark = pytest.mark.no_qt_log  # without a screen, menus cannot be raised, which Qt says


@pytest.fixture
def opened(open_pages: OpenPages) -> Opened:
    return open_pages((prep.SPEC, this_week.SPEC))


def keys(opened: Opened, group: str = CASH) -> list[str]:
    return list(view(opened).board.cards[group].rows)


def add_own(opened: Opened, name: str, group: str = CASH) -> str:
    card = view(opened).board.cards[group]
    card.add_button.setFocus()
    press(Qt.Key.Key_Return)
    QTest.keyClicks(card.form.line, name)
    press(Qt.Key.Key_Return)
    return keys(opened, group)[-1]


def test_an_item_of_ones_own_is_added_where_it_is_asked_for(opened: Opened) -> None:
    card = view(opened).board.cards[CASH]
    QTest.mouseClick(card.add_button, Qt.MouseButton.LeftButton)
    settle()
    assert QApplication.focusWidget() is card.form.line
    QTest.keyClicks(card.form.line, "  A forecast   others plan with ")
    QTest.mouseClick(card.form.act_button, Qt.MouseButton.LeftButton)
    settle()
    added = keys(opened)[-1]
    assert line(opened, added).item.label == "A forecast others plan with"
    assert row(opened, added).chosen
    assert QApplication.focusWidget() is row(opened, added)
    assert panel(opened).title.text() == "A forecast others plan with"
    assert view(opened).ring.accessibleName() == "0 of 16"
    assert not card.form.isVisible()
    assert "“A forecast others plan with” is on your list" in opened.announced
    undo(opened)
    assert added not in view(opened).board.rows
    assert view(opened).ring.accessibleName() == "0 of 15"
    redo(opened)
    assert added in view(opened).board.rows


def test_a_name_is_asked_for_and_may_be_left_out(opened: Opened) -> None:
    card = view(opened).board.cards[CASH]
    card.add_button.click()
    settle()
    press(Qt.Key.Key_Return)
    assert "A few words are enough" in card.form.field.message
    QTest.keyClicks(card.form.line, "x")
    assert card.form.field.message == ""
    press(Qt.Key.Key_Escape)
    assert not card.form.isVisible()
    assert QApplication.focusWidget() is card.add_button
    assert len(view(opened).board.rows) == 15


def test_the_shortcut_for_new_entries_asks_in_the_group_on_show(opened: Opened) -> None:
    choose(opened, "training")
    QTest.keyClick(opened.window, Qt.Key.Key_N, CTRL | SHIFT)
    settle()
    group = line(opened, "training").item.group
    assert view(opened).board.cards[group].form.isVisible()


def test_an_own_item_is_renamed_with_f2_and_by_its_menu(opened: Opened) -> None:
    added = add_own(opened, "A forecast")
    press(Qt.Key.Key_F2)
    form = panel(opened).form
    assert form.isVisible()
    assert not panel(opened).title.isVisible()
    assert QApplication.focusWidget() is form.line
    QTest.keyClicks(form.line, "A cash forecast")
    press(Qt.Key.Key_Return)
    assert line(opened, added).item.label == "A cash forecast"
    assert panel(opened).title.text() == "A cash forecast"
    assert QApplication.focusWidget() is panel(opened).menu
    pick_from_menu(panel(opened).menu, RENAME)
    assert form.line.text() == "A cash forecast"
    press(Qt.Key.Key_Escape)
    assert panel(opened).title.isVisible()
    undo(opened)
    assert panel(opened).title.text() == "A forecast"


def test_items_that_came_with_the_app_keep_their_names(opened: Opened) -> None:
    choose(opened, OVERDUE)
    press(Qt.Key.Key_F2)
    assert not panel(opened).form.isVisible()
    assert [entry.id for entry in panel(opened).menu.entries] == [UP, DOWN, HIDE]
    assert panel(opened).menu.accessibleName() == "More actions for: Overdue invoices cut by a rate in a period"


def test_an_own_item_is_removed_with_all_that_was_claimed_for_it(opened: Opened) -> None:
    told: list[str] = []
    tab(opened).told.connect(told.append)
    added = add_own(opened, "A forecast")
    QTest.keyClicks(panel(opened).result, "Within 4%")
    pick_from_menu(panel(opened).menu, REMOVE)
    assert added not in view(opened).board.rows
    assert told[-1] == "“A forecast” is removed"
    assert tab(opened)._key == EARLY
    undo(opened)
    assert opened.app.checklist.claim(added, HALF).result == "Within 4%"
    choose(opened, added)
    assert panel(opened).result.text() == "Within 4%"


def test_an_item_is_hidden_and_brought_back(opened: Opened) -> None:
    choose(opened, SECURED)
    pick_from_menu(panel(opened).menu, HIDE)
    assert SECURED not in view(opened).board.rows
    assert tab(opened)._key == PLAN
    assert view(opened).ring.accessibleName() == "0 of 14"
    assert "“Outstanding revenue secured” is hidden" in opened.announced
    chip = view(opened).hidden.buttons[SECURED]
    assert chip.isVisible()
    chip.setFocus()
    press(Qt.Key.Key_Return)
    assert keys(opened)[1] == SECURED
    assert row(opened, SECURED).chosen
    assert not view(opened).hidden.isVisible()
    undo(opened)
    assert SECURED not in view(opened).board.rows
    undo(opened)
    assert SECURED in view(opened).board.rows


def test_with_every_item_hidden_the_page_says_how_to_go_on(opened: Opened) -> None:
    for item in opened.app.content.checklist:
        opened.app.checklist.hide(item.key)
    settle()
    empty = view(opened).empty
    assert empty is not None
    assert empty.title == "Every item is hidden"
    assert not panel(opened).isVisible()
    view(opened).hidden.buttons[PLAN].click()
    settle()
    assert list(view(opened).board.rows) == [PLAN]
    assert panel(opened).isVisible()


def test_items_move_within_their_group_by_keyboard(opened: Opened) -> None:
    said: list[str] = []
    tab(opened).announced.connect(said.append)
    groups = list(view(opened).board.cards)
    choose(opened, OVERDUE)
    row(opened, OVERDUE).setFocus()
    press(Qt.Key.Key_Down, ALT)
    assert keys(opened) == [SECURED, OVERDUE, PLAN, EARLY]
    assert QApplication.focusWidget() is row(opened, OVERDUE)
    assert said == [f"2 of 4 in {CASH}"]
    press(Qt.Key.Key_Up, ALT)
    assert keys(opened) == [OVERDUE, SECURED, PLAN, EARLY]
    press(Qt.Key.Key_Up, ALT)
    assert keys(opened) == [OVERDUE, SECURED, PLAN, EARLY]
    assert said[-1] == "It stands at the end of its group already"
    assert list(view(opened).board.cards) == groups
    undo(opened)
    undo(opened)
    assert keys(opened) == [OVERDUE, SECURED, PLAN, EARLY]


def test_items_move_by_their_menu_past_hidden_ones(opened: Opened) -> None:
    opened.app.checklist.hide(SECURED)
    settle()
    choose(opened, OVERDUE)
    pick_from_menu(panel(opened).menu, DOWN)
    assert keys(opened) == [PLAN, OVERDUE, EARLY]
    pick_from_menu(panel(opened).menu, UP)
    assert keys(opened) == [OVERDUE, PLAN, EARLY]


def test_an_own_item_moves_up_from_the_end_and_groups_stay(opened: Opened) -> None:
    groups = list(view(opened).board.cards)
    added = add_own(opened, "A forecast")
    for _ in range(4):
        press(Qt.Key.Key_Up, ALT)
    assert keys(opened) == [added, OVERDUE, SECURED, PLAN, EARLY]
    for _ in range(4):
        press(Qt.Key.Key_Down, ALT)
    assert keys(opened) == [OVERDUE, SECURED, PLAN, EARLY, added]
    assert list(view(opened).board.cards) == groups


def test_the_order_is_kept(open_pages: OpenPages, opened: Opened) -> None:
    choose(opened, OVERDUE)
    press(Qt.Key.Key_Down, ALT)
    opened.close()
    again = open_pages((prep.SPEC, this_week.SPEC))
    assert keys(again)[:2] == [SECURED, OVERDUE]

"""Customers in the settings: added, renamed, with their aliases and spellings, removed and brought back."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from arcareer.domain.customers import Customer
from arcareer_ui.pages import settings, this_week
from arcareer_ui.pages.settings.customers import CustomersTab
from arcareer_ui.pages.settings.page import SettingsPage
from arcareer_ui.shell.save_status import SaveState
from tests.gui.pages.conftest import OpenPages
from tests.support.audit import View, audit, audit_all, dress, settle
from tests.support.builders import a_win
from tests.support.opened import Opened

NAMES = ("Brenner Logistics", "Castell Metals", "Harlow Dental")


@pytest.fixture
def empty(open_pages: OpenPages) -> Opened:
    desk = open_pages((settings.SPEC, this_week.SPEC))
    desk.window.router.go("settings/customers")
    settle()
    return desk


@pytest.fixture
def opened(empty: Opened) -> Opened:
    for name in NAMES:
        empty.app.customers.add(name)
    settle()
    return empty


def tab(opened: Opened) -> CustomersTab:
    page = opened.page
    assert isinstance(page, SettingsPage)
    found = page.tabs.content("customers")
    assert isinstance(found, CustomersTab)
    return found


def customers(opened: Opened) -> dict[str, Customer]:
    return {one.name: one for one in opened.app.customers.all()}


def names(opened: Opened) -> list[str]:
    return [one.name for one in tab(opened).list.items]


def choose(opened: Opened, name: str) -> None:
    assert tab(opened).list.choose(customers(opened)[name].id)
    settle()


def type_over(line: QLineEdit, text: str) -> None:
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, text)


def add(opened: Opened, name: str) -> None:
    type_over(tab(opened).new_name, name)
    QTest.keyClick(tab(opened).new_name, Qt.Key.Key_Return)
    settle()


def undo(opened: Opened) -> None:
    opened.session.undo.undo()
    settle()


def toast(opened: Opened) -> str:
    shown = opened.window.toasts.toast
    return shown.accessibleName() if shown is not None else ""


def test_without_customers_the_tab_says_what_they_are_for(empty: Opened) -> None:
    assert tab(empty).empty.title == "No customers yet"
    assert not tab(empty).editor.isVisible()
    assert not tab(empty).list.isVisible()


def test_the_first_customer_is_on_show(opened: Opened) -> None:
    assert names(opened) == list(NAMES)
    assert tab(opened).editor.name.text() == "Brenner Logistics"
    assert tab(opened).editor.alias.text() == "Customer A"


def test_a_customer_is_added_with_enter_and_chosen(opened: Opened) -> None:
    assert not tab(opened).add_button.isEnabled()
    add(opened, "  Dunmore Retail ")
    assert names(opened) == ["Brenner Logistics", "Castell Metals", "Dunmore Retail", "Harlow Dental"]
    assert tab(opened).editor.name.text() == "Dunmore Retail"
    assert tab(opened).new_name.text() == ""
    undo(opened)
    assert names(opened) == list(NAMES)


def test_a_name_in_use_is_refused_where_it_stands(opened: Opened) -> None:
    add(opened, "harlow dental")
    assert "already in your list" in tab(opened).new_field.message
    assert tab(opened).new_name.text() == "harlow dental"
    QTest.keyClicks(tab(opened).new_name, "s")
    assert tab(opened).new_field.message == ""


def test_name_alias_and_spellings_are_saved_as_they_are_typed(opened: Opened, qtbot: QtBot) -> None:
    editor = tab(opened).editor
    type_over(editor.name, "Brenner Freight")
    qtbot.waitUntil(lambda: "Brenner Freight" in customers(opened), timeout=2_000)
    type_over(editor.alias, "A haulier")
    editor.spellings.setFocus()
    QTest.keyClicks(editor.spellings, "Brenner")
    QTest.keyClick(editor.spellings, Qt.Key.Key_Return)
    QTest.keyClicks(editor.spellings, "BL Freight")
    editor.name.setFocus()
    settle()
    changed = customers(opened)["Brenner Freight"]
    assert (changed.alias, changed.spellings) == ("A haulier", ("Brenner", "BL Freight"))
    assert opened.window.rail.status.state is SaveState.SAVED
    assert names(opened)[0] == "Brenner Freight"


def test_a_line_break_being_typed_is_not_taken_away(opened: Opened) -> None:
    editor = tab(opened).editor
    editor.spellings.setFocus()
    QTest.keyClicks(editor.spellings, "Brenner")
    QTest.keyClick(editor.spellings, Qt.Key.Key_Return)
    opened.page.flush()
    settle()
    QTest.keyClicks(editor.spellings, "BL")
    opened.page.flush()
    assert customers(opened)["Brenner Logistics"].spellings == ("Brenner", "BL")


def test_each_field_is_one_step_to_undo(opened: Opened) -> None:
    editor = tab(opened).editor
    type_over(editor.name, "Brenner")
    opened.page.flush()
    QTest.keyClicks(editor.name, " Freight")
    type_over(editor.alias, "A haulier")
    editor.name.setFocus()
    assert opened.session.undo.stack.count() == 2
    undo(opened)
    assert customers(opened)["Brenner Freight"].alias == editor.alias.text() == "Customer A"
    undo(opened)
    assert editor.name.text() == "Brenner Logistics"


@pytest.mark.parametrize(
    ("field", "text", "message"),
    [("name", "Harlow Dental", "already in your list"), ("alias", "Customer C", "already stands for Harlow Dental")],
)
def test_a_clash_is_refused_where_it_stands_and_the_rest_is_saved(
    opened: Opened, field: str, text: str, message: str
) -> None:
    editor = tab(opened).editor
    line = getattr(editor, field)
    assert isinstance(line, QLineEdit)
    type_over(line, text)
    editor.spellings.setFocus()
    QTest.keyClicks(editor.spellings, "BL")
    opened.page.flush()
    settle()
    assert message in editor.fields[field].message
    assert line.text() == text
    assert customers(opened)["Brenner Logistics"].spellings == ("BL",)
    assert getattr(customers(opened)["Brenner Logistics"], field) != text
    type_over(line, "Something else")
    opened.page.flush()
    assert editor.fields[field].message == ""
    assert "Something else" in {getattr(one, field) for one in customers(opened).values()}
    choose(opened, "Castell Metals")
    assert editor.fields[field].message == ""


def test_a_refused_name_is_let_go_with_its_customer(opened: Opened) -> None:
    editor = tab(opened).editor
    type_over(editor.name, "Harlow Dental")
    choose(opened, "Castell Metals")
    assert editor.fields["name"].message == ""
    choose(opened, "Brenner Logistics")
    assert editor.name.text() == "Brenner Logistics"


@pytest.mark.parametrize("field", ["name", "alias"])
def test_what_is_emptied_keeps_its_last_words(opened: Opened, field: str) -> None:
    line = getattr(tab(opened).editor, field)
    assert isinstance(line, QLineEdit)
    before = line.text()
    line.setFocus()
    line.selectAll()
    QTest.keyClick(line, Qt.Key.Key_Delete)
    opened.page.flush()
    settle()
    assert line.text() == ""
    tab(opened).editor.spellings.setFocus()
    settle()
    assert line.text() == before
    assert list(customers(opened)) == list(NAMES)


def test_a_customer_is_removed_by_key_and_brought_back_with_its_wins(opened: Opened) -> None:
    harlow = customers(opened)["Harlow Dental"]
    win = a_win("Cleared the backlog", customers=(harlow.id,))
    opened.wins(win)
    choose(opened, "Castell Metals")
    tab(opened).list.setFocus()
    QTest.keyClick(tab(opened).list, Qt.Key.Key_Down)
    QTest.keyClick(tab(opened).list, Qt.Key.Key_Delete)
    settle()
    assert names(opened) == ["Brenner Logistics", "Castell Metals"]
    assert tab(opened).editor.name.text() == "Castell Metals"
    assert toast(opened).startswith("Harlow Dental removed from your customers")
    stored = opened.app.journal.get(win.id)
    assert stored is not None
    assert stored.customers == ()
    undo(opened)
    assert names(opened) == list(NAMES)
    assert opened.app.journal.get(win.id) == win


def test_the_last_customer_can_be_removed_by_its_button(opened: Opened) -> None:
    for _ in NAMES:
        QTest.mouseClick(tab(opened).editor.remove_button, Qt.MouseButton.LeftButton)
        settle()
    assert customers(opened) == {}
    assert tab(opened).empty.isVisible()
    undo(opened)
    assert len(names(opened)) == 1
    assert tab(opened).editor.isVisible()


def test_typing_is_saved_before_the_customer_is_removed(opened: Opened) -> None:
    type_over(tab(opened).editor.alias, "A haulier")
    tab(opened).editor.remove_button.click()
    settle()
    undo(opened)
    assert customers(opened)["Brenner Logistics"].alias == "A haulier"


def test_a_route_opens_a_customer_to_be_edited(opened: Opened) -> None:
    opened.window.router.go("this-week")
    opened.window.router.go(f"settings/customers/{customers(opened)['Castell Metals'].id}")
    settle()
    assert tab(opened).editor.name.text() == "Castell Metals"


def test_a_foreign_change_is_shown(opened: Opened) -> None:
    one = customers(opened)["Brenner Logistics"]
    opened.app.customers.save(one, replace(one, alias="A haulier"))
    settle()
    assert tab(opened).editor.alias.text() == "A haulier"


def test_enter_in_the_list_goes_to_the_name(opened: Opened) -> None:
    tab(opened).list.setFocus()
    QTest.keyClick(tab(opened).list, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is tab(opened).editor.name


def test_nothing_is_cut_off_or_out_of_reach(opened: Opened) -> None:
    add(opened, "harlow dental")
    type_over(tab(opened).editor.alias, "Customer C")
    opened.page.flush()
    assert audit_all(opened.window) == {}


def test_nothing_is_cut_off_without_customers(empty: Opened) -> None:
    assert audit_all(empty.window) == {}


@pytest.mark.parametrize("scale", [1.25, 1.5])
def test_where_room_is_short_the_whole_tab_scrolls_and_the_name_comes_into_sight(
    opened: Opened, qtbot: QtBot, scale: float
) -> None:
    dress(opened.window, View((1024, 640), scale))
    editor = tab(opened).editor
    assert editor.height() >= editor.heightForWidth(editor.width())
    assert editor.mapTo(tab(opened)._right, editor.rect().bottomLeft()).y() < tab(opened)._right.height()
    tab(opened).list.setFocus()
    QTest.keyClick(tab(opened).list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: editor.name.visibleRegion().boundingRect() == editor.name.rect())
    assert audit(opened.window, (1024, 640), scale) == []

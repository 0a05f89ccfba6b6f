"""The customers of a win: known, new, by another spelling, and the alias that stands for them outside."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication
from pytestqt.qtbot import QtBot

from arcareer.domain.customers import Customer
from arcareer_ui.pages import wins
from arcareer_ui.pages.wins.people import CustomerRow, CustomersEditor
from tests.gui.pages.conftest import OpenPages
from tests.gui.pages.wins_desk import FRIDAY, detail, editors, page, press, show, stored, type_in, undo
from tests.support.audit import settle
from tests.support.builders import a_win
from tests.support.opened import Opened

pytestmark = pytest.mark.no_qt_log  # without a screen, pop-ups cannot be raised, which Qt says

WIN = a_win("Cleared the backlog", happened_on=FRIDAY)
OTHER = a_win("Stopped a duplicate credit note", happened_on=FRIDAY)


@pytest.fixture
def opened(open_pages: OpenPages) -> Opened:
    desk = open_pages((wins.SPEC,))
    desk.wins(WIN, OTHER)
    desk.app.customers.add("Harlow Dental", spellings=("Harlow",), alias="a dental group")
    desk.app.customers.add("Brenner Logistics")
    show(desk, WIN.id)
    return desk


def editor(opened: Opened) -> CustomersEditor:
    return editors(opened).people


def customer(opened: Opened, name: str) -> Customer:
    return next(one for one in opened.app.customers.all() if one.name == name)


def linked(opened: Opened) -> list[str]:
    by_id = {one.id: one.name for one in opened.app.customers.all()}
    return [by_id[one] for one in stored(opened, WIN.id).customers]


def offered(opened: Opened) -> QAbstractItemView:
    """Return the list of names that opens below the line."""
    completer = editor(opened).line.completer()
    assert completer is not None
    popup = completer.popup()
    assert popup is not None
    return popup


def type_name(opened: Opened, name: str) -> None:
    """Type a name and let go of what is offered; without a screen the window has to be made active again."""
    type_in(editor(opened).line, name)
    offered(opened).hide()
    opened.window.activateWindow()
    settle()


def link(opened: Opened, name: str) -> None:
    type_name(opened, name)
    QTest.keyClick(editor(opened).line, Qt.Key.Key_Return)
    settle()


def row(opened: Opened, name: str) -> CustomerRow:
    return editor(opened).rows[customer(opened, name).id]


@pytest.mark.parametrize("typed", ["Harlow Dental", "harlow  dental", "HARLOW"])
def test_a_known_customer_is_linked_by_any_spelling(opened: Opened, typed: str) -> None:
    link(opened, typed)
    assert linked(opened) == ["Harlow Dental"]
    assert len(opened.app.customers.all()) == 2
    assert row(opened, "Harlow Dental").alias.text() == "a dental group"
    assert editor(opened).line.text() == ""
    undo(opened)
    assert linked(opened) == []
    assert editor(opened).rows == {}


def test_a_new_name_becomes_a_customer_with_an_alias(opened: Opened) -> None:
    type_name(opened, "Castell Metals")
    press(editor(opened), "Add customer")
    assert linked(opened) == ["Castell Metals"]
    assert row(opened, "Castell Metals").alias.text() == customer(opened, "Castell Metals").alias != ""
    undo(opened)
    undo(opened)
    assert linked(opened) == []
    assert len(opened.app.customers.all()) == 2


def test_a_customer_is_linked_once(opened: Opened) -> None:
    link(opened, "Harlow Dental")
    link(opened, "Harlow")
    assert linked(opened) == ["Harlow Dental"]


def test_names_are_completed_while_they_are_typed(opened: Opened, qtbot: QtBot) -> None:
    line = editor(opened).line
    line.setFocus()
    QTest.keyClicks(line, "bren")
    popup = offered(opened)
    assert popup.isVisible()
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: linked(opened) == ["Brenner Logistics"])
    settle()
    assert line.text() == ""
    assert len(opened.app.customers.all()) == 2


def test_a_customer_is_taken_from_the_win_and_stays_in_the_list(opened: Opened) -> None:
    link(opened, "Harlow Dental")
    press(editor(opened), "Take Harlow Dental from this win")
    assert linked(opened) == []
    assert customer(opened, "Harlow Dental")
    undo(opened)
    assert linked(opened) == ["Harlow Dental"]


def test_an_alias_is_saved_while_it_is_typed_and_is_one_step(opened: Opened, qtbot: QtBot) -> None:
    link(opened, "Harlow Dental")
    alias = row(opened, "Harlow Dental").alias
    alias.setFocus()
    alias.selectAll()
    QTest.keyClicks(alias, "A clinic")
    qtbot.waitUntil(lambda: customer(opened, "Harlow Dental").alias == "A clinic", timeout=2_000)
    QTest.keyClicks(alias, " chain")
    page(opened).flush()
    assert customer(opened, "Harlow Dental").alias == "A clinic chain"
    assert alias.hasFocus()
    undo(opened)
    assert customer(opened, "Harlow Dental").alias == alias.text() == "a dental group"


def test_an_alias_in_use_is_refused_where_it_stands(opened: Opened) -> None:
    link(opened, "Harlow Dental")
    other = customer(opened, "Brenner Logistics").alias
    alias = row(opened, "Harlow Dental").alias
    alias.setFocus()
    alias.selectAll()
    QTest.keyClicks(alias, other)
    page(opened).flush()
    assert "already stands for Brenner Logistics" in row(opened, "Harlow Dental").problem
    assert alias.text() == other
    assert customer(opened, "Harlow Dental").alias == "a dental group"
    alias.selectAll()
    QTest.keyClicks(alias, "A clinic")
    page(opened).flush()
    assert row(opened, "Harlow Dental").problem == ""
    assert customer(opened, "Harlow Dental").alias == "A clinic"


def test_an_emptied_alias_comes_back(opened: Opened) -> None:
    link(opened, "Harlow Dental")
    alias = row(opened, "Harlow Dental").alias
    alias.setFocus()
    alias.selectAll()
    QTest.keyClick(alias, Qt.Key.Key_Delete)
    detail(opened).theme.setFocus()
    assert alias.text() == customer(opened, "Harlow Dental").alias == "a dental group"


def test_a_customer_renamed_elsewhere_is_shown_with_the_new_name(opened: Opened) -> None:
    link(opened, "Harlow Dental")
    one = customer(opened, "Harlow Dental")
    opened.app.customers.save(one, replace(one, name="Harlow Smiles", alias="Clinic"))
    settle()
    assert row(opened, "Harlow Smiles").alias.text() == "Clinic"


def test_tabbing_out_of_an_alias_goes_on_to_the_next_control(opened: Opened) -> None:
    link(opened, "Harlow Dental")
    alias = row(opened, "Harlow Dental").alias
    alias.setFocus()
    QTest.keyClick(alias, Qt.Key.Key_End)
    QTest.keyClicks(alias, " X")
    QTest.keyClick(alias, Qt.Key.Key_Tab)
    settle()
    assert QApplication.focusWidget() is row(opened, "Harlow Dental").unlink_button
    assert customer(opened, "Harlow Dental").alias == "a dental group X"


def test_a_half_typed_name_stays_with_its_win(opened: Opened) -> None:
    type_name(opened, "Cast")
    show(opened, OTHER.id)
    assert editor(opened).line.text() == ""
    show(opened, WIN.id)
    assert editor(opened).line.text() == "Cast"
    assert len(opened.app.customers.all()) == 2

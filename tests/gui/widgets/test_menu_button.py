import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from arcareer_ui.widgets.menu_button import MenuButton, MenuEntry
from tests.gui.widgets.conftest import Place
from tests.support.audit import settle

# without a screen, menus cannot be raised, which Qt says
pytestmark = pytest.mark.no_qt_log

ENTRIES = (MenuEntry("edit", "Edit", "pencil"), MenuEntry("bin", "Bin & forget"))


def open_menu(button: MenuButton) -> QMenu:
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Return)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def test_the_keyboard_opens_and_chooses(place: Place) -> None:
    button = MenuButton("More actions for: A win", ENTRIES)
    place(button)
    chosen: list[str] = []
    button.chosen.connect(chosen.append)
    menu = open_menu(button)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(menu, key)
    assert chosen == ["bin"]


def test_words_are_shown_as_they_are(place: Place) -> None:
    button = MenuButton("More", ENTRIES)
    place(button)
    menu = open_menu(button)
    assert [action.text() for action in menu.actions()] == ["Edit", "Bin && forget"]
    assert menu.accessibleName() == "More"
    menu.close()


def test_esc_chooses_nothing_and_the_menu_opens_again(place: Place) -> None:
    button = MenuButton("More", ENTRIES)
    place(button)
    chosen: list[str] = []
    button.chosen.connect(chosen.append)
    QTest.keyClick(open_menu(button), Qt.Key.Key_Escape)
    settle()
    assert QApplication.activePopupWidget() is None
    open_menu(button).close()
    assert chosen == []

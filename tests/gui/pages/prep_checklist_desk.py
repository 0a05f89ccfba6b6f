"""What the tests of the value checklist share."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from arcareer.domain.checklist import ChecklistLine, ClaimState
from arcareer.domain.journal import Win
from arcareer.domain.periods import parse_period
from arcareer_ui.pages.prep.checklist.board import ItemButton
from arcareer_ui.pages.prep.checklist.item_panel import ItemPanel
from arcareer_ui.pages.prep.checklist.tab import ChecklistTab
from arcareer_ui.pages.prep.checklist.view import ChecklistView
from arcareer_ui.pages.prep.page import VALUE_CHECKLIST, PrepPage
from arcareer_ui.widgets.menu_button import MenuButton
from tests.support.audit import settle
from tests.support.builders import a_figure, a_win
from tests.support.opened import Opened

HALF = parse_period("2026-H2")
AUTUMN = date(2026, 10, 1)
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
OVERDUE, SECURED, PLAN, EARLY = "overdue-reduced", "revenue-secured", "payment-plan", "early-contact"


def tab(opened: Opened) -> ChecklistTab:
    """Return the tab."""
    page = opened.page
    assert isinstance(page, PrepPage)
    tool = page.tool(VALUE_CHECKLIST)
    assert isinstance(tool, ChecklistTab)
    return tool


def view(opened: Opened) -> ChecklistView:
    """Return its parts."""
    return tab(opened).view


def panel(opened: Opened) -> ItemPanel:
    """Return the item on show."""
    return view(opened).panel


def row(opened: Opened, key: str) -> ItemButton:
    """Return an item's row."""
    return view(opened).board.rows[key]


def line(opened: Opened, key: str, period: str = "2026-H2") -> ChecklistLine:
    """Return an item as the library holds it."""
    board = opened.app.checklist.board(parse_period(period))
    return next(one for group in board.groups for one in group.lines if one.item.key == key)


def state(opened: Opened, key: str, period: str = "2026-H2") -> ClaimState:
    """Return how far an item is."""
    return line(opened, key, period).state


def numbered(headline: str = "Cut the overdue share", **fields: object) -> Win:
    """Return a win of the autumn with a number."""
    return a_win(headline, **({"happened_on": AUTUMN, "figures": (a_figure(),)} | fields))


def story(headline: str = "Talked two late payers round", **fields: object) -> Win:
    """Return a win of the autumn without a number."""
    return a_win(headline, **({"happened_on": AUTUMN} | fields))


def link(opened: Opened, key: str, *wins: UUID) -> None:
    """Link wins as a change made elsewhere."""
    opened.app.checklist.link(key, HALF, wins)
    settle()


def choose(opened: Opened, key: str) -> None:
    """Click an item."""
    QTest.mouseClick(row(opened, key), Qt.MouseButton.LeftButton)
    settle()


def press(key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
    """Press a key where the keyboard is."""
    focus = QApplication.focusWidget()
    assert focus is not None
    held = Qt.KeyboardModifier.NoModifier
    for modifier in modifiers:
        held |= modifier
    QTest.keyClick(focus, key, held)
    settle()


def undo(opened: Opened) -> None:
    """Take the last step back."""
    QTest.keyClick(opened.window, Qt.Key.Key_Z, CTRL)
    settle()


def redo(opened: Opened) -> None:
    """Do the last step again."""
    QTest.keyClick(opened.window, Qt.Key.Key_Y, CTRL)
    settle()


def pick_from_menu(menu_button: MenuButton, entry: str) -> None:
    """Open a menu by keyboard and choose an entry."""
    menu_button.setFocus()
    QTest.keyClick(menu_button, Qt.Key.Key_Return)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    for _ in range([one.id for one in menu_button.entries].index(entry) + 1):
        QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    menu_button.window().activateWindow()
    settle()

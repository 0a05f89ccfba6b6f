"""What the tests of the brag sheet page share."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QTabBar, QWidget

from arcareer.domain.bullets import Bullet
from arcareer.domain.journal import Win
from arcareer_ui.pages.brag_sheet.page import BragSheetPage
from arcareer_ui.pages.brag_sheet.view import BragSheetView
from arcareer_ui.widgets.banner import Banner
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.menu_button import MenuButton, WordMenuButton
from arcareer_ui.widgets.segment import Segment
from tests.support.audit import SIZES, audit, settle
from tests.support.builders import a_bullet, a_win
from tests.support.opened import Opened
from tests.support.sheets import CUSTOMERS, YEAR_OF_WINS


def page(opened: Opened) -> BragSheetPage:
    """Return the page on show."""
    shown = opened.page
    assert isinstance(shown, BragSheetPage)
    return shown


def view(opened: Opened) -> BragSheetView:
    """Return the parts of the page on show."""
    return page(opened).view


def put_half_year(opened: Opened) -> tuple[Win, ...]:
    """Put two customers and six wins of the second half of 2026 into the library."""
    with opened.app.edits._store.write() as unit:
        for customer in CUSTOMERS:
            unit.customers.put(customer)
        for win in YEAR_OF_WINS:
            unit.wins.put(win)
        unit.commit()
    settle()
    return YEAR_OF_WINS


def many(count: int) -> list[Win]:
    """Return wins of the autumn of 2026."""
    return [a_win(f"Collected balance number {at}", happened_on=date(2026, 9, 1 + at % 28)) for at in range(count)]


def banner(opened: Opened) -> Banner:
    """Return the message above the document."""
    (shown,) = [one for one in view(opened).findChildren(Banner) if one.isVisible()]
    return shown


def button(label: str, opened: Opened) -> Button:
    """Return the button that says this."""
    (found,) = [one for one in view(opened).findChildren(Button) if one.label == label and one.isVisible()]
    return found


def show(opened: Opened, pane: str) -> None:
    """Show a pane the way the keyboard does, with the arrow keys on the line of panes."""
    side = view(opened).side
    bar = side.focusProxy()
    assert isinstance(bar, QTabBar)
    side.setFocus()
    for _ in range(bar.count()):
        if side.current == pane:
            break
        QTest.keyClick(bar, Qt.Key.Key_Right)
    assert side.current == pane
    settle()


def press(segment: Segment, key: Qt.Key) -> None:
    """Press a key on a choice out of a few."""
    bar = segment.focusProxy()
    assert bar is not None
    QTest.keyClick(bar, key)
    settle()


def undo(opened: Opened) -> None:
    """Take back the last act, from where no text has the keyboard."""
    view(opened).save_button.setFocus()
    QTest.keyClick(opened.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle()


def redo(opened: Opened) -> None:
    """Do again what was taken back."""
    QTest.keyClick(opened.window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    settle()


def pick(menu: MenuButton | WordMenuButton, words: str) -> None:
    """Open a menu with Enter and choose the act that is called this."""
    menu.setFocus()
    QTest.keyClick(menu, Qt.Key.Key_Return)
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, QMenu)
    (act,) = [one for one in popup.actions() if one.text() == words]
    popup.setActiveAction(act)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    menu.window().activateWindow()
    settle()


def routes(opened: Opened) -> list[str]:
    """Return what collects the places the page leads to from now on."""
    asked: list[str] = []
    opened.page.open_route.connect(asked.append)
    return asked


def put_bullet(opened: Opened, text: str, win: UUID | None = None) -> Bullet:
    """Put a bullet of the brag sheet into the library."""
    bullet = a_bullet(text, win=win, in_brag_sheet=True)
    with opened.app.edits._store.write() as unit:
        unit.bullets.put(bullet)
        unit.commit()
    settle()
    return bullet


def labels(widget: QWidget) -> str:
    """Return all words on show in a part of the page."""
    return "\n".join(one.text() for one in widget.findChildren(QLabel) if one.isVisible())


def faults(opened: Opened) -> list[str]:
    """Return what the audit finds at every size and text scale of the design."""
    return [f"{size} {scale}: {fault}" for size, scale in SIZES for fault in audit(opened.window, size, scale)]

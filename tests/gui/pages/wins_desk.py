"""What tests of the wins page share: its parts, and the ways a user acts on them."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from arcareer.domain.journal import Win, WinQuery
from arcareer_ui.pages.wins.detail import DetailView
from arcareer_ui.pages.wins.extras import Editors
from arcareer_ui.pages.wins.page import WinsPage
from arcareer_ui.widgets.button import Button
from tests.support.audit import settle
from tests.support.opened import Opened

FRIDAY = date(2026, 10, 16)
CTRL = Qt.KeyboardModifier.ControlModifier


def page(opened: Opened) -> WinsPage:
    shown = opened.page
    assert isinstance(shown, WinsPage)
    return shown


def detail(opened: Opened) -> DetailView:
    return page(opened).view.detail


def editors(opened: Opened) -> Editors:
    return page(opened).editors


def stored(opened: Opened, identity: UUID) -> Win:
    win = opened.app.journal.get(identity)
    assert win is not None
    return win


def identity(opened: Opened, headline: str) -> UUID:
    """Return the identity of the win with this headline, in the trash or not."""
    both = (*opened.app.journal.find(WinQuery()), *opened.app.journal.find(WinQuery(trashed=True)))
    return next(one.id for one in both if one.headline == headline)


def show(opened: Opened, win: UUID) -> None:
    assert page(opened).view.list.choose(win)
    settle()


def type_in(editor: QWidget, text: str) -> None:
    """Type at the end of what stands there."""
    editor.setFocus()
    QTest.keyClick(editor, Qt.Key.Key_End, CTRL)
    QTest.keyClicks(editor, text)


def undo(opened: Opened) -> None:
    opened.window.toasts.close()
    opened.session.undo.undo()
    settle()


def toast(opened: Opened) -> str:
    shown = opened.window.toasts.toast
    return shown.accessibleName() if shown is not None else ""


def button(parent: QWidget, name: str) -> QAbstractButton:
    """Return the visible button with these words or this accessible name."""
    found = [
        one
        for one in parent.findChildren(QAbstractButton)
        if one.isVisible() and name in {one.accessibleName(), one.label if isinstance(one, Button) else ""}
    ]
    assert len(found) == 1, [one.accessibleName() for one in parent.findChildren(QAbstractButton) if one.isVisible()]
    return found[0]


def press(parent: QWidget, name: str) -> None:
    QTest.mouseClick(button(parent, name), Qt.MouseButton.LeftButton)
    settle()

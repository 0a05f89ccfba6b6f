"""What the tests of the planning tools share: the page on a library, its tabs, and a list of three accounts."""

from __future__ import annotations

from datetime import date
from typing import TypeVar, cast

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from arcareer.domain.figures import FigureScope
from arcareer.ledgers.reading import ReadingChoices
from arcareer_ui.pages.planning.page import PlanningPage
from tests.support.audit import settle
from tests.support.opened import Opened
from tests.support.receivables_commands import aging

Tab = TypeVar("Tab")
CTRL = Qt.KeyboardModifier.ControlModifier
LIST = aging(
    ("Harlow Foods", "1", "2026-05-01", "48000"),
    ("Castell Print", "2", "2026-09-25", "30000"),
    ("Nimbus", "3", "2026-06-10", "900"),
)


def take_list(opened: Opened, text: str = LIST, as_of: date = date(2026, 9, 30)) -> None:
    """Import pasted cells into the library."""
    ledgers = opened.app.ledgers
    preview = ledgers.read(text, ReadingChoices(as_of=as_of), ledgers.known_layouts())
    ledgers.take(preview, ledger="Open items", scope=FigureScope.PORTFOLIO)
    settle()


def go(opened: Opened, route: str) -> None:
    """Show a route of the page."""
    opened.window.router.go(f"planning/{route}")
    settle()


def tab(opened: Opened, name: str, kind: type[Tab]) -> Tab:
    """Return a tab that was visited."""
    found = cast("PlanningPage", opened.page).tool(name)
    assert isinstance(found, kind)
    return found


def type_into(editor: QWidget, text: str) -> None:
    """Type into an editor, as the user does, in place of what stands there."""
    editor.setFocus()
    QTest.keyClick(editor, Qt.Key.Key_A, CTRL)
    QTest.keyClicks(editor, text)
    settle()


def press(key: Qt.Key, widget: QWidget) -> None:
    """Press a key."""
    QTest.keyClick(widget, key)
    settle()


def undo(opened: Opened) -> None:
    """Take the last step back."""
    opened.session.undo.undo()
    settle()


def redo(opened: Opened) -> None:
    """Do it again."""
    opened.session.undo.redo()
    settle()

"""Scripts & playbooks open in the real window, with a customer whose ledger says what is late."""

from __future__ import annotations

from datetime import date
from typing import cast
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from arcareer.domain.customers import Customer
from arcareer.domain.playbook_runs import PlaybookRun
from arcareer.services.scripts import ScriptEntry
from arcareer_ui.pages import prep, scripts, wins
from arcareer_ui.pages.scripts.emails.calls_room import CallsRoom
from arcareer_ui.pages.scripts.emails.messages_room import MessagesRoom
from arcareer_ui.pages.scripts.emails.tab import EmailTab
from arcareer_ui.pages.scripts.filling.fill_card import FillCard
from arcareer_ui.pages.scripts.page import ScriptsPage
from arcareer_ui.pages.scripts.scenarios.tab import ScenariosTab
from tests.gui.pages.conftest import OpenPages
from tests.support.audit import settle
from tests.support.builders import Library
from tests.support.opened import Opened
from tests.support.receivables_commands import aging, take_list

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
SPECS = (scripts.SPEC, prep.SPEC, wins.SPEC)
HARLOW, CASTELL = "Harlow Foods", "Castell Print"


def open_scripts(open_pages: OpenPages, route: str = "scripts/e-mail-scripts") -> Opened:
    """Open the page on a library with two customers; a second call opens the same library again."""
    opened = open_pages(SPECS)
    if not opened.app.customers.all():
        _furnish(opened)
    go(opened, route)
    return opened


def _furnish(opened: Opened) -> None:
    for name in (HARLOW, CASTELL):
        opened.app.customers.add(name)
    rows = ((HARLOW, "INV-7", "2026-08-31", "1000"), (HARLOW, "INV-9", "2026-09-04", "800.50"))
    take_list(cast("Library", opened.app), aging(*rows), date(2026, 9, 30))  # an app has the same services


def go(opened: Opened, route: str) -> None:
    """Go to a place."""
    opened.window.router.go(route)
    settle()


def emails(opened: Opened) -> EmailTab:
    """Return the tab of messages and calls."""
    return cast("EmailTab", cast("ScriptsPage", opened.page).tool("e-mail-scripts"))


def messages(opened: Opened) -> MessagesRoom:
    """Return the messages."""
    return emails(opened).messages


def calls(opened: Opened) -> CallsRoom:
    """Return the calls."""
    return emails(opened).calls


def scenarios(opened: Opened) -> ScenariosTab:
    """Return the tab of scenarios."""
    return cast("ScenariosTab", cast("ScriptsPage", opened.page).tool("scenarios"))


def shown_script(opened: Opened) -> ScriptEntry:
    """Return the message on show."""
    entry = messages(opened).entry
    assert entry is not None
    return entry


def shown_call(opened: Opened) -> str:
    """Return the key of the call on show."""
    call = calls(opened).call
    assert call is not None
    return call.id


def shown_run(opened: Opened) -> PlaybookRun:
    """Return the run on show."""
    run = scenarios(opened).runs.run
    assert run is not None
    return run


def fill_card(opened: Opened) -> FillCard:
    """Return the fields of the message on show."""
    return cast("FillCard", emails(opened).regions[2])


def customer(opened: Opened, name: str) -> Customer:
    """Return a customer by name."""
    return next(one for one in opened.app.customers.all() if one.name == name)


def customer_id(opened: Opened, name: str) -> UUID:
    """Return a customer's identity by name."""
    return customer(opened, name).id


def key(opened: Opened, which: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the keyboard is."""
    QTest.keyClick(QApplication.focusWidget() or opened.window, which, modifiers)
    settle()


def type_in(text: str) -> None:
    """Type where the keyboard is."""
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, text)
    settle()


def clipboard() -> str:
    """Return what was copied."""
    return QGuiApplication.clipboard().text()


def toast(opened: Opened) -> str:
    """Return what the toast says."""
    shown = opened.window.toasts.toast
    assert shown is not None
    return shown.accessibleName()


def back(opened: Opened) -> None:
    """Undo the last step."""
    opened.window.toasts.close()
    opened.session.undo.undo()
    settle()

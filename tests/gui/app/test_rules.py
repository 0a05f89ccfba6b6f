"""What holds for the whole app: undo, shortcuts, palette, empty states, announcements, and no dialogs in the way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QMessageBox
from pytestqt.qtbot import QtBot

from arcareer.domain.journal import WinQuery
from arcareer_ui.commands import native_keys
from arcareer_ui.pages.brag_sheet.page import BragSheetPage
from arcareer_ui.pages.prep.page import PrepPage
from arcareer_ui.pages.wins.page import WinsPage
from arcareer_ui.pages_list import PAGES
from arcareer_ui.shell.keyboard_list import KeyboardList
from arcareer_ui.shell.registry import all_commands
from arcareer_ui.widgets.card_list import CardList
from arcareer_ui.widgets.empty_state import EmptyState
from arcareer_ui.widgets.label import Label
from tests.gui.app.test_walk import places
from tests.support.audit import settle
from tests.support.running import CTRL, Running, buttons, press


def everything(running: Running) -> dict[str, list[tuple[Any, ...]]]:
    """Return every row of the library but history and drafts, which undo leaves alone, and when rows were changed."""
    connection = running.app.edits._store.connection
    tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    aside = ("meta", "version", "draft", "fts", "search", "sqlite")
    kept = [name for name in tables if not any(part in name for part in aside)]
    found: dict[str, list[tuple[Any, ...]]] = {}
    for name in kept:
        columns = [row[1] for row in connection.execute(f"PRAGMA table_info({name})")]
        wanted = ", ".join(column for column in columns if column not in {"version", "row_sum", "place"})
        found[name] = sorted(connection.execute(f"SELECT {wanted} FROM {name}").fetchall(), key=repr)
    return found


def log_a_win(running: Running) -> None:
    running.log("Cleared 12 disputed invoices with the sales team")


def trash_a_win(running: Running) -> None:
    page = running.go("wins")
    assert isinstance(page, WinsPage)
    QTest.keyClick(page.view.list, Qt.Key.Key_Delete)


def type_in_a_win(running: Running) -> None:
    page = running.go(f"win/{running.app.journal.find(WinQuery(), 1)[0].id}")
    assert isinstance(page, WinsPage)
    QTest.keyClicks(page.view.detail.headline, "Again: ")
    page.flush()


def restore_a_win(running: Running) -> None:
    """Bring back the win that was thrown away before."""
    page = running.go("wins/trash")
    assert isinstance(page, WinsPage)
    QTest.mouseClick(page.view.restore_button, Qt.MouseButton.LeftButton)


def tick_an_item(running: Running) -> None:
    page = running.go("prep/value-checklist")
    assert isinstance(page, PrepPage)
    item = page.first_focus()
    assert item is not None
    QTest.keyClick(item, Qt.Key.Key_Space)


def move_an_item(running: Running) -> None:
    page = running.go("prep/value-checklist")
    page.handlers()["move-up"]()


def move_a_section(running: Running) -> None:
    page = running.go("brag-sheet")
    assert isinstance(page, BragSheetPage)
    page.choosing.move(page.choosing.choices.sections[0], 1)


def leave_out_a_section(running: Running) -> None:
    page = running.go("brag-sheet")
    assert isinstance(page, BragSheetPage)
    page.choosing.switch(page.choosing.choices.sections[-1], False)


ACTS = (
    log_a_win,
    trash_a_win,
    type_in_a_win,
    restore_a_win,
    tick_an_item,
    move_an_item,
    move_a_section,
    leave_out_a_section,
)


def test_every_act_is_undone_and_done_again_without_a_trace(sample: Running) -> None:
    for act in ACTS:
        sample.session.undo.forget()
        before = everything(sample)
        act(sample)
        settle()
        after = everything(sample)
        assert sample.session.undo.stack.count() == 1, act.__name__
        sample.window.setFocus()
        sample.session.undo.undo()
        settle()
        assert everything(sample) == before != after, act.__name__
        sample.session.undo.redo()
        settle()
        assert everything(sample) == after, act.__name__


@pytest.fixture
def no_modal(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Note every dialog that would stop the user."""
    opened: list[str] = []

    def note(name: str) -> Callable[..., int]:
        def call(*_arguments: object, **_named: object) -> int:
            opened.append(name)
            return 0

        return call

    for kind in (QDialog, QMessageBox):
        for name in ("exec", "open", "show"):
            monkeypatch.setattr(kind, name, note(f"{kind.__name__}.{name}"))
    for name in ("question", "information", "warning", "critical", "about"):
        monkeypatch.setattr(QMessageBox, name, note(f"QMessageBox.{name}"))
    return opened


def test_no_flow_opens_a_dialog(sample: Running, no_modal: list[str], tmp_path: Path, qtbot: QtBot) -> None:
    for route in places(sample):
        sample.go(route)
        assert sample.window.isActiveWindow(), route  # a part shown before it has its place is a window for a moment
    for act in ACTS:
        act(sample)
        settle()
    sample.dialogs.path = tmp_path / "sheet.docx"
    sample.go("brag-sheet")
    settle(20)
    press(sample.page, "Save as Word")
    qtbot.waitUntil(sample.dialogs.path.exists)
    sample.go("prep/value-checklist").handlers()["new-item"]()
    sample.window.overlays.find()
    settle()
    assert no_modal == []
    assert sample.dialogs.asked == ["Save the brag sheet"]


def test_the_window_is_closed_without_a_question_when_all_is_saved(sample: Running, no_modal: list[str]) -> None:
    type_in_a_win(sample)
    sample.window.close()
    assert (no_modal, sample.dialogs.asked) == ([], [])


def test_every_shortcut_means_one_thing_and_is_listed_and_every_act_is_in_the_palette(sample: Running) -> None:
    window = sample.window
    sheet = KeyboardList(window, window.commands.specs)
    listed = " ".join(label.text() for label in sheet.findChildren(Label))
    assert {spec.id for spec in all_commands(PAGES)} == {spec.id for spec in window.commands.specs}
    assert [
        spec.id for spec in window.commands.specs for keys in spec.shortcuts if native_keys(keys) not in listed
    ] == []
    for route in places(sample):
        sample.go(route)
        actions = {*window.actions(), *window.findChildren(QAction)}
        keys = Counter(keys.toString() for one in actions if one.isEnabled() for keys in one.shortcuts())
        keys.update(shortcut.key().toString() for shortcut in window.findChildren(QShortcut) if shortcut.isEnabled())
        assert [key for key, times in keys.items() if times > 1] == [], route
        window.overlays.find()
        offered = {entry.title for entry in window.overlays.palette.entries}
        window.overlays.palette.dismiss()
        wanted = [spec for spec in window.commands.specs if spec.in_palette and window.commands.is_enabled(spec.id)]
        assert [one.id for one in wanted if window.commands.action(one.id).text() not in offered] == [], route
    sheet.deleteLater()


EMPTY = {
    "this-week": "Your first win goes here",
    "wins": "Nothing logged yet",
    "wins/trash": "Trash is empty",
    "brag-sheet": "Your wins become a document here",
    "settings/customers": "No customers yet",
}


def test_an_empty_library_says_everywhere_what_will_be_there(running: Running) -> None:
    for route in places(running):
        page = running.go(route)
        settle(20)
        states = [state for state in page.findChildren(EmptyState) if state.isVisible()]
        lists = [one for one in page.findChildren(CardList) if one.isVisible()]
        assert [one.accessibleName() for one in lists if not one.model().rowCount()] == [], route
        if route in EMPTY:
            said = " ".join(label.text() for state in states for label in state.findChildren(Label))
            assert EMPTY[route] in said, route
        for state in states:
            primary = [one for one in buttons(state).values() if one.property("kind") == "primary"]
            assert len(primary) <= 1, route


def test_results_are_said_politely(sample: Running, qtbot: QtBot) -> None:
    sample.announced.clear()
    sample.log("Cleared 12 disputed invoices with the sales team")
    qtbot.waitUntil(lambda: any("Win saved" in text for text in sample.spoken), timeout=10_000)
    page = sample.go("wins")
    assert isinstance(page, WinsPage)
    press(page.view.filters, "Needs a number")
    qtbot.waitUntil(lambda: any("win" in text and text[0].isdigit() for text in sample.spoken), timeout=10_000)
    assert not [text for text, at_once in sample.announced if at_once]


def test_a_toast_that_is_gone_leaves_undo_and_trash(sample: Running) -> None:
    trash_a_win(sample)
    settle()
    assert sample.window.toasts.toast is not None
    sample.window.toasts.close()
    assert sample.app.journal.trash_count() == 1
    QTest.keyClick(sample.window, Qt.Key.Key_Z, CTRL)
    settle()
    assert sample.app.journal.trash_count() == 0

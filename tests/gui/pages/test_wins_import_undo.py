"""An import of many wins is taken back and done again while the window goes on."""

import csv
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from arcareer.domain.journal import WinQuery
from arcareer_ui.pages import this_week, wins
from arcareer_ui.shell.step_cover import StepCover
from arcareer_ui.tasks import ThreadTaskRunner
from arcareer_ui.undo import LONG_STEP
from tests.gui.pages.conftest import OpenPages
from tests.gui.pages.wins_desk import CTRL, page, press, toast
from tests.support.audit import VIEWS, clipped, dress, nameless, overflowing, settle
from tests.support.builders import a_win
from tests.support.opened import Opened
from tests.support.tasks import HeldTasks

SPECS = (wins.SPEC, this_week.SPEC)
MANY = LONG_STEP + 20


def a_list(folder: Path) -> Path:
    path = folder / "wins.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerow(("Date", "Win"))
        csv.writer(file).writerows(("2026-03-06", f"Collected balance number {number}") for number in range(MANY))
    return path


def bring_in(opened: Opened, tasks: HeldTasks, folder: Path) -> None:
    """Import the list the way a user does."""
    opened.dialogs.path = a_list(folder)
    press(page(opened).view, "Import wins")
    tasks.run()
    panel = page(opened).intake.panel
    assert panel is not None
    press(panel, f"Import {MANY} wins")
    tasks.run()
    settle()


@pytest.fixture
def tasks() -> HeldTasks:
    return HeldTasks()


@pytest.fixture
def opened(open_pages: OpenPages, tasks: HeldTasks, tmp_path: Path) -> Opened:
    desk = open_pages(SPECS, tasks=tasks)
    desk.wins(a_win("A win that was there before"))
    bring_in(desk, tasks, tmp_path)
    assert number(desk) == MANY + 1
    return desk


def number(opened: Opened) -> int:
    return opened.app.journal.count(WinQuery())


def cover(opened: Opened) -> StepCover | None:
    return next((one for one in opened.window.findChildren(StepCover) if one.isVisible()), None)


def keys(key: Qt.Key, modifier: Qt.KeyboardModifier = CTRL) -> None:
    """Press keys where the keyboard is."""
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, modifier)
    settle()


def test_undo_and_redo_of_an_import_go_on_under_a_cover(opened: Opened, tasks: HeldTasks) -> None:
    for key, words, left in (
        (Qt.Key.Key_Z, "Undoing: Import wins", 1),
        (Qt.Key.Key_Y, "Redoing: Import wins", MANY + 1),
    ):
        before = number(opened)
        keys(key)
        shown = cover(opened)
        assert shown is not None
        assert shown.accessibleName() == words
        assert number(opened) == before
        tasks.run()
        settle()
        assert cover(opened) is None
        assert number(opened) == left
    assert opened.session.undo.stack.index() == 1


def test_the_toast_takes_the_import_back(opened: Opened, tasks: HeldTasks) -> None:
    press(opened.window, "Undo")
    assert cover(opened) is not None
    tasks.run()
    settle()
    assert number(opened) == 1
    assert not opened.session.undo.stack.canUndo()


def test_no_key_reaches_the_window_below_the_cover(opened: Opened, tasks: HeldTasks) -> None:
    shown = opened.page
    keys(Qt.Key.Key_Z)
    for key in (Qt.Key.Key_Z, Qt.Key.Key_Y, Qt.Key.Key_1, Qt.Key.Key_N):
        keys(key)
    keys(Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier)
    assert opened.page is shown
    assert len(tasks.waiting) == 1
    covering, focus = cover(opened), QApplication.focusWidget()
    assert covering is not None
    assert focus is covering.progress.cancel_button
    tasks.run()


def test_a_click_beside_the_cover_s_panel_stops_nothing(opened: Opened, tasks: HeldTasks) -> None:
    keys(Qt.Key.Key_Z)
    shown = cover(opened)
    assert shown is not None
    QTest.mouseClick(shown, Qt.MouseButton.LeftButton, pos=shown.rect().bottomRight())
    assert cover(opened) is shown
    tasks.run()
    assert number(opened) == 1


def test_esc_leaves_every_win_and_says_so(opened: Opened, tasks: HeldTasks) -> None:
    keys(Qt.Key.Key_Z)
    keys(Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    tasks.run()
    settle()
    assert cover(opened) is None
    assert number(opened) == MANY + 1
    assert toast(opened).startswith("Stopped. Nothing was changed")
    keys(Qt.Key.Key_Z)
    tasks.run()
    assert number(opened) == 1


def test_a_win_changed_meanwhile_keeps_them_all_and_says_so(opened: Opened, tasks: HeldTasks) -> None:
    identity = next(one.id for one in opened.app.journal.find(WinQuery(text="Collected")))
    win = opened.app.journal.get(identity)
    assert win is not None
    opened.wins(replace(win, outcome="Paid in full"))
    keys(Qt.Key.Key_Z)
    tasks.run()
    settle()
    assert cover(opened) is None
    assert number(opened) == MANY + 1
    assert "changed somewhere else" in toast(opened)


def test_the_cover_fits_every_size(opened: Opened, tasks: HeldTasks) -> None:
    keys(Qt.Key.Key_Z)
    assert cover(opened) is not None
    for view in VIEWS:
        dress(opened.window, view)
        assert [*clipped(opened.window), *overflowing(opened.window), *nameless(opened.window)] == []
    tasks.run()


def test_a_window_closed_meanwhile_leaves_all_or_nothing(open_pages: OpenPages, tmp_path: Path) -> None:
    held = HeldTasks()
    first = open_pages(SPECS, tasks=held)
    bring_in(first, held, tmp_path)
    first.close()

    second = open_pages(SPECS, tasks=ThreadTaskRunner())
    ids = [one.id for one in second.app.journal.find(WinQuery(), limit=MANY)]
    second.session.undo.record(second.app.journal.move_to_trash(ids), "Move wins to trash")
    second.session.undo.undo()
    assert cover(second) is not None
    second.close()

    third = open_pages(SPECS)
    assert number(third) in {0, MANY}
    assert third.app.check.check().sound

"""What the disk, other programs and our own bugs do to an open window: nothing typed is lost, and the user is told."""

from __future__ import annotations

import shutil
import sqlite3
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from arcareer.domain.journal import WinQuery
from arcareer.domain.safekeeping import BackupReason
from arcareer.paths import LibraryPaths
from arcareer.problems import LibraryProblem, ProblemKind
from arcareer_ui.crash_dialog import CrashDialog
from arcareer_ui.pages.this_week.page import ThisWeekPage
from arcareer_ui.pages.wins.page import WinsPage
from arcareer_ui.shell.save_status import SaveState
from arcareer_ui.widgets.label import Label
from tests.gui.app.conftest import Start
from tests.support.audit import settle
from tests.support.builders import a_win
from tests.support.running import CTRL, Running, buttons, focused, press

HEADLINE = "Collected a long overdue balance"
FULL = "The disk with your library is full. Your text is kept."
BROKEN = "The disk did not write the library properly. What was saved before is kept."


def break_disk(running: Running, kind: ProblemKind = ProblemKind.DISK_FULL, text: str = FULL) -> None:
    """Let every commit meet a fault from now on."""

    def refuse() -> None:
        raise LibraryProblem(kind, text)

    running.app.edits._store.guard = refuse


def mend_disk(running: Running) -> None:
    running.app.edits._store.guard = lambda: None


def open_win(running: Running) -> WinsPage:
    win = a_win(HEADLINE)
    running.wins(win)
    page = running.go(f"win/{win.id}")
    assert isinstance(page, WinsPage)
    return page


def headlines(running: Running) -> list[str]:
    return [win.headline for win in running.app.journal.find(WinQuery())]


def state(running: Running) -> SaveState:
    return running.window.rail.status.state


def banner_texts(running: Running) -> str:
    return " ".join(label.text() for label in running.window.banners.findChildren(Label))


def test_a_full_disk_keeps_the_text_says_so_and_a_retry_saves(running: Running) -> None:
    page = open_win(running)
    break_disk(running)
    QTest.keyClick(page.view.detail.headline, Qt.Key.Key_End, CTRL)
    QTest.keyClicks(page.view.detail.headline, " twice")
    QTest.keyClick(running.window, Qt.Key.Key_S, CTRL)
    settle()
    assert state(running) is SaveState.NOT_SAVED
    assert page.view.detail.headline.text == f"{HEADLINE} twice"
    assert headlines(running) == [HEADLINE]
    assert [text for text, at_once in running.announced if at_once] == [f"Not saved yet. {FULL}"]
    mend_disk(running)
    press(running.window.banners, "Try again")
    assert headlines(running) == [f"{HEADLINE} twice"]
    assert state(running) is SaveState.SAVED


def test_a_full_disk_keeps_the_sentence_of_the_capture(running: Running) -> None:
    break_disk(running)
    QTest.keyClicks(focused(), HEADLINE)
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    settle()
    page = running.page
    assert isinstance(page, ThisWeekPage)
    assert page.view.capture.text == HEADLINE
    assert state(running) is SaveState.NOT_SAVED
    mend_disk(running)
    QTest.keyClick(page.view.capture.field, Qt.Key.Key_Return)
    settle()
    assert headlines(running) == [HEADLINE]
    assert state(running) is SaveState.SAVED


@pytest.mark.parametrize("sure", [True, False])
def test_closing_with_unsaved_text_asks_before_it_is_gone(running: Running, sure: bool) -> None:
    page = open_win(running)
    break_disk(running)
    running.dialogs.sure = sure
    QTest.keyClicks(page.view.detail.headline, "Twice: ")
    running.window.close()
    settle()
    assert running.dialogs.asked == ["What you typed last is not saved yet"]
    assert running.window.isVisible() is not sure


def test_after_a_fault_of_the_drive_the_file_is_opened_again_before_the_retry(running: Running) -> None:
    page = open_win(running)
    before = running.app.edits._store.connection
    break_disk(running, ProblemKind.UNREADABLE, BROKEN)
    QTest.keyClick(page.view.detail.headline, Qt.Key.Key_End, CTRL)
    QTest.keyClicks(page.view.detail.headline, " twice")
    page.flush()
    settle()
    assert running.app.edits._store.connection is not before
    with pytest.raises(sqlite3.ProgrammingError):
        before.execute("SELECT 1")
    assert page.view.detail.headline.text == f"{HEADLINE} twice"
    press(running.window.banners, "Try again")
    assert headlines(running) == [f"{HEADLINE} twice"]


@pytest.mark.parametrize("replaced", [False, True], ids=["removed", "replaced"])
def test_a_lost_file_is_named_and_everything_can_be_saved_anew(launch: Start, replaced: bool) -> None:
    running = launch()
    page = open_win(running)
    database = running.places.library.database
    copy = database.with_name("copy")
    shutil.copy(database, copy)
    database.unlink()
    if replaced:
        copy.rename(database)
    QTest.keyClicks(page.view.detail.headline, "Twice: ")
    page.flush()
    settle()
    assert ("replaced" if replaced else "removed") in banner_texts(running)
    assert page.view.detail.headline.text == f"Twice: {HEADLINE}"
    folder = running.places.library.folder.parent / "saved"
    running.dialogs.path = folder
    press(running.window.banners, "Save everything to a new file")
    assert "Everything is in saved" in banner_texts(running)
    running.dialogs.sure = True
    press(running.window.banners, "Go on in the new folder")
    running.settle_in()
    assert headlines(running) == [HEADLINE]
    assert running.app.paths == LibraryPaths(folder)


def test_an_act_on_a_lost_file_offers_the_way_out_too(running: Running) -> None:
    page = open_win(running)
    running.places.library.database.unlink()
    QTest.keyClick(page.view.list, Qt.Key.Key_Delete)
    settle()
    assert "removed" in banner_texts(running)
    assert headlines(running) == [HEADLINE]


def test_a_folder_with_a_library_is_not_written_over(running: Running) -> None:
    open_win(running)
    running.places.library.database.unlink()
    running.session.trouble.look_at_file()
    other = running.places.library.folder.parent / "other"
    other.mkdir()
    LibraryPaths(other).database.write_bytes(b"somebody's")
    running.dialogs.path = other
    press(running.window.banners, "Save everything to a new file")
    assert "There is a library in that folder already." in banner_texts(running)
    assert LibraryPaths(other).database.read_bytes() == b"somebody's"


def test_an_exception_in_a_slot_is_told_and_the_editor_keeps_its_text(
    running: Running, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    page = open_win(running)
    QTest.keyClicks(page.view.detail.headline, "Twice: ")
    hooks = running.application.hooks

    def fail() -> None:
        raise ZeroDivisionError

    try:
        fail()
    except ZeroDivisionError as error:
        hooks._from_interpreter(type(error), error, error.__traceback__)
    settle()
    dialog = next(one for one in QApplication.topLevelWidgets() if isinstance(one, CrashDialog) and one.isVisible())
    assert page.view.detail.headline.text == f"Twice: {HEADLINE}"
    dialog.accept()
    page.flush()
    assert headlines(running) == [f"Twice: {HEADLINE}"]


def test_enter_held_down_logs_one_win(running: Running) -> None:
    QTest.keyClicks(focused(), HEADLINE)
    for _ in range(5):
        QTest.keyClick(focused(), Qt.Key.Key_Return)
    press_twice = buttons(running.page)["Save win"]
    QTest.mouseDClick(press_twice, Qt.MouseButton.LeftButton)
    settle()
    assert headlines(running) == [HEADLINE]


def test_midnight_brings_a_new_day_and_keeps_the_draft(running: Running) -> None:
    page = running.page
    assert isinstance(page, ThisWeekPage)
    running.wins(a_win(HEADLINE, happened_on=date(2026, 10, 16)))
    QTest.keyClicks(page.view.capture.field, "Half a sentence")
    today = page.view.header.overline
    running.clock.advance(timedelta(days=3))
    page.look_at_clock()
    assert page.view.header.overline != today
    assert page.view.capture.text == "Half a sentence"
    assert [win.happened_on for win in running.app.journal.find(WinQuery())] == [date(2026, 10, 16)]


def test_a_backup_is_made_before_the_trash_is_emptied(running: Running) -> None:
    wins = [a_win(f"Win {number}") for number in range(3)]
    running.wins(*wins)
    running.app.journal.move_to_trash([win.id for win in wins])
    page = running.go("wins/trash")
    assert isinstance(page, WinsPage)
    running.dialogs.sure = True
    QTest.mouseClick(page.view.empty_trash_button, Qt.MouseButton.LeftButton)
    settle()
    assert running.app.journal.trash_count() == 0
    newest = running.app.backups.all()[0]
    assert newest.reason is BackupReason.BEFORE_BULK_CHANGE
    running.app.backups.restore(newest.sequence)
    assert running.app.journal.trash_count() == 3


@pytest.mark.parametrize(("wins", "backed_up"), [(20, False), (21, True)])
def test_a_backup_is_made_before_many_wins_go_to_the_trash(running: Running, wins: int, backed_up: bool) -> None:
    running.wins(*(a_win(f"Win {number}") for number in range(wins)))
    page = running.go("wins")
    assert isinstance(page, WinsPage)
    page.view.list.selectAll()
    QTest.keyClick(page.view.list, Qt.Key.Key_Delete)
    settle()
    assert running.app.journal.trash_count() == wins
    reasons = [backup.reason for backup in running.app.backups.all()]
    assert (BackupReason.BEFORE_BULK_CHANGE in reasons) is backed_up


def test_the_trash_is_left_alone_where_no_backup_can_be_made(running: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    win = a_win()
    running.wins(win)
    running.app.journal.move_to_trash([win.id])
    page = running.go("wins/trash")
    assert isinstance(page, WinsPage)

    def fail(reason: BackupReason) -> None:
        raise LibraryProblem(ProblemKind.DISK_FULL, FULL)

    monkeypatch.setattr(running.app.backups, "begin", fail)
    running.dialogs.sure = True
    QTest.mouseClick(page.view.empty_trash_button, Qt.MouseButton.LeftButton)
    settle()
    assert running.app.journal.trash_count() == 1
    assert FULL in running.window.toasts.toast.accessibleName()  # type: ignore[union-attr]

"""Libraries that do not open as usual, and the way a process begins and ends."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from threading import Event
from time import sleep
from types import SimpleNamespace

import pytest
from pytestqt.qtbot import QtBot

import arcareer
import arcareer_ui.app
from arcareer.cli.app import main as cli_main
from arcareer.domain.journal import WinQuery
from arcareer.paths import LibraryPaths
from arcareer.problems import LibraryProblem, ProblemKind
from arcareer.progress import Cancelled, Progress
from arcareer.storage.library import _Opening
from arcareer_ui.pages.this_week.page import ThisWeekPage
from arcareer_ui.recovery_window import RecoveryWindow
from arcareer_ui.tasks import Task, ThreadTaskRunner
from arcareer_ui.widgets.label import Label
from tests.gui.app.conftest import Start
from tests.support.audit import CHECKS, View, dress, settle
from tests.support.running import Running, buttons, press
from tests.support.vault import a_closed_library, bytes_of, change_file, open_vault

ROOT = Path(__file__).resolve().parents[3]
HEADLINE = "Collected a long overdue balance"


def recovery(running: Running) -> RecoveryWindow:
    window = running.application._recovery
    assert isinstance(window, RecoveryWindow)
    assert running.application.session is None
    return window


def words(window: RecoveryWindow) -> str:
    return " ".join(label.text() for label in window.findChildren(Label))


def headlines(running: Running) -> list[str]:
    return [win.headline for win in running.app.journal.find(WinQuery())]


def harm(paths: LibraryPaths, kind: ProblemKind) -> None:
    if kind is ProblemKind.TOO_NEW:
        change_file(paths.database, "PRAGMA user_version = 9999")
    elif kind is ProblemKind.MISSING:
        paths.database.unlink()
    else:
        paths.database.write_bytes(b"SQLite format 3\x00" + b"\xff" * 8_000)


@pytest.mark.parametrize("kind", [ProblemKind.DAMAGED, ProblemKind.TOO_NEW, ProblemKind.MISSING])
def test_a_library_that_does_not_open_is_explained_restored_and_opened(launch: Start, kind: ProblemKind) -> None:
    running = launch(opens=False)
    vault = open_vault(running.places.library.folder, running.clock)
    vault.log(HEADLINE)
    vault.backups.back_up()
    vault.close()
    harm(running.places.library, kind)
    running.open()
    window = recovery(running)
    for view in (View(), View((1024, 640), 1.25), View(scheme="dark", scale=1.5)):
        dress(window, view)
        assert [fault for check in CHECKS for fault in check(window)] == []
    press(window, "Go back to this backup")
    running.settle_in()
    assert headlines(running) == [HEADLINE]
    assert not window.isVisible()


def test_a_new_library_can_be_started_beside_a_damaged_one(launch: Start) -> None:
    running = launch(opens=False)
    paths = a_closed_library(running.places.library.folder, HEADLINE)
    harm(paths, ProblemKind.DAMAGED)
    damaged = paths.database.read_bytes()
    running.open()
    press(recovery(running), "Start a new library")
    running.settle_in()
    assert headlines(running) == []
    assert damaged in bytes_of(paths.quarantine).values()


def test_a_second_instance_says_so_changes_nothing_and_ends_with_three(
    launch: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    running = launch(opens=False)
    codes: list[int] = []
    monkeypatch.setattr(running.application, "_qt", SimpleNamespace(exit=codes.append))
    vault = open_vault(running.places.library.folder, running.clock)
    vault.log(HEADLINE)
    before = bytes_of(vault.paths.folder)
    running.open()
    window = recovery(running)
    assert "already open" in words(window)
    assert "Start a new library" not in buttons(window)
    assert "Go back to this backup" not in buttons(window)
    assert bytes_of(vault.paths.folder) == before
    press(window, "Close arcareer")
    assert codes == [3]
    vault.close()


def test_trying_again_opens_a_library_that_was_let_go(launch: Start) -> None:
    running = launch(opens=False)
    vault = open_vault(running.places.library.folder, running.clock)
    vault.log(HEADLINE)
    running.open()
    vault.close()
    press(recovery(running), "Try again")
    running.settle_in()
    assert headlines(running) == [HEADLINE]


def test_another_folder_can_be_chosen(launch: Start, tmp_path: Path) -> None:
    running = launch(opens=False)
    a_closed_library(tmp_path / "other", HEADLINE)
    harm(a_closed_library(running.places.library.folder), ProblemKind.DAMAGED)
    running.dialogs.path = tmp_path / "other"
    running.open()
    press(recovery(running), "Choose another folder")
    running.settle_in()
    assert headlines(running) == [HEADLINE]


def test_a_library_that_may_not_be_written_is_shown_and_exported(
    launch: Start, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qtbot: QtBot
) -> None:
    running = launch(opens=False)
    vault = open_vault(running.places.library.folder, running.clock)
    vault.log(HEADLINE)
    vault.close()
    before = bytes_of(running.places.library.folder)

    def refuse(self: _Opening, *, create: bool) -> None:
        raise LibraryProblem(ProblemKind.READ_ONLY, "The library may not be written. Everything saved is safe.")

    monkeypatch.setattr(_Opening, "run", refuse)
    running.open()
    assert running.app.report.read_only
    notice = running.app.report.notices[0]
    assert running.window.banners.banner(notice.kind.value) is not None
    running.log("A win that cannot be kept")
    page = running.go("this-week")
    assert isinstance(page, ThisWeekPage)
    assert page.view.capture.text == "A win that cannot be kept"
    running.dialogs.path = tmp_path / "sheet.docx"
    running.go("brag-sheet")
    settle(20)
    press(running.page, "Save as Word")
    qtbot.waitUntil(running.dialogs.path.exists)
    for place in ("wins", "prep", "settings/data", "wins/trash"):
        running.go(place)
    running.close()
    after = bytes_of(running.places.library.folder, without=("unsaved.json",))  # what was typed lies beside the library
    assert after == before


def test_closing_while_a_task_runs_cancels_it_and_waits(launch: Start, qtbot: QtBot) -> None:
    tasks = ThreadTaskRunner()
    running = launch(tasks=tasks)
    begun, ended = Event(), Event()
    cancelled: list[bool] = []

    def work(report: Progress) -> None:
        begun.set()
        try:
            for _ in range(1_000):
                report(0, 1)
                sleep(0.01)
        except Cancelled:
            cancelled.append(True)
            raise
        finally:
            ended.set()

    tasks.start(Task(work))
    qtbot.waitUntil(begun.is_set, timeout=30_000)
    running.window.close()
    assert ended.is_set()
    assert cancelled == [True]


def run_app(*arguments: str, home: Path) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"HOME": str(home), "PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "ui")))}
    command = [sys.executable, "-m", "arcareer_ui", *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120, check=False)


def test_smoke_prints_one_number_and_a_locked_library_ends_with_three(tmp_path: Path) -> None:
    library = tmp_path / "library"
    done = run_app("--library", str(library), "--smoke", home=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert int(done.stdout) > 0
    vault = open_vault(library)
    locked = run_app("--library", str(library), "--smoke", home=tmp_path)
    vault.close()
    assert (locked.returncode, locked.stdout) == (3, "")
    assert "already open" in locked.stderr


def test_the_version_and_the_arguments_are_told_without_a_screen(tmp_path: Path) -> None:
    version = run_app("--version", home=tmp_path)
    assert (version.returncode, version.stdout.strip()) == (0, f"arcareer {arcareer.__version__}")
    told = run_app("--help", home=tmp_path)
    assert told.returncode == 0
    assert "--library" in told.stdout


@pytest.mark.parametrize("arguments", [("--nonsense",), ("--library",), ("somewhere",)])
def test_arguments_without_sense_open_nothing(arguments: tuple[str, ...], tmp_path: Path) -> None:
    done = run_app(*arguments, home=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert arguments[0].lstrip("-") in done.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("entry", [arcareer_ui.app.main, cli_main], ids=["window", "command line"])
def test_a_frozen_app_starts_itself_as_its_reader(monkeypatch: pytest.MonkeyPatch, entry: object) -> None:
    monkeypatch.setattr("arcareer.reading.child.main", lambda: 42)
    assert entry(["--reading-child"]) == 42  # type: ignore[operator]

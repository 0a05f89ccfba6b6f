"""Starts the app: arguments, look, library, window; and changes libraries while it runs."""

from __future__ import annotations

import gc
import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLocale, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

import arcareer
from arcareer.bootstrap import App, open_app
from arcareer.clock import Clock, SystemClock
from arcareer.errors import EnvironmentFault
from arcareer.logs import end_log, start_log
from arcareer.paths import AppPaths, LibraryPaths
from arcareer.problems import LibraryProblem
from arcareer.settings.preferences import Preferences
from arcareer.settings.store import PreferencesStore
from arcareer_ui.arguments import Answered, read_arguments
from arcareer_ui.context import LibraryRequests
from arcareer_ui.crash import CrashHooks, CrashReport
from arcareer_ui.dialogs import QtDialogs
from arcareer_ui.english import decide_plurals
from arcareer_ui.first_paint import FirstPaint, milliseconds_since_start
from arcareer_ui.pages_list import PAGES
from arcareer_ui.session import LibrarySession
from arcareer_ui.shell.save_status import SaveState
from arcareer_ui.tasks import ThreadTaskRunner
from arcareer_ui.theme.theme import QT_ARGUMENTS, Theme
from arcareer_ui.window_state import WindowState

if TYPE_CHECKING:
    from arcareer_ui.recovery_window import RecoveryWindow

TEXT_SIZES = (100, 115, 125, 150)
EXIT_MACHINE = 3
CHILD_FLAG = "--reading-child"  # that of arcareer.reading.child, which start-up does without


class Application(QObject):
    """One process: its preferences and look, and the library that is open now. `shown` comes when there is a window."""

    shown = Signal()

    def __init__(self, places: AppPaths, clock: Clock, qt: QApplication, *, smoke: bool = False) -> None:
        super().__init__()
        self._places, self._clock, self._qt, self._smoke = places, clock, qt, smoke
        decide_plurals(qt)
        self.preferences = PreferencesStore(places.config / "preferences.toml")
        self.theme = Theme()
        self._dress(self.preferences.current, hold_sheet=True)
        self.preferences.subscribe(self._dress)
        self.state = WindowState(places.config / "window.ini")
        self.tasks = ThreadTaskRunner(self)
        self.dialogs = QtDialogs()
        self.requests = LibraryRequests(self)
        self.requests.sample_wanted.connect(self._show_sample, Qt.ConnectionType.QueuedConnection)
        self.requests.own_wanted.connect(self._show_own, Qt.ConnectionType.QueuedConnection)
        self.requests.folder_wanted.connect(self._show_folder, Qt.ConnectionType.QueuedConnection)
        self.hooks = CrashHooks(self)
        self.hooks.crashed.connect(self._say_crashed)
        self.session: LibrarySession | None = None
        self._recovery: RecoveryWindow | None = None

    @property
    def has_window(self) -> bool:
        """Return whether there is something to look at: a library, or why it does not open."""
        return self.session is not None or self._recovery is not None

    def open(self, paths: LibraryPaths, *, is_sample: bool = False) -> None:
        """Open a library in a window of its own, or explain why that does not work and what to do."""
        try:
            app = open_app(
                paths,
                self._clock,
                create=True,
                currency=self._currency,
                second_backup_folder=self._second_backup_folder(),
            )
        except LibraryProblem as problem:
            self._explain(problem, paths)
            return
        if is_sample:
            app.sample.fill()
        self._show(app, is_sample=is_sample)

    def close(self) -> None:
        """Close what is open."""
        if self.session is not None:
            self.session.close()
            self.session = None
        self._drop_sample()

    def _show(self, app: App, *, is_sample: bool) -> None:
        session = LibrarySession(
            app,
            PAGES,
            preferences=self.preferences,
            state=self.state,
            tasks=self.tasks,
            dialogs=self.dialogs,
            requests=self.requests,
            is_sample=is_sample,
        )
        self.session = session
        self.dialogs.set_window(session.window)
        session.window.text_size_asked.connect(self._change_text_size)
        FirstPaint(session.window).painted.connect(self._after_first_paint)
        session.window.start()
        self.theme.release_sheet()
        session.window.show()

    def _after_first_paint(self) -> None:
        self.shown.emit()
        if self._smoke:
            print(milliseconds_since_start(), flush=True)  # noqa: T201 - the answer of --smoke
            self.close()
            self._qt.exit(0)
        elif self.session is not None:
            self.session.housekeeping.start()

    def _switch(self, paths: LibraryPaths, *, is_sample: bool) -> None:
        leaving, self.session = self.session, None
        self._qt.setQuitOnLastWindowClosed(False)
        if leaving is not None:
            leaving.window.close()
            leaving.window.deleteLater()
            leaving.close()
            leaving.deleteLater()
        self.open(paths, is_sample=is_sample)
        self._qt.setQuitOnLastWindowClosed(True)

    def _show_sample(self) -> None:
        self._drop_sample()
        self._switch(self._places.sample, is_sample=True)

    def _show_own(self) -> None:
        self._switch(self._places.library, is_sample=False)
        self._drop_sample()

    def _show_folder(self, folder: Path) -> None:
        self._switch(LibraryPaths(folder), is_sample=False)

    def _drop_sample(self) -> None:
        shutil.rmtree(self._places.sample.folder, ignore_errors=True)

    def _explain(self, problem: LibraryProblem, paths: LibraryPaths) -> None:
        self.shown.emit()
        print(problem, file=sys.stderr)  # noqa: T201 - for whoever started the app from a terminal
        if self._smoke:
            return
        from arcareer.services.recovery import RecoveryService  # noqa: PLC0415 - seldom needed
        from arcareer_ui.recovery_window import RecoveryWindow  # noqa: PLC0415 - seldom needed

        window = RecoveryWindow(problem, RecoveryService(paths, self._clock), self.dialogs)
        self._recovery = window
        window.mended.connect(lambda: self.open(paths))
        window.folder_chosen.connect(self._show_folder)
        window.left.connect(lambda: self._qt.exit(EXIT_MACHINE))
        self.dialogs.set_window(window)
        self.theme.release_sheet()
        window.show()

    def _dress(self, preferences: Preferences, *, hold_sheet: bool = False) -> None:
        self.theme.reduced_motion = preferences.motion.value == "reduced"
        self.theme.apply(self._qt, preferences.theme.value, preferences.text_scale / 100, hold_sheet=hold_sheet)

    def _change_text_size(self, step: int) -> None:
        size = 100
        if step:
            wanted = self.preferences.current.text_scale
            there = [one for one in TEXT_SIZES if (one - wanted) * step > 0]
            size = (min if step > 0 else max)(there, default=wanted)
        self._prefer(text_scale=size)

    def _prefer(self, **changes: Any) -> None:
        try:
            self.preferences.update(**changes)
        except EnvironmentFault as fault:
            if self.session is not None:
                self.session.tell(str(fault))

    def _currency(self) -> str:
        system = QLocale.system().currencySymbol(QLocale.CurrencySymbolFormat.CurrencyIsoCode)
        return self.preferences.current.currency or system

    def _second_backup_folder(self) -> Path | None:
        folder = self.preferences.current.backup_folder
        return Path(folder) if folder else None

    def _say_crashed(self, report: CrashReport) -> None:
        if self.session is None:
            return
        window = self.session.window
        saved = window.rail.status.state is not SaveState.NOT_SAVED
        from arcareer_ui.crash_dialog import CrashDialog  # noqa: PLC0415 - hoped never to be needed

        CrashDialog(report, window, saved=lambda: saved).open()


def main(argv: Sequence[str] | None = None) -> int:
    """Run the app until its window closes; return 0, 2 for arguments without sense, 3 where no library could open."""
    typed = list(sys.argv[1:] if argv is None else argv)
    if typed == [CHILD_FLAG]:
        from arcareer.reading.child import main as read  # noqa: PLC0415 - a frozen app starts itself as its reader

        return read()
    try:
        arguments = read_arguments(typed)
    except Answered as answer:
        print(answer, file=sys.stderr if answer.code else sys.stdout)
        return answer.code
    os.umask(0o077)
    qt = QApplication([sys.argv[0], *QT_ARGUMENTS])
    qt.setApplicationName("arcareer")
    qt.setApplicationVersion(arcareer.__version__)
    qt.setDesktopFileName("arcareer")
    places = AppPaths.of_user(arguments.library)
    application = Application(places, SystemClock(), qt, smoke=arguments.smoke)
    application.shown.connect(_collect_garbage_again, Qt.ConnectionType.SingleShotConnection)
    application.hooks.install()
    handler = None if arguments.smoke else start_log(places.config / "logs")
    application.open(places.library)
    code = qt.exec() if application.has_window else EXIT_MACHINE
    application.close()
    application.hooks.remove()
    end_log(handler)
    return code


def _collect_garbage_again() -> None:
    """Let Python look for garbage from now on, but not among what the start made: that stays, and it is a lot."""
    gc.freeze()
    gc.enable()

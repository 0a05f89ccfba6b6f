"""What stands above the page while the disk does not take what was typed, and the ways out of that."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from arcareer.errors import EnvironmentFault, UserError
from arcareer.problems import LibraryProblem, ProblemKind
from arcareer_ui.shell.save_status import SaveReport, SaveState
from arcareer_ui.widgets.banner import Banner
from arcareer_ui.widgets.button import Button

if TYPE_CHECKING:
    from arcareer.bootstrap import App
    from arcareer_ui.dialogs import Dialogs
    from arcareer_ui.shell.main_window import MainWindow

log = logging.getLogger(__name__)

NOT_SAVED, LOST = "not-saved", "lost-file"


class SaveTrouble(QObject):
    """Hears every report of saving. A file that was removed or replaced is told once, with what saves everything.

    `refused` carries why not even a new file could be written, `folder_wanted` the folder of the new library when the
    user wants to go on there.
    """

    refused = Signal(str)
    folder_wanted = Signal(object)

    def __init__(self, app: App, window: MainWindow, dialogs: Dialogs, parent: QObject) -> None:
        super().__init__(parent)
        self._app, self._window, self._dialogs = app, window, dialogs
        self._reason = ""
        self._is_lost = False

    def look_at_file(self) -> None:
        """See whether the library's file still lies at its place; tell it once where it does not."""
        problem = None if self._is_lost else self._app.lost_file()
        if problem is None:
            return
        self._is_lost = True
        title, _, rest = problem.text.partition(". ")
        self._tell(LOST, f"{title}.", rest, self.tr("Save everything to a new file"), self._ask)

    def heed(self, report: SaveReport) -> None:
        """Tell what could not be saved, once for each reason, until it is."""
        if report.state is SaveState.SAVED and self._reason:
            self._reason = ""
            self._window.banners.remove(NOT_SAVED)
        if report.state is not SaveState.NOT_SAVED:
            return
        self.look_at_file()
        if not self._is_lost and report.reason != self._reason:
            self._reason = report.reason
            act = report.act or self._window.pages.flush
            self._tell(NOT_SAVED, self.tr("Not saved yet"), report.reason, self.tr("Try again"), act)
        if isinstance(report.fault, LibraryProblem) and report.fault.kind is ProblemKind.UNREADABLE:
            QTimer.singleShot(0, self, self._reopen)  # what is trying to save has to end first

    def _reopen(self) -> None:
        """Go on with the file on a new connection: the old one may hold what the disk never took."""
        try:
            self._app.backups.reopen()
        except EnvironmentFault as fault:
            log.warning("not opened again: %s", fault)

    def _ask(self) -> None:
        title = self.tr("Choose an empty folder for everything you have")
        self._dialogs.choose_folder(title, self._app.paths.folder.parent, self._save)

    def _save(self, folder: Path) -> None:
        try:
            self._app.backups.save_everything_to(folder)
        except (UserError, EnvironmentFault) as problem:
            self.refused.emit(str(problem))
            return
        title = self.tr("Everything is in {folder}").format(folder=folder.name)
        text = self.tr(
            "All that was saved is there now, and nothing more is written here. Copy what you typed since, then go on."
        )
        self._tell(LOST, title, text, self.tr("Go on in the new folder"), partial(self.folder_wanted.emit, folder))

    def _tell(self, key: str, title: str, text: str, words: str, act: Callable[[], None]) -> None:
        button = Button(words, size="compact")
        button.clicked.connect(act)
        self._window.banners.put(key, Banner(title, text, "warn", actions=(button,)))

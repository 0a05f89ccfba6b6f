"""The way of a list of wins into the journal: a file is chosen, looked at and taken in on a panel of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from arcareer_ui.shell.toasts import ToastRequest

if TYPE_CHECKING:
    from arcareer.services.backups import BackupService
    from arcareer.services.win_import import WinImportService
    from arcareer_ui.dialogs import Dialogs
    from arcareer_ui.pages.wins.importing import ImportPanel
    from arcareer_ui.tasks import TaskRunner
    from arcareer_ui.undo import UndoController


class Intake(QObject):
    """Shows the panel in place of the journal. `began` comes before that, `ended` when the journal is back."""

    began = Signal()
    ended = Signal()
    toasted = Signal(object)
    announced = Signal(str)

    def __init__(
        self,
        places: QStackedWidget,
        dialogs: Dialogs,
        *,
        imports: Callable[[], WinImportService],
        backups: Callable[[], BackupService],
        undo: UndoController,
        tasks: TaskRunner,
        themes: Mapping[str, str],
    ) -> None:
        super().__init__(places)
        self._places, self._dialogs, self._imports, self._backups = places, dialogs, imports, backups
        self._undo, self._tasks, self._themes = undo, tasks, themes
        self.panel: ImportPanel | None = None

    @property
    def is_open(self) -> bool:
        """Return whether a file is being looked at."""
        return self.panel is not None and self._places.currentWidget() is self.panel

    def choose_file(self) -> None:
        """Ask for a file and show what it holds."""
        filters = self.tr("Lists of wins (*.csv *.tsv *.xlsx *.docx *.md *.txt);;All files (*)")
        self._dialogs.open_file(self.tr("Choose a list of wins"), filters, self._look_at)

    def close(self) -> None:
        """Show the journal again; what was looked at is left alone."""
        if self.is_open:
            self._places.setCurrentIndex(0)
            self.ended.emit()

    def _look_at(self, path: Path) -> None:
        if self.panel is None:
            from arcareer_ui.pages.wins.importing import ImportPanel  # noqa: PLC0415 - seldom needed

            self.panel = ImportPanel(self._imports(), self._backups(), self._undo, self._tasks, self._themes)
            self.panel.left.connect(self.close)
            self.panel.finished.connect(self._tell)
            self.panel.announced.connect(self.announced)
            self._places.addWidget(self.panel)
        self.began.emit()
        self._places.setCurrentWidget(self.panel)
        self.panel.read(path)

    def _tell(self, wins: int) -> None:
        self.close()
        text = self.tr("%n win(s) imported", "", wins)
        self.toasted.emit(ToastRequest(text, icon="upload", undoable=True))

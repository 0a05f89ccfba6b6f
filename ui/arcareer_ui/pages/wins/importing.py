"""Bringing in a list of wins: a file is read, looked at, and what is wanted of it taken."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from arcareer.domain.safekeeping import BackupReason
from arcareer.errors import EnvironmentFault, UserError
from arcareer_ui.pages.wins.import_preview import ImportPreviewPart
from arcareer_ui.tasks import Task, TaskRunner
from arcareer_ui.widgets.banner import Banner
from arcareer_ui.widgets.boxes import column
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.page_header import PageHeader
from arcareer_ui.widgets.progress import InlineProgress

if TYPE_CHECKING:
    from arcareer.domain.changes import EditGroup
    from arcareer.progress import Progress
    from arcareer.services.backups import BackupService, PendingBackup
    from arcareer.services.win_import import ImportCandidate, ImportPreview, WinImportService
    from arcareer_ui.undo import UndoController


class ImportPanel(QWidget):
    """One file on its way into the journal. `finished` carries how many wins came in; `left` leaves without any.

    Reading and taking run in the background; what is shown can be left or cancelled at any time.
    """

    finished = Signal(int)
    left = Signal()
    announced = Signal(str)

    def __init__(
        self,
        imports: WinImportService,
        backups: BackupService,
        undo: UndoController,
        tasks: TaskRunner,
        themes: Mapping[str, str],
    ) -> None:
        super().__init__()
        self._imports, self._backups, self._undo, self._tasks = imports, backups, undo, tasks
        self._task: Task | None = None
        self.back_button = Button(self.tr("Back to wins"), "quiet", icon="arrow-left")
        self.import_button = Button(self.tr("Import"), "primary", icon="upload")
        self.header = PageHeader(self.tr("Import wins"), " ", actions=(self.back_button, self.import_button))
        self.preview = ImportPreviewPart(themes)
        self.message: QWidget | None = None
        self._place = column()
        layout = column(self, margins=(32, 24, 32, 24), spacing=12)
        layout.addWidget(self.header)
        layout.addLayout(self._place)
        layout.addWidget(self.preview, 1)
        layout.addStretch(0)
        self.back_button.clicked.connect(self.leave)
        self.import_button.clicked.connect(self._take)
        self.preview.ticked.connect(self._count)

    def read(self, path: Path) -> None:
        """Read a file in the background and show what it holds."""
        self.header.set_description(path.name)
        self.preview.hide()
        self.import_button.setEnabled(False)
        title = self.tr("Reading {name}").format(name=path.name)
        task = Task(lambda report: self._imports.preview(path, report))
        task.succeeded.connect(self._show)
        task.failed.connect(self._explain)
        task.cancelled.connect(self.left)
        self._start(task, title, self.tr("Nothing is changed yet."))

    def leave(self) -> None:
        """Go back without taking anything; what runs is stopped first."""
        if self._task is not None:
            self._task.cancel()
        else:
            self.left.emit()

    def _start(self, task: Task, title: str, promise: str) -> None:
        progress = InlineProgress(title, promise)
        progress.cancelled.connect(task.cancel)
        task.progressed.connect(progress.set_progress)
        self._say(progress)
        self._task = task
        task.finished.connect(self._forget_task)
        self._tasks.start(task)

    def _forget_task(self) -> None:
        self._task = None
        if isinstance(self.message, InlineProgress):
            self._say(None)

    def _say(self, part: QWidget | None) -> None:
        """Show a message or progress above what the file holds, in place of the one before."""
        if self.message is not None:
            self._place.removeWidget(self.message)
            self.message.hide()
            self.message.deleteLater()
        self.message = part
        if part is not None:
            self._place.addWidget(part)

    def _show(self, found: ImportPreview) -> None:
        self.preview.show_preview(found)
        self.preview.setVisible(bool(found.candidates or found.left_out))
        self._count()
        if not found.candidates:
            text = self.tr("No line of it could be read as a win. Nothing was changed. Try another file.")
            self._say(Banner(self.tr("There is nothing to import here"), text))
            return
        self.announced.emit(self.tr("%Ln win(s) found in the file", "", len(found.candidates)))
        self.preview.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _count(self) -> None:
        count = len(self.preview.chosen)
        self.import_button.set_label(self.tr("Import %Ln win(s)", "", count))
        self.import_button.setEnabled(count > 0)

    def _take(self) -> None:
        chosen, customers = self.preview.chosen, self.preview.chosen_customers
        try:
            pending = self._begin_backup()
        except EnvironmentFault as fault:
            self._refuse(fault)
            return

        def work(report: Progress) -> EditGroup:
            if pending is not None:
                pending.finish()
            return self._imports.take(chosen, customers, report)

        task = Task(work)
        task.succeeded.connect(lambda change: self._finish(chosen, change))
        task.failed.connect(self._refuse)
        task.cancelled.connect(self._tell_stopped)
        task.finished.connect(lambda: self._set_busy(False))
        self._set_busy(True)
        self._start(
            task,
            self.tr("Importing %Ln win(s)", "", len(chosen)),
            self.tr("Cancel leaves your wins as they are."),
        )

    def _begin_backup(self) -> PendingBackup | None:
        wanted = self._backups.wanted(BackupReason.BEFORE_IMPORT)
        return self._backups.begin(BackupReason.BEFORE_IMPORT) if wanted else None

    def _set_busy(self, busy: bool) -> None:  # noqa: FBT001 - reads like a Qt setter
        self.preview.setEnabled(not busy)
        self.import_button.set_loading(busy)

    def _finish(self, chosen: tuple[ImportCandidate, ...], change: EditGroup) -> None:
        self._undo.record(change, self.tr("Import wins"))
        self.finished.emit(len(chosen))

    def _tell_stopped(self) -> None:
        text = self.tr("Nothing was imported. Your wins are as they were.")
        self._say(Banner(self.tr("Stopped"), text, "info", dismissible=True))

    def _refuse(self, error: Exception) -> None:
        self._tell_trouble(self.tr("Nothing was imported"), error)

    def _explain(self, error: Exception) -> None:
        self._tell_trouble(self.tr("The file could not be read"), error)

    def _tell_trouble(self, title: str, error: Exception) -> None:
        if not isinstance(error, EnvironmentFault | UserError):
            raise error
        self._say(Banner(title, str(error), "warn"))

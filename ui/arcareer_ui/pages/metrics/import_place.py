"""Bringing in a ledger: a list is read, looked at, asked about where it is silent, and taken in one change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from arcareer.domain.safekeeping import BackupReason
from arcareer.errors import EnvironmentFault, FieldProblem, UserError
from arcareer.ledgers.reading import Question, ReadingChoices
from arcareer_ui.dates import short_date
from arcareer_ui.pages.metrics.import_start import dropped_file
from arcareer_ui.pages.metrics.import_view import ImportView
from arcareer_ui.shell.toasts import ToastRequest
from arcareer_ui.tasks import Task, TaskRunner
from arcareer_ui.widgets.banner import Banner
from arcareer_ui.widgets.boxes import column
from arcareer_ui.widgets.progress import InlineProgress
from arcareer_ui.widgets.tab_order import follow_layout

if TYPE_CHECKING:
    from arcareer.domain.changes import EditGroup
    from arcareer.progress import Progress
    from arcareer.services.backups import BackupService, PendingBackup
    from arcareer.services.ledger_import import ImportOutlook, LedgerImportService
    from arcareer.services.ledger_preview import LedgerPreview
    from arcareer_ui.dialogs import Dialogs
    from arcareer_ui.undo import UndoController

_NO_ANSWERS = ReadingChoices()


class ImportPlace(QWidget):
    """`left` goes back to the figures; `taken` carries the name of the ledger a list was taken into.

    Reading and taking run in the background; each can be cancelled, and then nothing has changed.
    """

    left = Signal()
    taken = Signal(str, bool)
    toasted = Signal(object)
    announced = Signal(str)

    def __init__(
        self,
        *,
        ledgers: Callable[[], LedgerImportService],
        backups: Callable[[], BackupService],
        currency: Callable[[], str],
        undo: UndoController,
        tasks: TaskRunner,
        dialogs: Dialogs,
    ) -> None:
        super().__init__()
        self._ledgers, self._backups, self._currency = ledgers, backups, currency
        self._undo, self._tasks, self._dialogs = undo, tasks, dialogs
        self._source: Path | str | None = None
        self._answers = _NO_ANSWERS
        self._task: Task | None = None
        self._told = 0
        self.preview: LedgerPreview | None = None
        self._outlook: ImportOutlook | None = None
        self.view = ImportView()
        column(self).addWidget(self.view)
        self.setAcceptDrops(True)
        view = self.view
        view.back_button.clicked.connect(self.leave)
        view.other_button.clicked.connect(self.choose_file)
        view.import_button.clicked.connect(self._take)
        view.start.choose_button.clicked.connect(self.choose_file)
        view.start.paste_button.clicked.connect(self.paste)
        view.start.dropped.connect(self.read)
        view.questions.answered.connect(self._read_again)
        view.mapping.answered.connect(self._read_again)
        view.options.changed.connect(self._look)

    @property
    def is_busy(self) -> bool:
        """Return whether a list is being read or taken."""
        return self._task is not None

    def start(self) -> None:
        """Begin anew, with no list chosen."""
        self._source, self.preview, self._outlook = None, None, None
        self._answers = _NO_ANSWERS
        self.view.show_start()
        self.view.start.choose_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def choose_file(self) -> None:
        """Ask for a file and read it."""
        filters = self.tr("Ledgers (*.csv *.tsv *.txt *.xlsx *.xlsm);;All files (*)")
        self._dialogs.open_file(self.tr("Choose a ledger"), filters, self.read)

    def paste(self) -> None:
        """Read what is on the clipboard."""
        text = QGuiApplication.clipboard().text()
        if not text.strip():
            words = self.tr("Copy the cells of your list, with its headings, and come back.")
            self.view.say(Banner(self.tr("There is nothing to paste yet"), words, "info", dismissible=True))
            return
        self.read(text)

    def read(self, source: Path | str) -> None:
        """Read a file or pasted cells and show what they hold."""
        if self.is_busy:
            return
        self._source, self._answers = source, _NO_ANSWERS
        self._read()

    def leave(self) -> None:
        """Go back without taking anything; what runs is stopped first."""
        if self._task is not None:
            self._task.cancel()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take pasted cells; go back with Esc."""
        if event.matches(QKeySequence.StandardKey.Paste) and self.preview is None:
            self.paste()
        elif event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Let another file be dropped anywhere."""
        if dropped_file(event) is not None and not self.is_busy:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read another file."""
        path = dropped_file(event)
        if path is not None:
            event.acceptProposedAction()
            self.read(path)

    def _read(self) -> None:
        source, answers = self._source, self._answers
        if source is None:
            return
        service, known = self._ledgers(), self._ledgers().known_layouts()
        name = source.name if isinstance(source, Path) else self.tr("pasted cells")
        self.view.header.set_description(name)
        self.view.show_reading()
        self.view.back_button.setFocus(Qt.FocusReason.OtherFocusReason)
        task = Task(lambda report: service.read(source, answers, known, report))
        for signal in (task.succeeded, task.failed, task.cancelled):
            signal.connect(self._end_task)
        task.succeeded.connect(self._show)
        task.failed.connect(self._explain)
        task.cancelled.connect(self._tell_not_read)
        self._run(task, self.tr("Reading {name}").format(name=name), self.tr("Nothing is changed yet."))

    def _read_again(self) -> None:
        if self.preview is None:
            return
        choices = self.view.questions.answers(self.preview.choices)
        columns = {**choices.columns, **self.view.mapping.choices}
        self._answers = replace(choices, columns=columns)
        self._read()

    def _run(self, task: Task, title: str, promise: str) -> None:
        progress = InlineProgress(title, promise)
        progress.cancelled.connect(task.cancel)
        task.progressed.connect(progress.set_progress)
        task.progressed.connect(self._tell_progress)
        self._told = 0
        self.view.say(progress)
        self._task = task
        self._tasks.start(task)

    def _tell_progress(self, done: int, total: int, _note: str) -> None:
        """Say each quarter that is done, once."""
        quarter = 4 * done // total if total else 0
        if self._told < quarter < 4:
            self._told = quarter
            self.announced.emit(self.tr("{share} % done").format(share=25 * quarter))

    def _end_task(self, _result: object = None) -> None:
        """Let go of what ran, before its result is shown."""
        self._task = None
        self.view.set_busy(False)
        if isinstance(self.view.message, InlineProgress):
            self.view.say(None)
        self._look()

    def _show(self, preview: LedgerPreview) -> None:
        self.preview = preview
        self._outlook = self._ledgers().compare(preview)
        guess = self._answers.as_of
        self.view.show_preview(preview, self._outlook, guess, self._currency())
        follow_layout(self.view)
        self._tell_standing(preview, self._outlook)
        self._look()
        self._focus_next(preview)

    def _focus_next(self, preview: LedgerPreview) -> None:
        """Go on where something is to be done: the first question, the act itself, else back."""
        question = self.view.questions.first_field() if preview.questions else None
        ready = self.view.import_button if self.view.import_button.isEnabled() else self.view.other_button
        (question or ready).setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell_standing(self, preview: LedgerPreview, outlook: ImportOutlook) -> None:
        if not preview.totals:
            title = self.tr("No documents were found in it")
            text = self.tr("Nothing was changed. Say below what its columns hold, or choose another list.")
            self.view.say(Banner(title, text, "warn"))
            self.announced.emit(title)
        elif outlook.already_there is not None:
            there = outlook.already_there
            title = self.tr("This very list is here already")
            text = self.tr("It is the list of {day} in “{ledger}”. Importing it again changes nothing.")
            self.view.say(Banner(title, text.format(day=short_date(there.as_of), ledger=there.ledger), "info"))
            self.announced.emit(title)
        else:
            documents = sum(total.documents for total in preview.totals)
            words = self.tr("%Ln document(s) found", "", documents)
            asks = self.tr("%n question(s) to answer", "", len(preview.questions)) if preview.questions else ""
            self.announced.emit(". ".join(part for part in (words, asks) if part))

    def _look(self) -> None:
        preview, outlook = self.preview, self._outlook
        ready = preview is not None and preview.is_ready and outlook is not None and outlook.already_there is None
        self.view.import_button.setEnabled(ready and not self.is_busy and bool(self.view.options.ledger.text().strip()))
        asks = preview is not None and bool(preview.questions)
        columns_only = preview is not None and preview.questions == (Question.COLUMNS,)
        self.view.questions.read_button.setVisible(asks and not columns_only)

    def _take(self) -> None:
        preview, options = self.preview, self.view.options
        if preview is None:
            return
        ledger, scope = options.ledger.text().strip(), options.chosen_scope
        naming, fill = options.chosen_naming, options.months.isChecked()
        try:
            pending = self._begin_backup()
        except EnvironmentFault as fault:
            self._refuse(fault)
            return
        service = self._ledgers()

        def work(report: Progress) -> EditGroup:
            if pending is not None:
                pending.finish()
            return service.take(preview, ledger=ledger, scope=scope, naming=naming, fill_months=fill, progress=report)

        task = Task(work)
        for signal in (task.succeeded, task.failed, task.cancelled):
            signal.connect(self._end_task)
        task.succeeded.connect(lambda change: self._finish(change, ledger))
        task.failed.connect(self._refuse)
        task.cancelled.connect(self._tell_stopped)
        self.view.set_busy(True)
        title = self.tr("Importing {name}").format(name=preview.name)
        self._run(task, title, self.tr("Cancel leaves everything as it is."))

    def _begin_backup(self) -> PendingBackup | None:
        backups = self._backups()
        wanted = backups.wanted(BackupReason.BEFORE_IMPORT)
        return backups.begin(BackupReason.BEFORE_IMPORT) if wanted else None

    def _finish(self, change: EditGroup, ledger: str) -> None:
        name = self.preview.name if self.preview else ledger
        compares = self._outlook is not None and self._outlook.earlier is not None
        self._undo.record(change, self.tr("Import ledger"))
        text = self.tr("{name} imported").format(name=name)
        self.toasted.emit(ToastRequest(text, icon="upload", undoable=True))
        self.taken.emit(ledger, compares)

    def _tell_not_read(self) -> None:
        self.start()
        text = self.tr("Nothing was changed.")
        self.view.say(Banner(self.tr("Reading was stopped"), text, "info", dismissible=True))

    def _tell_stopped(self) -> None:
        text = self.tr("Nothing was imported. Everything is as it was.")
        self.view.say(Banner(self.tr("Stopped"), text, "info", dismissible=True))

    def _refuse(self, error: Exception) -> None:
        if isinstance(error, FieldProblem) and error.field == "ledger":
            self.view.options.ledger_field.show_problem(str(error))
            return
        self._tell_trouble(self.tr("Nothing was imported"), error)

    def _explain(self, error: Exception) -> None:
        self.start()
        self._tell_trouble(self.tr("The list could not be read"), error)

    def _tell_trouble(self, title: str, error: Exception) -> None:
        if not isinstance(error, EnvironmentFault | UserError):
            raise error
        self.view.say(Banner(title, str(error), "warn", dismissible=True))
        self.announced.emit(f"{title}. {error}")

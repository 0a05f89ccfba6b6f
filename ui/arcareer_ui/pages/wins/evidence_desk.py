"""Files and links on their way into a win and out of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, QStandardPaths, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication

from arcareer.domain.changes import Edit
from arcareer.domain.evidence import Evidence, EvidenceCondition, EvidenceFile, EvidenceLink
from arcareer.domain.journal import Win
from arcareer.errors import EnvironmentFault, UserError
from arcareer_ui.desk import Desk
from arcareer_ui.pages.wins.proof import EvidenceEditor, can_be_opened
from arcareer_ui.tasks import Task, TaskRunner

if TYPE_CHECKING:
    from arcareer.services.evidence import EvidenceService
    from arcareer.services.journal import JournalService
    from arcareer_ui.dialogs import Dialogs
    from arcareer_ui.undo import UndoController


class EvidenceDesk(QObject):
    """Copies files into the library in the background and keeps links; `told` and `refused` say what came of it."""

    told = Signal(str)
    refused = Signal(str)

    def __init__(
        self,
        editor: EvidenceEditor,
        desk: Desk[Win],
        *,
        evidence: EvidenceService,
        journal: JournalService,
        undo: UndoController,
        tasks: TaskRunner,
        dialogs: Dialogs,
    ) -> None:
        super().__init__(editor)
        self._editor, self._desk, self._evidence, self._journal = editor, desk, evidence, journal
        self._undo, self._tasks, self._dialogs = undo, tasks, dialogs
        self._task: Task | None = None
        editor.file_asked.connect(self._choose_file)
        editor.linked.connect(self._add_link)
        editor.removed.connect(self._remove)
        editor.copy_asked.connect(self._choose_copy)
        editor.open_asked.connect(self._follow_link)
        editor.cancelled.connect(self._cancel)

    def show_win(self, win: Win) -> None:
        """Show what proves a win."""
        self._editor.show_evidence([(one, self._condition(one)) for one in win.evidence])

    def _condition(self, evidence: Evidence) -> EvidenceCondition | None:
        """Return whether the copy is there; its content is compared by the check of the whole library."""
        if not isinstance(evidence, EvidenceFile):
            return None
        there = self._evidence.path_of(evidence) is not None
        return EvidenceCondition.PRESENT if there else EvidenceCondition.MISSING

    def _choose_file(self) -> None:
        if self._desk.value is None:
            return
        take = partial(self._take_in, self._desk.value.id)
        self._dialogs.open_file(self.tr("Choose a file that proves this win"), self.tr("All files (*)"), take)

    def _take_in(self, win: UUID, path: Path) -> None:
        progress = self._editor.show_progress(path.name)
        task = Task(lambda report: self._evidence.take_in(path, report))
        task.progressed.connect(lambda done, total, _name: progress.set_progress(done, total))
        task.succeeded.connect(partial(self._add_file, win))
        task.failed.connect(self._tell_failed)
        task.cancelled.connect(lambda: self.told.emit(self.tr("Stopped. Nothing was added.")))
        task.finished.connect(self._end_task)
        self._task = task
        self._tasks.start(task)

    def _add_file(self, win: UUID, file: EvidenceFile) -> None:
        self._apply(win, lambda stored: self._evidence.add_file(stored, file), self.tr("Add evidence"))

    def _add_link(self, target: str) -> None:
        if self._desk.value is not None:
            add = partial(self._evidence.add_link, title="", target=target)
            self._apply(self._desk.value.id, add, self.tr("Add link"))

    def _remove(self, evidence: Evidence) -> None:
        if self._desk.value is not None:
            remove = partial(self._evidence.remove, evidence_id=evidence.id)
            self._apply(self._desk.value.id, remove, self.tr("Remove evidence"))

    def _apply(self, win: UUID, act: Callable[[Win], Edit], label: str) -> None:
        """Change a win, be it on the desk or not: a copy may take longer than the user stays with its win."""
        self._desk.rest()
        on_desk = self._desk.stored
        stored = on_desk if on_desk is not None and on_desk.id == win else self._journal.get(win)
        if stored is None:
            self.refused.emit(self.tr("That win is not in your library any more, so nothing was added."))
            return
        try:
            edit = act(stored)
        except (UserError, EnvironmentFault) as problem:
            self.refused.emit(str(problem))
            return
        if edit.after != edit.before and stored is on_desk:
            self._desk.take(edit, label)
        elif edit.after != edit.before:
            self._undo.record(edit, label)
        else:
            self.told.emit(self.tr("This win has that file already."))

    def _follow_link(self, link: EvidenceLink) -> None:
        if can_be_opened(link):
            QDesktopServices.openUrl(QUrl(link.target))
        else:
            QGuiApplication.clipboard().setText(link.target)
            self.told.emit(self.tr("Copied: {text}").format(text=link.target))

    def _choose_copy(self, file: EvidenceFile) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        suggested = Path(folder) / file.original_name
        title = self.tr("Save a copy of the evidence")
        self._dialogs.save_file(title, suggested, self.tr("All files (*)"), partial(self._save_copy, file))

    def _save_copy(self, file: EvidenceFile, target: Path) -> None:
        try:
            self._evidence.save_copy(file, target)
        except (UserError, EnvironmentFault) as problem:
            self.refused.emit(str(problem))
            return
        self.told.emit(self.tr("Copy saved as {name}").format(name=target.name))

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _end_task(self) -> None:
        self._task = None
        self._editor.end_progress()

    def _tell_failed(self, error: Exception) -> None:
        if not isinstance(error, EnvironmentFault | UserError):
            raise error
        self.refused.emit(str(error))

"""Keeps the document in step with the choices and with the library."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from arcareer.domain.documents import DocumentChoices
from arcareer.domain.journal import Win
from arcareer.domain.periods import Period
from arcareer.errors import EnvironmentFault, UserError
from arcareer_ui.pages.brag_sheet.reader import WinReader
from arcareer_ui.pages.brag_sheet.sheet import ComposedSheet, compose
from arcareer_ui.tasks import Task, TaskRunner

if TYPE_CHECKING:
    from arcareer.services.documents import DocumentService
    from arcareer.services.journal import JournalService

IN_BACKGROUND_ABOVE = 60


class SheetComposer(QObject):
    """Composes the document asked for last and drops the ones before it.

    `composed` carries a `ComposedSheet`, before `follow` returns where the wins are few; `troubled` why there is none.
    """

    composed = Signal(object)
    troubled = Signal(object)

    def __init__(self, documents: DocumentService, journal: JournalService, tasks: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._documents, self._tasks = documents, tasks
        self._choices = DocumentChoices()
        self._period: Period | None = None
        self._task: Task | None = None
        self._reader = WinReader(journal, self)
        self._reader.ready.connect(self._compose)
        self._reader.troubled.connect(self.troubled)

    @property
    def is_busy(self) -> bool:
        """Return whether the document asked for last is still to come."""
        return self._task is not None or self._reader.is_busy

    def follow(self, choices: DocumentChoices, period: Period, *, wins_changed: bool = False) -> None:
        """Compose the document of a period anew."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
        if wins_changed:
            self._reader.forget()
        self._choices, self._period = choices, period
        self._reader.read(period)

    def _compose(self, wins: tuple[Win, ...]) -> None:
        if self._period is None:
            return
        try:
            prepared = self._documents.prepare(self._choices, self._period, wins)
        except (UserError, EnvironmentFault) as problem:
            self.troubled.emit(problem)
            return
        work = partial(compose, prepared, self._choices)
        if len(wins) <= IN_BACKGROUND_ABOVE:
            self.composed.emit(work())
            return
        task = self._task = Task(work)
        task.succeeded.connect(partial(self._take, task))
        task.failed.connect(partial(self._tell, task))
        self._tasks.start(task)

    def _take(self, task: Task, sheet: ComposedSheet) -> None:
        if task is self._task:
            self._task = None
            self.composed.emit(sheet)

    def _tell(self, task: Task, problem: Exception) -> None:
        if task is self._task:
            self._task = None
            self.troubled.emit(problem)

"""Writes the document in the background, one at a time."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from arcareer_ui.pages.brag_sheet.sheet import ComposedSheet
from arcareer_ui.tasks import Task, TaskRunner

if TYPE_CHECKING:
    from arcareer.services.documents import DocumentService


class SheetSaver(QObject):
    """Saves a document in the format its name ends with.

    `saved` carries the sheet, the path asked for and the path written; `failed` what stood in the way; `stopped` comes
    after `cancel`. One of them comes, then `ended`.
    """

    progressed = Signal(int, int, str)
    saved = Signal(object, object, object)
    failed = Signal(object)
    stopped = Signal()
    ended = Signal()

    def __init__(self, documents: DocumentService, tasks: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._documents, self._tasks = documents, tasks
        self._task: Task | None = None

    @property
    def is_busy(self) -> bool:
        """Return whether a document is being written."""
        return self._task is not None

    def save(self, sheet: ComposedSheet, path: Path) -> None:
        """Begin to write; an older file stays as it is until the new one is whole."""
        style = self._documents.style(sheet.choices)
        task = self._task = Task(partial(self._documents.write, sheet.ready, path, style=style))
        task.progressed.connect(self.progressed)
        task.succeeded.connect(partial(self.saved.emit, sheet, path))
        task.failed.connect(self.failed)
        task.cancelled.connect(self.stopped)
        task.finished.connect(self._end)
        self._tasks.start(task)

    def cancel(self) -> None:
        """Stop as soon as possible; nothing is written then."""
        if self._task is not None:
            self._task.cancel()

    def _end(self) -> None:
        self._task = None
        self.ended.emit()

"""Reads the newest list in the background where it is large, and says so meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from arcareer_ui.tasks import Task, TaskRunner
from arcareer_ui.widgets.banner import Banner

if TYPE_CHECKING:
    from arcareer.services.accounts import AccountReader

LARGE = 2_000


class LargeList(QObject):
    """`read` comes when the list can be shown at once, `troubled` carries why it cannot."""

    read = Signal()
    troubled = Signal(str)

    def __init__(self, banner: Banner, accounts: AccountReader, tasks: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._banner, self._accounts, self._tasks = banner, accounts, tasks
        self._task: Task | None = None

    def begin(self) -> bool:
        """Begin to read the newest list; return False where there is nothing to wait for."""
        if self._task is not None:
            return True
        head = self._accounts.head()
        if head is None or self._accounts.is_read(head) or sum(row.count for row in head.rows) < LARGE:
            return False
        self._banner.set_words(self.tr("Reading {file}").format(file=head.file_name))
        self._banner.show()
        task = self._task = Task(lambda _progress: self._accounts.facts(head))
        task.succeeded.connect(self._take)
        task.failed.connect(self._tell)
        self._tasks.start(task)
        return True

    def _take(self, _facts: object) -> None:
        self._end()
        self.read.emit()

    def _tell(self, problem: Exception) -> None:
        self._end()
        self.troubled.emit(str(problem))

    def _end(self) -> None:
        self._task = None
        self._banner.hide()

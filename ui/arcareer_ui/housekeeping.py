"""What keeps the library safe while the window is open: warming up, the check after the start, backups, the trash."""

from __future__ import annotations

import logging
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from arcareer.domain.safekeeping import BackupReason, CheckReport
from arcareer.errors import EnvironmentFault
from arcareer_ui.tasks import Task, TaskRunner

if TYPE_CHECKING:
    from arcareer.bootstrap import App
    from arcareer.progress import Progress

log = logging.getLogger(__name__)

LOOK_EVERY_MS = 5 * 60 * 1000
GIVE_WAY_SECONDS = 0.0005  # while modules are loaded in the background, so that keys typed meanwhile are not held up


class Housekeeping(QObject):
    """Runs once the first page is painted, then every few minutes, always in the background.

    `ready` comes when the first save and the first visit to the preloaded pages will be quick; `checked` carries the
    `CheckReport` of the full check; `troubled` the text of what could not be done.
    """

    ready = Signal()
    checked = Signal(object)
    troubled = Signal(str)

    def __init__(
        self, app: App, tasks: TaskRunner, parent: QObject | None = None, *, preload: Sequence[str] = ()
    ) -> None:
        """Take the library and the modules to load while there is time."""
        super().__init__(parent)
        self._app, self._tasks, self._preload = app, tasks, preload
        self._clock = QTimer(self)
        self._clock.setInterval(LOOK_EVERY_MS)
        self._clock.timeout.connect(self.look)

    def start(self) -> None:
        """Begin; call it after the first paint."""
        self._app.mark_started()
        task = Task(self._warm_up)
        task.succeeded.connect(self._go_on)
        task.failed.connect(self._complain)
        self._tasks.start(task)

    def look(self) -> None:
        """Make a backup if one is due."""
        self._back_up(BackupReason.HOURLY)

    def close(self) -> None:
        """Stop looking, and make the backup of the session's end where anything changed."""
        self._clock.stop()
        if self._app.report.read_only:
            return
        try:
            self._app.backups.back_up_on_close()
        except EnvironmentFault as fault:
            log.warning("no backup on close: %s", type(fault).__name__)

    def _warm_up(self, report: Progress) -> None:
        interval = sys.getswitchinterval()
        sys.setswitchinterval(GIVE_WAY_SECONDS)
        try:
            self._app.warm_up()
            for module in self._preload:
                import_module(module)
        finally:
            sys.setswitchinterval(interval)
        report(1, 1)

    def _go_on(self) -> None:
        self.ready.emit()
        if self._app.report.read_only:
            return
        self._app.journal.purge_expired()
        self._app.bullets.forget_removed()
        self._app.answers.purge_expired()
        now = self._app.clock.now()
        for service in (self._app.playbooks, self._app.plans, self._app.reviews):
            service.trash.purge_expired(now)
        if not self._app.report.checked:
            self._check()
        self._back_up(BackupReason.START)
        self._clock.start()

    def _check(self) -> None:
        try:
            pending = self._app.check.begin()
        except EnvironmentFault as fault:
            self.troubled.emit(str(fault))
            return
        task = Task(lambda _report: pending.finish())
        task.succeeded.connect(self._tell_check)
        task.failed.connect(self._complain)
        self._tasks.start(task)

    def _tell_check(self, report: CheckReport) -> None:
        self.checked.emit(report)

    def _back_up(self, reason: BackupReason) -> None:
        backups = self._app.backups
        if not backups.wanted(reason):
            self._drill()
            return
        try:
            pending = backups.begin(reason)
        except EnvironmentFault as fault:
            self.troubled.emit(str(fault))
            return
        task = Task(lambda _report: pending.finish())
        task.succeeded.connect(self._drill)
        task.failed.connect(self._complain)
        self._tasks.start(task)

    def _drill(self) -> None:
        if self._app.backups.drill_due():
            task = Task(lambda _report: self._app.backups.drill())
            task.failed.connect(self._complain)
            self._tasks.start(task)

    def _complain(self, error: Exception) -> None:
        if isinstance(error, EnvironmentFault):
            self.troubled.emit(str(error))
        else:
            raise error

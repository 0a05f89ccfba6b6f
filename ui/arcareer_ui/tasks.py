"""Background work: one job at a time, with progress, cancel, and results in the GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from typing import Any, Protocol

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

from arcareer.progress import Cancelled, Progress

Work = Callable[[Progress], Any]


class Task(QObject):
    """One piece of background work. Connect to its signals first, then hand it to a runner.

    `succeeded` carries what the work returned, `failed` the exception; exactly one of `succeeded`, `failed` and
    `cancelled` is emitted, then `finished`.
    """

    progressed = Signal(int, int, str)
    succeeded = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    finished = Signal()

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self._stop = Event()

    def cancel(self) -> None:
        """Ask the work to stop at its next report of progress."""
        self._stop.set()

    def perform(self) -> None:
        """Do the work where it is called, and emit how it ended."""
        try:
            result = self._work(self._report)
        except Cancelled:
            self.cancelled.emit()
        except Exception as error:  # noqa: BLE001 - every failure belongs to the listener, none to the pool
            self.failed.emit(error)
        else:
            self.succeeded.emit(result)
        finally:
            self.finished.emit()

    def _report(self, done: int, total: int, note: str = "") -> None:
        if self._stop.is_set():
            raise Cancelled
        self.progressed.emit(done, total, note)


class TaskRunner(Protocol):
    """Runs tasks, one after another."""

    def start(self, task: Task) -> None:
        """Run the task and keep it alive until it has finished."""

    def shut_down(self, timeout_ms: int = 5000) -> bool:
        """Cancel what runs and wait; return whether all work has ended."""


class _Job(QRunnable):
    def __init__(self, task: Task) -> None:
        super().__init__()
        self._task = task

    def run(self) -> None:
        self._task.perform()


class ThreadTaskRunner(QObject):
    """Runs tasks in one background thread."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._live: set[Task] = set()

    def start(self, task: Task) -> None:
        """Run the task in the background and keep it alive until it has finished."""
        self._live.add(task)
        task.finished.connect(self._forget)
        self._pool.start(_Job(task))

    @Slot()
    def _forget(self) -> None:
        task = self.sender()
        if isinstance(task, Task):
            self._live.discard(task)
            task.deleteLater()

    def shut_down(self, timeout_ms: int = 5000) -> bool:
        """Cancel what runs and wait; return whether all work has ended."""
        for task in tuple(self._live):
            task.cancel()
        self._pool.clear()
        return self._pool.waitForDone(timeout_ms)


class InlineTaskRunner:
    """Runs tasks at once where they are started: for the command line and for tests."""

    def start(self, task: Task) -> None:
        """Run the task before returning."""
        task.perform()

    def shut_down(self, timeout_ms: int = 5000) -> bool:  # noqa: ARG002 - nothing can be left running
        """Return True: nothing runs outside `start`."""
        return True

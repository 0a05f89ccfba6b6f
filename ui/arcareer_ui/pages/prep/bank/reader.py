"""Finds out in the background how answers serve questions: it takes the engines, and every answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from arcareer_ui.tasks import Task, TaskRunner

if TYPE_CHECKING:
    from arcareer.domain.questions import Question
    from arcareer.progress import Progress
    from arcareer.services.coverage import CoverageService
    from arcareer.services.questions import QuestionService


class Reader(QObject):
    """`fits_ready` carries fits by question key, `card_ready` a question's card, `coverage_ready` matrix and gaps.

    What comes too late, as something newer was asked for since, is dropped.
    """

    fits_ready = Signal(object)
    card_ready = Signal(object)
    coverage_ready = Signal(object, object)

    def __init__(
        self,
        questions: QuestionService,
        coverage: Callable[[], CoverageService],
        tasks: TaskRunner,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._questions, self._coverage, self._tasks = questions, coverage, tasks
        self._running: set[str] = set()
        self._waiting: dict[str, tuple[Callable[[], Any], Callable[[Any], None]]] = {}

    def read_fits(self) -> None:
        """Find out how well the best answer serves each question."""
        self._start("fits", self._questions.fits, self.fits_ready.emit)

    def read_card(self, question: Question) -> None:
        """Find out what the library has for a question."""
        self._start("card", lambda: self._questions.card(question), self.card_ready.emit)

    def read_coverage(self) -> None:
        """Find out which competencies the answers show."""
        service = self._coverage()
        self._start(
            "coverage", lambda: (service.matrix(), service.gaps()), lambda found: self.coverage_ready.emit(*found)
        )

    def _start(self, name: str, work: Callable[[], Any], tell: Callable[[Any], None]) -> None:
        """Do one piece of work of a name at a time; of those that come meanwhile only the last is done."""
        if name in self._running:
            self._waiting[name] = (work, tell)
            return
        self._running.add(name)

        def perform(progress: Progress) -> Any:
            progress(0, 1)
            return work()

        def take(result: Any) -> None:
            if name not in self._waiting:
                tell(result)

        task = Task(perform)
        task.succeeded.connect(take)
        task.failed.connect(_raise)
        task.finished.connect(lambda: self._end(name))
        self._tasks.start(task)

    def _end(self, name: str) -> None:
        self._running.discard(name)
        if name in self._waiting:
            self._start(name, *self._waiting.pop(name))


def _raise(error: Exception) -> None:
    raise error

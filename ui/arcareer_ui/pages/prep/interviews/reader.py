"""Finds out in the background what an advert asks for and what to do until an interview: it takes every answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from arcareer_ui.tasks import Task, TaskRunner

if TYPE_CHECKING:
    from arcareer.domain.interview_plan import InterviewPlan
    from arcareer.domain.interviews import Interview
    from arcareer.progress import Progress
    from arcareer.services.adverts import AdvertAsk
    from arcareer.services.interviews import InterviewService


class PlanReader(QObject):
    """`ready` carries the interview, what its advert asks for, and its plan; what comes too late is dropped."""

    ready = Signal(object, object, object)

    def __init__(self, interviews: InterviewService, tasks: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._interviews, self._tasks = interviews, tasks
        self._is_busy = False
        self._next: Interview | None = None

    def read(self, interview: Interview) -> None:
        """Find out about an interview; while that goes on only the last one asked for waits."""
        if self._is_busy:
            self._next = interview
            return
        self._is_busy = True
        service = self._interviews

        def work(progress: Progress) -> tuple[tuple[AdvertAsk, ...], InterviewPlan]:
            progress(0, 1)
            return service.asked_by(interview), service.plan(interview)

        task = Task(work)
        task.succeeded.connect(lambda found: self._take(interview, *found))
        task.failed.connect(_raise)
        task.finished.connect(self._end)
        self._tasks.start(task)

    def _take(self, interview: Interview, asks: tuple[AdvertAsk, ...], plan: InterviewPlan) -> None:
        if self._next is None:
            self.ready.emit(interview, asks, plan)

    def _end(self) -> None:
        self._is_busy = False
        waiting, self._next = self._next, None
        if waiting is not None:
            self.read(waiting)


def _raise(error: Exception) -> None:
    raise error

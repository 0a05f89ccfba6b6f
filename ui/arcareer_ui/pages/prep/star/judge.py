"""Judges the answer being written: after a pause, and never in the way of the keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from arcareer_ui.tasks import Task, TaskRunner

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from arcareer.domain.answers import Answer
    from arcareer.progress import Progress
    from arcareer.services.answer_reports import AnswerReport, AnswerState
    from arcareer.services.answers import AnswerService

PAUSE_MS = 250


class _Verdict(NamedTuple):
    answer: Answer
    state: AnswerState


class Judge(QObject):
    """`reported` carries the answer and its report; one that comes too late is dropped. `ranked` follows `rank`.

    Everything runs in the background: the first report loads the engines, and long answers take a moment.
    """

    reported = Signal(object, object)
    ranked = Signal()

    def __init__(self, answers: AnswerService, tasks: TaskRunner, pace: Callable[[], int], parent: QObject) -> None:
        """`pace` returns how many words are said in a minute."""
        super().__init__(parent)
        self._answers, self._tasks, self._pace = answers, tasks, pace
        self._revision = 0
        self._waiting: Answer | None = None
        self._verdicts: dict[UUID, _Verdict] = {}
        self._is_ranking = False
        self._next: tuple[Answer, ...] = ()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._run)

    @property
    def is_waiting(self) -> bool:
        """Return whether the last keys are not judged yet."""
        return self._pause.isActive()

    def state_of(self, answer: Answer) -> AnswerState | None:
        """Return how far an answer is; None while that is not known."""
        known = self._verdicts.get(answer.id)
        return known.state if known is not None and known.answer == answer else None

    def typed(self, answer: Answer) -> None:
        """Judge an answer when the keys rest."""
        self._waiting = answer
        self._pause.start()

    def look(self, answer: Answer) -> None:
        """Judge an answer now: it was opened, or changed by a choice."""
        self._waiting = answer
        self._run()

    def settle(self) -> None:
        """Judge now what waits."""
        if self._pause.isActive():
            self._run()

    def stop(self) -> None:
        """Judge nothing until asked again."""
        self._pause.stop()
        self._waiting = None
        self._revision += 1

    def rank(self, answers: Sequence[Answer]) -> None:
        """Find out how far these answers are."""
        fresh = tuple(one for one in answers if self.state_of(one) is None)
        if not fresh:
            return
        if self._is_ranking:
            self._next = fresh
            return
        self._is_ranking = True
        service = self._answers

        def work(progress: Progress) -> list[_Verdict]:
            found = []
            for at, answer in enumerate(fresh):
                progress(at, len(fresh))
                found.append(_Verdict(answer, service.state(answer)))
            return found

        task = Task(work)
        task.succeeded.connect(self._take_verdicts)
        task.failed.connect(_raise)
        task.finished.connect(self._end_ranking)
        self._tasks.start(task)

    def _run(self) -> None:
        self._pause.stop()
        answer = self._waiting
        if answer is None or self._is_over:
            return
        self._revision += 1
        revision, service, pace = self._revision, self._answers, self._pace()

        def work(progress: Progress) -> tuple[int, Answer, AnswerReport]:
            progress(0, 1)
            return revision, answer, service.report(answer, pace)

        task = Task(work)
        task.succeeded.connect(self._take_report)
        task.failed.connect(_raise)
        self._tasks.start(task)

    def _take_report(self, result: tuple[int, Answer, AnswerReport]) -> None:
        revision, answer, report = result
        if revision == self._revision and not self._is_over:
            self.reported.emit(answer, report)

    def _take_verdicts(self, verdicts: Sequence[_Verdict]) -> None:
        if self._is_over:
            return
        for one in verdicts:
            self._verdicts[one.answer.id] = one
        self.ranked.emit()

    @property
    def _is_over(self) -> bool:
        """Return whether the window is gone, and the library closed with it."""
        owner = self.parent()
        return isinstance(owner, QWidget) and not owner.isWindow() and not owner.window().isVisible()

    def _end_ranking(self) -> None:
        self._is_ranking = False
        waiting, self._next = self._next, ()
        if not self._is_over:
            self.rank(waiting)


def _raise(error: Exception) -> None:
    raise error

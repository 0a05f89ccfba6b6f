"""Scores bullets: the first time in the background, as the rubric loads then, and at once from there on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from arcareer.services.bullets import RankedBullet
from arcareer_ui.tasks import Task, TaskRunner

if TYPE_CHECKING:
    from arcareer.domain.bullets import Bullet
    from arcareer.progress import Progress
    from arcareer.prose.engine import LineReport
    from arcareer.services.writing_checks import WritingCheckService


class Judge(QObject):
    """Answers at once when it is ready; `ready` comes when it has become so."""

    ready = Signal()

    def __init__(self, checks: WritingCheckService, tasks: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._checks, self._tasks = checks, tasks
        self.is_ready = False

    def prepare(self, bullets: Sequence[Bullet]) -> None:
        """Load the rubric and score these bullets in the background."""
        checks, texts = self._checks, [bullet.text for bullet in bullets]

        def work(progress: Progress) -> None:
            progress(0, 1)
            checks.check_bullets((*texts, "Loaded"))

        task = Task(work)
        task.succeeded.connect(self._become_ready)
        task.failed.connect(_raise)
        self._tasks.start(task)

    def rank(self, bullets: Sequence[Bullet]) -> tuple[RankedBullet, ...]:
        """Return bullets with what is said of them, in the same order; nothing while the rubric is not loaded."""
        if not self.is_ready:
            return ()
        reports = self._checks.check_bullets(bullet.text for bullet in bullets)
        return tuple(RankedBullet(bullet, report) for bullet, report in zip(bullets, reports, strict=True))

    def report(self, text: str) -> LineReport | None:
        """Return what is said of a text; None for an empty one, and while the rubric is not loaded."""
        if not self.is_ready or not text.strip():
            return None
        return self._checks.check_bullets((text,))[0]

    def _become_ready(self) -> None:
        self.is_ready = True
        self.ready.emit()


def flags_in(report: LineReport) -> int:
    """Return how many findings count, hints left out."""
    return sum(finding.weight.value == "flag" for finding in report.findings)


def _raise(error: Exception) -> None:
    raise error

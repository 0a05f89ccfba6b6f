"""What the win on show would score as a bullet, and the way to make it a better one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from arcareer.domain.journal import Win
from arcareer_ui.tasks import Task, TaskRunner
from arcareer_ui.widgets.boxes import column
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.label import Label

if TYPE_CHECKING:
    from arcareer.progress import Progress
    from arcareer.services.bullets import BulletService
    from arcareer.services.writing_checks import WritingCheckService

PAUSE_MS = 250


class Judged(NamedTuple):
    """A win's bullet: its score of 20, the question that gains most (empty for none), and where it is written."""

    win: UUID
    score: int
    next_step: str
    route: str


class AsBulletCard(Card):
    """The score, the next step, and `improve_asked`, which carries the route of the bullet."""

    improve_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__("inset", margins=(16, 12, 8, 12), spacing=12, horizontal=True)
        self.title = Label("", "strong")
        self.next_step = Label("", "small", wrap=True)
        words = column(spacing=2)
        words.addWidget(self.title)
        words.addWidget(self.next_step)
        self.body.addLayout(words, 1)
        name = self.tr("Improve the bullet of this win")
        self.button = Button(self.tr("Improve"), "link", icon="arrow-right", trailing=True, name=name)
        self.body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        self._route = ""
        self.button.clicked.connect(lambda: self.improve_asked.emit(self._route))
        self.hide()

    def show_score(self, judged: Judged) -> None:
        """Show what a win scores as a bullet."""
        self._route = judged.route
        self.title.setText(self.tr("As a bullet: {score} of 20").format(score=judged.score))
        self.next_step.setText(judged.next_step)
        self.next_step.setVisible(bool(judged.next_step))
        self.show()


class AsBullet(QObject):
    """Scores the win on show in the background, a moment after it was shown or changed."""

    def __init__(
        self,
        card: AsBulletCard,
        tasks: TaskRunner,
        *,
        bullets: Callable[[], BulletService],
        checks: Callable[[], WritingCheckService],
    ) -> None:
        super().__init__(card)
        self._card, self._tasks, self._bullets, self._checks = card, tasks, bullets, checks
        self._win: Win | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._judge)

    def show_win(self, win: Win) -> None:
        """Score a win; what is known of another one is put away at once."""
        if self._win is None or win.id != self._win.id:
            self._card.hide()
        self._win = win
        self._pause.start()

    def _judge(self) -> None:
        win = self._win
        if win is None or not self._card.window().isVisible():
            return
        bullets, checks = self._bullets(), self._checks()
        written = bullets.of_win(win.id)
        route = f"bullet/{written[0].id}" if written else f"prep/bullet-rubric/from-win/{win.id}"

        def work(progress: Progress) -> Judged:
            progress(0, 1)
            text = written[0].text if written else bullets.from_win(win)
            card = checks.check_bullets((text,))[0].card
            best = card.next_change
            return Judged(win.id, card.overall, best.next_step if best is not None else "", route)

        task = Task(work)
        task.succeeded.connect(self._show)
        task.failed.connect(_raise)
        self._tasks.start(task)

    def _show(self, judged: Judged) -> None:
        if self._win is not None and judged.win == self._win.id:
            self._card.show_score(judged)


def _raise(error: Exception) -> None:
    raise error

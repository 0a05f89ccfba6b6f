"""A run at work: started, ticked, written down, finished, and turned into a win or an answer."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Qt, Signal

from arcareer.domain.changes import Edit
from arcareer.domain.playbook_runs import PlaybookRun
from arcareer_ui.acts import Acts
from arcareer_ui.desk import Desk
from arcareer_ui.pages.scripts.scenarios.head_card import ANSWER, FINISH, LEAVE, REOPEN, START, TRASH, WIN
from arcareer_ui.shell.toasts import ToastRequest

if TYPE_CHECKING:
    from arcareer.content.playbook_models import Playbook
    from arcareer.services.answers import AnswerService
    from arcareer.services.journal import JournalService
    from arcareer.services.playbooks import PlaybookService
    from arcareer_ui.pages.scripts.scenarios.view import ScenariosView
    from arcareer_ui.undo import UndoController


class RunDesk(QObject):
    """Saves what is typed in a run while it is typed. `opened` carries a run to be shown; `put_away`: it is gone."""

    start_asked = Signal()
    leave_asked = Signal()
    put_away = Signal()
    opened = Signal(object)
    told = Signal(str)
    toasted = Signal(object)
    open_route = Signal(str)
    saved = Signal()
    troubled = Signal(object)

    def __init__(
        self,
        view: ScenariosView,
        playbooks: PlaybookService,
        acts: Acts,
        undo: UndoController,
        *,
        journal: JournalService,
        answers: Callable[[], AnswerService],
    ) -> None:
        super().__init__(view.work)
        self._view, self._playbooks, self._acts = view, playbooks, acts
        self._journal, self._answers = journal, answers
        self._playbook: Playbook | None = None
        card = view.run
        self._desk: Desk[PlaybookRun] = Desk(
            self, undo, save=playbooks.save, fetch=self._living, typed=card.typed, label=self.tr("Edit playbook run")
        )
        card.touched.connect(self._desk.touch)
        card.left.connect(self._desk.rest)
        card.win_asked.connect(self._go_to_win)
        card.answer_asked.connect(self._go_to_answer)
        view.steps.ticked.connect(self._tick)
        view.head.acted.connect(self._act)
        view.runs.restore_asked.connect(self._restore)
        self._desk.saved.connect(lambda _: self.saved.emit())
        self._desk.troubled.connect(lambda fault, *_: self.troubled.emit(fault))
        self._desk.conflict.connect(lambda *_: self._desk.settle(keep_mine=True))

    @property
    def run(self) -> PlaybookRun | None:
        """Return the run on show, as it is stored."""
        return self._desk.stored

    def put(self, playbook: Playbook, run: PlaybookRun | None) -> None:
        """Work on a run of a scenario, or on none."""
        self._playbook = playbook
        self._desk.put(run)
        if run is not None and not self._view.run.is_typed_in():
            self._view.run.show_run(self._desk.value or run)

    def follow(self) -> None:
        """Take in what became of the run elsewhere."""
        if self.run is None:
            return
        if not self._desk.follow():
            self.put_away.emit()
        elif self._desk.value is not None and not self._view.run.is_typed_in():
            self._view.run.show_run(self._desk.value)

    def show_again(self, run: PlaybookRun) -> None:
        """Show what undo made of a run."""
        if self.run is None or self.run.id != run.id:
            self.opened.emit(run.id)
        elif self._desk.follow():
            self._view.run.show_run(run)

    def show(self) -> None:
        """Show the state of the run: ticks, buttons, and what it became."""
        run, playbook = self.run, self._playbook
        if playbook is None:
            return
        running = run is not None and run.is_open
        win, answer = self._win_words(), self._answer_words()
        self._view.head.show_run(run, has_win=bool(win), has_answer=bool(answer))
        self._view.steps.show_steps(playbook.steps, run.done if run is not None else frozenset(), running=running)
        self._view.run.show_links(win, answer)
        self._view.run.setVisible(run is not None)

    def flush(self) -> None:
        """Keep what is typed."""
        self._desk.flush()

    def start(self, playbook: Playbook, customer: UUID | None) -> None:
        """Start a run, and go to its first step."""
        self._desk.rest()
        known = {run.id for run in self._playbooks.runs(playbook.id)}
        if self._acts.do(partial(self._playbooks.start, playbook, customer), self.tr("Start playbook")):
            new = next(run for run in self._playbooks.runs(playbook.id) if run.id not in known)
            self.opened.emit(new.id)
            self.told.emit(self.tr("Started. Tick off each step as you do it."))
            stop = self._view.steps.first_open()
            if stop is not None:
                stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def put_customer(self, customer: UUID | None) -> None:
        """Let the run be about another customer."""
        if self.run is not None and self.run.customer != customer:
            self._desk.change(self.tr("Change customer of run"), customer=customer)

    def _tick(self, step: str, done: bool) -> None:  # noqa: FBT001 - the shape of the card's signal
        label = self.tr("Tick step") if done else self.tr("Take tick back")
        self._change(lambda run: self._playbooks.tick(run, step, done=done), label)

    def _act(self, act: str) -> None:
        if act == START:
            self.start_asked.emit()
        elif act == LEAVE:
            self.leave_asked.emit()
        elif act == FINISH:
            self._change(self._playbooks.finish, self.tr("Finish playbook"), self.tr("Run finished"))
        elif act == REOPEN:
            self._change(self._playbooks.reopen, self.tr("Reopen playbook"), self.tr("Run reopened"))
        elif act == TRASH:
            self._throw_away()
        elif act == WIN:
            self._become(self.tr("Log playbook as win"), win=True)
        elif act == ANSWER:
            self._become(self.tr("Begin answer from playbook"), win=False)

    def _change(self, act: Callable[[PlaybookRun], Edit], label: str, words: str = "") -> None:
        self._desk.rest()
        run = self.run
        if run is None:
            return
        if self._acts.do(partial(act, run), label) and words:
            self.told.emit(words)

    def _throw_away(self) -> None:
        self._desk.rest()
        run = self.run
        if run is None:
            return
        self._desk.put(None)
        if self._acts.do(partial(self._playbooks.move_to_trash, run), self.tr("Move run to trash")):
            self.put_away.emit()
            self.told.emit(self.tr("Run moved to trash"))

    def _restore(self, run: PlaybookRun) -> None:
        if self._acts.do(partial(self._playbooks.restore, run), self.tr("Restore run")):
            self.opened.emit(run.id)
            self.told.emit(self.tr("Run is back"))

    def _become(self, label: str, *, win: bool) -> None:
        self._desk.rest()
        run = self.run
        if run is None:
            return
        act = self._playbooks.become_win if win else self._playbooks.become_answer
        if not self._acts.do(partial(act, run), label):
            return
        self._desk.follow()
        go = self._go_to_win if win else self._go_to_answer
        words = self.tr("Win logged from this run") if win else self.tr("Answer begun from this run")
        self.toasted.emit(ToastRequest(words, action=self.tr("Open"), act=go, undoable=True))

    def _go_to_win(self) -> None:
        if self.run is not None and self.run.win is not None:
            self.open_route.emit(f"win/{self.run.win}")

    def _go_to_answer(self) -> None:
        if self.run is not None and self.run.answer is not None:
            self.open_route.emit(f"answer/{self.run.answer}")

    def _win_words(self) -> str:
        win = self._journal.get(self.run.win) if self.run is not None and self.run.win is not None else None
        return win.headline if win is not None and not win.in_trash else ""

    def _answer_words(self) -> str:
        if self.run is None or self.run.answer is None:
            return ""
        answer = self._answers().get(self.run.answer)
        return answer.title if answer is not None and answer.trashed_at is None else ""

    def _living(self, identity: UUID) -> PlaybookRun | None:
        run = self._playbooks.run(identity)
        return run if run is not None and not run.in_trash else None

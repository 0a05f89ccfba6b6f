"""Rehearse: one answer at a time, said aloud against a clock that does not drift. Nothing is recorded."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from arcareer.domain.answers import Answer, AnswerKind
from arcareer.domain.rehearsal_clock import ClockState
from arcareer.domain.rehearsals import Rehearsal, planned_split
from arcareer.errors import EnvironmentFault, UserError
from arcareer_ui.desk import Desk
from arcareer_ui.pages.prep.star.cue_desk import CueDesk
from arcareer_ui.pages.prep.star.editor import PartWords
from arcareer_ui.pages.prep.star.history import take_line, trend_words
from arcareer_ui.pages.prep.star.rehearsal_view import FINISHED, READY, RehearsalView
from arcareer_ui.pages.prep.star.take_clock import TakeClock
from arcareer_ui.pages.prep.star.turns import in_turn
from arcareer_ui.pages.prep.star.words import AnswerWords
from arcareer_ui.widgets.clock_ring import clock_text

if TYPE_CHECKING:
    from arcareer.services.answers import AnswerService
    from arcareer.services.questions import QuestionService
    from arcareer.services.rehearsals import RehearsalService
    from arcareer_ui.undo import UndoController

SHORTEST_TAKE = 1.0  # what is shorter was a slip of the key
GOALS = {120: (90, 120), 60: (45, 60), 30: (20, 30), 10: (6, 10)}


class RehearsalRoom(QObject):
    """Drives the stage. `told` can be undone, `noted` and `announced` are only said; `write_asked` wants to write.

    `moved` tells that another answer is on the stage, `length_chosen` carries the seconds that were chosen; `kept`
    comes when all is on disk, `troubled` carries the fault where it is not.
    """

    told = Signal(str)
    noted = Signal(str)
    announced = Signal(str)
    write_asked = Signal()
    moved = Signal()
    kept = Signal()
    troubled = Signal(object)
    length_chosen = Signal(int)

    def __init__(
        self,
        view: RehearsalView,
        clock: TakeClock,
        undo: UndoController,
        *,
        answers: AnswerService,
        rehearsals: RehearsalService,
        questions: QuestionService,
        words: AnswerWords,
        seconds: int,
    ) -> None:
        super().__init__(view)
        self.view, self.clock, self._undo = view, clock, undo
        self._answers, self._rehearsals, self._questions, self._words = answers, rehearsals, questions, words
        self._seconds = seconds
        self._candidates: tuple[Answer, ...] = ()
        self._takes: tuple[Rehearsal, ...] = ()
        self._answer: Answer | None = None
        self._part = -1
        self._is_over = False
        self.cues = CueDesk(view.cues, answers, undo, lambda: self._answer)
        self._desk: Desk[Rehearsal] = Desk(
            self, undo, save=rehearsals.save, fetch=self._fetch, typed=self._typed, label=self.tr("Edit note")
        )
        view.length.set_current(str(seconds))
        self._connect()

    @property
    def answer(self) -> Answer | None:
        """Return the answer on the stage."""
        return self._answer

    @property
    def take(self) -> Rehearsal | None:
        """Return the take that is being marked."""
        return self._desk.value

    @property
    def is_speaking(self) -> bool:
        """Return whether a take is under way."""
        return self.clock.state in (ClockState.RUNNING, ClockState.PAUSED)

    def enter(self, identity: UUID | None = None) -> bool:
        """Put an answer on the stage, the one that is next where none is named; return False where it is gone."""
        self._read()
        known = next((one for one in self._candidates if one.id == identity), None)
        if self.is_speaking and self._answer is not None and identity in (None, self._answer.id):
            return True
        here = next((one for one in self._candidates if self._answer is not None and one.id == self._answer.id), None)
        self._put(known or here or next(iter(self._in_turn()), None))
        return identity is None or known is not None

    def refresh(self) -> None:
        """Take in what was changed, here or elsewhere."""
        self._read()
        if self._answer is None:
            self._put(next(iter(self._in_turn()), None))
            return
        there = next((one for one in self._candidates if one.id == self._answer.id), None)
        if there is None:
            self._put(next(iter(self._in_turn()), None))
            return
        self._answer = there
        if self._desk.stored is not None and not self._desk.follow():
            self._get_ready()
        self._show_answer()
        self._show_take()

    def flush(self) -> None:
        """Keep what is typed."""
        self._desk.flush()

    def pause(self) -> None:
        """Let time stand still, as nobody is here."""
        if self.clock.state is ClockState.RUNNING:
            self.clock.pause()
            self._show_state()

    def start(self) -> None:
        """Begin a take."""
        if self._answer is None:
            return
        self._desk.put(None)
        self._part, self._is_over = -1, False
        self.clock.start()
        self._show_state()
        self._follow_clock()
        self.view.stage.setFocus(Qt.FocusReason.OtherFocusReason)

    def toggle_pause(self) -> None:
        """Pause, or go on; begin where nothing runs yet."""
        if self.clock.state is ClockState.RUNNING:
            self.clock.pause()
            self.announced.emit(self.tr("Paused at {time}").format(time=clock_text(self.clock.elapsed())))
        elif self.clock.state is ClockState.PAUSED:
            self.clock.resume()
            self.announced.emit(self.tr("Going on"))
        elif self.clock.state is ClockState.READY:
            self.start()
            return
        self._show_state()

    def step(self, way: int) -> None:
        """Say that the next part is on, or the one before."""
        self.clock.step(way)
        self._follow_clock()

    def finish(self) -> None:
        """End the take and keep its times at once."""
        answer = self._answer
        if not self.is_speaking or answer is None:
            return
        self.clock.finish()
        spoken = self.clock.elapsed()
        if spoken < SHORTEST_TAKE:
            self.leave()
            return
        try:
            edit = self._rehearsals.keep(answer, self._seconds, round(spoken), self.clock.part_seconds)
        except (UserError, EnvironmentFault) as problem:
            self.noted.emit(str(problem))
            self._get_ready()
            return
        self._undo.record(edit, self.tr("Rehearse answer"))
        self.kept.emit()
        if isinstance(edit.after, Rehearsal):
            self._mark(edit.after)
            self.announced.emit(self.tr("{time}. How did it feel?").format(time=clock_text(edit.after.spoken_seconds)))

    def leave(self) -> None:
        """Go back to the start; a take that was under way is not kept."""
        spoken = self.clock.elapsed() if self.is_speaking else 0.0
        self._get_ready()
        if spoken >= SHORTEST_TAKE:
            self.noted.emit(self.tr("Left. This take was not kept."))
        self.focus()

    @property
    def first_focus(self) -> QWidget:
        """Return where the next act is."""
        if self._answer is None:
            return self.view.write_button
        if self.view.state == READY:
            return self.view.start_button
        return self.view.rating.first_focus if self.view.state == FINISHED else self.view.stage

    def focus(self) -> None:
        """Put the keyboard where the next act is."""
        self.first_focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self) -> None:
        view = self.view
        view.stage.key_pressed.connect(self._press)
        view.ring.ticked.connect(self._follow_clock)
        view.start_button.clicked.connect(self.start)
        view.pause_button.clicked.connect(self.toggle_pause)
        view.next_button.clicked.connect(partial(self.step, 1))
        view.finish_button.clicked.connect(self.finish)
        view.again_button.clicked.connect(self._say_again)
        view.on_button.clicked.connect(self._go_on)
        view.remove_button.clicked.connect(self._remove_take)
        view.write_button.clicked.connect(self.write_asked)
        view.answer.chosen.connect(lambda key: self._put_named(UUID(key)))
        view.length.chosen.connect(lambda key: self._choose_length(int(key)))
        view.cue_button.toggled.connect(view.cues.set_editing)
        view.takes.opened.connect(self._open_take)
        view.rating.marked.connect(self._give_mark)
        view.rating.noted.connect(partial(self._desk.touch, "note"))
        view.rating.note_left.connect(self._desk.rest)
        view.rating.finished.connect(partial(view.on_button.setFocus, Qt.FocusReason.TabFocusReason))
        self._desk.saved.connect(lambda _: self.kept.emit())
        self.cues.refused.connect(self.noted)
        self._desk.troubled.connect(lambda fault, *_: self.troubled.emit(fault))
        self._desk.refused.connect(lambda _field, text: self.noted.emit(text))
        self._desk.conflict.connect(lambda *_: self._desk.settle(keep_mine=True))

    def _press(self, key: int) -> None:
        if key == Qt.Key.Key_Space:
            self.toggle_pause()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.finish() if self.is_speaking else self.start()
        elif key == Qt.Key.Key_Escape:
            self.leave()
        elif self.is_speaking:
            self.step(1 if key == Qt.Key.Key_Right else -1)

    def _read(self) -> None:
        self._candidates = tuple(one for one in self._answers.all() if not one.is_blank)
        names = [(str(one.id), self._words.title(one)) for one in self._in_turn()]
        self.view.answer.set_options(names, str(self._answer.id) if self._answer is not None else "")
        self.view.show_something(bool(self._candidates))

    def _in_turn(self) -> tuple[Answer, ...]:
        return in_turn(self._candidates, self._rehearsals.all_since(date.min))

    def _put_named(self, identity: UUID) -> None:
        self._put(next((one for one in self._candidates if one.id == identity), None))
        self.moved.emit()

    def _put(self, answer: Answer | None) -> None:
        self._desk.put(None)
        self._answer = answer
        self._get_ready()
        self._show_answer()

    def _get_ready(self) -> None:
        self._desk.put(None)
        kind = self._answer.kind if self._answer is not None else AnswerKind.STAR
        self.clock.reset(planned_split(kind, self._seconds))
        self._part, self._is_over = -1, False
        self._show_state()

    def _choose_length(self, seconds: int) -> None:
        self._seconds = seconds
        self.length_chosen.emit(seconds)
        self._get_ready()

    def _parts(self) -> tuple[PartWords, ...]:
        is_reframe = self._answer is not None and self._answer.kind is AnswerKind.REFRAME
        return self._words.reframe_parts if is_reframe else self._words.star_parts

    def _show_answer(self) -> None:
        """Show question, cue words, takes and follow-up questions of the answer on the stage."""
        answer, view = self._answer, self.view
        if answer is None:
            return
        if view.answer.current != str(answer.id):
            view.answer.set_current(str(answer.id))
        view.question.setText(self._words.question(answer.question) or self._words.title(answer))
        view.cues.show_parts(self._parts(), self._answers.cue_words(answer))
        view.show_follow_ups(self._questions.follow_ups(answer))
        self._show_takes()
        self._show_cues()

    def _show_takes(self) -> None:
        answer = self._answer
        if answer is None:
            return
        titles = {part.id: part.title for part in self._parts()}
        self._takes = self._rehearsals.of(answer.id)
        lines = [take_line(take, self._rehearsals.remark(take, answer), titles) for take in self._takes]
        self.view.takes.show_takes(lines, trend_words(self._takes))

    def _show_state(self) -> None:
        state, view = self.clock.state, self.view
        view.show_state(state.value)
        view.ring.set_goal(self._seconds)
        view.ring.set_running(state is ClockState.RUNNING)
        view.take.set(self.tr("Take {number}").format(number=self._number))
        low, high = GOALS.get(self._seconds, (0, self._seconds))
        view.goal.setText(self.tr("Goal {low} to {high}").format(low=clock_text(low), high=clock_text(high)))
        view.hint.setText(self._words.length_cue(self._seconds))
        take = self._desk.value
        view.time.setText(clock_text(take.spoken_seconds if take is not None else 0))
        self._show_cues()

    @property
    def _number(self) -> int:
        """Return which take this is, counted from the first."""
        shown = self._desk.value
        later = next((at for at, one in enumerate(self._takes) if shown is not None and one.id == shown.id), -1)
        return len(self._takes) - later

    def _follow_clock(self) -> None:
        """Show the part that is on, and say when it is another or when the time is up."""
        part = self.clock.part
        if part != self._part:
            self._part = part
            self._show_cues()
            if self.clock.state is ClockState.RUNNING:
                self.announced.emit(self._parts()[part].title)
        if not self._is_over and self.clock.elapsed() > self._seconds:
            self._is_over = True
            self.announced.emit(self.tr("{time} are over").format(time=clock_text(self._seconds)))

    def _show_cues(self) -> None:
        speaking, after = self.is_speaking, self.clock.state is ClockState.FINISHED
        now = self.clock.part if speaking else -1
        spent = self._desk.value.part_seconds if after and self._desk.value is not None else ()
        for at, card in enumerate(self.view.cues.cards):
            planned = self.clock.plan[at] if at < len(self.clock.plan) else 0
            shown = spent[at] if spent else planned if not after else 0
            time = self.tr("{seconds} s").format(seconds=shown) if shown else ""
            card.show_state(now=at == now, done=speaking and at < now and planned > 0, time=time)
            card.setEnabled(planned > 0)
        names = self._parts()
        caption = names[now].title if speaking and self._answer is not None else ""
        self.view.ring.set_caption(caption)

    def _mark(self, take: Rehearsal) -> None:
        """Let a take be marked."""
        self._desk.put(take)
        self._show_takes()
        self._show_state()
        self._show_take()
        self.view.rating.focus()

    def _show_take(self) -> None:
        take = self._desk.value
        if take is not None:
            self.view.rating.show_marks((take.clear, take.calm, take.complete), take.note)

    def _open_take(self, identity: UUID) -> None:
        """Look at an earlier take again."""
        take = next((one for one in self._takes if one.id == identity), None)
        if take is None or self.is_speaking:
            return
        self.clock.reset(self.clock.plan)
        self.clock.show(take.spoken_seconds)
        self._mark(take)

    def _give_mark(self, scale: str, mark: int) -> None:
        self._desk.change(self.tr("Mark a take"), **{scale: mark})

    def _remove_take(self) -> None:
        self._desk.flush()
        take = self._desk.stored
        if take is None:
            return
        try:
            change = self._rehearsals.remove(take)
        except (UserError, EnvironmentFault) as problem:
            self.noted.emit(str(problem))
            return
        self._undo.record(change, self.tr("Remove take"))
        self.told.emit(self.tr("Take removed"))

    def _say_again(self) -> None:
        self._get_ready()
        self.start()

    def _go_on(self) -> None:
        """Put the answer on the stage whose turn it is."""
        self._desk.flush()
        turn = [one for one in self._in_turn() if self._answer is None or one.id != self._answer.id]
        self._put(next(iter(turn), self._answer))
        self.moved.emit()
        self.focus()

    def _fetch(self, identity: UUID) -> Rehearsal | None:
        takes = self._rehearsals.of(self._answer.id) if self._answer is not None else ()
        return next((one for one in takes if one.id == identity), None)

    def _typed(self, take: Rehearsal) -> Mapping[str, Any]:  # noqa: ARG002 - there is one take on the panel
        return {"note": self.view.rating.note.text}

"""One undo stack for everything the user does; commands hold edits that are already saved."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import NamedTuple, cast

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QUndoCommand, QUndoStack

from arcareer.domain.changes import Change, Edit, EditGroup
from arcareer.progress import Progress
from arcareer_ui.tasks import Task, TaskRunner

STACK_LIMIT = 200
LONG_STEP = 200
"""From so many edits on, storing a step may take longer than a blink."""
_TYPING = 1


class Typing(NamedTuple):
    """One editing session of one field: edits of the same session are undone together."""

    session: str


class ChangeCommand(QUndoCommand):
    """A change that is already stored: the first redo, done by `push`, does nothing."""

    def __init__(
        self,
        change: Change,
        label: str,
        apply: Callable[[Change], object],
        report: Callable[[Exception], None],
        typing: Typing | None = None,
    ) -> None:
        super().__init__(label)
        self.change, self.typing = change, typing
        self._apply, self._report = apply, report
        self._fresh = True

    def id(self) -> int:
        """Return the merge family: only typing merges."""
        return _TYPING if self.typing else -1

    def redo(self) -> None:
        """Store the change again, but for the first time, when it is stored already."""
        if self._fresh:
            self._fresh = False
            return
        self._run(self.change)

    def undo(self) -> None:
        """Store what was before the change."""
        self._run(self.change.inverse())

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Join a later edit of the same typing session: first before, last after."""
        if not isinstance(other, ChangeCommand) or other.typing != self.typing:
            return False
        mine, later = self.change.edits, other.change.edits
        if len(mine) != len(later) or any(one.after != next_.before for one, next_ in zip(mine, later, strict=True)):
            return False
        joined = tuple(
            Edit(one.label, one.kind, one.before, next_.after) for one, next_ in zip(mine, later, strict=True)
        )
        self.change = joined[0] if isinstance(self.change, Edit) else EditGroup(self.change.label, joined)
        self.setObsolete(all(one.before == one.after for one in joined))
        return True

    def _run(self, change: Change) -> None:
        try:
            self._apply(change)
        except Exception as error:  # noqa: BLE001 - an exception must not cross into C++
            self.setObsolete(True)
            self._report(error)


class Background(NamedTuple):
    """Where long steps are stored while the window goes on: what runs them, and what stores a change there."""

    tasks: TaskRunner
    apply: Callable[[Change, Progress], object]


class LongStep(NamedTuple):
    """A step that is being stored in the background: its name, whether it takes something back, and its task."""

    label: str
    is_back: bool
    task: Task


class _Step(NamedTuple):
    """A step on its way: what it stores, what moves the stack, and what follows when that is done."""

    change: Change
    label: str
    move: Callable[[], None]
    then: Callable[[], None]
    is_back: bool


class UndoController(QObject):
    """Records stored changes and takes them back, in order, for the whole application.

    `undone` and `redone` carry the name of the step; before them comes `stepped` with the change that was stored, so
    that what it touched can be shown. A step of many edits is stored in the background, if there is one: `began`
    carries the `LongStep` before that, `ended` comes after it, `stopped` carries its name where it was cancelled. No
    other step begins meanwhile, and what is recorded meanwhile is put on the stack after it.
    """

    undone = Signal(str)
    redone = Signal(str)
    stepped = Signal(object)
    refused = Signal(object)
    began = Signal(object)
    ended = Signal()
    stopped = Signal(str)

    def __init__(
        self, apply: Callable[[Change], object], parent: QObject | None = None, *, background: Background | None = None
    ) -> None:
        super().__init__(parent)
        self._apply, self._background = apply, background
        self._ahead: Callable[[Change], object] | None = None
        self._done = True
        self._stored: Change | None = None
        self._under_way: tuple[_Step, Task] | None = None
        self._waiting: list[ChangeCommand] = []
        self.stack = QUndoStack(self)
        self.stack.setUndoLimit(STACK_LIMIT)

    def record(self, change: Change, label: str, typing: Typing | None = None) -> None:
        """Remember a change that was just stored; `label` is what "Undo …" will say."""
        command = ChangeCommand(change, label, self._store, self._refuse, typing)
        if self._under_way is None:
            self.stack.push(command)
        else:
            self._waiting.append(command)

    def undo(self, steps: int = 1) -> None:
        """Take the newest changes back, as many as there are of them, and say the name of each."""
        if steps and self._under_way is None and self.stack.canUndo():
            change = self._change_at(self.stack.index() - 1).inverse()
            self._go(_Step(change, self.stack.undoText(), self.stack.undo, partial(self.undo, steps - 1), is_back=True))

    def redo(self) -> None:
        """Do again what was taken back last, if anything, and say its name."""
        if self._under_way is None and self.stack.canRedo():
            change = self._change_at(self.stack.index())
            self._go(_Step(change, self.stack.redoText(), self.stack.redo, _nothing, is_back=False))

    def forget(self) -> None:
        """Forget everything: the library has been restored or changed for another, or a part of it is gone for good.

        How a step that is under way ends is not told any more.
        """
        if self._under_way is not None:
            self._under_way = None
            self.ended.emit()
        self._waiting.clear()
        self.stack.clear()

    def _change_at(self, index: int) -> Change:
        return cast("ChangeCommand", self.stack.command(index)).change

    def _go(self, step: _Step) -> None:
        if self._background is None or len(step.change.edits) < LONG_STEP:
            self._make(step)
            return
        task = Task(partial(self._background.apply, step.change))
        task.succeeded.connect(self._end_stored)
        task.failed.connect(self._end_refused)
        task.cancelled.connect(self._end_stopped)
        self._under_way = step, task
        self.began.emit(LongStep(step.label, step.is_back, task))
        self._background.tasks.start(task)

    def _make(self, step: _Step) -> None:
        self._done = True
        step.move()
        if self._done:
            self.stepped.emit(self._stored)
            (self.undone if step.is_back else self.redone).emit(step.label)
            step.then()

    @Slot(object)
    def _end_stored(self, _result: object) -> None:
        self._end(_nothing)

    @Slot(object)
    def _end_refused(self, error: Exception) -> None:
        def refuse(_change: Change) -> None:
            raise error

        self._end(refuse)

    @Slot()
    def _end_stopped(self) -> None:
        self._end(None)

    def _end(self, outcome: Callable[[Change], object] | None) -> None:
        """Let the stack follow what the background has done; without an outcome nothing has been."""
        if self._under_way is None or self.sender() is not self._under_way[1]:
            return
        step, _ = self._under_way
        self._under_way, self._ahead = None, outcome
        self.ended.emit()
        if outcome is None:
            self.stopped.emit(step.label)
        else:
            self._make(step)
        while self._waiting:
            self.stack.push(self._waiting.pop(0))

    def _store(self, change: Change) -> None:
        store, self._ahead = self._ahead or self._apply, None
        store(change)
        self._stored = change

    def _refuse(self, error: Exception) -> None:
        self._done = False
        self.refused.emit(error)


def _nothing(*_: object) -> None:
    """Do nothing: the work is done already."""

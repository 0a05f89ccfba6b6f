"""One undo stack for everything the user does; commands hold edits that are already saved."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from arcareer.domain.changes import Change, Edit, EditGroup

STACK_LIMIT = 200
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


class UndoController(QObject):
    """Records stored changes and takes them back, in order, for the whole application.

    `undone` and `redone` carry the name of the step; before them comes `stepped` with the change that was stored, so
    that what it touched can be shown.
    """

    undone = Signal(str)
    redone = Signal(str)
    stepped = Signal(object)
    refused = Signal(object)

    def __init__(self, apply: Callable[[Change], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._apply = apply
        self._done = True
        self._stored: Change | None = None
        self.stack = QUndoStack(self)
        self.stack.setUndoLimit(STACK_LIMIT)

    def record(self, change: Change, label: str, typing: Typing | None = None) -> None:
        """Remember a change that was just stored; `label` is what "Undo …" will say."""
        self.stack.push(ChangeCommand(change, label, self._store, self._refuse, typing))

    def undo(self) -> None:
        """Take the newest change back, if there is one, and say its name."""
        if self.stack.canUndo():
            label = self.stack.undoText()
            if self._step(self.stack.undo):
                self.stepped.emit(self._stored)
                self.undone.emit(label)

    def redo(self) -> None:
        """Do again what was taken back last, if anything, and say its name."""
        if self.stack.canRedo():
            label = self.stack.redoText()
            if self._step(self.stack.redo):
                self.stepped.emit(self._stored)
                self.redone.emit(label)

    def forget(self) -> None:
        """Forget everything: the library has been restored or changed for another, or a part of it is gone for good."""
        self.stack.clear()

    def _store(self, change: Change) -> None:
        self._apply(change)
        self._stored = change

    def _step(self, move: Callable[[], None]) -> bool:
        self._done = True
        move()
        return self._done

    def _refuse(self, error: Exception) -> None:
        self._done = False
        self.refused.emit(error)

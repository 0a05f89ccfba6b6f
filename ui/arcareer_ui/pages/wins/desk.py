"""The win being edited: what is stored, what is typed, and how one becomes the other."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from arcareer.domain.changes import Edit
from arcareer.domain.journal import Win
from arcareer.errors import EnvironmentFault, FieldProblem, StaleEdit
from arcareer.services.journal import JournalService
from arcareer_ui.autosave import Autosave
from arcareer_ui.undo import Typing, UndoController

RETRY_MS = 5_000

Values = Mapping[str, Any]


class WinDesk(QObject):
    """Saves what the editors hold, a moment after the first key and whenever asked.

    `typed` is asked for the changed fields of the win. `saved` carries the stored win; `refused` a field and why its
    content cannot be kept; `conflict` the typed and the stored win where it was changed elsewhere; `troubled` the fault
    because of which something typed is not on disk.
    """

    saved = Signal(object)
    refused = Signal(str, str)
    conflict = Signal(object, object)
    troubled = Signal(object)

    def __init__(
        self, journal: JournalService, undo: UndoController, typed: Callable[[Win], Values], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._journal, self._undo, self._typed = journal, undo, typed
        self._visit = 0
        self._field = ""
        self.win: Win | None = None
        self._autosave = Autosave(self.save, self)
        self._retry = QTimer(self)
        self._retry.setSingleShot(True)
        self._retry.setInterval(RETRY_MS)
        self._retry.timeout.connect(self.save)

    @property
    def has_unsaved(self) -> bool:
        """Return whether something typed is not on disk yet."""
        return self._autosave.is_pending or self._retry.isActive()

    def put(self, win: Win | None) -> None:
        """Work on this win, as it is stored now, from here on."""
        if win is None or self.win is None or win.id != self.win.id:
            self._visit += 1
        self.win = win

    def touch(self, field: str) -> None:
        """Note that a field was typed in; typing in one field is one step to undo."""
        if field != self._field:
            self.flush()
            self._field = field
            self._visit += 1
        self._autosave.touch()

    def flush(self) -> None:
        """Save now what waits."""
        self._autosave.flush()
        if self._retry.isActive():
            self.save()

    def change(self, label: str, **fields: Any) -> bool:
        """Save fields that are not typed but chosen, as a step of their own; return whether that worked."""
        self.flush()
        if self.win is None:
            return False
        return self._store(replace(self.win, **fields), label, None)

    def take(self, edit: Edit, label: str) -> None:
        """Go on from a change that a service has applied to this win."""
        self._undo.record(edit, label)
        if isinstance(edit.after, Win):
            self._go_on(edit.after)

    def replace_with(self, win: Win) -> None:
        """Store this win in place of the one at hand, as a step of its own."""
        self._store(win, self.tr("Edit win"), None)

    def save(self) -> None:
        """Save what the editors hold."""
        self._retry.stop()
        if self.win is not None:
            session = Typing(f"win/{self.win.id}/{self._field}/{self._visit}")
            self._store(replace(self.win, **self._typed(self.win)), self.tr("Edit win"), session)

    def _store(self, after: Win, label: str, typing: Typing | None) -> bool:
        before = self.win
        if before is None or after == before:
            return True
        try:
            edit = self._journal.save(before, after)
        except FieldProblem as problem:
            self.refused.emit(problem.field, str(problem))
            return False
        except StaleEdit:
            self.conflict.emit(after, self._journal.get(after.id))
            return False
        except EnvironmentFault as fault:
            self._retry.start()
            self.troubled.emit(fault)
            return False
        self._undo.record(edit, label, typing)
        self._go_on(after)
        return True

    def _go_on(self, win: Win) -> None:
        self.win = win
        self.saved.emit(win)

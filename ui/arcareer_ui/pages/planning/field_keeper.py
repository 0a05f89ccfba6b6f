"""Keeps what is typed into stored fields: a moment after the first key, and whenever a field is left."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

from PySide6.QtCore import QObject, Signal

from arcareer.clock import Clock
from arcareer.domain.changes import Change
from arcareer.errors import EnvironmentFault, UserError
from arcareer_ui.autosave import Autosave
from arcareer_ui.shell.save_status import SaveReport, SaveState
from arcareer_ui.undo import Typing, UndoController

_NUMBERS = count()


class FieldKeeper(QObject):
    """Calls `save`, which returns the change it applied, or None where nothing differs from what is stored.

    What is typed into one field in one go is one step of undo, called `label`. `reported` carries a `SaveReport`,
    `refused` the words about something that cannot be kept as it is.
    """

    reported = Signal(object)
    refused = Signal(str)

    def __init__(
        self, save: Callable[[], Change | None], label: str, undo: UndoController, clock: Clock, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._save, self._label, self._undo, self._clock = save, label, undo, clock
        self._session = ""
        self._autosave = Autosave(self._keep, self)
        self.rest()

    @property
    def is_pending(self) -> bool:
        """Return whether something typed waits to be saved."""
        return self._autosave.is_pending

    def touch(self) -> None:
        """Note that something was typed."""
        self._autosave.touch()

    def flush(self) -> None:
        """Save what is typed."""
        self._autosave.flush()

    def rest(self) -> None:
        """Save what is typed; what is typed next is another step of undo."""
        self.flush()
        self._session = f"planning-{next(_NUMBERS)}"

    def _keep(self) -> None:
        try:
            change = self._save()
        except UserError as problem:
            self.refused.emit(str(problem))
            return
        except EnvironmentFault as fault:
            report = SaveReport(
                SaveState.NOT_SAVED, reason=str(fault), action=self.tr("Try again"), act=self._keep, fault=fault
            )
            self.reported.emit(report)
            return
        if change is not None and change.edits:
            self._undo.record(change, self._label, Typing(self._session))
            self.reported.emit(SaveReport(SaveState.SAVED, at=self._clock.local_now()))

"""The note of what was done about a measure: kept a moment after the first key, and whenever it is left."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from arcareer.errors import EnvironmentFault, UserError
from arcareer_ui.autosave import Autosave
from arcareer_ui.pages.metrics.goal_card import GoalCard
from arcareer_ui.undo import Typing

if TYPE_CHECKING:
    from arcareer.domain.history import Month
    from arcareer.domain.metric_months import Book
    from arcareer.services.metrics import MetricsService
    from arcareer_ui.undo import UndoController


class Place(NamedTuple):
    """Where a note belongs."""

    book: Book
    month: Month
    metric: str


class NoteDesk(QObject):
    """Saves the note of the card. `kept` comes after it was saved, `troubled` carries words where it could not be."""

    kept = Signal()
    troubled = Signal(object)

    def __init__(self, card: GoalCard, metrics: Callable[[], MetricsService], undo: UndoController) -> None:
        super().__init__(card)
        self._card, self._metrics, self._undo = card, metrics, undo
        self._place: Place | None = None
        self._numbers = count()
        self._session = ""
        self._autosave = Autosave(self._save, self)
        card.typed.connect(self._autosave.touch)
        card.left.connect(self._leave)

    @property
    def is_pending(self) -> bool:
        """Return whether something typed waits to be saved."""
        return self._autosave.is_pending

    def move_to(self, place: Place) -> None:
        """Let what is typed from now on belong to another place."""
        if place != self._place:
            self.flush()
            self._place = place
            self._session = f"metric-note-{next(self._numbers)}"

    def flush(self) -> None:
        """Save what is typed."""
        self._autosave.flush()

    def _leave(self) -> None:
        self.flush()
        self._session = f"metric-note-{next(self._numbers)}"

    def _save(self) -> None:
        place = self._place
        if place is None:
            return
        text = self._card.note.text.rstrip()
        metrics = self._metrics()
        if metrics.month(place.book, place.month).note(place.metric) == text:
            return
        try:
            change = metrics.save_note(*place, text)
        except (UserError, EnvironmentFault) as problem:
            self.troubled.emit(problem)
            return
        self._undo.record(change, self.tr("Write note"), Typing(self._session))
        self.kept.emit()

"""Keeps cue words that were changed on the stage."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from arcareer.errors import EnvironmentFault, UserError
from arcareer_ui.pages.prep.star.cue_cards import CueCards

if TYPE_CHECKING:
    from arcareer.domain.answers import Answer
    from arcareer.services.answers import AnswerService
    from arcareer_ui.undo import UndoController


class CueDesk(QObject):
    """Saves the words of one card as one step to undo; `refused` carries why that could not be done."""

    refused = Signal(str)

    def __init__(
        self, cards: CueCards, answers: AnswerService, undo: UndoController, shown: Callable[[], Answer | None]
    ) -> None:
        """`shown` returns the answer whose cue words the cards hold."""
        super().__init__(cards)
        self._answers, self._undo, self._shown = answers, undo, shown
        cards.changed.connect(self._save)

    def _save(self, at: int, words: str) -> None:
        shown = self._shown()
        stored = self._answers.get(shown.id) if shown is not None else None
        if stored is None:
            return
        try:
            edit = self._answers.save(stored, stored.with_cue(stored.parts[at], words))
        except (UserError, EnvironmentFault) as problem:
            self.refused.emit(str(problem))
            return
        self._undo.record(edit, self.tr("Change cue words"))

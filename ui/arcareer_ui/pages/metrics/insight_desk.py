"""Makes wins of improvements, or puts them away; both can be undone in one step."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from arcareer.domain.changes import EditGroup
from arcareer.domain.metric_board import Improvement
from arcareer_ui.acts import Acts
from arcareer_ui.pages.metrics.insight_card import InsightCard
from arcareer_ui.shell.toasts import ToastRequest

if TYPE_CHECKING:
    from arcareer.services.journal import JournalService
    from arcareer.services.metrics import MetricsService


class InsightDesk(QObject):
    """`opened` carries the id of a win to look at."""

    opened = Signal(object)
    toasted = Signal(object)

    def __init__(
        self,
        card: InsightCard,
        metrics: Callable[[], MetricsService],
        journal: Callable[[], JournalService],
        acts: Acts,
    ) -> None:
        super().__init__(card)
        self._card, self._metrics, self._journal, self._acts = card, metrics, journal, acts
        card.saved.connect(self._save)
        card.waved_away.connect(self._wave_away)

    def _save(self, improvement: Improvement) -> None:
        draft = self._metrics().draft_win(improvement, self._card.chosen_scope, self._card.did.text.strip())
        logged: list[UUID] = []

        def act() -> EditGroup:
            win = self._journal().log_win(draft)
            logged.append(win.entity_id)
            return EditGroup(win.label, (win, self._metrics().settle(improvement)))

        if self._acts.do(act, self.tr("Save win")):
            self._card.did.set_text("")
            show = partial(self.opened.emit, logged[0])
            self.toasted.emit(ToastRequest(self.tr("Win saved"), action=self.tr("Open it"), act=show, undoable=True))

    def _wave_away(self, improvement: Improvement) -> None:
        if self._acts.do(partial(self._metrics().settle, improvement), self.tr("Put improvement away")):
            self.toasted.emit(ToastRequest(self.tr("It is not offered again"), undoable=True))

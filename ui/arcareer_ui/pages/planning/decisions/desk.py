"""Keeps what came of a decision, removes it, and makes the win of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID
from zlib import crc32

from PySide6.QtCore import QObject, Signal

from arcareer.clock import Clock
from arcareer.domain.decisions import CollectionDecision
from arcareer_ui.acts import Acts
from arcareer_ui.amounts import typed_money
from arcareer_ui.pages.planning.decisions.decision_card import DecisionCard
from arcareer_ui.pages.planning.kept_form import Editor, KeptForm
from arcareer_ui.pages.planning.win_card import log_and_link, win_of

if TYPE_CHECKING:
    from arcareer.services.decisions import DecisionService
    from arcareer.services.drafts import DraftService
    from arcareer.services.journal import JournalService

FORM = "planning/outcome"


class DecisionDesk(QObject):
    """Works the card of one decision. `told` carries what was done, `route_asked` a win to open, `removed` nothing."""

    told = Signal(str)
    route_asked = Signal(str)
    removed = Signal()

    def __init__(
        self,
        card: DecisionCard,
        *,
        decisions: DecisionService,
        journal: Callable[[], JournalService],
        drafts: DraftService,
        acts: Acts,
        clock: Clock,
    ) -> None:
        super().__init__(card)
        self._card, self._decisions, self._journal = card, decisions, journal
        self._acts, self._clock = acts, clock
        self._shown: CollectionDecision | None = None
        editors: dict[str, Editor] = {"outcome": card.outcome, "text": card.text, "amount": card.amount}
        self.form = KeptForm(FORM, editors, drafts, self)
        card.saved.connect(self._save)
        card.removal_asked.connect(self._remove)
        card.win.saved.connect(self._make_win)
        card.win.opened.connect(self._open_win)

    @property
    def shown(self) -> CollectionDecision | None:
        """Return the decision on show."""
        return self._shown

    def show(self, identity: UUID) -> bool:
        """Show a decision; return False where it is gone."""
        decision = next((one for one in self._decisions.decisions() if one.id == identity), None)
        if decision is None:
            self._shown = None
            return False
        if self._shown is None or self._shown.id != identity:
            self._card.win.fold()
        self._shown = decision
        amount = decision.amount_secured
        stored = {
            "outcome": decision.outcome.value,
            "text": decision.outcome_text,
            "amount": typed_money(amount) if amount is not None else "",
        }
        self.form.show_subject(f"{identity}/{crc32('|'.join(stored.values()).encode())}", stored)
        self._card.show_decision(decision, win_of(self._journal(), decision.win), self._clock.today())
        return True

    def _save(self) -> None:
        decision, card = self._shown, self._card
        card.amount.settle()
        if decision is None or card.amount_field.message:
            return
        outcome, text, amount = card.chosen_outcome, card.text.text.strip(), card.amount.value
        act = partial(self._decisions.revisit, decision, outcome, text, amount)
        if self.form.save_by(lambda: self._acts.do(act, self.tr("Say what came of it"))):
            self.told.emit(self.tr("What came of it is kept"))

    def _remove(self) -> None:
        if self._shown is None:
            return
        if self._acts.do(partial(self._decisions.remove, self._shown), self.tr("Remove decision")):
            self.removed.emit()
            self.told.emit(self.tr("Decision removed"))

    def _make_win(self, did: str) -> None:
        decision = self._shown
        if decision is None:
            return
        draft = self._decisions.draft_win(decision, did)
        link = partial(self._decisions.link_win, decision)
        if self._acts.do(partial(log_and_link, self._journal(), draft, link), self.tr("Save win")):
            self._card.win.fold()
            self.told.emit(self.tr("Win saved"))

    def _open_win(self) -> None:
        if self._shown is not None and self._shown.win is not None:
            self.route_asked.emit(f"win/{self._shown.win}")

"""The history of the customer a message is for."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from arcareer.domain.own_scripts import ContactNote
from arcareer_ui.acts import Acts
from arcareer_ui.pages.scripts.filling.history_card import HistoryCard

if TYPE_CHECKING:
    from arcareer.domain.customers import Customer
    from arcareer.services.scripts import ScriptService


class HistoryDesk(QObject):
    """Shows the history, and takes notes out of it. `told` carries words about what can be undone."""

    told = Signal(str)

    def __init__(self, card: HistoryCard, scripts: ScriptService, acts: Acts) -> None:
        super().__init__(card)
        self.card, self._scripts, self._acts = card, scripts, acts
        card.drop_asked.connect(self._drop)

    def show(self, customer: Customer | None) -> None:
        """Show what was noted about a customer, or nothing."""
        notes = self._scripts.notes(customer.id) if customer is not None else ()
        self.card.show_notes(customer.name if customer is not None else "", notes)

    def _drop(self, note: ContactNote) -> None:
        if self._acts.do(partial(self._scripts.drop_note, note), self.tr("Remove note")):
            self.told.emit(self.tr("Taken out of the history"))

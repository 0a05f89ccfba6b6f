"""The ledger at work: a number is accepted or taken back, its card is filled in, its win is opened."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from arcareer.domain.documents import Defence
from arcareer_ui.acts import Acts
from arcareer_ui.desk import Desk
from arcareer_ui.pages.brag_sheet.panes.numbers import NumbersPane

if TYPE_CHECKING:
    from arcareer.documents.claim_ledger import ClaimLedger, LedgerLine
    from arcareer.services.claims import ClaimService
    from arcareer.services.journal import JournalService
    from arcareer_ui.undo import UndoController


class NumbersDesk(QObject):
    """Wires the pane of numbers. `open_route` carries where a line leads."""

    open_route = Signal(str)

    def __init__(
        self,
        pane: NumbersPane,
        claims: ClaimService,
        journal: JournalService,
        acts: Acts,
        undo: UndoController,
        *,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._pane, self._claims, self._journal, self._acts = pane, claims, journal, acts
        self._ledger: ClaimLedger | None = None
        self._keys: dict[UUID, str] = {}
        self.defence = Desk[Defence](
            self,
            undo,
            save=claims.save_defence,
            fetch=self._fetch,
            typed=pane.card.typed,
            label=self.tr("Edit defence"),
        )
        pane.opened.connect(self._open)
        pane.followed.connect(self._open)
        pane.accepted.connect(self._accept)
        pane.taken_back.connect(self._take_back)
        pane.to_win.connect(lambda win: self.open_route.emit(f"win/{win}"))
        pane.card.touched.connect(self.defence.touch)
        pane.card.left_field.connect(self.defence.rest)
        pane.card.left.connect(self.defence.flush)

    def follow(self, ledger: ClaimLedger) -> None:
        """Show the numbers of the document as it is now; nothing is drawn while they are hidden."""
        self._ledger = ledger
        if self._pane.isVisible():
            self.show()

    def show(self) -> None:
        """Show the ledger."""
        if self._ledger is not None:
            self._pane.show_ledger(self._ledger)

    def show_untraced(self) -> None:
        """Show the numbers that trace to nothing."""
        self._pane.show_untraced()

    def _fetch(self, identity: UUID) -> Defence | None:
        return self._claims.defence(self._keys[identity])

    def _open(self, line: LedgerLine) -> None:
        card = self._claims.card(line, self._journal.get(line.win) if line.win is not None else None)
        self._keys[card.kept.id] = card.key
        self.defence.put(card.kept)
        self._pane.show_card(line, card, self.defence.value or card.kept)

    def _accept(self, line: LedgerLine) -> None:
        act = partial(self._claims.accept, line.sentence, line.number)
        self._acts.do(act, self.tr("Stand by a number"))

    def _take_back(self, line: LedgerLine) -> None:
        act = partial(self._claims.take_back, line.sentence, line.number)
        self._acts.do(act, self.tr("No longer stand by a number"))

"""Who the document speaks of: the user's own name and title, and what stands for each customer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject

from arcareer.domain.agenda import Owner
from arcareer.domain.customers import Customer
from arcareer_ui.desk import Desk
from arcareer_ui.pages.brag_sheet.names import NamesCard
from arcareer_ui.pages.brag_sheet.options import OwnerCard

if TYPE_CHECKING:
    from arcareer.services.agenda import AgendaService
    from arcareer.services.customers import CustomerService
    from arcareer_ui.pages.brag_sheet.sheet import ComposedSheet
    from arcareer_ui.undo import UndoController


class OwnerDesk(QObject):
    """Wires the card of name and title."""

    def __init__(self, card: OwnerCard, agenda: AgendaService, undo: UndoController, parent: QObject) -> None:
        super().__init__(parent)
        self._card = card
        self.desk = Desk[Owner](
            self,
            undo,
            save=lambda _, after: agenda.save_owner(after),
            fetch=lambda _: agenda.owner(),
            typed=lambda _: card.typed(),
            label=self.tr("Edit your details"),
        )
        card.touched.connect(self.desk.touch)
        card.left.connect(self.desk.rest)
        self.desk.put(agenda.owner())

    def follow(self) -> None:
        """Show who it is by now."""
        self.desk.follow()
        self._card.show_owner(self.desk.value or Owner())


class AliasDesk(QObject):
    """Wires the lines of the customers; one alias is under the user's hands at a time."""

    def __init__(self, card: NamesCard, customers: CustomerService, undo: UndoController, parent: QObject) -> None:
        super().__init__(parent)
        self._card, self._customers = card, customers
        self.desk = Desk[Customer](
            self,
            undo,
            save=customers.save,
            fetch=customers.get,
            typed=self._typed,
            label=self.tr("Change export name"),
        )
        card.touched.connect(self._touch)
        card.left.connect(self.desk.rest)
        self.desk.refused.connect(self._refuse)

    def show(self, sheet: ComposedSheet) -> None:
        """Show the customers a document names; what is typed stays, also where it was refused."""
        everyone = {customer.id: customer for customer in self._customers.all()}
        refused: UUID | None = None
        self.desk.follow()
        typed = self.desk.value
        if typed is not None:
            everyone[typed.id] = typed
            refused = typed.id if self.desk.refused_fields else None
        named: Sequence[Customer] = [everyone[identity] for identity in sheet.named if identity in everyone]
        self._card.show_names(named, sheet.places, sheet.choices.level, refused=refused)
        self._card.show_doubts(len(sheet.ready.doubts))

    def _touch(self, customer: Customer) -> None:
        if self.desk.value is None or self.desk.value.id != customer.id:
            self.desk.put(customer)
        self.desk.touch("alias")

    def _typed(self, customer: Customer) -> Mapping[str, str]:
        line = self._card.rows.get(customer.id)
        return {"alias": line.alias.text().strip() if line is not None else customer.alias}

    def _refuse(self, _field: str, words: str) -> None:
        customer = self.desk.value
        line = self._card.rows.get(customer.id) if customer is not None else None
        if line is not None:
            line.message.show_problem(words)

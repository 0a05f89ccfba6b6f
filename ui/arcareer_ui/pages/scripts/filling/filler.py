"""Keeps a fill-in card and the values behind it together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from arcareer.domain.customers import Customer
from arcareer.domain.messages import MessageBlank
from arcareer_ui.pages.scripts.filling.fill_card import FillCard
from arcareer_ui.pages.scripts.filling.values import BlankValues
from arcareer_ui.shell.toasts import ToastRequest


class Filler(QObject):
    """`changed` comes when a value did, `customer_changed` when another customer was chosen, `announced` with words,
    `toasted` with a `ToastRequest`.
    """

    changed = Signal()
    customer_changed = Signal()
    announced = Signal(str)
    toasted = Signal(object)

    def __init__(self, card: FillCard, values: BlankValues, find: Callable[[UUID], Customer | None]) -> None:
        super().__init__(card)
        self.card, self.values, self.find = card, values, find
        self._blanks: tuple[MessageBlank, ...] = ()
        card.typed.connect(self._put)
        card.customer_named.connect(self._name)
        card.customer_chosen.connect(self._choose)
        card.cleared.connect(self._clear)
        card.left.connect(values.draft.flush)

    def show_blanks(self, blanks: Sequence[MessageBlank]) -> None:
        """Ask for these blanks from here on."""
        self._blanks = tuple(blanks)
        self.show()

    def show(self) -> None:
        """Put what the values hold into the fields."""
        values = self.values.by_name
        customer = self.values.customer
        name = customer.name if customer is not None else values.get("customer", "")
        asked = {blank.id for blank in self._blanks}
        filled = len(self.values.from_ledger & asked)
        note = self.tr("%n blank(s) filled from the imported list.", "", filled) if filled else ""
        self.card.customer.show_customer(name, note)
        self.card.show_blanks(self._blanks, values)

    def take(self, customer: Customer | None) -> None:
        """Fill for a customer that was chosen elsewhere."""
        self.values.choose(customer)
        self.card.customer.withdraw()
        self.show()

    def _put(self, name: str, text: str) -> None:
        self.values.put(name, text)
        self.changed.emit()

    def _name(self, text: str) -> None:
        before = self.values.customer_id
        self.values.name_customer(text)
        self._show_after(before)

    def _choose(self, customer: Customer) -> None:
        before = self.values.customer_id
        self.take(customer)
        self._show_after(before)
        left = self.card.first_stop()
        left.setFocus()

    def _clear(self) -> None:
        before = self.values.customer_id
        restore = self.values.clear()
        self.card.customer.withdraw()
        self._show_after(before)
        self.card.customer.line.setFocus()
        words, action = self.tr("Blanks emptied"), self.tr("Bring back")
        self.toasted.emit(ToastRequest(words, icon="info", action=action, act=partial(self._bring_back, restore)))

    def _bring_back(self, restore: Callable[[], None]) -> None:
        before = self.values.customer_id
        restore()
        self._show_after(before)

    def _show_after(self, before: object) -> None:
        self.show()
        self.changed.emit()
        if self.values.customer_id == before:
            return
        self.customer_changed.emit()
        if self.values.customer is not None:
            filled = len(self.values.from_ledger & {blank.id for blank in self._blanks})
            words = self.tr("%n blank(s) filled from the imported list.", "", filled)
            self.announced.emit(f"{self.values.customer.name}. {words}")

"""Customers: their names, other spellings, and the aliases that stand for them outside."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID

from arcareer.domain.changes import Change, Edit, EditGroup, EntityKind
from arcareer.domain.customers import Customer, next_alias
from arcareer.domain.identity import new_id
from arcareer.errors import FieldProblem
from arcareer.services.editing import EditService
from arcareer.storage.store import Store

if TYPE_CHECKING:
    from arcareer.domain.names import NameMatcher


class CustomerService:
    """Use cases of customers; what changes something returns the change it applied."""

    def __init__(self, store: Store, edits: EditService) -> None:
        self._store = store
        self._edits = edits

    def all(self) -> tuple[Customer, ...]:
        """Return every customer by name."""
        customers = self._store.glance.customers()
        return tuple(sorted(customers, key=lambda customer: (customer.name.casefold(), customer.name)))

    def get(self, customer_id: UUID) -> Customer | None:
        """Return a customer."""
        with self._store.read() as unit:
            return unit.customers.get(customer_id)

    def find(self, text: str, limit: int = 5) -> tuple[Customer, ...]:
        """Return the customers with every word of `text` in one of their names, one typing mistake forgiven.

        The nearest come first; nothing for an empty text.
        """
        from arcareer.services.matching import folded_words  # noqa: PLC0415 - the first page is painted without it
        from arcareer.services.near_words import closeness  # noqa: PLC0415

        wanted = folded_words(text)
        if not wanted:
            return ()
        fits = [(max(closeness(wanted, folded_words(name)) for name in one.names), one) for one in self.all()]
        return tuple(one for near, one in sorted(fits, key=lambda fit: -fit[0]) if near)[:limit]

    def add(self, name: str, spellings: Iterable[str] = (), alias: str = "") -> Edit:
        """Add a customer; without an alias it gets the first free one. Raises `FieldProblem` for a name in use."""
        others = self.all()
        customer = Customer(
            id=new_id(),
            name=name,
            alias=alias or next_alias(other.alias for other in others),
            spellings=tuple(spellings),
        )
        _check(customer, others)
        return self._edits.put("Add customer", EntityKind.CUSTOMER, before=None, after=customer)

    def save(self, before: Customer, after: Customer) -> Edit:
        """Save a changed customer; raise `FieldProblem` where name or alias is another customer's."""
        _check(after, [other for other in self.all() if other.id != after.id])
        return self._edits.put("Edit customer", EntityKind.CUSTOMER, before=before, after=after)

    def remove(self, customer: Customer) -> Change:
        """Remove a customer with notes on it and verdicts on its name; wins and playbook runs only lose the link."""
        with self._store.read() as unit:
            wins = unit.wins.about(customer.id)
            notes = unit.contact_notes.of(customer.id)
            verdicts = [one for one in unit.repository(EntityKind.NAME_VERDICT).all() if one.customer == customer.id]
            runs = [run for run in unit.repository(EntityKind.PLAYBOOK_RUN).all() if run.customer == customer.id]
        label = "Remove customer"
        unlinked = tuple(
            Edit(
                label,
                EntityKind.WIN,
                before=win,
                after=replace(win, customers=tuple(other for other in win.customers if other != customer.id)),
            )
            for win in wins
        )
        left = (
            *(Edit(label, EntityKind.PLAYBOOK_RUN, before=run, after=replace(run, customer=None)) for run in runs),
            *(Edit(label, EntityKind.CONTACT_NOTE, before=note, after=None) for note in notes),
            *(Edit(label, EntityKind.NAME_VERDICT, before=verdict, after=None) for verdict in verdicts),
        )
        removed = Edit(label, EntityKind.CUSTOMER, before=customer, after=None)
        change = EditGroup(label, (*unlinked, *left, removed))
        self._edits.apply(change)
        return change

    def matcher(self) -> NameMatcher:
        """Return what finds these customers in text, in any of their spellings."""
        from arcareer.domain.names import NameMatcher  # noqa: PLC0415 - the first page is painted without it

        return NameMatcher({customer.id: customer.names for customer in self.all()})


def _check(customer: Customer, others: Iterable[Customer]) -> None:
    if not customer.name.strip():
        raise FieldProblem("name", "A customer needs a name. Nothing was changed.")
    if not customer.alias.strip():
        raise FieldProblem("alias", "Documents print the alias where names are hidden, so it cannot be empty.")
    for other in others:
        if other.name.casefold().strip() == customer.name.casefold().strip():
            raise FieldProblem("name", f"{other.name} is already in your list. Nothing was changed.")
        if other.alias.casefold().strip() == customer.alias.casefold().strip():
            text = (
                f"{other.alias} already stands for {other.name}. Choose another, so that readers can tell them apart."
            )
            raise FieldProblem("alias", text)

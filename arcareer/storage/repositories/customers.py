"""Customers, whose names the search has to know wherever a win names them."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy.orm import Session

from arcareer.domain.customers import Customer
from arcareer.storage.records.customers import CUSTOMERS
from arcareer.storage.repositories.repository import Repository, Touch
from arcareer.storage.repositories.wins import WinRepository


class CustomerRepository(Repository[Customer]):
    """Keeps customers."""

    def __init__(self, session: Session, touch: Touch, wins: WinRepository) -> None:
        super().__init__(session, CUSTOMERS, touch)
        self._wins = wins

    def _write(self, values: Sequence[Customer]) -> None:
        super()._write(values)
        self._wins.refresh_words([win for customer in values for win in self._wins.about(customer.id)])

    def existing(self, identities: tuple[UUID, ...]) -> tuple[UUID, ...]:
        """Return those of the customers that are still there, in their order."""
        return tuple(customer.id for customer in self.get_many(identities))

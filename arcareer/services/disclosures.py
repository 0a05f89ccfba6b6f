"""What may be in a document at a level, by the customers there are and what the user said of doubtful names."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from arcareer.domain.changes import Edit, EntityKind
from arcareer.domain.documents import DisclosureLevel, NameVerdict
from arcareer.services.customers import CustomerService
from arcareer.services.editing import EditService
from arcareer.storage.store import Store

if TYPE_CHECKING:
    from arcareer.documents.disclosure import Disclosure
    from arcareer.domain.customers import Customer


class DisclosureService:
    """The one source of disclosures; what changes something returns the change it applied."""

    def __init__(self, store: Store, edits: EditService, customers: CustomerService) -> None:
        self._store = store
        self._edits = edits
        self._customers = customers

    def of(self, level: DisclosureLevel) -> Disclosure:
        """Return what may be in a document at `level`."""
        return self.prepare(level)()

    def prepare(self, level: DisclosureLevel) -> Callable[[], Disclosure]:
        """Read all that a disclosure needs; what comes back makes it, in any thread."""
        return partial(_disclosure, level, self._customers.all(), self.verdicts())

    def verdicts(self) -> tuple[NameVerdict, ...]:
        """Return what the user said of doubtful names."""
        with self._store.read() as unit:
            return unit.repository(EntityKind.NAME_VERDICT).all()

    def decide(self, customer: UUID, sentence: str, *, is_name: bool) -> Edit:
        """Keep whether the doubtful word in a sentence, as it was typed, is that customer's name."""
        after = NameVerdict.of(customer, sentence, is_name=is_name)
        with self._store.read() as unit:
            before = unit.repository(EntityKind.NAME_VERDICT).get(after.id)
        return self._edits.put("Decide on a name", EntityKind.NAME_VERDICT, before, after)

    def forget(self, verdict: NameVerdict) -> Edit:
        """Ask again about a doubtful name."""
        return self._edits.put("Ask about a name again", EntityKind.NAME_VERDICT, verdict, None)


def _disclosure(
    level: DisclosureLevel, customers: tuple[Customer, ...], verdicts: tuple[NameVerdict, ...]
) -> Disclosure:
    from arcareer.documents.disclosure import Disclosure  # noqa: PLC0415 - the first page does without

    return Disclosure.of(level, customers, verdicts=verdicts)

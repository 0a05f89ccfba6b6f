"""What the blanks hold, for one customer at a time; half-typed values outlive the window."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject

from arcareer.domain.messages import LedgerFact, MessageBlank
from arcareer_ui.capture.drafts import DraftKeeper

if TYPE_CHECKING:
    from arcareer.domain.customers import Customer
    from arcareer.services.customers import CustomerService
    from arcareer.services.drafts import DraftService
    from arcareer.services.scripts import ScriptService


class BlankValues(QObject):
    """Typed values go before what is known: remembered ones, and of the customer its name and ledger facts.

    What was typed for one customer never stands in a message to another.
    """

    def __init__(
        self,
        scripts: ScriptService,
        customers: CustomerService,
        blanks: Mapping[str, MessageBlank],
        *,
        drafts: DraftService,
        draft_key: str,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._scripts, self._customers, self._blanks = scripts, customers, blanks
        self.draft = DraftKeeper(drafts, draft_key, self)
        self.customer: Customer | None = None
        self.place = ""
        self._typed: dict[str, str] = {}
        self._known: dict[str, str] = {}
        self._restore()
        self.read_known()

    @property
    def by_name(self) -> dict[str, str]:
        """Return the values by the names of their blanks."""
        return self._known | self._typed

    @property
    def from_ledger(self) -> frozenset[str]:
        """Return the blanks that the customer's ledger fills."""
        if self.customer is None:
            return frozenset()
        facts = {name for name in self._known if name not in self._typed and self._is_fact(name)}
        return frozenset(facts)

    @property
    def customer_id(self) -> UUID | None:
        """Return which customer the values are for."""
        return self.customer.id if self.customer is not None else None

    def put(self, name: str, text: str) -> None:
        """Put typed text into a blank; an empty one is open again, also where something was known."""
        self._typed[name] = text
        self.keep()

    def name_customer(self, text: str) -> None:
        """Take a typed name of a customer; one that is known by exactly this name is chosen."""
        wanted = text.strip().casefold()
        known = self._customers.all() if wanted else ()
        found = next((one for one in known if wanted in (name.casefold() for name in one.names)), None)
        if found is not None:
            self.choose(found)
            return
        if self.customer is not None:
            self.choose(None)
        for name in self._names():
            self._typed[name] = text
        self.keep()

    def choose(self, customer: Customer | None) -> None:
        """Fill from a customer from here on, or from none."""
        before, self.customer = self.customer, customer
        if before is not None and (customer is None or customer.id != before.id):
            self._typed = {name: text for name, text in self._typed.items() if self._is_remembered(name)}
        for name in self._names():
            self._typed.pop(name, None)
        self.read_known()
        self.keep()

    def read_known(self) -> None:
        """Read again what is remembered, and what is known of the customer; one that is gone is let go."""
        if self.customer is not None:
            self.customer = self._customers.get(self.customer.id)
        self._known = self._scripts.values_for(self.customer_id)

    def clear(self) -> Callable[[], None]:
        """Empty every blank but the remembered ones, let go of the customer, and return what brings both back."""
        typed, customer = dict(self._typed), self.customer
        self._typed = {}
        self.choose(None)
        return partial(self._bring_back, typed, customer)

    def go_to(self, place: str) -> None:
        """Note which message is being filled."""
        if place != self.place:
            self.place = place
            self.keep()

    def keep(self) -> None:
        """Keep what is typed on disk, soon."""
        typed = {name: text for name, text in self._typed.items() if text.strip() or name in self._known}
        if not typed and self.customer is None:
            self.draft.touch("")
            return
        state = {"place": self.place, "customer": str(self.customer_id or ""), "values": typed}
        self.draft.touch(json.dumps(state))

    def _bring_back(self, typed: Mapping[str, str], customer: Customer | None) -> None:
        self._typed, self.customer = dict(typed), customer
        self.read_known()
        self.keep()

    def _names(self) -> tuple[str, ...]:
        return tuple(name for name, blank in self._blanks.items() if blank.ledger is LedgerFact.CUSTOMER)

    def _is_fact(self, name: str) -> bool:
        blank = self._blanks.get(name)
        return blank is not None and blank.ledger not in (None, LedgerFact.CUSTOMER)

    def _is_remembered(self, name: str) -> bool:
        blank = self._blanks.get(name)
        return blank is not None and blank.remembered

    def _restore(self) -> None:
        draft = self.draft.find()
        if draft is None:
            return
        try:
            kept = json.loads(draft.text)
            self.place = str(kept["place"])
            self._typed = {str(name): str(text) for name, text in kept["values"].items()}
            self.customer = self._customers.get(UUID(kept["customer"])) if kept["customer"] else None
        except (ValueError, KeyError, TypeError, AttributeError):
            self._typed = {}  # an older notation: the message starts empty

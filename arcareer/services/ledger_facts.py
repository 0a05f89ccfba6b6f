"""What imported ledgers know of a customer, written as it stands in a message."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Final
from uuid import UUID

from arcareer.domain.customers import Customer
from arcareer.domain.figures import Unit, plain_number, value_text
from arcareer.domain.ledger_snapshots import SnapshotHead
from arcareer.domain.messages import LedgerFact
from arcareer.domain.receivables import LedgerItem
from arcareer.services.customers import CustomerService
from arcareer.services.ledger_import import LedgerImportService

MOST_LISTED: Final = 20
"""Invoices that a message lists; more than that belong into a statement."""


class LedgerFactService:
    """Reads the newest list of each ledger for one customer."""

    def __init__(self, ledgers: LedgerImportService, customers: CustomerService) -> None:
        self._ledgers = ledgers
        self._customers = customers

    def of(self, customer_id: UUID) -> Mapping[LedgerFact, str]:
        """Return the facts of a customer; no amounts where they have several currencies."""
        customer = self._customers.get(customer_id)
        if customer is None:
            return {}
        for head in self._newest_lists():
            items = [item for item in self._ledgers.items(head.id) if _is_of(item, customer) and _open(item)]
            if items:
                return _facts(items, head.as_of)
        return {}

    def _newest_lists(self) -> Iterable[SnapshotHead]:
        seen: set[str] = set()
        for head in self._ledgers.snapshots():
            if head.ledger.casefold() not in seen:
                seen.add(head.ledger.casefold())
                yield head


def _is_of(item: LedgerItem, customer: Customer) -> bool:
    known = {name.casefold().strip() for name in (*customer.names, customer.alias)}
    return any(name is not None and name.casefold().strip() in known for name in (item.customer_name, item.customer_id))


def _open(item: LedgerItem) -> Decimal:
    return item.open_amount or Decimal(0)


def _facts(items: list[LedgerItem], as_of: date) -> dict[LedgerFact, str]:
    late = sorted((item for item in items if item.due_date is not None and item.due_date < as_of), key=_due)
    facts: dict[LedgerFact, str] = {}
    currencies = {item.currency or "" for item in items}
    if len(currencies) == 1:
        currency = next(iter(currencies))
        facts[LedgerFact.OPEN_AMOUNT] = _money(sum(map(_open, items), Decimal(0)), currency)
        if late:
            facts[LedgerFact.OVERDUE_AMOUNT] = _money(sum(map(_open, late), Decimal(0)), currency)
    if late:
        facts[LedgerFact.OVERDUE_INVOICES] = "\n".join(_line(item) for item in late[:MOST_LISTED])
        facts[LedgerFact.OVERDUE_COUNT] = plain_number(Decimal(len(late)))
        facts[LedgerFact.OLDEST_DUE_DATE] = _day(_due(late[0]))
        facts[LedgerFact.OLDEST_DAYS_LATE] = plain_number(Decimal((as_of - _due(late[0])).days))
    return facts


def _due(item: LedgerItem) -> date:
    return item.due_date or date.max


def _line(item: LedgerItem) -> str:
    return f"{item.doc_number}, due {_day(_due(item))}, {_money(_open(item), item.currency or '')}"


def _day(day: date) -> str:
    return f"{day:%B} {day.day}, {day.year}"


def _money(amount: Decimal, currency: str) -> str:
    return value_text(amount, Unit.MONEY, currency)

"""What a list tells of each account: its balance, its age, what is disputed, and how it paid."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from arcareer.domain.history import Month, is_full_history
from arcareer.domain.receivables import ZERO, DocType, LedgerItem

_YEAR_DAYS = 365
_QUARTER_DAYS = 91
_OVER = 60
_FEWEST_PAID = 3
_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class AccountFacts:
    """An account in one currency as a list shows it; `factors` hold the risk factors the list can tell, by id."""

    account: str
    currency: str
    open_balance: Decimal
    overdue: Decimal
    oldest_days: int
    open_documents: int
    factors: Mapping[str, Decimal]


def account_facts(items: Iterable[LedgerItem], as_of: date) -> tuple[AccountFacts, ...]:
    """Return the accounts of a list with anything open, largest balance first; a list without names gives none."""
    listed = tuple(items)
    tells_past = is_full_history(listed)
    accounts: dict[tuple[str, str], list[LedgerItem]] = defaultdict(list)
    for item in listed:
        name = item.customer_name or item.customer_id
        if name:
            accounts[name, item.currency].append(item)
    found = (
        _facts(name, currency, of_account, as_of, tells_past=tells_past)
        for (name, currency), of_account in accounts.items()
        if any(item.is_open for item in of_account)
    )
    return tuple(sorted(found, key=lambda facts: (-facts.open_balance, facts.account, facts.currency)))


def _facts(name: str, currency: str, items: Sequence[LedgerItem], as_of: date, *, tells_past: bool) -> AccountFacts:
    opened = [(item, _days_late(item, as_of)) for item in items if item.is_open]
    balance = sum((item.open_amount for item, _ in opened), ZERO)
    debits = [(item, days) for item, days in opened if item.open_amount > 0]
    factors: dict[str, Decimal] = {}
    if balance > 0:
        old = sum((item.open_amount for item, days in debits if days > _OVER), ZERO)
        factors["over_60_share_pct"] = _share(old, balance)
        if any(item.disputed is not None for item, _ in opened):
            disputed = sum((item.open_amount for item, _ in debits if item.disputed), ZERO)
            factors["disputed_share_pct"] = _share(disputed, balance)
    if tells_past:
        factors |= _paying(items, as_of)
    return AccountFacts(
        account=name,
        currency=currency,
        open_balance=balance,
        overdue=sum((item.open_amount for item, days in debits if days > 0), ZERO),
        oldest_days=max((days for _, days in debits), default=0),
        open_documents=len(opened),
        factors=factors,
    )


def _days_late(item: LedgerItem, as_of: date) -> int:
    since = item.due_date or item.doc_date
    return (as_of - since).days if since else 0


def _share(part: Decimal, whole: Decimal) -> Decimal:
    return min(_HUNDRED, _HUNDRED * part / whole)


def _paying(items: Sequence[LedgerItem], as_of: date) -> dict[str, Decimal]:
    """Return how an account paid in the last year: mean days late by amount, its trend, and how long it is known."""
    paid = [
        ((as_of - item.paid_date).days, (item.paid_date - item.due_date).days, item.original_amount)
        for item in items
        if item.doc_type is DocType.INVOICE and item.due_date and item.paid_date and item.paid_date <= as_of
    ]
    recent = [(late, amount) for ago, late, amount in paid if ago <= _YEAR_DAYS and amount > 0]
    found: dict[str, Decimal] = {}
    if len(recent) >= _FEWEST_PAID:
        found["avg_days_late_12m"] = _weighted(recent)
        newest = [Decimal(late) for ago, late, _ in paid if ago <= _QUARTER_DAYS]
        before = [Decimal(late) for ago, late, _ in paid if _QUARTER_DAYS < ago <= _YEAR_DAYS]
        if newest and before:
            found["trend_days"] = sum(newest, ZERO) / len(newest) - sum(before, ZERO) / len(before)
    first = min((item.doc_date for item in items if item.doc_date), default=None)
    if first is not None:
        start, end = Month.of(first), Month.of(as_of)
        found["tenure_months_inverse"] = Decimal((end.year - start.year) * 12 + end.number - start.number)
    return found


def _weighted(late: Sequence[tuple[int, Decimal]]) -> Decimal:
    whole = sum((amount for _, amount in late), ZERO)
    return sum((days * amount for days, amount in late), ZERO) / whole

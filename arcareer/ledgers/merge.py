"""Lines that belong together: exact repetitions, instalments of one invoice, and the lines of one invoice."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from arcareer.domain.receivables import CREDIT_TYPES, ZERO, LedgerItem

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from decimal import Decimal

_Key = tuple[object, ...]


def without_repetitions(items: Sequence[LedgerItem], marks: Sequence[int]) -> tuple[list[LedgerItem], int]:
    """Return the items whose lines are not exact copies of an earlier line, and how many copies there were.

    `marks` holds a hash of each item's whole line. An item without a document number is always kept: two equal receipts
    on one day are two receipts.
    """
    repeated = _repeated_numbers(items)
    seen: dict[int, LedgerItem] = {}
    kept: list[LedgerItem] = []
    for item, mark in zip(items, marks, strict=True):
        if item.doc_number not in repeated:
            kept.append(item)
            continue
        earlier = seen.setdefault(mark, item)
        if earlier is item or replace(earlier, line=item.line) != item:
            kept.append(item)
    return kept, len(items) - len(kept)


def _repeated_numbers(items: Iterable[LedgerItem]) -> set[str]:
    seen: set[str] = set()
    repeated: set[str] = set()
    for item in items:
        if item.doc_number:
            (repeated if item.doc_number in seen else seen).add(item.doc_number)
    return repeated


def joined_instalments(items: list[LedgerItem], *, line_level: bool) -> list[LedgerItem]:
    """Join lines of the same document: payments in instalments, or (`line_level`) the lines an invoice is made of.

    The totals of an invoice stand on each of its lines and count once; its payments add. What is open is what the
    last payment left, else the original amount less all payments.
    """
    repeated = _repeated_numbers(items)
    groups: dict[_Key, list[LedgerItem]] = {}
    for item in items:
        if item.doc_number in repeated:
            groups.setdefault(_document_key(item, line_level=line_level), []).append(item)
    joined: list[LedgerItem] = []
    for item in items:
        group = groups.get(_document_key(item, line_level=line_level)) if item.doc_number in repeated else None
        if group is None or len(group) == 1:
            joined.append(item)
        elif group[0] is item:
            joined.append(_joined(group, line_level=line_level))
    return joined


def _document_key(item: LedgerItem, *, line_level: bool) -> _Key:
    if not item.doc_number or not (line_level or item.receipts):
        return (item.line,)
    return (
        item.customer,
        item.doc_number,
        item.doc_type,
        item.doc_date,
        item.due_date,
        item.currency,
        item.original_amount,
    )


def _joined(group: list[LedgerItem], *, line_level: bool) -> LedgerItem:
    first = group[0]
    if line_level:
        return first
    receipts = sorted((receipt for item in group for receipt in item.receipts), key=lambda receipt: receipt.paid_on)
    paid = sum((receipt.amount for receipt in receipts), ZERO)
    rests = [item.open_amount for item in group]
    opened = min(rests, key=abs) if rests else first.original_amount - paid
    if all(rest == item.original_amount - _paid(item) for rest, item in zip(rests, group, strict=True)):
        opened = first.original_amount - paid
    return replace(
        first,
        open_amount=opened,
        paid_date=receipts[-1].paid_on if opened == 0 and receipts else None,
        receipts=tuple(receipts),
        disputed=any(item.disputed for item in group) if first.disputed is not None else None,
    )


def _paid(item: LedgerItem) -> Decimal:
    return sum((receipt.amount for receipt in item.receipts), ZERO)


def with_signs(items: list[LedgerItem]) -> tuple[list[LedgerItem], bool]:
    """Return the items with credits below zero, and whether signs had to be turned.

    Some exports print credit notes and receipts without a sign; that is so when no document at all is negative.
    """
    if any(item.original_amount < 0 or item.open_amount < 0 for item in items):
        return items, False
    if not any(item.doc_type in CREDIT_TYPES and (item.original_amount or item.open_amount) for item in items):
        return items, False
    return [_turned(item) if item.doc_type in CREDIT_TYPES else item for item in items], True


def _turned(item: LedgerItem) -> LedgerItem:
    local, local_open = item.local_amount, item.local_open_amount
    return replace(
        item,
        original_amount=-item.original_amount,
        open_amount=-item.open_amount,
        local_amount=None if local is None else -local,
        local_open_amount=None if local_open is None else -local_open,
    )

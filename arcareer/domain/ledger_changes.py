"""What happened between two imports of the same ledger: paid, part-paid, credited, newly late, newly disputed."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from arcareer.domain.receivables import AgingBasis, Bucket, DocType, LedgerItem, age_bucket

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date


class ChangeKind(StrEnum):
    """What happened to a document."""

    SETTLED = "settled"
    PART_PAID = "part_paid"
    CREDITED = "credited"
    NEWLY_LATE = "newly_late"
    DISPUTE_CLOSED = "dispute_closed"


@dataclass(frozen=True, slots=True)
class LedgerChange:
    """A change of one document; `amount` is what moved (for newly late: what is open), in the document's currency.

    `days_late` counts from the due date to `seen_on`, the as-of day of the later list; `key` is the same whenever the
    same change is found again, so that nothing is proposed twice.
    """

    kind: ChangeKind
    customer: str
    customer_name: str
    doc_number: str
    currency: str
    amount: Decimal
    open_before: Decimal
    open_after: Decimal
    days_late: int
    seen_on: date

    @property
    def key(self) -> str:
        """What tells this change from any other."""
        return "|".join(
            (self.kind, self.customer, self.doc_number, self.currency, f"{self.open_before:f}", f"{self.open_after:f}")
        )


_Key = tuple[str, str, DocType, str]


def changes_between(
    earlier: Sequence[LedgerItem],
    later: Sequence[LedgerItem],
    earlier_as_of: date,
    later_as_of: date,
    known: Iterable[str] = (),
) -> tuple[LedgerChange, ...]:
    """Return what happened from `earlier` to `later`, largest amount first; changes whose key is in `known` stay out.

    An invoice that is gone from the later list counts as settled: whether it was paid or credited the lists alone
    cannot tell, so new credit notes stand beside. Documents without a number cannot be followed. Raises `ValueError`
    when the later list is not of a later day.
    """
    if later_as_of <= earlier_as_of:
        raise ValueError("the later list has to be of a later day")
    before, after = _by_document(earlier), _by_document(later)
    seen = frozenset(known)
    found = [
        *_settlements(before, after, later_as_of),
        *_credits(before, after, later_as_of),
        *_newly_late(before, after, earlier_as_of, later_as_of),
        *_closed_disputes(before, after, later_as_of),
    ]
    fresh = [change for change in found if change.key not in seen]
    return tuple(sorted(fresh, key=lambda change: (-change.amount, change.customer, change.doc_number)))


def _by_document(items: Iterable[LedgerItem]) -> dict[_Key, LedgerItem]:
    return {(i.customer, i.doc_number, i.doc_type, i.currency): i for i in items if i.doc_number}


def _settlements(
    before: Mapping[_Key, LedgerItem], after: Mapping[_Key, LedgerItem], seen_on: date
) -> Iterator[LedgerChange]:
    for key, item in before.items():
        if item.open_amount <= 0:
            continue
        rest = after[key].open_amount if key in after else Decimal(0)
        if rest < item.open_amount:
            kind = ChangeKind.SETTLED if rest <= 0 else ChangeKind.PART_PAID
            yield _change(kind, item, item.open_amount - rest, rest, seen_on)


def _credits(
    before: Mapping[_Key, LedgerItem], after: Mapping[_Key, LedgerItem], seen_on: date
) -> Iterator[LedgerChange]:
    for key, item in after.items():
        if key not in before and item.doc_type is DocType.CREDIT_MEMO:
            yield _change(ChangeKind.CREDITED, item, -item.original_amount, item.open_amount, seen_on)


def _newly_late(
    before: Mapping[_Key, LedgerItem], after: Mapping[_Key, LedgerItem], earlier_as_of: date, later_as_of: date
) -> Iterator[LedgerChange]:
    for key, item in after.items():
        if item.open_amount <= 0 or age_bucket(item, later_as_of, AgingBasis.DUE_DATE) is Bucket.CURRENT:
            continue
        earlier = before.get(key)
        if earlier is None or age_bucket(earlier, earlier_as_of, AgingBasis.DUE_DATE) is Bucket.CURRENT:
            yield _change(ChangeKind.NEWLY_LATE, item, item.open_amount, item.open_amount, later_as_of)


def _closed_disputes(
    before: Mapping[_Key, LedgerItem], after: Mapping[_Key, LedgerItem], seen_on: date
) -> Iterator[LedgerChange]:
    for key, item in before.items():
        if item.disputed and key in after and after[key].disputed is False:
            yield _change(ChangeKind.DISPUTE_CLOSED, item, item.open_amount, after[key].open_amount, seen_on)


def _change(kind: ChangeKind, item: LedgerItem, amount: Decimal, rest: Decimal, seen_on: date) -> LedgerChange:
    start = item.due_date or item.doc_date
    return LedgerChange(
        kind=kind,
        customer=item.customer,
        customer_name=item.customer_name,
        doc_number=item.doc_number,
        currency=item.currency,
        amount=amount,
        open_before=item.open_amount,
        open_after=rest,
        days_late=(seen_on - start).days if start else 0,
        seen_on=seen_on,
    )

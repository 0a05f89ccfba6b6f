"""Receivables as values: open and settled documents, their age, and what is open in which band."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

ZERO = Decimal(0)


class DocType(StrEnum):
    """The kinds of document a receivables ledger holds."""

    INVOICE = "invoice"
    CREDIT_MEMO = "credit_memo"
    DEBIT_MEMO = "debit_memo"
    PAYMENT = "payment"
    ON_ACCOUNT = "on_account"
    JOURNAL = "journal"
    FINANCE_CHARGE = "finance_charge"
    CHARGEBACK = "chargeback"
    REFUND = "refund"
    WRITE_OFF = "write_off"


CREDIT_TYPES = frozenset({DocType.CREDIT_MEMO, DocType.PAYMENT, DocType.ON_ACCOUNT, DocType.WRITE_OFF})


class Bucket(StrEnum):
    """Aging bands in days past due; due today is current, day 30 still belongs to 1-30, day 91 is over 90."""

    CURRENT = "current"
    DAYS_1_30 = "1-30"
    DAYS_31_60 = "31-60"
    DAYS_61_90 = "61-90"
    OVER_90 = "91+"


class AgingBasis(StrEnum):
    """The date from which items age."""

    DUE_DATE = "due_date"
    DOCUMENT_DATE = "document_date"


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """A payment of an invoice: when and how much."""

    paid_on: date
    amount: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerItem:
    """One document of a receivables ledger; credits are negative. `currency` is empty when nobody said it.

    `line` is the line of the file it came from; `receipts` are its payments where the file tells them one by one.
    """

    line: int
    customer_id: str = ""
    customer_name: str = ""
    doc_type: DocType = DocType.INVOICE
    doc_number: str = ""
    transaction_no: str = ""
    po_number: str = ""
    reference: str = ""
    details: str = ""
    doc_date: date | None = None
    due_date: date | None = None
    paid_date: date | None = None
    closed_at: date | None = None
    currency: str = ""
    original_amount: Decimal = ZERO
    open_amount: Decimal = ZERO
    local_amount: Decimal | None = None
    local_open_amount: Decimal | None = None
    local_currency: str = ""
    disputed: bool | None = None
    receipts: tuple[Receipt, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether anything of the document is still unsettled."""
        return self.open_amount != 0

    @property
    def customer(self) -> str:
        """What identifies the customer: the number, else the name."""
        return self.customer_id or self.customer_name


@dataclass(frozen=True, slots=True)
class Aging:
    """Open amounts of one currency by band: net, debits only, and the number of items."""

    net: Mapping[Bucket, Decimal]
    debits: Mapping[Bucket, Decimal]
    count: Mapping[Bucket, int]

    @property
    def total(self) -> Decimal:
        """The open balance, credits taken off."""
        return sum(self.net.values(), ZERO)


def bucket_of(days_past_due: int) -> Bucket:
    """Return the band of an item that is `days_past_due` days late; zero and less is current."""
    if days_past_due <= 0:
        return Bucket.CURRENT
    if days_past_due <= 30:
        return Bucket.DAYS_1_30
    if days_past_due <= 60:
        return Bucket.DAYS_31_60
    return Bucket.DAYS_61_90 if days_past_due <= 90 else Bucket.OVER_90


def age_bucket(item: LedgerItem, as_of: date, basis: AgingBasis) -> Bucket:
    """Return the band of `item` on `as_of`.

    By due date, an item without one is aged by its document date. By document date, the first 30 days count as
    current. An item without any date counts as current.
    """
    if basis is AgingBasis.DOCUMENT_DATE:
        day = item.doc_date or item.due_date
        age = (as_of - day).days if day else 0
        return Bucket.CURRENT if age <= 30 else bucket_of(age)
    day = item.due_date or item.doc_date
    return bucket_of((as_of - day).days if day else 0)


def aging_by_currency(
    items: Iterable[LedgerItem], as_of: date, basis: AgingBasis = AgingBasis.DUE_DATE
) -> dict[str, Aging]:
    """Return the aging of the open items per currency; two currencies never add."""
    net: dict[str, dict[Bucket, Decimal]] = defaultdict(lambda: dict.fromkeys(Bucket, ZERO))
    debits: dict[str, dict[Bucket, Decimal]] = defaultdict(lambda: dict.fromkeys(Bucket, ZERO))
    count: dict[str, dict[Bucket, int]] = defaultdict(lambda: dict.fromkeys(Bucket, 0))
    for item in items:
        if not item.is_open:
            continue
        bucket = age_bucket(item, as_of, basis)
        net[item.currency][bucket] += item.open_amount
        debits[item.currency][bucket] += max(item.open_amount, ZERO)
        count[item.currency][bucket] += 1
    return {currency: Aging(net[currency], debits[currency], count[currency]) for currency in sorted(net)}


@dataclass(frozen=True, slots=True)
class OpenTotals:
    """The open balance of one currency: net, debits and credits."""

    net: Decimal
    debits: Decimal
    credits: Decimal


def open_totals(items: Iterable[LedgerItem]) -> dict[str, OpenTotals]:
    """Return what is open per currency; a currency whose items are all settled stands there with zeros."""
    debits: dict[str, Decimal] = defaultdict(lambda: ZERO)
    credited: dict[str, Decimal] = defaultdict(lambda: ZERO)
    for item in items:
        debits[item.currency] += max(item.open_amount, ZERO)
        credited[item.currency] += min(item.open_amount, ZERO)
    return {
        currency: OpenTotals(debits[currency] + credited[currency], debits[currency], credited[currency])
        for currency in sorted(debits)
    }


def open_on(item: LedgerItem, day: date) -> bool:
    """Whether a fully known invoice was open at the end of `day`: issued by then, and not paid by then."""
    return item.doc_date is not None and item.doc_date <= day and (item.paid_date is None or item.paid_date > day)

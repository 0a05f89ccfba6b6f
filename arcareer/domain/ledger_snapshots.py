"""Imported ledgers: what a list said on its day, how its layout is read, and what was decided about its changes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from arcareer.domain.figures import FigureScope
from arcareer.domain.identity import named_id
from arcareer.domain.receivables import AgingBasis, Bucket


@dataclass(frozen=True, slots=True)
class CurrencyTotal:
    """What a list holds in one currency: documents, the open balance, and the balance by band (in `Bucket` order)."""

    currency: str
    documents: int
    open_amount: Decimal
    bands: tuple[Decimal, ...]
    open_documents: int = 0
    disputed: Decimal | None = None

    @property
    def aging(self) -> Mapping[Bucket, Decimal]:
        """Return the open balance by band; empty where the day of the list is unknown."""
        return dict(zip(Bucket, self.bands, strict=False))


@dataclass(frozen=True, slots=True)
class RowCount:
    """How many rows of a list are of a kind, so that every row is accounted for."""

    kind: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SnapshotHead:
    """A list on its day, without its documents.

    `ledger` is the name the user gave the ledger it belongs to; lists of one ledger are compared. `sha256` is the hash
    of the file's bytes, by which the same file is known again.
    """

    id: UUID
    ledger: str
    file_name: str
    sha256: str
    fingerprint: str
    as_of: date
    imported_at: datetime
    scope: FigureScope
    basis: AgingBasis
    is_full_history: bool
    rows: tuple[RowCount, ...]
    totals: tuple[CurrencyTotal, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerSnapshot(SnapshotHead):
    """A list with its documents; `items` are compressed and read back by `ledgers.packed_items`."""

    items: bytes


def snapshot_id(ledger: str, sha256: str) -> UUID:
    """Return the identity of a list: the same file of the same ledger is the same list."""
    return named_id("ledger-snapshot", ledger.casefold(), sha256)


@dataclass(frozen=True, slots=True)
class ColumnChoice:
    """A column by its name, and the field it was confirmed to hold (empty: leave it out)."""

    column: str
    field: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerLayout:
    """How lists of one layout are read: confirmed once, then remembered under the fingerprint of their header."""

    id: UUID
    fingerprint: str
    ledger: str = ""
    columns: tuple[ColumnChoice, ...] = ()
    currency: str = ""
    date_order: str = ""
    decimal_mark: str = ""
    sheet: str = ""
    scope: FigureScope = FigureScope.PORTFOLIO


def layout_id(fingerprint: str) -> UUID:
    """Return the identity of a layout."""
    return named_id("ledger-layout", fingerprint)


class Verdict(StrEnum):
    """What became of a proposed win."""

    TAKEN = "taken"
    DISMISSED = "dismissed"


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerVerdict:
    """The user's word on one change of a ledger, so that it is not proposed again. `win` is what came of it."""

    id: UUID
    ledger: str
    change_key: str
    verdict: Verdict
    decided_at: datetime
    win: UUID | None = None


def verdict_id(ledger: str, change_key: str) -> UUID:
    """Return the identity of the verdict on a change."""
    return named_id("ledger-verdict", ledger.casefold(), change_key)

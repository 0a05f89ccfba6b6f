"""What reading a ledger export gives: its documents, every other row by kind, and what has to be asked."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from decimal import Decimal

    from arcareer.domain.receivables import AgingBasis, Bucket, LedgerItem
    from arcareer.ledgers.classify import RowKind
    from arcareer.ledgers.layout import Header
    from arcareer.ledgers.survey import Survey
    from arcareer.ledgers.vocabulary import Field
    from arcareer.reading.dates import DateOrder
    from arcareer.reading.table import Origin


class LedgerKind(StrEnum):
    """Whether an export lists documents, or only balances per customer."""

    TRANSACTIONS = "transactions"
    SUMMARY = "summary"


class Question(StrEnum):
    """What a reader cannot know and has to be told."""

    AS_OF = "as_of"
    CURRENCY = "currency"
    DATE_ORDER = "date_order"
    DECIMAL_MARK = "decimal"
    COLUMNS = "columns"


@dataclass(frozen=True, slots=True)
class ReadingChoices:
    """What the user decided for a layout: confirmed once, then remembered under the header's fingerprint.

    `columns` maps a column's name to a field; `local_currency` is the currency of amounts that name none.
    """

    as_of: date | None = None
    local_currency: str = ""
    date_order: DateOrder | None = None
    decimal_mark: str = ""
    sheet: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RejectedRow:
    """A row that could not be read or does not belong, with its line and the reason in plain words."""

    line: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class LedgerWarning:
    """Something the user should know before relying on the figures: a permanent code and a sentence."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class SummaryLeaf:
    """The balance of one customer in a summary, by band."""

    line: int
    customer: str
    buckets: Mapping[Bucket, Decimal]
    total: Decimal
    currency: str = ""


@dataclass(frozen=True, slots=True)
class DeclaredTotal:
    """A total the file declares itself: the line, and the amounts by field and by column name."""

    line: int
    currency: str
    amounts: Mapping[Field, Decimal]
    by_column: Mapping[str, Decimal]


@dataclass(frozen=True, slots=True)
class TieOut:
    """The sums of what was read against what the file declares; `differences` is empty when all agree."""

    summary: str
    declared: Mapping[str, Decimal]
    declared_local: Mapping[str, Decimal]
    differences: Mapping[str, Decimal]


@dataclass(frozen=True, slots=True)
class LedgerReading:
    """A ledger export after reading; `items` or `leaves` according to `kind`.

    `kinds` counts the rows that are no documents; `duplicates` counts exactly repeated lines that were taken once;
    `dropped` counts rows left out by reason (deleted, void, payables); `section_word` is the word the file uses for the
    headings of its customer blocks.
    """

    origin: Origin
    kind: LedgerKind
    survey: Survey
    header: Header | None
    items: tuple[LedgerItem, ...]
    leaves: tuple[SummaryLeaf, ...]
    kinds: Mapping[RowKind, int]
    other_rows: tuple[tuple[int, RowKind], ...]
    rejected: tuple[RejectedRow, ...]
    warnings: tuple[LedgerWarning, ...]
    questions: tuple[Question, ...]
    as_of: date | None
    aging_basis: AgingBasis
    declared: DeclaredTotal | None
    tie_out: TieOut
    data_lines: int
    duplicates: int
    dropped: Mapping[str, int]
    section_word: str = ""
    blank_currency: bool = False
    signs_turned: bool = False

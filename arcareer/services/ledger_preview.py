"""What a list holds before anything of it is kept: read in any thread, without looking at the library."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import islice
from pathlib import Path

from arcareer.domain.history import Month, MonthFigures, by_currency, is_full_history, monthly_figures
from arcareer.domain.ledger_snapshots import CurrencyTotal, LedgerLayout, RowCount
from arcareer.domain.metric_months import AGING_PARTS, Part
from arcareer.domain.receivables import ZERO, AgingBasis, Bucket, LedgerItem, aging_by_currency
from arcareer.ledgers.classify import RowKind
from arcareer.ledgers.files import open_ledger
from arcareer.ledgers.packed_items import pack_items
from arcareer.ledgers.reading import (
    LedgerKind,
    LedgerReading,
    LedgerWarning,
    Question,
    ReadingChoices,
    RejectedRow,
    SummaryLeaf,
    TieOut,
)
from arcareer.ledgers.vocabulary import Field
from arcareer.progress import Progress, silent
from arcareer.reading.dates import DateOrder
from arcareer.reading.table import Table, cell_text

KnownLayouts = Mapping[str, LedgerLayout]
_MOST_REJECTED = 500
_SAMPLES = 5
_DAYS_AROUND_MONTH_END = 4
_FEWEST_NAMES = 3
_FIRST_ROWS = 60


@dataclass(frozen=True, slots=True)
class ColumnGuess:
    """A column by its name, the field it is read as (empty: left alone), and what stands in its first rows."""

    column: str
    field: str
    sample: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FoundMonth:
    """What a list tells of a month in one currency."""

    currency: str
    month: Month
    parts: tuple[tuple[Part, Decimal], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerPreview:
    """A list as it was read. Nothing of it is kept; contact columns are in none of its fields.

    `choices` are the answers it was read with; `rejected` are the first few hundred of `rejected_total`; `months` are
    what the list tells of whole months; `month_note` says why there are none.
    """

    name: str
    sha256: str
    fingerprint: str
    kind: LedgerKind
    as_of: date | None
    basis: AgingBasis
    choices: ReadingChoices
    columns: tuple[ColumnGuess, ...]
    used_known_layout: bool
    totals: tuple[CurrencyTotal, ...]
    rows: tuple[RowCount, ...]
    rejected: tuple[RejectedRow, ...]
    rejected_total: int
    warnings: tuple[LedgerWarning, ...]
    questions: tuple[Question, ...]
    tie: TieOut
    dropped_columns: tuple[str, ...]
    customers: tuple[str, ...]
    sample: tuple[LedgerItem, ...]
    is_full_history: bool
    items_packed: bytes
    months: tuple[FoundMonth, ...]
    month_note: str

    @property
    def row_total(self) -> int:
        """Return how many rows the list has; every one of them is in `rows`."""
        return sum(row.count for row in self.rows)

    @property
    def differences(self) -> bool:
        """Return whether the list's own totals and its rows disagree."""
        return bool(self.tie.differences)

    @property
    def is_ready(self) -> bool:
        """Return whether it can be taken: something was found and no question is open."""
        return bool(self.totals) and not self.questions


def read_preview(
    source: Path | str, answers: ReadingChoices, known: KnownLayouts, progress: Progress = silent
) -> LedgerPreview:
    """Read a file, or pasted cells given as text; a layout known from before answers what `answers` do not.

    Raises `UserError` for a file that cannot be read, `EnvironmentFault` for the disk, `Cancelled` through `progress`.
    """
    table, reading = open_ledger(source, answers, progress)
    layout = _layout_of(table, reading, known)
    completed = answers if layout is None else answered_by(layout, answers)
    if completed != answers:
        table, reading = open_ledger(source, completed, progress)
    sha256 = reading.origin.sha256 or hashlib.sha256(str(source).encode()).hexdigest()
    return _preview(table, reading, completed, sha256, used=layout is not None)


def _layout_of(table: Table, reading: LedgerReading, known: KnownLayouts) -> LedgerLayout | None:
    """Return the layout a list has: by its header, or by the names of columns that mean nothing but to the user."""
    if reading.header is not None:
        return known.get(reading.header.fingerprint)
    rows = [{cell_text(cell).strip() for cell in row.cells} for row in islice(table.rows(silent), _FIRST_ROWS)]
    for layout in known.values():
        named = {choice.column for choice in layout.columns if choice.field}
        if named and any(named <= row for row in rows):
            return layout
    return None


def answered_by(layout: LedgerLayout, answers: ReadingChoices) -> ReadingChoices:
    """Return the answers with what is known of a layout put in where they say nothing."""
    order = DateOrder(layout.date_order) if layout.date_order in DateOrder.__members__ else None
    return replace(
        answers,
        columns={**{choice.column: choice.field for choice in layout.columns}, **answers.columns},
        local_currency=answers.local_currency or layout.currency,
        date_order=answers.date_order or order,
        decimal_mark=answers.decimal_mark or layout.decimal_mark,
        sheet=answers.sheet or layout.sheet,
    )


def _preview(
    table: Table, reading: LedgerReading, choices: ReadingChoices, sha256: str, *, used: bool
) -> LedgerPreview:
    months, note = _months(reading)
    names = Counter(item.customer_name or item.customer_id for item in reading.items)
    return LedgerPreview(
        name=reading.origin.name,
        sha256=sha256,
        fingerprint=reading.header.fingerprint if reading.header is not None else "",
        kind=reading.kind,
        as_of=reading.as_of,
        basis=reading.aging_basis,
        choices=choices,
        columns=_columns(table, reading),
        used_known_layout=used,
        totals=_totals(reading),
        rows=_row_counts(reading),
        rejected=reading.rejected[:_MOST_REJECTED],
        rejected_total=len(reading.rejected),
        warnings=reading.warnings,
        questions=_questions(reading),
        tie=reading.tie_out,
        dropped_columns=_contact_columns(reading),
        customers=tuple(name for name, _ in names.most_common() if name),
        sample=reading.items[:_SAMPLES],
        is_full_history=is_full_history(reading.items),
        items_packed=pack_items(reading.items),
        months=months,
        month_note=note,
    )


def _questions(reading: LedgerReading) -> tuple[Question, ...]:
    """Return what has to be asked; a list that is kept needs its day also where nothing of it is open."""
    if reading.as_of is None and reading.items and Question.AS_OF not in reading.questions:
        return (Question.AS_OF, *reading.questions)
    return reading.questions


def _row_counts(reading: LedgerReading) -> tuple[RowCount, ...]:
    """Return every row of the list by kind: documents, what is left out with its reason, and the rest."""
    left_out = len(reading.rejected)
    unplaced = sum(kind is RowKind.REJECTED for _, kind in reading.other_rows)
    documents = reading.data_lines - (left_out - unplaced)
    kinds = {kind.value: count for kind, count in reading.kinds.items()}
    counts = {"transaction": documents, **kinds, "rejected": left_out}
    return tuple(RowCount(kind, count) for kind, count in counts.items() if count)


def _contact_columns(reading: LedgerReading) -> tuple[str, ...]:
    if reading.header is None:
        return ()
    names = reading.header.names
    return tuple(names[index] for index in reading.survey.columns.by_field.get(Field.CONTACT, ()) if index < len(names))


def _columns(table: Table, reading: LedgerReading) -> tuple[ColumnGuess, ...]:
    rows = [tuple(cell_text(cell).strip() for cell in row.cells) for row in islice(table.rows(silent), _FIRST_ROWS)]
    names = reading.header.names if reading.header is not None else _possible_names(rows)
    fields = {index: field.value for field, places in reading.survey.columns.by_field.items() for index in places}
    hidden = set(reading.survey.columns.by_field.get(Field.CONTACT, ()))
    start = reading.header.lines[-1] if reading.header is not None else 0
    body = [row for row in rows[min(start, len(rows)) :] if sum(map(bool, row)) >= _FEWEST_NAMES][:_SAMPLES]
    return tuple(
        ColumnGuess(
            name,
            fields.get(index, ""),
            () if index in hidden else tuple(row[index] for row in body if index < len(row) and row[index]),
        )
        for index, name in enumerate(names)
        if name
    )


def _possible_names(rows: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """Return the row that most looks like headings where none was known: the first of the fullest rows."""
    filled = [sum(map(bool, row)) for row in rows]
    return rows[filled.index(max(filled))] if filled and max(filled) >= _FEWEST_NAMES else ()


def _totals(reading: LedgerReading) -> tuple[CurrencyTotal, ...]:
    if reading.kind is LedgerKind.SUMMARY:
        return _summary_totals(reading.leaves)
    ages = aging_by_currency(reading.items, reading.as_of, reading.aging_basis) if reading.as_of else {}
    return tuple(_total(currency, items, ages) for currency, items in by_currency(reading.items).items())


def _total(currency: str, items: Sequence[LedgerItem], ages: Mapping[str, object]) -> CurrencyTotal:
    aging = ages.get(currency)
    net = getattr(aging, "net", {})
    known = [item for item in items if item.disputed is not None]
    return CurrencyTotal(
        currency=currency,
        documents=len(items),
        open_amount=sum((item.open_amount for item in items), ZERO),
        bands=tuple(net[bucket] for bucket in Bucket) if net else (),
        open_documents=sum(item.is_open for item in items),
        disputed=sum((item.open_amount for item in known if item.disputed), ZERO) if known else None,
    )


def _summary_totals(leaves: Sequence[SummaryLeaf]) -> tuple[CurrencyTotal, ...]:
    totals: dict[str, dict[Bucket, Decimal]] = {}
    for leaf in leaves:
        bands = totals.setdefault(leaf.currency, dict.fromkeys(Bucket, ZERO))
        for bucket, amount in leaf.buckets.items():
            bands[bucket] += amount
    return tuple(
        CurrencyTotal(currency, 0, sum(bands.values(), ZERO), tuple(bands[bucket] for bucket in Bucket))
        for currency, bands in sorted(totals.items())
    )


def _months(reading: LedgerReading) -> tuple[tuple[FoundMonth, ...], str]:
    """Return what the list tells of whole months, or why it tells nothing."""
    if reading.as_of is None or not (reading.items or reading.leaves):
        return (), ""
    if is_full_history(reading.items):
        return tuple(_history_months(reading)), ""
    month = _month_closed_by(reading.as_of)
    if month is None:
        return (), f"The list is of {reading.as_of.day} {reading.as_of:%B %Y}, not of the end of a month."
    if reading.aging_basis is AgingBasis.DOCUMENT_DATE and reading.kind is LedgerKind.TRANSACTIONS:
        note = "Its items age from their document date, so its bands are not taken over."
        return tuple(
            FoundMonth(total.currency, month, ((Part.ENDING_AR, total.open_amount),)) for total in _totals(reading)
        ), note
    return tuple(FoundMonth(total.currency, month, _parts_of(total)) for total in _totals(reading)), ""


def _parts_of(total: CurrencyTotal) -> tuple[tuple[Part, Decimal], ...]:
    bands = tuple((AGING_PARTS[bucket], amount) for bucket, amount in total.aging.items())
    disputed = () if total.disputed is None else ((Part.DISPUTES_OPEN_AMOUNT, total.disputed),)
    return ((Part.ENDING_AR, total.open_amount), *bands, *disputed)


def _month_closed_by(day: date) -> Month | None:
    """Return the month at whose end, give or take some days, a list of `day` stands."""
    month = Month.of(day)
    if (month.end - day).days <= _DAYS_AROUND_MONTH_END:
        return month
    if day.day <= _DAYS_AROUND_MONTH_END:
        return Month(month.year - (month.number == 1), (month.number - 2) % 12 + 1)
    return None


def _history_months(reading: LedgerReading) -> Iterator[FoundMonth]:
    """Yield the months of a full history that had ended on the day of the list."""
    for currency, items in by_currency(reading.items).items():
        for figures in monthly_figures(items):
            if reading.as_of is not None and figures.month.end <= reading.as_of:
                yield FoundMonth(currency, figures.month, _history_parts(figures))


def _history_parts(figures: MonthFigures) -> tuple[tuple[Part, Decimal], ...]:
    known = {
        Part.BEGINNING_AR: figures.beginning_ar,
        Part.CREDIT_SALES: figures.credit_sales,
        Part.COLLECTIONS: figures.collections,
        Part.ENDING_AR: figures.end.total,
        **{AGING_PARTS[bucket]: amount for bucket, amount in figures.end.amount.items()},
        Part.INVOICES_ISSUED: Decimal(figures.invoices_issued),
    }
    return tuple((part, value) for part, value in known.items() if value is not None)

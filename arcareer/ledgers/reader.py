"""Read a ledger export: a table in, a `LedgerReading` out, with every row accounted for."""

from __future__ import annotations

from array import array
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from arcareer.domain.receivables import ZERO, AgingBasis, LedgerItem
from arcareer.ledgers.as_of import as_of_from_ages, as_of_from_column, as_of_from_titles
from arcareer.ledgers.build import ItemBuilder, UnreadableRowError, UnwantedRowError
from arcareer.ledgers.classify import GroupState, RowClassifier, RowKind
from arcareer.ledgers.merge import joined_instalments, with_signs, without_repetitions
from arcareer.ledgers.printed import printed_rows
from arcareer.ledgers.reading import (
    DeclaredTotal,
    LedgerKind,
    LedgerReading,
    ReadingChoices,
    RejectedRow,
    SummaryLeaf,
)
from arcareer.ledgers.remarks import remarks_on
from arcareer.ledgers.summary import is_summary, leaf_of
from arcareer.ledgers.survey import Survey, survey_rows
from arcareer.ledgers.tie_out import tie_out_items, tie_out_leaves
from arcareer.ledgers.vocabulary import AMOUNT_FIELDS, Field, Vocabulary, default_vocabulary
from arcareer.progress import Progress, silent
from arcareer.reading.table import FileKind, SourceRow, Table, cell_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from decimal import Decimal

_WALKS = 2
_MOST_AGES = 1_000
_NO_CHOICES = ReadingChoices()


@dataclass(slots=True)
class _Gathered:
    """What the second walk collects."""

    items: list[LedgerItem] = field(default_factory=list)
    marks: array[int] = field(default_factory=lambda: array("q"))
    leaves: list[SummaryLeaf] = field(default_factory=list)
    kinds: Counter[RowKind] = field(default_factory=Counter)
    other_rows: list[tuple[int, RowKind]] = field(default_factory=list)
    rejected: list[RejectedRow] = field(default_factory=list)
    dropped: Counter[str] = field(default_factory=Counter)
    declared: list[DeclaredTotal] = field(default_factory=list)
    ages: list[tuple[date, int]] = field(default_factory=list)
    data_lines: int = 0


def read_ledger(
    table: Table,
    choices: ReadingChoices = _NO_CHOICES,
    progress: Progress = silent,
    vocabulary: Vocabulary | None = None,
) -> LedgerReading:
    """Read `table` in two walks: one to understand its layout, one to read its rows.

    Nothing is assumed: what the file does not say and `choices` do not answer comes back as a question. Raises
    `Cancelled` through `progress`, and what the table raises while it is read.
    """
    words = vocabulary or default_vocabulary()
    survey = survey_rows(_rows(table, _stage(progress, 0), words), words, choices.columns, choices.date_order)
    builder = ItemBuilder(survey, words, choices)
    gathered = _Gathered()
    summary = is_summary(survey.columns)
    classifier = RowClassifier(survey, words, is_summary=summary)
    for row in _rows(table, _stage(progress, 1), words):
        kind = classifier.kind_of(row)
        if kind is RowKind.TRANSACTION or _is_unwanted(row, builder):
            gathered.data_lines += 1
            _take(row, survey, builder, classifier.group, gathered, summary=summary)
        else:
            _note(row, kind, survey, gathered)
            if kind is RowKind.GRAND_TOTAL:
                gathered.declared.append(_declared(row, survey, builder, classifier.group))
    _settle_trailing_headings(gathered)
    reading = _concluded(table, survey, builder, choices, gathered)
    return remarks_on(replace(reading, section_word=classifier.section_word), builder)


def _stage(progress: Progress, number: int) -> Progress:
    """Return a progress for one of the two walks, so that together they run from nothing to all once."""

    def report(done: int, total: int, note: str = "") -> None:
        progress(number * total + done, _WALKS * total, note)

    return report


def _rows(table: Table, progress: Progress, words: Vocabulary) -> Iterator[SourceRow]:
    rows = table.rows(progress)
    is_spaced = table.origin.kind is FileKind.PRINTED and not table.origin.delimiter
    return printed_rows(rows, words) if is_spaced else rows


def _is_unwanted(row: SourceRow, builder: ItemBuilder) -> bool:
    """Whether a row without date or amount is marked deleted or void, which explains it better than its kind."""
    try:
        builder.refuse_unwanted(row.cells)
    except UnwantedRowError:
        return True
    return False


def _take(
    row: SourceRow, survey: Survey, builder: ItemBuilder, group: GroupState, gathered: _Gathered, *, summary: bool
) -> None:
    try:
        if summary:
            gathered.leaves.append(leaf_of(row, survey.columns, builder, group, survey.total_names))
            return
        item = builder.item(row, group)
    except UnreadableRowError as unreadable:
        gathered.rejected.append(RejectedRow(row.line, _shown(row, survey), str(unreadable)))
        return
    except UnwantedRowError as unwanted:
        gathered.dropped[str(unwanted)] += 1
        gathered.rejected.append(RejectedRow(row.line, _shown(row, survey), f"left out: {unwanted}"))
        return
    gathered.items.append(item)
    gathered.marks.append(hash((row.cells, group.customer_id, group.customer_name)))
    if item.due_date is not None and len(gathered.ages) < _MOST_AGES:
        age = _age(row, survey)
        if age is not None:
            gathered.ages.append((item.due_date, age))


def _age(row: SourceRow, survey: Survey) -> int | None:
    index = survey.columns.first(Field.DAYS_PAST_DUE)
    text = cell_text(row.cells[index]).strip() if 0 <= index < len(row.cells) else ""
    try:
        return int(text) if text else None
    except ValueError:
        return None


def _shown(row: SourceRow, survey: Survey) -> str:
    """Return the text of a row without its contact columns."""
    hidden = set(survey.columns.by_field.get(Field.CONTACT, ()))
    texts = (cell_text(cell).strip() for index, cell in enumerate(row.cells) if index not in hidden)
    return " | ".join(text for text in texts if text)


def _note(row: SourceRow, kind: RowKind, survey: Survey, gathered: _Gathered) -> None:
    gathered.other_rows.append((row.line, kind))
    if kind is RowKind.REJECTED:
        gathered.rejected.append(RejectedRow(row.line, _shown(row, survey), _why(row, survey)))
    else:
        gathered.kinds[kind] += 1


def _why(row: SourceRow, survey: Survey) -> str:
    for field_ in (Field.DOC_DATE, Field.DUE_DATE):
        index = survey.columns.first(field_)
        text = cell_text(row.cells[index]).strip() if 0 <= index < len(row.cells) else ""
        if text:
            return f"“{text}” is not a date"
    return "neither a document, a heading nor a total"


def _declared(row: SourceRow, survey: Survey, builder: ItemBuilder, group: GroupState) -> DeclaredTotal:
    amounts: dict[Field, Decimal] = {}
    by_column: dict[str, Decimal] = {}
    names = survey.header.names if survey.header else ()
    for field_ in AMOUNT_FIELDS:
        for index in survey.columns.by_field.get(field_, ()):
            try:
                amount = builder.amount_at(row.cells, index)
            except UnreadableRowError:
                continue
            if amount is not None:
                amounts[field_] = amounts.get(field_, ZERO) + amount
                by_column[names[index]] = amount
    index = survey.columns.first(Field.CURRENCY)
    written = cell_text(row.cells[index]).strip().upper() if 0 <= index < len(row.cells) else ""
    return DeclaredTotal(row.line, written or group.currency, amounts, by_column)


def _settle_trailing_headings(gathered: _Gathered) -> None:
    """A heading that nothing follows heads nothing: it closes the list."""
    for position in range(len(gathered.other_rows) - 1, -1, -1):
        line, kind = gathered.other_rows[position]
        after_all = not gathered.items or line > gathered.items[-1].line
        if not after_all or kind in {RowKind.SUBTOTAL, RowKind.GRAND_TOTAL, RowKind.HEADER}:
            return
        if kind is RowKind.GROUP_HEADER and gathered.items:
            gathered.other_rows[position] = (line, RowKind.FOOTER)
            gathered.kinds[RowKind.GROUP_HEADER] -= 1
            gathered.kinds[RowKind.FOOTER] += 1


def _concluded(
    table: Table, survey: Survey, builder: ItemBuilder, choices: ReadingChoices, gathered: _Gathered
) -> LedgerReading:
    summary = is_summary(survey.columns)
    kept, copies = without_repetitions(gathered.items, gathered.marks)
    items, turned = with_signs(joined_instalments(kept, line_level=survey.columns.has(Field.LINE_ITEM)))
    as_of = (
        choices.as_of
        or as_of_from_column(survey.as_of_texts, survey.date_order)
        or as_of_from_titles(survey.titles, survey.date_order)
        or as_of_from_ages(gathered.ages)
    )
    has_due_dates = survey.columns.has(Field.DUE_DATE)
    tie_out = tie_out_leaves(gathered.leaves, gathered.declared) if summary else tie_out_items(items, gathered.declared)
    return LedgerReading(
        origin=table.origin,
        kind=LedgerKind.SUMMARY if summary else LedgerKind.TRANSACTIONS,
        survey=survey,
        header=survey.header,
        items=tuple(items),
        leaves=tuple(gathered.leaves),
        kinds={kind: count for kind, count in gathered.kinds.items() if count},
        other_rows=tuple(gathered.other_rows),
        rejected=tuple(gathered.rejected),
        warnings=(),
        questions=(),
        as_of=as_of,
        aging_basis=AgingBasis.DUE_DATE if has_due_dates else AgingBasis.DOCUMENT_DATE,
        declared=gathered.declared[-1] if gathered.declared else None,
        tie_out=tie_out,
        data_lines=gathered.data_lines,
        duplicates=copies,
        dropped=gathered.dropped,
        blank_currency=builder.blank_currency,
        signs_turned=turned,
    )

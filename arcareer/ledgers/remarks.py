"""What a reader should tell about a ledger it read: warnings with a permanent code, and open questions."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from arcareer.ledgers.build import ItemBuilder, money_text
from arcareer.ledgers.reading import LedgerKind, LedgerReading, LedgerWarning, Question
from arcareer.ledgers.vocabulary import Field, normal_name

if TYPE_CHECKING:
    from collections.abc import Iterator

_MONTH_BANDS = frozenset({"< 1 month", "1 month", "2 months", "3 months"})


def remarks_on(reading: LedgerReading, builder: ItemBuilder) -> LedgerReading:
    """Return `reading` with its warnings and questions."""
    warnings = tuple(_warnings(reading, builder))
    return replace(reading, warnings=warnings, questions=tuple(_questions(reading)))


def has_month_bands(reading: LedgerReading) -> bool:
    """Whether the file's own bands are calendar months, which 30-day bands cannot match."""
    names = reading.header.names if reading.header else ()
    return any(normal_name(name) in _MONTH_BANDS for name in names)


def _warnings(reading: LedgerReading, builder: ItemBuilder) -> Iterator[LedgerWarning]:
    if reading.duplicates:
        yield LedgerWarning(
            "exact_duplicates", f"{reading.duplicates} lines repeat an earlier line exactly and count once."
        )
    if reading.survey.has_mixed_dates:
        yield LedgerWarning("mixed_date_formats", "One column writes dates in several ways; all of them were read.")
    if has_month_bands(reading):
        yield LedgerWarning(
            "source_bands_are_calendar_months",
            "The file's own bands are calendar months; here items age in bands of 30 days.",
        )
    currencies = {item.currency for item in reading.items}
    if reading.declared is not None and len(reading.tie_out.declared) < len(currencies) > 1:
        yield LedgerWarning("mixed_currencies", "The file's totals add several currencies; here each stands alone.")
    if reading.blank_currency and any(item.currency for item in reading.items):
        yield LedgerWarning("local_currency_assumed", "A blank currency was read as the company's own currency.")
    if reading.kind is LedgerKind.TRANSACTIONS and reading.header and not _has_due_dates(reading):
        yield LedgerWarning("due_date_missing", "The file has no due dates; items age from their document date.")
    yield from _totals_and_rows(reading, builder)


def _totals_and_rows(reading: LedgerReading, builder: ItemBuilder) -> Iterator[LedgerWarning]:
    if reading.tie_out.differences:
        shown = ", ".join(f"{code} {money_text(amount)}" for code, amount in reading.tie_out.differences.items())
        yield LedgerWarning("total_differs", f"The file's total and the sum of its rows differ by {shown.strip()}.")
    if reading.rejected:
        yield LedgerWarning("rows_left_out", f"{len(reading.rejected)} rows were left out; each is listed with why.")
    if builder.unknown_types:
        names = ", ".join(sorted(builder.unknown_types)[:5])
        yield LedgerWarning("unknown_document_type", f"Document types read by their sign: {names}.")
    if reading.signs_turned:
        yield LedgerWarning("credit_signs_turned", "Credits stood without a sign in the file and count as negative.")
    if reading.origin.other_sheets:
        others = ", ".join(reading.origin.other_sheets)
        yield LedgerWarning("other_sheets", f"Only the sheet “{reading.origin.sheet}” was read; others: {others}.")
    if reading.origin.cleaned_characters:
        yield LedgerWarning(
            "characters_cleaned", f"{reading.origin.cleaned_characters} control characters were taken out."
        )
    if reading.origin.formulas_without_value:
        yield LedgerWarning(
            "formulas_without_value",
            "Some formulas have no saved result and were read as blank; open and save the file in Excel once.",
        )


def _has_due_dates(reading: LedgerReading) -> bool:
    return reading.survey.columns.has(Field.DUE_DATE)


def _questions(reading: LedgerReading) -> Iterator[Question]:
    if reading.header is None:
        yield Question.COLUMNS
    if reading.as_of is None and (any(item.is_open for item in reading.items) or reading.leaves):
        yield Question.AS_OF
    unknown = any(not item.currency for item in reading.items)
    if unknown or any(not leaf.currency for leaf in reading.leaves):
        yield Question.CURRENCY
    reasons = " ".join(row.reason for row in reading.rejected)
    if "day or the month first" in reasons:
        yield Question.DATE_ORDER
    if "thousands or as decimals" in reasons:
        yield Question.DECIMAL_MARK

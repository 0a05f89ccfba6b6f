"""Find the header of a ledger export and decide what each of its columns holds."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from arcareer.ledgers.numbers import parse_amount
from arcareer.ledgers.vocabulary import (
    AMOUNT_FIELDS,
    BUCKET_FIELDS,
    DATE_FIELDS,
    MULTIPLE_FIELDS,
    Field,
    Vocabulary,
    normal_name,
)
from arcareer.reading.dates import is_empty_date, split_date
from arcareer.reading.table import SourceRow, cell_text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from arcareer.reading.table import CellValue

_DASHES = re.compile(r"^[-=_*]{2,}$")
_FEWEST_FIELDS = 3
_MOST = 0.6
_ENOUGH = 0.4
_FOREIGN_FIELDS = (
    (Field.FOREIGN_AMOUNT, Field.ORIGINAL_AMOUNT, Field.LOCAL_AMOUNT),
    (Field.FOREIGN_OPEN_AMOUNT, Field.OPEN_AMOUNT, Field.LOCAL_OPEN_AMOUNT),
)
_OWN_FIELDS = {
    Field.LOCAL_AMOUNT: Field.ORIGINAL_AMOUNT,
    Field.LOCAL_OPEN_AMOUNT: Field.OPEN_AMOUNT,
    Field.LOCAL_CURRENCY: Field.CURRENCY,
}


@dataclass(frozen=True, slots=True)
class Header:
    """The header of a table: its lines (one, or two stacked), the name of each column, and the words of each line."""

    lines: tuple[int, ...]
    names: tuple[str, ...]
    words: tuple[frozenset[str], ...] = ()

    @property
    def fingerprint(self) -> str:
        """A short mark of this layout, under which a confirmed mapping is remembered."""
        joined = "\x1f".join(normal_name(name) for name in self.names)
        return hashlib.sha256(joined.encode()).hexdigest()[:16]

    def is_repeated_in(self, texts: Sequence[str]) -> bool:
        """Whether the filled cells `texts` of a row are one of the header's own lines again."""
        return frozenset(normal_name(text) for text in texts) in self.words


@dataclass(frozen=True, slots=True)
class Columns:
    """Which columns hold which field; several only for aging bands, contact details and line items."""

    by_field: Mapping[Field, tuple[int, ...]]

    def first(self, field: Field) -> int:
        """Return the column of `field`, or -1 when the file has none."""
        found = self.by_field.get(field)
        return found[0] if found else -1

    def has(self, *fields: Field) -> bool:
        """Whether the file has a column for any of `fields`."""
        return any(field in self.by_field for field in fields)

    def all_of(self, fields: Sequence[Field]) -> tuple[int, ...]:
        """Return the columns of all `fields` in the file's order."""
        return tuple(sorted(index for field in fields for index in self.by_field.get(field, ())))


def header_at(rows: Sequence[SourceRow], position: int, vocabulary: Vocabulary) -> Header | None:
    """Return the header that starts at `rows[position]`, alone or stacked with the row below, else None."""
    row = rows[position]
    if not _may_be_header(row):
        return None
    names = tuple(cell_text(cell).strip() for cell in row.cells)
    alone = _known_fields(names, vocabulary)
    below = rows[position + 1] if position + 1 < len(rows) else None
    if below is not None and _may_be_header(below) and sum(bool(cell_text(cell).strip()) for cell in below.cells) > 1:
        stacked = _stack(names, tuple(cell_text(cell).strip() for cell in below.cells))
        together = _known_fields(stacked, vocabulary)
        below_alone = _known_fields(tuple(cell_text(cell) for cell in below.cells), vocabulary)
        if _is_header(together) and len(together) >= len(alone) and len(together) > len(below_alone):
            return Header((row.line, below.line), stacked, (_words(row), _words(below)))
    return Header((row.line,), names, (_words(row),)) if _is_header(alone) else None


def _words(row: SourceRow) -> frozenset[str]:
    return frozenset(normal_name(text) for text in (cell_text(cell).strip() for cell in row.cells) if text)


def _may_be_header(row: SourceRow) -> bool:
    texts = [cell_text(cell).strip() for cell in row.cells]
    filled = [text for text in texts if text]
    if len(filled) < 2 or any(_DASHES.match(text) for text in filled) or sum(text.endswith(":") for text in filled) > 1:
        return False
    return not any(isinstance(cell, date | Decimal) for cell in row.cells) and not any(_is_value(t) for t in filled)


def _is_value(text: str) -> bool:
    return text[:1].isdigit() and split_date(text) is not None


def _stack(upper: Sequence[str], lower: Sequence[str]) -> tuple[str, ...]:
    width = max(len(upper), len(lower))
    above = [*upper, *[""] * (width - len(upper))]
    below = [*lower, *[""] * (width - len(lower))]
    return tuple(f"{a} {b}".strip() for a, b in zip(above, below, strict=True))


def _known_fields(names: Sequence[str], vocabulary: Vocabulary) -> set[Field]:
    return {fields[0] for fields in (vocabulary.fields_of(name) for name in names) if fields}


def _is_header(fields: set[Field]) -> bool:
    return len(fields) >= _FEWEST_FIELDS and not fields.isdisjoint(AMOUNT_FIELDS)


def resolve_columns(
    header: Header, sample: Sequence[SourceRow], vocabulary: Vocabulary, chosen: Mapping[str, str]
) -> Columns:
    """Decide what each column holds, by its name and by what stands in it; `chosen` (name to field) wins.

    A field claimed by two columns goes to the better name; a date column without dates and an amount column without
    amounts are left alone.
    """
    claims: dict[Field, list[int]] = {}
    for index, name in enumerate(header.names):
        if _is_left_out(name, chosen):
            continue
        values = [row.cells[index] for row in sample if index < len(row.cells)]
        known = vocabulary.fields_of(name) or (() if name else _unnamed(values))
        field = _chosen_field(name, chosen) or _fitting(known, values, vocabulary)
        if field is not None:
            claims.setdefault(field, []).append(index)
    _settle_customer(claims, header, sample)
    _settle_doc_number(claims, header)
    _settle_ninety_days(claims, header)
    by_field: dict[Field, tuple[int, ...]] = {}
    for field, indexes in claims.items():
        if field in MULTIPLE_FIELDS:
            by_field[field] = tuple(indexes)
        else:
            best = min(indexes, key=lambda index: (vocabulary.rank_of(header.names[index], field), index))
            by_field[field] = (best,)
    if Field.DOC_DATE not in by_field and Field.POSTING_DATE in by_field:
        by_field[Field.DOC_DATE] = by_field.pop(Field.POSTING_DATE)
    _use_foreign_amounts(by_field)
    _use_local_amounts(by_field)
    return Columns(by_field)


def _use_foreign_amounts(by_field: dict[Field, tuple[int, ...]]) -> None:
    """Where a file has foreign amounts beside its own, the foreign ones are the document's and its own are local."""
    if not any(foreign in by_field for foreign, _, _ in _FOREIGN_FIELDS):
        return
    for foreign, own, local in _FOREIGN_FIELDS:
        if own in by_field:
            by_field.setdefault(local, by_field.pop(own))
        if foreign in by_field:
            by_field[own] = by_field.pop(foreign)


def _use_local_amounts(by_field: dict[Field, tuple[int, ...]]) -> None:
    """Where a file has amounts in one currency only and calls them local, they are its amounts."""
    if Field.ORIGINAL_AMOUNT in by_field or Field.OPEN_AMOUNT in by_field:
        return
    for local, own in _OWN_FIELDS.items():
        if local in by_field and own not in by_field:
            by_field[own] = by_field.pop(local)


def _unnamed(values: Sequence[CellValue]) -> tuple[Field, ...]:
    """A column without a name that holds nothing but Dr and Cr tells the side of the amount before it."""
    words = {cell_text(value).strip().lower().rstrip(".") for value in values} - {""}
    return (Field.SIDE,) if words and words <= {"dr", "cr"} else ()


def _chosen_field(name: str, chosen: Mapping[str, str]) -> Field | None:
    for header, field in chosen.items():
        if field and normal_name(header) == normal_name(name):
            return Field(field)
    return None


def _is_left_out(name: str, chosen: Mapping[str, str]) -> bool:
    return any(not field and normal_name(header) == normal_name(name) for header, field in chosen.items())


def chosen_header(row: SourceRow, chosen: Mapping[str, str], vocabulary: Vocabulary) -> Header | None:
    """Return `row` as the header when the user named its columns, although their names say nothing here.

    One named column is enough where the names of the others are known.
    """
    names = tuple(cell_text(cell).strip() for cell in row.cells)
    named = {normal_name(name) for name in names if name}
    wanted = {normal_name(name) for name, field in chosen.items() if field}
    if not wanted or not wanted <= named:
        return None
    fields = _known_fields(names, vocabulary) | {Field(field) for field in chosen.values() if field}
    return Header((row.line,), names, (_words(row),)) if len(wanted) > 1 or _is_header(fields) else None


def _fitting(fields: tuple[Field, ...], values: Sequence[CellValue], vocabulary: Vocabulary) -> Field | None:
    """Return the first of `fields` if what stands in the column can be it, else None."""
    if not fields:
        return None
    field = Field.POSTING_DATE if Field.POSTING_DATE in fields else fields[0]
    if field is Field.IS_OPEN and _mostly(values, _is_amount) and not _all_flags(values, vocabulary):
        return Field.OPEN_AMOUNT
    if field is Field.DOC_NUMBER and _all_flags(values, vocabulary) and not _all_flags(values, None):
        return None
    test = _TESTS.get(field)
    return field if test is None or _mostly(values, test) else None


def _mostly(values: Sequence[CellValue], test: Callable[[CellValue], bool]) -> bool:
    filled = [value for value in values if not is_empty_date(cell_text(value))]
    return not filled or sum(map(test, filled)) >= len(filled) * _ENOUGH


def _is_date(value: CellValue) -> bool:
    return isinstance(value, date) or split_date(cell_text(value), serials=True) is not None


def _is_amount(value: CellValue) -> bool:
    if isinstance(value, Decimal):
        return True
    if not isinstance(value, str):
        return False
    try:
        parse_amount(value, ".")
    except ValueError:
        return value.strip().startswith("#")
    return True


def _is_currency(value: CellValue) -> bool:
    text = cell_text(value).strip()
    return len(text) == 3 and text.isalpha()


_TESTS: Mapping[Field, Callable[[CellValue], bool]] = {
    **dict.fromkeys(DATE_FIELDS, _is_date),
    **dict.fromkeys(AMOUNT_FIELDS, _is_amount),
    Field.CURRENCY: _is_currency,
}


def _all_flags(values: Sequence[CellValue], vocabulary: Vocabulary | None) -> bool:
    """Whether a column holds nothing but yes and no; without a vocabulary, nothing but 0 and 1."""
    words = {cell_text(value).strip().lower() for value in values} - {""}
    known = vocabulary.true_words | vocabulary.false_words if vocabulary else {"0", "1"}
    return bool(words) and words <= known


def _settle_customer(claims: dict[Field, list[int]], header: Header, sample: Sequence[SourceRow]) -> None:
    """A column called just “customer” or “account” is the name unless it holds codes, or a name stands elsewhere."""
    for index in list(claims.get(Field.CUSTOMER_ID, ())):
        if normal_name(header.names[index]) not in {"customer", "account", "debtor", "debitor", "debiteur"}:
            continue
        texts = [cell_text(row.cells[index]).strip() for row in sample if index < len(row.cells)]
        coded = [text for text in texts if text and is_code(text)]
        other_id = len(claims[Field.CUSTOMER_ID]) > 1
        holds_codes = len(coded) > len([text for text in texts if text]) * _MOST
        if other_id or (not holds_codes and Field.CUSTOMER_NAME not in claims):
            claims[Field.CUSTOMER_ID].remove(index)
            claims.setdefault(Field.CUSTOMER_NAME, []).append(index)
    if not claims.get(Field.CUSTOMER_ID, [0]):
        del claims[Field.CUSTOMER_ID]


def is_code(text: str) -> bool:
    """Whether `text` looks like a customer number rather than a name: no blanks, digits for at least half of it."""
    digits = sum(character.isdigit() for character in text)
    return " " not in text and digits * 2 >= len(text)


def _settle_doc_number(claims: dict[Field, list[int]], header: Header) -> None:
    """Where a bare “No” stands beside “Ref”, the reference is the document's number and “No” counts the entries."""
    numbers = claims.get(Field.DOC_NUMBER, [])
    references = claims.get(Field.REFERENCE, [])
    plain = [index for index in numbers if normal_name(header.names[index]) in {"no", "no."}]
    named = [index for index in references if normal_name(header.names[index]) in {"ref", "ref."}]
    if plain and named and len(plain) == len(numbers):
        claims[Field.TRANSACTION_NO] = plain
        claims[Field.DOC_NUMBER] = named
        references.remove(named[0])
        if not references:
            del claims[Field.REFERENCE]


def _settle_ninety_days(claims: dict[Field, list[int]], header: Header) -> None:
    """“90 days” means 61 to 90 beside an older band, and over 90 where it is the last."""
    if Field.BUCKET_OVER_90 in claims:
        return
    last = max((index for field in BUCKET_FIELDS for index in claims.get(field, ())), default=-1)
    if last >= 0 and normal_name(header.names[last]) == "90 days":
        claims[Field.BUCKET_61_90].remove(last)
        claims[Field.BUCKET_OVER_90] = [last]

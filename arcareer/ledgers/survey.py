"""The first walk through a ledger export: its header, what its columns hold, how it writes dates and amounts."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from arcareer.ledgers.layout import Columns, Header, chosen_header, header_at, resolve_columns
from arcareer.ledgers.numbers import currency_named_in, currency_of_symbol, grouping_marks, settle_decimal_mark
from arcareer.ledgers.vocabulary import AMOUNT_FIELDS, DATE_FIELDS, Field, Vocabulary
from arcareer.reading.dates import DateOrder, DateParts, DateStyle, settle_order, split_date
from arcareer.reading.table import SourceRow, cell_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_HEAD_ROWS = 600
_SAMPLE_ROWS = 300
_MOST_TEXTS = 4_000
_ENOUGH_ROWS = 50_000  # how a file writes dates and amounts shows early; odd rows after that are rejected by name
_NO_SAMPLE = re.compile(r"^\*|:$|\btotals?\b", re.IGNORECASE)
_TOTAL = re.compile(r"^totals?\s+(?:for\s+|-\s*|:\s*)?(.+)$", re.IGNORECASE)


@dataclass(slots=True)
class _Evidence:
    as_of_column: int = -1
    dates: dict[int, set[str]] = field(default_factory=dict)
    date_cells: int = 0
    amounts: dict[int, set[str]] = field(default_factory=dict)
    total_names: set[str] = field(default_factory=set)
    symbols: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class Survey:
    """What the first walk found; `header` is None when no row looks like a header."""

    header: Header | None
    columns: Columns
    titles: tuple[str, ...]
    title_labels: frozenset[str]
    total_names: frozenset[str]
    date_order: DateOrder | None
    date_styles: tuple[DateStyle, ...]
    has_mixed_dates: bool
    has_short_years: bool
    has_date_cells: bool
    text_dates: int
    decimal_marks: Mapping[int, str]
    decimal_mark: str
    grouping: tuple[str, ...]
    has_trailing_minus: bool
    symbols: Mapping[str, int]
    as_of_texts: frozenset[str]


def survey_rows(
    rows: Iterable[SourceRow], vocabulary: Vocabulary, chosen: Mapping[str, str], order: DateOrder | None
) -> Survey:
    """Walk through `rows` once; `chosen` names columns the user decided, `order` the user's order of day and month."""
    source = iter(rows)
    head = [row for row, _ in zip(source, range(_HEAD_ROWS), strict=False)]
    position, header = _first_header(head, vocabulary, chosen)
    body = head[position + (len(header.lines) if header else 0) :] if header else []
    columns = resolve_columns(header, _samples(body, header), vocabulary, chosen) if header else Columns({})
    evidence = _Evidence(as_of_column=columns.first(Field.AS_OF))
    dates, amounts = columns.all_of(DATE_FIELDS), columns.all_of(AMOUNT_FIELDS)
    for row in body:
        _observe(row, dates, amounts, evidence)
    for count, row in enumerate(source):
        if count < _ENOUGH_ROWS:
            _observe(row, dates, amounts, evidence)
        else:
            _observe_label(_label_of(row), evidence, is_dated=True)
    titles = head[:position]
    return _concluded(header, columns, titles, evidence, order)


def _first_header(
    head: Sequence[SourceRow], vocabulary: Vocabulary, chosen: Mapping[str, str]
) -> tuple[int, Header | None]:
    for position, row in enumerate(head):
        header = header_at(head, position, vocabulary) or chosen_header(row, chosen, vocabulary)
        if header is not None:
            return position, header
    return len(head), None


def _samples(body: Sequence[SourceRow], header: Header) -> list[SourceRow]:
    """Return rows that look like documents: filled in several columns, no total, no label, not the header again."""
    rows = []
    for row in body:
        texts = _texts(row)
        if len(texts) < 3 or _NO_SAMPLE.search(texts[0]) or header.is_repeated_in(texts):
            continue
        rows.append(row)
        if len(rows) >= _SAMPLE_ROWS:
            break
    return rows


def _observe(row: SourceRow, dates: Sequence[int], amounts: Sequence[int], evidence: _Evidence) -> None:
    cells = row.cells
    width = len(cells)
    for index in dates:
        value = cells[index] if index < width else None
        if isinstance(value, date):
            evidence.date_cells += 1
            if index == evidence.as_of_column:
                evidence.dates.setdefault(index, set()).add(value.isoformat())
        elif value and isinstance(value, str):
            evidence.dates.setdefault(index, set()).add(value)
    for index in amounts:
        value = cells[index] if index < width else None
        if value and isinstance(value, str):
            seen = evidence.amounts.setdefault(index, set())
            if len(seen) < _MOST_TEXTS:
                seen.add(value)
    _observe_label(_label_of(row), evidence, is_dated=any(index < width and cells[index] for index in dates))


def _label_of(row: SourceRow) -> str:
    label = next((cell for cell in row.cells if cell), "")
    return label if isinstance(label, str) else ""


def _observe_label(label: str, evidence: _Evidence, *, is_dated: bool) -> None:
    if label.startswith(("T", "t")) and label[:5].lower() == "total":
        found = _TOTAL.match(label.strip())
        if found:
            evidence.total_names.add(found[1].strip())
    elif not is_dated:
        code = currency_of_symbol(label)
        if code:
            evidence.symbols[code] += 1


def _concluded(
    header: Header | None,
    columns: Columns,
    titles: Sequence[SourceRow],
    evidence: _Evidence,
    order: DateOrder | None,
) -> Survey:
    written = [text for texts in evidence.dates.values() for text in texts]
    parts = _parts(written)
    title_texts = tuple(" ".join(_texts(row)) for row in titles if not row.is_blank)
    title_parts = [part for part in (split_date(text) for row in titles for text in _texts(row)) if part is not None]
    texts = [text for values in evidence.amounts.values() for text in values]
    marks = {index: settle_decimal_mark(values) for index, values in evidence.amounts.items()}
    overall = settle_decimal_mark(texts)
    headings = (*(header.names if header else ()), *title_texts)
    for source in (*texts, *headings):
        code = currency_of_symbol(source) or (currency_named_in(source) if source in headings else "")
        if code:
            evidence.symbols[code] += 1
    return Survey(
        header=header,
        columns=columns,
        titles=title_texts,
        title_labels=frozenset(_texts(row)[0].lower() for row in titles if not row.is_blank),
        total_names=frozenset(evidence.total_names),
        date_order=order or settle_order(parts) or settle_order([*parts, *title_parts]),
        date_styles=_styles(parts),
        has_mixed_dates=any(len(_styles(_parts(texts))) > 1 for texts in evidence.dates.values()),
        has_short_years=any(part.short_year for part in parts),
        has_date_cells=evidence.date_cells > 0,
        text_dates=len(parts),
        decimal_marks={index: mark or overall for index, mark in marks.items()},
        decimal_mark=overall,
        grouping=grouping_marks(texts, overall),
        has_trailing_minus=any(re.search(r"\d[-\u2212]\s*$", text) for text in texts),
        symbols=evidence.symbols,
        as_of_texts=frozenset(evidence.dates.get(evidence.as_of_column, ())),
    )


def _parts(texts: Iterable[str]) -> list[DateParts]:
    return [part for part in (split_date(text, serials=True) for text in texts) if part is not None]


def _texts(row: SourceRow) -> list[str]:
    return [text for text in (cell_text(cell).strip() for cell in row.cells) if text]


def _styles(parts: Sequence[DateParts]) -> tuple[DateStyle, ...]:
    found = {part.style for part in parts}
    in_words = (DateStyle.DOTS, DateStyle.SLASHES, DateStyle.DASHES, DateStyle.ISO, DateStyle.SERIAL)
    return tuple(style for style in (*in_words, DateStyle.NAMED, DateStyle.COMPACT) if style in found)

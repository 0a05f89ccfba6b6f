"""Wins kept in a table: find the columns by their headings, or by what they hold."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from arcareer.reading.candidates import CandidateCollector, WinCandidate, split_headline
from arcareer.reading.dates import DateOrder, build_date, is_empty_date, read_period, settle_order, split_date
from arcareer.reading.table import SourceRow, cell_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from arcareer.reading.table import CellValue


class Column(StrEnum):
    """What a column of a list of wins can be."""

    HEADLINE = "headline"
    DATE = "date"
    THEME = "theme"
    RESULT = "result"
    DETAILS = "details"
    CUSTOMER = "customer"
    NUMBER = "number"


_ALIASES: dict[Column, str] = {
    Column.HEADLINE: "headline|win|wins|achievement|achievements|accomplishment|accomplishments|what|what i did|"
    "what happened|title|text|bullet|bullets|summary|entry|success|highlight|statement|sentence|event|activity|task|"
    "contribution|action|kudos|erfolg|erfolge|was|titel",
    Column.DATE: "date|when|day|happened on|on|month|period|week|completed|completed on|logged|datum|wann|date of win",
    Column.THEME: "theme|category|competency|area|type|topic|tag|tags|skill|kategorie|thema|bereich|group|label",
    Column.RESULT: "amount|result|results|impact|outcome|value|metric|figure|figures|number|measure|benefit|saving|"
    "savings|ergebnis|betrag|wirkung",
    Column.DETAILS: "notes|note|details|detail|description|comment|comments|context|how|story|background|evidence|"
    "remarks|notizen|beschreibung|bemerkung|source",
    Column.CUSTOMER: "customer|client|account|customer name|client name|company|kunde|debtor|who for",
    Column.NUMBER: "id|no|no.|nr|nr.|#|line|row|key|number of row|index",
}
_BY_NAME = {name: column for column, names in _ALIASES.items() for name in names.split("|")}
_LONGEST_HEADING = 40
_SHARE_OF_DATES = 0.8


@dataclass(frozen=True, slots=True)
class _Layout:
    columns: dict[int, Column]
    names: dict[int, str]
    order: DateOrder | None

    def where(self, column: Column) -> list[int]:
        return [index for index, found in self.columns.items() if found is column]


def candidates_from_rows(rows: Sequence[SourceRow], today: date, collector: CandidateCollector) -> None:
    """Add the wins of `rows` to `collector`; `today` bounds and completes their dates."""
    filled = [row for row in rows if not row.is_blank]
    header = _header(filled)
    body = filled[1:] if header else filled
    layout = _layout(header, body)
    for row in rows:
        if row.is_blank:
            collector.leave(row.line, "", "blank")
        elif header is not None and row.line == header.line:
            collector.leave(row.line, _raw(row), "the header row")
        else:
            _add(row, layout, today, collector)


def _raw(row: SourceRow) -> str:
    return " | ".join(text for text in (cell_text(cell).strip() for cell in row.cells) if text)


def _header(filled: Sequence[SourceRow]) -> SourceRow | None:
    if not filled:
        return None
    texts = [cell_text(cell).strip() for cell in filled[0].cells]
    if any(len(text) > _LONGEST_HEADING for text in texts):
        return None
    known = [_BY_NAME[_normal(text)] for text in texts if _normal(text) in _BY_NAME]
    if Column.HEADLINE in known or Column.DETAILS in known:
        return filled[0]
    return filled[0] if len(known) >= 2 and len(known) * 2 >= sum(bool(text) for text in texts) else None


def _normal(text: str) -> str:
    return re.sub(r"[\s_]+", " ", text.strip().rstrip(":*?").lower()).strip()


def _layout(header: SourceRow | None, body: Sequence[SourceRow]) -> _Layout:
    columns: dict[int, Column] = {}
    names: dict[int, str] = {}
    if header is not None:
        for index, cell in enumerate(header.cells):
            name = cell_text(cell).strip()
            names[index] = name
            column = _BY_NAME.get(_normal(name))
            if column is Column.HEADLINE and Column.HEADLINE in columns.values():
                column = Column.DETAILS
            if column is not None:
                columns[index] = column
    width = max((len(row.cells) for row in body), default=0)
    values = {index: [_cell(row, index) for row in body] for index in range(width)}
    _complete(columns, values)
    dates = [index for index, column in columns.items() if column is Column.DATE]
    parts = [split_date(cell_text(cell)) for index in dates for cell in values.get(index, []) if cell is not None]
    return _Layout(columns, names, settle_order(part for part in parts if part is not None))


def _cell(row: SourceRow, index: int) -> CellValue:
    return row.cells[index] if index < len(row.cells) else None


def _complete(columns: dict[int, Column], values: dict[int, list[CellValue]]) -> None:
    if Column.DATE not in columns.values():
        for index in sorted(set(values) - set(columns)):
            if _mostly_dates(values[index]):
                columns[index] = Column.DATE
                break
    if Column.HEADLINE not in columns.values():
        details = [index for index, column in columns.items() if column is Column.DETAILS]
        free = [index for index in values if index not in columns] or details
        if free:
            columns[max(free, key=lambda index: (_length(values[index]), -index))] = Column.HEADLINE


def _mostly_dates(cells: Sequence[CellValue]) -> bool:
    filled = [cell for cell in cells if cell_text(cell).strip()]
    dates = sum(isinstance(cell, date) or split_date(cell_text(cell)) is not None for cell in filled)
    return bool(filled) and dates >= len(filled) * _SHARE_OF_DATES


def _length(cells: Sequence[CellValue]) -> int:
    return sum(len(cell_text(cell)) for cell in cells if not isinstance(cell, date))


def _add(row: SourceRow, layout: _Layout, today: date, collector: CandidateCollector) -> None:
    texts = {index: cell_text(cell).strip() for index, cell in enumerate(row.cells)}
    headline = _first(texts, layout.where(Column.HEADLINE))
    happened_on, notes = _date(row, layout, today)
    extras = _extras(texts, layout)
    if not headline and extras:
        headline = extras.pop(0)
    if not headline:
        collector.leave(row.line, _raw(row), "no words that say what happened")
        return
    headline, rest = split_headline(headline)
    collector.add(
        WinCandidate(
            headline=headline,
            happened_on=happened_on,
            details="\n".join(part for part in (rest, *extras) if part),
            theme_text=_first(texts, layout.where(Column.THEME)),
            customer_text=_first(texts, layout.where(Column.CUSTOMER)),
            source_line=row.line,
            raw=_raw(row),
            notes=notes,
        )
    )


def _first(texts: dict[int, str], columns: Sequence[int]) -> str:
    return next((texts[index] for index in columns if texts.get(index)), "")


def _extras(texts: dict[int, str], layout: _Layout) -> list[str]:
    """Return what the other columns hold, so that nothing of a row gets lost."""
    quiet = {Column.HEADLINE, Column.DATE, Column.THEME, Column.CUSTOMER, Column.NUMBER}
    extras: list[str] = []
    for index, text in texts.items():
        column = layout.columns.get(index)
        if not text or column in quiet:
            continue
        name = layout.names.get(index, "")
        extras.append(text if column is Column.DETAILS or not name else f"{name}: {text}")
    return extras


def _date(row: SourceRow, layout: _Layout, today: date) -> tuple[date | None, tuple[str, ...]]:
    for index in layout.where(Column.DATE):
        cell = _cell(row, index)
        text = cell_text(cell).strip()
        if is_empty_date(text):
            continue
        if isinstance(cell, datetime):
            return _bounded(cell.date(), text, today)
        if isinstance(cell, date):
            return _bounded(cell, text, today)
        return _written_date(text, layout.order, today)
    return None, ()


def _written_date(text: str, order: DateOrder | None, today: date) -> tuple[date | None, tuple[str, ...]]:
    parts = split_date(text, serials=True)
    if parts is None:
        found = read_period(text, today, order)
        return (found, ()) if found else (None, (f"“{text}” is not a date the app can read",))
    try:
        found = build_date(parts, order)
    except ValueError:
        return None, (f"“{text}” is not a day of the calendar",)
    if found is None:
        return None, (f"“{text}” can be read with the day or the month first",)
    return _bounded(found, text, today)


def _bounded(found: date, text: str, today: date) -> tuple[date | None, tuple[str, ...]]:
    return (found, ()) if found <= today else (None, (f"“{text}” lies in the future",))

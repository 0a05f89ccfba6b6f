"""Months of figures as people keep them in a spreadsheet: months down the side or across the top, pasted as text."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from arcareer.domain.history import Month
from arcareer.domain.metric_months import SIGNED, Part, PartKind, part_kind
from arcareer.ledgers.numbers import AmbiguousAmountError, parse_amount, settle_decimal_mark
from arcareer.ledgers.pasted_cells import pasted_rows
from arcareer.reading.months import month_named

_SPELLINGS: Mapping[Part, str] = {
    Part.BEGINNING_AR: "beginning ar|opening ar|opening balance|beginning balance|ar start|start ar|b/f|opening",
    Part.CREDIT_SALES: "credit sales|sales|billings|invoiced|billed|revenue|net sales|sales on credit|invoices billed",
    Part.COLLECTIONS: "collections|collected|cash collected|receipts|cash received|payments|cash in|actual cash",
    Part.CREDIT_MEMOS: "credit memos|credit notes|credits|credit memo|credit note|adjustments credit",
    Part.WRITE_OFFS: "write offs|writeoffs|write off|bad debt|bad debts|bad debt write offs|written off",
    Part.RECOVERIES: "recoveries|recovered|bad debt recovered",
    Part.OTHER_ADJUSTMENTS: "other|other adjustments|adjustments|fx|misc",
    Part.ENDING_AR: "ending ar|closing ar|closing balance|ending balance|ar end|end ar|total ar|ar|receivables|open ar",
    Part.CURRENT: "current|not due|not yet due|current ar|ending current ar|0|not overdue",
    Part.DAYS_1_30: "1 30|1 to 30|0 30|days 1 30|1 30 days|<30|1 30 days past due",
    Part.DAYS_31_60: "31 60|31 to 60|days 31 60|31 60 days|30 60|31 60 days past due",
    Part.DAYS_61_90: "61 90|61 to 90|days 61 90|61 90 days|60 90|61 90 days past due",
    Part.OVER_90: "over 90|>90|90+|91+|91 and over|90 plus|over 90 days|90 days and over|over 90 days past due",
    Part.UNAPPLIED_CASH: "unapplied cash|unapplied|cash unapplied|on account",
    Part.CASH_FORECAST: "cash forecast|forecast|forecast cash|expected cash|forecast collections",
    Part.INVOICES_ISSUED: "invoices issued|invoices|invoice count|number of invoices|invoices sent",
    Part.DISPUTES_OPENED: "disputes opened|new disputes|disputes|number of disputes|dispute count|disputes raised",
    Part.DISPUTES_CLOSED: "disputes closed|closed disputes|disputes resolved|resolved disputes|resolved",
    Part.DISPUTES_OPEN_AMOUNT: "disputed amount|open disputes amount|amount disputed|disputes open amount|disputed",
    Part.DISPUTE_DAYS: "dispute days|days to resolve|resolution days|dispute time|time to resolve|resolution time",
    Part.PROMISES_DUE: "promises due|promises|ptp due|promises to pay",
    Part.PROMISES_KEPT: "promises kept|kept promises|ptp kept",
}
_FIELDS = {spelling: part for part, names in _SPELLINGS.items() for spelling in names.split("|")}
_NOISE = re.compile(r"\((?:[A-Z]{3}|[$€£])\)|[$€£]|\b[A-Z]{3}$")
_GAPS = re.compile(r"[\s_\-–—/:.]+")


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A heading as it was written, and the part it holds; None where it means nothing here."""

    name: str
    part: Part | None


@dataclass(frozen=True, slots=True)
class LeftOutLine:
    """Something that was not taken: its line, its text, and why."""

    line: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class MonthTable:
    """A pasted table: the parts of each month, its headings, the rows it has, and what was left out."""

    months: tuple[tuple[Month, tuple[tuple[Part, Decimal], ...]], ...]
    columns: tuple[TableColumn, ...]
    rows: int
    left_out: tuple[LeftOutLine, ...]


def read_month_table(text: str) -> MonthTable:
    """Read a table of months; nothing is guessed: a cell that is no number is left out with its reason."""
    grid = pasted_rows(text)
    if not grid:
        return MonthTable((), (), 0, ())
    return _Reader(_turned(grid)).read()


def part_named(heading: str) -> Part | None:
    """Return the part a heading names, or None."""
    name = _GAPS.sub(" ", _NOISE.sub("", heading.strip())).strip().casefold()
    return _FIELDS.get(name)


def _turned(grid: list[tuple[int, list[str]]]) -> list[tuple[int, list[str]]]:
    """Return the table with its months down the side."""
    across = [month_named(cell) is not None for cell in grid[0][1][1:]]
    if sum(across) < max(1, len(across) - 1) or any(month_named(row[0]) for _, row in grid[1:] if row):
        return grid
    width = max(len(row) for _, row in grid)
    filled = [row + [""] * (width - len(row)) for _, row in grid]
    return [(place, list(column)) for place, column in enumerate(zip(*filled, strict=True), start=1)]


class _Reader:
    """Reads one table whose first row are headings and whose first column with months names the month."""

    def __init__(self, grid: Sequence[tuple[int, list[str]]]) -> None:
        self._headings = grid[0][1]
        self._body = grid[1:]
        self._left_out: list[LeftOutLine] = []
        self._month_column = self._find_month_column()
        self._columns = [TableColumn(name, part_named(name)) for name in self._headings]
        self._marks = [settle_decimal_mark(self._texts(index)) or "." for index in range(len(self._headings))]

    def read(self) -> MonthTable:
        """Return what the table holds."""
        months: dict[Month, dict[Part, Decimal]] = {}
        for line, row in self._body:
            month = month_named(row[self._month_column]) if self._month_column < len(row) else None
            if month is None:
                self._leave(line, " | ".join(row), "no month stands in this row")
                continue
            if month in months:
                self._leave(line, " | ".join(row), f"{month} stands here a second time")
                continue
            months[month] = self._parts(line, row)
        columns = tuple(column for index, column in enumerate(self._columns) if index != self._month_column)
        taken = tuple((month, tuple(parts.items())) for month, parts in sorted(months.items()) if parts)
        return MonthTable(taken, columns, len(self._body), tuple(self._left_out))

    def _find_month_column(self) -> int:
        counts = [
            sum(month_named(row[index]) is not None for _, row in self._body if index < len(row))
            for index in range(len(self._headings))
        ]
        return counts.index(max(counts)) if counts else 0

    def _texts(self, index: int) -> list[str]:
        return [row[index] for _, row in self._body if index < len(row)]

    def _parts(self, line: int, row: list[str]) -> dict[Part, Decimal]:
        found: dict[Part, Decimal] = {}
        for index, cell in enumerate(row[: len(self._columns)]):
            part = self._columns[index].part
            if part is None or index == self._month_column or not cell:
                continue
            value = self._value(line, cell, part, self._marks[index])
            if value is not None:
                found[part] = value
        return found

    def _value(self, line: int, cell: str, part: Part, mark: str) -> Decimal | None:
        try:
            value = parse_amount(cell, mark)
        except (AmbiguousAmountError, ValueError) as unreadable:
            self._leave(line, cell, str(unreadable))
            return None
        if value is None:
            return None
        if value < 0 and part not in SIGNED and part_kind(part) is not PartKind.MONEY:
            self._leave(line, cell, "a count cannot be below zero")
            return None
        return value

    def _leave(self, line: int, text: str, reason: str) -> None:
        self._left_out.append(LeftOutLine(line, text, reason))

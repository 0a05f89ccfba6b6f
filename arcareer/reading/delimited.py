"""Rows of comma, semicolon, tab and pipe separated text, strictly and with line numbers."""

from __future__ import annotations

import csv
from collections import Counter
from typing import TYPE_CHECKING

from arcareer.errors import UserError
from arcareer.reading.table import SourceRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from arcareer.reading.limits import Limits

DELIMITERS = ",;\t|"
_SAMPLE_LINES = 400
_MANY_COLUMNS = 3
_SHARE_FOR_FEW_COLUMNS = 0.5
_SHARE_FOR_MANY_COLUMNS = 0.15


def separator_line(line: str) -> str:
    """Return the separator that a first line such as `sep=;` declares, or an empty text."""
    text = line.strip().strip('"')
    return text[4] if len(text) == 5 and text.lower().startswith("sep=") else ""


def find_delimiter(lines: Sequence[str]) -> str:
    """Return the separator that cuts `lines` into the steadiest columns, or an empty text for a single column."""
    best, best_score = "", 0
    for delimiter in DELIMITERS:
        counts = Counter(_outside_quotes(line, delimiter) for line in lines[:_SAMPLE_LINES] if line.strip())
        score = _steadiness(counts)
        if score > best_score:
            best, best_score = delimiter, score
    return best


def _outside_quotes(line: str, delimiter: str) -> int:
    if '"' not in line:
        return line.count(delimiter)
    return sum(part.count(delimiter) for part in line.split('"')[0::2])


def _steadiness(counts: Counter[int]) -> int:
    with_any = {count: lines for count, lines in counts.items() if count}
    if not with_any:
        return 0
    total = sum(counts.values())
    columns, lines = max(with_any.items(), key=lambda item: (item[0] * item[1], item[0]))
    if lines < total * (_SHARE_FOR_FEW_COLUMNS if columns < _MANY_COLUMNS else _SHARE_FOR_MANY_COLUMNS):
        return 0
    return columns * lines


def delimited_rows(lines: Iterable[str], delimiter: str, limits: Limits, name: str) -> Iterator[SourceRow]:
    """Yield the rows of `lines`; an empty `delimiter` means one column.

    Raises `UserError` with the line number for a quotation mark that is never closed, and for too many rows or columns.
    """
    rows = _piped_rows(lines) if delimiter == "|" else _quoted_rows(lines, delimiter, name)
    for count, row in enumerate(rows, start=1):
        if count > limits.text_rows:
            raise UserError(
                f"“{name}” has more than {limits.text_rows:,} rows. Nothing was kept. Export a shorter period and "
                "choose that file."
            )
        if len(row.cells) > limits.columns and any(row.cells[limits.columns :]):
            raise UserError(
                f"Line {row.line} of “{name}” has {len(row.cells):,} columns; up to {limits.columns} can be read. "
                "Nothing was kept. Export only the columns you need."
            )
        yield row


def _quoted_rows(lines: Iterable[str], delimiter: str, name: str) -> Iterator[SourceRow]:
    reader = csv.reader(lines, delimiter=delimiter or "\x1f", strict=True)
    started = 1
    try:
        for cells in reader:
            yield SourceRow(started, tuple(cells))
            started = reader.line_num + 1
    except csv.Error as broken:
        raise UserError(_quote_message(name, started, str(broken))) from broken


def _quote_message(name: str, line: int, cause: str) -> str:
    what = (
        "a quotation mark is opened and never closed"
        if "end of data" in cause or "field limit" in cause
        else "a quotation mark stands where none may stand"
    )
    return f"In line {line} of “{name}” {what}. Nothing was kept. Mend that line, or export the file again."


def _piped_rows(lines: Iterable[str]) -> Iterator[SourceRow]:
    """Cut at the pipes; a cell that spans several columns of the widest line so far leaves the others blank."""
    widest: list[int] = []
    for number, line in enumerate(lines, start=1):
        text = line.strip("\r\n\f")
        if "|" not in text:
            yield SourceRow(number, (text.strip(),))
            continue
        cells = text.strip().split("|")
        inner = cells[1:] if not cells[0].strip() else cells
        if inner and not inner[-1].strip():
            inner = inner[:-1]
        widths = [len(cell) for cell in inner]
        if len(widths) > len(widest):
            widest = widths
        yield SourceRow(number, tuple(cell.strip() for cell in _unspanned(inner, widths, widest)))


def _unspanned(cells: list[str], widths: list[int], widest: list[int]) -> list[str]:
    """Return `cells` with blanks after the one cell that spans several columns of `widest`, if there is one."""
    missing = len(widest) - len(widths)
    left = next((index for index, pair in enumerate(zip(widths, widest, strict=False)) if pair[0] != pair[1]), 0)
    tail = widths[left + 1 :]
    if not missing or not tail or tail != widest[left + 1 + missing :]:
        return cells
    return [*cells[: left + 1], *[""] * missing, *cells[left + 1 :]]

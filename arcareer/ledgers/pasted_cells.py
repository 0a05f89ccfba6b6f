"""Cells copied from a spreadsheet, as rows of texts with their line."""

from __future__ import annotations

from arcareer.reading.delimited import delimited_rows, find_delimiter
from arcareer.reading.limits import DEFAULT_LIMITS


def pasted_rows(text: str) -> list[tuple[int, list[str]]]:
    """Return the rows of pasted cells that hold anything, each with its line; tabs, semicolons, commas or pipes cut.

    Tabs go first: a spreadsheet puts one between its cells, where commas may belong to the numbers.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    filled = [line for line in lines if line.strip()]
    with_tabs = sum("\t" in line for line in filled)
    delimiter = "\t" if 2 * with_tabs > len(filled) else find_delimiter(filled) or "\t"
    rows = delimited_rows((line + "\n" for line in lines), delimiter, DEFAULT_LIMITS, "the pasted table")
    cells = ((row.line, [str(cell or "").strip() for cell in row.cells]) for row in rows)
    return [(line, row) for line, row in cells if any(row)]

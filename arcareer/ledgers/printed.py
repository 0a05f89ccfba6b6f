"""Printed lists without separators: cut lines into the columns that their header or a ruler of dashes draws."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from arcareer.ledgers.layout import header_at
from arcareer.reading.table import SourceRow, cell_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from arcareer.ledgers.vocabulary import Vocabulary

Span = tuple[int, int]

_RULER = re.compile(r"^\s*[-=_]{2,}(?:\s+[-=_]{2,})+\s*$")
_TOKEN = re.compile(r"\S+(?: \S+)*")
_LABELLED = re.compile(r"^[^\W\d][^:]*:(?:\s|$)")
_DASHES = re.compile(r"\S+")
_TAB = 8


def printed_rows(rows: Iterable[SourceRow], vocabulary: Vocabulary) -> Iterator[SourceRow]:
    """Yield the lines of a printed list as rows of cells.

    Under a ruler of dashes each line is cut where the ruler has gaps; under a plain header each piece of a line goes to
    the column whose heading it stands under; other lines are cut at wide gaps.
    """
    lines = [(row.line, cell_text(row.cells[0]).replace("\f", "").expandtabs(_TAB).rstrip()) for row in rows]
    spans: Sequence[Span] = ()
    is_ruled = False
    for position, (number, text) in enumerate(lines):
        ruler = _ruler_below(lines, position)
        if ruler:
            spans, is_ruled = ruler, True
        elif not is_ruled:
            spans = _spans_of_header(lines, position, vocabulary) or spans
        yield SourceRow(number, _cut(text, spans, is_ruled=is_ruled))


def _spans_of_header(lines: Sequence[tuple[int, str]], position: int, vocabulary: Vocabulary) -> Sequence[Span]:
    """Return the columns a header draws that starts at `position`, on one line or on two; nothing where none does."""
    number, text = lines[position]
    if len(_TOKEN.findall(text)) < 2:
        return ()
    if position + 1 < len(lines):
        below_number, below = lines[position + 1]
        together = _joined_spans(_spans(text), _spans(below))
        rows = [SourceRow(number, _assigned(text, together)), SourceRow(below_number, _assigned(below, together))]
        header = header_at(rows, 0, vocabulary) if len(together) > 1 else None
        if header is not None and len(header.lines) == 2:
            return together
    return _spans(text) if header_at([SourceRow(number, tuple(_pieces(text)))], 0, vocabulary) else ()


def _joined_spans(upper: Sequence[Span], lower: Sequence[Span]) -> list[Span]:
    """Return the columns of two lines of a header: words above one another belong to one column."""
    joined = list(lower)
    for span in upper:
        touching = [index for index, other in enumerate(joined) if _overlap(span, other) > 0]
        if touching:
            first = touching[0]
            joined[first] = (min(span[0], joined[first][0]), max(span[1], joined[first][1]))
        else:
            joined.append(span)
    return sorted(joined)


def _ruler_below(lines: Sequence[tuple[int, str]], position: int) -> Sequence[Span]:
    for _, text in lines[position + 1 : position + 3]:
        if _RULER.match(text):
            return [found.span() for found in _DASHES.finditer(text)]
    return ()


def _spans(text: str) -> list[Span]:
    return [found.span() for found in _TOKEN.finditer(text)]


def _pieces(text: str) -> list[str]:
    return [found.group() for found in _TOKEN.finditer(text)]


def _cut(text: str, spans: Sequence[Span], *, is_ruled: bool) -> tuple[str, ...]:
    pieces = tuple(_pieces(text)) or ("",)
    if len(spans) < 2 or _RULER.match(text) or any(_LABELLED.match(piece) for piece in pieces):
        return pieces
    cells = _sliced(text, spans) if is_ruled else None
    return cells if cells is not None else _assigned(text, spans)


def _sliced(text: str, spans: Sequence[Span]) -> tuple[str, ...] | None:
    """Cut at the gaps of the ruler, or return None when a gap runs through a word."""
    edges = [start for start, _ in spans[1:]]
    if any(edge <= len(text) and text[edge - 1 : edge].strip() and text[edge - 2 : edge - 1].strip() for edge in edges):
        return None
    bounds = [0, *edges, max(len(text), edges[-1])]
    return tuple(text[start:end].strip() for start, end in pairwise(bounds))


def _assigned(text: str, spans: Sequence[Span]) -> tuple[str, ...]:
    cells = [""] * len(spans)
    for found in _TOKEN.finditer(text):
        index = max(range(len(spans)), key=lambda column: _overlap(found.span(), spans[column]))
        cells[index] = f"{cells[index]} {found.group()}".strip()
    return tuple(cells)


def _overlap(piece: Span, span: Span) -> int:
    """Return how many characters two stretches share; a gap counts negative."""
    return min(piece[1], span[1]) - max(piece[0], span[0])

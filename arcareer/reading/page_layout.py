"""Pieces of text on a page as lines in reading order: the columns of a page are read one after the other.

Only the place where a piece starts is known for certain; where it ends is estimated from its letters, within a tenth.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

_NARROW: Final = frozenset("iljtfrI.,:;'|!()[]- ·•‣")
_WIDE: Final = frozenset("mwMW@%—…")
_SLACK: Final = 0.1
"""By how much an estimated width may be wrong."""
_ALIGNED: Final = 1.5
_FEWEST: Final = 3
_SHARE: Final = 0.02
_FAIR_SHARE: Final = 0.15
_MARK: Final = 3
"""Letters of the longest mark of a list item: a row of those is no column."""
_MARGIN: Final = 0.15
_DEEPEST: Final = 3


@dataclass(frozen=True, slots=True)
class Fragment:
    """A piece of text: where its first letter stands, in points from the lower left corner, and its height."""

    x: float
    y: float
    size: float
    text: str

    @property
    def width(self) -> float:
        """Return its estimated width."""
        return self.size * sum(_width(char) for char in self.text.strip())

    @property
    def end(self) -> float:
        """Return where it ends, as far as its letters tell."""
        return self.x + self.width


@dataclass(frozen=True, slots=True)
class Line:
    """A line of one column: its pieces from left to right, and where the column ends at the right."""

    pieces: tuple[Fragment, ...]
    right: float = 0.0

    @property
    def x(self) -> float:
        """Return where it starts."""
        return self.pieces[0].x

    @property
    def y(self) -> float:
        """Return the height of its baseline."""
        return self.pieces[0].y

    @property
    def size(self) -> float:
        """Return the height of most of its letters."""
        return max(self.pieces, key=lambda piece: len(piece.text)).size

    @property
    def text(self) -> str:
        """Return what it says, with single spaces."""
        return joined(self.pieces)

    def has_room_for(self, word: str) -> bool:
        """Return whether the word would have fitted behind this line, as far as widths are known."""
        width = self.size * (_width(" ") + sum(_width(char) for char in word))
        return self.pieces[-1].end + width < self.right - _SLACK * (self.right - self.x)


def joined(pieces: Sequence[Fragment]) -> str:
    """Return what neighbouring pieces say together, with a space wherever one shows between them."""
    text, last = "", None
    for piece in pieces:
        if last is not None and piece.x - last.end > 0.25 * piece.size + _SLACK * last.width:
            text += " "
        text, last = text + piece.text, piece
    return " ".join(text.split())


def page_lines(fragments: Sequence[Fragment]) -> list[Line]:
    """Return the lines of a page in the order a person reads them."""
    ordered = list(_ordered(_rows(fragments), _DEEPEST))
    right: dict[str, float] = {}
    for column, row in ordered:
        right[column] = max(right.get(column, 0.0), row[-1].end)
    return [line for column, row in ordered if (line := Line(tuple(row), right[column])).text]


Row = list[Fragment]


def _rows(fragments: Sequence[Fragment]) -> list[Row]:
    """Return the pieces that stand side by side, the highest first, each row from left to right."""
    rows: list[Row] = []
    for piece in sorted(fragments, key=lambda one: (-one.y, one.x)):
        if rows and rows[-1][0].y - piece.y <= 0.35 * min(piece.size, rows[-1][0].size):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [sorted(row, key=lambda one: one.x) for row in rows]


def _ordered(rows: list[Row], depth: int, column: str = "") -> Iterator[tuple[str, Row]]:
    """Yield the rows in reading order, each with the name of the column it stands in."""
    edge = _column_edge(rows) if depth else None
    if edge is None:
        yield from ((column, row) for row in rows)
        return
    for across, band in groupby(rows, key=lambda row: _runs_across(row, edge)):
        if across:
            yield from ((column, row) for row in band)
            continue
        sides = [_split(row, edge) for row in band]
        yield from _ordered([left for left, _ in sides if left], depth - 1, f"{column}l")
        yield from _ordered([right for _, right in sides if right], depth - 1, f"{column}r")


def _column_edge(rows: list[Row]) -> float | None:
    """Return where a second column starts, None on a page of one: the edge that fewest lines run across."""
    starts = [piece.x for row in rows for piece in row]
    if not starts:
        return None
    left, right = min(starts), max(piece.end for row in rows for piece in row)
    inner = (left + _MARGIN * (right - left), right - _MARGIN * (right - left))
    edges = [edge for edge in _shared_starts(rows) if inner[0] < edge < inner[1]]
    judged = [(across, edge) for edge in edges if (across := _lines_across(rows, edge)) is not None]
    return min(judged)[1] if judged else None


def _shared_starts(rows: list[Row]) -> list[float]:
    """Return the places where pieces start in several rows."""
    starts = sorted(piece.x for row in rows for piece in row)
    shared: list[float] = []
    group: list[float] = []
    for x in starts:
        if group and x - group[0] > _ALIGNED:
            shared += group[:1] if len(group) >= _FEWEST else []
            group = []
        group.append(x)
    return shared + (group[:1] if len(group) >= _FEWEST else [])


def _lines_across(rows: list[Row], edge: float) -> int | None:
    """Return how many lines run across an edge, None where it does not part two columns."""
    apart = [_split(row, edge) for row in rows if not _runs_across(row, edge)]
    left = [one for one, _ in apart if one]
    right = [other for _, other in apart if other]
    if min(len(left), len(right)) < _FEWEST or not _side_by_side(left, right):
        return None
    if min(sum(map(_letters, side)) / len(side) for side in (left, right)) <= _MARK:
        return None
    share = min(sum(map(_letters, left)), sum(map(_letters, right))) / sum(map(_letters, rows))
    across = len(rows) - len(apart)
    most = len(apart) if share >= _FAIR_SHARE else len(apart) / 3
    return across if share >= _SHARE and across <= most else None


def _side_by_side(left: list[Row], right: list[Row]) -> bool:
    """Return whether several lines of the left column stand beside the right one."""
    top, bottom = right[0][0].y, right[-1][0].y
    return sum(bottom - row[0].size <= row[0].y <= top + row[0].size for row in left) >= _FEWEST - 1


def _runs_across(row: Row, edge: float) -> bool:
    """Return whether a row is one line over an edge, without a gap there."""
    left, right = _split(row, edge)
    if not left:
        return False
    last = left[-1]
    slack = _SLACK * last.width
    if not right:
        return last.end - slack > edge
    first = right[0]
    if abs(first.x - edge) <= _ALIGNED and len(last.text.strip()) > 1:
        return last.end - slack > first.x
    return first.x - last.end + slack < 0.9 * first.size


def _split(row: Row, edge: float) -> tuple[Row, Row]:
    return [piece for piece in row if piece.x < edge - _ALIGNED], [piece for piece in row if piece.x >= edge - _ALIGNED]


def _letters(row: Row) -> int:
    return sum(len(piece.text.strip()) for piece in row)


def _width(char: str) -> float:
    """Return the usual width of a letter as a part of its height."""
    if char in _NARROW:
        return 0.3
    if char in _WIDE:
        return 0.85
    return 0.66 if char.isupper() else 0.53

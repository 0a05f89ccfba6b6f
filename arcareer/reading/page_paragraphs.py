"""Lines of pages as blocks: wrapped items of a list become one, page numbers go, large type is a heading."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from arcareer.reading.list_marks import LIST_ITEM
from arcareer.reading.page_layout import Line, joined
from arcareer.reading.table import TextBlock

_PAGE_NUMBER: Final = re.compile(r"(?:page\s*)?\d{1,3}(?:\s*(?:/|of|von|sur|de)\s*\d{1,3})?", re.IGNORECASE)
_PARTED: Final = re.compile(r"(?<=[^\W\d_])([-\u2010]) (?=[^\W\d_A-Z])")
_HEADING_SIZE: Final = 1.15
_LONGEST_HEADING: Final = 60
_LEADING: Final = 1.75
_TAB: Final = 0.6
_HANGING: Final = 3.0
_SAME_SIZE: Final = 0.1


@dataclass(slots=True)
class _Item:
    """An item of a list as far as it was read; `mark_x` is where its mark stands, `text_x` where its words start."""

    mark_x: float
    text_x: float
    last: Line
    texts: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Return all it says; a word that was parted at a hyphen is one again."""
        return _PARTED.sub(r"\1", " ".join(self.texts)).replace("\u00ad ", "").replace("\u00ad", "")

    def take(self, line: Line) -> bool:
        """Take a line without a mark that goes on with this item; return whether it did."""
        if abs(line.size - self.last.size) > _SAME_SIZE * self.last.size:
            return False
        below = line.y < self.last.y
        if not (self._goes_on_below(line) if below else self._goes_on_elsewhere(line)):
            return False
        self.text_x = min(self.text_x, line.x) if below else line.x
        self.texts.append(line.text)
        self.last = line
        return True

    def _goes_on_below(self, line: Line) -> bool:
        """Return whether the next line hangs behind the mark, or begins with a word this one had no room for."""
        if self.last.y - line.y > _LEADING * self.last.size:
            return False
        if line.x >= self.text_x - _HANGING:
            return True
        return abs(line.x - self.mark_x) <= _HANGING and not self.last.has_room_for(line.text.split()[0])

    def _goes_on_elsewhere(self, line: Line) -> bool:
        """Return whether the first line of the next column or page finishes a sentence begun here."""
        return not self.texts[-1].endswith((".", "!", "?")) and not line.text[0].isupper()


def blocks_of(pages: Sequence[Sequence[Line]]) -> Iterator[TextBlock]:
    """Yield the blocks of all pages in order, numbered from 1."""
    lines = [line for page in pages for line in page if not _PAGE_NUMBER.fullmatch(line.text)]
    letters = _letters_as_marks(lines)
    body = _usual_size(lines)
    item: _Item | None = None
    number = 0
    for line in lines:
        marked = _item_of(line, letters)
        if marked is None and item is not None and item.take(line):
            continue
        if item is not None:
            number += 1
            yield TextBlock(number, item.text, list_level=1)
        item = marked
        if marked is None:
            number += 1
            large = line.size >= _HEADING_SIZE * body and len(line.text) <= _LONGEST_HEADING
            yield TextBlock(number, line.text, heading_level=int(large))
    if item is not None:
        yield TextBlock(number + 1, item.text, list_level=1)


def _item_of(line: Line, letters: frozenset[str]) -> _Item | None:
    """Return the item a line starts, None where it has no mark."""
    first, *rest = line.pieces
    if rest and _is_mark(line, letters):
        return _Item(line.x, rest[0].x, line, [joined(rest)])
    found = LIST_ITEM.match(line.text)
    if found is None:
        return None
    text_x = rest[0].x if rest and len(first.text.strip()) <= 3 else line.x + first.size * 0.5
    return _Item(line.x, text_x, line, [found["text"]])


def _is_mark(line: Line, letters: frozenset[str]) -> bool:
    """Return whether the first piece of a line is a mark by itself: a sign, or a letter that stands for one."""
    sign = line.pieces[0].text.strip()
    return len(sign) == 1 and (not (sign.isalnum() or sign in "$€£\"'(“‘") or (sign in letters and _stands_off(line)))


def _letters_as_marks(lines: Sequence[Line]) -> frozenset[str]:
    """Return letters that start several lines with a wide gap behind: signs of a font that names them as letters."""
    starts = Counter(line.pieces[0].text.strip() for line in lines if len(line.pieces) > 1 and _stands_off(line))
    return frozenset(sign for sign, times in starts.items() if times > 1 and len(sign) == 1 and sign.isalpha())


def _stands_off(line: Line) -> bool:
    first, second = line.pieces[:2]
    return second.x - first.end > _TAB * second.size


def _usual_size(lines: Sequence[Line]) -> float:
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 1.0

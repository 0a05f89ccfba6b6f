"""Every number in a printed text: what the figure tagger knows, and every digit it passes over."""

from __future__ import annotations

import re
import unicodedata
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from typing import Final

from arcareer.prose.figure_atoms import with_atoms
from arcareer.prose.figure_kinds import METRIC_KINDS, FigureKind, FigureMention
from arcareer.prose.figures import tag
from arcareer.prose.numbers import SCALES, parse_digits

_REMEMBERED: Final = 8_192
_RUN: Final = re.compile(r"\d+(?:[.,]\d+)*")
_SCALE: Final = re.compile(rf"\d\s?-?({'|'.join(sorted(SCALES, key=len, reverse=True))})(?![^\W\d_])", re.IGNORECASE)
_ROUGH: Final = re.compile(
    r"(?:about|around|almost|nearly|over|under|roughly|some|approx\w*\.?|circa|ca\.|more than|less than|close to"
    r"|up to|at least|[~≈<>])\s*$",
    re.IGNORECASE,
)
_SEPARATORS: Final = str.maketrans("\u066b\u066c\u066a", ".,%")
_MOST_DIGITS: Final = 15
_LIMITS: Final = frozenset({FigureKind.THRESHOLD, FigureKind.TENURE})
"""What the tagger knows as limits and time served is a number all the same: "at 36 days"."""


@dataclass(frozen=True, slots=True)
class WrittenValue:
    """A value as written: it may stand for anything within half a `step` of it."""

    value: Decimal
    step: Decimal = Decimal(1)

    def covers(self, exact: Decimal) -> bool:
        """Return whether an exact value may be written like this, whatever its sign."""
        return abs(abs(exact) - abs(self.value)) * 2 <= self.step


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberMark:
    """A number in a text, as it is written there.

    `values` are all that it says: both ends of "from 12 to 8", both numbers of "10 of 12"; empty where it says no
    value that can be compared, such as a date or a code. `unit` is "days", "%", "points", "x" and so on, `currency` an
    ISO 4217 code.
    """

    start: int
    end: int
    text: str
    kind: FigureKind
    values: tuple[WrittenValue, ...] = ()
    unit: str = ""
    currency: str = ""

    @property
    def measures(self) -> bool:
        """Return whether it measures something; a date, a code or a payment term does not."""
        return self.kind in METRIC_KINDS

    @property
    def has_digit(self) -> bool:
        """Return whether it is written with a digit of any script."""
        return any(map(_is_digit, self.text))


@lru_cache(maxsize=_REMEMBERED)
def number_marks(text: str) -> tuple[NumberMark, ...]:
    """Return every number of the text in order, without overlaps; no digit of any script lies outside of all of them.

    Numbers in words count where they measure something: "twelve accounts", "a third", "doubled", but not "in one call".
    """
    folded = _folded(text)
    known: list[NumberMark] = []
    for mention in tag(folded):
        mark = _known(mention, folded, text)
        if mark is not None and mark.text and (not known or known[-1].end <= mark.start):
            known.append(mark)
    return tuple(_complete(known, folded, text))


def _known(mention: FigureMention, folded: str, text: str) -> NumberMark | None:
    span = mention.span
    if mention.kind in _LIMITS:
        mention = _measured(mention, folded[span.start : span.end])
    words = folded[span.start : span.end]
    if not any(map(_is_digit, words)) and (not mention.is_metric or words.casefold() == "one"):
        return None
    return NumberMark(
        start=span.start,
        end=span.end,
        text=text[span.start : span.end],
        kind=mention.kind,
        values=tuple(_values(mention, folded)) if mention.is_metric else (),
        unit=mention.unit,
        currency=mention.currency,
    )


def _measured(mention: FigureMention, words: str) -> FigureMention:
    """Return a limit as the number it is by itself; as it was where its words hold none or several."""
    alone = with_atoms(words.lower(), [])
    return replace(alone[0], span=mention.span, text=mention.text) if len(alone) == 1 else mention


def _values(mention: FigureMention, folded: str) -> Iterator[WrittenValue]:
    found = (mention.before, mention.after) if mention.is_pair else (mention.value, mention.upper)
    scale = _SCALE.search(folded, mention.span.start, mention.span.end)
    factor = SCALES[scale[1].lower()] if scale else 1
    rough = factor == 1 and (mention.text.endswith("+") or _ROUGH.search(folded, 0, mention.span.start) is not None)
    for value in found:
        if value is not None and value.is_finite():
            yield WrittenValue(value, _step(value, mention.kind, factor, rough=rough))


def _step(value: Decimal, kind: FigureKind, factor: int, *, rough: bool) -> Decimal:
    """Return the place of the last digit written; of a number called rough the last digit that is not zero."""
    if kind is FigureKind.FRACTION:
        return Decimal("0.01")
    exponent = min(0, int(value.as_tuple().exponent))
    if rough and value and value == value.to_integral_value():
        exponent = min(int(value.normalize().as_tuple().exponent), max(0, value.adjusted() - 1))
    return Decimal(factor).scaleb(exponent)


def _complete(known: Iterable[NumberMark], folded: str, text: str) -> Iterator[NumberMark]:
    """Yield the known marks and, for digits that lie in none of them or only in part, marks of their own.

    Such a mark takes in the letters it touches, as in "INV20931".
    """
    rest, done = deque(known), 0
    for start, end in _runs(folded):
        while rest and rest[0].end <= start:
            done = rest[0].end
            yield rest.popleft()
        if start < done or (rest and rest[0].start <= start and end <= rest[0].end):
            continue
        first, last = _word_around(start, end, folded, done)
        while rest and rest[0].start < last:
            mark = rest.popleft()
            first, last = min(first, mark.start), max(last, mark.end)
        done = last
        yield _plain(first, last, folded, text)
    yield from rest


def _word_around(start: int, end: int, folded: str, done: int) -> tuple[int, int]:
    while start > done and folded[start - 1].isalpha():
        start -= 1
    while end < len(folded) and (folded[end].isalpha() or _is_digit(folded[end])):
        end += 1
    return start, end


def _plain(start: int, end: int, folded: str, text: str) -> NumberMark:
    digits = folded[start:end]
    if any(map(str.isalpha, digits)):
        return NumberMark(start=start, end=end, text=text[start:end], kind=FigureKind.CODE)
    values: tuple[WrittenValue, ...] = ()
    if _RUN.fullmatch(digits) and sum(map(str.isdigit, digits)) <= _MOST_DIGITS:
        value = parse_digits(digits).value
        values = (WrittenValue(value, _step(value, FigureKind.NUMBER, 1, rough=False)),)
    return NumberMark(start=start, end=end, text=text[start:end], kind=FigureKind.NUMBER, values=values)


def _runs(folded: str) -> Iterator[tuple[int, int]]:
    """Yield where digits stand side by side, and every other sign that is a number by itself."""
    if folded.isascii():
        yield from (found.span() for found in re.finditer(r"\d+", folded))
        return
    start = None
    for at, char in enumerate((*folded, "")):
        if char and _is_digit(char):
            start = at if start is None else start
        elif start is not None:
            yield start, at
            start = None


def _is_digit(char: str) -> bool:
    """Return whether a sign is a number and no letter: digits of all scripts, ², ½, ①, but not 三."""
    return char.isnumeric() and not char.isalpha()


def _folded(text: str) -> str:
    """Return the text, as long as it was, with ASCII digits for those of other scripts and their separators."""
    if text.isascii():
        return text
    return "".join(str(unicodedata.decimal(char)) if char.isdecimal() else char for char in text.translate(_SEPARATORS))

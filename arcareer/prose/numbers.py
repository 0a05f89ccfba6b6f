"""Reading the value of a written number: digits in several locales, number words, scales."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

_UNITS: Final = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS: Final = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
WORD_VALUES: Final[dict[str, int]] = {
    **{word: index for index, word in enumerate(_UNITS)},
    **{word: 10 * index for index, word in enumerate(_TENS, start=2)},
    "nil": 0,
    "fourty": 40,
    "ninty": 90,
    "a": 1,
    "an": 1,
    "dozen": 12,
    "score": 20,
}
WORD_SCALES: Final[dict[str, int]] = {
    "hundred": 100,
    "thousand": 1_000,
    "lakh": 100_000,
    "lac": 100_000,
    "million": 1_000_000,
    "crore": 10_000_000,
    "billion": 1_000_000_000,
}
SCALES: Final[dict[str, int]] = {
    **{name + ending: value for name, value in WORD_SCALES.items() for ending in ("", "s")},
    "k": 1_000,
    "ths": 1_000,
    "thou": 1_000,
    "tsd": 1_000,
    "m": 1_000_000,
    "mm": 1_000_000,
    "mn": 1_000_000,
    "mil": 1_000_000,
    "mill": 1_000_000,
    "mio": 1_000_000,
    "b": 1_000_000_000,
    "bn": 1_000_000_000,
    "bil": 1_000_000_000,
    "cr": 10_000_000,
    "l": 100_000,
}


@dataclass(frozen=True, slots=True)
class ParsedNumber:
    """A value, and whether its separators cannot be right ("1.200,50.00")."""

    value: Decimal
    malformed: bool = False


def parse_digits(text: str, *, fractional: bool = False) -> ParsedNumber:
    """Read digits with separators.

    A single separator before exactly three digits groups thousands unless `fractional` says that the unit is one
    that takes decimals (per cent, days). Any other single separator is a decimal mark, point or comma.
    """
    plain = text.replace(" ", "").replace("'", "")
    commas, points = plain.count(","), plain.count(".")
    if not commas and not points:
        return ParsedNumber(Decimal(plain))
    if commas and points:
        return _both(plain)
    mark = "," if commas else "."
    groups = plain.split(mark)
    tail_is_group = all(len(group) == 3 for group in groups[1:]) and 1 <= len(groups[0]) <= 3 and groups[0] != "0"
    indian = mark == "," and len(groups) > 2 and len(groups[-1]) == 3 and all(len(g) == 2 for g in groups[1:-1])
    if indian or (tail_is_group and not (fractional and len(groups) == 2)):
        return ParsedNumber(Decimal("".join(groups)))
    if len(groups) == 2:
        return ParsedNumber(Decimal(f"{groups[0] or '0'}.{groups[1] or '0'}"), len(groups[1]) > 4)
    return ParsedNumber(Decimal("".join(groups)), malformed=True)


def _both(plain: str) -> ParsedNumber:
    decimal = "," if plain.rfind(",") > plain.rfind(".") else "."
    group = "." if decimal == "," else ","
    whole, _, tail = plain.rpartition(decimal)
    groups = whole.split(group)
    wrong = decimal in whole or any(len(part) not in (2, 3) for part in groups[1:]) or len(groups[-1]) != 3
    return ParsedNumber(Decimal(f"{re.sub('[^0-9]', '', whole) or '0'}.{tail}"), wrong or len(tail) > 2)


def parse_words(text: str) -> Decimal | None:
    """Read "two hundred and forty", "a dozen", "twenty-five thousand"; None when a word is not a number."""
    total = current = 0
    seen = False
    for word in text.replace("-", " ").split():
        if word == "and":
            continue
        if word in ("dozen", "score") and seen:
            current *= WORD_VALUES[word]
        elif word in WORD_VALUES:
            current += WORD_VALUES[word]
        elif word == "hundred":
            current = max(current, 1) * 100
        elif word in WORD_SCALES:
            total += max(current, 1) * WORD_SCALES[word]
            current = 0
        else:
            return None
        seen = True
    return Decimal(total + current) if seen else None

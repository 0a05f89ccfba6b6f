"""How well words are among others, one typing mistake forgiven."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Final

_LONG_ENOUGH: Final = 4
EXACT: Final = 2
NEAR: Final = 1


def closeness(wanted: Iterable[str], present: Iterable[str]) -> int:
    """Return how well every wanted word is among the words present, both folded; 0 where one is missing.

    A word fits as the beginning of another (2 points); from four letters on, one mistake is forgiven (1 point): a
    letter too many, too few, another, or two changed places.
    """
    there = frozenset(present)
    total = 0
    for word in wanted:
        points = _fit(word, there)
        if not points:
            return 0
        total += points
    return total


def _fit(word: str, there: Collection[str]) -> int:
    if any(other.startswith(word) for other in there):
        return EXACT
    if len(word) < _LONG_ENOUGH:
        return 0
    starts = {other[: len(word) + more] for other in there for more in (-1, 0, 1)}
    return NEAR if any(one_mistake(word, start) for start in starts) else 0


def one_mistake(word: str, other: str) -> bool:
    """Return whether the words are the same but for one mistake at most."""
    if abs(len(word) - len(other)) > 1:
        return False
    same = 0
    while same < min(len(word), len(other)) and word[same] == other[same]:
        same += 1
    left, right = word[same:], other[same:]
    swapped = left[:2][::-1] == right[:2] and left[2:] == right[2:]
    return left == right or left[1:] == right or left == right[1:] or left[1:] == right[1:] or swapped

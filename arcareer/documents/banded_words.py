"""Bands inside of sentences: what stood around the exact amount and is no longer right goes with it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from arcareer.documents.banding import Bands
from arcareer.documents.hiding import Hidden

UNREADABLE_AMOUNT: Final = "an amount of money"
_EXACT: Final = re.compile(
    r"(?<!\w)(?:exactly|precisely|nearly|almost|very nearly|(?:very )?close to)[ \u00a0]$", re.IGNORECASE
)
_JUST: Final = re.compile(
    r"(?<!\w)(?:only just|just|slightly|barely|a (?:little|bit|shade|touch)|marginally)[ \u00a0](?P<limit>over|above"
    r"|more than|under|below|less than)(?=[ \u00a0]$)",
    re.IGNORECASE,
)
_ARTICLE: Final = re.compile(r"(?<!\w)an?[ \u00a0]$", re.IGNORECASE)
_DETERMINER: Final = re.compile(r"(?<!\w)(?:the|this|that|my|our|your|his|her|its|their)[ \u00a0]$", re.IGNORECASE)
_VOWEL: Final = re.compile(r"[aeiou]|[^\w\s]?(?:8|1[18](?!\d))", re.IGNORECASE)
_REACH: Final = 32


def in_bands(text: str, bands: Bands, known: frozenset[Decimal]) -> Iterator[Hidden]:
    """Yield the amounts of a text with their bands.

    A band is no value that something is "nearly" or "just over": such words would not be true of it, so they go. An
    article before it is "a" or "an" as the band is spoken.
    """
    from arcareer.documents.amounts import banded, find_amounts  # noqa: PLC0415 - loads the figure tagger

    for amount in find_amounts(text, known):
        words, start = banded(amount, bands) or UNREADABLE_AMOUNT, amount.start
        near = max(0, start - _REACH)
        if just := _JUST.search(text, near, start):
            yield Hidden(just.start(), just.end(), just["limit"].lower())
        elif exact := _EXACT.search(text, near, start):
            start = exact.start()
        if article := _ARTICLE.search(text, near, start):
            start, words = article.start(), f"{_article(words)} {words.removeprefix('an ')}"
        elif _DETERMINER.search(text, near, start):
            words = words.removeprefix("an ")
        yield Hidden(start, amount.end, words)


def _article(words: str) -> str:
    return "an" if _VOWEL.match(words.removeprefix("an ")) else "a"

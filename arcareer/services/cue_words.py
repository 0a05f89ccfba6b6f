"""A few words from a text that bring it back: how it begins, its figures, and the terms between them."""

from __future__ import annotations

import re
from typing import Final

from arcareer.prose.evidence import Reading, read
from arcareer.prose.lexicons import lexicon
from arcareer.prose.text import Span

_MOST: Final = 3
_LONGEST: Final = 32
_OPENING_WORDS: Final = 4
_CLAUSE_END: Final = re.compile(r"[.,;:!?](?:\s|$)")
_ALSO_SMALL: Final = frozenset(
    {
        "also",
        "any",
        "but",
        "down",
        "first",
        "he",
        "her",
        "him",
        "his",
        "how",
        "it",
        "last",
        "me",
        "more",
        "most",
        "next",
    }
    | {
        "next",
        "one",
        "other",
        "out",
        "she",
        "some",
        "such",
        "them",
        "then",
        "there",
        "these",
        "they",
        "this",
        "those",
        "too",
    }
    | {"up", "us", "very", "what", "where", "whom", "will", "you", "your"}
)
"""Words that tell nothing by themselves, besides those that join others."""


def cue_of(text: str) -> str:
    """Return up to three short pieces of the text in their order, parted by commas; empty for an empty text."""
    reading = read(text)
    figures = [piece for figure in reading.metrics if (piece := _counted(reading, figure.span)) is not None]
    terms = [(hit.start, reading.text[hit.start : hit.end]) for hit in reading.terms]
    chosen: list[tuple[int, str]] = []
    for place, words in (*_opening(reading.text), *figures, *terms):
        if len(words) <= _LONGEST and not any(_same(words, other) for _, other in chosen):
            chosen.append((place, words))
        if len(chosen) == _MOST:
            break
    return ", ".join(words for _, words in sorted(chosen))


def _opening(text: str) -> list[tuple[int, str]]:
    """Return the first clause without the small words around it, cut to a few words."""
    clause = _CLAUSE_END.split(text, maxsplit=1)[0]
    found = list(re.finditer(r"\S+", clause))
    while found and _is_small(found[0][0]):
        del found[0]
    number = next((place for place, word in enumerate(found) if any(map(str.isdigit, word[0]))), len(found))
    found = found[: min(number, _OPENING_WORDS)]
    while found and _is_small(found[-1][0]):
        del found[-1]
    return [(found[0].start(), clause[found[0].start() : found[-1].end()])] if found else []


def _counted(reading: Reading, span: Span) -> tuple[int, str] | None:
    """Return a figure's words, with what is counted where they are a bare number; None for one that counts nothing."""
    words = reading.text[span.start : span.end].strip()
    if " " in words or not words.replace(",", "").isalnum():
        return span.start, words
    following = next((token for token in reading.tokens if token.start >= span.end), None)
    if following is None or _is_small(reading.text[following.start : following.end]):
        return None
    return span.start, reading.text[span.start : following.end]


def _is_small(word: str) -> bool:
    return word.casefold() in _ALSO_SMALL or word.casefold() in lexicon("grammar")["joining"]


def _same(words: str, other: str) -> bool:
    first, second = words.casefold(), other.casefold()
    return first in second or second in first

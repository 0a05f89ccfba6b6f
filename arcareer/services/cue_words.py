"""A few words from a text that bring it back: its figures, and the particulars between them."""

from __future__ import annotations

from typing import Final

from arcareer.prose.evidence import Reading, read
from arcareer.prose.text import Span

_MOST: Final = 3
_LONGEST: Final = 32


def cue_of(text: str) -> str:
    """Return up to three short pieces of the text in their order, parted by commas; empty for an empty text."""
    reading = read(text)
    figures = [(figure.span.start, _with_noun(reading, figure.span)) for figure in reading.metrics]
    terms = [(hit.start, reading.text[hit.start : hit.end]) for hit in reading.terms]
    chosen: list[tuple[int, str]] = []
    for place, words in (*figures, *terms, *_openings(reading.text)):
        if len(words) <= _LONGEST and not any(_same(words, other) for _, other in chosen):
            chosen.append((place, words))
        if len(chosen) == _MOST:
            break
    return ", ".join(words for _, words in sorted(chosen))


def _openings(text: str) -> list[tuple[int, str]]:
    """Return the first three words where nothing else stands out."""
    words = text.split()[:3]
    return [(0, " ".join(words).rstrip(".,;:"))] if words else []


def _with_noun(reading: Reading, span: Span) -> str:
    """Return a figure's words, and what is counted where they are a bare number."""
    words = reading.text[span.start : span.end].strip()
    following = next((token for token in reading.tokens if token.start >= span.end), None)
    if following is None or not words.replace(",", "").isalnum() or " " in words:
        return words
    return reading.text[span.start : following.end]


def _same(words: str, other: str) -> bool:
    first, second = words.casefold(), other.casefold()
    return first in second or second in first

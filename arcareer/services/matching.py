"""Finds words in short texts that no full-text index covers."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

_WORD: Final = re.compile(r"[^\W_]+")
_KEPT: Final = 1_000  # texts; those that come with the app are looked through at every key


@lru_cache(maxsize=_KEPT)
def folded_words(text: str) -> tuple[str, ...]:
    """Return the words of a text without case and accents."""
    plain = "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))
    return tuple(_WORD.findall(plain.casefold()))


def has_words(texts: Iterable[str], wanted: tuple[str, ...]) -> bool:
    """Return whether the texts have every wanted word, each as the beginning of one of theirs."""
    present = [word for text in texts for word in folded_words(text)]
    return all(any(word.startswith(start) for word in present) for start in wanted)


class Keywords:
    """Words and phrases as content writes them: a trailing * takes any ending, several words stand together."""

    def __init__(self, keywords: Iterable[str]) -> None:
        self._needles = tuple(dict.fromkeys(needle for keyword in keywords if (needle := _needle(keyword))))

    def among(self, words: str) -> tuple[str, ...]:
        """Return which words of a `line_of` text are keywords, as they stand there, in the keywords' order."""
        found = (self._word_at(words, needle) for needle in self._needles if needle in words)
        return tuple(dict.fromkeys(found))

    def _word_at(self, words: str, needle: str) -> str:
        start = words.index(needle) + 1
        return words[start : words.index(" ", start + len(needle.strip()))]


def line_of(*texts: str) -> str:
    """Return the words of texts as `Keywords` look through them."""
    return f" {' '.join(word for text in texts for word in folded_words(text))} "


def _needle(keyword: str) -> str:
    words = " ".join(folded_words(keyword))
    ending = "" if keyword.rstrip().endswith("*") else " "
    return f" {words}{ending}" if words else ""

"""Finding phrases of word lists in tokenised text by hashing: the cost does not grow with the length of the lists."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

_TOKEN: Final = re.compile(r"[^\W_]+(?:'[^\W_]+)?")


class Token(NamedTuple):
    """One word of lower-case text and where it stands."""

    start: int
    end: int
    word: str


@dataclass(frozen=True, slots=True)
class PhraseHit:
    """A phrase of a list, found at `tokens[first:last]`."""

    first: int
    last: int
    start: int
    end: int
    phrase: str
    label: str


def tokens(lower: str) -> tuple[Token, ...]:
    """Words of lower-case text; hyphens and slashes separate, an apostrophe inside a word does not."""
    return tuple(Token(match.start(), match.end(), match.group()) for match in _TOKEN.finditer(lower))


class PhraseSet:
    """Phrases with labels; the longest phrase wins at each word, and hits do not overlap."""

    __slots__ = ("_by_head",)

    def __init__(self, labelled: Mapping[str, Iterable[str]]) -> None:
        by_head: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for label, phrases in labelled.items():
            for phrase in phrases:
                words = tuple(match.group() for match in _TOKEN.finditer(phrase.lower()))
                if words:
                    by_head.setdefault(words[0], []).append((words, label))
        self._by_head = {head: sorted(found, key=lambda item: -len(item[0])) for head, found in by_head.items()}

    def find(self, sequence: Sequence[Token]) -> Iterator[PhraseHit]:
        """All hits from left to right."""
        index = 0
        while index < len(sequence):
            hit = self._at(sequence, index)
            if hit is None:
                index += 1
                continue
            yield hit
            index = hit.last

    def _at(self, sequence: Sequence[Token], index: int) -> PhraseHit | None:
        head = sequence[index].word
        candidates = self._by_head.get(head) or self._by_head.get(head.removesuffix("'s"))
        for words, label in candidates or ():
            last = index + len(words)
            if last <= len(sequence) and all(
                token.word == word or token.word.removesuffix("'s") == word
                for token, word in zip(sequence[index:last], words, strict=True)
            ):
                return PhraseHit(index, last, sequence[index].start, sequence[last - 1].end, " ".join(words), label)
        return None

"""Suggests the theme and the competencies of a sentence from the words that speak for them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from arcareer.content.capture_models import WordFamily
from arcareer.content.models import Theme

_TOKEN: Final = re.compile(r"[^\W_]+")
_STRONG: Final = 3
_PLAIN: Final = 1
_MOST_COMPETENCIES: Final = 3
_CAPITALS_ONLY: Final = 4
_SHORTEST_STEM: Final = 3


@dataclass(frozen=True, slots=True)
class Suggestion:
    """The theme the words speak for most, empty where none does, and the competencies with a telling word."""

    theme: str
    competencies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Heard:
    """Words of a text that speak for a competency: `text[start:end]`, `weight` says how loudly."""

    family: str
    weight: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Phrase:
    """Words that stand next to each other; the last one may go on in any way where `open_end` is set."""

    words: tuple[str, ...]
    open_end: bool
    capitals: bool
    family: str
    weight: int

    def fits(self, tokens: Sequence[str], folded: Sequence[str], at: int) -> bool:
        end = at + len(self.words)
        if end > len(tokens):
            return False
        seen = tokens[at:end] if self.capitals else folded[at:end]
        if tuple(seen[:-1]) != self.words[:-1]:
            return False
        return seen[-1].startswith(self.words[-1]) if self.open_end else seen[-1] == self.words[-1]


class ThemeSuggester:
    """Counts the words of a sentence that speak for each competency; a longer phrase hides the words inside it."""

    def __init__(self, themes: Sequence[Theme], families: Sequence[WordFamily]) -> None:
        self._themes = themes
        self._families = families

    def suggest(self, sentence: str) -> Suggestion:
        """Return what the sentence is mostly about, of equals what it speaks of first."""
        scores: dict[str, int] = defaultdict(int)
        telling: set[str] = set()
        heard: list[str] = []
        for hit, words in self._matches(sentence):
            scores[hit.family] += hit.weight * words
            heard.append(hit.family)
            if hit.weight == _STRONG:
                telling.add(hit.family)
        by_theme = {theme.id: sum(scores[one] for one in theme.competencies) for theme in self._themes}
        first = {theme.id: _first(heard, theme.competencies) for theme in self._themes}
        best = max(by_theme, key=lambda theme: (by_theme[theme], -first[theme]), default="")
        order = [one for theme in self._themes for one in theme.competencies if one in telling]
        chosen = sorted(order, key=lambda one: -scores[one])[:_MOST_COMPETENCIES]
        return Suggestion(best if best and by_theme[best] else "", tuple(chosen))

    def heard(self, text: str) -> tuple[Heard, ...]:
        """Return every stretch of a text that speaks for a competency, in the text's order."""
        return tuple(hit for hit, _ in self._matches(text))

    def _matches(self, sentence: str) -> Iterator[tuple[Heard, int]]:
        places = list(_TOKEN.finditer(sentence))
        tokens = [place.group() for place in places]
        folded = [token.casefold() for token in tokens]
        at = 0
        while at < len(tokens):
            fitting = [phrase for phrase in self._starting(tokens[at], folded[at]) if phrase.fits(tokens, folded, at)]
            longest = max((len(phrase.words) for phrase in fitting), default=1)
            for phrase in _one_per_family([phrase for phrase in fitting if len(phrase.words) == longest]):
                start, end = places[at].start(), places[at + longest - 1].end()
                yield Heard(phrase.family, phrase.weight, start, end), longest
            at += longest

    def _starting(self, token: str, folded: str) -> Iterator[_Phrase]:
        yield from self._by_first.get(token, ())
        if folded != token:
            yield from self._by_first.get(folded, ())
        for length in range(_SHORTEST_STEM, len(folded) + 1):
            yield from self._by_stem.get(folded[:length], ())

    @cached_property
    def _phrases(self) -> tuple[_Phrase, ...]:
        return tuple(
            _phrase(text, family.id, weight)
            for family in self._families
            for texts, weight in ((family.strong, _STRONG), (family.plain, _PLAIN))
            for text in texts
        )

    @cached_property
    def _by_first(self) -> dict[str, list[_Phrase]]:
        index: dict[str, list[_Phrase]] = defaultdict(list)
        for phrase in self._phrases:
            if len(phrase.words) > 1 or not phrase.open_end:
                index[phrase.words[0]].append(phrase)
        return dict(index)

    @cached_property
    def _by_stem(self) -> dict[str, list[_Phrase]]:
        index: dict[str, list[_Phrase]] = defaultdict(list)
        for phrase in self._phrases:
            if len(phrase.words) == 1 and phrase.open_end:
                index[phrase.words[0]].append(phrase)
        return dict(index)


def _first(heard: Sequence[str], families: Sequence[str]) -> int:
    return next((place for place, family in enumerate(heard) if family in families), len(heard))


def _phrase(text: str, family: str, weight: int) -> _Phrase:
    capitals = text.isupper() and len(text) <= _CAPITALS_ONLY
    words = tuple(_TOKEN.findall(text if capitals else text.casefold()))
    return _Phrase(words, text.endswith("*"), capitals, family, weight)


def _one_per_family(phrases: list[_Phrase]) -> Iterator[_Phrase]:
    """Yield the weightiest phrase of each family, so that one word counts once for it."""
    best: dict[str, _Phrase] = {}
    for phrase in phrases:
        if phrase.family not in best or best[phrase.family].weight < phrase.weight:
            best[phrase.family] = phrase
    yield from best.values()

"""Runs of capitalised words that may name a customer not known yet; they are offered and never added by themselves."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from arcareer.content.capture_models import CaptureWords

_TOKEN: Final = re.compile(r"[^\W_][\w'’.&/-]*[^\W_]|[^\W_]|&")
_BREAK: Final = re.compile(r"[,;:!?()]|\.\s|\s[-\N{EN DASH}\N{EM DASH}]\s")
_INSIDE: Final = frozenset({"&", "of", "de", "du", "la", "le", "van", "der", "von"})
_POSSESSIVE: Final = re.compile(r"['’]s?$")
_DOING: Final = re.compile(r"(?:ed|ing)$")
_PEOPLE_TOO: Final = frozenset({"with", "by", "to", "for", "called", "rang", "phoned"})
_BELONGS: Final = frozenset(
    {"team", "office", "branch", "region", "depot", "desk", "customers", "clients", "accounts", "dealers", "colleagues",
     "staff", "time", "market", "law"}
)  # fmt: skip
_SHORTEST: Final = 3
_TITLE_CASE: Final = 0.6


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    start: int
    end: int
    opens: bool
    """Whether a sentence or clause starts here, so that its capital says nothing."""

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()

    @property
    def key(self) -> str:
        return _POSSESSIVE.sub("", self.text).casefold().replace(".", "")


def possible_names(
    sentence: str, words: CaptureWords, taken: Iterable[tuple[int, int]] = (), *, has_figures: bool
) -> tuple[str, ...]:
    """Return what may be customers' names, in the order of the sentence and each once.

    `taken` are the places of customers already known. A single word counts only in a sentence with a figure, and
    behind "from", "at" or the like.
    """
    return tuple(dict.fromkeys(_Finder(sentence, words, tuple(taken), has_figures=has_figures).names()))


class _Finder:
    def __init__(
        self, sentence: str, words: CaptureWords, taken: tuple[tuple[int, int], ...], *, has_figures: bool
    ) -> None:
        self._sentence = sentence
        self._endings = frozenset(words.company_endings)
        self._before = frozenset(words.before_names)
        self._never = frozenset(words.not_names)
        self._has_figures = has_figures
        self._words = [word for word in _split(sentence) if not _is_taken(word, taken)]
        self._titled = _is_titled(self._words)

    def names(self) -> Iterator[str]:
        for start, last in self._runs():
            first = self._without_others(self._without_opening(start, last), last)
            if first <= last and self._is_company(first, last):
                text = self._sentence[self._words[first].start : self._words[last].end]
                yield _POSSESSIVE.sub("", text)

    def _runs(self) -> Iterator[tuple[int, int]]:
        """Yield first and last place of every stretch of capitalised words, small joining words inside allowed."""
        place, words = 0, self._words
        while place < len(words):
            if not words[place].capital:
                place += 1
                continue
            last = place
            while (following := self._next(last)) is not None:
                last = following
            yield place, last
            place = last + 1

    def _next(self, place: int) -> int | None:
        """Return the place of the next capitalised word that belongs to the same run."""
        words = self._words
        after = place + 1
        if after < len(words) and words[after].text in _INSIDE and not self._parted(place, after):
            after += 1
        if after >= len(words) or self._parted(after - 1, after) or _POSSESSIVE.search(words[place].text):
            return None
        return after if words[after].capital else None

    def _parted(self, left: int, right: int) -> bool:
        between = self._sentence[self._words[left].end : self._words[right].start]
        shortened = between == ". " and self._words[left].key in self._endings
        return not shortened and (len(between) > 2 or _BREAK.search(between) is not None)

    def _without_opening(self, first: int, last: int) -> int:
        """Return the place behind a word whose capital only the start of the sentence gave it."""
        word = self._words[first]
        verb = _DOING.search(word.key) or word.key in self._before or word.key in self._never
        return first + 1 if word.opens and (verb or first == last) else first

    def _without_others(self, first: int, last: int) -> int:
        """Return the place behind words that name no customer, such as a department before the name."""
        while first <= last and (self._words[first].key in self._never or self._words[first].text in _INSIDE):
            first += 1
        return first

    def _is_company(self, first: int, last: int) -> bool:
        run = self._words[first : last + 1]
        if not any(word.key not in self._never and word.key not in self._endings for word in run):
            return False
        if len(run) > 1 and run[-1].key in self._endings:
            return True
        if self._titled or any(word.key in self._never for word in run):
            return False
        before = self._words[first - 1].key if first and not self._parted(first - 1, first) else ""
        if before not in self._before or (before in _PEOPLE_TOO and not self._has_figures):
            return False
        return len(run) > 1 or (self._has_figures and before not in _PEOPLE_TOO and self._stands_alone(run[0], last))

    def _stands_alone(self, word: _Word, last: int) -> bool:
        following = self._words[last + 1].key if last + 1 < len(self._words) else ""
        is_acronym = word.text.isupper() and len(word.text) <= _SHORTEST + 1
        return len(word.key) >= _SHORTEST and not is_acronym and following not in _BELONGS


def _split(sentence: str) -> Iterator[_Word]:
    end = 0
    for found in _TOKEN.finditer(sentence):
        between = sentence[end : found.start()]
        opens = not sentence[: found.start()].strip(" •*-\t\"'“‘") or re.search(r"[.!?:;]\s", between) is not None
        end = found.end()
        yield _Word(found[0], found.start(), found.end(), opens)


def _is_taken(word: _Word, taken: tuple[tuple[int, int], ...]) -> bool:
    return any(word.start < end and start < word.end for start, end in taken)


def _is_titled(words: list[_Word]) -> bool:
    """Return whether the sentence is a heading with a capital on every longer word."""
    longer = [word for word in words if len(word.text) > _SHORTEST and word.text[0].isalpha()]
    return len(longer) > _SHORTEST and sum(word.capital for word in longer) > _TITLE_CASE * len(longer)

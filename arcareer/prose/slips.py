"""Slips a careful reader notices: spelling, grammar, doubled words, cut-off endings, amounts written wrongly."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from arcareer.prose.evidence import common_stems, stem
from arcareer.prose.figure_kinds import FigureKind
from arcareer.prose.lexicons import lexicon, verb_forms
from arcareer.prose.mending import mended
from arcareer.prose.patterns import compiled
from arcareer.resources import resource_root

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from arcareer.prose.evidence import Reading
    from arcareer.prose.phrases import Token

_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"
_ENDINGS: Final = frozenset(
    {"s", "es", "ed", "ing", "er", "ers", "ly", "ment", "ments", "able", "ness", "ity", "al", "or", "ors"}
)
_LONG: Final = 8  # letters from which two slips still point to one word
_SHORTEST_NAME: Final = 6
_MOST_UNKNOWN: Final = 6  # a line with more unknown words is another language or a list of names


class SlipKind(StrEnum):
    """What sort of slip it is."""

    SPELLING = "spelling"
    GRAMMAR = "grammar"
    DOUBLED = "doubled word"
    FINISH = "punctuation"
    CUT_OFF = "cut off"
    AMOUNT = "amount"


@dataclass(frozen=True, slots=True)
class Slip:
    """One slip in normalised text; `instead` is the likely spelling, when there is one."""

    kind: SlipKind
    start: int
    end: int
    instead: str = ""


@cache
def known_words() -> frozenset[str]:
    """Words that are spelled rightly in British or American English."""
    text = (resource_root() / "rules" / "words.txt").read_text("ascii")
    return frozenset(text.split())


@cache
def _familiar() -> frozenset[str]:
    """Words of the trade that a misspelling is likely meant to be."""
    words = set(lexicon("common")["words"][0].split())
    words.update(verb_forms(lexicon("actions")["concrete"]))
    for phrases in lexicon("terms").lists.values():
        words.update(word for phrase in phrases for word in phrase.split())
    for name in ("down", "up", "gain", "finish"):
        words.update(verb_forms(lexicon("change")[name]))
    words.update(word for word in known_words() if word.endswith("ly") and stem(word) in common_stems())
    words.update(("substantially", "significantly", "considerably", "guaranteed", "guarantee", "every", "improvements"))
    return frozenset(word for word in words if len(word) >= 4 and word.isascii() and word.isalpha())


@lru_cache(maxsize=256)
def slips(reading: Reading) -> tuple[Slip, ...]:
    """All slips of one line, in order of place."""
    found = [*_spelling(reading), *_grammar(reading), *_amounts(reading), *_cut_off(reading)]
    return tuple(sorted(found, key=lambda slip: slip.start))


def _grammar(reading: Reading) -> Iterator[Slip]:
    lower = reading.lower
    for match in compiled("slips", "grammar").finditer(lower):
        yield Slip(SlipKind.GRAMMAR, match.start(), match.end(), mended(_written(reading, match)))
    for match in compiled("slips", "doubled").finditer(lower):
        yield Slip(SlipKind.DOUBLED, match.start(), match.end(), _written(reading, match).split()[0])
    for match in compiled("slips", "finish").finditer(lower):
        yield Slip(SlipKind.FINISH, match.start(), match.end(), mended(_written(reading, match)))


def _written(reading: Reading, match: re.Match[str]) -> str:
    return reading.text[match.start() : match.end()]


def _amounts(reading: Reading) -> Iterator[Slip]:
    for figure in reading.figures:
        if figure.is_malformed:
            yield Slip(SlipKind.AMOUNT, figure.span.start, figure.span.end)
            return
    if match := compiled("slips", "amounts").search(reading.lower):
        yield Slip(SlipKind.AMOUNT, match.start(), match.end())


def _cut_off(reading: Reading) -> Iterator[Slip]:
    if not reading.tokens:
        return
    if match := compiled("slips", "cut_off").search(reading.lower):
        yield Slip(SlipKind.CUT_OFF, match.start(), match.end())
        return
    last = reading.tokens[-1]
    if last.end == len(reading.lower) and len(reading.tokens) > 4 and _is_stump(last.word):
        yield Slip(SlipKind.CUT_OFF, last.start, last.end)


def _is_stump(word: str) -> bool:
    """ "reduc": no word, but the beginning of one of the trade."""
    if len(word) < 4 or not word.isascii() or word in known_words() or not word.isalpha():
        return False
    return any(full.startswith(word) and len(full) > len(word) for full in _familiar())


def _spelling(reading: Reading) -> Iterator[Slip]:
    unknown = [token for token in reading.tokens if _is_unknown(reading, token)]
    if len(unknown) > _MOST_UNKNOWN:
        return
    for token in unknown:
        if instead := correction(token.word):
            yield Slip(SlipKind.SPELLING, token.start, token.end, instead)
    for token in reading.tokens:
        if reading.text[token.start].isupper() and (name := _system_meant(token.word)):
            yield Slip(SlipKind.SPELLING, token.start, token.end, name)


@cache
def _systems() -> frozenset[str]:
    lists = lexicon("terms").lists
    names = (name for label in lists if label.startswith("system_") for name in lists[label])
    return frozenset(name for name in names if len(name) >= _SHORTEST_NAME and name.isalpha())


@cache
def _system_meant(word: str) -> str:
    """ "oracel": the one system whose name is a single slip away; other names are left alone."""
    if len(word) < _SHORTEST_NAME or word in known_words() or word in _familiar() or word in _systems():
        return ""
    near = [name for name in _edits(word) & _systems() if sorted(name) == sorted(word) or len(name) > _LONG - 1]
    return near[0] if len(near) == 1 and not _is_inflection(word, near[0]) else ""


def _is_unknown(reading: Reading, token: Token) -> bool:
    word = token.word
    if len(word) < 4 or not word.isascii() or not word.isalpha() or word in known_words() or word in _familiar():
        return False
    original = reading.text[token.start : token.end]
    if (
        original.isupper()
        or (original[0].isupper() and not _opens(reading, token))
        or original[1:] != original[1:].lower()
    ):
        return False
    return not any(
        f.kind is FigureKind.PLACEHOLDER and f.span.start <= token.start < f.span.end for f in reading.figures
    )


def _opens(reading: Reading, token: Token) -> bool:
    before = reading.text[: token.start].rstrip(" \"'(")
    return not before or before[-1] in ".!?:;"


@cache
def correction(word: str) -> str:
    """The word of the trade that `word` is one or two slips away from; empty when it may be a name."""
    familiar = _familiar()
    near = sorted(_edits(word) & familiar, key=lambda other: (other[0] != word[0], -len(other), other))
    if near and (len(word) >= 5 or near[0][0] == word[0]):
        return near[0] if not _is_inflection(word, near[0]) else ""
    if len(word) >= 8 and (
        plain := sorted(_edits(word) & known_words(), key=lambda other: (other[0] != word[0], other))
    ):
        return plain[0] if not _is_inflection(word, plain[0]) and plain[0][0] == word[0] else ""
    if len(word) >= 9:
        return next((other for other in _by_letter().get(word[0], ()) if _two_slips(word, other)), "")
    return ""


@cache
def _by_letter() -> dict[str, tuple[str, ...]]:
    """Longer familiar words by their first letter."""
    groups: dict[str, list[str]] = {}
    for word in sorted(_familiar()):
        if len(word) >= _LONG:
            groups.setdefault(word[0], []).append(word)
    return {letter: tuple(words) for letter, words in groups.items()}


def _is_inflection(word: str, other: str) -> bool:
    """ "reworks" beside "rework" is a form we do not list, not a slip."""
    if (
        word.removeprefix("re") == other
        or word.removeprefix("un") == other
        or word.removesuffix("s") == other.removesuffix("s")
    ):
        return True
    return (
        word.startswith(other) and word[len(other) :] in _ENDINGS and not (word.endswith("d") and word == other + "d")
    )


def _edits(word: str) -> set[str]:
    splits = [(word[:index], word[index:]) for index in range(len(word) + 1)]
    deletes = {left + right[1:] for left, right in splits if right}
    swaps = {left + right[1] + right[0] + right[2:] for left, right in splits if len(right) > 1}
    replaces = {left + letter + right[1:] for left, right in splits if right for letter in _LETTERS}
    inserts = {left + letter + right for left, right in splits for letter in _LETTERS}
    return deletes | swaps | replaces | inserts


def _two_slips(word: str, other: str) -> bool:
    if abs(len(word) - len(other)) > 2 or len(set(word) ^ set(other)) > 3 or _is_inflection(word, other):
        return False
    previous = list(range(len(other) + 1))
    for row, letter in enumerate(word, start=1):
        current = [row]
        for column, wanted in enumerate(other, start=1):
            cost = previous[column - 1] + (letter != wanted)
            current.append(min(previous[column] + 1, current[-1] + 1, cost))
        previous = current
    return previous[-1] <= 2

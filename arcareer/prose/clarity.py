"""Whether a line reads as one clear sentence with the action first."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from arcareer.prose.lexicons import lexicon, verb_forms
from arcareer.prose.patterns import compiled
from arcareer.prose.phrases import tokens
from arcareer.prose.points import Points, flaw
from arcareer.prose.slips import Slip, SlipKind, known_words, slips
from arcareer.prose.text import sentences

if TYPE_CHECKING:
    from arcareer.prose.evidence import Reading

_HEAVY: Final = (SlipKind.GRAMMAR, SlipKind.DOUBLED, SlipKind.CUT_OFF)
_GLUED: Final = re.compile(r"(?:[A-Z][a-z]{2,20}){3,12}")
_MOST_BUZZ: Final = 3
_VOWEL: Final = re.compile(r"[aeiouy]")


@cache
def verbs() -> frozenset[str]:
    """All forms of all verbs of action."""
    words = set(verb_forms(lexicon("actions")["concrete"]))
    for name in ("down", "up", "gain", "reach", "finish", "scope"):
        words.update(form.split()[0] for form in verb_forms(lexicon("change")[name]))
    return frozenset(words)


@cache
def small_words(name: str) -> frozenset[str]:
    """One list of the grammar lexicon."""
    return frozenset(lexicon("grammar")[name])


def has_verb(reading: Reading) -> bool:
    """True when the line has a finite verb: a past form anywhere, or any form at its head."""
    known = verbs()
    for index, token in enumerate(reading.tokens[:40]):
        word = token.word
        if word in small_words("finite") or (word in known and (index == 0 or word.endswith("ed"))):
            return True
        if (
            index > 0
            and word.endswith("s")
            and word in known
            and reading.tokens[index - 1].word in ("i", "he", "she", "it", "and", "who", "we")
        ):
            return True
    return bool(reading.tokens) and _opens_with_past_form(reading)


def _opens_with_past_form(reading: Reading) -> bool:
    """ "Spearheaded the ..." but not "Aged debt, chasing"."""
    first = reading.tokens[0]
    return (
        first.word.endswith("ed")
        and first.word not in _ADJECTIVES
        and not reading.lower[first.end :].lstrip().startswith(",")
    )


_ADJECTIVES: Final = frozenset(
    (
        "aged",
        "related",
        "detailed",
        "skilled",
        "experienced",
        "varied",
        "dedicated",
        "motivated",
        "organized",
        "organised",
    )
)


@lru_cache(maxsize=256)
def flaws(reading: Reading) -> tuple[tuple[str, int], ...]:
    """Every flaw with the highest score it leaves."""
    found = slips(reading)
    return (*_shape(reading), *_finish(found, len(reading.tokens)), *_style(reading))


def _finish(found: tuple[Slip, ...], words: int) -> list[tuple[str, int]]:
    heavy = [slip for slip in found if slip.kind in _HEAVY]
    light = [slip for slip in found if slip.kind not in _HEAVY and slip.kind is not SlipKind.FINISH]
    if (len(light) >= 4) or (len(heavy) >= 3 and words > 10) or (len(heavy) >= 2 and words > 13):
        return [("garbled", 1)]
    if any(slip.kind is SlipKind.CUT_OFF for slip in heavy):
        return [("cut", 2)]
    if heavy or len(light) >= 3:
        return [("slips", 2)]
    return [("slip", 3)] if found else []


def _shape(reading: Reading) -> list[tuple[str, int]]:
    words = len(reading.tokens)
    if not words:
        return [("nothing", 0)]
    if _GLUED.search(reading.text):
        return [("glued", 1)]
    if _unknown_short_forms(reading) >= 4 or _is_empty_talk(reading):
        return [("jargon", 1)]
    if _is_dump(reading):
        return [("dump", 1)]
    result: list[tuple[str, int]] = []
    if words > 40:
        result.append(("long", 2))
    elif words > 32:
        result.append(("longish", 3))
    elif reading.word_count < 6:
        result.append(("short", 3))
    if len(sentences(reading.text)) > 3:
        result.append(("sentences", 3))
    return result


@cache
def _known_short_forms() -> frozenset[str]:
    words = {word for phrases in lexicon("terms").lists.values() for phrase in phrases for word in phrase.split()}
    return frozenset(words) | small_words("short_forms")


def _unknown_short_forms(reading: Reading) -> int:
    """Short forms without a vowel, or that no reader outside the office knows."""
    known = _known_short_forms()
    strange = 0
    for token in reading.tokens:
        word = token.word
        if not 1 < len(word) <= 5 or not word.isalpha() or word in known:
            continue
        shouted = reading.text[token.start : token.end].isupper() and len(word) > 2 and not reading.text.isupper()
        strange += shouted or (word not in known_words() and not _VOWEL.search(word))
    return strange if strange * 5 >= len(reading.tokens) else 0


def _is_empty_talk(reading: Reading) -> bool:
    buzzing = sum(token.word in small_words("buzzwords") for token in reading.tokens)
    return buzzing >= _MOST_BUZZ and not reading.metrics


def _is_dump(reading: Reading) -> bool:
    """A row of keywords: many short pieces, or many words without one that joins them."""
    if _joins_nothing(reading):
        return True
    pieces = [piece.split() for piece in re.split(r"[,;|/•]|\s-\s", reading.plain) if piece.strip()]
    if len(pieces) < 6 or any(len(piece) > 4 for piece in pieces):
        return False
    short = sum(len(piece) <= 3 for piece in pieces)
    opens = reading.tokens[0].word
    return short >= 0.8 * len(pieces) and not (opens in verbs() and len(pieces[0]) > 1)


def _joins_nothing(reading: Reading) -> bool:
    words = [token.word for token in tokens(reading.plain)]
    joining = sum(word in small_words("joining") for word in words)
    return (
        len(words) >= 9
        and joining * 12 <= len(words)
        and not reading.metrics
        and not any(mark in reading.lower for mark in ",:;")
    )


def _style(reading: Reading) -> list[tuple[str, int]]:
    result: list[tuple[str, int]] = []
    if not has_verb(reading):
        commas = reading.lower.count(",") + reading.lower.count("/") + reading.lower.count(";")
        result.append(("list", 2) if commas >= 3 and not reading.metrics else ("fragment", 3))
    if compiled("claims", "duty_open").search(reading.lower):
        result.append(("duty", 3))
    elif compiled("claims", "passive").search(reading.lower) and not compiled("claims", "active_open").search(
        reading.lower
    ):
        result.append(("passive", 3))
    return result


def unreadable(reading: Reading) -> bool:
    """True when the line cannot be followed at all."""
    return any(limit <= 1 for _, limit in flaws(reading))


def clarity(reading: Reading) -> Points:
    """4 for a clear sentence; the worst flaw decides, and two small flaws weigh as one larger."""
    found = flaws(reading)
    if not found:
        return Points("clarity", 4)
    worst = min(limit for _, limit in found)
    names = [name for name, limit in found if limit == worst]
    return Points("clarity", worst, tuple(flaw(name) for name in names), 4 - worst)

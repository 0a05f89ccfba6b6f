"""Weighing classes of words where no fixed phrase fits: several weak signals close together make one strong one."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from arcareer.prose.clarity import small_words, verbs
from arcareer.prose.lexicons import lexicon
from arcareer.prose.patterns import compiled
from arcareer.prose.rule import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from arcareer.prose.evidence import Reading
    from arcareer.prose.phrases import Token

_PRONOUNS: Final = ("i", "we", "i've", "we've", "also", "then", "have", "has")
_OWN: Final = frozenset({"i", "my", "we", "our", "me", "us", "own"})


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(lexicon("signals")[name])


def opens_with_action(reading: Reading) -> bool:
    """True when the line opens, after "I" or an adverb, with a verb of one's own work."""
    for index, token in enumerate(reading.tokens[:4]):
        if token.word in _PRONOUNS or token.word.endswith("ly"):
            continue
        if token.word not in verbs() or token.word in _words("self_negative"):
            return False
        return not (token.word.endswith("s") and _is_finite(reading.tokens, index + 1))
    return False


def _is_finite(words: tuple[Token, ...], index: int) -> bool:
    """ "Balances stayed open": the word before was a noun."""
    return index < len(words) and (words[index].word.endswith("ed") or words[index].word in small_words("finite"))


def _near(sequence: tuple[Token, ...], index: int, before: int, after: int) -> tuple[Token, ...]:
    return sequence[max(0, index - before) : index + after + 1]


def blame(reading: Reading) -> Iterator[Hit]:
    """Another party beside a negative word, in a line that opens with no own work and ends in no own fix."""
    if opens_with_action(reading) or compiled("claims", "own_fix").search(reading.lower) or ":" in reading.lower:
        return
    words = reading.tokens
    for index, token in enumerate(words):
        if token.word.removesuffix("'s") not in _words("others") or _is_own(words, index):
            continue
        near = _near(words, index, 2, 5)
        if not any(other.word in _words("negative") and other is not token for other in near):
            continue
        rest = {other.word for other in words} - {token.word}
        if rest & _words("outcome_bad") and rest & _words("cause"):
            yield Hit(near[0].start, near[-1].end)
            return


def _is_own(words: tuple[Token, ...], index: int) -> bool:
    """ "our own mistakes" blames nobody."""
    return index > 0 and words[index - 1].word == "own"


def reaction(reading: Reading) -> Iterator[Hit]:
    """A connector of time or condition, and soon after it an event of trouble or request that is not one's own."""
    words = reading.tokens
    for index, token in enumerate(words):
        if token.word not in _words("connector"):
            continue
        clause = _clause(reading, index)
        if not clause or clause[0].word in _OWN or clause[0].word in _words("neutral_after"):
            continue
        event = next((other for other in clause if other.word in _words("event")), None)
        if event is not None and not any(other.word in _words("neutral_after") for other in clause[:4]):
            yield Hit(token.start, event.end)
            return


def _clause(reading: Reading, index: int) -> tuple[Token, ...]:
    """The words after a connector, up to the next comma or seven words on."""
    words = reading.tokens[index + 1 : index + 8]
    for place, token in enumerate(words):
        gap = reading.lower[reading.tokens[index + place].end : token.start]
        if any(mark in gap for mark in ",;:."):
            return words[:place]
    return words


def promise(reading: Reading) -> Iterator[Hit]:
    """An absolute word beside a settled result: "every payment is posted without error"."""
    words = reading.tokens
    for index, token in enumerate(words):
        if token.word not in _words("absolute") or _is_effort(words, index):
            continue
        near = words[index + 1 : index + 7]
        settled = next((other for other in near if other.word in _words("settled")), None)
        if settled is not None and _is_result(reading, index):
            yield Hit(token.start, settled.end)
            return


def _is_effort(words: tuple[Token, ...], index: int) -> bool:
    """ "every effort" promises nothing."""
    return index + 1 < len(words) and words[index + 1].word in ("effort", "efforts", "attempt", "care", "step", "means")


def _is_result(reading: Reading, index: int) -> bool:
    """Duties are full of "all" and "each"; a result opens the line or follows a claim."""
    return index == 0 or compiled("flags/overpromising", "claiming").search(reading.lower) is not None


def manner(reading: Reading) -> Iterator[Hit]:
    """Words that say it was done well, in a line that says nothing of how."""
    for token in reading.tokens:
        adverb = token.word.endswith("ly") and len(token.word) > 4 and token.word not in _words("neutral_adverbs")
        if token.word in _words("manner") or adverb:
            yield Hit(token.start, token.end)
            return

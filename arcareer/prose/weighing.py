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
_CUSTOMERS: Final = frozenset(
    {
        *("customer", "customers", "client", "clients", "debtor", "debtors", "tenant", "tenants", "buyer", "buyers"),
        *(
            "payers",
            "they",
            "them",
            "he",
            "she",
            "his",
            "her",
            "their",
            "people",
            "staff",
            "team",
            "company",
            "someone",
        ),
        *("somebody", "anyone", "anybody", "partner", "partners", "owner", "owners", "store", "stores", "shop", "else"),
        *("office", "collectors", "clerk", "clerks", "branch", "branches", "finance", "system", "nobody", "previous"),
    }
)
_CONSEQUENCES: Final = frozenset(
    {"so", "hence", "because", "since", "why", "therefore", "thus", "thanks", "due", "which", "as"}
)
_OWN: Final = frozenset({"i", "my", "we", "our", "me", "us", "own"})


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(lexicon("signals")[name])


def opens_with_action(reading: Reading) -> bool:
    """True when the line opens, after "I" or an adverb, with a verb of one's own work."""
    return _acts_from(reading, 0) or _acts_from(reading, _after_opening_phrase(reading))


_NOUN_VERBS: Final = frozenset(
    {"cash", "credit", "process", "invoice", "report", "audit", "post", "bill", "claim", "balance", "contact", "order"}
)


def _after_opening_phrase(reading: Reading) -> int:
    """ "Every Friday, compared ...": where the main clause begins."""
    comma = reading.lower.find(",")
    return next(
        (index for index, token in enumerate(reading.tokens[:12]) if token.start > comma >= 0), len(reading.tokens)
    )


def _acts_from(reading: Reading, first: int) -> bool:
    for index, token in enumerate(reading.tokens[first : first + 4], start=first):
        if token.word in _PRONOUNS or token.word.endswith("ly"):
            continue
        past = token.word.endswith("ed") and not index and not reading.lower[token.end :].startswith(",")
        if not (past or token.word in verbs()) or token.word in _words("self_negative"):
            return False
        if token.word.endswith(("s", "ing")):
            return not any(_is_finite(reading.tokens, place) for place in (index + 1, index + 2))
        return past or not _is_subject(reading.tokens, index)
    return False


def _is_subject(words: tuple[Token, ...], index: int) -> bool:
    """ "Cash application fell behind": a plain form opens a noun, and its verb comes third."""
    return (
        words[index].word in _NOUN_VERBS and index + 2 < len(words) and words[index + 2].word in small_words("finite")
    )


def _is_finite(words: tuple[Token, ...], index: int) -> bool:
    """ "Balances stayed open": the word before was a noun."""
    return index < len(words) and (words[index].word.endswith("ed") or words[index].word in small_words("finite"))


def _near(sequence: tuple[Token, ...], index: int, before: int, after: int) -> tuple[Token, ...]:
    return sequence[max(0, index - before) : index + after + 1]


def may_blame(reading: Reading) -> bool:
    """A cheap look before the patterns: is there anybody to blame, or any trouble at all?"""
    return any(
        token.word.removesuffix("'s") in _words("others")
        or token.word in _words("trouble")
        or token.word in _CONSEQUENCES
        for token in reading.tokens
    )


def blame(reading: Reading) -> Iterator[Hit]:
    """Another party near a word of trouble, in a line that opens with no own work and ends in no own fix.

    A customer needs a consequence beside it ("so", "hence"): late payers are the job, not an excuse.
    """
    lower = reading.lower
    if opens_with_action(reading) or compiled("claims", "own_fix").search(lower) or ":" in lower:
        return
    if any(
        compiled("flags/reactive-approach", name).search(lower) for name in ("trigger", "late_start", "last_minute")
    ):
        return
    words = reading.tokens
    consequence = any(token.word in _CONSEQUENCES for token in words)
    for index, token in enumerate(words):
        party = token.word.removesuffix("'s")
        if _is_own(words, index) or not (party in _words("others") and (party not in _CUSTOMERS or consequence)):
            continue
        near = _near(words, index, 9, 11)
        if any(other.word in _words("trouble") and other is not token for other in near):
            yield Hit(near[0].start, near[-1].end)
            return


def _is_own(words: tuple[Token, ...], index: int) -> bool:
    """ "our own mistakes" blames nobody."""
    return index > 0 and words[index - 1].word == "own"


def reaction(reading: Reading) -> Iterator[Hit]:
    """A connector of time or condition before trouble, or before somebody else's doing."""
    words = reading.tokens
    for index, token in enumerate(words):
        if token.word not in _words("connector"):
            continue
        clause = _clause(reading, index)
        if not clause or _is_own_deed(clause[0]) or clause[0].word in _words("neutral_after"):
            continue
        weak = token.word in _WEAK and not _is_strong(words, index, clause)
        event = None if weak else next((one for one in clause if one.word in _words("event")), None)
        event = event or (None if weak else _done_already(clause))
        calm = _words("neutral_after") - _TIMES if event else _words("neutral_after")
        if any(other.word in calm for other in clause[:4]):
            continue
        event = event or _foreign_deed(clause, at_once=token.word == "as")
        if event is not None:
            yield Hit(token.start, event.end)
            return


def _done_already(clause: tuple[Token, ...]) -> Token | None:
    """ "once the money had been sent": what is over before the work begins."""
    for place, token in enumerate(clause[1:-1], start=1):
        if token.word == "had" and clause[place + 1].word in ("been", "already"):
            return clause[place + 1]
    return None


def _is_own_deed(first: Token) -> bool:
    """ "after I ...", "after collecting ...": what the writer did is no trigger; what reached the writer is."""
    return first.word in _OWN or (first.word.endswith("ing") and first.word not in _SUFFERED)


_SUFFERED: Final = ("being", "getting", "receiving", "hearing", "learning", "seeing", "losing", "missing", "failing")


def _is_strong(words: tuple[Token, ...], index: int, clause: tuple[Token, ...]) -> bool:
    """ "any time ..." tells a habit, and "as soon as they had ..." comes after the deed."""
    return (index > 0 and words[index - 1].word in ("any", "each", "every")) or any(one.word == "had" for one in clause)


_WEAK: Final = ("time", "soon", "before", "as")
_TIMES: Final = frozenset({"month", "quarter", "year", "week", "day"})


def _foreign_deed(clause: tuple[Token, ...], *, at_once: bool = False) -> Token | None:
    """The verb of a clause whose subject is a person other than the writer; none when the deed is harmless."""
    for place, token in enumerate(clause[: 2 if at_once else 4]):
        if not _is_person(token.word) or place + 1 >= len(clause):
            continue
        rest = clause[place + 1 :]
        begun = len(rest) > 1 and rest[0].word in _BEGUN and rest[1].word.endswith("ing")
        if not begun and any(other.word in _words("neutral_doing") for other in rest[:4]):
            return None
        return next((one for one in rest[:3] if _is_deed(one.word)), None)
    return None


_BEGUN: Final = ("started", "starts", "began", "begins")


def _is_deed(word: str) -> bool:
    return word in small_words("finite") or (word in verbs() and word.endswith(("ed", "s"))) or word.endswith("ed")


def _is_person(word: str) -> bool:
    if word in _words("no_person"):
        return False
    known = word in _words("others") and word not in _THINGS
    return known or (len(word) >= 5 and word.endswith(_PERSON_ENDINGS))


_PERSON_ENDINGS: Final = ("er", "or", "ers", "ors", "ist", "ists", "ants", "lord", "lords", "men", "man", "wife")
_THINGS: Final = frozenset(
    {"system", "software", "erp", "portal", "upgrade", "migration", "interface", "company", "plant", "it", "post"}
)


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

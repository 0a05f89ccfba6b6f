"""What the user does not want to hear of the writing checks: a rule, a phrase anywhere, one finding in one text."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol, TypeVar
from uuid import UUID

from arcareer.domain.identity import named_id

CHECKS_ID = named_id("writing-checks")

_WORD = re.compile(r"\w+|%|[$€£¥₹]")
_FINGERPRINT_BYTES = 16


class CheckAs(StrEnum):
    """What a text is to be, which decides what is looked for in it."""

    BULLET = "bullet"
    ANSWER = "answer"
    EMAIL = "email"
    SELF_REVIEW = "self-review"


class Flagged(Protocol):
    """A finding, as far as it can be ignored: the rule that speaks and the words it speaks about."""

    @property
    def code(self) -> str:
        """Return the code of the rule."""

    @property
    def words(self) -> str:
        """Return the words the finding stands on, as they were typed."""


F = TypeVar("F", bound=Flagged)


@dataclass(frozen=True, slots=True)
class IgnoredFinding:
    """ "Not this one": a rule that keeps quiet about these words in one text, which is known by its fingerprint."""

    code: str
    fingerprint: str
    words: str


@dataclass(frozen=True, slots=True)
class IgnoredPhrase:
    """ "Never for this phrase": a rule that keeps quiet about a phrase in every text."""

    code: str
    phrase: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WritingChecks:
    """All that is switched off, each in the order it was; a library has one of these at most."""

    id: UUID = CHECKS_ID
    rules_off: tuple[str, ...] = ()
    ignored: tuple[IgnoredFinding, ...] = ()
    ignored_phrases: tuple[IgnoredPhrase, ...] = ()


def plain_words(text: str) -> str:
    """Return the words of a text, whatever case, marker, dash, quote or spacing it is written with."""
    return " ".join(_WORD.findall(unicodedata.normalize("NFKC", text).casefold()))


def fingerprint(words: str, around: str) -> str:
    """Return what identifies flagged words within the text around them, without keeping that text."""
    content = f"{plain_words(around)}\n{plain_words(words)}".encode("utf-8", "replace")
    return hashlib.blake2b(content, digest_size=_FINGERPRINT_BYTES).hexdigest()


def is_silenced(checks: WritingChecks, finding: Flagged, around: str) -> bool:
    """Return whether a finding is not to be shown; `around` is the sentence or line its words stand in."""
    if finding.code in checks.rules_off:
        return True
    if any(one.code == finding.code for one in checks.ignored_phrases):
        words = plain_words(finding.words)
        if any(one.code == finding.code and plain_words(one.phrase) == words for one in checks.ignored_phrases):
            return True
    if not any(one.code == finding.code for one in checks.ignored):
        return False
    mark = fingerprint(finding.words, around)
    return any((one.code, one.fingerprint) == (finding.code, mark) for one in checks.ignored)


def heard(checks: WritingChecks, findings: Iterable[F], around: Callable[[F], str]) -> tuple[F, ...]:
    """Return the findings that are to be shown, in their order; `around` gives the text each one's words stand in."""
    if not (checks.rules_off or checks.ignored or checks.ignored_phrases):
        return tuple(findings)
    return tuple(finding for finding in findings if not is_silenced(checks, finding, around(finding)))

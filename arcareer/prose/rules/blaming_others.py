"""Sounds like blame: a party times a fault, cancelled by an own fix."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arcareer.prose import weighing
from arcareer.prose.clarity import verbs
from arcareer.prose.patterns import compiled
from arcareer.prose.rule import Hit, Subject
from arcareer.prose.rules.overpromising import claims_too_much

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

_FILE: Final = "flags/blaming-others"
_UNREAL: Final = frozenset({"would", "could", "should", "might", "would've", "could've", "should've", "if"})
_NEAR_OPENING: Final = 28  # characters: "investigated billing errors", "warned sales of"
_NO_WORK: Final = frozenset({"lost", "missed", "failed", "waited", "had", "was", "got", "saw", "let", "left"})


def _owns_fix(lower: str, match: re.Match[str]) -> bool:
    """True when the writer says, outside the blaming words, what they did about it."""
    before, after = lower[: match.start()], lower[match.end() :]
    own = compiled("claims", "own_fix")
    return own.search(after) is not None or own.search(before) is not None


def result_blamed(subject: Subject) -> Iterator[Hit]:
    """ "because logistics never sent the paperwork", "our lawyers dragged their feet"."""
    if not weighing.may_blame(subject.reading) or _turned(subject):
        return
    lower = subject.reading.lower
    for name in ("causal", "customer_cause", "harmed", "asides"):
        match = compiled(_FILE, name).search(lower)
        if match and not (_owns_fix(lower, match) or _is_work(subject, match)):
            yield Hit(match.start(), match.end())
            return
    match = compiled("parties", "fault_clause").search(lower)
    if match and not (_owns_fix(lower, match) or _serves_others(lower, match)):
        yield Hit(match.start(), match.end())
        return
    if subject.card.score("clarity") > 1 and not _boasts(subject):
        yield from weighing.blame(subject.reading)


def _boasts(subject: Subject) -> bool:
    """A claim without limits is no excuse, unless it gives a reason."""
    reading = subject.reading
    return claims_too_much(reading) and not reading.search("parties", "reason")


def _turned(subject: Subject) -> bool:
    """ "...; a shared list cleared $84k": the second half tells what was done about it, with its size."""
    reading = subject.reading
    cut = reading.lower.find("; ")
    if cut < 0 or compiled("particulars", "loss").search(reading.lower, cut):
        return False
    return any(figure.span.start > cut for figure in reading.outcomes)


def _is_work(subject: Subject, match: re.Match[str]) -> bool:
    """ "Issued credits due to pricing errors": the cause belongs to the work, and nothing went badly."""
    before = subject.reading.lower[: match.start()]
    return weighing.opens_with_action(subject.reading) and not compiled("parties", "worse").search(before)


def _serves_others(lower: str, match: re.Match[str]) -> bool:
    """ "helped colleagues who kept missing ..." and "asked sales why billing failed": the party is an object."""
    left = lower[: match.start()]
    opening = lower[: match.end()].split()
    is_object = match.start() < _NEAR_OPENING and opening[0] in verbs() and opening[0] not in _NO_WORK
    return is_object or compiled(_FILE, "as_object").search(left) is not None


def others_run_down(subject: Subject) -> Iterator[Hit]:
    """Names for people's work that no one would use to their face; no fix makes up for them."""
    if not weighing.may_blame(subject.reading):
        return
    lower = subject.reading.lower
    if match := compiled(_FILE, "run_down").search(lower):
        yield Hit(match.start(), match.end())
        return
    if (match := compiled(_FILE, "pinned").search(lower)) and not _owns_fix(lower, match):
        yield Hit(match.start(), match.end())


def if_only(subject: Subject) -> Iterator[Hit]:
    """ "would have hit my target if operations had shipped"."""
    words = {token.word for token in subject.reading.tokens}
    if not words & _UNREAL:
        return
    if match := compiled(_FILE, "if_only").search(subject.reading.lower):
        yield Hit(match.start(), match.end())

"""Unclear approach: the line cannot be followed, or names a strategy only by filler."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arcareer.prose import weighing
from arcareer.prose.clarity import verbs
from arcareer.prose.patterns import compiled
from arcareer.prose.rule import Hit, Subject, whole
from arcareer.prose.rules.blaming_others import others_run_down, result_blamed
from arcareer.prose.rules.ignoring_details import size_missing
from arcareer.prose.rules.overpromising import guarantee, no_limits
from arcareer.prose.rules.reactive_approach import after_the_event, on_request

if TYPE_CHECKING:
    from collections.abc import Iterator

    from arcareer.prose.evidence import Reading

_PROCESS: Final = 4  # the opening verb and its own noun forms aside
_FUNCTIONS: Final = frozenset(
    {"collections", "collection", "disputes", "accounts", "payments", "invoices", "calls", "efforts"}
)
_CORE: Final = frozenset(
    {
        *("core_collections", "core_overdue", "core_disputes", "core_dunning", "core_deductions", "core_chargebacks"),
        *("core_bad_debt", "core_payment_plans", "core_aging"),
    }
)


def strategy_unnamed(subject: Subject) -> Iterator[Hit]:
    """Collections or disputes at the core, nothing but filler about how, and no figure of a result."""
    reading, card = subject.reading, subject.card
    if card.score("specificity") > 1 or reading.outcomes or card.score("metrics") > 1 or _has_steps(reading):
        return
    if not _CORE.intersection(hit.label for hit in reading.terms):
        return
    if _told_otherwise(subject):
        return
    if match := compiled("flags/poor-communication", "strategy").search(reading.lower):
        yield Hit(match.start(), match.end())
    else:
        yield from weighing.manner(reading)


def _has_steps(reading: Reading) -> bool:
    """Three acts of work or more are a process, however plainly told."""
    return (
        len({token.word for token in reading.tokens if token.word in verbs() and token.word not in _FUNCTIONS})
        >= _PROCESS
    )


def _told_otherwise(subject: Subject) -> bool:
    """One fault is told once: a line that reacts, blames, promises or claims without size says so already."""
    rules = (on_request, after_the_event, result_blamed, others_run_down, guarantee, no_limits, size_missing)
    return any(next(iter(rule(subject)), None) is not None for rule in rules)


def hard_to_follow(subject: Subject) -> Iterator[Hit]:
    """Clarity at most 1."""
    if subject.reading.tokens and subject.card.score("clarity") <= 1:
        yield whole(subject)

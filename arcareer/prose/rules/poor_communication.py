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

_FILE: Final = "flags/poor-communication"
_PROCESS: Final = 4  # the opening verb and its own noun forms aside
_BEFORE_VERBS: Final = frozenset({"and", "then", "to", "i", "we", "or"})
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
    if not (_CORE.intersection(hit.label for hit in reading.terms) or reading.search(_FILE, "core")):
        return
    if _told_otherwise(subject):
        return
    if match := compiled(_FILE, "strategy").search(reading.lower):
        yield Hit(match.start(), match.end())
    else:
        yield from weighing.manner(reading)


def _has_steps(reading: Reading) -> bool:
    """Three acts of work or more are a process, however plainly told."""
    return len({token.word for index, token in enumerate(reading.tokens) if _is_act(reading, index)}) >= _PROCESS


def _is_act(reading: Reading, index: int) -> bool:
    """A verb where a verb can stand: bare forms also name things ("range", "balances")."""
    word = reading.tokens[index].word
    if word not in verbs() or word in _FUNCTIONS:
        return False
    if index == 0 or word.endswith(("ed", "ing")) or reading.tokens[index - 1].word in _BEFORE_VERBS:
        return True
    return "," in reading.lower[reading.tokens[index - 1].end : reading.tokens[index].start]


def _told_otherwise(subject: Subject) -> bool:
    """One fault is told once: a line that reacts, blames, promises or claims without size says so already."""
    rules = (on_request, after_the_event, result_blamed, others_run_down, guarantee, no_limits, size_missing)
    return any(next(iter(rule(subject)), None) is not None for rule in rules)


def hard_to_follow(subject: Subject) -> Iterator[Hit]:
    """Clarity at most 1."""
    if subject.reading.tokens and subject.card.score("clarity") <= 1:
        yield whole(subject)

"""What STAR answers and reframes share: defects with their words, and the quality they leave."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from arcareer.prose.evidence import Reading, read
from arcareer.prose.patterns import compiled, rule_file
from arcareer.prose.rubric import score_reading
from arcareer.prose.rule import Subject
from arcareer.prose.rules.blaming_others import if_only, others_run_down, result_blamed
from arcareer.prose.rules.overpromising import guarantee, no_limits
from arcareer.prose.text import sentences

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

FILE: Final = "answers"


@dataclass(frozen=True, slots=True)
class Defect:
    """One defect of an answer: its id, what to call it, why it matters, the question that repairs it."""

    id: str
    label: str
    why: str
    question: str
    cost: int
    words: str = ""


def defect(kind: str, name: str, words: str = "") -> Defect:
    """The defect of a kind ("star", "reframe") with its words from the data; KeyError for an unknown one."""
    record: dict[str, Any] = rule_file(FILE)[kind][name]
    return Defect(name, record["label"], record["why"], record["question"], record["cost"], words)


def quality(defects: tuple[Defect, ...]) -> int:
    """5 ready to use ... 1 would harm."""
    return max(1, 5 - sum(one.cost for one in defects))


def pattern(name: str) -> re.Pattern[str]:
    """A pattern of the answers' file."""
    return compiled(FILE, name)


def subjects(text: str) -> Iterator[Subject]:
    """The sentences of an answer, each read and scored."""
    for span in sentences(text):
        reading: Reading = read(text[span.start : span.end])
        yield Subject(reading, score_reading(reading))


def blame_weight(text: str) -> int:
    """How heavily an answer blames: a plain cause weighs 1, a word nobody would say to their face 2."""
    weight = 2 * len({match.group() for match in pattern("strong_blame").finditer(text.lower())})
    for subject in subjects(text):
        if next(others_run_down(subject), None) or next(if_only(subject), None):
            weight += 2
        elif next(result_blamed(subject), None):
            weight += 1
    return weight


_BLAMING: Final = ("causal", "customer_cause", "harmed", "asides", "pinned", "run_down", "if_only")


def puts_it_on_others(text: str) -> bool:
    """True when a text lays anything at somebody else's door; here no own fix makes up for it."""
    lower = text.lower()
    if compiled("parties", "fault_clause").search(lower) or pattern("strong_blame").search(lower):
        return True
    return any(compiled("flags/blaming-others", name).search(lower) for name in _BLAMING)


def promise_words(text: str) -> str:
    """The words of an overpromise in an answer; empty when there is none."""
    for subject in subjects(text):
        for rule in (guarantee, no_limits):
            for hit in rule(subject):
                return subject.reading.piece(hit.start, hit.end)
    return ""

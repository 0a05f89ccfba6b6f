"""A rule: its words and examples (data) and its check (a pure function from a reading to hits)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from arcareer.prose.finding import Severity, Weight

if TYPE_CHECKING:
    from arcareer.prose.evidence import Reading
    from arcareer.prose.rubric import Scorecard


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a rule fires, in normalised text; `fix` replaces exactly that piece."""

    start: int
    end: int
    fix: str = ""


@dataclass(frozen=True, slots=True)
class Subject:
    """What a rule looks at: one line read, and its score."""

    reading: Reading
    card: Scorecard


Check = Callable[[Subject], Iterable[Hit]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the checker. `good` and `bad` are its examples; the tests, the guide and `--explain` use them."""

    code: str
    name: str
    flag: str
    label: str
    severity: Severity
    weight: Weight
    title: str
    why: str
    question: str
    good: tuple[str, ...]
    bad: tuple[str, ...]
    check: Check


def whole(subject: Subject) -> Hit:
    """A hit on the whole line."""
    return Hit(0, len(subject.reading.text))

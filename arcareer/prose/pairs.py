"""Weak and strong lines side by side, each with the reason; the reasons for single points come from the rubric."""

from __future__ import annotations

from dataclasses import dataclass

from arcareer.prose.patterns import rule_file


@dataclass(frozen=True, slots=True)
class ExamplePair:
    """A weak line, a strong one it could become, and what made the difference."""

    weak: str
    strong: str
    why: str


def example_pairs() -> tuple[ExamplePair, ...]:
    """All pairs in the order of the file."""
    return tuple(ExamplePair(**record) for record in rule_file("pairs")["pairs"])

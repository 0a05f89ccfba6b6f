"""Vague: nothing in the line is particular to its writer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from arcareer.prose.patterns import compiled
from arcareer.prose.rule import Hit, Subject, whole

if TYPE_CHECKING:
    from collections.abc import Iterator


def could_be_anyone(subject: Subject) -> Iterator[Hit]:
    """Specificity at most 1 and metrics at most 2."""
    if subject.reading.tokens and subject.card.score("specificity") <= 1 and subject.card.score("metrics") <= 2:
        yield whole(subject)


def vague_quantity(subject: Subject) -> Iterator[Hit]:
    """A word of quantity in a line that is otherwise particular."""
    if subject.card.score("specificity") <= 1:
        return
    for match in compiled("flags/vague-language", "quantity").finditer(subject.reading.lower):
        yield Hit(match.start(), match.end())

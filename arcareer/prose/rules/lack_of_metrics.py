"""No number: nothing in the line measures anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from arcareer.prose.rule import Hit, Subject, whole

if TYPE_CHECKING:
    from collections.abc import Iterator


def no_number(subject: Subject) -> Iterator[Hit]:
    """Metrics of 0."""
    if subject.reading.tokens and subject.card.score("metrics") == 0:
        yield whole(subject)


def small_number(subject: Subject) -> Iterator[Hit]:
    """Only a trivial figure."""
    if subject.card.score("metrics") == 1:
        for figure in subject.reading.figures:
            if figure.is_trivial:
                yield Hit(figure.span.start, figure.span.end)

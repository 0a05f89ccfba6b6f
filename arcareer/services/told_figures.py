"""Which figures of a win a text tells already."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from arcareer.domain.figures import Figure, figure_text
from arcareer.prose.figures import tag


def untold(figures: Iterable[Figure], text: str) -> tuple[str, ...]:
    """Return the figures whose numbers are not in the text yet, each in one short line."""
    told = _numbers_in(text)
    missing: list[str] = []
    for figure in figures:
        if abs(figure.after) not in told:
            missing.append(figure_text(figure))
            told |= {abs(figure.after)}
    return tuple(missing)


def _numbers_in(text: str) -> set[Decimal]:
    return {abs(value) for mention in tag(text) for value in (mention.value, mention.before) if value is not None}

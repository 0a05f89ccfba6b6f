"""Stretches of typed text that may not be printed, and how several kinds of them are laid over one text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Hidden:
    """`text[start:end]` may not be printed; `words` stand there instead. Words alone are put in where it is empty.

    `customer` is set where they are the alias of one, `doubtful` where what was typed may be an ordinary word.
    """

    start: int
    end: int
    words: str
    customer: UUID | None = None
    doubtful: bool = False


def laid(layers: Iterable[Iterable[Hidden]]) -> list[Hidden]:
    """Return the stretches of all layers in the order of the text, without overlaps.

    A stretch that holds others whole takes their place; one that meets another of an earlier layer keeps what is left
    of it.
    """
    found: list[Hidden] = []
    for layer in layers:
        for one in layer:
            _lay(found, one)
    return sorted(found, key=lambda hidden: (hidden.start, hidden.end))


def _lay(found: list[Hidden], new: Hidden) -> None:
    met = [old for old in found if old.start < new.end and new.start < old.end]
    inner = [old for old in met if new.start <= old.start and old.end <= new.end]
    for old in inner:
        found.remove(old)
    start, end = new.start, new.end
    for old in met:
        if old not in inner:
            start, end = (old.end, end) if old.start <= start else (start, old.start)
    if start < end or (new.start == new.end and not met):
        found.append(replace(new, start=start, end=end))

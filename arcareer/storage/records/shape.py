"""What a mapping between an aggregate and its rows consists of."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from arcareer.domain.changes import Aggregate, EntityKind
from arcareer.storage.stored import Record

A = TypeVar("A", bound=Aggregate)

Parts = Mapping[str, tuple[Record, ...]]
"""The rows of an aggregate's parts by table, each in order and numbered by `position` from 0."""


@dataclass(frozen=True, slots=True)
class Rows:
    """An aggregate as rows: the one of its own table, and those of its parts."""

    root: Record
    parts: Parts


@dataclass(frozen=True, slots=True)
class Shape(Generic[A]):
    """How a kind of aggregate is kept: its table, the tables of its parts, and the way there and back.

    `owner` is the column by which part rows name the aggregate they belong to.
    """

    kind: EntityKind
    table: str
    to_rows: Callable[[A], Rows]
    from_rows: Callable[[Record, Parts], A]
    parts: tuple[str, ...] = ()
    owner: str = ""


def numbered(owner: Record, rows: list[Record]) -> tuple[Record, ...]:
    """Return part rows with the owner's column and their position, in the order given."""
    return tuple({**owner, "position": position, **row} for position, row in enumerate(rows))

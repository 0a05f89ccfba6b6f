"""Everything a library holds, as one comparable value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from arcareer.domain.changes import EntityKind
from arcareer.domain.win_lists import WinQuery, WinSummary
from arcareer.storage.store import Store

_ALL = 1_000_000


@dataclass(frozen=True, slots=True)
class Contents:
    """All aggregates of every kind, and the lists in which wins are shown."""

    aggregates: tuple[tuple[EntityKind, tuple[Any, ...]], ...]
    living: tuple[WinSummary, ...]
    trash: tuple[WinSummary, ...]


def contents(store: Store) -> Contents:
    """Return everything in the library but drafts and earlier states of wins, which undo leaves alone."""
    with store.read() as unit:
        aggregates = tuple((kind, unit.repository(kind).all()) for kind in EntityKind)
    return Contents(
        aggregates,
        store.glance.find(WinQuery(), _ALL),
        store.glance.find(WinQuery(trashed=True), _ALL),
    )

"""Turns a query for wins into SQL; words are looked up in the full-text index."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import Final, NamedTuple

from arcareer.domain.win_lists import WinOrder, WinQuery
from arcareer.storage.places import place_range
from arcareer.storage.stored import Stored, id_text, storable

_WEIGHTS: Final = "10.0, 2.0, 2.0, 4.0, 1.0, 1.0, 4.0"
"""How much a hit counts in headline, situation, action, outcome, proof, private notes and the words of the parts."""


class Selection(NamedTuple):
    """A query as SQL over `wins w`: everything behind the columns, the order, and the parameters."""

    body: str
    order: str
    parameters: tuple[Stored, ...]


def selection_of(query: WinQuery) -> Selection:
    """Return the query as SQL that hands out the first hits without looking at the others, where it can."""
    match = match_of(query.text)
    place = "win_fts.rowid" if match else "w.place"
    filters = _filters(query)
    source = "wins w"
    if match:
        # CROSS JOIN keeps the index outside: it hands out its hits in the order of their places.
        source = "win_fts CROSS JOIN wins w ON w.place = win_fts.rowid"
        filters.insert(0, ("win_fts MATCH ?", match))
    best = match and query.order is WinOrder.BEST_MATCH
    return Selection(
        body=f"FROM {source} WHERE {_all_of(place, filters)}",
        order=f"bm25(win_fts, {_WEIGHTS}), {place} DESC" if best else f"{place} DESC",
        parameters=(*place_range(query.period, trashed=query.trashed), *(value for _, value in filters)),
    )


def counting(query: WinQuery) -> Selection:
    """Return the query as SQL that visits every hit, touching the wins only where the index alone cannot tell."""
    match = match_of(query.text)
    filters = _filters(query)
    span = place_range(query.period, trashed=query.trashed)
    values = tuple(value for _, value in filters)
    if not match:
        return Selection(f"FROM wins w WHERE {_all_of('w.place', filters)}", "", (*span, *values))
    hits = "FROM win_fts WHERE rowid BETWEEN ? AND ? AND win_fts MATCH ?"
    if not filters:
        return Selection(hits, "", (*span, match))
    body = f"FROM wins w WHERE {_all_of('w.place', filters)} AND w.place IN (SELECT rowid {hits})"
    return Selection(body, "", (*span, *values, *span, match))


def match_of(text: str) -> str:
    """Return what the index is asked for: every word quoted, the last one as a beginning; empty without a word.

    Quoting makes anything a user types a plain word; pieces without a letter or digit hold nothing to look for.
    """
    pieces = [piece for piece in storable(text).split() if any(char.isalnum() for char in piece)]
    if not pieces:
        return ""
    return " ".join('"' + piece.replace('"', '""') + '"' for piece in pieces) + "*"


def rebuild(connection: sqlite3.Connection) -> None:
    """Write the index afresh from the wins."""
    connection.execute("INSERT INTO win_fts(win_fts) VALUES ('rebuild')")


def forget_removed_words(connection: sqlite3.Connection) -> None:
    """Merge the index, so that words of removed wins are no longer in it."""
    connection.execute("INSERT INTO win_fts(win_fts) VALUES ('optimize')")


def _all_of(place: str, filters: Sequence[tuple[str, Stored]]) -> str:
    return " AND ".join((f"{place} BETWEEN ? AND ?", *(condition for condition, _ in filters)))


def _filters(query: WinQuery) -> list[tuple[str, Stored]]:
    filters: list[tuple[str, Stored]] = []
    if query.theme is not None:
        filters.append(("w.theme = ?", storable(query.theme)))
    if query.has_number is not None:
        filters.append(("w.has_number = ?", int(query.has_number)))
    if query.competency is not None:
        shown = "EXISTS (SELECT 1 FROM win_competencies c WHERE c.win_id = w.id AND c.competency = ?)"
        filters.append((shown, storable(query.competency)))
    if query.customer is not None:
        filters.append(("w.id IN (SELECT win_id FROM win_customers WHERE customer_id = ?)", id_text(query.customer)))
    return filters

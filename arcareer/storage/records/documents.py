"""How a value is kept as a whole: as JSON in one column, beside the columns it is found by."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from arcareer.domain.changes import Aggregate, EntityKind
from arcareer.storage.records.packing import packed_value, unpacked_value
from arcareer.storage.records.shape import Parts, Rows, Shape
from arcareer.storage.stored import Record, id_text

A = TypeVar("A", bound=Aggregate)
_NO_COLUMNS: Mapping[str, Callable[[Any], str]] = {}


def document(
    kind: EntityKind,
    table: str,
    value_type: type[A],
    columns: Mapping[str, Callable[[Any], str]] = _NO_COLUMNS,
    *,
    names_win: bool = False,
    completed: Callable[[A], A] | None = None,
) -> Shape[A]:
    """Return how a value is kept as JSON in `content`, with `columns` beside it to find it by, and its win if any.

    `completed` gives a value that was read what it could not say yet when it was kept.
    """
    apart = ("id", "win") if names_win else ("id",)

    def to_rows(value: A) -> Rows:
        root: Record = {"id": id_text(value.id), "content": packed_value(value, apart)}
        root |= {name: column(value) for name, column in columns.items()}
        if names_win:
            win = cast("Any", value).win
            root["win_id"] = None if win is None else id_text(win)
        return Rows(root, {})

    def from_rows(root: Record, _parts: Parts) -> A:
        beside: dict[str, Any] = {"id": UUID(root["id"])}
        if names_win:
            beside["win"] = None if root["win_id"] is None else UUID(root["win_id"])
        value = unpacked_value(value_type, root["content"], **beside)
        return value if completed is None else completed(value)

    return Shape(kind=kind, table=table, to_rows=to_rows, from_rows=from_rows)

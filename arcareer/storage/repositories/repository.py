"""A repository that any kind of aggregate can be kept in, given how it maps to rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Generic, TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, Table, select
from sqlalchemy.orm import Session

from arcareer.domain.changes import Aggregate, EntityKind
from arcareer.storage.many_rows import delete_rows, insert_rows
from arcareer.storage.records.shape import Rows, Shape
from arcareer.storage.rows import BY_TABLE, Row
from arcareer.storage.stored import Record, id_text, storable

A = TypeVar("A", bound=Aggregate)
T = TypeVar("T")
Touch = Callable[[EntityKind, UUID], None]

AT_ONCE = 500
"""So many aggregates are read or written by one statement."""


class Repository(Generic[A]):
    """Keeps aggregates of one kind within a unit of work and notes which ones were touched."""

    def __init__(self, session: Session, shape: Shape[A], touch: Touch) -> None:
        self._session = session
        self._shape = shape
        self._touch = touch
        self._table: Table = Row.metadata.tables[shape.table]

    def get(self, identity: UUID) -> A | None:
        """Return the aggregate, or None where there is none."""
        return next(iter(self.get_many((identity,))), None)

    def get_many(self, identities: Iterable[UUID]) -> tuple[A, ...]:
        """Return the aggregates that exist, in the order asked for."""
        wanted = [id_text(identity) for identity in identities]
        found: dict[str, A] = {}
        for some in batches(wanted):
            found |= self._load(some)
        return tuple(found[key] for key in wanted if key in found)

    def all(self) -> tuple[A, ...]:
        """Return every aggregate of this kind, in the order of their identities."""
        return self.get_many(self._ids())

    def put(self, value: A) -> None:
        """Keep the value: a new one, or in place of the one with its identity."""
        self.put_all((value,))

    def put_all(self, values: Sequence[A]) -> None:
        """Keep several values of different identities."""
        for some in batches([storable(value) for value in values]):
            self._write(some)
            for value in some:
                self._touch(self._shape.kind, value.id)

    def remove(self, identity: UUID) -> None:
        """Remove the aggregate and its parts, if it is there."""
        self.remove_all((identity,))

    def remove_all(self, identities: Iterable[UUID]) -> None:
        """Remove the aggregates that are there, with their parts."""
        for keys in batches([id_text(identity) for identity in identities]):
            there = self._session.scalars(select(self._table.c.id).where(self._table.c.id.in_(keys))).all()
            for name in self._shape.parts:
                parts = Row.metadata.tables[name]
                delete_rows(self._session, parts, parts.c[self._shape.owner], there)
            delete_rows(self._session, self._table, self._table.c.id, there)
            for key in there:
                self._touch(self._shape.kind, UUID(key))

    def _ids(self, *conditions: ColumnElement[bool]) -> tuple[UUID, ...]:
        keys = self._session.scalars(select(self._table.c.id).where(*conditions).order_by(self._table.c.id))
        return tuple(UUID(key) for key in keys)

    def _load(self, keys: Sequence[str]) -> dict[str, A]:
        roots = list(self._records(select(self._table).where(self._table.c.id.in_(keys))))
        parts = {table: self._part_records(table, keys) for table in self._shape.parts if roots}
        return {
            root["id"]: self._shape.from_rows(
                root, {table: tuple(rows.get(root["id"], ())) for table, rows in parts.items()}
            )
            for root in roots
        }

    def _part_records(self, table: str, keys: Sequence[str]) -> dict[str, list[Record]]:
        parts = Row.metadata.tables[table]
        owner = parts.c[self._shape.owner]
        query = select(parts).where(owner.in_(keys)).order_by(owner, parts.c.position)
        by_owner: dict[str, list[Record]] = {}
        for record in self._records(query):
            by_owner.setdefault(record[self._shape.owner], []).append(record)
        return by_owner

    def _records(self, query: Any) -> Iterator[Record]:
        found = self._session.execute(query)
        names = tuple(found.keys())
        return (dict(zip(names, row, strict=True)) for row in found)

    def _rows(self, values: Sequence[A]) -> list[Rows]:
        """Return the values as rows; a repository that keeps more than the value itself adds it here."""
        return [self._shape.to_rows(value) for value in values]

    def _write(self, values: Sequence[A]) -> None:
        rows = self._rows(values)
        roots = self._root_rows([one.root["id"] for one in rows])
        self._rewrite([one for one in rows if one.root["id"] in roots], roots)
        self._add([one for one in rows if one.root["id"] not in roots])

    def _add(self, rows: Sequence[Rows]) -> None:
        insert_rows(self._session, self._table, [one.root for one in rows])
        for name in self._shape.parts:
            parts = [part for one in rows for part in one.parts[name]]
            insert_rows(self._session, Row.metadata.tables[name], parts)

    def _rewrite(self, rows: Sequence[Rows], roots: Mapping[str, Any]) -> None:
        self._put_rows(self._shape.table, [((roots[one.root["id"]],), (one.root,)) for one in rows])
        self._session.flush()
        for table in self._shape.parts:
            old: dict[str, list[Any]] = {}
            for row in self._part_rows(table, list(roots)):
                old.setdefault(getattr(row, self._shape.owner), []).append(row)
            self._put_rows(table, [(old.get(one.root["id"], ()), one.parts[table]) for one in rows])
        self._session.flush()

    def _put_rows(self, table: str, changes: Iterable[tuple[Sequence[Any], Sequence[Record]]]) -> None:
        """Let old rows take the content of the records, one by one; surplus rows go, missing ones come."""
        make: Any = BY_TABLE[table]
        for old, records in changes:
            for row, record in zip(old, records, strict=False):
                _assign(row, record)
            for row in old[len(records) :]:
                self._session.delete(row)
            self._session.add_all(make(**record) for record in records[len(old) :])

    def _root_rows(self, keys: Sequence[str]) -> dict[str, Any]:
        root: Any = BY_TABLE[self._shape.table]
        return {row.id: row for row in self._session.scalars(select(root).where(root.id.in_(keys)))}

    def _part_rows(self, table: str, keys: Sequence[str]) -> Sequence[Any]:
        part: Any = BY_TABLE[table]
        owner = getattr(part, self._shape.owner)
        if not keys:
            return ()
        return self._session.scalars(select(part).where(owner.in_(keys)).order_by(owner, part.position)).all()


def batches(items: Sequence[T]) -> Iterator[Sequence[T]]:
    """Yield the items in portions one statement can name."""
    return (items[start : start + AT_ONCE] for start in range(0, len(items), AT_ONCE))


def _assign(row: Any, record: Record) -> None:
    for name, value in record.items():
        if getattr(row, name) != value:
            setattr(row, name, value)

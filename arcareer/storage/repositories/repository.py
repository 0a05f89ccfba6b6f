"""A repository that any kind of aggregate can be kept in, given how it maps to rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Generic, TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, Table, select
from sqlalchemy.orm import Session

from arcareer.domain.changes import Aggregate, EntityKind
from arcareer.storage.records.shape import Rows, Shape
from arcareer.storage.rows import BY_TABLE, Row
from arcareer.storage.stored import Record, id_text, storable

A = TypeVar("A", bound=Aggregate)
Touch = Callable[[EntityKind, UUID], None]

_AT_ONCE = 500


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
        for start in range(0, len(wanted), _AT_ONCE):
            found |= self._load(wanted[start : start + _AT_ONCE])
        return tuple(found[key] for key in wanted if key in found)

    def all(self) -> tuple[A, ...]:
        """Return every aggregate of this kind, in the order of their identities."""
        return self.get_many(self._ids())

    def put(self, value: A) -> None:
        """Keep the value: a new one, or in place of the one with its identity."""
        clean = storable(value)
        self._write(clean, self._shape.to_rows(clean))
        self._touch(self._shape.kind, value.id)

    def remove(self, identity: UUID) -> None:
        """Remove the aggregate and its parts, if it is there."""
        row = self._row(identity)
        if row is None:
            return
        for table in self._shape.parts:
            self._write_parts(table, id_text(identity), ())
        self._session.flush()
        self._session.delete(row)
        self._session.flush()
        self._touch(self._shape.kind, identity)

    def _ids(self, *conditions: ColumnElement[bool]) -> tuple[UUID, ...]:
        keys = self._session.scalars(select(self._table.c.id).where(*conditions).order_by(self._table.c.id))
        return tuple(UUID(key) for key in keys)

    def _load(self, keys: Sequence[str]) -> dict[str, A]:
        roots = self._records(select(self._table).where(self._table.c.id.in_(keys)))
        parts = {table: self._part_records(table, keys) for table in self._shape.parts}
        return {
            root["id"]: self._shape.from_rows(
                root, {table: tuple(rows.get(root["id"], ())) for table, rows in parts.items()}
            )
            for root in roots
        }

    def _part_records(self, table: str, keys: Sequence[str]) -> dict[str, list[Record]]:
        parts = Row.metadata.tables[table]
        owner = parts.c[self._shape.owner]
        by_owner: dict[str, list[Record]] = {}
        for record in self._records(select(parts).where(owner.in_(keys)).order_by(owner, parts.c.position)):
            by_owner.setdefault(record[self._shape.owner], []).append(record)
        return by_owner

    def _records(self, query: Any) -> Iterator[Record]:
        return (dict(row) for row in self._session.execute(query).mappings())

    def _row(self, identity: UUID) -> Any:
        return self._session.get(BY_TABLE[self._shape.table], id_text(identity))

    def _write(self, value: A, rows: Rows) -> None:
        row = self._row(value.id)
        if row is None:
            self._session.add(BY_TABLE[self._shape.table](**rows.root))
        else:
            _assign(row, rows.root)
        self._session.flush()
        for table, records in rows.parts.items():
            if row is None:
                self._session.add_all(BY_TABLE[table](**record) for record in records)
            else:
                self._write_parts(table, rows.root["id"], records)
        self._session.flush()

    def _write_parts(self, table: str, owner: str, records: Sequence[Record]) -> None:
        """Let the rows of one part be exactly `records`; rows that stay the same are not written."""
        row_class: Any = BY_TABLE[table]
        column = getattr(row_class, self._shape.owner)
        old = self._session.scalars(select(row_class).where(column == owner).order_by(row_class.position)).all()
        for row, record in zip(old, records, strict=False):
            _assign(row, record)
        for row in old[len(records) :]:
            self._session.delete(row)
        self._session.add_all(row_class(**record) for record in records[len(old) :])


def _assign(row: Any, record: Record) -> None:
    for name, value in record.items():
        if getattr(row, name) != value:
            setattr(row, name, value)

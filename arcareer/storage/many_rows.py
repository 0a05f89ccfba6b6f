"""Puts in and takes out many rows with few statements, sums and counts included.

A statement that writes one row costs far more than the row: it takes a savepoint, at which the full-text index writes
everything it has gathered. Five hundred rows a statement, in the order of their places, take a fifth of the time.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sqlalchemy import ColumnElement, Table, delete
from sqlalchemy.orm import Session

from arcareer.storage.checksums import SUM_COLUMN, row_sums
from arcareer.storage.sessions import row_changes
from arcareer.storage.stored import Record

_VERSION: Final = "version"
_PARAMETERS: Final = 30_000
"""SQLite takes 32,766 in one statement."""


def insert_rows(session: Session, table: Table, records: Sequence[Record]) -> None:
    """Put in new rows of a summed table; a record holds every column but the sum and the version, which begins at 1."""
    names = [name for name in table.c.keys() if name != SUM_COLUMN]  # noqa: SIM118 - iterating gives columns
    first = {_VERSION: 1} if _VERSION in names else {}
    rows = [tuple({**record, **first}[name] for name in names) for record in records]
    summed = [(*row, total) for row, total in zip(rows, row_sums(table.name, names, rows), strict=True)]
    columns = [*names, SUM_COLUMN]
    place = f"({', '.join('?' * len(columns))})"
    connection, at_once = session.connection(), _PARAMETERS // len(columns)
    for start in range(0, len(summed), at_once):
        some = summed[start : start + at_once]
        sql = f"INSERT INTO {table.name} ({', '.join(columns)}) VALUES {', '.join([place] * len(some))}"  # noqa: S608
        connection.exec_driver_sql(sql, tuple(value for row in some for value in row))
    row_changes(session)[table.name] += len(summed)


def delete_rows(session: Session, table: Table, column: ColumnElement[str], keys: Sequence[str]) -> None:
    """Take out the rows of a summed table whose column holds one of the keys."""
    taken = session.connection().execute(delete(table).where(column.in_(keys)))
    row_changes(session)[table.name] -= taken.rowcount

"""SQLAlchemy on the library's one connection: explicit transactions, row sums and row counts.

Importing this module is what takes the time; nothing on the way to the first painted window does.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, Engine, StaticPool, create_engine, event, inspect
from sqlalchemy.orm import Session, UOWTransaction, configure_mappers, sessionmaker

from arcareer.storage.checksums import SUM_COLUMN, row_sum
from arcareer.storage.rows import Row
from arcareer.storage.rows.base import Summed, Versioned
from arcareer.storage.stored import Record

WRITES = "writes"
"""Execution option: this transaction will write, so it takes the right to do so at once."""


def open_engine(connection: sqlite3.Connection) -> Engine:
    """Return an engine whose only connection is the given one; disposing of the engine closes it."""
    engine = create_engine("sqlite://", creator=lambda: connection, poolclass=StaticPool)
    event.listen(engine, "begin", _begin)
    return engine


def session_maker(engine: Engine) -> sessionmaker[Session]:
    """Return the maker of sessions: one a unit of work, values stay readable after the commit, flushing is explicit."""
    sessions = sessionmaker(engine, expire_on_commit=False, autoflush=False)
    event.listen(sessions, "before_flush", _seal)
    return sessions


def configure() -> None:
    """Let SQLAlchemy study the rows now rather than at their first use."""
    configure_mappers()


def row_changes(session: Session) -> Counter[str]:
    """Return by how many rows each summed table has grown in this session so far."""
    changes: Counter[str] = session.info.setdefault("row_changes", Counter())
    return changes


def _begin(connection: Connection) -> None:
    mode = "IMMEDIATE" if connection.get_execution_options().get(WRITES) else "DEFERRED"
    connection.exec_driver_sql(f"BEGIN {mode}")


def _seal(session: Session, _context: UOWTransaction, _instances: Iterable[Any] | None) -> None:
    """Give every row that is about to be written its version and its checksum, and count rows that come and go."""
    changes = row_changes(session)
    for row in session.new:
        if isinstance(row, Summed):
            _write_sum(row, version=1)
            changes[_table(row)] += 1
    for row in session.dirty:
        if isinstance(row, Summed) and session.is_modified(row):
            _write_sum(row, version=row.version + 1 if isinstance(row, Versioned) else 0)
    for row in session.deleted:
        if isinstance(row, Summed):
            changes[_table(row)] -= 1


def _table(row: Any) -> str:
    return str(row.__tablename__)


def _write_sum(row: Any, *, version: int) -> None:
    if isinstance(row, Versioned):
        row.version = version
    row.row_sum = row_sum(_table(row), stored_values(row))


def stored_values(row: Row) -> Record:
    """Return every column of the row but its checksum."""
    return {
        column.key: getattr(row, column.key) for column in inspect(row).mapper.column_attrs if column.key != SUM_COLUMN
    }

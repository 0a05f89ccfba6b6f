"""SQLite connections as the library needs them: one process, exclusive, and every commit on the disk."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Final
from urllib.parse import quote

from arcareer.problems import LibraryProblem, ProblemKind

MINIMUM_SQLITE: Final = (3, 37, 0)

_BUSY_SECONDS: Final = 0.5
_PRAGMAS: Final = (
    ("locking_mode", "EXCLUSIVE", "exclusive"),
    ("journal_mode", "TRUNCATE", "truncate"),
    ("synchronous", "EXTRA", 3),
    ("fullfsync", "ON", 1),
    ("foreign_keys", "ON", 1),
    ("cell_size_check", "ON", 1),
    ("secure_delete", "ON", 1),
    ("temp_store", "MEMORY", 2),
    ("recursive_triggers", "ON", 1),
)
_BUSY_TEXT: Final = (
    "Another program is using the library file. Nothing was changed. Close that program (a database browser, "
    "a backup or a sync tool) and try again."
)


def open_connection(path: Path) -> sqlite3.Connection:
    """Return the one writing connection to an existing database, in autocommit mode: callers speak BEGIN themselves.

    The exclusive lock is taken now, not at the first save. Raises `LibraryProblem` BUSY where another program holds
    the file and SQLITE_TOO_OLD where the SQLite of this Python cannot keep the library's promises; any other
    sqlite3.Error is left to the caller, who knows what damage looks like.
    """
    require_sqlite(sqlite3.sqlite_version_info)
    connection = _connect(path, "rw")
    try:
        _prepare(connection)
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("COMMIT")
    except sqlite3.OperationalError as fault:
        connection.close()
        if primary_code(fault) in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise LibraryProblem(ProblemKind.BUSY, _BUSY_TEXT, (f"File: {path}",)) from fault
        raise
    except BaseException:
        connection.close()
        raise
    return connection


def open_to_read(path: Path) -> sqlite3.Connection:
    """Return a connection that cannot change the file: for a read-only library, for backups and for checks."""
    connection = _connect(path, "ro")
    try:
        for pragma in ("query_only=ON", "cell_size_check=ON", "temp_store=MEMORY"):
            connection.execute(f"PRAGMA {pragma}")
    except BaseException:
        connection.close()
        raise
    return connection


def open_copy(path: Path) -> sqlite3.Connection:
    """Return a writing connection to a private copy: foreign keys off and no durability, for staging files only."""
    connection = _connect(path, "rw")
    try:
        for pragma in ("locking_mode=EXCLUSIVE", "journal_mode=DELETE", "foreign_keys=OFF", "temp_store=MEMORY"):
            connection.execute(f"PRAGMA {pragma}")
    except BaseException:
        connection.close()
        raise
    return connection


def primary_code(fault: sqlite3.Error) -> int:
    """Return the primary SQLite result code of a fault, 0 where it carries none."""
    code: int | None = getattr(fault, "sqlite_errorcode", None)
    return (code or 0) & 0xFF


def require_sqlite(version: tuple[int, ...]) -> None:
    """Raise `LibraryProblem` SQLITE_TOO_OLD unless `version` is one the library was made for."""
    if version < MINIMUM_SQLITE:
        have, need = (".".join(map(str, parts)) for parts in (version, MINIMUM_SQLITE))
        text = (
            f"This Python brings SQLite {have}; arcareer needs {need} or newer to keep your library safe. "
            "Nothing was opened or changed. Start arcareer with a newer Python."
        )
        raise LibraryProblem(ProblemKind.SQLITE_TOO_OLD, text, (f"SQLite {have}",))


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    uri = f"file:{quote(path.absolute().as_posix())}?mode={mode}"
    return sqlite3.connect(uri, uri=True, timeout=_BUSY_SECONDS, isolation_level=None, check_same_thread=False)


def _prepare(connection: sqlite3.Connection) -> None:
    for name, value, _ in _PRAGMAS:
        connection.execute(f"PRAGMA {name}={value}")
    kept = {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name, _, _ in _PRAGMAS}
    refused = [f"{name} is {kept[name]}, not {expected}" for name, _, expected in _PRAGMAS if kept[name] != expected]
    if refused:
        text = (
            "SQLite does not keep the safety settings arcareer asks for, so nothing would be certain to be saved. "
            "Nothing was changed. Start arcareer with another Python, or from another disk."
        )
        raise LibraryProblem(ProblemKind.SQLITE_TOO_OLD, text, tuple(refused))

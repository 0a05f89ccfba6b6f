"""Turns what SQLite and the operating system report into a problem the user can act on.

Only damage leads to recovery. A full disk, a lock or a fault of the drive says nothing about the wins themselves.
"""

from __future__ import annotations

import errno
import sqlite3
from pathlib import Path
from typing import Final

from arcareer import fsops
from arcareer.problems import LibraryProblem, ProblemKind
from arcareer.storage.connection import primary_code

_SQLITE_KINDS: Final = {
    sqlite3.SQLITE_CORRUPT: ProblemKind.DAMAGED,
    sqlite3.SQLITE_NOTADB: ProblemKind.DAMAGED,
    sqlite3.SQLITE_BUSY: ProblemKind.BUSY,
    sqlite3.SQLITE_LOCKED: ProblemKind.BUSY,
    sqlite3.SQLITE_FULL: ProblemKind.DISK_FULL,
    sqlite3.SQLITE_READONLY: ProblemKind.READ_ONLY,
    sqlite3.SQLITE_PERM: ProblemKind.READ_ONLY,
}
_SYSTEM_KINDS: Final = {
    **dict.fromkeys(fsops.NO_SPACE, ProblemKind.DISK_FULL),
    errno.EROFS: ProblemKind.READ_ONLY,
    errno.EACCES: ProblemKind.READ_ONLY,
    errno.EPERM: ProblemKind.READ_ONLY,
}
_TEXTS: Final = {
    ProblemKind.DAMAGED: (
        "The library file is damaged. It was not changed, and your backups are untouched. "
        "Choose a backup to go back to, or quit."
    ),
    ProblemKind.BUSY: (
        "Another program is using the library file. Nothing was changed. Close that program (a database browser, "
        "a backup or a sync tool) and try again."
    ),
    ProblemKind.READ_ONLY: (
        "The library may not be written. Everything saved before is safe. "
        "Make its folder writable for your account, then try again."
    ),
    ProblemKind.UNREADABLE: (
        "The disk did not read or write the library properly. What was confirmed as saved before is kept. "
        "Check the drive or its cable, then try again."
    ),
}
_UNDECODABLE: Final = "Could not decode"
_MEGABYTE: Final = 1_000_000
_PROBE_BYTES: Final = 65_536


def as_problem(fault: sqlite3.Error | OSError | UnicodeDecodeError, database: Path) -> LibraryProblem:
    """Return the problem behind a fault met while reading or writing the library at `database`.

    `UnicodeDecodeError` is what SQLite's binding raises where damage made a name unreadable.
    """
    if isinstance(fault, sqlite3.Error) and _UNDECODABLE in str(fault):
        return damaged_record(database, fault)
    kind = _kind(fault)
    if kind is ProblemKind.UNREADABLE and _has_no_room(database.parent):
        kind = ProblemKind.DISK_FULL
    details = (f"File: {database}", f"Cause: {type(fault).__name__}: {fault}")
    if kind is ProblemKind.DISK_FULL:
        return LibraryProblem(kind, disk_full_text(database.parent), details)
    return LibraryProblem(kind, _TEXTS[kind], details)


def damaged_record(database: Path, cause: Exception) -> LibraryProblem:
    """Return the problem that a single record cannot be understood because the disk damaged it."""
    text = (
        "A record of your library is damaged on the disk, so this cannot be shown. Everything else is intact and your "
        "backups are untouched. Open Settings, Your data, check the library, and bring the record back from a backup."
    )
    return LibraryProblem(ProblemKind.DAMAGED, text, (f"File: {database}", f"Cause: {type(cause).__name__}"))


def disk_full_text(folder: Path, needed: int = 0) -> str:
    """Return the message for a full disk; `needed` is in bytes, 0 when a few megabytes will do."""
    try:
        free = f"{fsops.free_bytes(folder) / _MEGABYTE:,.1f} MB are free"
    except OSError:
        free = "The free space cannot be told"
    wanted = max(1.0, needed / _MEGABYTE)
    return (
        f"The disk with your library is full, or your share of it is. {free}; at least {wanted:,.0f} MB are needed. "
        "Everything saved before is safe. Free some space, then save again; no restart is needed."
    )


def _has_no_room(folder: Path) -> bool:
    """Return whether a small file cannot be written for lack of room: SQLite tells no quota from a broken drive."""
    probe = fsops.temporary_beside(folder / "probe")
    try:
        fsops.atomic_write(probe, bytes(_PROBE_BYTES))
    except OSError as fault:
        return fault.errno in fsops.NO_SPACE
    finally:
        fsops.remove_if_there(probe)
    return False


def _kind(fault: sqlite3.Error | OSError | UnicodeDecodeError) -> ProblemKind:
    if isinstance(fault, UnicodeDecodeError):
        return ProblemKind.DAMAGED
    if isinstance(fault, OSError):
        return _SYSTEM_KINDS.get(fault.errno or 0, ProblemKind.UNREADABLE)
    kind = _SQLITE_KINDS.get(primary_code(fault))
    if kind is None and isinstance(fault, sqlite3.DatabaseError) and "not a database" in str(fault):
        return ProblemKind.DAMAGED
    return kind or ProblemKind.UNREADABLE

"""Which of SQLite's unfinished-work files beside a database belong to it.

SQLite plays any journal or write-ahead log it finds into the database. After somebody copied another file to the
database's place that would mix two files, silently; so what does not belong is recognised first.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

_JOURNAL_MAGIC: Final = bytes.fromhex("d9d505f920a163d7")
_WAL_VERSION: Final = 2


def strangers(database: Path) -> tuple[Path, ...]:
    """Return the journal, log and index files beside `database` that another file left there.

    The database has to be closed. A log belongs only to a file whose header says so, which arcareer never writes. A
    rollback journal belongs when the first page it would bring back is the present one or the one just before it.
    """
    journal, wal, shm = (database.with_name(database.name + suffix) for suffix in ("-journal", "-wal", "-shm"))
    head = _read(database, 0, 100)
    found = [] if len(head) == 100 and head[18] == _WAL_VERSION else [path for path in (wal, shm) if path.exists()]
    if has_content(journal) and not _belongs(journal, head):
        found.append(journal)
    return tuple(found)


def journal_of(database: Path) -> Path:
    """Return where SQLite keeps the pages a transaction is about to change."""
    return database.with_name(database.name + "-journal")


def has_content(journal: Path) -> bool:
    """Return whether a journal holds unfinished work: it exists and does not start with zeros."""
    return any(_read(journal, 0, len(_JOURNAL_MAGIC)))


def _belongs(journal: Path, head: bytes) -> bool:
    before = _first_page_before(journal)
    if before is None or len(head) < 100:
        return True
    change = int.from_bytes(head[24:28]) - int.from_bytes(before[24:28])
    return change in (0, 1) and head[68:72] == before[68:72]


def _first_page_before(journal: Path) -> bytes | None:
    """Return page 1 as the journal would bring it back, None where its first part does not hold page 1."""
    head = _read(journal, 0, 28)
    if len(head) < 28 or not head.startswith(_JOURNAL_MAGIC):
        return None
    sector, page = int.from_bytes(head[20:24]), int.from_bytes(head[24:28])
    if not (512 <= sector <= 65536 and 512 <= page <= 65536):
        return None
    size = journal.stat().st_size
    for offset in range(sector, size - page - 8 + 1, page + 8):
        if _read(journal, offset, 4) == b"\x00\x00\x00\x01":
            return _read(journal, offset + 4, 100)
    return None


def _read(path: Path, offset: int, length: int) -> bytes:
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    except FileNotFoundError:
        return b""
    try:
        os.lseek(descriptor, offset, os.SEEK_SET)
        return os.read(descriptor, length)
    finally:
        os.close(descriptor)

"""The first 100 bytes of a database file, read before SQLite may touch it."""

from __future__ import annotations

import os
import stat
from enum import StrEnum
from pathlib import Path
from typing import Final, NamedTuple

_MAGIC: Final = b"SQLite format 3\x00"
_LENGTH: Final = 100


class FileState(StrEnum):
    """What lies at the place of the database."""

    MISSING = "missing"
    EMPTY = "empty"
    NOT_A_FILE = "not-a-file"
    NOT_SQLITE = "not-sqlite"
    SQLITE = "sqlite"


class Header(NamedTuple):
    """What the header of a database file says; every number but `file_size` is 0 unless `state` is SQLITE."""

    state: FileState
    file_size: int = 0
    page_size: int = 0
    pages: int = 0
    user_version: int = 0
    application_id: int = 0

    @property
    def whole(self) -> bool:
        """Return whether the file has exactly the pages its header counts."""
        return self.file_size == self.page_size * self.pages


def peek(path: Path) -> Header:
    """Return what lies at `path`. Only for a file this process does not have open; OSError where it cannot be read."""
    try:
        status = path.stat()
    except FileNotFoundError:
        return Header(FileState.MISSING if not path.is_symlink() else FileState.NOT_A_FILE)
    except OSError:
        if path.is_symlink():
            return Header(FileState.NOT_A_FILE)
        raise
    if not stat.S_ISREG(status.st_mode):
        return Header(FileState.NOT_A_FILE)
    if status.st_size == 0:
        return Header(FileState.EMPTY)
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    try:
        return _parse(os.read(descriptor, _LENGTH), status.st_size)
    finally:
        os.close(descriptor)


def _parse(data: bytes, file_size: int) -> Header:
    if len(data) < _LENGTH or not data.startswith(_MAGIC):
        return Header(FileState.NOT_SQLITE, file_size)
    page_size = int.from_bytes(data[16:18])
    return Header(
        FileState.SQLITE,
        file_size,
        65536 if page_size == 1 else page_size,
        pages=int.from_bytes(data[28:32]),
        user_version=int.from_bytes(data[60:64]),
        application_id=int.from_bytes(data[68:72]),
    )

"""Damaged and replaced files are set aside, never deleted at once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from arcareer import fsops
from arcareer.paths import LibraryPaths

KEEP_DAYS: Final = 90
KEEP_AT_LEAST: Final = 5
COMPANIONS: Final = ("-journal", "-wal", "-shm")

_NAME: Final = re.compile(r"(\d{8}T\d{6})Z-([a-z-]+)-[0-9a-f]{8}")


@dataclass(frozen=True, slots=True)
class QuarantineEntry:
    """One set of files that was put aside: when (UTC, naive), why, and where it lies."""

    folder: Path
    reason: str
    put_aside_at: datetime


def entry_name(now: datetime, reason: str, mark: str) -> str:
    """Return the folder name of an entry; `mark` is eight hexadecimal digits that make it unique."""
    return f"{now:%Y%m%dT%H%M%S}Z-{reason}-{mark}"


def put_aside(paths: LibraryPaths, name: str, files: tuple[Path, ...]) -> Path:
    """Move those of the files that exist into the entry of that name; safe to repeat after a crash."""
    folder = paths.quarantine / name
    fsops.make_private_folder(paths.quarantine)
    fsops.make_private_folder(folder)
    for path in files:
        if path.exists() or path.is_symlink():
            fsops.replace(path, _free_name(folder / path.name))
    fsops.sync_folder(folder)
    fsops.sync_folder(paths.folder)
    return folder


def companions(database: Path) -> tuple[Path, ...]:
    """Return the places where SQLite keeps a database's unfinished work."""
    return tuple(database.with_name(database.name + suffix) for suffix in COMPANIONS)


def entries(paths: LibraryPaths) -> tuple[QuarantineEntry, ...]:
    """Return what lies in quarantine, newest first."""
    if not paths.quarantine.is_dir():
        return ()
    named = ((folder, _NAME.fullmatch(folder.name)) for folder in paths.quarantine.iterdir() if folder.is_dir())
    found = (
        QuarantineEntry(folder, name[2], datetime.strptime(name[1], "%Y%m%dT%H%M%S"))  # noqa: DTZ007 - UTC by contract
        for folder, name in named
        if name
    )
    return tuple(sorted(found, key=lambda entry: entry.folder.name, reverse=True))


def remove_expired(paths: LibraryPaths, now: datetime) -> int:
    """Remove entries older than 90 days, never the newest five; return how many went. `now` is UTC."""
    limit = now.replace(tzinfo=None) - timedelta(days=KEEP_DAYS)
    expired = [entry for entry in entries(paths)[KEEP_AT_LEAST:] if entry.put_aside_at < limit]
    for entry in expired:
        for path in entry.folder.iterdir():
            fsops.remove_if_there(path)
        fsops.remove_folder_if_empty(entry.folder)
    return len(expired)


def _free_name(path: Path) -> Path:
    number = 2
    free = path
    while free.exists():
        free = path.with_name(f"{path.name}.{number}")
        number += 1
    return free

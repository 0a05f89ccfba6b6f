"""Makes backups: a copy through the open connection, checked completely before it gets a name that counts.

The copy is quick and needs the thread that owns the connection; checking and keeping it work on the copy alone and
may run in any other thread.
"""

from __future__ import annotations

import re
import sqlite3
import time
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Final

import arcareer
from arcareer import fsops
from arcareer.clock import Clock
from arcareer.domain.safekeeping import BackupInfo, BackupReason
from arcareer.problems import LibraryProblem, ProblemKind
from arcareer.storage.backup_folder import BackupFolder, manifest_of
from arcareer.storage.checksums import columns_of
from arcareer.storage.connection import open_copy
from arcareer.storage.faults import as_problem
from arcareer.storage.inspection import Inspection, inspect, newest_win

DEADLINE_SECONDS: Final = 30.0

_PAGES_A_STEP: Final = 512
_AUTOMATIC: Final = frozenset({BackupReason.START, BackupReason.HOURLY, BackupReason.CLOSE})
_PINNED: Final = frozenset({BackupReason.BEFORE_MIGRATION})
_UNTOUCHED: Final = "The library and all earlier backups are as they were."


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A copy of the library that was taken but not checked yet; `path` is a temporary file in the backup folder."""

    path: Path
    reason: BackupReason
    taken_at: datetime
    taken_on: date


def copy_database(connection: sqlite3.Connection, target: Path, deadline_seconds: float = DEADLINE_SECONDS) -> None:
    """Write what the connection sees to a new private file `target`, readable without any other file beside it.

    Raises `LibraryProblem` BACKUP_STOPPED after the deadline, sqlite3.Error or OSError where the copy cannot be
    written; nothing is left at `target` then.
    """
    end = time.monotonic() + deadline_seconds

    def watch(_status: int, _remaining: int, _total: int) -> None:
        if time.monotonic() > end:
            text = f"The library could not be copied within {deadline_seconds:.0f} seconds. {_UNTOUCHED} Try again."
            raise LibraryProblem(ProblemKind.BACKUP_STOPPED, text)

    fsops.create_private(target)
    try:
        with closing(open_copy(target)) as copy:
            connection.backup(copy, pages=_PAGES_A_STEP, progress=watch)
            copy.execute("PRAGMA journal_mode=DELETE")
    except BaseException:
        fsops.remove_if_there(target)
        fsops.remove_if_there(target.with_name(target.name + "-journal"))
        raise


def take_snapshot(connection: sqlite3.Connection, folder: BackupFolder, reason: BackupReason, clock: Clock) -> Snapshot:
    """Return a copy of the library as the connection sees it now; `LibraryProblem` where there is none to be had."""
    try:
        fsops.make_private_folder(folder.folder)
        target = fsops.temporary_beside(folder.folder / "snapshot")
        copy_database(connection, target)
    except (sqlite3.Error, OSError) as fault:
        raise stopped(fault, folder.folder) from fault
    return Snapshot(target, reason, clock.now(), clock.today())


def keep_snapshot(snapshot: Snapshot, folder: BackupFolder, evidence: Path, after_sequence: int) -> BackupInfo:
    """Check the snapshot, give it the next number after `after_sequence` and a manifest, and return what it is.

    An automatic backup that would hold the same as the newest one returns that one. Evidence files the backups do
    not hold yet are copied from the folder `evidence`. Raises `LibraryProblem` DAMAGED when the check finds damage
    and BACKUP_STOPPED where it cannot be written; the snapshot is gone then, and no other backup was touched.
    """
    try:
        inspection, described = _checked(snapshot)
        backups = folder.all()
        if snapshot.reason in _AUTOMATIC and backups and backups[0].content == inspection.content:
            return backups[0]
        _keep_evidence(folder, evidence, described.evidence)
        sequence = 1 + max([after_sequence, *(backup.sequence for backup in backups)])
        path = folder.place_for(sequence, snapshot.reason, described.wins, described.sha256)
        return _publish(snapshot, folder, replace(described, sequence=sequence, path=path))
    except (sqlite3.Error, OSError) as fault:
        raise stopped(fault, folder.folder) from fault
    finally:
        fsops.remove_if_there(snapshot.path)


def copy_to(second: Path, backup: BackupInfo) -> None:
    """Copy a finished backup with its manifest into a second folder; only complete files ever have their name there."""
    for source in (backup.path, manifest_of(backup.path)):
        fsops.copy_file(source, second / source.name)


def stopped(fault: sqlite3.Error | OSError, folder: Path) -> LibraryProblem:
    """Return the problem that a backup could not be made because of `fault`."""
    cause = as_problem(fault, folder / "snapshot")
    text = f"The backup could not be made. {_UNTOUCHED} {_ADVICE.get(cause.kind, _ADVICE[ProblemKind.UNREADABLE])}"
    return LibraryProblem(ProblemKind.BACKUP_STOPPED, text, cause.details)


_ADVICE: Final = {
    ProblemKind.DISK_FULL: "The disk is full: free some space, then back up again.",
    ProblemKind.READ_ONLY: "The backup folder may not be written: make it writable for your account, then try again.",
    ProblemKind.UNREADABLE: "The disk did not read or write properly: check the drive, then try again.",
}


def _checked(snapshot: Snapshot) -> tuple[Inspection, BackupInfo]:
    with closing(open_copy(snapshot.path)) as copy:
        inspection = inspect(copy)
        if not inspection.sound:
            text = (
                "The check before the backup found damage in the library, so no backup was made of it and none was "
                "removed. Open Settings, Your data, and choose a backup to go back to."
            )
            raise LibraryProblem(ProblemKind.DAMAGED, text, inspection.findings)
        newest, schema = newest_win(copy), int(copy.execute("PRAGMA user_version").fetchone()[0])
        evidence = evidence_of(copy)
    fsops.sync_file(snapshot.path)
    return inspection, BackupInfo(
        sequence=0,
        reason=snapshot.reason,
        made_at=snapshot.taken_at,
        made_on=snapshot.taken_on,
        wins=inspection.wins,
        newest_win=newest,
        schema=schema,
        app_version=arcareer.__version__,
        sha256=fsops.sha256_of(snapshot.path),
        size=snapshot.path.stat().st_size,
        content=inspection.content,
        evidence=evidence,
        pinned=snapshot.reason in _PINNED,
        path=snapshot.path,
    )


def evidence_of(connection: sqlite3.Connection) -> tuple[str, ...]:
    """Return the SHA-256 of every kept file that a win, an earlier state of one, or a style of the user's points at."""
    present = (sha256 for (sha256,) in connection.execute("SELECT sha256 FROM win_evidence WHERE kind = 'file'"))
    told = (
        content
        for table in ("win_versions", "style_files")
        if columns_of(connection, table)
        for (content,) in connection.execute(f"SELECT content FROM {table}")  # noqa: S608 - a name of ours
    )
    return tuple(sorted({*present, *(sha256 for content in told for sha256 in _HASHED.findall(content))}))


_HASHED: Final = re.compile(r'"sha256":"([0-9a-f]{64})"')


def _keep_evidence(folder: BackupFolder, evidence: Path, wanted: tuple[str, ...]) -> None:
    for sha256 in wanted:
        source, kept = evidence / sha256[:2] / sha256, folder.evidence_place(sha256)
        if kept.exists() or not source.is_file():
            continue
        for part in (folder.evidence, kept.parent):
            fsops.make_private_folder(part)
        if fsops.copy_file(source, kept) != sha256:
            fsops.remove(kept)


def _publish(snapshot: Snapshot, folder: BackupFolder, backup: BackupInfo) -> BackupInfo:
    folder.write_manifest(backup)
    try:
        fsops.replace(snapshot.path, backup.path)
        fsops.sync_folder(folder.folder)
    except BaseException:
        if not backup.path.exists():
            fsops.remove_if_there(manifest_of(backup.path))
        raise
    return backup

"""Brings a library to the present schema: on a copy, checked against the original, then put in its place.

The file in use is never changed. A rebuild of a table with foreign keys on once emptied another table and reported
success; so the copy is migrated with foreign keys off, and every row of the original has to be found again in it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Final

from arcareer import fsops
from arcareer.clock import Clock
from arcareer.domain.safekeeping import BackupInfo, BackupReason
from arcareer.paths import LibraryPaths
from arcareer.problems import LibraryProblem, ProblemKind
from arcareer.progress import Progress, silent
from arcareer.storage.backup import copy_database, keep_snapshot, take_snapshot
from arcareer.storage.backup_folder import BackupFolder
from arcareer.storage.checksums import columns_of, row_count, row_digests, summed_tables
from arcareer.storage.connection import open_connection, open_copy, open_to_read
from arcareer.storage.faults import as_problem, disk_full_text
from arcareer.storage.inspection import inspect
from arcareer.storage.profile import ProfileKeeper
from arcareer.storage.schema import SCHEMA_VERSION
from arcareer.storage.swap import discard_stage, stage_path, swap_in

Upgrade = Callable[[sqlite3.Connection], None]
"""Brings an open private copy, with foreign keys off, to the present schema within one transaction."""

MOVED: Final = {"brag_sheet_choices": "document_choices"}
"""The tables whose rows lie in another one since some schema, and which one."""

_STEPS: Final = 4
_COPIES: Final = 2


def upgrade_with_alembic(connection: sqlite3.Connection) -> None:
    """Run the shipped migrations; the heavy library is imported only now."""
    from arcareer.storage.migrations.runner import upgrade  # noqa: PLC0415 - start-up must not pay for it

    upgrade(connection)


def migrate_library(
    paths: LibraryPaths,
    keeper: ProfileKeeper,
    clock: Clock,
    upgrade: Upgrade = upgrade_with_alembic,
    progress: Progress = silent,
) -> BackupInfo:
    """Bring the closed library to the present schema; return the pinned backup made before.

    Raises `LibraryProblem`: DAMAGED, DISK_FULL or BACKUP_STOPPED before anything was tried, MIGRATION_STOPPED when the
    migrated copy could not be made or did not hold everything. The library file is byte for byte as it was then.
    """
    _require_space(paths)
    progress(0, _STEPS, "Making a backup")
    backup = _back_up_before(paths, keeper, clock)
    stage = stage_path(paths)
    try:
        progress(1, _STEPS, "Copying the library")
        with closing(open_connection(paths.database)) as connection:
            copy_database(connection, stage)
        progress(2, _STEPS, "Bringing the copy up to date")
        upgrade_copy(stage, backup.path, upgrade)
        progress(3, _STEPS, "Putting it in place")
        swap_in(paths, stage, "upgrade", clock.now())
    except LibraryProblem:
        discard_stage(paths, stage)
        raise
    except Exception as fault:
        discard_stage(paths, stage)
        raise _stopped(backup, f"{type(fault).__name__}: {fault}") from fault
    progress(_STEPS, _STEPS)
    return backup


def upgrade_copy(stage: Path, original: Path, upgrade: Upgrade) -> None:
    """Bring the private copy `stage` of the library at `original` to the present schema and prove nothing is lost.

    Raises `LibraryProblem` MIGRATION_STOPPED naming what is missing; anything `upgrade` raises is passed on.
    """
    with closing(open_copy(stage)) as copy:
        _drop_leftovers(copy)
        upgrade(copy)
        inspection = inspect(copy)
        with closing(open_to_read(original)) as before:
            losses = (*inspection.findings, *_lost(before, copy))
        version = int(copy.execute("PRAGMA user_version").fetchone()[0])
    if version != SCHEMA_VERSION:
        losses = (*losses, f"schema {version} instead of {SCHEMA_VERSION}")
    if losses:
        raise LibraryProblem(ProblemKind.MIGRATION_STOPPED, _STOPPED_TEXT, losses)


_STOPPED_TEXT: Final = (
    "Your library is from an earlier version of arcareer, and bringing a copy of it up to date did not work. "
    "The library itself was not changed. Go on with the earlier version, or report this with the details below."
)


def _lost(before: sqlite3.Connection, after: sqlite3.Connection) -> Iterator[str]:
    """Yield what the original holds and the copy does not: tables, rows, or their content in the same columns."""
    for table in summed_tables(before):
        common = set(columns_of(before, table)) & set(columns_of(after, table))
        if not common:
            successor = MOVED.get(table, "")
            if not columns_of(after, successor):
                yield f"{table}: the table is gone"
            elif row_count(after, successor) < row_count(before, table):
                yield f"{table}: not every row is in {successor}"
            continue
        missing = row_count(before, table) - row_count(after, table)
        if missing > 0:
            yield f"{table}: {missing} rows are gone"
        changed = row_digests(before, table, sorted(common)) - row_digests(after, table, sorted(common))
        if changed and missing <= 0:
            yield f"{table}: {len(changed)} rows have changed"


def _drop_leftovers(copy: sqlite3.Connection) -> None:
    named = "SELECT name FROM sqlite_master WHERE type = 'table' AND name GLOB '_alembic_tmp_*'"
    for (name,) in copy.execute(named).fetchall():
        copy.execute(f'DROP TABLE "{name}"')


def _require_space(paths: LibraryPaths) -> None:
    needed = _COPIES * paths.database.stat().st_size
    if fsops.free_bytes(paths.folder) < needed:
        text = (
            "Your library is from an earlier version of arcareer and has to be brought up to date, which needs room "
            f"for two copies. {disk_full_text(paths.folder, needed)}"
        )
        raise LibraryProblem(ProblemKind.DISK_FULL, text, (f"Library: {paths.folder}",))


def _back_up_before(paths: LibraryPaths, keeper: ProfileKeeper, clock: Clock) -> BackupInfo:
    folder = BackupFolder(paths.backups)
    try:
        with closing(open_connection(paths.database)) as connection:
            snapshot = take_snapshot(connection, folder, BackupReason.BEFORE_MIGRATION, clock)
    except (sqlite3.Error, OSError) as fault:
        raise as_problem(fault, paths.database) from fault
    backup = keep_snapshot(snapshot, folder, paths.evidence, keeper.current.backup_sequence)
    keeper.update(backup_sequence=backup.sequence)
    return backup


def _stopped(backup: BackupInfo, cause: str) -> LibraryProblem:
    details = (f"Backup made before: number {backup.sequence}, {backup.path}", f"Cause: {cause}")
    return LibraryProblem(ProblemKind.MIGRATION_STOPPED, _STOPPED_TEXT, details)

"""Goes back to a backup: a checked copy of it takes the library's place, and what was there is kept aside."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from arcareer import fsops
from arcareer.clock import Clock
from arcareer.domain.safekeeping import BackupCondition, BackupInfo
from arcareer.paths import LibraryPaths
from arcareer.problems import LibraryProblem, ProblemKind
from arcareer.storage.backup_folder import BackupFolder
from arcareer.storage.connection import open_copy
from arcareer.storage.faults import as_problem
from arcareer.storage.inspection import inspect, rebuild_indexes
from arcareer.storage.migrate import Upgrade, upgrade_copy, upgrade_with_alembic
from arcareer.storage.profile import ProfileKeeper
from arcareer.storage.schema import SCHEMA_VERSION
from arcareer.storage.swap import stage_path, swap_in

_UNCHANGED = "Your library was not changed."


def stage_backup(
    paths: LibraryPaths, backup: BackupInfo, upgrade: Upgrade = upgrade_with_alembic, *, target: Path | None = None
) -> Path:
    """Return a private copy of the backup, in the present schema and checked completely, ready to be used.

    Raises `LibraryProblem` BACKUP_DAMAGED, TOO_NEW or MIGRATION_STOPPED, or what the disk reports; the backup and the
    library are untouched then.
    """
    require_good(BackupFolder(backup.path.parent), backup)
    stage = target if target is not None else stage_path(paths)
    try:
        _fill(stage, backup, upgrade)
    except BaseException as fault:
        fsops.remove_if_there(stage)
        fsops.remove_if_there(stage.with_name(stage.name + "-journal"))
        if isinstance(fault, (sqlite3.Error, OSError)):
            raise as_problem(fault, paths.database) from fault
        raise
    return stage


def put_in_place(paths: LibraryPaths, keeper: ProfileKeeper, backup: BackupInfo, stage: Path, clock: Clock) -> Path:
    """Make the staged copy of `backup` the library, whose database must be closed; return where the old one lies.

    Evidence files the backup needs come back too. No backup there is now is removed until the user confirms.
    """
    newest = max(found.sequence for found in BackupFolder(paths.backups).all())
    keeper.update(protected_backups=newest, database_damaged=False, clean=False)
    try:
        bring_back_evidence(paths, backup.evidence, BackupFolder(backup.path.parent))
        return swap_in(paths, stage, "restore", clock.now())
    except OSError as fault:
        raise as_problem(fault, paths.database) from fault


def bring_back_evidence(paths: LibraryPaths, wanted: Iterable[str], folder: BackupFolder) -> tuple[str, ...]:
    """Put evidence files back that the library lacks or holds changed, as far as the backups have them; return which.

    `wanted` are SHA-256 hashes. OSError where a file cannot be copied.
    """
    brought = []
    for sha256 in wanted:
        kept, place = folder.evidence_place(sha256), paths.evidence / sha256[:2] / sha256
        if not kept.is_file() or (place.is_file() and fsops.sha256_of(place) == sha256):
            continue
        fsops.make_private_folders(place.parent)
        if fsops.copy_file(kept, place) == sha256:
            brought.append(sha256)
    return tuple(brought)


def require_good(folder: BackupFolder, backup: BackupInfo) -> None:
    """Raise `LibraryProblem` unless the backup is intact and this version can open it."""
    condition = folder.examine(backup)
    if condition is BackupCondition.TOO_NEW:
        text = (
            f"Backup {backup.sequence} was made by arcareer {backup.app_version or 'of a later version'}, "
            f"which is newer than this one. {_UNCHANGED} Install that version to use it, or choose another backup."
        )
        raise LibraryProblem(ProblemKind.TOO_NEW, text, (f"Backup: {backup.path}", f"Schema {backup.schema}"))
    if condition is not BackupCondition.GOOD:
        raise _damaged(backup, (f"Backup: {backup.path}", f"Condition: {condition}"))


def _fill(stage: Path, backup: BackupInfo, upgrade: Upgrade) -> None:
    if fsops.copy_file(backup.path, stage) != backup.sha256:
        raise _damaged(backup, ("the copy differs from what was written",))
    if backup.schema < SCHEMA_VERSION:
        upgrade_copy(stage, backup.path, upgrade)
    with closing(open_copy(stage)) as copy:
        inspection = inspect(copy)
        if not inspection.sound:
            raise _damaged(backup, inspection.findings)
        if inspection.stale_indexes:
            rebuild_indexes(copy)


def _damaged(backup: BackupInfo, details: tuple[str, ...]) -> LibraryProblem:
    text = f"Backup {backup.sequence} is damaged and cannot be used. {_UNCHANGED} Choose another backup."
    return LibraryProblem(ProblemKind.BACKUP_DAMAGED, text, details)

"""Removes backups nobody needs any more, and evidence copies no remaining backup points at."""

from __future__ import annotations

from typing import Final

from arcareer import fsops
from arcareer.domain.safekeeping import BackupInfo
from arcareer.storage.backup_folder import BackupFolder
from arcareer.storage.retention import kept_sequences

NEVER_FEWER: Final = 5


def rotate(folder: BackupFolder, protected: int = 0) -> tuple[int, ...]:
    """Remove what the policy does not keep and return the numbers removed; OSError where one cannot be removed.

    Backups numbered up to `protected` stay in any case. Nothing goes unless at least five of the backups that stay are
    of the size they were written with.
    """
    backups = folder.all()
    kept = kept_sequences(backups) | {backup.sequence for backup in backups if backup.sequence <= protected}
    staying = [backup for backup in backups if backup.sequence in kept]
    if sum(_complete(backup) for backup in staying) < NEVER_FEWER:
        return ()
    leaving = [backup for backup in backups if backup.sequence not in kept]
    for backup in leaving:
        folder.remove(backup)
    if leaving:
        _remove_unused_evidence(folder, staying)
    return tuple(backup.sequence for backup in leaving)


def _complete(backup: BackupInfo) -> bool:
    try:
        return backup.path.stat().st_size == backup.size
    except OSError:
        return False


def _remove_unused_evidence(folder: BackupFolder, staying: list[BackupInfo]) -> None:
    if any(not backup.content for backup in staying):
        return  # the manifest of one is lost, so what it needs is unknown
    needed = {sha256 for backup in staying for sha256 in backup.evidence}
    for path in folder.evidence.glob("*/*"):
        if path.name not in needed:
            fsops.remove_if_there(path)
            fsops.remove_folder_if_empty(path.parent)

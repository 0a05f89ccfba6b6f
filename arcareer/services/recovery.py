"""What can be done about a library that does not open: go back to a backup, or start a new one."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from secrets import token_hex

from arcareer.clock import Clock
from arcareer.domain.safekeeping import BackupCondition, BackupInfo
from arcareer.errors import UserError
from arcareer.paths import LibraryPaths
from arcareer.storage.backup_folder import BackupFolder
from arcareer.storage.entrance import require_folder
from arcareer.storage.faults import as_problem
from arcareer.storage.lock import LibraryLock
from arcareer.storage.profile import ProfileKeeper
from arcareer.storage.quarantine import QuarantineEntry, companions, entries, entry_name, put_aside
from arcareer.storage.restore import put_in_place, stage_backup
from arcareer.storage.schema import create_library
from arcareer.storage.swap import finish_swap


@dataclass(frozen=True, slots=True)
class RecoveryService:
    """Works on the files of a closed library; afterwards it is opened as always. Nothing is ever deleted."""

    paths: LibraryPaths
    clock: Clock

    def backups(self) -> tuple[tuple[BackupInfo, BackupCondition], ...]:
        """Return every backup, newest first, with what became of it; reads all of them."""
        folder = BackupFolder(self.paths.backups)
        return tuple((backup, folder.examine(backup)) for backup in folder.all())

    def put_aside(self) -> tuple[QuarantineEntry, ...]:
        """Return what was put aside so far, newest first."""
        return entries(self.paths)

    def restore(self, sequence: int) -> None:
        """Put a checked copy of the backup in the library's place; what is there now is kept aside.

        Raises `LibraryProblem` where that does not work; the files are then as they were.
        """
        backup = BackupFolder(self.paths.backups).get(sequence)
        if backup is None:
            raise UserError(f"There is no backup with the number {sequence}. Nothing was changed.")
        with self._alone():
            stage = stage_backup(self.paths, backup)
            put_in_place(self.paths, ProfileKeeper(self.paths.profile), backup, stage, self.clock)

    def start_new(self) -> None:
        """Make an empty library because the user asked for one; what is there now, if anything, is kept aside."""
        with self._alone():
            files = (*companions(self.paths.database), self.paths.database)
            if any(path.exists() or path.is_symlink() for path in files):
                put_aside(self.paths, entry_name(self.clock.now(), "replaced", token_hex(4)), files)
            create_library(self.paths.database)
            newest = max((backup.sequence for backup in BackupFolder(self.paths.backups).all()), default=0)
            ProfileKeeper(self.paths.profile).note(
                wins=0, clean=True, unfinished_starts=0, database_damaged=False, protected_backups=newest
            )

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Hold the library's lock and finish what was interrupted, so that nobody else works on the files."""
        lock = LibraryLock(self.paths.lock)
        try:
            require_folder(self.paths, create=True)
            lock.acquire()
            finish_swap(self.paths)
            yield
        except (sqlite3.Error, OSError) as fault:
            raise as_problem(fault, self.paths.database) from fault
        finally:
            lock.release()

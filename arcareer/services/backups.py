"""Backups: when to make one, which there are, how they stand, and going back to one."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from arcareer import fsops
from arcareer.domain.safekeeping import BackupCondition, BackupInfo, BackupReason, BackupState
from arcareer.errors import UserError
from arcareer.paths import LibraryPaths
from arcareer.problems import LibraryProblem, ProblemKind
from arcareer.storage.backup import Snapshot, copy_database, copy_to, evidence_of, keep_snapshot, take_snapshot
from arcareer.storage.backup_folder import BackupFolder
from arcareer.storage.connection import open_connection
from arcareer.storage.faults import as_problem
from arcareer.storage.library import OpenedLibrary
from arcareer.storage.restore import put_in_place, stage_backup
from arcareer.storage.retention import has_shrunk
from arcareer.storage.rotation import rotate
from arcareer.storage.swap import discard_stage
from arcareer.storage.watch import IdentityWatch

EVERY: Final = timedelta(minutes=30)
DRILL_EVERY: Final = timedelta(days=7)
WARN_AFTER_DAYS: Final = 7

_SECOND_FOLDER: Final = (
    "The second backup folder could not be written, so this backup is only in your library's folder. "
    "Plug in its drive or choose another folder."
)


@dataclass(frozen=True, slots=True)
class PendingBackup:
    """A copy of the library that still has to be checked and kept; `finish` may run in any thread, once."""

    snapshot: Snapshot
    finish: Callable[[], BackupInfo]


class BackupService:
    """Makes verified backups and goes back to them.

    `begin` and everything that changes the library belong to the thread that owns the store; `PendingBackup.finish`,
    `all`, `conditions` and `drill` touch finished files only and may run elsewhere.
    """

    def __init__(self, library: OpenedLibrary, *, second_folder: Path | None = None) -> None:
        self._library = library
        self._folder = BackupFolder(library.paths.backups)
        self._second = second_folder
        self._trouble = ""
        self._began_at: datetime | None = None

    def use_second_folder(self, folder: Path | None) -> None:
        """Keep every backup from now on in this folder too; None for the library's own only."""
        self._second = folder
        self._trouble = ""

    def wanted(self, reason: BackupReason) -> bool:
        """Return whether a backup is due: something changed, and for the regular one half an hour has passed."""
        if self._library.report.read_only or self._library.is_backed_up:
            return False
        if reason is not BackupReason.HOURLY or self._began_at is None:
            return True
        passed = self._library.clock.now() - self._began_at
        return not timedelta(0) <= passed < EVERY

    def begin(self, reason: BackupReason) -> PendingBackup:
        """Copy the library as it is now; `LibraryProblem` where that does not work."""
        if self._library.report.read_only:
            text = "This library can only be looked at, so no backup is made. Nothing was changed."
            raise LibraryProblem(ProblemKind.READ_ONLY, text)
        with self._library.store.alone() as connection:
            changes = connection.total_changes
            snapshot = take_snapshot(connection, self._folder, reason, self._library.clock)
        self._began_at = snapshot.taken_at
        return PendingBackup(snapshot, lambda: self._finish(snapshot, changes))

    def back_up(self, reason: BackupReason = BackupReason.ASKED) -> BackupInfo:
        """Make a verified backup now and return it; `LibraryProblem` tells why not, and that nothing was touched."""
        return self.begin(reason).finish()

    def back_up_on_close(self) -> BackupInfo | None:
        """Make the backup of a session's end where anything changed since the last one."""
        return self.back_up(BackupReason.CLOSE) if self.wanted(BackupReason.CLOSE) else None

    def all(self) -> tuple[BackupInfo, ...]:
        """Return every backup, newest first, without reading them."""
        return self._folder.all()

    def conditions(self) -> dict[int, BackupCondition]:
        """Return by number whether each backup is still what was written; reads all of them."""
        return {backup.sequence: self._folder.examine(backup) for backup in self._folder.all()}

    def newest_good(self) -> BackupInfo | None:
        """Return the backup to propose first when going back."""
        return self._folder.newest_good()

    def state(self) -> BackupState:
        """Return how the backups stand now."""
        profile, backups = self._library.keeper.current, self._folder.all()
        last = backups[0].made_at if backups else None
        age = None if last is None else max(0, (self._library.clock.now() - last).days)
        return BackupState(
            last_good_at=last,
            age_days=age,
            backups=len(backups),
            rotation_paused=profile.protected_backups > 0,
            last_drill_at=datetime.fromisoformat(profile.last_drill_at) if profile.last_drill_at else None,
            last_drill_sound=profile.last_drill_sound,
            trouble=self._trouble_text(age),
        )

    def confirm_content(self) -> None:
        """Let old backups be removed again: the user says that what the library holds now is right."""
        self._library.keeper.update(protected_backups=0)

    def restore(self, sequence: int) -> BackupInfo:
        """Make the library what it was in that backup; return the backup of what it was just before.

        The file that was in use is kept aside, and no backup there is now is removed until `confirm_content`. Raises
        `LibraryProblem` where anything does not work; the library is then as it was. Undo does not reach back over it.
        """
        backup = self._require(sequence)
        paths, keeper = self._library.paths, self._library.keeper
        stage = stage_backup(paths, backup)
        try:
            before = self._back_up_before_restore()
        except LibraryProblem:
            discard_stage(paths, stage)
            raise
        try:
            self._switch_to(lambda: put_in_place(paths, keeper, backup, stage, self._library.clock))
        finally:
            discard_stage(paths, stage)
        return before or backup

    def reopen(self) -> None:
        """Close the database and open it again, after the disk did not read or write properly.

        Raises `LibraryProblem` where it does not open; another try may follow.
        """
        try:
            self._switch_to(lambda: None)
        except (sqlite3.Error, OSError) as fault:
            raise as_problem(fault, self._library.paths.database) from fault

    def save_everything_to(self, folder: Path) -> Path:
        """Write all that this window shows into a new library at `folder`; return the database's path.

        Also works when the library's own file is gone or replaced. Raises `UserError` where a library is there
        already and `LibraryProblem` where it cannot be written.
        """
        target = LibraryPaths(folder)
        if target.database.exists():
            raise UserError("There is a library in that folder already. Nothing was written; choose an empty folder.")
        try:
            fsops.make_private_folders(folder)
            with self._library.store.alone() as connection:
                copy_database(connection, target.database)
                wanted = evidence_of(connection)
            sources = self._library.paths.evidence
            for sha256 in wanted:
                place, source = target.evidence / sha256[:2] / sha256, sources / sha256[:2] / sha256
                if source.is_file():
                    fsops.make_private_folders(place.parent)
                    fsops.copy_file(source, place)
        except (sqlite3.Error, OSError) as fault:
            raise as_problem(fault, target.database) from fault
        return target.database

    def drill_due(self) -> bool:
        """Return whether a week has passed since a backup was last opened to see that it can be."""
        last = self._library.keeper.current.last_drill_at
        if self._library.report.read_only or not self._folder.all():
            return False
        return not last or not timedelta(0) <= self._library.clock.now() - datetime.fromisoformat(last) < DRILL_EVERY

    def drill(self) -> bool:
        """Open a copy of the newest backup and check it completely; note and return whether all was well."""
        sound = True
        try:
            backups = self._folder.all()
            target = fsops.temporary_beside(self._library.paths.database)
            stage_backup(self._library.paths, backups[0], target=target)
            fsops.remove_if_there(target)
        except LibraryProblem as problem:
            sound = problem.kind not in (ProblemKind.BACKUP_DAMAGED, ProblemKind.DAMAGED)
        self._library.keeper.note(last_drill_at=self._library.clock.now().isoformat(), last_drill_sound=sound)
        return sound

    def _finish(self, snapshot: Snapshot, changes: int) -> BackupInfo:
        keeper = self._library.keeper
        before = next(iter(self._folder.all()), None)
        try:
            backup = keep_snapshot(snapshot, self._folder, self._library.paths.evidence, keeper.current.backup_sequence)
        except LibraryProblem as problem:
            if problem.kind is ProblemKind.DAMAGED:
                keeper.note(database_damaged=True)
            raise
        protected = keeper.current.protected_backups
        if before is not None and has_shrunk(before.wins, backup.wins):
            protected = max(protected, before.sequence)
        sequence = max(keeper.current.backup_sequence, backup.sequence)
        keeper.note(backup_sequence=sequence, protected_backups=protected, database_damaged=False)
        self._library.changes_backed_up = changes
        self._after_keeping(backup, protected)
        return backup

    def _after_keeping(self, backup: BackupInfo, protected: int) -> None:
        """Copy the backup to the second folder and remove old ones; trouble with either is told, not raised."""
        self._trouble = ""
        try:
            rotate(self._folder, protected)
        except OSError as fault:
            self._trouble = as_problem(fault, backup.path).text
        if self._second is None:
            return
        try:
            copy_to(self._second, backup)
            rotate(BackupFolder(self._second), protected)
        except OSError:
            self._trouble = _SECOND_FOLDER

    def _back_up_before_restore(self) -> BackupInfo | None:
        """Return the backup of what is about to be replaced, None where it is too damaged to be backed up."""
        try:
            return self.back_up(BackupReason.BEFORE_RESTORE)
        except LibraryProblem as problem:
            if problem.kind is not ProblemKind.DAMAGED:
                raise
            return None

    def _switch_to(self, change_files: Callable[[], object]) -> None:
        """Change the files while the database is closed; if that does not work, the store goes on with the old ones."""
        store, paths = self._library.store, self._library.paths
        problems: list[LibraryProblem] = []

        def change() -> sqlite3.Connection:
            try:
                change_files()
            except LibraryProblem as problem:
                problems.append(problem)
            store.guard = IdentityWatch.of(paths.database)
            return open_connection(paths.database)

        store.switch(change)
        self._library.changes_backed_up = None
        if problems:
            raise problems[0]

    def _require(self, sequence: int) -> BackupInfo:
        backup = self._folder.get(sequence)
        if backup is None:
            raise UserError(f"There is no backup with the number {sequence}. Nothing was changed.")
        return backup

    def _trouble_text(self, age_days: int | None) -> str:
        profile = self._library.keeper.current
        if profile.database_damaged:
            return "The last check found damage, so no backup was made of it. Your earlier backups are untouched."
        if not profile.last_drill_sound:
            return (
                "The newest backup did not open when it was tried. Back up again, and go back to an earlier one only."
            )
        if age_days is not None and age_days >= WARN_AFTER_DAYS:
            return f"The last good backup is {age_days} days old. Back up now."
        return self._trouble

"""The full check of the library on request and after the start, and mending what it finds."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from arcareer import fsops
from arcareer.domain.safekeeping import CheckReport
from arcareer.storage.backup import copy_database, evidence_of
from arcareer.storage.backup_folder import BackupFolder
from arcareer.storage.connection import open_copy
from arcareer.storage.faults import as_problem
from arcareer.storage.inspection import inspect
from arcareer.storage.library import OpenedLibrary
from arcareer.storage.mending import accept, describe, find_replacements, mend
from arcareer.storage.restore import bring_back_evidence


@dataclass(frozen=True, slots=True)
class PendingCheck:
    """A copy of the library that waits to be checked; `finish` may run in any thread, once."""

    finish: Callable[[], CheckReport]


class CheckService:
    """Checks every row, every count and every evidence file, and brings back what a backup still holds.

    `begin`, `mend` and `accept` belong to the thread that owns the store.
    """

    def __init__(self, library: OpenedLibrary) -> None:
        self._library = library
        self._folder = BackupFolder(library.paths.backups)

    def begin(self) -> PendingCheck:
        """Copy the library as it is now, so that the check disturbs nobody; `LibraryProblem` where that fails."""
        target = fsops.temporary_beside(self._library.paths.database)
        try:
            with self._library.store.alone() as connection:
                copy_database(connection, target)
        except (sqlite3.Error, OSError) as fault:
            raise as_problem(fault, self._library.paths.database) from fault
        return PendingCheck(lambda: self._finish(target))

    def check(self) -> CheckReport:
        """Check everything now and return what was found."""
        return self.begin().finish()

    def mend(self) -> CheckReport:
        """Bring damaged rows and missing evidence files back from the backups; return the check after it."""
        self._change(lambda connection: mend(connection, self._folder))
        try:
            bring_back_evidence(self._library.paths, self._needed_evidence(), self._folder)
        except OSError as fault:
            raise as_problem(fault, self._library.paths.evidence) from fault
        return self.check()

    def accept(self) -> CheckReport:
        """Take everything for right as it is now, also what no backup could mend; return the check after it."""
        self._change(accept)
        return self.check()

    def _change(self, work: Callable[[sqlite3.Connection], object]) -> None:
        store = self._library.store
        try:
            with store.alone() as connection:
                store.guard()
                work(connection)
        except sqlite3.Error as fault:
            raise as_problem(fault, self._library.paths.database) from fault
        store.tell_everything_changed()

    def _needed_evidence(self) -> tuple[str, ...]:
        with self._library.store.alone() as connection:
            return evidence_of(connection)

    def _finish(self, target: Path) -> CheckReport:
        try:
            with closing(open_copy(target)) as copy:
                inspection = inspect(copy)
                evidence = evidence_of(copy) if inspection.readable else ()
                replacements = find_replacements(self._folder, inspection.rows)
                damaged = describe(copy, inspection.rows, replacements)
        except sqlite3.Error as fault:
            raise as_problem(fault, self._library.paths.database) from fault
        finally:
            fsops.remove_if_there(target)
        self._library.keeper.note(database_damaged=not inspection.sound)
        missing, changed = self._judge_evidence(evidence)
        return CheckReport(
            wins=inspection.wins,
            evidence_files=len(evidence),
            sound=inspection.sound,
            damaged=damaged,
            evidence_missing=missing,
            evidence_changed=changed,
            findings=inspection.findings,
        )

    def _judge_evidence(self, wanted: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        missing, changed = [], []
        for sha256 in wanted:
            place = self._library.paths.evidence / sha256[:2] / sha256
            try:
                if fsops.sha256_of(place) != sha256:
                    changed.append(sha256)
            except OSError:
                missing.append(sha256)
        return tuple(missing), tuple(changed)

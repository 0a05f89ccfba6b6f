"""Opens and closes a library: lock, unfinished swaps, header, migration, check; SQLite touches the file last.

A library is made silently only where there is none and never was one. Whatever does not open raises `LibraryProblem`
with words for the user, and changes nothing.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, replace
from secrets import token_hex
from typing import Final

import arcareer
from arcareer import fsops
from arcareer.clock import Clock
from arcareer.domain.safekeeping import Notice, StartReport
from arcareer.paths import LibraryPaths
from arcareer.problems import LibraryProblem, ProblemKind
from arcareer.progress import Progress, silent
from arcareer.storage import notices
from arcareer.storage.backup_folder import BackupFolder
from arcareer.storage.checksums import noted_count
from arcareer.storage.cloud import shared_folder
from arcareer.storage.connection import open_connection, open_to_read
from arcareer.storage.entrance import missing, never_was_one, require_folder, require_ours, require_revision
from arcareer.storage.faults import as_problem
from arcareer.storage.header import FileState, peek
from arcareer.storage.inspection import inspect, rebuild_indexes
from arcareer.storage.journals import has_content, journal_of, strangers
from arcareer.storage.lock import LibraryLock
from arcareer.storage.migrate import Upgrade, migrate_library, upgrade_with_alembic
from arcareer.storage.profile import ProfileKeeper, ProfileState
from arcareer.storage.quarantine import entry_name, put_aside, remove_expired
from arcareer.storage.retention import has_shrunk
from arcareer.storage.schema import SCHEMA_VERSION, create_library
from arcareer.storage.store import Store
from arcareer.storage.swap import SwapOutcome, finish_swap
from arcareer.storage.watch import IdentityWatch

_SAFE_MODE_AFTER: Final = 2


@dataclass(slots=True)
class OpenedLibrary:
    """A library in use: its store, how it opened, and what closing has to put in order.

    `changes_backed_up` is the connection's count of changes that the newest backup holds, None where it holds less
    than the library held when it was opened.
    """

    paths: LibraryPaths
    clock: Clock
    store: Store
    report: StartReport
    keeper: ProfileKeeper
    lock: LibraryLock
    changes_backed_up: int | None = None
    is_closed: bool = False

    @property
    def is_backed_up(self) -> bool:
        """Return whether the newest backup holds everything the library holds."""
        return self.changes_backed_up == self.store.connection.total_changes

    def mark_started(self) -> None:
        """Note that this start reached a usable window; call it after the first paint."""
        if not self.report.read_only:
            self.keeper.note(unfinished_starts=0)
            remove_expired(self.paths, self.clock.now())

    def close(self) -> None:
        """Close the database, note that all is in order, and give up the lock; more than once does no harm.

        Raises `LibraryProblem` where the order could not be noted; the next start then checks everything first.
        """
        if self.is_closed:
            return
        self.is_closed = True
        try:
            self._put_in_order()
        except (sqlite3.Error, OSError) as fault:
            raise as_problem(fault, self.paths.database) from fault
        finally:
            self.lock.release()

    def _put_in_order(self) -> None:
        try:
            wins, backed_up = noted_count(self.store.connection, "wins"), self.is_backed_up
        finally:
            self.store.close()
        if not self.report.read_only:
            self.keeper.note(clean=True, unfinished_starts=0, wins=wins, backed_up=backed_up)


def open_library(
    paths: LibraryPaths,
    clock: Clock,
    *,
    create: bool,
    upgrade: Upgrade = upgrade_with_alembic,
    progress: Progress = silent,
) -> OpenedLibrary:
    """Open the library at `paths`, or make it where `create` is given and there never was one.

    Raises `LibraryProblem` with the reason, and leaves the files as they are. A library that may not be written opens
    for looking only, which its report says.
    """
    lock = LibraryLock(paths.lock)
    try:
        require_folder(paths, create=create)
        lock.acquire()
        return _Opening(paths, clock, lock, upgrade, progress).run(create=create)
    except (LibraryProblem, sqlite3.Error, OSError, UnicodeDecodeError) as fault:
        lock.release()
        problem = fault if isinstance(fault, LibraryProblem) else as_problem(fault, paths.database)
        if problem.kind is ProblemKind.READ_ONLY:
            return _open_to_look(paths, clock, lock, problem)
        raise problem from fault
    except BaseException:
        lock.release()
        raise


class _Opening:
    """One start: gathers what there is to tell while it goes from step to step."""

    def __init__(
        self, paths: LibraryPaths, clock: Clock, lock: LibraryLock, upgrade: Upgrade, progress: Progress
    ) -> None:
        self._paths = paths
        self._clock = clock
        self._lock = lock
        self._upgrade = upgrade
        self._progress = progress
        self._report = StartReport()

    def run(self, *, create: bool) -> OpenedLibrary:
        outcome = finish_swap(self._paths)
        self._tell(*notices.swap_notice(outcome))
        fsops.sweep_temporaries(self._paths.folder)
        BackupFolder(self._paths.backups).sweep()
        keeper = ProfileKeeper(self._paths.profile)
        self._make_if_new(keeper, create=create)
        head = peek(self._paths.database)
        require_ours(self._paths, head, keeper.current)
        strange = self._put_strangers_aside()
        in_order = head.whole and not has_content(journal_of(self._paths.database))
        if head.user_version != SCHEMA_VERSION:
            self._migrate(keeper, head.user_version)
        tidy = keeper.current.clean and in_order and not strange and outcome is SwapOutcome.NONE
        self._note_start(keeper)
        return self._opened(keeper, tidy=tidy or self._report.created)

    def _make_if_new(self, keeper: ProfileKeeper, *, create: bool) -> None:
        if peek(self._paths.database).state is not FileState.MISSING:
            return
        if not create or not never_was_one(self._paths, keeper):
            raise missing(self._paths, keeper)
        create_library(self._paths.database)
        self._report = replace(self._report, created=True)

    def _put_strangers_aside(self) -> bool:
        found = strangers(self._paths.database)
        if found:
            put_aside(self._paths, entry_name(self._clock.now(), "strange", token_hex(4)), found)
            self._tell(notices.strange_files_notice(len(found)))
        return bool(found)

    def _migrate(self, keeper: ProfileKeeper, schema: int) -> None:
        connection = open_connection(self._paths.database)
        try:
            require_revision(connection, self._paths, schema)
        finally:
            connection.close()
        backup = migrate_library(self._paths, keeper, self._clock, self._upgrade, self._progress)
        self._report = replace(self._report, upgraded_from=schema)
        self._tell(notices.upgraded_notice(backup.sequence))

    def _note_start(self, keeper: ProfileKeeper) -> None:
        known = keeper.current
        if known.unfinished_starts >= _SAFE_MODE_AFTER:
            self._tell(notices.safe_mode_notice())
            self._report = replace(self._report, safe_mode=True)
        keeper.note(
            clean=False,
            backed_up=known.backed_up and known.clean,
            unfinished_starts=known.unfinished_starts + 1,
            schema=SCHEMA_VERSION,
            app_version=arcareer.__version__,
        )

    def _opened(self, keeper: ProfileKeeper, *, tidy: bool) -> OpenedLibrary:
        watch = IdentityWatch.of(self._paths.database)
        connection = open_connection(self._paths.database)
        try:
            require_revision(connection, self._paths, SCHEMA_VERSION)
            if not tidy:
                self._check(connection, keeper)
            self._compare_wins(connection, keeper)
            if service := shared_folder(self._paths.folder):
                self._tell(notices.shared_folder_notice(service))
            store = Store(connection, self._paths.database, self._clock)
        except BaseException:
            connection.close()
            raise
        store.guard = watch
        backed_up = connection.total_changes if keeper.current.backed_up else None
        return OpenedLibrary(self._paths, self._clock, store, self._report, keeper, self._lock, backed_up)

    def _check(self, connection: sqlite3.Connection, keeper: ProfileKeeper) -> None:
        inspection = inspect(connection)
        if inspection.structure:
            keeper.note(database_damaged=True)
            raise _damaged(self._paths, inspection.findings)
        if inspection.stale_indexes:
            rebuild_indexes(connection)
        if not inspection.sound:
            self._tell(notices.damaged_rows_notice(inspection))
        keeper.note(database_damaged=not inspection.sound)
        self._report = replace(self._report, checked=True)

    def _compare_wins(self, connection: sqlite3.Connection, keeper: ProfileKeeper) -> None:
        before, now = keeper.current.wins, noted_count(connection, "wins")
        if keeper.state is ProfileState.READ and has_shrunk(before, now):
            self._tell(notices.fewer_wins_notice(before, now))
            keeper.note(protected_backups=keeper.current.backup_sequence)

    def _tell(self, *told: Notice) -> None:
        self._report = replace(self._report, notices=(*self._report.notices, *told))


def _open_to_look(paths: LibraryPaths, clock: Clock, lock: LibraryLock, problem: LibraryProblem) -> OpenedLibrary:
    """Open a library that may not be written, if nothing in it waits to be finished."""
    try:
        head = peek(paths.database)
    except OSError as fault:
        raise as_problem(fault, paths.database) from fault
    if head.state is FileState.MISSING or paths.swap.exists():
        raise problem
    keeper = ProfileKeeper(paths.profile, read_only=True)
    require_ours(paths, head, keeper.current)
    if head.user_version != SCHEMA_VERSION:
        raise problem
    try:
        connection = open_to_read(paths.database)
        require_revision(connection, paths, SCHEMA_VERSION)
    except sqlite3.Error as fault:
        raise as_problem(fault, paths.database) from fault
    store = Store(connection, paths.database, clock)
    store.guard = _Refusal(problem)
    report = StartReport(read_only=True, notices=(notices.read_only_notice(),))
    return OpenedLibrary(paths, clock, store, report, keeper, lock)


@dataclass(frozen=True, slots=True)
class _Refusal:
    """Stands where a writable library has its watch: no commit passes."""

    problem: LibraryProblem

    def __call__(self) -> None:
        raise self.problem


def _damaged(paths: LibraryPaths, findings: tuple[str, ...]) -> LibraryProblem:
    text = (
        "The library file is damaged. It was not changed, and your backups are untouched. "
        "Choose a backup to go back to; the damaged file is kept aside."
    )
    return LibraryProblem(ProblemKind.DAMAGED, text, (f"File: {paths.database}", *findings))

"""Opens and closes a library: lock, unfinished swaps, header, migration, check; SQLite touches the file last.

A library is made silently only where there is none and never was one. Whatever does not open raises `LibraryProblem`
with words for the user, and changes nothing.
"""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, Final

import arcareer
from arcareer import fsops
from arcareer.clock import Clock
from arcareer.domain.start_report import Notice, StartReport
from arcareer.paths import LibraryPaths
from arcareer.problems import LibraryProblem, ProblemKind
from arcareer.progress import Progress, silent
from arcareer.storage.cloud import shared_folder
from arcareer.storage.connection import open_connection, open_to_read
from arcareer.storage.counts import noted_count
from arcareer.storage.entrance import missing, never_was_one, require_folder, require_ours, require_revision
from arcareer.storage.header import FileState, peek
from arcareer.storage.journals import has_content, journal_of, strangers
from arcareer.storage.leftovers import is_replacing, sweep_backups
from arcareer.storage.lock import LibraryLock
from arcareer.storage.profile import ProfileKeeper, ProfileState
from arcareer.storage.schema import SCHEMA_VERSION, create_library
from arcareer.storage.store import Store
from arcareer.storage.watch import IdentityWatch

if TYPE_CHECKING:
    from pathlib import Path

    from arcareer.storage.migrate import Upgrade

# What only an unusual start needs is imported where that is dealt with: start-up counts milliseconds.

_SAFE_MODE_AFTER: Final = 2


class OpenedLibrary:
    """A library in use: its store, how it opened, and what closing has to put in order.

    `changes_backed_up` is the connection's count of changes that the newest backup holds, None where it holds less
    than the library held when it was opened.
    """

    def __init__(
        self,
        paths: LibraryPaths,
        clock: Clock,
        store: Store,
        report: StartReport,
        *,
        keeper: ProfileKeeper,
        lock: LibraryLock,
        changes_backed_up: int | None = None,
    ) -> None:
        self.paths, self.clock, self.store, self.report = paths, clock, store, report
        self.keeper, self.lock = keeper, lock
        self.changes_backed_up = changes_backed_up
        self.is_closed = False

    @property
    def is_backed_up(self) -> bool:
        """Return whether the newest backup holds everything the library holds."""
        return self.changes_backed_up == self.store.connection.total_changes

    def mark_started(self) -> None:
        """Note that this start reached a usable window; call it after the first paint."""
        from arcareer.storage.quarantine import remove_expired  # noqa: PLC0415

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
            raise _as_problem(fault, self.paths.database) from fault
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
    upgrade: Upgrade | None = None,
    progress: Progress = silent,
) -> OpenedLibrary:
    """Open the library at `paths`, or make it where `create` is given and there never was one.

    An older library is brought up to date by the shipped migrations, or by `upgrade` in their place. Raises
    `LibraryProblem` with the reason, and leaves the files as they are. A library that may not be written opens for
    looking only, which its report says.
    """
    lock = LibraryLock(paths.lock)
    try:
        require_folder(paths, create=create)
        lock.acquire()
        return _Opening(paths, clock, lock, upgrade, progress).run(create=create)
    except (LibraryProblem, sqlite3.Error, OSError, UnicodeDecodeError) as fault:
        lock.release()
        problem = fault if isinstance(fault, LibraryProblem) else _as_problem(fault, paths.database)
        if problem.kind is ProblemKind.READ_ONLY:
            return _open_to_look(paths, clock, lock, problem)
        raise problem from fault
    except BaseException:
        lock.release()
        raise


class _Opening:
    """One start: gathers what there is to tell while it goes from step to step."""

    def __init__(
        self, paths: LibraryPaths, clock: Clock, lock: LibraryLock, upgrade: Upgrade | None, progress: Progress
    ) -> None:
        self._paths = paths
        self._clock = clock
        self._lock = lock
        self._upgrade = upgrade
        self._progress = progress
        self._report = StartReport()

    def run(self, *, create: bool) -> OpenedLibrary:
        replaced = is_replacing(self._paths) and self._finish_replacement()
        fsops.sweep_temporaries(self._paths.folder)
        sweep_backups(self._paths.backups)
        keeper = ProfileKeeper(self._paths.profile)
        self._make_if_new(keeper, create=create)
        head = peek(self._paths.database)
        require_ours(self._paths, head, keeper.current)
        strange = self._put_strangers_aside()
        in_order = head.whole and not has_content(journal_of(self._paths.database))
        if head.user_version != SCHEMA_VERSION:
            self._migrate(keeper, head.user_version)
        tidy = keeper.current.clean and in_order and not strange and not replaced
        self._note_start(keeper)
        return self._opened(keeper, tidy=tidy or self._report.created)

    def _finish_replacement(self) -> bool:
        """Return whether a replacement of the database had been interrupted; it is finished or taken back now."""
        from arcareer.storage.notices import swap_notice  # noqa: PLC0415
        from arcareer.storage.swap import SwapOutcome, finish_swap  # noqa: PLC0415

        outcome = finish_swap(self._paths)
        self._tell(*swap_notice(outcome))
        return outcome is not SwapOutcome.NONE

    def _make_if_new(self, keeper: ProfileKeeper, *, create: bool) -> None:
        if peek(self._paths.database).state is not FileState.MISSING:
            return
        if not create or not never_was_one(self._paths, keeper):
            raise missing(self._paths, keeper)
        create_library(self._paths.database)
        self._report = self._report._replace(created=True)

    def _put_strangers_aside(self) -> bool:
        found = strangers(self._paths.database)
        if not found:
            return False
        from secrets import token_hex  # noqa: PLC0415

        from arcareer.storage.notices import strange_files_notice  # noqa: PLC0415
        from arcareer.storage.quarantine import entry_name, put_aside  # noqa: PLC0415

        put_aside(self._paths, entry_name(self._clock.now(), "strange", token_hex(4)), found)
        self._tell(strange_files_notice(len(found)))
        return True

    def _migrate(self, keeper: ProfileKeeper, schema: int) -> None:
        from arcareer.storage.migrate import migrate_library, upgrade_with_alembic  # noqa: PLC0415
        from arcareer.storage.notices import upgraded_notice  # noqa: PLC0415

        connection = open_connection(self._paths.database)
        try:
            require_revision(connection, self._paths, schema)
        finally:
            connection.close()
        upgrade = self._upgrade or upgrade_with_alembic
        backup = migrate_library(self._paths, keeper, self._clock, upgrade, self._progress)
        self._report = self._report._replace(upgraded_from=schema)
        self._tell(upgraded_notice(backup.sequence))

    def _note_start(self, keeper: ProfileKeeper) -> None:
        known = keeper.current
        if known.unfinished_starts >= _SAFE_MODE_AFTER:
            from arcareer.storage.notices import safe_mode_notice  # noqa: PLC0415

            self._tell(safe_mode_notice())
            self._report = self._report._replace(safe_mode=True)
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
            self._warn_of_sharing()
            store = Store(connection, self._paths.database, self._clock)
        except BaseException:
            connection.close()
            raise
        store.guard = watch
        backed_up = connection.total_changes if keeper.current.backed_up else None
        return OpenedLibrary(
            self._paths,
            self._clock,
            store,
            self._report,
            keeper=keeper,
            lock=self._lock,
            changes_backed_up=backed_up,
        )

    def _warn_of_sharing(self) -> None:
        service = shared_folder(self._paths.folder)
        if service:
            from arcareer.storage.notices import shared_folder_notice  # noqa: PLC0415

            self._tell(shared_folder_notice(service))

    def _check(self, connection: sqlite3.Connection, keeper: ProfileKeeper) -> None:
        from arcareer.storage.inspection import inspect, rebuild_indexes  # noqa: PLC0415
        from arcareer.storage.notices import damaged_rows_notice  # noqa: PLC0415

        inspection = inspect(connection)
        if inspection.structure:
            keeper.note(database_damaged=True)
            raise _damaged(self._paths, inspection.findings)
        if inspection.stale_indexes:
            rebuild_indexes(connection)
        if not inspection.sound:
            self._tell(damaged_rows_notice(inspection))
        keeper.note(database_damaged=not inspection.sound)
        self._report = self._report._replace(checked=True)

    def _compare_wins(self, connection: sqlite3.Connection, keeper: ProfileKeeper) -> None:
        before, now = keeper.current.wins, noted_count(connection, "wins")
        if keeper.state is not ProfileState.READ or now >= before:
            return
        from arcareer.storage.notices import fewer_wins_notice  # noqa: PLC0415
        from arcareer.storage.retention import has_shrunk  # noqa: PLC0415

        if has_shrunk(before, now):
            self._tell(fewer_wins_notice(before, now))
            keeper.note(protected_backups=keeper.current.backup_sequence)

    def _tell(self, *told: Notice) -> None:
        self._report = self._report._replace(notices=(*self._report.notices, *told))


def _open_to_look(paths: LibraryPaths, clock: Clock, lock: LibraryLock, problem: LibraryProblem) -> OpenedLibrary:
    """Open a library that may not be written, if nothing in it waits to be finished."""
    from arcareer.storage.notices import read_only_notice  # noqa: PLC0415

    try:
        head = peek(paths.database)
    except OSError as fault:
        raise _as_problem(fault, paths.database) from fault
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
        raise _as_problem(fault, paths.database) from fault
    store = Store(connection, paths.database, clock)
    store.guard = _Refusal(problem)
    report = StartReport(read_only=True, notices=(read_only_notice(),))
    return OpenedLibrary(paths, clock, store, report, keeper=keeper, lock=lock)


class _Refusal:
    """Stands where a writable library has its watch: no commit passes."""

    def __init__(self, problem: LibraryProblem) -> None:
        self._problem = problem

    def __call__(self) -> None:
        raise self._problem


def _damaged(paths: LibraryPaths, findings: tuple[str, ...]) -> LibraryProblem:
    text = (
        "The library file is damaged. It was not changed, and your backups are untouched. "
        "Choose a backup to go back to; the damaged file is kept aside."
    )
    return LibraryProblem(ProblemKind.DAMAGED, text, (f"File: {paths.database}", *findings))


def _as_problem(fault: sqlite3.Error | OSError | UnicodeDecodeError, database: Path) -> LibraryProblem:
    from arcareer.storage.faults import as_problem  # noqa: PLC0415

    return as_problem(fault, database)

"""Brings back wins that a backup holds and the library does not, without touching anything else."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from uuid import UUID

from arcareer import fsops
from arcareer.domain.changes import Edit, EditGroup, EntityKind
from arcareer.domain.customers import Customer
from arcareer.domain.journal import Win
from arcareer.errors import UserError
from arcareer.services.editing import EditService
from arcareer.storage.backup_folder import BackupFolder
from arcareer.storage.connection import open_to_read
from arcareer.storage.faults import as_problem
from arcareer.storage.library import OpenedLibrary
from arcareer.storage.restore import bring_back_evidence, stage_backup
from arcareer.storage.store import Store
from arcareer.storage.unit_of_work import UnitOfWork

_LABEL = "Bring back wins from a backup"


class MissingWinsService:
    """Compares the library with a backup by identity: what is there on both sides stays as the library has it."""

    def __init__(self, library: OpenedLibrary, edits: EditService) -> None:
        self._library = library
        self._edits = edits
        self._folder = BackupFolder(library.paths.backups)

    def find(self, sequence: int) -> tuple[Win, ...]:
        """Return the wins of that backup, outside its trash, that the library does not hold any more."""
        with self._backup(sequence) as backup:
            return self._missing(backup.wins.all())

    def bring_back(self, sequence: int) -> EditGroup:
        """Put the missing wins back, with customers and evidence they need, in one change that undo takes back.

        A win that both hold but that differs stays as it is; the backup's state joins its earlier states.
        """
        with self._backup(sequence) as backup:
            theirs, customers = backup.wins.all(), backup.customers.all()
        missing = self._missing(theirs)
        wanted = {customer for win in missing for customer in win.customers}
        group = EditGroup(_LABEL, (*self._customers(customers, wanted), *map(_creation, missing)))
        self._edits.apply(group)
        self._keep_differing(theirs)
        self._bring_evidence(sequence)
        return group

    def _missing(self, theirs: tuple[Win, ...]) -> tuple[Win, ...]:
        with self._library.store.read() as unit:
            present = {win.id for win in unit.wins.get_many(win.id for win in theirs)}
        return tuple(win for win in theirs if win.id not in present and not win.in_trash)

    def _customers(self, theirs: tuple[Customer, ...], wanted: set[UUID]) -> tuple[Edit, ...]:
        with self._library.store.read() as unit:
            present = {customer.id for customer in unit.customers.all()}
        lacking = (customer for customer in theirs if customer.id in wanted - present)
        return tuple(Edit(_LABEL, EntityKind.CUSTOMER, before=None, after=customer) for customer in lacking)

    def _keep_differing(self, theirs: tuple[Win, ...]) -> None:
        with self._library.store.write() as unit:
            present = {win.id: win for win in unit.wins.get_many(win.id for win in theirs)}
            differing = [win for win in theirs if win.id in present and not _says_the_same(win, present[win.id])]
            unit.versions.keep([win for win in differing if not _is_kept(unit, win)], self._library.clock.now())
            unit.commit()

    def _bring_evidence(self, sequence: int) -> None:
        backup = self._folder.get(sequence)
        try:
            bring_back_evidence(self._library.paths, backup.evidence if backup else (), self._folder)
        except OSError as fault:
            raise as_problem(fault, self._library.paths.evidence) from fault

    @contextmanager
    def _backup(self, sequence: int) -> Iterator[UnitOfWork]:
        """Open a checked copy of the backup, in the present schema, for looking only."""
        info = self._folder.get(sequence)
        if info is None:
            raise UserError(f"There is no backup with the number {sequence}. Nothing was changed.")
        target = fsops.temporary_beside(self._library.paths.database)
        stage = stage_backup(self._library.paths, info, target=target)
        try:
            store = Store(open_to_read(stage), stage, self._library.clock)
            try:
                with store.read() as unit:
                    yield unit
            finally:
                store.close()
        except sqlite3.Error as fault:
            raise as_problem(fault, stage) from fault
        finally:
            fsops.remove_if_there(stage)


def _creation(win: Win) -> Edit:
    return Edit(_LABEL, EntityKind.WIN, before=None, after=win)


def _says_the_same(one: Win, other: Win) -> bool:
    return replace(one, trashed_at=other.trashed_at) == other


def _is_kept(unit: UnitOfWork, win: Win) -> bool:
    return any(_says_the_same(version.win, win) for version in unit.versions.of(win.id))

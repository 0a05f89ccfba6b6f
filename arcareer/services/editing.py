"""Applies changes: one user action, one transaction, one change set; and keeps what a win was before."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from arcareer.domain.changes import Aggregate, Change, ChangeSet, EntityKind
from arcareer.domain.journal import Win
from arcareer.storage.store import Store

if TYPE_CHECKING:
    from arcareer.storage.unit_of_work import UnitOfWork

VERSION_EVERY = timedelta(seconds=60)


class EditService:
    """Applies edits of any kind; undo and redo are ordinary changes too."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def apply(self, change: Change, *, draft_key: str | None = None, keep_version: bool = False) -> ChangeSet:
        """Apply every edit of the change in one transaction, or none.

        A win's earlier state is kept unless one was kept within the last minute, so that a stretch of typing leaves
        what was there before it; `keep_version` keeps it in any case. `draft_key` names the half-typed text this
        change saves. Raises `StaleEdit` where the library holds something else than an edit started from. A change
        that changes nothing touches nothing.
        """
        edits = [edit for edit in change.edits if edit.before != edit.after]
        if not edits and draft_key is None:
            return ChangeSet(frozenset())
        now = self._store.clock.now()
        with self._store.write() as unit:
            for edit in edits:
                replaced = unit.replace(edit)
                if edit.kind is EntityKind.WIN:
                    _keep_version(unit, replaced, edit.after, now, always=keep_version)
            if draft_key is not None:
                unit.discard_draft(draft_key)
            return unit.commit()


def _keep_version(
    unit: UnitOfWork, replaced: Win | None, after: Aggregate | None, now: datetime, *, always: bool
) -> None:
    if replaced is None or not isinstance(after, Win):
        return
    if after == replace(replaced, trashed_at=after.trashed_at):
        return
    last = unit.versions.last_kept(replaced.id)
    if always or last is None or not timedelta(0) <= now - last < VERSION_EVERY:
        unit.versions.keep(replaced, now)

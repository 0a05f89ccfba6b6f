"""Applies changes: one user action, one transaction, one change set; and keeps what a win was before."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from arcareer.domain.changes import Aggregate, Change, ChangeSet, Edit
from arcareer.domain.journal import Win
from arcareer.storage.store import Store

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
            replaced = unit.replace(edits)
            wins = [stored for edit, stored in zip(edits, replaced, strict=True) if _rewrites(edit, stored)]
            last = {} if keep_version else unit.versions.last_kept(win.id for win in wins)
            unit.versions.keep([win for win in wins if _is_due(last.get(win.id), now)], now)
            if draft_key is not None:
                unit.discard_draft(draft_key)
            return unit.commit()


def _rewrites(edit: Edit, stored: Aggregate | None) -> bool:
    """Return whether an edit changes the content of a stored win; the way to the trash and back does not."""
    if not isinstance(stored, Win) or not isinstance(edit.after, Win):
        return False
    return edit.after != replace(stored, trashed_at=edit.after.trashed_at)


def _is_due(last: datetime | None, now: datetime) -> bool:
    """Return whether a state is to be kept: none was within the last minute, or the clock was set back."""
    return last is None or not timedelta(0) <= now - last < VERSION_EVERY

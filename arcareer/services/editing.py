"""Applies changes: one user action, one transaction, one change set; and keeps what was there before."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from arcareer.domain.answers import Answer
from arcareer.domain.bullets import Bullet, BulletScore
from arcareer.domain.changes import Aggregate, Change, ChangeSet, Edit, EditGroup, EntityKind
from arcareer.domain.journal import Win
from arcareer.progress import Progress, silent
from arcareer.services.scoring import rubric_score
from arcareer.storage.store import Store

if TYPE_CHECKING:
    from arcareer.storage.unit_of_work import UnitOfWork

VERSION_EVERY = timedelta(seconds=60)


class EditService:
    """Applies edits of any kind; undo and redo are ordinary changes too. `score` judges texts of bullets it keeps."""

    def __init__(self, store: Store, score: Callable[[str], BulletScore] = rubric_score) -> None:
        self._store = store
        self._score = score

    def apply(
        self,
        change: Change,
        *,
        draft_key: str | None = None,
        keep_version: bool = False,
        progress: Progress = silent,
    ) -> ChangeSet:
        """Apply every edit of the change in one transaction, or none.

        What a win, a bullet or an answer was is kept unless that was done within the last minute, so that a stretch of
        typing leaves what was there before it; `keep_version` keeps it in any case. `draft_key` names the half-typed
        text this change saves. Raises `StaleEdit` where the library holds something else than an edit started from. A
        change that changes nothing touches nothing. Any thread may; a cancel through `progress` changes nothing.
        """
        edits = [edit for edit in change.edits if edit.before != edit.after]
        if not edits and draft_key is None:
            return ChangeSet(frozenset())
        with self._store.write() as unit:
            replaced = list(zip(edits, unit.replace(edits, progress), strict=True))
            self._keep_wins(unit, list(_rewritten(replaced)), always=keep_version)
            self._keep_bullets(unit, list(_reworded(replaced)), always=keep_version)
            self._keep_answers(unit, list(_retold(replaced)), always=keep_version)
            if draft_key is not None:
                unit.discard_draft(draft_key)
            return unit.commit()

    def put(
        self,
        label: str,
        kind: EntityKind,
        before: Aggregate | None,
        after: Aggregate | None,
        *,
        draft_key: str | None = None,
        keep_version: bool = False,
    ) -> Edit:
        """Apply one edit as a change of its own, as `apply` does, and return it."""
        edit = Edit(label, kind, before, after)
        self.apply(edit, draft_key=draft_key, keep_version=keep_version)
        return edit

    def put_all(self, label: str, edits: Iterable[Edit], *, draft_key: str | None = None) -> Change:
        """Apply edits together under one label, as `apply` does; return the change, a lone edit as it is."""
        named = tuple(edit._replace(label=label) for edit in edits)
        change = named[0] if len(named) == 1 else EditGroup(label, named)
        self.apply(change, draft_key=draft_key)
        return change

    def _keep_wins(self, unit: UnitOfWork, wins: list[Win], *, always: bool) -> None:
        now = self._store.clock.now()
        last = {} if always else unit.versions.last_kept(win.id for win in wins)
        unit.versions.keep([win for win in wins if _is_due(last.get(win.id), now)], now)

    def _keep_bullets(self, unit: UnitOfWork, bullets: list[Bullet], *, always: bool) -> None:
        now = self._store.clock.now()
        last = {} if always else unit.bullet_versions.last_kept(bullet.id for bullet in bullets)
        due = [bullet for bullet in bullets if _is_due(last.get(bullet.id), now)]
        unit.bullet_versions.keep([(bullet, self._score(bullet.text)) for bullet in due], now)

    def _keep_answers(self, unit: UnitOfWork, answers: list[Answer], *, always: bool) -> None:
        now = self._store.clock.now()
        last = {} if always else unit.answer_versions.last_kept(answer.id for answer in answers)
        unit.answer_versions.keep([answer for answer in answers if _is_due(last.get(answer.id), now)], now)


def _rewritten(replaced: Iterable[tuple[Edit, Aggregate | None]]) -> Iterator[Win]:
    """Yield the stored wins whose content an edit changed; the way to the trash and back does not."""
    for edit, stored in replaced:
        if not isinstance(stored, Win) or not isinstance(edit.after, Win):
            continue
        if edit.after != replace(stored, trashed_at=edit.after.trashed_at):
            yield stored


def _reworded(replaced: Iterable[tuple[Edit, Aggregate | None]]) -> Iterator[Bullet]:
    """Yield the stored bullets whose words an edit changed; another place or win changes none."""
    for edit, stored in replaced:
        if isinstance(stored, Bullet) and isinstance(edit.after, Bullet) and edit.after.text != stored.text:
            yield stored


def _retold(replaced: Iterable[tuple[Edit, Aggregate | None]]) -> Iterator[Answer]:
    """Yield the stored answers whose words an edit changed; another slot, win or judgement changes none."""
    for edit, stored in replaced:
        if isinstance(stored, Answer) and isinstance(edit.after, Answer) and edit.after.told != stored.told:
            yield stored


def _is_due(last: datetime | None, now: datetime) -> bool:
    """Return whether a state is to be kept: none was within the last minute, or the clock was set back."""
    return last is None or not timedelta(0) <= now - last < VERSION_EVERY

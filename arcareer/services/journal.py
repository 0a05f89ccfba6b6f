"""The wins journal: log, find, change, throw away and bring back."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import fields, replace
from datetime import date, datetime, timedelta
from uuid import UUID

from arcareer.clock import Clock
from arcareer.domain.changes import Change, Edit, EditGroup, EntityKind
from arcareer.domain.identity import new_id
from arcareer.domain.journal import HEADLINE_LIMIT, Win, WinDraft, WinVersion
from arcareer.domain.periods import Period
from arcareer.domain.win_lists import WinQuery, WinSummary
from arcareer.errors import FieldProblem
from arcareer.services.editing import EditService
from arcareer.storage.store import Store

KEPT_IN_TRASH = timedelta(days=30)


class JournalService:
    """Use cases of the journal; what changes something returns the change it applied, ready for undo."""

    def __init__(self, store: Store, edits: EditService, clock: Clock) -> None:
        self._store = store
        self._edits = edits
        self._clock = clock

    def log_win(self, draft: WinDraft, *, draft_key: str | None = None) -> Edit:
        """Save a new win and drop the half-typed text it came from; raise `FieldProblem` where it cannot be kept."""
        return self._edits.put("Log win", EntityKind.WIN, before=None, after=self.new_win(draft), draft_key=draft_key)

    def new_win(self, draft: WinDraft) -> Win:
        """Return the win a draft makes, for a change that saves it with something else; raises as `log_win` does."""
        self._check_headline(draft.headline)
        self._check_day(draft.happened_on)
        entered = {field.name: getattr(draft, field.name) for field in fields(draft)}
        return Win(id=new_id(), logged_at=self._clock.now(), **entered)

    def save(self, before: Win, after: Win, *, draft_key: str | None = None) -> Edit:
        """Save a changed win; raise `FieldProblem` where a changed field cannot be kept."""
        if after.headline != before.headline:
            self._check_headline(after.headline)
        if after.happened_on != before.happened_on:
            self._check_day(after.happened_on)
        return self._edits.put("Edit win", EntityKind.WIN, before=before, after=after, draft_key=draft_key)

    def get(self, win_id: UUID) -> Win | None:
        """Return a win, in the trash or not."""
        with self._store.read() as unit:
            return unit.wins.get(win_id)

    def get_many(self, ids: Iterable[UUID]) -> tuple[Win, ...]:
        """Return the wins that exist, in the order asked for."""
        with self._store.read() as unit:
            return unit.wins.get_many(ids)

    def find(self, query: WinQuery, limit: int = 500, offset: int = 0) -> tuple[WinSummary, ...]:
        """Return what lists show of the wins a query finds, in its order, from the given one on."""
        return self._store.glance.find(query, limit, offset)

    def count(self, query: WinQuery) -> int:
        """Return how many wins a query finds."""
        return self._store.glance.count(query)

    def wins(self, period: Period, *, include_trash: bool = False) -> tuple[Win, ...]:
        """Return every win of a period in full, newest first; those in the trash follow if asked for."""
        with self._store.read() as unit:
            trashed = unit.wins.in_period(period, trashed=True) if include_trash else ()
            return unit.wins.in_period(period) + trashed

    def move_to_trash(self, ids: Collection[UUID]) -> Change:
        """Move wins to the trash, where they stay for 30 days."""
        now = self._clock.now()
        return self._change_each(
            ids,
            lambda wins: "Move win to trash" if wins == 1 else f"Move {wins:,} wins to trash",
            lambda win: replace(win, trashed_at=win.trashed_at or now),
        )

    def restore(self, ids: Collection[UUID]) -> Change:
        """Bring wins back from the trash."""
        return self._change_each(
            ids,
            lambda wins: "Restore win" if wins == 1 else f"Restore {wins:,} wins",
            lambda win: replace(win, trashed_at=None),
        )

    def trash_count(self) -> int:
        """Return how many wins lie in the trash."""
        return self.count(WinQuery(trashed=True))

    def empty_trash(self) -> int:
        """Remove everything in the trash for good, history included; return how many wins that were."""
        return self._remove_for_good(None)

    def purge_expired(self) -> int:
        """Remove what was in the trash for 30 days, and the history of wins that are gone; return how many wins."""
        return self._remove_for_good(self._clock.now() - KEPT_IN_TRASH)

    def history(self, win_id: UUID) -> tuple[WinVersion, ...]:
        """Return the earlier states of a win, the latest first."""
        with self._store.read() as unit:
            return unit.versions.of(win_id)

    def go_back_to(self, win: Win, version: WinVersion) -> Edit:
        """Give a win the content of an earlier state; customers removed since then stay away."""
        with self._store.read() as unit:
            customers = unit.customers.existing(version.win.customers)
        after = replace(version.win, trashed_at=win.trashed_at, customers=customers)
        return self._edits.put(
            "Go back to an earlier version", EntityKind.WIN, before=win, after=after, keep_version=True
        )

    def _change_each(self, ids: Collection[UUID], label: Callable[[int], str], changed: Callable[[Win], Win]) -> Change:
        pairs = [(win, changed(win)) for win in self.get_many(ids)]
        label_text = label(len(pairs))
        edits = tuple(Edit(label_text, EntityKind.WIN, before, after) for before, after in pairs if before != after)
        change = edits[0] if len(edits) == 1 else EditGroup(label_text, edits)
        if edits:
            self._edits.apply(change)
        return change

    def _remove_for_good(self, before: datetime | None) -> int:
        with self._store.write() as unit:
            wins = unit.wins.trashed_before(before)
            forgotten = unit.versions.of_missing_wins()
            if wins or forgotten:
                unit.versions.forget(forgotten)
                unit.remove_for_good(wins)
                unit.commit()
        return len(wins)

    def _check_headline(self, headline: str) -> None:
        if not headline.strip():
            raise FieldProblem("headline", "A win needs a sentence: say what you did. Everything else can wait.")
        if len(headline) > HEADLINE_LIMIT:
            over = len(headline) - HEADLINE_LIMIT
            text = (
                f"This is {over:,} characters longer than a headline of {HEADLINE_LIMIT}. Your text is kept; "
                "move the rest to “What I did”."
            )
            raise FieldProblem("headline", text)

    def _check_day(self, day: date) -> None:
        today = self._clock.today()
        if day > today:
            text = (
                f"{day.isoformat()} is still to come. A win has happened already: choose today "
                f"({today.isoformat()}) or an earlier day."
            )
            raise FieldProblem("happened_on", text)

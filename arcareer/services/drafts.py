"""Keeps what is being typed, so that a crash costs half a second of it at most."""

from __future__ import annotations

from arcareer.clock import Clock
from arcareer.domain.drafts import Draft
from arcareer.storage.store import Store


class DraftService:
    """Keeps one draft for each field; saving the field discards it in the same transaction."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._drafts = store.drafts
        self._clock = clock

    def keep(self, key: str, text: str) -> Draft:
        """Keep the text of a field in place of what was kept for it, and return it with its time."""
        draft = Draft(key, text, self._clock.now())
        self._drafts.keep(draft.key, draft.text, draft.kept_at)
        return draft

    def find(self, key: str) -> Draft | None:
        """Return what was kept for a field."""
        return self._drafts.get(key)

    def all(self) -> tuple[Draft, ...]:
        """Return everything that was typed and not saved, the latest first."""
        return self._drafts.all()

    def discard(self, key: str) -> None:
        """Drop what was kept for a field."""
        self._drafts.discard(key)

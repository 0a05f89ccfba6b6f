"""Text that could not become part of its win: kept beside it, and put back in place the next time."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID

from arcareer.clock import Clock
from arcareer.errors import EnvironmentFault

if TYPE_CHECKING:
    from arcareer.services.drafts import DraftService

HEAD = "win"
FIELDS = frozenset({"headline", "situation", "action", "outcome", "proof", "private_notes"})


class KeptText(NamedTuple):
    """The fields of a win as they were typed, and when the last of them was."""

    fields: Mapping[str, str]
    at: datetime


class KeptTexts:
    """Keeps typed fields under the win they belong to, over restarts too."""

    def __init__(self, drafts: DraftService, clock: Clock) -> None:
        self._drafts, self._clock = drafts, clock
        self._kept: dict[UUID, dict[str, datetime]] = {}
        self._texts: dict[UUID, dict[str, str]] = {}
        self._read()

    @property
    def wins(self) -> tuple[UUID, ...]:
        """Return the wins with text that waits."""
        return tuple(self._texts)

    def keep(self, win: UUID, texts: Mapping[str, str]) -> None:
        """Keep the text of fields; where the library takes nothing at all, it goes into a file beside it."""
        for field, text in texts.items():
            if self._texts.get(win, {}).get(field) == text:
                continue
            with suppress(EnvironmentFault):  # it is said already, where the win itself was to be saved
                self._drafts.keep(_key(win, field), text)
            self._note(win, field, text, self._clock.now())

    def of(self, win: UUID) -> KeptText | None:
        """Return what waits for a win."""
        texts = self._texts.get(win)
        return KeptText(dict(texts), max(self._kept[win].values())) if texts else None

    def drop(self, win: UUID, *, but: Collection[str] = ()) -> None:
        """Forget what is part of its win now."""
        for field in [field for field in self._texts.get(win, {}) if field not in but]:
            with suppress(EnvironmentFault):
                self._drafts.discard(_key(win, field))
                del self._texts[win][field]
                del self._kept[win][field]
        if not self._texts.get(win, True):
            del self._texts[win]
            del self._kept[win]

    def _read(self) -> None:
        try:
            drafts = self._drafts.all()
        except EnvironmentFault:
            return
        for draft in drafts:
            head, _, rest = draft.key.partition("/")
            identity, _, field = rest.partition("/")
            if head == HEAD and field in FIELDS:
                self._note(UUID(identity), field, draft.text, draft.kept_at)

    def _note(self, win: UUID, field: str, text: str, at: datetime) -> None:
        self._texts.setdefault(win, {})[field] = text
        self._kept.setdefault(win, {})[field] = at


def _key(win: UUID, field: str) -> str:
    return f"{HEAD}/{win}/{field}"

"""A file beside the library for half-typed text that the database did not take."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

from arcareer import fsops
from arcareer.domain.drafts import Draft
from arcareer.storage.stored import instant_text, read_instant, storable

FILE_NAME = "unsaved.json"


class RescueFile:
    """Keeps drafts as JSON; where even that cannot be written, the text is only where it was typed."""

    def __init__(self, library: Path) -> None:
        self._path = library.with_name(FILE_NAME)

    def all(self) -> dict[str, Draft]:
        """Return what was kept by field; nothing where the file is missing or unreadable."""
        try:
            kept = json.loads(self._path.read_text("utf-8"))
            return {key: Draft(key, str(text), read_instant(at)) for key, (text, at) in kept.items()}
        except (OSError, ValueError, AttributeError, TypeError):
            return {}

    def keep(self, draft: Draft) -> None:
        """Keep a draft in place of what was kept for its field."""
        self._write({**self.all(), draft.key: draft})

    def drop(self, key: str) -> None:
        """Drop what was kept for a field; without anything left the file goes."""
        kept = self.all()
        if key in kept:
            del kept[key]
            self._write(kept)

    def _write(self, drafts: dict[str, Draft]) -> None:
        if not drafts:
            fsops.remove_if_there(self._path)
            return
        content = {draft.key: (storable(draft.text), instant_text(draft.kept_at)) for draft in drafts.values()}
        with suppress(OSError):
            fsops.atomic_write(self._path, json.dumps(content, ensure_ascii=False, indent=1).encode())

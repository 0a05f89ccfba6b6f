"""Earlier states of a win, each kept as one text so that later schemas can still read it."""

from __future__ import annotations

import json

from arcareer.domain.journal import Win
from arcareer.storage.records.wins import from_rows, to_rows


def version_text(win: Win) -> str:
    """Return the win as one JSON text, named as its columns are."""
    rows = to_rows(win)
    return json.dumps({"win": rows.root, **rows.parts}, ensure_ascii=False, separators=(",", ":"))


def win_of_version(text: str) -> Win:
    """Return the win that was kept as `text`."""
    content = json.loads(text)
    return from_rows(content.pop("win"), content)

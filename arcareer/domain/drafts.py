"""Text that was typed and not saved yet."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple


class Draft(NamedTuple):
    """Half-typed text of one field. `key` says which field it belongs to, `kept_at` is an instant in UTC."""

    key: str
    text: str
    kept_at: datetime

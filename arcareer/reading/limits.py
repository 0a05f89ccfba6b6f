"""How much of a foreign file the app is willing to read."""

from __future__ import annotations

from dataclasses import dataclass

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Upper bounds for files that others wrote; sizes in bytes, `child_seconds` how long a helper may be silent."""

    text_bytes: int = 150 * MEGABYTE
    text_rows: int = 1_500_000
    office_bytes: int = 25 * MEGABYTE
    office_rows: int = 200_000
    office_entries: int = 2_000
    office_inflated: int = 200 * MEGABYTE
    office_ratio: int = 100
    columns: int = 256
    cell_characters: int = 32_767
    child_seconds: int = 60
    child_memory: int = 512 * MEGABYTE


DEFAULT_LIMITS = Limits()

"""How many rows each table was left with; see `checksums`, which compares that with what is there."""

from __future__ import annotations

import sqlite3
from typing import Final

COUNT_KEY: Final = "rows:"
"""Stands before the name of a table in the keys of `meta`."""


def noted_count(connection: sqlite3.Connection, table: str) -> int:
    """Return how many rows the table was left with, without counting them."""
    found = connection.execute("SELECT CAST(value AS INTEGER) FROM meta WHERE key = ?", (COUNT_KEY + table,)).fetchone()
    return int(found[0]) if found else 0

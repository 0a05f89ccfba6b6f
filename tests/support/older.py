"""A library of an imagined earlier release, and the way from it to the present one."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

from arcareer.paths import LibraryPaths
from arcareer.storage.checksums import sum_rows
from arcareer.storage.schema import SCHEMA_VERSION
from tests.support.vault import a_closed_library, change_file

OLDER = SCHEMA_VERSION - 1
_AWAY_WEEKS = (
    "CREATE TABLE away_weeks (id TEXT NOT NULL, monday TEXT NOT NULL, version INTEGER NOT NULL, "
    "row_sum BLOB NOT NULL, CONSTRAINT pk_away_weeks PRIMARY KEY (id))"
)
STEPS = (
    "BEGIN IMMEDIATE",
    "ALTER TABLE wins ADD COLUMN passing TEXT",
    "ALTER TABLE wins DROP COLUMN passing",
    "CREATE TABLE wins_copy AS SELECT * FROM wins",
    "DROP TABLE wins_copy",
    _AWAY_WEEKS,
    f"UPDATE alembic_version SET version_num = '{SCHEMA_VERSION:04d}'",
    f"PRAGMA user_version = {SCHEMA_VERSION}",
)


def an_older_library(folder: Path, *headlines: str) -> LibraryPaths:
    """Make a closed library of an earlier release, which knew nothing of weeks away."""
    paths = a_closed_library(folder, *headlines)
    make_older(paths.database)
    return paths


def make_older(database: Path) -> None:
    """Turn a closed database back into one of the earlier release."""
    change_file(
        database,
        "DROP TABLE away_weeks",
        "DELETE FROM meta WHERE key = 'rows:away_weeks'",
        f"UPDATE alembic_version SET version_num = '{OLDER:04d}'",
        f"PRAGMA user_version = {OLDER}",
    )


def upgrade(connection: sqlite3.Connection) -> None:
    """Bring an older library to the present form."""
    stepwise(lambda _number: None)(connection)


def stepwise(before_each: Callable[[int], None]) -> Callable[[sqlite3.Connection], None]:
    """Return the upgrade that calls `before_each` with the number of the step it is about to take."""

    def run(connection: sqlite3.Connection) -> None:
        for number, statement in enumerate(STEPS):
            before_each(number)
            connection.execute(statement)
        sum_rows(connection)
        before_each(len(STEPS))
        connection.execute("COMMIT")

    return run

"""The schema's number and mark, and how an empty library is made without loading what only migrations need.

`schema.sql` is what the migrations make of an empty file; `tools/write_schema.py` writes it, a test compares the two.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Final

from arcareer import fsops

SCHEMA_VERSION: Final = 6
"""The number of the newest migration; SQLite keeps it as `user_version`."""

APPLICATION_ID: Final = 0x41524341
"""Marks a SQLite file as a library of ours: ARCA."""

SNAPSHOT: Final = Path(__file__).with_name("schema.sql")


def create_library(path: Path) -> None:
    """Make an empty library at `path`: either nothing is there afterwards or a complete file that is on the disk.

    Raises FileExistsError where something is at `path` already, OSError or sqlite3.Error where it cannot be written.
    """
    if path.exists() or path.is_symlink():
        raise FileExistsError(path)
    temporary = fsops.temporary_beside(path)
    try:
        fsops.create_private(temporary)
        _fill(temporary)
        fsops.sync_file(temporary)
        fsops.replace(temporary, path)
    except BaseException:
        fsops.remove_if_there(temporary)
        raise
    fsops.sync_folder(path.parent)


def snapshot_of(connection: sqlite3.Connection) -> str:
    """Return the SQL that makes a database like this one, without what the user put into it."""
    made = connection.execute(
        "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' "
        "AND name NOT GLOB '*_fts_*' ORDER BY rowid"
    ).fetchall()
    ((revision,),) = connection.execute("SELECT version_num FROM alembic_version").fetchall()
    statements = [*(sql for (sql,) in made), f"INSERT INTO alembic_version VALUES ('{revision}')"]  # noqa: S608
    tidy = (statement.replace("\t", "  ").replace(", \n", ",\n") for statement in statements)
    return "".join(f"{statement};\n" for statement in tidy)


def _fill(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.executescript(f"BEGIN;{SNAPSHOT.read_text('utf-8')}COMMIT;")
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")

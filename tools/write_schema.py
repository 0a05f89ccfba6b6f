"""Writes arcareer/storage/schema.sql from the migrations: run it after adding one, and raise SCHEMA_VERSION."""

import sqlite3
from contextlib import closing

from arcareer.storage.migrations.runner import upgrade
from arcareer.storage.schema import SNAPSHOT, snapshot_of


def main() -> None:
    """Run all migrations on an empty database in memory and keep what they made."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        upgrade(connection)
        SNAPSHOT.write_text(snapshot_of(connection), "utf-8", newline="\n")


if __name__ == "__main__":
    main()

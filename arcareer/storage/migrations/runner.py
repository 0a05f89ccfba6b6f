"""Brings a database to a later schema, inside one transaction: on a fresh file or on a private copy only."""

from __future__ import annotations

import sqlite3

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, StaticPool, create_engine, event

from arcareer.storage.checksums import sum_rows


def upgrade(connection: sqlite3.Connection, to: str = "head") -> None:
    """Run the steps up to revision `to`, write all row sums and counts afresh and set the schema number.

    The connection must be in autocommit mode with foreign keys off: rebuilding a table would otherwise empty others.
    Whatever goes wrong, the transaction is rolled back and the database is as it was.
    """
    if connection.execute("PRAGMA foreign_keys").fetchone()[0]:
        raise ValueError("foreign keys have to be off while tables are rebuilt")
    engine = create_engine("sqlite://", creator=lambda: connection, poolclass=StaticPool)
    event.listen(engine, "begin", _begin)
    with engine.begin() as transaction:
        config = _config()
        config.attributes["connection"] = transaction
        command.upgrade(config, to)
        revision = transaction.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one()
        sum_rows(connection)
        connection.execute(f"PRAGMA user_version = {int(revision)}")


def revisions() -> tuple[str, ...]:
    """Return all revisions, first to last; the number of the last is the schema's."""
    steps = ScriptDirectory.from_config(_config()).walk_revisions()
    return tuple(reversed([step.revision for step in steps]))


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", "arcareer.storage:migrations")
    config.set_main_option("path_separator", "os")
    return config

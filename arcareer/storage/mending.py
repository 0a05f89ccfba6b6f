"""Brings damaged rows back from the newest backup that still holds them whole, and names what is damaged."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing

from arcareer.domain.safekeeping import BackupCondition, BackupInfo, DamagedRecord
from arcareer.storage.backup_folder import BackupFolder
from arcareer.storage.checksums import DamagedRow, SqlValue, put_row, sum_rows, whole_row
from arcareer.storage.connection import open_to_read
from arcareer.storage.inspection import inspect, rebuild_indexes
from arcareer.storage.schema import SCHEMA_VERSION

Replacement = tuple[DamagedRow, BackupInfo, dict[str, SqlValue]]


def describe(
    connection: sqlite3.Connection, rows: Iterable[DamagedRow], replacements: Sequence[Replacement]
) -> tuple[DamagedRecord, ...]:
    """Return the damaged rows as the user should see them: which win they belong to, and which backup has them."""
    backups = {row: backup.sequence for row, backup, _ in replacements}
    return tuple(
        DamagedRecord(table=row.table, key=_text(row.key), win=_win_of(connection, row), backup=backups.get(row, 0))
        for row in rows
    )


def find_replacements(folder: BackupFolder, rows: Sequence[DamagedRow]) -> tuple[Replacement, ...]:
    """Return for each row, where there is one, its content in the newest intact backup that holds it whole."""
    found: dict[DamagedRow, Replacement] = {}
    for backup in folder.all():
        wanted = [row for row in rows if row not in found]
        if not wanted:
            break
        if backup.schema != SCHEMA_VERSION or folder.examine(backup) is not BackupCondition.GOOD:
            continue
        with closing(open_to_read(backup.path)) as source:
            for row in wanted:
                if values := whole_row(source, row):
                    found[row] = (row, backup, values)
    return tuple(found.values())


def mend(connection: sqlite3.Connection, folder: BackupFolder) -> tuple[DamagedRow, ...]:
    """Write every damaged row afresh from a backup, rebuild the search, and return the rows no backup could mend.

    One transaction, on the library's own connection; sqlite3.Error leaves everything as it was.
    """
    rows = inspect(connection).rows
    replacements = find_replacements(folder, rows)
    connection.execute("BEGIN IMMEDIATE")
    try:
        for row, _, values in replacements:
            put_row(connection, row, values)
        rebuild_indexes(connection)
        connection.execute("COMMIT")
    except BaseException:
        _roll_back(connection)
        raise
    mended = {row for row, _, _ in replacements}
    return tuple(row for row in rows if row not in mended)


def accept(connection: sqlite3.Connection) -> None:
    """Take every row and every count as it is now for right: what is damaged or lost for good is noted no more."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        sum_rows(connection)
        rebuild_indexes(connection)
        connection.execute("COMMIT")
    except BaseException:
        _roll_back(connection)
        raise


def _roll_back(connection: sqlite3.Connection) -> None:
    if connection.in_transaction:
        connection.execute("ROLLBACK")


def _win_of(connection: sqlite3.Connection, row: DamagedRow) -> str:
    """Return the headline of the win a row belongs to, with unreadable characters marked; empty for other rows."""
    if not row.key or not (row.table == "wins" or row.table.startswith("win_")):
        return ""
    try:
        found = connection.execute("SELECT CAST(headline AS BLOB) FROM wins WHERE id = ?", (_owner(connection, row),))
        headline = found.fetchone()
    except sqlite3.DatabaseError:
        return ""
    return bytes(headline[0]).decode("utf-8", "replace") if headline and headline[0] is not None else ""


def _owner(connection: sqlite3.Connection, row: DamagedRow) -> SqlValue:
    if row.table != "win_versions":
        return row.key[0]
    found = connection.execute("SELECT win_id FROM win_versions WHERE id = ?", (row.key[0],)).fetchone()
    return found[0] if found else None


def _text(key: tuple[SqlValue, ...]) -> str:
    return "/".join(map(str, key))

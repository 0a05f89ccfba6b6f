"""Half-typed text: written a moment after it is typed, gone with the commit that saves it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from arcareer.domain.drafts import Draft
from arcareer.problems import LibraryProblem
from arcareer.storage.rescue import RescueFile
from arcareer.storage.stored import Stored, instant_text, read_instant, storable
from arcareer.storage.turn import Turn

_KEEP = (
    "INSERT INTO drafts(key, content, kept_at) VALUES (?, ?, ?) "
    "ON CONFLICT(key) DO UPDATE SET content = excluded.content, kept_at = excluded.kept_at"
)


class Drafts:
    """Keeps drafts with plain SQL, each change in a transaction of its own.

    A fault leaves as `LibraryProblem`; the text is then kept in a file beside the library until the database takes it.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path, turn: Turn, guard: Callable[[], None]) -> None:
        self._connection = connection
        self._path = path
        self._turn = turn
        self._guard = guard
        self._rescue = RescueFile(path)

    def go_on_with(self, connection: sqlite3.Connection) -> None:
        """Use this connection from now on: the database was replaced."""
        self._connection = connection

    def keep(self, key: str, text: str, at: datetime) -> None:
        """Keep the text of a field in place of what was kept for it."""
        try:
            self._write(_KEEP, (key, storable(text), instant_text(at)))
        except LibraryProblem:
            self._rescue.keep(Draft(key, text, at))
            raise
        self._rescue.drop(key)

    def discard(self, key: str) -> None:
        """Drop what was kept for a field, if anything."""
        self._write("DELETE FROM drafts WHERE key = ?", (key,))
        self._rescue.drop(key)

    def saved(self, key: str) -> None:
        """Hear that a commit saved the field, so that nothing older than it comes back."""
        self._rescue.drop(key)

    def get(self, key: str) -> Draft | None:
        """Return what was kept for a field."""
        return next((draft for draft in self.all() if draft.key == key), None)

    def all(self) -> tuple[Draft, ...]:
        """Return every draft, the latest first; one that cannot be read is left out and left alone."""
        with self._turn.reading():
            try:
                rows = self._connection.execute("SELECT key, CAST(content AS BLOB), kept_at FROM drafts").fetchall()
            except sqlite3.Error as fault:
                raise self._problem(fault) from fault
        kept = {draft.key: draft for row in rows if (draft := _readable(*row))}
        for draft in self._rescue.all().values():
            if draft.key not in kept or draft.kept_at > kept[draft.key].kept_at:
                kept[draft.key] = draft
        return tuple(sorted(sorted(kept.values(), key=lambda draft: draft.key), key=_age))

    def _write(self, sql: str, parameters: Sequence[Stored]) -> None:
        self._turn.take()
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                self._connection.execute(sql, parameters)
                self._guard()
                self._connection.execute("COMMIT")
            finally:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
        except sqlite3.Error as fault:
            raise self._problem(fault) from fault
        finally:
            self._turn.give_back()

    def _problem(self, fault: sqlite3.Error) -> LibraryProblem:
        from arcareer.storage.faults import as_problem  # noqa: PLC0415 - hoped never to be needed

        return as_problem(fault, self._path)


def _age(draft: Draft) -> float:
    return -draft.kept_at.timestamp()


def _readable(key: str, content: bytes, kept_at: str) -> Draft | None:
    try:
        return Draft(key, content.decode("utf-8"), read_instant(kept_at))
    except ValueError:
        return None

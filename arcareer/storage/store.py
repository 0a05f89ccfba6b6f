"""The open library: one connection, units of work on it, and listeners that hear what each commit touched."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from arcareer.clock import Clock
from arcareer.storage.drafts import Drafts
from arcareer.storage.glance import Glance
from arcareer.storage.turn import Turn

if TYPE_CHECKING:
    from sqlalchemy import Engine
    from sqlalchemy.orm import Session, sessionmaker

    from arcareer.domain.changes import ChangeSet
    from arcareer.storage.unit_of_work import UnitOfWork

Listener = Callable[["ChangeSet"], None]


def _allow() -> None:
    """Let every commit pass."""


class Store:
    """Owns the library's connection.

    `glance` and `drafts` work at once; the first unit of work loads SQLAlchemy, unless `warm_up` did so before.
    `guard` is called before every commit and stops it by raising.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path, clock: Clock) -> None:
        self.path = path
        self.clock = clock
        self.guard: Callable[[], None] = _allow
        self._turn = Turn()
        self.connection = connection
        self.glance = Glance(connection, path, self._turn)
        self.drafts = Drafts(connection, path, self._turn, self._check)
        self._listeners: list[Listener] = []
        self._engine: Engine | None = None
        self._sessions: sessionmaker[Session] | None = None

    def read(self) -> UnitOfWork:
        """Return a unit of work that only looks."""
        return self._unit(writes=False)

    def write(self) -> UnitOfWork:
        """Return a unit of work that may commit."""
        return self._unit(writes=True)

    def subscribe(self, listener: Listener) -> None:
        """Call `listener` after every commit, when the transaction is over."""
        self._listeners.append(listener)

    @contextmanager
    def alone(self) -> Iterator[sqlite3.Connection]:
        """Hand out the connection between units of work, with none beginning meanwhile: for backups and repairs."""
        self._turn.take()
        try:
            yield self.connection
        finally:
            self._turn.give_back()

    def switch(self, change_file: Callable[[], sqlite3.Connection]) -> None:
        """Close the connection, let `change_file` replace the database, and go on with the connection it returns.

        The listeners hear that everything may have changed.
        """
        with self.alone():
            self._disconnect()
            self.connection = change_file()
            self.glance.go_on_with(self.connection)
            self.drafts.go_on_with(self.connection)
        self.tell_everything_changed()

    def tell_everything_changed(self) -> None:
        """Tell the listeners that any aggregate may have changed."""
        from arcareer.domain.changes import ChangeSet  # noqa: PLC0415 - the first page does without

        self._publish(ChangeSet.everything())

    def close(self) -> None:
        """Close the connection; nothing may be asked of the store afterwards."""
        self._disconnect()

    def _disconnect(self) -> None:
        if self._engine is not None:
            self._engine.dispose()
        self._engine = None
        self._sessions = None
        self.connection.close()

    def _unit(self, *, writes: bool) -> UnitOfWork:
        from arcareer.storage.unit_of_work import UnitOfWork  # noqa: PLC0415 - loads SQLAlchemy, see `warm_up`

        return UnitOfWork(
            self._session_maker(),
            self.connection,
            self.path,
            turn=self._turn,
            guard=self._check,
            publish=self._publish,
            saved=self.drafts.saved,
            writes=writes,
        )

    def _session_maker(self) -> sessionmaker[Session]:
        from arcareer.storage.sessions import open_engine, session_maker  # noqa: PLC0415 - see `warm_up`

        if self._sessions is None:
            self._engine = open_engine(self.connection)
            self._sessions = session_maker(self._engine)
        return self._sessions

    def _check(self) -> None:
        self.guard()

    def _publish(self, changes: ChangeSet) -> None:
        for listener in tuple(self._listeners):
            listener(changes)


def warm_up() -> None:
    """Load what the first unit of work needs, which takes about half a second; safe in a thread of its own."""
    from arcareer.storage import sessions, unit_of_work  # noqa: F401, PLC0415 - to load them is the point

    sessions.configure()

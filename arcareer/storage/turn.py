"""Whose turn it is on the one connection: work on it never overlaps and units of work never nest."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager


class Turn:
    """Given to one unit of work at a time; other threads wait, the same thread is told that it nests."""

    def __init__(self) -> None:
        self._lock = threading.RLock()
        self._taken = False

    def take(self) -> None:
        """Begin a turn; wait while another thread has it. Raises RuntimeError within a turn of this thread."""
        self._lock.acquire()
        if self._taken:
            self._lock.release()
            raise RuntimeError("units of work do not nest: end this one before the next begins")
        self._taken = True

    def give_back(self) -> None:
        """End the turn."""
        self._taken = False
        self._lock.release()

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Keep other threads off the connection for one short reading; allowed within a turn of this thread."""
        with self._lock:
            yield

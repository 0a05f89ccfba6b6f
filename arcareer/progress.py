"""Progress of long work, and the way to stop it."""

from __future__ import annotations

from typing import Protocol


class Cancelled(Exception):  # noqa: N818 - it is a request of the user, not an error
    """The user asked the running work to stop; nothing it did is kept."""


class Progress(Protocol):
    """Hears how far work has come; raises `Cancelled` when it shall stop."""

    def __call__(self, done: int, total: int, note: str = "") -> None:
        """Report `done` of `total` steps (`total` 0 when unknown), with a short note for the user."""


def silent(done: int, total: int, note: str = "") -> None:
    """Take progress for callers who do not want to hear it."""

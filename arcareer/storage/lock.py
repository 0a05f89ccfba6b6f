"""One process per library: an operating system lock that ends with the process, however it ends."""

from __future__ import annotations

import errno
import os
import stat
import sys
from pathlib import Path
from typing import Final

from arcareer.fsops import PRIVATE_FILE
from arcareer.problems import LibraryProblem, ProblemKind

_TAKEN: Final = frozenset({errno.EACCES, errno.EAGAIN, errno.EWOULDBLOCK, errno.EDEADLK})
_ALREADY_OPEN: Final = (
    "This library is already open in another arcareer window. Nothing was changed. "
    "Go to that window, or close it and start again."
)


class LibraryLock:
    """The lock of one library, held until `release` or the end of the process.

    The operating system holds the lock, so what the file contains, and whether a crash left it behind, never matters.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._descriptor: int | None = None

    def acquire(self) -> None:
        """Take the lock at once, or raise `LibraryProblem` LOCKED; OSError where the file cannot be opened."""
        descriptor = _open(self.path)
        try:
            _lock(descriptor)
        except OSError as fault:
            os.close(descriptor)
            if fault.errno in _TAKEN:
                raise LibraryProblem(ProblemKind.LOCKED, _ALREADY_OPEN, (f"Lock: {self.path}",)) from fault
            if fault.errno not in (errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP):
                raise
            return  # the file system knows no locks; SQLite's own exclusive lock still stands
        self._descriptor = descriptor

    def release(self) -> None:
        """Give the lock back; the file stays, for removing it would race with the next process."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


def _open(path: Path) -> int:
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        mode = stat.S_IFREG
    if not stat.S_ISREG(mode):
        text = f"“{path.name}” is not a plain file, so the library cannot be locked. Nothing was changed. Move it away."
        raise LibraryProblem(ProblemKind.NOT_A_FILE, text, (f"Lock: {path}",))
    return os.open(path, os.O_CREAT | os.O_RDWR, PRIVATE_FILE)


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)

"""Notices when the open database is no longer the file at its place: deleted, moved, or replaced by a sync program."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from arcareer.problems import LibraryProblem, ProblemKind

_REMOVED: Final = (
    "The library file was removed or moved while arcareer had it open, so nothing more is written. What you see is "
    "still complete in this window. Use “Save everything to a new file” before you close it."
)
_REPLACED: Final = (
    "Another program replaced the library file while arcareer had it open, often a sync program, so nothing more is "
    "written and the other file is untouched. What you see is still complete in this window. "
    "Use “Save everything to a new file”, then choose which of the two to keep."
)


class IdentityWatch:
    """Remembers which file was opened. Calling it raises `LibraryProblem` unless that file still lies at its place.

    SQLite would go on committing into a file that no longer has a name. The file is never opened for this.
    """

    def __init__(self, path: Path, device: int, inode: int) -> None:
        self._path = path
        self._identity = (device, inode)

    @classmethod
    def of(cls, path: Path) -> IdentityWatch:
        """Return the watch of the file that lies at `path` now."""
        status = path.stat()
        return cls(path, status.st_dev, status.st_ino)

    def __call__(self) -> None:
        """Return silently while all is well."""
        try:
            status = self._path.stat()
        except FileNotFoundError as fault:
            raise LibraryProblem(ProblemKind.FILE_REMOVED, _REMOVED, (f"File: {self._path}",)) from fault
        if (status.st_dev, status.st_ino) != self._identity:
            raise LibraryProblem(ProblemKind.FILE_REPLACED, _REPLACED, (f"File: {self._path}",))

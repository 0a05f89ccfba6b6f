"""What can keep a library from opening or saving, in words for the user."""

from __future__ import annotations

from enum import StrEnum

from arcareer.errors import EnvironmentFault


class ProblemKind(StrEnum):
    """Why a library cannot be opened, read or written."""

    LOCKED = "locked"
    BUSY = "busy"
    MISSING = "missing"
    NOT_HERE = "not-here"
    EMPTY_FILE = "empty-file"
    NOT_A_FILE = "not-a-file"
    NOT_OURS = "not-ours"
    DAMAGED = "damaged"
    TOO_NEW = "too-new"
    UNKNOWN_REVISION = "unknown-revision"
    MIGRATION_STOPPED = "migration-stopped"
    READ_ONLY = "read-only"
    DISK_FULL = "disk-full"
    UNREADABLE = "unreadable"
    FILE_REMOVED = "file-removed"
    FILE_REPLACED = "file-replaced"
    SQLITE_TOO_OLD = "sqlite-too-old"
    BACKUP_STOPPED = "backup-stopped"
    BACKUP_DAMAGED = "backup-damaged"


class LibraryProblem(EnvironmentFault):
    """A library cannot be opened, read or written.

    `text` says what happened, what is safe and what to do; `details` are lines for the person who helps: paths,
    versions, what the check found. Neither holds a word the user wrote.
    """

    def __init__(self, kind: ProblemKind, text: str, details: tuple[str, ...] = ()) -> None:
        super().__init__(text)
        self.kind = kind
        self.text = text
        self.details = details

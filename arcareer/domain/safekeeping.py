"""What the app tells the user about the safety of the library: what the check found, and which backups there are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path


class BackupReason(StrEnum):
    """Why a backup was made."""

    START = "start"
    HOURLY = "auto"
    CLOSE = "close"
    ASKED = "asked"
    BEFORE_MIGRATION = "before-upgrade"
    BEFORE_RESTORE = "before-restore"
    BEFORE_IMPORT = "before-import"
    BEFORE_BULK_CHANGE = "before-change"


class BackupCondition(StrEnum):
    """Whether a backup is still what was written."""

    GOOD = "good"
    DAMAGED = "damaged"
    MISSING = "missing"
    TOO_NEW = "too-new"


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupInfo:
    """One backup. `made_at` is an instant in UTC, `made_on` the user's civil date, `size` in bytes.

    `wins` counts those outside the trash, `newest_win` is the date of the newest of them, `content` a fingerprint of
    every stored row, and `evidence` the SHA-256 of each file the wins point at.
    """

    sequence: int
    reason: BackupReason
    made_at: datetime
    made_on: date
    wins: int
    newest_win: str
    schema: int
    app_version: str
    sha256: str
    size: int
    content: str
    evidence: tuple[str, ...]
    pinned: bool
    path: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class DamagedRecord:
    """A damaged part of the library: the row, the win it belongs to, and the newest backup that holds it whole.

    `win` is that win's headline as far as it can be read, empty for other records; `backup` is a sequence number,
    0 where no backup holds the row.
    """

    table: str
    key: str
    win: str = ""
    backup: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckReport:
    """What a full check found, ready to be shown: counts of what is there, and every trouble."""

    wins: int
    evidence_files: int
    sound: bool
    damaged: tuple[DamagedRecord, ...] = ()
    evidence_missing: tuple[str, ...] = ()
    evidence_changed: tuple[str, ...] = ()
    findings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupState:
    """How the backups stand. `age_days` counts whole days since the last good one, None where there is none.

    `rotation_paused` says that older backups are not removed until the user confirms what the library holds now.
    """

    last_good_at: datetime | None
    age_days: int | None
    backups: int
    rotation_paused: bool
    last_drill_at: datetime | None
    last_drill_sound: bool
    trouble: str = ""

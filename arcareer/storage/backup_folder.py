"""The folder of backups: each a database under a speaking name, with a manifest of what it holds beside it."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Final

from arcareer import fsops
from arcareer.domain.safekeeping import BackupCondition, BackupInfo, BackupReason
from arcareer.storage import header
from arcareer.storage.schema import SCHEMA_VERSION

_NAME: Final = re.compile(r"(\d{6,})-([a-z-]+)-(\d+)-([0-9a-f]{16})\.db")


@dataclass(frozen=True, slots=True)
class BackupFolder:
    """Lists, judges, pins and removes the backups in one folder; it never makes the folder itself."""

    folder: Path

    @property
    def evidence(self) -> Path:
        """Return where the evidence files of all backups lie, each once."""
        return self.folder / "evidence"

    def all(self) -> tuple[BackupInfo, ...]:
        """Return every backup, newest first; one whose manifest is lost is told from its name and its header."""
        if not self.folder.is_dir():
            return ()
        named = ((path, _NAME.fullmatch(path.name)) for path in self.folder.iterdir())
        found = [_described(path, name) for path, name in named if name]
        return tuple(sorted(found, key=lambda backup: backup.sequence, reverse=True))

    def get(self, sequence: int) -> BackupInfo | None:
        """Return the backup of that number."""
        return next((backup for backup in self.all() if backup.sequence == sequence), None)

    def examine(self, backup: BackupInfo) -> BackupCondition:
        """Return whether the backup is still byte for byte what was written and can be opened by this version."""
        try:
            if backup.path.stat().st_size != backup.size or fsops.sha256_of(backup.path) != backup.sha256:
                return BackupCondition.DAMAGED
        except FileNotFoundError:
            return BackupCondition.MISSING
        except OSError:
            return BackupCondition.DAMAGED
        return BackupCondition.TOO_NEW if backup.schema > SCHEMA_VERSION else BackupCondition.GOOD

    def newest_good(self) -> BackupInfo | None:
        """Return the newest backup that is still intact and can be opened by this version."""
        return next((backup for backup in self.all() if self.examine(backup) is BackupCondition.GOOD), None)

    def place_for(self, sequence: int, reason: BackupReason, wins: int, sha256: str) -> Path:
        """Return the path of a new backup; its name alone tells what it is."""
        return self.folder / f"{sequence:06d}-{reason}-{wins}-{sha256[:16]}.db"

    def evidence_place(self, sha256: str) -> Path:
        """Return where the backups keep the evidence file of that hash."""
        return self.evidence / sha256[:2] / sha256

    def write_manifest(self, backup: BackupInfo) -> None:
        """Write what is known of the backup beside it."""
        fsops.atomic_write(manifest_of(backup.path), json.dumps(_to_manifest(backup), indent=1).encode())

    def remove(self, backup: BackupInfo) -> None:
        """Remove a backup and its manifest; OSError where the backup cannot be removed."""
        fsops.remove(backup.path)
        fsops.remove_if_there(manifest_of(backup.path))


def manifest_of(path: Path) -> Path:
    """Return where the manifest of a backup lies."""
    return path.with_suffix(".json")


def _described(path: Path, name: re.Match[str]) -> BackupInfo:
    try:
        return _from_manifest(path, json.loads(manifest_of(path).read_bytes()), int(name[1]), name[4])
    except (OSError, ValueError, KeyError, TypeError):
        return _from_name(path, name)


def _to_manifest(backup: BackupInfo) -> dict[str, Any]:
    return {
        "sequence": backup.sequence,
        "reason": backup.reason.value,
        "made_at": backup.made_at.isoformat(),
        "made_on": backup.made_on.isoformat(),
        "wins": backup.wins,
        "newest_win": backup.newest_win,
        "schema": backup.schema,
        "app_version": backup.app_version,
        "sha256": backup.sha256,
        "size": backup.size,
        "content": backup.content,
        "evidence": list(backup.evidence),
        "pinned": backup.pinned,
    }


def _from_manifest(path: Path, stored: Any, sequence: int, sha256_start: str) -> BackupInfo:
    backup = BackupInfo(
        sequence=int(stored["sequence"]),
        reason=BackupReason(stored["reason"]),
        made_at=datetime.fromisoformat(stored["made_at"]).astimezone(UTC),
        made_on=date.fromisoformat(stored["made_on"]),
        wins=int(stored["wins"]),
        newest_win=str(stored["newest_win"]),
        schema=int(stored["schema"]),
        app_version=str(stored["app_version"]),
        sha256=str(stored["sha256"]),
        size=int(stored["size"]),
        content=str(stored["content"]),
        evidence=tuple(map(str, stored["evidence"])),
        pinned=bool(stored["pinned"]),
        path=path,
    )
    if backup.sequence != sequence or not backup.sha256.startswith(sha256_start):
        raise ValueError("the manifest belongs to another backup")
    return backup


def _from_name(path: Path, name: re.Match[str]) -> BackupInfo:
    """Return what a backup without a readable manifest still says; a content unlike its name makes it damaged."""
    try:
        status, peeked, sha256 = path.stat(), header.peek(path), fsops.sha256_of(path)
        made_at, size, schema = datetime.fromtimestamp(status.st_mtime, UTC), status.st_size, peeked.user_version
    except OSError:
        made_at, size, schema, sha256 = datetime.fromtimestamp(0, UTC), 0, 0, ""
    return BackupInfo(
        sequence=int(name[1]),
        reason=BackupReason(name[2]) if name[2] in set(BackupReason) else BackupReason.ASKED,
        made_at=made_at,
        made_on=made_at.date(),
        wins=int(name[3]),
        newest_win="",
        schema=schema,
        app_version="",
        sha256=sha256 if sha256.startswith(name[4]) else name[4],
        size=size,
        content="",
        evidence=(),
        pinned=False,
        path=path,
    )

"""What was last known of a library, kept beside it: how it was closed, how much it held, how its backups fare."""

from __future__ import annotations

import json
import threading
from enum import StrEnum
from pathlib import Path
from typing import Any, NamedTuple

from arcareer import fsops


class ProfileState(StrEnum):
    """Whether there was a profile to read."""

    ABSENT = "absent"
    UNREADABLE = "unreadable"
    READ = "read"


class Profile(NamedTuple):
    """The last known facts about a library; instants are ISO 8601 in UTC, empty where nothing happened yet.

    `clean` says that the last session closed the library, `unfinished_starts` how many starts in a row never reached
    a usable window, `backed_up` that the newest backup holds what the library held when it was closed.
    Backups numbered up to `protected_backups` may not be removed until the user confirms what the library holds, and
    `database_damaged` says that the last check found damage.
    """

    schema: int = 0
    app_version: str = ""
    wins: int = 0
    clean: bool = False
    unfinished_starts: int = 0
    backup_sequence: int = 0
    protected_backups: int = 0
    database_damaged: bool = False
    backed_up: bool = False
    last_drill_at: str = ""
    last_drill_sound: bool = True


class ProfileKeeper:
    """Reads a library's profile once and writes every change of it atomically; a read-only keeper writes nothing.

    Safe to use from several threads.
    """

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        self._path = path
        self._read_only = read_only
        self._turn = threading.Lock()
        self.state, self._profile = _load(path)

    @property
    def current(self) -> Profile:
        """Return the facts as they stand."""
        return self._profile

    def update(self, **changes: Any) -> None:
        """Change the named facts and write them; OSError where they cannot be written."""
        with self._turn:
            profile = self._profile._replace(**changes)
            if not self._read_only and (profile != self._profile or self.state is not ProfileState.READ):
                fsops.atomic_write(self._path, json.dumps(profile._asdict(), indent=1).encode())
                self.state = ProfileState.READ
            self._profile = profile

    def note(self, **changes: Any) -> None:
        """Like `update`, but a full disk is no reason to stop: the next start then checks more than it would need."""
        try:
            self.update(**changes)
        except OSError as fault:
            if fault.errno not in fsops.NO_SPACE:
                raise


def _load(path: Path) -> tuple[ProfileState, Profile]:
    try:
        stored = json.loads(path.read_bytes())
    except FileNotFoundError:
        return ProfileState.ABSENT, Profile()
    except (OSError, ValueError):
        return ProfileState.UNREADABLE, Profile()
    blank = Profile()
    if not isinstance(stored, dict):
        return ProfileState.UNREADABLE, blank
    kept = {name: stored[name] for name, value in blank._asdict().items() if type(stored.get(name)) is type(value)}
    return ProfileState.READ, blank._replace(**kept)

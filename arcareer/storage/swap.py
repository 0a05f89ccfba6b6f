"""Puts a verified file in the database's place so that a crash at any instant leaves the old one or the new one.

A marker on the disk names the staged file and the quarantine entry for the old one; every step can be repeated, and
start-up finishes what a crash interrupted.
"""

from __future__ import annotations

import json
import secrets
from dataclasses import asdict, dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from arcareer import fsops
from arcareer.paths import LibraryPaths
from arcareer.storage.quarantine import companions, entry_name, put_aside


class SwapOutcome(StrEnum):
    """What start-up found of an interrupted replacement."""

    NONE = "none"
    FINISHED = "finished"
    TAKEN_BACK = "taken-back"


@dataclass(frozen=True, slots=True)
class Swap:
    """A replacement under way: the staged file's name and SHA-256, and the quarantine entry for the old file."""

    stage: str
    sha256: str
    keep: str


def stage_path(paths: LibraryPaths) -> Path:
    """Return a fresh place for a file that is to become the database."""
    return paths.folder / f"stage-{secrets.token_hex(8)}.db"


def swap_in(paths: LibraryPaths, stage: Path, reason: str, now: datetime) -> Path:
    """Make the closed and verified file `stage` the database; return where the old files lie now.

    The database must not be open in this process. OSError where a step does not work; the next start goes on there.
    """
    fsops.sync_file(stage)
    swap = Swap(stage.name, fsops.sha256_of(stage), entry_name(now, reason, secrets.token_hex(4)))
    fsops.atomic_write(paths.swap, json.dumps(asdict(swap)).encode())
    _carry_out(paths, swap)
    return paths.quarantine / swap.keep


def finish_swap(paths: LibraryPaths) -> SwapOutcome:
    """Finish or take back what a crash interrupted, and remove staged files nobody waits for."""
    swap = _pending(paths)
    outcome = SwapOutcome.NONE
    if swap is not None:
        outcome = _resume(paths, swap)
    elif paths.swap.exists():
        fsops.remove(paths.swap)
    for path in paths.folder.glob("stage-*.db*"):
        fsops.remove_if_there(path)
    return outcome


def _pending(paths: LibraryPaths) -> Swap | None:
    try:
        stored = json.loads(paths.swap.read_bytes())
        swap = Swap(str(stored["stage"]), str(stored["sha256"]), str(stored["keep"]))
    except (FileNotFoundError, ValueError, KeyError, TypeError):
        return None
    names = (swap.stage, swap.keep)
    return swap if all(name == Path(name).name and name not in ("", ".", "..") for name in names) else None


def _resume(paths: LibraryPaths, swap: Swap) -> SwapOutcome:
    stage = paths.folder / swap.stage
    if not stage.exists() or fsops.sha256_of(stage) == swap.sha256:
        _carry_out(paths, swap)
        return SwapOutcome.FINISHED
    kept = paths.quarantine / swap.keep
    if not paths.database.exists():
        for name in (*(path.name for path in companions(paths.database)), paths.database.name):
            if (kept / name).exists():
                fsops.replace(kept / name, paths.folder / name)
    put_aside(paths, swap.keep, (stage,))
    fsops.remove(paths.swap)
    fsops.sync_folder(paths.folder)
    return SwapOutcome.TAKEN_BACK


def _carry_out(paths: LibraryPaths, swap: Swap) -> None:
    stage = paths.folder / swap.stage
    if stage.exists():
        put_aside(paths, swap.keep, (*companions(paths.database), paths.database))
        fsops.replace(stage, paths.database)
        fsops.sync_folder(paths.folder)
    fsops.remove(paths.swap)
    fsops.sync_folder(paths.folder)

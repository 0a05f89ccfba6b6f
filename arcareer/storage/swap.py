"""Puts a verified file in the database's place so that a crash at any instant leaves the old one or the new one.

A marker on the disk names the staged file and the quarantine entry for the old one; every step can be repeated, and
start-up finishes what a crash interrupted.
"""

from __future__ import annotations

import json
import secrets
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from arcareer import fsops
from arcareer.paths import LibraryPaths
from arcareer.storage.leftovers import STAGE
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
    return paths.folder / f"{STAGE}{secrets.token_hex(8)}.db"


def discard_stage(paths: LibraryPaths, stage: Path) -> None:
    """Remove a staged file that will not be used, unless a replacement under way still needs it."""
    if not paths.swap.exists():
        fsops.remove_if_there(stage)
        fsops.remove_if_there(stage.with_name(stage.name + "-journal"))


def swap_in(paths: LibraryPaths, stage: Path, reason: str, now: datetime) -> Path:
    """Make the closed and verified file `stage` the database; return where the old files lie now.

    The database must not be open in this process. On OSError the old files are back in their place, or, where even that
    does not work, the next start finishes the replacement; the stage stays either way.
    """
    fsops.sync_file(stage)
    swap = Swap(stage.name, fsops.sha256_of(stage), entry_name(now, reason, secrets.token_hex(4)))
    try:
        fsops.atomic_write(paths.swap, json.dumps(asdict(swap)).encode())
        _carry_out(paths, swap)
    except OSError:
        if stage.exists():
            with suppress(OSError):
                _take_back(paths, swap)
        raise
    return paths.quarantine / swap.keep


def finish_swap(paths: LibraryPaths) -> SwapOutcome:
    """Finish or take back what a crash interrupted, and remove staged files nobody waits for."""
    swap = _pending(paths)
    outcome = SwapOutcome.NONE
    if swap is not None:
        outcome = _resume(paths, swap)
    elif paths.swap.exists():
        fsops.remove(paths.swap)
    for path in paths.folder.glob(f"{STAGE}*.db*"):
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
    put_aside(paths, swap.keep, (stage,))
    _take_back(paths, swap)
    return SwapOutcome.TAKEN_BACK


def _take_back(paths: LibraryPaths, swap: Swap) -> None:
    kept = paths.quarantine / swap.keep
    for place in (*companions(paths.database), paths.database):
        if (kept / place.name).exists() and not place.exists():
            fsops.replace(kept / place.name, place)
    fsops.sync_folder(paths.folder)
    fsops.remove(paths.swap)
    fsops.sync_folder(paths.folder)


def _carry_out(paths: LibraryPaths, swap: Swap) -> None:
    stage = paths.folder / swap.stage
    if stage.exists():
        put_aside(paths, swap.keep, (*companions(paths.database), paths.database))
        fsops.replace(stage, paths.database)
        fsops.sync_folder(paths.folder)
    fsops.remove(paths.swap)
    fsops.sync_folder(paths.folder)

"""What interrupted work left in a library's folder, seen and swept at every start without loading what made it."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from arcareer import fsops
from arcareer.paths import LibraryPaths

STAGE: Final = "stage-"
"""How the names of files begin that are to become the database."""


def is_replacing(paths: LibraryPaths) -> bool:
    """Return whether a replacement of the database waits to be finished, or left a staged file behind."""
    return paths.swap.exists() or any(path.name.startswith(STAGE) for path in paths.folder.iterdir())


def sweep_backups(folder: Path) -> None:
    """Remove what interrupted backups left: temporary files, and manifests without their backup."""
    fsops.sweep_temporaries(folder)
    for path in folder.iterdir() if folder.is_dir() else ():
        if path.suffix == ".json" and path.name[:6].isdecimal() and not path.with_suffix(".db").exists():
            fsops.remove_if_there(path)

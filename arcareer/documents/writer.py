"""Saving a brag sheet: checked before, looked over after, and put in place in one step."""

from __future__ import annotations

import errno
import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from arcareer import fsops
from arcareer.documents.docx_renderer import render_docx
from arcareer.documents.file_names import check_target
from arcareer.documents.leak_gate import check_aliases, check_package
from arcareer.documents.printed import Printed
from arcareer.errors import EnvironmentFault
from arcareer.progress import Progress, silent

if TYPE_CHECKING:
    from arcareer.documents.style_file import StyleBase

ENDING = ".docx"
_LEFTOVER = re.compile(r"\.~\d+-[0-9a-f]{8}\.tmp")
_LEFTOVER_AGE = 3600.0
_HELD = frozenset({5, 32, 33})
_NUMBERED = 50
_REASONS = {
    errno.ENOSPC: "The disk is full.",
    errno.EDQUOT: "Your share of the disk is full.",
    errno.EROFS: "This disk can only be read.",
    errno.EACCES: "You may not write in this folder.",
    errno.EPERM: "You may not write in this folder.",
    errno.ENAMETOOLONG: "The path is too long for this disk.",
}


def write_docx(
    printed: Printed,
    path: Path,
    progress: Progress = silent,
    *,
    embed_fonts: bool = True,
    style: StyleBase | None = None,
) -> Path:
    """Write a document as a Word file that only this user can read, and return where it is.

    That is `path`, or a numbered name beside it where another program holds that file. Whatever goes wrong, a file
    that was there before stays as it was. Raises `UserError` for a name that cannot be used and for hidden names that
    would show, `EnvironmentFault` for the disk, and lets `Cancelled` of `progress` through.
    """
    check_target(path, ENDING)
    check_aliases(printed.disclosure)
    _sweep(path.parent)
    data = render_docx(printed, progress, embed_fonts=embed_fonts, style=style)
    check_package(data, printed, path.name)
    return _save(data, path)


def _save(data: bytes, path: Path) -> Path:
    for target in _names(path):
        try:
            fsops.atomic_write(target, data)
        except OSError as fault:
            if getattr(fault, "winerror", None) in _HELD and target.exists():
                continue
            raise EnvironmentFault(_told(fault, path)) from fault
        return target
    raise EnvironmentFault(f"Another program holds “{path.name}” and its numbered copies. Close it and save again.")


def _names(path: Path) -> Iterator[Path]:
    yield path
    for number in range(2, _NUMBERED):
        numbered = path.with_name(f"{path.stem} ({number}){path.suffix}")
        if not numbered.exists():
            yield numbered


def _told(fault: OSError, path: Path) -> str:
    reason = _REASONS.get(fault.errno or 0, fault.strerror or "The disk did not take the file.").rstrip(".")
    kept = f" “{path.name}” is as it was before." if path.exists() else ""
    return f"{reason}. The document was not saved.{kept} Choose another folder, or make room and save again."


def _sweep(folder: Path) -> None:
    """Remove what a crash left behind here earlier; other programs' files are never touched."""
    try:
        leftovers = [path for path in folder.iterdir() if _LEFTOVER.fullmatch(path.name)]
        old = [path for path in leftovers if time.time() - path.stat().st_mtime > _LEFTOVER_AGE]
    except OSError:
        return
    for path in old:
        fsops.remove_if_there(path)

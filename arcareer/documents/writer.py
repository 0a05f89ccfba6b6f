"""Saving a document: checked before, looked over after, and put in place in one step."""

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
from arcareer.documents.leak_gate import check_aliases, check_package, check_texts
from arcareer.documents.markdown_renderer import render_markdown
from arcareer.documents.printed import Printed
from arcareer.documents.text_renderer import render_text
from arcareer.errors import EnvironmentFault
from arcareer.progress import Progress, silent

if TYPE_CHECKING:
    from arcareer.documents.style_file import StyleBase

ENDINGS = (".docx", ".pdf", ".md", ".txt")
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


def write_document(
    printed: Printed,
    path: Path,
    progress: Progress = silent,
    *,
    embed_fonts: bool = True,
    style: StyleBase | None = None,
) -> Path:
    """Write a document as the kind of file its name ends in, for this user only, and return where it is.

    The endings are those of `ENDINGS`; a style of the user's own is for Word files. The file is at `path`, or at a
    numbered name beside it where another program holds that file. Whatever goes wrong, a file that was there before
    stays as it was. Raises `UserError` for a name that cannot be used, for hidden names that would show and for PDF
    where that part is not installed, `EnvironmentFault` for the disk, and lets `Cancelled` of `progress` through.
    """
    ending = path.suffix.lower()
    check_target(path, ending if ending in ENDINGS else ENDINGS[0])
    check_aliases(printed.disclosure)
    _sweep(path.parent)
    match ending:
        case ".pdf":
            data = _checked_pdf(printed, path.name, progress)
        case ".md":
            data = _checked_text(render_markdown(printed), printed, path.name)
        case ".txt":
            data = _checked_text(render_text(printed), printed, path.name)
        case _:
            data = render_docx(printed, progress, embed_fonts=embed_fonts, style=style)
            check_package(data, printed, path.name)
    return _save(data, path)


def _checked_pdf(printed: Printed, file_name: str, progress: Progress) -> bytes:
    from arcareer.documents.pdf_check import texts_of_pdf  # noqa: PLC0415 - only a PDF is read back by it
    from arcareer.documents.pdf_renderer import render_pdf  # noqa: PLC0415 - typst is a part of its own

    data = render_pdf(printed, progress)
    # A PDF keeps words from right to left in the order of the eye, so the plain words are looked through as well.
    check_texts((*texts_of_pdf(data, printed), ("the text", render_text(printed))), printed, file_name)
    return data


def _checked_text(text: str, printed: Printed, file_name: str) -> bytes:
    check_texts((("the text", text),), printed, file_name)
    return text.encode()


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

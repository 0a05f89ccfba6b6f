"""Check an Office file (a zip archive of XML) before any parser sees it."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING, NoReturn

from arcareer.errors import UserError
from arcareer.reading.limits import MEGABYTE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from arcareer.reading.limits import Limits

_CHUNK = 256 * 1024
_DOCTYPE = b"<!doctype"
_LONGEST_CHARACTER = 6  # bytes of one escaped character such as &quot;
_HOLLOW_FORMULAS = (b"</f></c>", b"<f/></c>", b"</f><v/></c>", b"</f><v></v></c>")
_SMALL = MEGABYTE
_KEEP_THE_ROWS = (
    "Open it in Excel, LibreOffice or Word, keep only the rows you need, and save a copy; or save it as CSV."
)


@dataclass(frozen=True, slots=True)
class ArchiveReport:
    """What the check noticed without refusing: formulas whose last result was not saved."""

    formulas_without_value: int


def check_archive(path: Path, limits: Limits) -> ArchiveReport:
    """Check a file as `check_parts` does."""
    with zipfile.ZipFile(path) as archive:
        return check_parts(archive, path.name, path.stat().st_size, limits)


def check_parts(
    archive: zipfile.ZipFile, name: str, packed: int, limits: Limits, remedy: str = _KEEP_THE_ROWS
) -> ArchiveReport:
    """Inflate every part of an archive of `packed` bytes once, counting, and refuse what no honest file holds.

    The sizes in the archive's own directory are only a first hint; the bytes really inflated are counted. Raises
    `UserError` for too many parts, too much or too dense content, a document type declaration, or an endless cell;
    it names the file and ends with the `remedy`.
    """

    def refuse(what: str) -> NoReturn:
        raise UserError(f"“{name}” {what}. Nothing was read. {remedy}")

    entries = archive.infolist()
    if len(entries) > limits.office_entries:
        refuse(f"has {len(entries):,} parts, more than any honest file")
    _check_volume(refuse, sum(entry.file_size for entry in entries), packed, limits)
    inflated, hollow = 0, 0
    for entry in entries:
        if entry.flag_bits & 1:
            raise UserError(
                f"“{name}” is protected by a password. Nothing was read. Save a copy without a password and choose "
                "the copy."
            )
        size, empty_formulas = _check_part(refuse, archive, entry, limits, limits.office_inflated - inflated)
        inflated += size
        hollow += empty_formulas
        _check_volume(refuse, inflated, packed, limits)
    return ArchiveReport(hollow)


def _check_volume(refuse: Callable[[str], NoReturn], inflated: int, packed: int, limits: Limits) -> None:
    if inflated > limits.office_inflated:
        refuse(f"unfolds to more than {limits.office_inflated // MEGABYTE} MB")
    if inflated > _SMALL and inflated / max(1, packed) > limits.office_ratio:
        refuse("unfolds to more than a hundred times its size")


def _check_part(
    refuse: Callable[[str], NoReturn],
    archive: zipfile.ZipFile,
    entry: zipfile.ZipInfo,
    limits: Limits,
    allowance: int,
) -> tuple[int, int]:
    is_xml = entry.filename.lower().endswith((".xml", ".rels", ".vml"))
    size, hollow, run, tail = 0, 0, 0, b""
    with archive.open(entry) as part:
        while chunk := part.read(_CHUNK):
            size += len(chunk)
            if size > allowance:
                refuse(f"unfolds to more than {limits.office_inflated // MEGABYTE} MB")
            if not is_xml:
                continue
            window = tail + chunk.replace(b"\x00", b"")
            if _DOCTYPE in window.lower():
                refuse("declares a document type, which Office files never do")
            longest, run = _open_runs(chunk, run)
            if longest > limits.cell_characters * _LONGEST_CHARACTER:
                refuse(f"holds a cell of more than {limits.cell_characters:,} characters")
            hollow += sum(window.count(mark) for mark in _HOLLOW_FORMULAS)
            tail = window[-7:]
    return size, hollow


def _open_runs(chunk: bytes, run: int) -> tuple[int, int]:
    """Return the longest stretch without a tag at the ends of `chunk`, and the stretch that is still open."""
    first, last = chunk.find(b"<"), chunk.rfind(b"<")
    if first < 0:
        return run + len(chunk), run + len(chunk)
    return max(run + first, len(chunk) - last), len(chunk) - last

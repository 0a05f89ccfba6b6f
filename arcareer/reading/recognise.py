"""Tell what a file is by its first bytes, and how to save it again when it cannot be read."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

from arcareer.errors import EnvironmentFault, UserError
from arcareer.reading.limits import DEFAULT_LIMITS, MEGABYTE, Limits
from arcareer.reading.table import FileKind

if TYPE_CHECKING:
    from pathlib import Path

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_PDF = b"%PDF"
_HEAD_BYTES = 4096
_TAIL_BYTES = 1024 * 1024
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_MARKDOWN_ENDINGS = frozenset({".md", ".markdown", ".mdown", ".mkd"})
_TABLE_ENDINGS = frozenset({".csv", ".tsv", ".tab"})


def recognise(path: Path, limits: Limits = DEFAULT_LIMITS) -> FileKind:
    """Return the kind of `path`, judged by its bytes first and its ending second.

    Raises `UserError` for a file that is missing, empty, too large or of a kind that has to be saved differently, and
    `EnvironmentFault` when the disk gives no answer.
    """
    head, size = _head_and_size(path)
    if size == 0:
        raise UserError(f"“{path.name}” is empty. Nothing was read. Export it again and choose the new file.")
    _refuse_foreign(path, head)
    if head.startswith(_PDF):
        _refuse_size(path, size, limits.office_bytes)
        return FileKind.PDF
    if head.startswith(_ZIP):
        _refuse_size(path, size, limits.office_bytes)
        return _office_kind(path)
    if zipfile.is_zipfile(path) and not _is_text(head):
        raise UserError(_archive_message(path))
    _refuse_size(path, size, limits.text_bytes)
    return _text_kind(path, head)


def _head_and_size(path: Path) -> tuple[bytes, int]:
    try:
        with path.open("rb") as file:
            return file.read(_HEAD_BYTES), path.stat().st_size
    except FileNotFoundError as missing:
        raise UserError(f"“{path.name}” is not there any more. Nothing was read. Choose the file again.") from missing
    except IsADirectoryError as folder:
        raise UserError(f"“{path.name}” is a folder. Nothing was read. Choose a file inside it.") from folder
    except PermissionError as locked:
        raise UserError(
            f"“{path.name}” may not be opened. Nothing was read. Close it in other programs, or copy it to a folder "
            "of your own, and choose it again."
        ) from locked
    except OSError as fault:
        raise EnvironmentFault(
            f"The disk gave no answer for “{path.name}” ({fault.strerror}). Nothing was read. Copy the file to this "
            "computer and choose it again."
        ) from fault


def _refuse_size(path: Path, size: int, limit: int) -> None:
    if size > limit:
        raise UserError(
            f"“{path.name}” has {size // MEGABYTE} MB; up to {limit // MEGABYTE} MB can be read. Nothing was read. "
            "Export a shorter period, or save it as CSV."
        )


def _refuse_foreign(path: Path, head: bytes) -> None:
    if head.startswith(_OLE):
        raise UserError(_ole_message(path))
    if _looks_like_markup(head):
        raise UserError(
            f"“{path.name}” is a web page with a spreadsheet's name. Nothing was read. Open it in Excel or "
            "LibreOffice, save it as “Excel workbook (.xlsx)” or as CSV, and choose the new file."
        )


def _looks_like_markup(head: bytes) -> bool:
    start = head.replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    return start.startswith((b"<html", b"<!doctype html", b"<table", b"<?xml", b"<meta", b"<head", b"{\\rtf"))


def _ole_message(path: Path) -> str:
    if _ENCRYPTED_STREAM in _whole_if_small(path):
        return (
            f"“{path.name}” is protected by a password. Nothing was read. Open it, remove the password under "
            "File > Info > Protect, save a copy and choose the copy."
        )
    return (
        f"“{path.name}” is in the old Office format. Nothing was read. Open it in Excel or LibreOffice, save it as "
        "“Excel workbook (.xlsx)”, “Word document (.docx)” or CSV, and choose the new file."
    )


def _whole_if_small(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_TAIL_BYTES)


def _office_kind(path: Path) -> FileKind:
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as broken:
        raise UserError(
            f"“{path.name}” is cut off or damaged. Nothing was read. Export or copy it again and choose the new file."
        ) from broken
    if any(name.startswith("xl/worksheets/") for name in names) or "xl/workbook.xml" in names:
        return FileKind.WORKBOOK
    if "word/document.xml" in names:
        return FileKind.WORD
    raise UserError(_archive_message(path))


def _archive_message(path: Path) -> str:
    return (
        f"“{path.name}” is an archive or another kind of document. Nothing was read. Save it as CSV, XLSX, DOCX or "
        "text, and choose the new file."
    )


def _text_kind(path: Path, head: bytes) -> FileKind:
    if not _is_text(head):
        raise UserError(
            f"“{path.name}” is not a text file or a spreadsheet. Nothing was read. Save it as CSV, XLSX, DOCX or text, "
            "and choose the new file."
        )
    ending = path.suffix.lower()
    if ending in _MARKDOWN_ENDINGS:
        return FileKind.MARKDOWN
    return FileKind.DELIMITED if ending in _TABLE_ENDINGS else FileKind.PLAIN


def _is_text(head: bytes) -> bool:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    nulls = head.count(0)
    if nulls > len(head) // 4:
        return max(head[0::2].count(0), head[1::2].count(0)) > nulls * 9 // 10
    controls = sum(head.count(code) for code in range(1, 32) if code not in {9, 10, 12, 13, 26, 27})
    return controls <= len(head) // 50 + 2

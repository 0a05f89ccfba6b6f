"""The doors of this room: open a file as a table, or as a text document."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from arcareer.errors import UserError
from arcareer.progress import Progress, silent
from arcareer.reading.delimited import delimited_rows, find_delimiter, separator_line
from arcareer.reading.encodings import TextShape, clean_text, text_lines, text_shape
from arcareer.reading.limits import DEFAULT_LIMITS, Limits
from arcareer.reading.markdown import HEADING, plain
from arcareer.reading.recognise import recognise
from arcareer.reading.table import FileKind, Origin, SourceRow, Table, TextBlock, TextDocument

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_SAMPLE = 400
_WIDE_GAP = "   "
_RESUME_OPERATIONS = {FileKind.WORD: "word-lines", FileKind.PDF: "pdf"}


def read_table(path: Path, progress: Progress = silent, sheet: str = "", limits: Limits = DEFAULT_LIMITS) -> Table:
    """Open `path` (CSV, TSV, printed list or XLSX) as a table; `sheet` names a workbook's sheet, else the first filled.

    The rows of a text file are read anew on every walk, those of a workbook are held in memory. Raises `UserError`
    with what to do when the file cannot be read, `EnvironmentFault` for the disk, `Cancelled` through `progress`.
    """
    kind = recognise(path, limits)
    if kind is FileKind.WORKBOOK:
        return _workbook_table(path, progress, sheet, limits)
    _refuse_pdf(path, kind)
    if kind is FileKind.WORD:
        raise UserError(
            f"“{path.name}” is a Word document; here a table is needed. Nothing was read. Choose a CSV or XLSX file."
        )
    return _text_table(path, kind, progress, limits)


def table_from_text(text: str, name: str = "pasted cells", limits: Limits = DEFAULT_LIMITS) -> Table:
    """Return pasted cells as a table; tabs, semicolons, commas or pipes between them."""
    lines = clean_text(text).splitlines(keepends=True)
    delimiter = find_delimiter(lines)

    def rows(progress: Progress) -> Iterator[SourceRow]:
        progress(0, 0, "")
        return delimited_rows(lines, delimiter, limits, name)

    return Table(Origin(name, FileKind.DELIMITED, "utf-8", delimiter), rows)


def read_text_document(path: Path, progress: Progress = silent, limits: Limits = DEFAULT_LIMITS) -> TextDocument:
    """Open a Word, Markdown or plain text file as blocks; the blocks of a text file are its lines, untouched.

    Raises as `read_table` does.
    """
    kind = recognise(path, limits)
    if kind is FileKind.WORKBOOK:
        raise UserError(
            f"“{path.name}” is a spreadsheet; here a text is needed. Nothing was read. Choose another file."
        )
    _refuse_pdf(path, kind)
    if kind is FileKind.WORD:
        return _parsed(path, kind, "word", progress, limits)
    return _text_document(path, kind, progress)


def read_resume(path: Path, progress: Progress = silent, limits: Limits = DEFAULT_LIMITS) -> TextDocument:
    """Open a resume as its lines in reading order: Word with tables and text boxes, PDF, Markdown or plain text.

    Raises as `read_table` does.
    """
    kind = recognise(path, limits)
    if kind is FileKind.WORKBOOK:
        raise UserError(
            f"“{path.name}” is a spreadsheet; here a resume is needed. Nothing was read. Choose a Word, PDF or text "
            "file."
        )
    if kind in _RESUME_OPERATIONS:
        return _parsed(path, kind, _RESUME_OPERATIONS[kind], progress, limits)
    document = _text_document(path, kind, progress)
    return document if kind is not FileKind.MARKDOWN else replace(document, blocks=_unmarked(document.blocks))


def _unmarked(lines: tuple[TextBlock, ...]) -> tuple[TextBlock, ...]:
    """Return the lines of a Markdown file without its signs, marks of list items apart."""
    headings = [HEADING.match(line.text) for line in lines]
    return tuple(
        replace(line, text=plain(found[2]), heading_level=len(found[1])) if found else replace(line, text=_plain(line))
        for line, found in zip(lines, headings, strict=True)
    )


def _plain(line: TextBlock) -> str:
    indent = len(line.text) - len(line.text.lstrip())
    return line.text[:indent] + plain(line.text)


def _refuse_pdf(path: Path, kind: FileKind) -> None:
    if kind is FileKind.PDF:
        raise UserError(
            f"“{path.name}” is a PDF. Nothing was read. Export the list as CSV or XLSX from the system it came from, "
            "or copy the rows and paste them."
        )


def _text_document(path: Path, kind: FileKind, progress: Progress) -> TextDocument:
    shape = text_shape(path, progress)
    lines = text_lines(path, shape, progress)
    blocks = tuple(TextBlock(number, line.rstrip("\r\n")) for number, line in enumerate(lines, start=1))
    return TextDocument(_text_origin(path, kind, shape, ""), blocks)


def _text_origin(path: Path, kind: FileKind, shape: TextShape, delimiter: str) -> Origin:
    return Origin(path.name, kind, shape.encoding, delimiter, sha256=shape.sha256, cleaned_characters=shape.controls)


def _text_table(path: Path, kind: FileKind, progress: Progress, limits: Limits) -> Table:
    shape = text_shape(path, progress)
    sample = list(islice(text_lines(path, shape), _SAMPLE))
    declared = separator_line(sample[0]) if sample else ""
    delimiter = declared or _sampled_delimiter(sample)
    is_cells = bool(delimiter) or kind is FileKind.DELIMITED
    is_printed = delimiter == "|" or not is_cells
    origin = _text_origin(path, FileKind.PRINTED if is_printed else FileKind.DELIMITED, shape, delimiter)

    def rows(progress: Progress) -> Iterator[SourceRow]:
        lines = text_lines(path, shape, progress)
        found = delimited_rows(lines, delimiter, limits, path.name) if is_cells else _plain_rows(lines)
        return islice(found, 1, None) if declared else found

    return Table(origin, rows)


def _sampled_delimiter(sample: list[str]) -> str:
    delimiter = find_delimiter(sample)
    if delimiter not in {",", ";"}:
        return delimiter
    filled = [line for line in sample if line.strip()]
    spaced = sum(_WIDE_GAP in line.strip() and '"' not in line for line in filled)
    return "" if spaced * 2 > len(filled) else delimiter


def _plain_rows(lines: Iterator[str]) -> Iterator[SourceRow]:
    for number, line in enumerate(lines, start=1):
        yield SourceRow(number, (line.rstrip("\r\n"),))


def _workbook_table(path: Path, progress: Progress, sheet: str, limits: Limits) -> Table:
    from arcareer.reading.isolation import messages_from_child  # noqa: PLC0415 - only spreadsheets need the child
    from arcareer.reading.wire import unpack_cell  # noqa: PLC0415 - only spreadsheets need the child

    origin = Origin(path.name, FileKind.WORKBOOK, sha256=file_hash(path))
    held: list[SourceRow] = []
    for message in messages_from_child(path, "workbook", sheet, limits, progress):
        if message["kind"] == "sheet":
            origin = replace(
                origin,
                sheet=str(message["name"]),
                other_sheets=tuple(message["others"]),
                formulas_without_value=int(message["hollow"]),
            )
        else:
            held.extend(
                SourceRow(int(line), tuple(unpack_cell(cell) for cell in cells)) for line, cells in message["rows"]
            )

    def rows(progress: Progress) -> Iterator[SourceRow]:
        for count, row in enumerate(held, start=1):
            if count % 5000 == 0:
                progress(count, len(held), "")
            yield row

    return Table(origin, rows)


def _parsed(path: Path, kind: FileKind, operation: str, progress: Progress, limits: Limits) -> TextDocument:
    from arcareer.reading.isolation import messages_from_child  # noqa: PLC0415 - only Word and PDF files need the child

    blocks = tuple(
        TextBlock(
            int(message["line"]),
            str(message["text"]),
            int(message["heading"]),
            int(message["list"]),
            tuple(message["cells"]),
        )
        for message in messages_from_child(path, operation, "", limits, progress)
    )
    return TextDocument(Origin(path.name, kind, sha256=file_hash(path)), blocks)


def file_hash(path: Path) -> str:
    """Return the SHA-256 of the bytes of `path`, by which the same file is known again."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()

"""Read the text of a PDF in the order a person reads it. Runs in the child process."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from arcareer.errors import UserError
from arcareer.reading.encodings import clean_text
from arcareer.reading.page_layout import Fragment, page_lines
from arcareer.reading.page_paragraphs import blocks_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from arcareer.reading.table import TextBlock

_LIGATURES = {0xFB00 + place: letters for place, letters in enumerate(("ff", "fi", "fl", "ffi", "ffl", "st", "st"))}
_MOVES = frozenset({b"Td", b"TD", b"Tm", b"T*", b"'", b'"'})
_STAY = (1, 0, 0, 1, 0, 0)
_MOST_PAGES = 60


def pdf_blocks(path: Path) -> Iterator[TextBlock]:
    """Yield the lines and list items of the PDF in reading order, columns one after the other; `line` counts from 1.

    Raises `UserError` for a password, for more pages than any resume has, and where there is no text but pictures.
    """
    import pypdf  # noqa: PLC0415 - only the child needs it

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    reader = pypdf.PdfReader(path)
    if reader.is_encrypted and not reader.decrypt(""):
        raise UserError(
            f"“{path.name}” is protected by a password. Nothing was read. Save a copy without a password and choose "
            "the copy."
        )
    if len(reader.pages) > _MOST_PAGES:
        raise UserError(
            f"“{path.name}” has {len(reader.pages):,} pages; up to {_MOST_PAGES} can be read. Nothing was read. Save "
            "the pages you want as a file of their own."
        )
    pages = [page_lines(_fragments(page, reader)) for page in reader.pages]
    if not any(pages):
        raise UserError(
            f"“{path.name}” holds no text, only pictures of it. Nothing was read. Choose the Word file it was made "
            "from, or paste the text."
        )
    yield from blocks_of(pages)


def _fragments(page: Any, reader: Any) -> list[Fragment]:
    """Return the pieces of text of a page as they were placed on it."""
    from pypdf.generic import ContentStream, NameObject  # noqa: PLC0415 - only the child needs it

    contents = page.get_contents()
    if contents is None:
        return []
    content = ContentStream(contents, reader, "bytes")
    # pypdf joins pieces placed on one line, even across columns. A transformation makes it hand out what it has, so
    # one that changes nothing is put before each move.
    content.operations = list(_cut_at_moves(content.operations))
    page[NameObject("/Contents")] = content
    found: list[Fragment] = []

    def take(text: str, placed: list[float], moved: list[float], _font: object, size: float) -> None:
        text = clean_text(text).replace("\n", " ").translate(_LIGATURES)
        if text.strip():
            matrix = _product(moved, placed)
            scale = (matrix[2] ** 2 + matrix[3] ** 2) ** 0.5
            found.append(Fragment(matrix[4], matrix[5], abs(size) * scale, text))

    page.extract_text(orientations=(0,), visitor_text=take)
    return found


def _cut_at_moves(operations: Any) -> Iterator[tuple[Any, bytes]]:
    from pypdf.generic import FloatObject  # noqa: PLC0415 - only the child needs it

    stay = [FloatObject(number) for number in _STAY]
    for operands, operator in operations:
        if operator in _MOVES:
            yield stay, b"cm"
        yield operands, operator


def _product(first: list[float], then: list[float]) -> list[float]:
    """Return the matrix that does `first` and then the other, both as PDF writes them: a b c d e f."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return [a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u]

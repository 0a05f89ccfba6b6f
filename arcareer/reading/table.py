"""What reading hands out: rows of typed cells, and the blocks of a text document."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from arcareer.progress import Progress

CellValue = str | Decimal | date | bool | None
"""A cell: text as it stood, or the typed value of a spreadsheet cell. `datetime` is kept where a time of day was."""


class FileKind(StrEnum):
    """The shapes of file the app opens."""

    DELIMITED = "delimited"
    PRINTED = "printed"
    WORKBOOK = "workbook"
    WORD = "word"
    MARKDOWN = "markdown"
    PLAIN = "plain"
    PDF = "pdf"


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One row of a table: the line it starts on (1 = first) and its cells."""

    line: int
    cells: tuple[CellValue, ...]

    @property
    def is_blank(self) -> bool:
        """Whether no cell holds anything to read."""
        return not any(cell_text(cell).strip() for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a table came from, as the preview shows it."""

    name: str
    kind: FileKind
    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    other_sheets: tuple[str, ...] = ()
    sha256: str = ""
    cleaned_characters: int = 0
    formulas_without_value: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """A table that can be walked through any number of times, row by row."""

    origin: Origin
    rows: Callable[[Progress], Iterator[SourceRow]]


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A paragraph, list item or table row of a text document."""

    line: int
    text: str
    heading_level: int = 0
    list_level: int = 0
    cells: tuple[str, ...] = ()

    @property
    def is_list_item(self) -> bool:
        """Whether the block is an item of a bulleted or numbered list."""
        return self.list_level > 0


@dataclass(frozen=True, slots=True)
class TextDocument:
    """The blocks of a Word, Markdown or plain text file in reading order."""

    origin: Origin
    blocks: tuple[TextBlock, ...]


def cell_text(value: CellValue) -> str:
    """Return the text form of a cell: what a person would read in it."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, datetime):
        return value.isoformat(sep=" ", timespec="seconds")
    if isinstance(value, date):
        return value.isoformat()
    return format(value, "f")

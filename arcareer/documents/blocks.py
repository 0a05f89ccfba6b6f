"""A document as paragraphs, tables and charts with styles: what every renderer writes in the same order."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from arcareer.documents.chart_values import Chart
from arcareer.documents.text import Piece, Text, own
from arcareer.documents.text_cleaning import is_right_to_left


class Style(StrEnum):
    """Paragraph styles; the values are the style ids of the Word files in resources/templates."""

    OVERLINE = "Overline"
    TITLE = "Title"
    SUBTITLE = "Subtitle"
    META = "MetaLine"
    LEAD = "Lead"
    HEADING1 = "Heading1"
    HEADING2 = "Heading2"
    HEADING3 = "Heading3"
    TEXT = "WinText"
    BULLET = "ListBullet"
    NOTE = "Note"


class Look(StrEnum):
    """Character styles; the values are style ids."""

    NORMAL = ""
    AMOUNT = "Amount"
    LABEL = "Label"
    LIFTED = "Lifted"
    MUTED = "Muted"


@dataclass(frozen=True, slots=True)
class Run:
    """Text of one look; `win` is the win it speaks of where its block speaks of several."""

    text: Text
    look: Look = Look.NORMAL
    win: UUID | None = None

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """Return the pieces of the text."""
        return self.text.pieces


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph. `at_margin` stands behind a tab at the right margin; `win` is the win it speaks of.

    `opens` says that what the document tells of that win begins here. A heading of the first level names the section
    of the user's choice that it begins in `section`; `new_page` puts it at the top of a page. `keeps_next` holds
    it on the page of what follows, as every heading is.
    """

    style: Style
    runs: Runs
    at_margin: Runs = ()
    win: UUID | None = None
    opens: bool = False
    section: str = ""
    new_page: bool = False
    keeps_next: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a story behind its label, which may be empty."""

    label: Runs
    text: Runs


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """What is known of a win or a decision beyond its heading, and a line in small print below.

    It is one paragraph with line breaks, because then no program tears it over two pages.
    """

    parts: tuple[Part, ...]
    footing: Runs
    win: UUID | None

    @property
    def runs(self) -> Runs:
        """Return the whole paragraph, with line breaks between the parts."""
        lines = [(*part.label, *((_GAP,) if part.label else ()), *part.text) for part in self.parts]
        lines.extend([self.footing] if self.footing else [])
        return tuple(run for at, line in enumerate(lines) for run in ((_BREAK,) if at else ()) + tuple(line))


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A figure in a box: what it measures, the value, and how it got there; a `long` value is set smaller."""

    label: Runs
    value: Runs
    note: Runs
    win: UUID
    long: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Cards:
    """Boxes side by side: a row of labels, and a row of values with their notes."""

    cards: tuple[Card, ...]
    title: str
    description: str


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, its share of the width in hundredths, and whether it holds numbers."""

    heading: str
    share: int
    numeric: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table, and the win it speaks of, if any."""

    win: UUID | None
    cells: tuple[Runs, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows under headings that repeat on every page."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    title: str
    description: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartRow:
    """Charts side by side; `low` where room is scarce."""

    charts: tuple[Chart, ...]
    low: bool = False


Block = Paragraph | Story | Cards | Table | ChartRow

_GAP = Run(own("  "))
_BREAK = Run(own("\n"))


def reads_right_to_left(runs: Runs) -> bool:
    """Return whether the user's words in these runs begin in a script that is written from right to left."""
    return is_right_to_left("".join(piece.text for run in runs for piece in run.pieces if not piece.own))


def runs_of(block: Block) -> Runs:
    """Return every run of a block in reading order."""
    match block:
        case Paragraph():
            return (*block.runs, *block.at_margin)
        case Story():
            return block.runs
        case Cards():
            labels = tuple(run for card in block.cards for run in card.label)
            return labels + tuple(run for card in block.cards for run in (*card.value, *card.note))
        case Table():
            return tuple(run for row in block.rows for cell in row.cells for run in cell)
        case ChartRow():
            return ()


def wins_of(block: Block) -> tuple[UUID, ...]:
    """Return the wins a block speaks of, each once."""
    match block:
        case Paragraph() | Story():
            named = [block.win]
        case Cards():
            named = [card.win for card in block.cards]
        case Table():
            named = [row.win for row in block.rows]
        case ChartRow():
            named = []
    inside = (run.win for run in runs_of(block))
    return tuple(dict.fromkeys(win for win in (*named, *inside) if win is not None))

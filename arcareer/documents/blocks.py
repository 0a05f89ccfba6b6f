"""A document as paragraphs, tables and charts with styles: what every renderer writes in the same order."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from arcareer.documents.chart_values import Chart
from arcareer.documents.text import Piece, Text


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
    DETAIL = "WinDetail"
    FOOTING = "Evidence"
    BULLET = "ListBullet"
    CONTINUED = "ListContinue"
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
    """Text of one look."""

    text: Text
    look: Look = Look.NORMAL

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """Return the pieces of the text."""
        return self.text.pieces


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph. `lead_in` stands before a tab, `at_margin` behind one; `win` is the win it speaks of.

    `keeps_next` holds it on one page with the next block, beyond what its style does.
    """

    style: Style
    runs: Runs
    lead_in: Runs = ()
    at_margin: Runs = ()
    win: UUID | None = None
    keeps_next: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A figure in a box: what it measures, the value, and how it got there."""

    label: Runs
    value: Runs
    note: Runs
    win: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Cards:
    """Boxes side by side."""

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
    """A row of a table: one run of text a cell, and the win it speaks of."""

    win: UUID
    cells: Runs


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


Block = Paragraph | Cards | Table | ChartRow


def runs_of(block: Block) -> Runs:
    """Return every run of a block in reading order."""
    match block:
        case Paragraph():
            return (*block.lead_in, *block.runs, *block.at_margin)
        case Cards():
            rows = (
                (card.label for card in block.cards),
                (card.value for card in block.cards),
                (card.note for card in block.cards),
            )
            return tuple(run for row in rows for runs in row for run in runs)
        case Table():
            return tuple(cell for row in block.rows for cell in row.cells)
        case ChartRow():
            return ()

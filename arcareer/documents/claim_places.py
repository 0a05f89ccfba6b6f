"""The printed words of a document in reading order, cut where one thing is said, with the place they stand in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from arcareer.documents.blocks import Block, Cards, ChartRow, Paragraph, Runs, Story, Style, Table
from arcareer.documents.chart_values import Chart, PairChart, TrendChart
from arcareer.documents.claims import Claim, record_claim
from arcareer.documents.printed import Printed
from arcareer.documents.text import Piece, own

TITLE = "Title"
PROPERTIES = "Footer and properties"
_BETWEEN = Piece("  ", own=True)


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that belong together: a paragraph, a card, a row of a table, a mark of a chart; and where they stand."""

    place: str
    pieces: tuple[Piece, ...]

    def __str__(self) -> str:
        return "".join(piece.text for piece in self.pieces)


def passages(printed: Printed) -> Iterator[Passage]:
    """Yield all words of a document, those of charts, captions, footer and properties too."""
    title = printed.title
    period = record_claim("period of the document")
    words = (title.kind, title.short_period, title.subject)
    yield Passage(PROPERTIES, _joined(own(word, period).pieces for word in words))
    place = TITLE
    for block in printed.blocks:
        if isinstance(block, Paragraph) and block.style is Style.HEADING1:
            place = "".join(str(run.text) for run in block.runs)
        yield from (Passage(place, pieces) for pieces in _of_block(block) if pieces)


def _of_block(block: Block) -> Iterator[tuple[Piece, ...]]:
    match block:
        case Paragraph():
            yield _joined((_pieces(block.runs), _pieces(block.at_margin)))
        case Story():
            yield _pieces(block.runs)
        case Cards():
            yield from (own(words).pieces for words in (block.title, block.description))
            yield from (_joined(map(_pieces, (card.label, card.value, card.note))) for card in block.cards)
        case Table():
            yield from (own(words).pieces for words in (block.title, block.description))
            yield _joined(own(column.heading).pieces for column in block.columns)
            yield from (_joined(map(_pieces, row.cells)) for row in block.rows)
        case ChartRow():
            for chart in block.charts:
                yield from _of_chart(chart)


def _of_chart(chart: Chart) -> Iterator[tuple[Piece, ...]]:
    yield _joined(own(words, chart.claim).pieces for words in (chart.title, chart.subtitle))
    if isinstance(chart, PairChart):
        for pair in chart.pairs:
            yield _told(pair.claim, pair.label, pair.before_text, pair.after_text)
    else:
        goal = (chart.goal,) if isinstance(chart, TrendChart) and chart.goal is not None else ()
        for mark in (*chart.marks, *goal):
            yield _told(mark.claim, mark.label, mark.text)


def _told(claim: Claim | None, *words: str) -> tuple[Piece, ...]:
    return _joined(own(word, claim).pieces for word in words)


def _pieces(runs: Runs) -> tuple[Piece, ...]:
    return tuple(piece for run in runs for piece in run.pieces)


def _joined(parts: Iterable[Iterable[Piece]]) -> tuple[Piece, ...]:
    """Return the pieces of all parts that hold any, with a gap between the parts."""
    joined: list[Piece] = []
    for part in map(tuple, parts):
        if joined and part:
            joined.append(_BETWEEN)
        joined.extend(part)
    return tuple(joined)

"""How much room blocks take on a page of a template, measured with the font the page is set in."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise, starmap
from typing import Final

from arcareer.documents import look
from arcareer.documents.blocks import Block, Cards, ChartRow, Look, Paragraph, Runs, Story, Style, Table
from arcareer.documents.charts import chart_height
from arcareer.documents.fonts import FontShelf
from arcareer.documents.styles import DESIGNS, ParagraphStyle
from arcareer.domain.documents import BragTemplate

_POINTS_A_PIXEL: Final = 0.75
_SPARE: Final = 14.0
_CAUTION: Final = 1.015
_LETTER_HEIGHT: Final = 1.2105
_BAR: Final = 20.0
_RULE_GAP: Final = 8.0


class PageMeasure:
    """Measures blocks in points; `room` is what one page of the template holds, with a little to spare."""

    def __init__(self, template: BragTemplate = BragTemplate.ONE_PAGE) -> None:
        self._design = DESIGNS[template]
        self._fonts = FontShelf()
        self._width = self._design.width / 20
        self.room: Final = (look.PAGE_HEIGHT - 2 * self._design.top) / 20 - _SPARE

    def space(self, style: Style) -> float:
        """Return the height of one line of a style with the space around it."""
        measure = self._design.paragraphs[style]
        return measure.before + measure.after + _line(measure)

    def height(self, blocks: Iterable[Block]) -> float:
        """Return the height of blocks that stand below each other; of two spaces that meet the larger counts."""
        stacked = list(blocks)
        return sum(map(self._block_height, stacked)) - sum(starmap(self._overlap, pairwise(stacked)))

    def _overlap(self, upper: Block, lower: Block) -> float:
        above, below = self._style_of(upper), self._style_of(lower)
        return min(above.after, below.before) if above is not None and below is not None else 0.0

    def _style_of(self, block: Block) -> ParagraphStyle | None:
        match block:
            case Paragraph():
                return self._design.paragraphs[block.style]
            case Story():
                return self._design.paragraphs[Style.TEXT]
            case _:
                return None

    def _block_height(self, block: Block) -> float:
        match block:
            case Paragraph():
                measure = self._design.paragraphs[block.style]
                edge = (_BAR if measure.bar else 0.0) + (_RULE_GAP if measure.rule else 0.0)
                room = self._width - (measure.left + measure.right) / 20
                return edge + self._paragraph_height(block.style, (*block.runs, *block.at_margin), room)
            case Story():
                room = self._width - self._design.paragraphs[Style.TEXT].right / 20
                return self._paragraph_height(Style.TEXT, block.runs, room)
            case Cards():
                return self._cards_height(block)
            case ChartRow():
                tallest = max(chart_height(chart, low=block.low) for chart in block.charts)
                return self._design.paragraphs["ChartRow"].before + tallest * _POINTS_A_PIXEL + 3
            case Table():
                return self._table_height(block)

    def _cards_height(self, block: Cards) -> float:
        width = self._width / len(block.cards) - (look.CARD_PADDING + look.CARD_GAP) / 20
        return sum(
            max(self._paragraph_height(style, runs, width) for runs in column)
            for style, column in (
                ("CardLabel", [card.label for card in block.cards]),
                ("CardValue", [card.value for card in block.cards]),
                ("CardNote", [card.note for card in block.cards]),
            )
        )

    def _table_height(self, block: Table) -> float:
        total = sum(column.share for column in block.columns)
        rooms = [self._width * column.share / total - look.CELL_GAP / 20 for column in block.columns]
        head = self._design.paragraphs["CellHead"]
        heights = [head.before + head.after + _line(head)]
        heights += [
            max(self._paragraph_height("CellText", cell, room) for cell, room in zip(row.cells, rooms, strict=True))
            for row in block.rows
        ]
        return sum(heights) + len(heights)

    def _paragraph_height(self, style: str, runs: Runs, width: float) -> float:
        measure = self._design.paragraphs[style]
        weight = 600 if measure.semibold else 500
        height = measure.before + measure.after
        for words, is_muted in _lines_of(runs):
            size = min(self._design.small, measure.size) if is_muted else measure.size
            lines = self._fonts.lines(words, width, size * _CAUTION, weight)
            height += lines * (_line(measure) if measure.exact else _line(measure) * size / measure.size)
        return height


def _line(measure: ParagraphStyle) -> float:
    return measure.line if measure.exact else measure.line * measure.size * _LETTER_HEIGHT


def _lines_of(runs: Runs) -> list[tuple[str, bool]]:
    """Return the lines as the words break them themselves, and whether a line is set in small print throughout."""
    lines: list[tuple[str, bool]] = [("", True)]
    for run in runs:
        for at, part in enumerate(str(run.text).split("\n")):
            before, was_muted = ("", True) if at else lines.pop()
            lines.append((before + part, was_muted and (run.look is Look.MUTED or not part)))
    return lines

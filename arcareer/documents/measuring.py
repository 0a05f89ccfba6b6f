"""How much room blocks take on the one page template, measured with the font the page is set in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from arcareer.documents import look
from arcareer.documents.blocks import Block, Cards, ChartRow, Paragraph, Runs, Story, Style, Table
from arcareer.documents.charts import chart_height
from arcareer.documents.fonts import FontShelf
from arcareer.documents.styles import DESIGNS
from arcareer.domain.documents import BragTemplate

_DESIGN: Final = DESIGNS[BragTemplate.ONE_PAGE]
_ROOM: Final = (look.PAGE_HEIGHT - 2 * _DESIGN.top) / 20
_WIDTH: Final = _DESIGN.width / 20
_CARD_PADDING: Final = (look.CARD_PADDING + look.CARD_GAP) / 20
_POINTS_A_PIXEL: Final = 0.75
_SPARE: Final = 14.0
_CAUTION: Final = 1.015


class PageMeasure:
    """Measures blocks in points; `room` is what one page holds, with a little to spare."""

    room: Final = _ROOM - _SPARE

    def __init__(self) -> None:
        self._fonts = FontShelf()

    def space(self, style: Style) -> float:
        """Return the height of one line of a style with the space around it."""
        measure = _DESIGN.paragraphs[style]
        return measure.before + measure.after + measure.line

    def height(self, blocks: Iterable[Block]) -> float:
        """Return the height of blocks that stand below each other; ValueError for tables and headed stories."""
        return sum(map(self._block_height, blocks))

    def _block_height(self, block: Block) -> float:
        match block:
            case Paragraph():
                indent = _DESIGN.paragraphs[block.style].left
                return self._paragraph_height(block.style, block.runs, _WIDTH - indent / 20)
            case Cards():
                width = _WIDTH / len(block.cards) - _CARD_PADDING
                rows = [
                    max(self._paragraph_height(style, runs, width) for runs in column)
                    for style, column in (
                        ("CardLabel", [card.label for card in block.cards]),
                        ("CardValue", [card.value for card in block.cards]),
                        ("CardNote", [card.note for card in block.cards]),
                    )
                ]
                return sum(rows)
            case ChartRow():
                tallest = max(chart_height(chart, low=block.low) for chart in block.charts)
                return _DESIGN.paragraphs["ChartRow"].before + tallest * _POINTS_A_PIXEL + 3
            case Table() | Story():
                raise ValueError("tables and headed stories have no room on one page")

    def _paragraph_height(self, style: str, runs: Runs, width: float) -> float:
        measure = _DESIGN.paragraphs[style]
        words = "".join(str(run.text) for run in runs)
        weight = 600 if measure.semibold else 500
        lines = self._fonts.lines(words, width, measure.size * _CAUTION, weight)
        return measure.before + measure.after + lines * measure.line

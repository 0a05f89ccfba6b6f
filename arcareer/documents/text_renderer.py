"""Plain text for the clipboard: the words of the document in its order, without the charts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from arcareer.documents.blocks import Block, Cards, ChartRow, Paragraph, Runs, Story, Style, Table
from arcareer.documents.printed import Printed
from arcareer.documents.wording import SEPARATOR

_SPACED = {Style.HEADING1: "\n", Style.HEADING2: "\n", Style.LEAD: "\n", Style.NOTE: "\n"}
_PREFIX = {Style.BULLET: "• "}


def render_text(printed: Printed) -> str:
    """Return a document as plain text, one paragraph, card or table row a line."""
    return "\n".join(line for block in printed.blocks for line in _lines(block)).strip() + "\n"


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Paragraph():
            margin = _words(block.at_margin)
            words = _words(block.runs).replace("\n", "\n  ") if block.style is Style.BULLET else _words(block.runs)
            before = _SPACED.get(block.style, "") + _PREFIX.get(block.style, "")
            yield before + words + (f"{SEPARATOR}{margin}" if margin else "")
        case Story():
            for part in block.parts:
                yield f"{_words(part.label)}: {_words(part.text)}" if part.label else _words(part.text)
            if block.footing:
                yield _words(block.footing)
        case Cards():
            for card in block.cards:
                notes = _words(card.note).replace("\n", ", ")
                yield f"• {_words(card.label)}: {_words(card.value)}" + (f" ({notes})" if notes else "")
        case Table():
            yield _row(column.heading for column in block.columns)
            for row in block.rows:
                yield _row(_words(cell).replace("\n", "; ") for cell in row.cells)
        case ChartRow():
            return


def _words(runs: Runs) -> str:
    return "".join(str(run.text) for run in runs)


def _row(cells: Iterable[str]) -> str:
    return "\t".join(cells)

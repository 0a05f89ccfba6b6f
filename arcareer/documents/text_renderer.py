"""Plain text for the clipboard: the words of the document in its order, without the charts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from arcareer.documents.blocks import Block, Cards, ChartRow, Paragraph, Runs, Style, Table
from arcareer.documents.document import BragSheet
from arcareer.documents.printed import printed
from arcareer.documents.wording import SEPARATOR
from arcareer.domain.brag_sheets import BragTemplate

_SPACED = {Style.HEADING1: "\n", Style.HEADING2: "\n", Style.LEAD: "\n", Style.NOTE: "\n"}
_PREFIX = {Style.BULLET: "• ", Style.CONTINUED: "  "}


def render_text(sheet: BragSheet, template: BragTemplate) -> str:
    """Return the sheet as plain text, one paragraph, card or table row a line."""
    return "\n".join(line for block in printed(sheet, template) for line in _lines(block)).strip() + "\n"


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Paragraph():
            parts = (_words(block.lead_in, ": "), _words(block.runs), _words(block.at_margin, before=SEPARATOR))
            before = _SPACED.get(block.style, "") + _PREFIX.get(block.style, "")
            yield before + "".join(parts)
        case Cards():
            for card in block.cards:
                notes = _words(card.note).replace("\n", ", ")
                yield f"• {_words(card.label)}: {_words(card.value)}" + (f" ({notes})" if notes else "")
        case Table():
            yield _row(column.heading for column in block.columns)
            for row in block.rows:
                yield _row(str(cell.text).replace("\n", "; ") for cell in row.cells)
        case ChartRow():
            return


def _words(runs: Runs, after: str = "", *, before: str = "") -> str:
    words = "".join(str(run.text) for run in runs)
    return f"{before}{words}{after}" if words else ""


def _row(cells: Iterable[str]) -> str:
    return "\t".join(cells)

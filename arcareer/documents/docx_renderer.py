"""Word documents: blocks written into one of our own base documents, in time that grows with their number only."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from arcareer.documents.blocks import Block, Cards, ChartRow, Paragraph, Story, Table
from arcareer.documents.charts import PAPER, chart_height, chart_width, paint
from arcareer.documents.font_embedding import add_fonts
from arcareer.documents.look import LANGUAGE
from arcareer.documents.printed import Printed
from arcareer.documents.text_cleaning import one_line
from arcareer.documents.word_xml import (
    NAMESPACES,
    Picture,
    cards_xml,
    paragraph_xml,
    pictures_xml,
    space_after_table_xml,
    table_xml,
)
from arcareer.progress import Progress, silent
from arcareer.resources import resource_root

if TYPE_CHECKING:
    from docx.document import Document

KEYWORDS = "accounts receivable"
_TWIPS_A_PIXEL = 15
_GUTTER = 18.0
_PART = 200


def render_docx(printed: Printed, progress: Progress = silent, *, embed_fonts: bool = True) -> bytes:
    """Return a document as the bytes of a Word file.

    `progress` hears of every few blocks and may raise `Cancelled`.
    """
    import docx  # noqa: PLC0415 - loading it takes a tenth of a second

    document = docx.Document(str(resource_root() / "templates" / f"{printed.template.value}.docx"))
    _Writer(document).write(printed.blocks, progress)
    _fill_footer(document, printed)
    _fill_properties(document, printed)
    add_fonts(document, embed=embed_fonts)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def document_title(printed: Printed) -> str:
    """Return the title of the document's properties: Brag sheet 2026 H1, Maya Torres."""
    title = printed.title
    return one_line(", ".join(part for part in (f"{title.kind} {title.short_period}", str(title.name)) if part))


def footer_words(printed: Printed) -> str:
    """Return what stands at the foot of every page beside its number."""
    title = printed.title
    return "  ·  ".join(part for part in (one_line(str(title.name), 60), f"{title.kind} {title.short_period}") if part)


class _Writer:
    def __init__(self, document: Document) -> None:
        from arcareer.documents.fonts import FontShelf  # noqa: PLC0415 - loads Pillow

        self._document = document
        section = document.sections[0]
        self._width = sum((section.page_width or 0, -(section.left_margin or 0), -(section.right_margin or 0))) // 635
        self._fonts = FontShelf()
        self._pictures = 0

    def write(self, blocks: Sequence[Block], progress: Progress) -> None:
        parts: list[str] = []
        previous: Block | None = None
        for number, block in enumerate(blocks):
            if number % _PART == 0:
                progress(number, len(blocks), "Writing the document")
            if isinstance(previous, Cards | Table) and isinstance(block, Cards | Table):
                parts.append(space_after_table_xml())
            parts.extend(self._xml(block))
            previous = block
        if isinstance(previous, Cards | Table):
            parts.append(space_after_table_xml())
        progress(len(blocks), len(blocks), "Saving the document")
        self._fill_body("".join(parts))

    def _fill_body(self, xml: str) -> None:
        """Put the blocks in place of the base document's body in one step: moved one by one they would slow down."""
        from docx.oxml import parse_xml  # noqa: PLC0415
        from lxml import etree  # noqa: PLC0415

        document = self._document.element
        end = etree.tostring(document.body.sectPr, encoding="unicode")
        document.replace(document.body, parse_xml(f"<w:body {NAMESPACES}>{xml}{end}</w:body>"))

    def _xml(self, block: Block) -> Iterator[str]:
        match block:
            case Paragraph() | Story():
                yield paragraph_xml(block)
            case Cards():
                yield cards_xml(block, self._width)
            case Table():
                yield from table_xml(block, self._width)
            case ChartRow():
                yield pictures_xml(self._drawn(block))

    def _drawn(self, row: ChartRow) -> Iterator[Picture]:
        from arcareer.documents.canvas_png import PngCanvas  # noqa: PLC0415 - loads Pillow

        width = self._width / _TWIPS_A_PIXEL / len(row.charts) - 1
        height = max(chart_height(chart, low=row.low) for chart in row.charts)
        for chart in row.charts:
            self._pictures += 1
            canvas = PngCanvas(width, height, self._fonts, PAPER.paper)
            drawn = width - _GUTTER if len(row.charts) > 1 else chart_width(chart, width)
            paint(canvas, chart, drawn, height)
            relation, _ = self._document.part.get_or_add_image(io.BytesIO(canvas.png()))
            yield Picture(
                relation=relation,
                number=self._pictures,
                width=width,
                height=height,
                name=f"Chart {self._pictures}",
                description=chart.description,
            )


def _fill_footer(document: Document, printed: Printed) -> None:
    footer = document.sections[0].footer.paragraphs[0]
    footer.runs[0].text = footer_words(printed)


def _fill_properties(document: Document, printed: Printed) -> None:
    properties = document.core_properties
    name = one_line(str(printed.title.name))
    properties.title = document_title(printed)
    properties.author = name
    properties.last_modified_by = name
    properties.subject = one_line(printed.title.subject)
    properties.keywords = KEYWORDS
    properties.language = LANGUAGE
    written = printed.written_at.replace(tzinfo=None, microsecond=0)
    properties.created = written
    properties.modified = written

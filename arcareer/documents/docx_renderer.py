"""Word documents: blocks written into a base document, ours or the user's, as fast for many as for few."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from arcareer.documents.base import Base, shipped_base
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
from arcareer.domain.documents import DisclosureLevel
from arcareer.progress import Progress, silent

if TYPE_CHECKING:
    from docx.document import Document
    from docx.section import _Footer

    from arcareer.documents.style_file import StyleBase

KEYWORDS = "accounts receivable"
INTERNAL_MARK = "Internal"
_TWIPS_A_PIXEL = 15
_TWIPS_A_POINT = 20
_APART = "    "
_GUTTER = 18.0
_PART = 200


def render_docx(
    printed: Printed, progress: Progress = silent, *, embed_fonts: bool = True, style: StyleBase | None = None
) -> bytes:
    """Return a document as the bytes of a Word file, in a style of the user's own where there is one.

    `embed_fonts` puts the shipped fonts in, which a style of the user's own never needs. `progress` hears of every few
    blocks and may raise `Cancelled`.
    """
    import docx  # noqa: PLC0415 - loading it takes a tenth of a second

    base = style.base(printed.template) if style is not None else shipped_base(printed.template)
    document = docx.Document(io.BytesIO(base.data))
    _Writer(document, base).write(printed.blocks, progress)
    _fill_footers(document, printed, base)
    _fill_properties(document, printed)
    if base.own_face:
        add_fonts(document, embed=embed_fonts)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def document_title(printed: Printed) -> str:
    """Return the title of the document's properties: Brag sheet 2026 H1, Maya Torres."""
    title = printed.title
    return one_line(", ".join(part for part in (f"{title.kind} {title.short_period}", str(title.name)) if part))


def footer_words(printed: Printed) -> str:
    """Return what stands at the foot of every page beside its number, the mark of an internal document included."""
    title = printed.title
    mark = INTERNAL_MARK if _is_internal(printed) else ""
    words = (one_line(str(title.name), 60), f"{title.kind} {title.short_period}", mark)
    return "  ·  ".join(part for part in words if part)


def _is_internal(printed: Printed) -> bool:
    return printed.disclosure.level is DisclosureLevel.INTERNAL


class _Writer:
    def __init__(self, document: Document, base: Base) -> None:
        from arcareer.documents.fonts import FontShelf  # noqa: PLC0415 - loads Pillow

        self._document = document
        section = document.sections[0]
        margins = (section.left_margin, section.right_margin, section.gutter)
        self._width = ((section.page_width or 0) - sum(margin or 0 for margin in margins)) // 635
        self._sizes = base.sizes
        self._colours = replace(PAPER, accent=base.accent)
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
                yield paragraph_xml(block, is_long=isinstance(block, Paragraph) and self._is_long(block))
            case Cards():
                yield cards_xml(block, self._width)
            case Table():
                yield from table_xml(block, self._width)
            case ChartRow():
                yield pictures_xml(self._drawn(block))

    def _is_long(self, block: Paragraph) -> bool:
        """Return whether a heading of the user's own style has no room for its margin text, by the widths of Inter."""
        size = self._sizes.get(block.style)
        if size is None or not block.at_margin:
            return False
        words = "".join(str(run.text) for run in (*block.runs, *block.at_margin)) + _APART
        return self._fonts.width(words, size, 600) * _TWIPS_A_POINT > self._width

    def _drawn(self, row: ChartRow) -> Iterator[Picture]:
        from arcareer.documents.canvas_png import PngCanvas  # noqa: PLC0415 - loads Pillow

        width = self._width / _TWIPS_A_PIXEL / len(row.charts) - 1
        height = max(chart_height(chart, low=row.low) for chart in row.charts)
        for chart in row.charts:
            self._pictures += 1
            canvas = PngCanvas(width, height, self._fonts, self._colours.paper)
            drawn = width - _GUTTER if len(row.charts) > 1 else chart_width(chart, width)
            paint(canvas, chart, drawn, height, self._colours)
            relation, _ = self._document.part.get_or_add_image(io.BytesIO(canvas.png()))
            yield Picture(
                relation=relation,
                number=self._pictures,
                width=width,
                height=height,
                name=f"Chart {self._pictures}",
                description=chart.description,
            )


def _fill_footers(document: Document, printed: Printed, base: Base) -> None:
    """Fill in our own footers; to the user's nothing is added but the mark of an internal document."""
    for footer in _footers(document):
        if base.own_footer:
            footer.paragraphs[0].runs[0].text = footer_words(printed)
        elif _is_internal(printed):
            style = next(one for one in document.styles if one.style_id == "Footer")
            footer.add_paragraph(INTERNAL_MARK, style=style)


def _footers(document: Document) -> Iterator[_Footer]:
    section = document.sections[0]
    yield section.footer
    if section.different_first_page_header_footer:
        yield section.first_page_footer
    if document.settings.odd_and_even_pages_header_footer:
        yield section.even_page_footer


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

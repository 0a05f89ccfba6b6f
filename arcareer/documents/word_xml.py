"""Blocks as WordprocessingML. Every string of a user passes `_escaped`, so nothing they type can become markup."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape

from arcareer.documents.blocks import Cards, Look, Paragraph, Run, Runs, Story, Style, Table, reads_right_to_left
from arcareer.documents.text import own
from arcareer.documents.text_cleaning import is_right_to_left

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
EMU_A_PIXEL = 9525
_TAB = "<w:r><w:tab/></w:r>"
_BREAK = "<w:r><w:br/></w:r>"


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the package: its relationship, size in pixels, and the words for those who cannot see it."""

    relation: str
    number: int
    width: float
    height: float
    name: str
    description: str


def paragraph_xml(paragraph: Paragraph | Story, *, is_long: bool = False) -> str:
    """Return a paragraph in its style, with margin text set off by a tab: on a line of its own where it is long."""
    body = _runs(paragraph.runs)
    if isinstance(paragraph, Paragraph) and paragraph.at_margin:
        body += (_BREAK if is_long else "") + _TAB + _runs(paragraph.at_margin)
    if not isinstance(paragraph, Paragraph):
        return _paragraph(Style.TEXT, body, paragraph.runs)
    return _paragraph(
        paragraph.style, body, paragraph.runs, keeps_next=paragraph.keeps_next, new_page=paragraph.new_page
    )


def cards_xml(cards: Cards, width: int) -> str:
    """Return boxes side by side, `width` twentieths of a point in all."""
    columns = _divided(width, [1] * len(cards.cards))
    labels = [_cell("CardLabel", card.label) for card in cards.cards]
    values = [
        _cell("CardValueLong" if card.long else "CardValue", card.value) + _cell("CardNote", card.note)
        for card in cards.cards
    ]
    return _table("Cards", columns, (labels, values), cards.title, cards.description)


def table_xml(table: Table, width: int) -> Iterator[str]:
    """Yield the parts of a table, `width` twentieths of a point wide, whose heading row repeats on every page."""
    columns = _divided(width, [column.share for column in table.columns])
    heads = [
        _cell("CellHeadNumber" if column.numeric else "CellHead", (Run(own(column.heading)),))
        for column in table.columns
    ]
    styles = ["CellNumber" if column.numeric else "CellText" for column in table.columns]
    yield _table_start("Records", columns, table.title, table.description)
    yield _row(columns, heads, is_heading=True)
    for number, row in enumerate(table.rows):
        pairs = zip(styles, row.cells, strict=True)
        cells = [_cell(style, cell, keeps_next=number == 0 and len(table.rows) > 1) for style, cell in pairs]
        yield _row(columns, cells)
    yield "</w:tbl>"


def pictures_xml(pictures: Iterable[Picture]) -> str:
    """Return a paragraph with pictures side by side."""
    drawings = "".join(f"<w:r><w:drawing>{_inline(picture)}</w:drawing></w:r>" for picture in pictures)
    return _paragraph("ChartRow", drawings, ())


def space_after_table_xml() -> str:
    """Return the empty line a table needs before another table or the end, as small as it can be."""
    return '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr></w:p>'


def attribute(text: str) -> str:
    """Return text as the value of an attribute."""
    return escape(text).replace("\n", "&#10;").replace("\t", " ")


def _escaped(text: str) -> str:
    return escape(text, quote=False)


def _paragraph(style: Style | str, body: str, runs: Runs, *, keeps_next: bool = False, new_page: bool = False) -> str:
    keep = "<w:keepNext/>" if keeps_next else ""
    page = "<w:pageBreakBefore/>" if new_page else ""
    direction = "<w:bidi/>" if reads_right_to_left(runs) else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{keep}{page}{direction}</w:pPr>{body}</w:p>'


def _runs(runs: Runs) -> str:
    return "".join(_run(run) for run in runs if run.text)


def _run(run: Run) -> str:
    text = str(run.text)
    properties = f'<w:rStyle w:val="{run.look}"/>' if run.look is not Look.NORMAL else ""
    properties += "<w:rtl/>" if is_right_to_left(text) else ""
    opening = f"<w:r><w:rPr>{properties}</w:rPr>" if properties else "<w:r>"
    return f"{opening}{_content(text)}</w:r>"


def _content(text: str) -> str:
    """Return text as the inside of a run: line breaks and tabs are elements of their own."""
    if "\n" not in text and "\t" not in text:
        return f'<w:t xml:space="preserve">{_escaped(text)}</w:t>'
    lines = []
    for line in text.split("\n"):
        parts = (f'<w:t xml:space="preserve">{_escaped(part)}</w:t>' if part else "" for part in line.split("\t"))
        lines.append("<w:tab/>".join(parts))
    return "<w:br/>".join(lines)


def _cell(style: str, runs: Runs, *, keeps_next: bool = False) -> str:
    return _paragraph(style, _runs(runs), runs, keeps_next=keeps_next)


def _divided(width: int, shares: list[int]) -> list[int]:
    total = sum(shares)
    columns = [width * share // total for share in shares]
    columns[-1] += width - sum(columns)
    return columns


def _table(style: str, columns: list[int], rows: Iterable[list[str]], title: str, description: str) -> str:
    body = "".join(_row(columns, cells, is_heading=not at) for at, cells in enumerate(rows))
    return f"{_table_start(style, columns, title, description)}{body}</w:tbl>"


def _table_start(style: str, columns: list[int], title: str, description: str) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in columns)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(columns)}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
        'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{attribute(title)}"/><w:tblDescription w:val="{attribute(description)}"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>"
    )


def _row(columns: list[int], cells: list[str], *, is_heading: bool = False) -> str:
    repeats = "<w:tblHeader/>" if is_heading else ""
    body = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
        for width, cell in zip(columns, cells, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{repeats}</w:trPr>{body}</w:tr>"


def _inline(picture: Picture) -> str:
    size = f'cx="{round(picture.width * EMU_A_PIXEL)}" cy="{round(picture.height * EMU_A_PIXEL)}"'
    name, description = attribute(picture.name), attribute(picture.description)
    return (
        f'<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
        f'<wp:docPr id="{picture.number}" name="{name}" descr="{description}"/><wp:cNvGraphicFramePr>'
        '<a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr><a:graphic>'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
        f'<pic:cNvPr id="{picture.number}" name="{name}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
        f'<a:blip r:embed="{picture.relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr>'
        f'<a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        "</pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline>"
    )

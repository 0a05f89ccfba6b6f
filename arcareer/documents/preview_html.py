"""The document on screen: the same words in the same order, in the HTML that a rich text view understands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby
from typing import TypeVar
from uuid import UUID

from arcareer.documents import look
from arcareer.documents.blocks import (
    Block,
    Cards,
    ChartRow,
    Look,
    Paragraph,
    Row,
    Run,
    Runs,
    Story,
    Style,
    Table,
    reads_right_to_left,
)
from arcareer.documents.chart_values import Chart
from arcareer.documents.charts import chart_height, chart_width
from arcareer.documents.printed import Printed
from arcareer.documents.styles import DESIGNS, Design, ParagraphStyle
from arcareer.documents.text import Piece

_TWIPS_A_PIXEL = 15
_GUTTER = 18.0
_RULE_GAP = 8
_BAR_GAP = 11
_BATCH = 40
_Part = TypeVar("_Part")
_STYLE_SHEET = (
    f".hidden {{ background-color:#{look.HIDDEN_TINT}; color:#{look.ON_HIDDEN_TINT} }} a {{ text-decoration:none }}"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartImage:
    """A picture the view has to supply under `name`: `chart` drawn into `width` by `height` pixels."""

    name: str
    chart: Chart
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """HTML for a page of `page_width` by `page_height` pixels at 96 to the inch with the given margins.

    The body comes in `pieces`, none of them long, for a view that fills itself step by step; `style` goes with each.
    Links and anchors are `win/ID`; text inside `class="hidden"` is an alias that stands for a name.
    """

    style: str
    pieces: tuple[str, ...]
    charts: tuple[ChartImage, ...]
    page_width: int
    page_height: int
    side_margin: int
    top_margin: int

    @property
    def html(self) -> str:
        """Return the whole document."""
        return f"<html><head><style>{self.style}</style></head><body>{''.join(self.pieces)}</body></html>"


def preview(printed: Printed) -> Preview:
    """Return the document as it will be printed, for a rich text view on white paper."""
    design = DESIGNS[printed.template]
    writer = _Writer(design)
    return Preview(
        style=_STYLE_SHEET,
        pieces=tuple(writer.pieces(printed.blocks)),
        charts=tuple(writer.charts),
        page_width=look.PAGE_WIDTH // _TWIPS_A_PIXEL,
        page_height=look.PAGE_HEIGHT // _TWIPS_A_PIXEL,
        side_margin=design.side // _TWIPS_A_PIXEL,
        top_margin=design.top // _TWIPS_A_PIXEL,
    )


class _Writer:
    def __init__(self, design: Design) -> None:
        self.charts: list[ChartImage] = []
        self._design = design
        self._width = design.width // _TWIPS_A_PIXEL

    def pieces(self, blocks: Sequence[Block]) -> Iterator[str]:
        """Yield the document piece by piece; bullets that follow each other make a list."""
        for is_list, group in groupby(blocks, key=_is_bullet):
            if not is_list:
                for block in group:
                    yield from self._table(block) if isinstance(block, Table) else (self._block(block),)
                continue
            indent = look.BULLET_INDENT // _TWIPS_A_PIXEL
            items = [self._bullet(block) for block in group if isinstance(block, Paragraph)]
            for some in _in_batches(items):
                yield f'<ul style="margin:0 0 0 {indent - 4}px; -qt-list-indent:0">{"".join(some)}</ul>'

    def _block(self, block: Paragraph | Story | Cards | ChartRow) -> str:
        match block:
            case Paragraph():
                return self._paragraph(block)
            case Story():
                return self._story(block)
            case Cards():
                return self._cards(block)
            case ChartRow():
                return self._charts(block)

    def _bullet(self, paragraph: Paragraph) -> str:
        css = self._css(Style.BULLET, spaced=True)
        return f'<li{_direction(paragraph.runs)} style="{css}">{self._inside(paragraph)}</li>'

    def _paragraph(self, paragraph: Paragraph) -> str:
        style = self._design.paragraphs[paragraph.style]
        inside = self._inside(paragraph)
        direction = _direction(paragraph.runs)
        if style.rule:
            return self._side_by_side(style, ((inside, direction),))
        if paragraph.at_margin:
            cells = ((inside, direction), (self._runs(paragraph.at_margin, paragraph), ' align="right"'))
            return self._side_by_side(style, cells)
        bar = self._bar() if style.bar else ""
        margins = f"margin-left:{style.left // _TWIPS_A_PIXEL}px; margin-right:{style.right // _TWIPS_A_PIXEL}px; "
        return f'{bar}<p{direction} style="{margins}{self._css(paragraph.style, spaced=True)}">{inside}</p>'

    def _story(self, story: Story) -> str:
        return self._paragraph(Paragraph(style=Style.TEXT, runs=story.runs, win=story.win))

    def _side_by_side(self, style: ParagraphStyle, cells: Iterable[tuple[str, str]]) -> str:
        rule = f"border-top:1px solid #{look.RULE}; padding-top:{_px(_RULE_GAP)}; " if style.rule else ""
        css = rule + self._css(style.id)
        inner = "".join(f'<td{attributes} style="{css}">{words}</td>' for words, attributes in cells)
        return _table(f"<tr>{inner}</tr>", self._width - style.right // _TWIPS_A_PIXEL, _margins(style))

    def _bar(self) -> str:
        cell = f'<td bgcolor="#{self._design.accent}" style="font-size:4pt; line-height:8px">&nbsp;</td>'
        return _table(f"<tr>{cell}</tr>", self._width, f"margin-bottom:{_px(_BAR_GAP)}")

    def _cards(self, cards: Cards) -> str:
        labels = (self._card_cell(cards, (("CardLabel", card.label),), card.win) for card in cards.cards)
        values = (
            self._card_cell(
                cards, (("CardValueLong" if card.long else "CardValue", card.value), ("CardNote", card.note)), card.win
            )
            for card in cards.cards
        )
        return _table(f"<tr>{''.join(labels)}</tr><tr>{''.join(values)}</tr>", self._width)

    def _card_cell(self, cards: Cards, lines: Sequence[tuple[str, Runs]], win: UUID) -> str:
        styles = [self._design.paragraphs[style] for style, _ in lines]
        left = look.CARD_PADDING // _TWIPS_A_PIXEL
        padding = f"padding:{_px(styles[0].before)} 4px {_px(styles[-1].after)} {left}px"
        edge = f"border-right:{look.CARD_GAP // _TWIPS_A_PIXEL}px solid #{look.PAPER}"
        words = "".join(
            f'<p style="margin:0; {self._css(style.id)}">{_link(_coloured(runs, style.colour), win)}</p>'
            for style, (_, runs) in zip(styles, lines, strict=True)
        )
        width = self._width // len(cards.cards)
        return f'<td width="{width}" bgcolor="#{self._design.tint}" style="{padding}; {edge}">{words}</td>'

    def _table(self, table: Table) -> Iterator[str]:
        """Yield a table: a long one in several, which no view shows a seam between."""
        total = sum(column.share for column in table.columns)
        gap = f"padding:3px {look.CELL_GAP // _TWIPS_A_PIXEL}px 3px 0"
        head_css = f"{self._css('CellHead')} {gap}; border-bottom:1px solid #{self._design.accent}"
        cell_css = f"{self._css('CellText')} {gap}; border-bottom:1px solid #{look.RULE}"
        starts = [
            f'<td width="{column.share * 100 // total}%" align="{"right" if column.numeric else "left"}"'
            for column in table.columns
        ]
        heads = zip(starts, table.columns, strict=True)
        cells = (f'{start} style="{head_css}">{escape(column.heading)}</td>' for start, column in heads)
        head = f"<thead><tr>{''.join(cells)}</tr></thead>"
        for some in _in_batches(table.rows):
            rows = ("".join(self._cells(row, starts, cell_css)) for row in some)
            yield _table(head + "".join(f"<tr>{row}</tr>" for row in rows), self._width)
            head = ""

    def _cells(self, row: Row, starts: Sequence[str], css: str) -> Iterator[str]:
        style = self._design.paragraphs["CellText"]
        for start, cell in zip(starts, row.cells, strict=True):
            win = None if any(run.win for run in cell) else row.win
            words = _link("".join(self._run(run, style) for run in cell if run.text), win)
            yield f'{start}{_direction(cell)} style="{css}">{words}</td>'

    def _charts(self, row: ChartRow) -> str:
        width = self._width / len(row.charts)
        height = max(chart_height(chart, low=row.low) for chart in row.charts)
        cells = []
        for chart in row.charts:
            name = f"chart/{len(self.charts)}"
            drawn = width - _GUTTER if len(row.charts) > 1 else chart_width(chart, width)
            self.charts.append(ChartImage(name=name, chart=chart, width=drawn, height=height))
            size = f'width="{drawn:.0f}" height="{height:.0f}"'
            cells.append(f'<td width="{width:.0f}"><img src="{name}" {size} alt="{escape(chart.description)}"></td>')
        return _table(f"<tr>{''.join(cells)}</tr>", self._width, _margins(self._design.paragraphs["ChartRow"]))

    def _css(self, style_id: str, *, spaced: bool = False) -> str:
        style = self._design.paragraphs[style_id]
        space = f"{_margins(style)}; " if spaced else ""
        capitals = " text-transform:uppercase; letter-spacing:1px;" if style.capitals else ""
        line = _px(style.line) if style.exact else f"{style.line * 100:.0f}%"
        return (
            f"{space}font-family:'{look.SEMIBOLD if style.semibold else look.FAMILY}'; font-size:{style.size:g}pt; "
            f"color:#{style.colour}; line-height:{line};{capitals}"
        )

    def _inside(self, paragraph: Paragraph) -> str:
        anchor = f'<a name="win/{paragraph.win}"></a>' if paragraph.opens else ""
        return anchor + self._runs(paragraph.runs, paragraph)

    def _runs(self, runs: Runs, paragraph: Paragraph) -> str:
        style = self._design.paragraphs[paragraph.style]
        return _link("".join(self._run(run, style) for run in runs), paragraph.win)

    def _run(self, run: Run, style: ParagraphStyle) -> str:
        lifted = f"font-family:'{look.SEMIBOLD}'; "
        css = {
            Look.AMOUNT: f"{lifted}color:#{self._design.accent}",
            Look.LABEL: f"{lifted}color:#{self._design.accent}",
            Look.LIFTED: f"{lifted}color:#{look.INK}",
            Look.MUTED: f"font-size:{self._design.small:g}pt; color:#{look.MUTED}",
            Look.NORMAL: f"color:#{style.colour}",
        }[run.look]
        return _link(f'<span style="{css}">{_words((run,))}</span>', run.win)


def _in_batches(parts: Sequence[_Part]) -> Iterator[Sequence[_Part]]:
    return (parts[at : at + _BATCH] for at in range(0, len(parts), _BATCH))


def _px(points: float) -> str:
    """Return points as pixels: rich text views take spaces in nothing else."""
    return f"{round(points * 96 / 72)}px"


def _margins(style: ParagraphStyle) -> str:
    return f"margin-top:{_px(style.before)}; margin-bottom:{_px(style.after)}"


def _table(rows: str, width: int, css: str = "") -> str:
    return f'<table width="{width}" cellspacing="0" cellpadding="0" style="{css}">{rows}</table>'


def _link(words: str, win: UUID | None) -> str:
    return f'<a href="win/{win}">{words}</a>' if words and win is not None else words


def _coloured(runs: Runs, colour: str) -> str:
    """Return the words in a colour of their own: a link would bring its own otherwise."""
    words = _words(runs)
    return f'<span style="color:#{colour}">{words}</span>' if words else ""


def _is_bullet(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.style is Style.BULLET


def _direction(runs: Runs) -> str:
    return ' dir="rtl"' if reads_right_to_left(runs) else ""


def _words(runs: Runs) -> str:
    return "".join(_piece(piece) for run in runs for piece in run.pieces)


def _piece(piece: Piece) -> str:
    words = escape(piece.text).replace("\n", "<br>").replace("\t", "&#9;").replace("  ", " &nbsp;")
    return words if piece.customer is None else f'<span class="hidden">{words}</span>'

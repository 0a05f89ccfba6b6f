"""Blocks as data for the typst template: nothing a user types is ever read as typst code, only as strings of JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Final

from arcareer.documents import look
from arcareer.documents.blocks import (
    Block,
    Cards,
    ChartRow,
    Look,
    Paragraph,
    Runs,
    Story,
    Style,
    Table,
    reads_right_to_left,
    runs_of,
)
from arcareer.documents.charts import PAPER, chart_height, chart_width, paint
from arcareer.documents.docx_renderer import KEYWORDS, document_title, footer_words
from arcareer.documents.fonts import FontShelf
from arcareer.documents.printed import Printed
from arcareer.documents.styles import DESIGNS, Design, ParagraphStyle
from arcareer.documents.text_cleaning import one_line
from arcareer.progress import Progress

_ASCENT: Final = 0.96875
_DESCENT: Final = 0.2415
_HEIGHT: Final = _ASCENT + _DESCENT
_POINTS_A_PIXEL: Final = 0.75
_GUTTER: Final = 18.0
_PART: Final = 200
_SHORT_WORD: Final = 10
_LETTER: Final = 0.6
_TALL: Final = 0.4
_TAB: Final = " " * 4
_HEADINGS: Final = {Style.HEADING1: 1, Style.HEADING2: 2, Style.HEADING3: 3}

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class TypstSource:
    """What the template needs, as JSON, and whether Inter has a shape for every character of it."""

    data: str
    in_inter: bool


def typst_source(printed: Printed, progress: Progress) -> TypstSource:
    """Return the document as data for `resources/templates/document.typ`.

    `progress` hears of every few blocks and may raise `Cancelled`.
    """
    fonts = FontShelf()
    writer = _Writer(DESIGNS[printed.template], fonts)
    name = one_line(str(printed.title.name))
    document = {
        "title": document_title(printed),
        "author": [name] if name else [],
        "subject": one_line(printed.title.subject),
        "keywords": KEYWORDS,
        "language": look.LANGUAGE.split("-"),
        "footer": footer_words(printed),
        "design": _design(DESIGNS[printed.template]),
        "blocks": list(writer.blocks(printed.blocks, progress)),
    }
    shown = {char for part in _strings(document) for char in part}
    return TypstSource(json.dumps(document, ensure_ascii=False), all(map(fonts.holds, shown)))


def _strings(document: Json) -> Iterator[str]:
    waiting: list[Any] = [document]
    while waiting:
        value = waiting.pop()
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict):
            waiting.extend(part for key, part in value.items() if key != "png")
        elif isinstance(value, list):
            waiting.extend(value)


def _design(design: Design) -> Json:
    return {
        "page": [look.PAGE_WIDTH / 20, look.PAGE_HEIGHT / 20, design.side / 20, design.top / 20],
        "accent": design.accent,
        "tint": design.tint if design.tint != look.PAPER else None,
        "rule": look.RULE,
        "body": design.body,
        "card-padding": look.CARD_PADDING / 20 if design.tint != look.PAPER else 0,
        "card-gap": look.CARD_GAP / 20,
        "cell-gap": look.CELL_GAP / 20,
        "bullet-indent": look.BULLET_INDENT / 20,
        "styles": {style.id: _style(style) for style in design.paragraphs.values()},
        "looks": {
            Look.AMOUNT: {"fill": design.accent, "weight": 600},
            Look.LABEL: {"fill": design.accent, "weight": 600},
            Look.LIFTED: {"fill": look.INK, "weight": 600},
            Look.MUTED: {"fill": look.MUTED, "size": design.small},
        },
    }


def _style(style: ParagraphStyle) -> Json:
    """Return a style with the edges of its lines: multiples of the letters' height, or points where they are exact."""
    above = style.line - style.size * _HEIGHT if style.exact else (style.line - 1) * _HEIGHT
    ascent, descent = (style.size * part for part in (_ASCENT, _DESCENT)) if style.exact else (_ASCENT, _DESCENT)
    return {
        "size": style.size,
        "fill": style.colour,
        "weight": 600 if style.semibold else 400,
        "tracking": style.tracking / 20,
        "capitals": style.capitals,
        "exact": style.exact,
        "top": round(ascent + above / 2, 4),
        "bottom": round(-descent - above / 2, 4),
        "before": style.before,
        "after": style.after,
        "left": style.left / 20,
        "right": style.right / 20,
        "bar": style.bar,
        "rule": style.rule,
    }


class _Writer:
    def __init__(self, design: Design, fonts: FontShelf) -> None:
        self._design = design
        self._fonts = fonts
        self._open: list[int] = []
        self._width = design.width / 20
        self._room = (look.PAGE_HEIGHT - 2 * design.top) / 20 * _TALL

    def blocks(self, blocks: Sequence[Block], progress: Progress) -> Iterator[Json]:
        """Yield the blocks; bullets that follow each other are one list."""
        groups = groupby(blocks, key=_list_key)
        units = [unit for key, group in groups for unit in ([list(group)] if key else group)]
        for number, unit in enumerate(units):
            if number % _PART == 0:
                progress(number, len(units), "Writing the document")
            yield self._list(unit) if isinstance(unit, list) else self._block(unit)
        progress(len(units), len(units), "Setting the pages")

    def _list(self, members: list[Block]) -> Json:
        style = self._design.paragraphs[Style.BULLET]
        room = self._width - style.left / 20
        items = [
            {"parts": self._parts(runs_of(block), style, room), "tall": self._is_tall(runs_of(block), style, room)}
            for block in members
        ]
        return {"kind": "list", "items": items, "rtl": reads_right_to_left(runs_of(members[0]))}

    def _block(self, block: Block) -> Json:
        match block:
            case Paragraph():
                return self._paragraph(block)
            case Story():
                return self._paragraph(Paragraph(style=Style.TEXT, runs=block.runs))
            case Cards():
                return self._cards(block)
            case Table():
                return self._table(block)
            case ChartRow():
                return {"kind": "charts", "charts": list(self._charts(block))}

    def _paragraph(self, paragraph: Paragraph) -> Json:
        style = self._design.paragraphs[paragraph.style]
        room = self._width - (style.left + style.right) / 20
        return {
            "kind": "paragraph",
            "style": style.id,
            "level": self._level_of(paragraph.style),
            "parts": self._parts(paragraph.runs, style, room),
            "margin": self._parts(paragraph.at_margin, style, room),
            "rtl": reads_right_to_left(paragraph.runs),
            "tall": self._is_tall(paragraph.runs, style, room),
            "sticky": style.keeps_next or paragraph.keeps_next,
            "new-page": paragraph.new_page,
        }

    def _level_of(self, style: Style) -> int | None:
        """Return the level of a heading, 0 for the title; no level is left out on the way down, whatever it looks."""
        if style is Style.TITLE:
            return 0
        if style not in _HEADINGS:
            return None
        self._open = [above for above in self._open if above < _HEADINGS[style]] + [_HEADINGS[style]]
        return len(self._open)

    def _cards(self, cards: Cards) -> Json:
        room = self._width / len(cards.cards) - (look.CARD_PADDING + look.CARD_GAP) / 20
        return {
            "kind": "cards",
            "cards": [
                {
                    "label": self._cell("CardLabel", card.label, room),
                    "value": self._cell("CardValueLong" if card.long else "CardValue", card.value, room),
                    "note": self._cell("CardNote", card.note, room),
                }
                for card in cards.cards
            ],
        }

    def _table(self, table: Table) -> Json:
        total = sum(column.share for column in table.columns)
        rooms = [self._width * column.share / total - look.CELL_GAP / 20 for column in table.columns]
        return {
            "kind": "table",
            "columns": [
                {"heading": column.heading, "share": column.share, "numeric": column.numeric}
                for column in table.columns
            ],
            "rows": [
                [self._cell("CellText", cell, room) for cell, room in zip(row.cells, rooms, strict=True)]
                for row in table.rows
            ],
        }

    def _cell(self, style_id: str, runs: Runs, room: float) -> Json:
        style = self._design.paragraphs[style_id]
        return {
            "style": style_id,
            "parts": self._parts(runs, style, room),
            "rtl": reads_right_to_left(runs),
            "tall": self._is_tall(runs, style, room),
        }

    def _charts(self, row: ChartRow) -> Iterator[Json]:
        """Yield the pictures of the Word file: ticks and labels drawn as letters would be read among the words."""
        from arcareer.documents.canvas_png import PngCanvas  # noqa: PLC0415 - loads Pillow

        width = self._width / _POINTS_A_PIXEL / len(row.charts) - 1
        height = max(chart_height(chart, low=row.low) for chart in row.charts)
        for chart in row.charts:
            canvas = PngCanvas(width, height, self._fonts, PAPER.paper)
            drawn = width - _GUTTER if len(row.charts) > 1 else chart_width(chart, width)
            paint(canvas, chart, drawn, height)
            yield {
                "png": list(canvas.png()),
                "width": width * _POINTS_A_PIXEL,
                "height": height * _POINTS_A_PIXEL,
                "description": chart.description,
            }

    def _parts(self, runs: Runs, style: ParagraphStyle, room: float) -> list[Any]:
        """Return runs as pairs of look and words, null for a line break; a third item marks words to break anywhere."""
        parts: list[Any] = []
        for run in runs:
            for at, line in enumerate(str(run.text).replace("\t", _TAB).split("\n")):
                parts.extend([None] if at else [])
                parts.extend([run.look, *words] for words in self._split(line, style, room))
        return parts

    def _split(self, line: str, style: ParagraphStyle, room: float) -> Iterator[list[Any]]:
        """Yield a line as it is, or in turn words that fit and words too long for any line."""
        if not line:
            return
        if len(line) < _SHORT_WORD or not any(self._overflows(word, style, room) for word in line.split(" ")):
            yield [line]
            return
        for too_long, words in groupby(re.split("( )", line), key=lambda word: self._overflows(word, style, room)):
            part = "".join(words)
            yield [part, True] if too_long else [part]

    def _overflows(self, word: str, style: ParagraphStyle, room: float) -> bool:
        if len(word) < _SHORT_WORD:
            return False
        shown = word.upper() if style.capitals else word
        tracked = max(style.tracking, 0) / 20 * len(word)
        return self._fonts.width(shown, style.size, 600) + tracked > room

    def _is_tall(self, runs: Runs, style: ParagraphStyle, room: float) -> bool:
        """Return whether the words may take more than a good part of a page, so that they have to go over two."""
        pitch = style.line if style.exact else style.line * style.size * _HEIGHT
        text = "".join(str(run.text) for run in runs)
        if len(text) * style.size * _LETTER < room * 4:
            return False
        lines = sum(len(line) * style.size * _LETTER // room + 1 for line in text.split("\n"))
        return lines * pitch > self._room


def _list_key(block: Block) -> str:
    """Return what bullets of one list have in common, nothing for other blocks."""
    if not isinstance(block, Paragraph) or block.style is not Style.BULLET:
        return ""
    return "rtl" if reads_right_to_left(block.runs) else "ltr"

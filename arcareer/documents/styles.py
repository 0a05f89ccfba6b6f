"""How each template sets each style: one table for the Word files, the preview and the fitting of one page.

Sizes and spaces are points, indents and widths twentieths of a point. `tools/build_base_docx.py` writes the base
documents from here; run it after a change.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from arcareer.documents import look
from arcareer.domain.documents import BragTemplate


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphStyle:
    """A paragraph style. `line` is a multiple of the font's height or, with `exact`, points from line to line."""

    id: str
    name: str
    size: float
    colour: str = look.INK
    before: float = 0
    after: float = 0
    line: float = 1.15
    exact: bool = False
    semibold: bool = False
    capitals: bool = False
    tracking: int = 0
    keeps_next: bool = False
    left: int = 0
    right: int = 0
    hanging: int = 0
    right_tab: bool = False
    bar: bool = False
    rule: bool = False
    bullet: bool = False
    to_the_end: bool = False
    outline: int | None = None
    following: str = "Normal"
    order: int = 0
    built_in: bool = False


@dataclass(frozen=True, kw_only=True)
class Design:
    """What one template makes of the styles; `gap` stretches the spaces, `lines` fixes styles to exact measures.

    Without `own_face` the styles take the font of the document they are written into, and nothing of the indents of
    its text.
    """

    template: BragTemplate
    side: int
    top: int
    accent: str = look.ACCENT
    tint: str = look.TINT
    body: float = 10
    leading: float = 1.28
    title: float = 30
    headings: tuple[float, float, float] = (15, 8.5, 10.5)
    capital_themes: bool = True
    small: float = 8
    card_value: float = 20
    bar: bool = True
    rules: bool = True
    gap: float = 1.0
    lines: Mapping[str, tuple[float, float, float, float]] = field(default_factory=dict)
    page: int = look.PAGE_WIDTH
    own_face: bool = True

    @property
    def width(self) -> int:
        """Return the width of the text."""
        return self.page - 2 * self.side

    @cached_property
    def paragraphs(self) -> dict[str, ParagraphStyle]:
        """Return the paragraph styles by id."""
        styles = (*_title_styles(self), *_text_styles(self), *_card_styles(self), *_cell_styles(self))
        return {style.id: self._fixed(style) for style in styles}

    def _fixed(self, style: ParagraphStyle) -> ParagraphStyle:
        if style.id not in self.lines:
            return style
        size, before, after, line = self.lines[style.id]
        return replace(style, size=size, before=before, after=after, line=line, exact=True)


def _title_styles(d: Design) -> tuple[ParagraphStyle, ...]:
    g, (first, second, third) = d.gap, d.headings
    heading = ParagraphStyle(
        id="Heading1", name="heading 1", size=first, semibold=True, before=20 * g, after=6 * g, line=1.1,
        keeps_next=True, rule=d.rules, outline=0, order=9, built_in=True,
    )  # fmt: skip
    return (
        ParagraphStyle(
            id="Overline", name="Overline", size=d.small, colour=d.accent, semibold=True, capitals=True, tracking=24,
            after=6 * g, line=1, keeps_next=True, bar=d.bar, following="Title",
        ),
        ParagraphStyle(
            id="Title", name="Title", size=d.title, semibold=True, tracking=-8, after=2 * g, line=1.05,
            keeps_next=True, following="Subtitle", order=10, built_in=True,
        ),
        ParagraphStyle(
            id="Subtitle", name="Subtitle", size=d.body + 2.5, colour=d.accent, semibold=True, before=2 * g,
            after=3 * g, keeps_next=True, order=11, built_in=True,
        ),
        ParagraphStyle(id="MetaLine", name="Meta Line", size=d.small + 0.5, colour=look.MUTED, before=1, line=1.2),
        ParagraphStyle(id="Lead", name="Lead", size=d.body + 2, before=12 * g, after=2 * g, line=1.35),
        heading,
        replace(
            heading, id="Heading2", name="heading 2", size=second, colour=d.accent, capitals=d.capital_themes,
            tracking=16 if d.capital_themes else 0, before=11 * g, after=3 * g, right_tab=True, rule=False, outline=1,
        ),
        replace(
            heading, id="Heading3", name="heading 3", size=third, before=6 * g, after=1, line=1.15, right_tab=True,
            rule=False, outline=2, following="WinText",
        ),
    )  # fmt: skip


def _text_styles(d: Design) -> tuple[ParagraphStyle, ...]:
    step = look.BULLET_INDENT
    return (
        ParagraphStyle(id="WinText", name="Win Text", size=d.body, after=6 * d.gap, line=d.leading, right=600),
        ParagraphStyle(
            id="ListBullet", name="List Bullet", size=d.body, after=4 * d.gap, line=d.leading, bullet=True, left=step,
            hanging=step, following="ListBullet", order=36, built_in=True,
        ),
        ParagraphStyle(id="Note", name="Note", size=d.small, colour=look.MUTED, before=8 * d.gap),
        ParagraphStyle(id="ChartRow", name="Chart Row", size=d.body, before=16 * d.gap, line=1),
        ParagraphStyle(
            id="Footer", name="footer", size=d.small, colour=look.MUTED, line=1, right_tab=True, order=99,
            built_in=True,
        ),
    )  # fmt: skip


def _card_styles(d: Design) -> tuple[ParagraphStyle, ...]:
    g = d.gap
    value = ParagraphStyle(
        id="CardValue", name="Card Value", size=d.card_value, colour=d.accent, semibold=True, before=3 * g, after=1,
        line=d.card_value * 1.2, exact=True, keeps_next=True,
    )  # fmt: skip
    return (
        ParagraphStyle(
            id="CardLabel", name="Card Label", size=d.small, colour=look.MUTED, before=8 * g, line=1, keeps_next=True
        ),
        value,
        replace(value, id="CardValueLong", name="Card Value Long", size=d.card_value * 0.65),
        ParagraphStyle(id="CardNote", name="Card Note", size=d.small, before=1, after=9 * g, line=1.1),
    )


def _cell_styles(d: Design) -> tuple[ParagraphStyle, ...]:
    text = ParagraphStyle(id="CellText", name="Cell Text", size=d.body - 1, before=2, after=2)
    head = ParagraphStyle(
        id="CellHead", name="Cell Head", size=d.small, colour=d.accent, semibold=True, before=2, after=3, line=1.1,
        keeps_next=True,
    )  # fmt: skip
    return (
        text,
        replace(text, id="CellNumber", name="Cell Number", to_the_end=True),
        head,
        replace(head, id="CellHeadNumber", name="Cell Head Number", to_the_end=True),
    )


DESIGNS: Mapping[BragTemplate, Design] = {
    BragTemplate.PROMOTION: Design(template=BragTemplate.PROMOTION, side=1224, top=1120),
    BragTemplate.PLAIN: Design(
        template=BragTemplate.PLAIN, side=1296, top=1120, accent=look.INK, tint=look.PAPER, title=22,
        headings=(13, 10.5, 10), capital_themes=False, small=8.5, card_value=14, bar=False, gap=0.8,
    ),
    BragTemplate.ONE_PAGE: Design(
        template=BragTemplate.ONE_PAGE, side=1008, top=820, body=9, small=7.5, rules=False, gap=0.5,
        lines={
            "Title": (20, 0, 1, 25), "Subtitle": (11, 0, 2, 15), "MetaLine": (8, 0, 0, 12), "Lead": (10, 6, 0, 14),
            "Heading1": (11, 11, 4, 15), "Heading2": (7.5, 6, 2, 11), "ListBullet": (9, 0, 2.5, 12.5),
            "Note": (7.5, 8, 0, 11), "CardLabel": (7.5, 5, 0, 10),
            "CardValue": (14, 2, 0, 18), "CardValueLong": (9.5, 2, 0, 18), "CardNote": (7.5, 0, 5, 10),
        },
    ),
}  # fmt: skip

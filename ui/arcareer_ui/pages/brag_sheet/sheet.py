"""The composed document as this page needs it: pages to look at, names to show, text to copy."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from html import escape
from itertools import accumulate
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QRectF, QSizeF
from PySide6.QtGui import QPainter

from arcareer.documents.chart_values import Chart
from arcareer.domain.documents import BragTemplate
from arcareer.domain.periods import Period
from arcareer.progress import Progress, silent
from arcareer_ui.widgets.page_filler import PagedText

if TYPE_CHECKING:
    from arcareer.documents.document import BragSheet
    from arcareer.documents.printed import Printed

_STEPS = 3
MOST_SHOWN = 1_500_000  # characters of HTML, which are about a hundred pages


@dataclass(frozen=True, slots=True, kw_only=True)
class ComposedSheet:
    """A document and its pages, `is_cut` where only the first ones are shown.

    `named` are the customers replaced, in `places` places.
    """

    printed: Printed
    period: Period
    pages: PagedText
    is_cut: bool
    wins: int
    named: tuple[UUID, ...]
    places: int
    without_result: int

    def text(self) -> str:
        """Return the document as plain text, names hidden as they are in the preview."""
        from arcareer.documents.text_renderer import render_text  # noqa: PLC0415 - only needed for copying

        return render_text(self.printed)


def compose(
    prepared: Callable[[], BragSheet], template: BragTemplate, wins: int, report: Progress = silent
) -> ComposedSheet:
    """Compose a document of `wins` wins and its pages; may run in any thread."""
    from arcareer.documents.layout import replaced_names  # noqa: PLC0415 - loaded with the page
    from arcareer.documents.preview_html import preview  # noqa: PLC0415
    from arcareer.documents.printed import printed  # noqa: PLC0415

    report(0, _STEPS)
    content = prepared()
    report(1, _STEPS)
    document = printed(content, template)
    replaced = replaced_names(document.blocks)
    report(2, _STEPS)
    shown = preview(document)
    pieces = _first(shown.pieces)
    pages = PagedText(
        pieces=pieces,
        style=shown.style,
        drawings={image.name: partial(_draw, image.chart) for image in shown.charts},
        page=QSizeF(shown.page_width, shown.page_height),
        side=shown.side_margin,
        top=shown.top_margin,
    )
    return ComposedSheet(
        printed=document,
        period=content.period,
        pages=pages,
        is_cut=pieces is not shown.pieces,
        wins=wins,
        named=tuple(name.customer for name in replaced),
        places=sum(name.places for name in replaced),
        without_result=len(content.without_result),
    )


def _first(pieces: tuple[str, ...]) -> tuple[str, ...]:
    """Return as many pieces as anybody will look through, and a last line where there are more."""
    ends = accumulate(map(len, pieces))
    shown = tuple(piece for piece, end in zip(pieces, ends, strict=True) if end <= MOST_SHOWN)
    if len(shown) == len(pieces):
        return pieces
    words = QCoreApplication.translate(
        "BragSheetPreview", "The preview ends here. The document goes on to the last win."
    )
    return (*shown, f"<p>{escape(words)}</p>")


def _draw(chart: Chart, painter: QPainter, area: QRectF) -> None:
    from arcareer_ui.painter_canvas import draw_chart  # noqa: PLC0415 - loaded when the first chart is on show

    draw_chart(chart, painter, area)

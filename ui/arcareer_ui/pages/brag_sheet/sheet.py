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
from arcareer.domain.documents import DocumentChoices, DocumentKind
from arcareer.domain.periods import Period
from arcareer.progress import Progress, silent
from arcareer_ui.widgets.page_filler import PagedText

if TYPE_CHECKING:
    from arcareer.services.documents import ReadyDocument

_STEPS = 3
MOST_SHOWN = 1_500_000  # characters of HTML, which are about a hundred pages


@dataclass(frozen=True, slots=True, kw_only=True)
class ComposedSheet:
    """A document and its pages, `is_cut` where only the first ones are shown.

    `named` are the customers replaced, in `places` places.
    """

    ready: ReadyDocument
    choices: DocumentChoices
    pages: PagedText
    is_cut: bool
    named: tuple[UUID, ...]
    places: int

    @property
    def period(self) -> Period:
        """Return what the document covers."""
        return self.ready.period

    @property
    def wins(self) -> int:
        """Return how many wins it tells of."""
        return self.ready.told

    @property
    def is_empty(self) -> bool:
        """Return whether it has nothing to say: a promotion review has its case even without a win."""
        return not self.ready.told and self.choices.document is DocumentKind.BRAG_SHEET


def compose(
    prepared: Callable[[], ReadyDocument], choices: DocumentChoices, report: Progress = silent
) -> ComposedSheet:
    """Compose a document and its pages; may run in any thread."""
    from arcareer.documents.layout import replaced_names  # noqa: PLC0415 - loaded with the page
    from arcareer.documents.preview_html import preview  # noqa: PLC0415

    report(0, _STEPS)
    ready = prepared()
    report(1, _STEPS)
    replaced = replaced_names(ready.printed.blocks)
    report(2, _STEPS)
    shown = preview(ready.printed)
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
        ready=ready,
        choices=choices,
        pages=pages,
        is_cut=pieces is not shown.pieces,
        named=tuple(name.customer for name in replaced),
        places=sum(name.places for name in replaced),
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

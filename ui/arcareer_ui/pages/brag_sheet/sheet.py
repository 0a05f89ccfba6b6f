"""The composed document as this page needs it: pages to look at, names to show, text to copy."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtGui import QImage

from arcareer.domain.brag_sheets import BragSheetChoices, BragTemplate
from arcareer.domain.periods import Period
from arcareer_ui.painter_canvas import chart_image

if TYPE_CHECKING:
    from arcareer.documents.document import BragSheet
    from arcareer.services.brag_sheets import BragSheetService


@dataclass(frozen=True, slots=True, kw_only=True)
class ComposedSheet:
    """A document and its preview. `named` are the customers replaced, `places` how often, `page` in px at 96 dpi."""

    content: BragSheet
    template: BragTemplate
    period: Period
    html: str
    images: Mapping[str, QImage]
    page: tuple[int, int]
    margins: tuple[int, int]
    wins: int
    named: tuple[UUID, ...]
    places: int
    without_result: int

    def text(self) -> str:
        """Return the document as plain text, names hidden as they are in the preview."""
        from arcareer.documents.text_renderer import render_text  # noqa: PLC0415 - only needed for copying

        return render_text(self.content, self.template)


def compose(brag_sheets: BragSheetService, choices: BragSheetChoices, period: Period) -> ComposedSheet:
    """Compose the document of a period and its preview."""
    from arcareer.documents.layout import replaced_names  # noqa: PLC0415 - loaded with the page
    from arcareer.documents.preview_html import preview  # noqa: PLC0415
    from arcareer.documents.printed import printed  # noqa: PLC0415

    content = brag_sheets.compose(choices, period)
    shown = preview(content, choices.template)
    replaced = replaced_names(printed(content, choices.template))
    return ComposedSheet(
        content=content,
        template=choices.template,
        period=period,
        html=shown.html,
        images={image.name: chart_image(image.chart, image.width, image.height) for image in shown.charts},
        page=(shown.page_width, shown.page_height),
        margins=(shown.side_margin, shown.top_margin),
        wins=len(content.entries),
        named=tuple(name.customer for name in replaced),
        places=sum(name.places for name in replaced),
        without_result=len(content.without_result),
    )

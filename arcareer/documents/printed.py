"""What a template prints of a sheet: the one door for every renderer, so that all of them say the same."""

from __future__ import annotations

from arcareer.documents.blocks import Block
from arcareer.documents.document import BragSheet
from arcareer.documents.layout import arrange
from arcareer.domain.brag_sheets import BragTemplate


def printed(sheet: BragSheet, template: BragTemplate) -> tuple[Block, ...]:
    """Return the blocks of the sheet under a template; the one page template first drops what has no room."""
    if template is BragTemplate.ONE_PAGE:
        from arcareer.documents.one_page import fitted  # noqa: PLC0415 - loads fonts to measure with

        sheet = fitted(sheet)
    return tuple(arrange(sheet, template))

"""A document ready for every renderer: the one door, so that all of them say the same."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from arcareer.documents.blocks import Block
from arcareer.documents.disclosure import Disclosure
from arcareer.documents.document import BragSheet, TitleBlock
from arcareer.documents.layout import arrange
from arcareer.domain.documents import BragTemplate


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A document of any kind: its title, what may be in it, and its blocks in the order of a template."""

    title: TitleBlock
    written_at: datetime
    disclosure: Disclosure
    template: BragTemplate
    blocks: tuple[Block, ...]


def printed(sheet: BragSheet, template: BragTemplate) -> Printed:
    """Return the sheet under a template; the one page template first drops what has no room."""
    if template is BragTemplate.ONE_PAGE:
        from arcareer.documents.one_page import fitted  # noqa: PLC0415 - loads fonts to measure with

        sheet = fitted(sheet)
    return Printed(
        title=sheet.title,
        written_at=sheet.written_at,
        disclosure=sheet.disclosure,
        template=template,
        blocks=tuple(arrange(sheet, template)),
    )

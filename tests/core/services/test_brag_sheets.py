"""The sheet is composed from what the library holds."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from arcareer.content.library import ContentLibrary
from arcareer.documents.printed import printed
from arcareer.documents.text_renderer import render_text
from arcareer.domain.agenda import Owner
from arcareer.domain.bullets import Bullet
from arcareer.domain.documents import (
    BragSection,
    BragTemplate,
    DisclosureLevel,
    DocumentChoices,
)
from arcareer.domain.periods import half_of
from arcareer.services.brag_sheets import BragSheetService
from arcareer.services.disclosures import DisclosureService
from tests.support.builders import Library, a_win

TODAY = date(2026, 10, 16)


@pytest.fixture
def sheets(library: Library) -> BragSheetService:
    return BragSheetService(
        library.store,
        library.journal,
        library.agenda,
        DisclosureService(library.store, library.edits, library.customers),
        content=ContentLibrary(),
        clock=library.clock,
    )


def test_the_sheet_is_what_the_library_holds(library: Library, sheets: BragSheetService) -> None:
    library.customers.add("Harlow Foods")
    library.agenda.save_owner(Owner(name="Maya Torres"))
    library.add(
        a_win("Harlow Foods paid", theme="cash", happened_on=date(2026, 8, 1)),
        a_win("Too old", happened_on=date(2026, 6, 30)),
    )
    choices = DocumentChoices(left_out=(BragSection.CHART,))
    sheet = sheets.compose(choices, half_of(TODAY))
    assert [str(entry.headline) for entry in sheet.entries] == ["Customer A paid"]
    assert str(sheet.title.name) == "Maya Torres"
    shown = sheets.compose(replace(choices, level=DisclosureLevel.INTERNAL), half_of(TODAY))
    assert [str(entry.headline) for entry in shown.entries] == ["Harlow Foods paid"]


def test_chosen_bullets_are_printed_in_their_order_whatever_the_period(
    library: Library, sheets: BragSheetService
) -> None:
    for text in ("Settled 4 disputes", "Left out", "Cut DSO to 36.8 days"):
        bullet = library.bullets.write(text).after
        assert isinstance(bullet, Bullet)
        library.bullets.set_in_brag_sheet(bullet, text != "Left out")
    library.bullets.move(library.bullets.all()[2], 0)
    choices = DocumentChoices()
    sheet = sheets.compose(choices, half_of(TODAY))
    for template in BragTemplate:
        lines = render_text(printed(sheet, template)).splitlines()
        start = lines.index("In one line each")
        assert lines[start + 1 : start + 3] == ["• Cut DSO to 36.8 days", "• Settled 4 disputes"]
        assert "• Left out" not in lines
    without = replace(choices, left_out=(BragSection.BULLETS,))
    assert sheets.compose(without, half_of(TODAY)).sections[0] != sheet.sections[0]

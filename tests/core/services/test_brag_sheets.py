"""Choices are kept, the sheet is composed from the library, and writing needs no library."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from arcareer.content.library import ContentLibrary
from arcareer.documents.printed import printed
from arcareer.domain.agenda import Owner
from arcareer.domain.bullets import Bullet
from arcareer.domain.documents import (
    BragSection,
    BragTemplate,
    DisclosureLevel,
    DocumentChoices,
)
from arcareer.domain.periods import ALL_TIME, Period, half_of, months
from arcareer.services.brag_sheets import BragSheetService
from arcareer.services.disclosures import DisclosureService
from tests.support.builders import Library, a_win
from tests.support.sheets import opened

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


@pytest.mark.parametrize(
    ("period", "name"),
    [
        (months(2026, 1, 6), "Brag sheet 2026 H1.docx"),
        (months(2026, 7, 9), "Brag sheet 2026 Q3.docx"),
        (months(2026, 1, 12), "Brag sheet 2026.docx"),
        (Period(date(2026, 1, 5), date(2026, 2, 6)), "Brag sheet 2026-01-05 to 2026-02-06.docx"),
        (ALL_TIME, "Brag sheet all wins.docx"),
    ],
)
def test_the_suggested_name_tells_the_period(period: Period, name: str, sheets: BragSheetService) -> None:
    assert sheets.file_name(period) == name


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


def test_writing_touches_no_library(library: Library, sheets: BragSheetService, tmp_path: Path) -> None:
    library.add(a_win("Collected in full"))
    sheet = sheets.compose(DocumentChoices(), half_of(TODAY))
    library.close()
    heard: list[str] = []

    def hear(done: int, total: int, note: str = "") -> None:
        heard.append(f"{done}/{total}")

    path = sheets.write(printed(sheet, BragTemplate.PROMOTION), tmp_path / "sheet.docx", hear)
    assert "Collected in full  October 2026" in [paragraph.text for paragraph in opened(path.read_bytes()).paragraphs]
    assert heard[-1].split("/")[0] == heard[-1].split("/")[1]


def test_chosen_bullets_are_printed_in_their_order_whatever_the_period(
    library: Library, sheets: BragSheetService, tmp_path: Path
) -> None:
    for text in ("Settled 4 disputes", "Left out", "Cut DSO to 36.8 days"):
        bullet = library.bullets.write(text).after
        assert isinstance(bullet, Bullet)
        library.bullets.set_in_brag_sheet(bullet, text != "Left out")
    library.bullets.move(library.bullets.all()[2], 0)
    choices = DocumentChoices()
    sheet = sheets.compose(choices, half_of(TODAY))
    for template in BragTemplate:
        path = sheets.write(printed(sheet, template), tmp_path / f"{template}.docx")
        lines = [paragraph.text for paragraph in opened(path.read_bytes()).paragraphs]
        start = lines.index("In one line each")
        assert lines[start + 1 : start + 3] == ["Cut DSO to 36.8 days", "Settled 4 disputes"]
        assert "Left out" not in lines
    without = replace(choices, left_out=(BragSection.BULLETS,))
    assert sheets.compose(without, half_of(TODAY)).sections[0] != sheet.sections[0]

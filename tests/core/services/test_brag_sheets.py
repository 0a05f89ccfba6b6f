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
from arcareer.domain.changes import Edit, EntityKind
from arcareer.domain.documents import (
    BragSection,
    BragTemplate,
    DisclosureLevel,
    DocumentChoices,
    PeriodKind,
    with_every_section,
)
from arcareer.domain.periods import ALL_TIME, Period, half_of, months, quarter_of, year_of
from arcareer.errors import FieldProblem
from arcareer.services.brag_sheets import BragSheetService
from tests.support.builders import Library, a_win
from tests.support.sheets import opened

TODAY = date(2026, 10, 16)


@pytest.fixture
def sheets(library: Library) -> BragSheetService:
    return BragSheetService(
        library.store,
        library.edits,
        library.journal,
        library.customers,
        library.agenda,
        content=ContentLibrary(),
        clock=library.clock,
    )


def test_choices_are_the_defaults_until_some_are_kept_and_undo_brings_them_back(
    library: Library, sheets: BragSheetService
) -> None:
    assert sheets.choices() == DocumentChoices()
    first = sheets.save_choices(DocumentChoices(template=BragTemplate.PLAIN))
    second = sheets.save_choices(DocumentChoices(template=BragTemplate.ONE_PAGE, level=DisclosureLevel.INTERNAL))
    assert sheets.choices().template is BragTemplate.ONE_PAGE
    library.edits.apply(second.inverse())
    assert sheets.choices() == DocumentChoices(template=BragTemplate.PLAIN)
    library.edits.apply(first.inverse())
    assert sheets.choices() == DocumentChoices()


@pytest.mark.parametrize(
    ("choices", "period"),
    [
        (DocumentChoices(period_kind=PeriodKind.QUARTER), quarter_of(TODAY)),
        (DocumentChoices(), half_of(TODAY)),
        (DocumentChoices(period_kind=PeriodKind.YEAR), year_of(TODAY)),
        (DocumentChoices(period_kind=PeriodKind.CUSTOM, custom_period="2026-Q1"), months(2026, 1, 3)),
        (DocumentChoices(period_kind=PeriodKind.CUSTOM, custom_period="all"), ALL_TIME),
    ],
)
def test_the_period_follows_the_calendar_or_the_user(
    choices: DocumentChoices, period: Period, sheets: BragSheetService
) -> None:
    assert sheets.period(choices) == period
    assert sheets.period(choices, TODAY) == period


def test_a_period_nobody_can_read_is_told_where_it_was_typed(sheets: BragSheetService) -> None:
    choices = DocumentChoices(period_kind=PeriodKind.CUSTOM, custom_period="last summer")
    for use in (sheets.period, sheets.save_choices):
        with pytest.raises(FieldProblem, match="“last summer” is not a period") as told:
            use(choices)
        assert told.value.field == "custom_period"
    assert sheets.choices() == DocumentChoices()


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
    sheet = sheets.compose(choices, sheets.period(choices))
    assert [str(entry.headline) for entry in sheet.entries] == ["Customer A paid"]
    assert str(sheet.title.name) == "Maya Torres"
    shown = sheets.compose(replace(choices, level=DisclosureLevel.INTERNAL), sheets.period(choices))
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
    sheet = sheets.compose(choices, sheets.period(choices))
    for template in BragTemplate:
        path = sheets.write(printed(sheet, template), tmp_path / f"{template}.docx")
        lines = [paragraph.text for paragraph in opened(path.read_bytes()).paragraphs]
        start = lines.index("In one line each")
        assert lines[start + 1 : start + 3] == ["Cut DSO to 36.8 days", "Settled 4 disputes"]
        assert "Left out" not in lines
    without = replace(choices, left_out=(BragSection.BULLETS,))
    assert sheets.compose(without, sheets.period(without)).sections[0] != sheet.sections[0]


def test_choices_from_before_a_section_came_get_it_where_it_usually_stands(
    library: Library, sheets: BragSheetService
) -> None:
    older = (BragSection.WINS, BragSection.CHART, BragSection.HEADLINE_FIGURES)
    assert with_every_section(older, BragSection) == (
        BragSection.WINS,
        BragSection.FIGURES_TABLE,
        BragSection.EVIDENCE,
        BragSection.CHART,
        BragSection.BULLETS,
        BragSection.HEADLINE_FIGURES,
    )
    library.edits.apply(Edit("", EntityKind.DOCUMENT_CHOICES, None, DocumentChoices(sections=older)))
    assert sheets.choices().sections == with_every_section(older, BragSection)
    sheets.save_choices(DocumentChoices(template=BragTemplate.PLAIN))

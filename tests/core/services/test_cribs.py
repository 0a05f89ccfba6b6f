"""The crib: one page whatever is in it, its notes nowhere else, names hidden where that was chosen."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from arcareer.content.library import ContentLibrary
from arcareer.documents.blocks import Paragraph, Style, runs_of
from arcareer.documents.crib import CribMaterial, CribSheet, compose_crib
from arcareer.documents.disclosure import Disclosure
from arcareer.documents.measuring import PageMeasure
from arcareer.documents.printed import printed
from arcareer.documents.text_renderer import render_text
from arcareer.domain.answers import CoreSlot
from arcareer.domain.documents import BragTemplate, DisclosureLevel, DocumentChoices
from arcareer.domain.figures import Unit
from arcareer.domain.interviews import Crib, Interview
from arcareer.domain.periods import ALL_TIME
from arcareer.services.brag_sheets import BragSheetService
from arcareer.services.disclosures import DisclosureService
from tests.support import values
from tests.support.builders import READY_TEXTS, Library, a_customer, a_figure, a_win, an_answer
from tests.support.sheets import words_of_docx

SOFFICE = shutil.which("soffice")
OPEN = Disclosure.of(DisclosureLevel.INTERNAL, ())
LONG = "payment overdue reconciliation customer quarter invoices promised collected "


def material(**fields: Any) -> CribMaterial:
    nothing: dict[str, Any] = {
        "title": "",
        "day": "",
        "facts": (),
        "opening": "",
        "number": "",
        "answers": (),
        "questions": (),
        "notes": (),
        "owner": "",
        "written_at": datetime(2026, 10, 16, tzinfo=UTC),
    }
    return CribMaterial(**(nothing | fields))


FILLED = {
    "nothing": material(),
    "little": material(title="AR lead, Brightwell", opening="I ring early.", questions=("Who owns disputes?",)),
    "too much": material(
        title=LONG * 9,
        facts=(LONG * 9,),
        opening=LONG * 90,
        number=LONG * 20,
        answers=((LONG, LONG * 5),) * 40,
        questions=tuple(LONG * turns for turns in range(1, 50)),
        notes=(LONG * 2,) * 200,
    ),
    "no spaces": material(
        title="W" * 400,
        opening="W" * 5_000,
        number="漢字" * 800,
        answers=(("Ü" * 300, "ß" * 3_000),) * 9,
        notes=("x",) * 900,
    ),
}


def shown(sheet: CribSheet) -> str:
    return "\n".join("".join(str(run.text) for run in runs_of(block)) for block in sheet.printed.blocks)


def styles(sheet: CribSheet) -> list[Style]:
    return [block.style for block in sheet.printed.blocks if isinstance(block, Paragraph)]


def interview_in(library: Library) -> Interview:
    library.interviews.add(date(2026, 10, 20), "Brightwell", "AR lead", time(9, 30))
    (interview,) = library.interviews.all()
    return interview


@pytest.mark.parametrize("name", FILLED)
def test_it_is_one_page_and_says_what_it_left_out(name: str) -> None:
    sheet = compose_crib(FILLED[name], OPEN)
    page = PageMeasure()
    assert page.height(sheet.printed.blocks) <= page.room
    assert bool(sheet.left_out) == (name in ("too much", "no spaces"))
    assert sheet.left_out in shown(sheet)


def test_too_much_is_dealt_out_to_every_part() -> None:
    sheet = compose_crib(FILLED["too much"], OPEN)
    text = shown(sheet)
    assert styles(sheet).count(Style.HEADING1) == 5
    assert "of 40 answers, " in sheet.left_out
    assert "of 49 questions and " in sheet.left_out
    assert "of 200 lines of notes. " in sheet.left_out
    assert sheet.left_out.endswith("long entries are cut.")
    assert text.count("…") >= 2


entries = st.lists(values.texts, max_size=30).map(tuple)


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_any_crib_fits(data: st.DataObject) -> None:
    times = data.draw(st.integers(1, 200))
    typed = material(
        title=data.draw(values.texts) * times,
        opening=data.draw(values.texts) * times,
        number=data.draw(values.texts),
        answers=data.draw(st.lists(st.tuples(values.texts, values.texts), max_size=20).map(tuple)),
        questions=data.draw(entries),
        notes=data.draw(entries) * 3,
    )
    page = PageMeasure()
    assert page.height(compose_crib(typed, OPEN).printed.blocks) <= page.room


def test_it_prints_the_interview_the_core_answers_and_what_was_typed(library: Library) -> None:
    interview = interview_in(library)
    library.tell(
        an_answer("Freight", texts=READY_TEXTS, core=CoreSlot.DIFFICULT_PAYER), an_answer("Loose", texts=("Hm",))
    )
    crib = replace(
        library.cribs.get(interview.id),
        opening="I ring early.",
        number="DSO 47.9 to 36.8",
        private_notes="Breathe.\nSmile.",
    )
    text = shown(library.cribs.compose(crib))
    assert text.splitlines()[:2] == ["AR lead, Brightwell", "20 Oct 2026  ·  09:30  ·  Brightwell"]
    for words in ("I ring early.", "DSO 47.9 to 36.8", "Freight: ", "$61,300", "Breathe.", "Smile."):
        assert words in text
    assert "Loose" not in text
    assert library.cribs.file_name(crib) == "Interview crib 2026-10-20.docx"
    assert library.cribs.file_name(library.cribs.get()) == "Interview crib.docx"


def test_chosen_answers_take_the_place_of_the_core_ones(library: Library) -> None:
    core, chosen = an_answer("Core", texts=READY_TEXTS, core=CoreSlot.DEADLINE), an_answer("Chosen", texts=("Hm",))
    library.tell(core, chosen)
    assert library.cribs.answers_of(Crib(id=chosen.id)) == (core,)
    assert library.cribs.answers_of(Crib(id=chosen.id, answers=(chosen.id,))) == (chosen,)
    library.answers.move_to_trash(chosen)
    assert library.cribs.answers_of(Crib(id=chosen.id, answers=(chosen.id,))) == ()


def test_numbers_to_land_come_from_the_wins_behind_the_answers(library: Library) -> None:
    win = a_win(figures=(a_figure(36, 47, measure="DSO", unit=Unit.DAYS, currency=""),))
    library.add(win)
    library.tell(an_answer(texts=READY_TEXTS, win=win.id, core=CoreSlot.DEADLINE))
    assert library.cribs.suggested_numbers(library.cribs.get()) == ("DSO 47 to 36 days",)


def test_its_notes_are_in_no_other_document(library: Library) -> None:
    interview = interview_in(library)
    after = Interview(interview.occasion, replace(interview.details, advert="Advertcanary", notes="Notecanary"))
    library.interviews.save(interview, after)
    crib = replace(library.cribs.get(interview.id), opening="Hello", private_notes="Cribcanary")
    library.cribs.save(crib)
    win = a_win(private_notes="Wincanary")
    library.add(win)
    library.answers.start_from_win(win)
    sheet = library.cribs.compose(crib)
    assert "Cribcanary" in shown(sheet)
    assert not any(word in shown(sheet) for word in ("Wincanary", "Advertcanary", "Notecanary"))
    assert "Cribcanary" not in repr(library.answers.all())
    brag_sheets = BragSheetService(
        library.store,
        library.journal,
        library.agenda,
        DisclosureService(library.store, library.edits, library.customers),
        content=ContentLibrary(),
        clock=library.clock,
    )
    brag_sheet = brag_sheets.compose(DocumentChoices(), ALL_TIME)
    for template in BragTemplate:
        words = render_text(printed(brag_sheet, template))
        assert win.headline in words
        assert not any(f"{word}canary" in words for word in ("Crib", "Win", "Advert", "Note"))


def test_hidden_names_are_printed_as_aliases_even_where_an_entry_is_cut(library: Library, tmp_path: Path) -> None:
    library.customers.add("Harlow Foods", ("Harlow",), "Customer A")
    crib = replace(library.cribs.get(), opening="Harlow Foods " * 900, private_notes="Harlow", hide_customers=True)
    sheet = library.cribs.compose(crib)
    assert "Harlow" not in shown(sheet)
    path = library.cribs.write(sheet, tmp_path / "Crib.docx")
    assert "Harlow" not in words_of_docx(path.read_bytes())
    plain = library.cribs.compose(replace(crib, hide_customers=False))
    assert "Harlow Foods Harlow Foods" in shown(plain)


def test_a_cut_never_leaves_half_an_uncovered_name() -> None:
    customer = a_customer("Harlow Foods")
    hidden = Disclosure.of(DisclosureLevel.HR_FILE, (customer,))
    for pad in range(0, 40, 3):
        sheet = compose_crib(material(opening="x" * pad + " " + "Harlow Foods of old " * 300), hidden)
        assert "Harlow" not in shown(sheet)


def test_what_is_saved_is_read_again(library: Library) -> None:
    before = library.cribs.get()
    after = replace(before, opening=f"{before.opening}I ring early. ", questions=("Why?",))
    library.drafts.keep("crib", "half")
    library.cribs.save(after, draft_key="crib")
    assert (library.cribs.get(), library.drafts.find("crib")) == (after, None)


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_another_program_sets_it_on_one_page_too(library: Library, tmp_path: Path) -> None:
    for name, filled in FILLED.items():
        library.cribs.write(compose_crib(filled, OPEN), tmp_path / f"{name}.docx")
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    files = [str(tmp_path / f"{name}.docx") for name in FILLED]
    command = [SOFFICE or "", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), *files]
    subprocess.run(command, check=True, capture_output=True, timeout=150)
    assert {name: len(PdfReader(tmp_path / f"{name}.pdf").pages) for name in FILLED} == dict.fromkeys(FILLED, 1)

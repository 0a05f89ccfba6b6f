"""No spelling of a hidden customer is in any part, property or name of a file (P01, P02, UX-28)."""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arcareer.documents.disclosure import Disclosure
from arcareer.documents.docx_renderer import render_docx
from arcareer.documents.leak_gate import LeakFound, check_aliases, check_package
from arcareer.documents.printed import printed
from arcareer.documents.text_renderer import render_text
from arcareer.domain.agenda import Owner
from arcareer.domain.documents import BragTemplate, DisclosureLevel
from arcareer.domain.evidence import EvidenceFile, EvidenceLink
from arcareer.domain.figures import Unit
from arcareer.domain.identity import new_id
from arcareer.domain.journal import Win
from arcareer.errors import UserError
from tests.core.domain.test_names import CASES, letters
from tests.support.builders import a_customer, a_figure, a_win
from tests.support.sheets import CUSTOMERS, a_sheet, parts

PROMOTION = BragTemplate.PROMOTION
DESCRIPTION = "the name or description of a picture or table"


def with_canary(name: str) -> Win:
    """Return a win that names someone in every field a user can fill."""
    said = f"about {name} in Q3"
    return a_win(
        said,
        theme="cash",
        situation=said,
        action=said,
        outcome=said,
        proof=said,
        private_notes=said,
        colleagues=(said,),
        figures=(
            a_figure(5, 9, measure=said, period=said, source=said, unit=Unit.DAYS, currency=""),
            a_figure(700, measure=said),
            a_figure(900, measure=f"more {said}"),
        ),
        evidence=(
            EvidenceLink(id=new_id(), title=said, target=said),
            EvidenceFile(id=new_id(), title=said, sha256="0" * 64, size=1, original_name=said),
        ),
    )


def everything_in(data: bytes) -> str:
    """Return all text of all parts, runs joined, folded to bare letters."""
    texts = (
        re.sub(rb"<[^>]*?(?:descr|name|val)=\"([^\"]*)\"[^>]*>|<[^>]+>", rb"\1", part) for part in parts(data).values()
    )
    return letters("".join(part.decode("utf-8", "replace") for part in texts))


@pytest.mark.parametrize("template", list(BragTemplate))
def test_every_spelling_of_every_name_is_gone_from_every_part(template: BragTemplate) -> None:
    names = {name: a_customer(name, alias=f"Client {number}") for number, name in enumerate(dict(CASES))}
    ways = [way for name, way in CASES if len(letters(name)) > 4][::9]
    sheet = a_sheet(
        [with_canary(way) for way in ways], customers=names.values(), owner=Owner(title=f"Lead for {ways[0]}")
    )
    data = render_docx(printed(sheet, template), embed_fonts=False)
    check_package(data, printed(sheet, template), "Brag sheet.docx")
    left = everything_in(data) + letters(render_text(printed(sheet, template)))
    assert not [name for name in names if len(letters(name)) > 6 and letters(name) in left]


def planted(edit: Callable[[str, bytes], bytes], level: DisclosureLevel = DisclosureLevel.HR_FILE) -> None:
    """Check a file into which something was put behind the renderer's back."""
    sheet = a_sheet(level=level)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in parts(render_docx(printed(sheet, PROMOTION), embed_fonts=False)).items():
            archive.writestr(name, edit(name, content))
    check_package(out.getvalue(), printed(sheet, PROMOTION), "Brag sheet.docx")


def in_part(part: str, old: bytes, new: bytes) -> Callable[[str, bytes], bytes]:
    def edit(name: str, content: bytes) -> bytes:
        assert name != part or old in content
        return content.replace(old, new, 1) if name == part else content

    return edit


@pytest.mark.parametrize(
    ("part", "old", "new", "place"),
    [
        ("word/document.xml", b'name="Chart 1"', b'name="Harlow Foods"', DESCRIPTION),
        ("word/document.xml", b'descr="', b'descr="Harlow&#160;foods ', DESCRIPTION),
        ("word/document.xml", b'<w:tblCaption w:val="', b'<w:tblCaption w:val="HARLOW FOODS ', DESCRIPTION),
        ("word/footer1.xml", b">Page ", b">NORTHGATE-FREIGHT Page ", "the footer"),
        ("docProps/core.xml", b"Wins, ", b"Harlow Foods, ", "the properties"),
        ("docProps/app.xml", b"arcareer", b"Harlow", "the properties"),
    ],
)
def test_a_planted_name_stops_the_file_and_the_place_is_named(part: str, old: bytes, new: bytes, place: str) -> None:
    with pytest.raises(LeakFound, match="was not written") as stopped:
        planted(in_part(part, old, new))
    assert {leak.place for leak in stopped.value.leaks} == {place}


def test_a_name_split_over_runs_is_still_seen() -> None:
    split = b'Bro</w:t></w:r><w:r><w:t>wn Horse</w:t></w:r><w:r><w:t xml:space="preserve">'
    sheet = a_sheet(customers=[a_customer("Brown Horse", alias="Customer H")])
    data = render_docx(printed(sheet, PROMOTION), embed_fonts=False)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in parts(data).items():
            archive.writestr(name, content.replace(b"Page ", split, 1) if name == "word/footer1.xml" else content)
    with pytest.raises(LeakFound):
        check_package(out.getvalue(), printed(sheet, PROMOTION), "Brag sheet.docx")


def test_shown_names_pass() -> None:
    planted(in_part("docProps/core.xml", b"Wins, ", b"Harlow Foods, "), DisclosureLevel.INTERNAL)


def test_the_file_name_counts_too() -> None:
    sheet = a_sheet()
    data = render_docx(printed(sheet, PROMOTION), embed_fonts=False)
    with pytest.raises(LeakFound, match="“harlow” in the file name"):
        check_package(data, printed(sheet, PROMOTION), "for harlow.docx")


@pytest.mark.parametrize(
    "name",
    [
        "Page",
        "Wins",
        "March",
        "October",
        "Brag",
        "Proof",
        "Situation",
        "Process",
        "Chart",
        "Maya Torres",
        "Cash in",
        "Days",
    ],
)
def test_a_customer_called_like_our_own_words_stops_nothing(name: str) -> None:
    customers = [*CUSTOMERS, a_customer(name, alias="Client X")]
    sheet = a_sheet(customers=customers)
    for template in BragTemplate:
        data = render_docx(printed(sheet, template), embed_fonts=False)
        check_package(data, printed(sheet, template), "Brag sheet 2026 H2.docx")


def test_an_alias_that_holds_a_name_is_refused() -> None:
    customers = [
        a_customer("Harlow Foods", alias="The Northgate of foods"),
        a_customer("Northgate", alias="Customer B"),
    ]
    with pytest.raises(UserError, match="The alias “The Northgate of foods” holds the name of a customer, “Northgate”"):
        check_aliases(Disclosure.of(DisclosureLevel.HR_FILE, customers))
    check_aliases(Disclosure.of(DisclosureLevel.INTERNAL, customers))


def test_a_file_that_lost_words_is_never_used() -> None:
    sheet = a_sheet()
    shorter = replace(sheet, sections=sheet.sections[:2])
    with pytest.raises(RuntimeError, match="does not hold the words"):
        check_package(render_docx(printed(shorter, PROMOTION)), printed(sheet, PROMOTION), "x.docx")


def test_a_file_that_points_outside_is_never_used() -> None:
    link = b'<Relationship Id="rId99" Type="x" Target="https://example.com" TargetMode="External"/></Relationships>'
    with pytest.raises(RuntimeError, match="outside itself"):
        planted(in_part("word/_rels/document.xml.rels", b"</Relationships>", link))


@given(st.sampled_from(CASES), st.text(st.characters(categories=("L", "Zs", "P")), max_size=12))
def test_any_way_to_write_a_name_in_a_headline_is_hidden(case: tuple[str, str], around: str) -> None:
    name, way = case
    sheet = a_sheet([a_win(f"{around} {way} {around}")], customers=[a_customer(name, alias="Client X")], owner=Owner())
    (entry,) = sheet.entries
    assert sheet.disclosure.names_in(unicodedata.normalize("NFC", str(entry.headline).replace("Client X", " "))) == ()

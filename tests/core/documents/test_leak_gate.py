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

from arcareer.documents.blocks import Paragraph, Run, Style
from arcareer.documents.disclosure import Disclosure
from arcareer.documents.docx_renderer import render_docx
from arcareer.documents.leak_gate import LeakFound, check_aliases, check_package, check_texts
from arcareer.documents.markdown_renderer import render_markdown
from arcareer.documents.pdf_check import texts_of_pdf
from arcareer.documents.pdf_renderer import can_render_pdf, render_pdf
from arcareer.documents.printed import Printed, printed
from arcareer.documents.style_file import read_style
from arcareer.documents.text import own
from arcareer.documents.text_renderer import render_text
from arcareer.domain.agenda import Owner
from arcareer.domain.documents import BragTemplate, DisclosureLevel, NameVerdict
from arcareer.domain.evidence import EvidenceFile, EvidenceLink
from arcareer.domain.figures import Unit
from arcareer.domain.identity import new_id
from arcareer.domain.journal import Win
from arcareer.errors import UserError
from tests.core.domain.test_names import CASES, letters
from tests.support import style_files
from tests.support.builders import a_customer, a_figure, a_win
from tests.support.sheets import CUSTOMERS, a_sheet, parts

PROMOTION = BragTemplate.PROMOTION
LEVELS = (DisclosureLevel.HR_FILE, DisclosureLevel.OUTSIDE)
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
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
        *(
            "Header",
            "Footer",
            "Evidence",
            "Review",
            "Summary",
            "Font",
            "Table",
            "Inter",
            "Word",
            "Oct",
            "Title",
            "Month",
        ),
    ],
)
def test_a_customer_called_like_our_own_words_stops_nothing(name: str) -> None:
    customers = [*CUSTOMERS, a_customer(name, alias="Client X")]
    for template, level in zip(BragTemplate, (*LEVELS, *LEVELS), strict=False):
        document = printed(a_sheet(customers=customers, level=level), template)
        check_package(render_docx(document), document, "Brag sheet 2026 H2.docx")
        check_texts([("the text", render_markdown(document))], document, "Brag sheet 2026 H2.md")


FURNITURE = ("Header", "Footer", "Heading", "Title", "Subtitle", "Table", "Picture", "Own style")


@pytest.mark.parametrize("make", [style_files.letterhead, style_files.german, style_files.busy_header])
def test_nor_does_it_in_the_users_own_style(make: Callable[[], bytes]) -> None:
    customers = [*CUSTOMERS, *(a_customer(name, alias=f"Client X{at}") for at, name in enumerate(FURNITURE))]
    document = printed(a_sheet([a_win("Header paid the footer")], customers=customers), PROMOTION)
    style = read_style(make(), "Letter.docx")
    data = render_docx(document, style=style)
    check_package(data, document, "Brag sheet.docx")
    assert "Client X0 paid the Client X1" in render_text(document)


@pytest.mark.skipif(not can_render_pdf(), reason="the part that makes PDF files is not installed")
def test_nor_does_it_in_the_bookmarks_of_a_pdf() -> None:
    names = ("Cash", "Disputes", "Process", "Headline", "Theme", "Proof")
    customers = [*CUSTOMERS, *(a_customer(name, alias=f"Client X{at}") for at, name in enumerate(names))]
    document = printed(a_sheet(customers=customers), PROMOTION)
    check_texts(texts_of_pdf(render_pdf(document), document), document, "Brag sheet 2026 H2.pdf")


@pytest.mark.parametrize(
    ("part", "content"),
    [
        ("word/header9.xml", "<w:hdr {W}><w:p><w:r><w:t>header</w:t></w:r></w:p></w:hdr>"),
        ("word/header9.xml", "<w:hdr {W}><w:p><w:r><w:t>word/header1.xml</w:t></w:r></w:p></w:hdr>"),
        ("word/header9.xml", "<w:hdr {W}><w:p><w:r><w:instrText>PAGE Header</w:instrText></w:r></w:p></w:hdr>"),
        ("word/comments.xml", '<w:comments {W}><w:comment w:id="1" w:author="header"><w:p/></w:comment></w:comments>'),
        ("word/others.xml", '<w:styles {W}><w:style w:styleId="a"><w:name w:val="Header text"/></w:style></w:styles>'),
        ("word/others.xml", '<w:styles {W}><w:docVar w:name="x" w:val="header"/></w:styles>'),
        ("word/Header Foods.xml", "<w:d {W}/>"),
        ("word/header.xml", "<w:d {W}/>"),
    ],
)
def test_the_same_word_is_stopped_where_it_is_no_furniture(part: str, content: str) -> None:
    customers = [*CUSTOMERS, a_customer("Header", alias="Client X")]
    document = printed(a_sheet(customers=customers), PROMOTION)
    data = with_one_more(document, part, content.replace("{W}", W))
    with pytest.raises(LeakFound, match=r"(?i)header"):
        check_package(data, document, "Brag sheet.docx")


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


LONE_PARTS = {
    "word/comments.xml": f'<w:comments {W}><w:comment w:id="1" w:author="PLANT"><w:p/></w:comment></w:comments>',
    "word/header9.xml": f"<w:hdr {W}><w:p><w:r><w:t>PL</w:t></w:r><w:r><w:t>ANT</w:t></w:r></w:p></w:hdr>",
    "word/footnotes.xml": f"<w:footnotes {W}><w:p><w:r><w:t>PLANT</w:t></w:r></w:p></w:footnotes>",
    "docProps/custom.xml": '<Properties xmlns="x"><property name="PLANT"/></Properties>',
    "word/_rels/footer1.xml.rels": '<Relationships xmlns="x"><R Id="r" Type="t" Target="PLANT"/></Relationships>',
    "word/media/PLANT.png": "picture",
    "word/media/image8.png": "\x89PNG tEXtAuthor PLANT and others",
    "word/glossary.xml": f'<w:d {W}><w:docVar w:name="x" w:val="PLANT"/></w:d>',
}


def with_one_more(document: Printed, name: str, content: str) -> bytes:
    """Return the Word file of a document with one more part."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for part, old in parts(render_docx(document, embed_fonts=False)).items():
            archive.writestr(part, old)
        archive.writestr(name, content.encode("latin-1"))
    return out.getvalue()


def with_part(name: str, content: str, level: DisclosureLevel) -> tuple[bytes, Printed]:
    """Return a Word file with one more part, and the document it was made from."""
    document = printed(a_sheet(level=level), PROMOTION)
    return with_one_more(document, name, content), document


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("name", list(LONE_PARTS))
def test_a_name_in_any_part_is_found(name: str, level: DisclosureLevel) -> None:
    content = LONE_PARTS[name].replace("PL</w:t></w:r><w:r><w:t>ANT", "Har</w:t></w:r><w:r><w:t>low Foods")
    data, document = with_part(name.replace("PLANT", "Harlow Foods"), content.replace("PLANT", "Harlow Foods"), level)
    with pytest.raises(LeakFound, match="Harlow Foods"):
        check_package(data, document, "Brag sheet.docx")


@pytest.mark.parametrize(
    ("planted_words", "levels"),
    [
        ("ana@ruiz.example", LEVELS),
        ("+44 20 7946 0958", LEVELS),
        ("$186,400", LEVELS[1:]),
        ("186,400", LEVELS[1:]),
        ("EUR 12.345,67", LEVELS[1:]),
        ("INV-2041", LEVELS[1:]),
        ("invoice 4711", LEVELS[1:]),
    ],
)
def test_other_secrets_stop_the_file_at_the_levels_that_hide_them(
    planted_words: str, levels: tuple[DisclosureLevel, ...]
) -> None:
    footnotes = LONE_PARTS["word/footnotes.xml"].replace("PLANT", f"See {planted_words} there")
    for level in DisclosureLevel:
        data, document = with_part("word/footnotes.xml", footnotes, level)
        if level in levels:
            with pytest.raises(LeakFound, match="in a footnote"):
                check_package(data, document, "Brag sheet.docx")
        else:
            check_package(data, document, "Brag sheet.docx")


@pytest.mark.parametrize("planted_words", ["Harlow Foods", "ana@ruiz.example", "$186,400", "INV-2041"])
def test_secrets_in_any_other_output_are_found(planted_words: str) -> None:
    document = printed(a_sheet(level=DisclosureLevel.OUTSIDE), PROMOTION)
    told = [("page 1", render_text(document)), ("the properties", "Brag sheet")]
    check_texts(told, document, "Brag sheet.pdf")
    with pytest.raises(LeakFound, match="in the properties"):
        check_texts([*told, ("the properties", f"for {planted_words}")], document, "Brag sheet.pdf")
    with pytest.raises(LeakFound, match="in the file name"):
        check_texts(told, document, f"{planted_words}.pdf")


def test_a_document_composed_with_an_exact_amount_is_stopped() -> None:
    document = printed(a_sheet(level=DisclosureLevel.OUTSIDE), PROMOTION)
    careless = Paragraph(style=Style.TEXT, runs=(Run(own("Collected $48,200 in all")),))
    with pytest.raises(LeakFound, match=r"“\$48,200” in the text"):
        check_texts([], replace(document, blocks=(*document.blocks, careless)), "Brag sheet.md")


def test_a_word_the_user_takes_for_an_ordinary_one_passes_in_its_sentence_alone() -> None:
    target = a_customer("Target", alias="Customer T")
    wins = [a_win("We beat the target by 9 days.", action="Rang Target. They paid the target late.")]
    verdict = NameVerdict.of(target.id, "We beat the target by 9 days.", is_name=False)
    sheet = a_sheet(wins, customers=[target], verdicts=[verdict])
    document = printed(sheet, PROMOTION)
    text = render_text(document)
    assert "We beat the target by 9 days." in text
    assert "Rang Customer T. They paid the Customer T late." in text
    check_package(render_docx(document, embed_fonts=False), document, "Brag sheet.docx")
    with pytest.raises(LeakFound):
        check_texts([("page 1", "the target of all")], document, "Brag sheet.docx")


def test_an_alias_may_look_like_a_number_of_an_account() -> None:
    customers = [a_customer("Harlow Foods", alias="Client N0030"), a_customer("Northgate Freight", alias="#12345")]
    wins = [a_win(f"Paid by {name}", figures=(a_figure(9, 12, measure=name, unit=Unit.DAYS, currency=""),))
            for name in ("Harlow Foods", "Northgate Freight")]  # fmt: skip
    for template in BragTemplate:
        document = printed(a_sheet(wins, customers=customers, level=DisclosureLevel.OUTSIDE), template)
        check_package(render_docx(document, embed_fonts=False), document, "Brag sheet.docx")

"""Files that are no letterhead: refused in plain words, or read as far as they make sense, and never obeyed."""

from __future__ import annotations

import io
import re
import zipfile
from functools import cache
from pathlib import Path

import openpyxl
import pytest
from docx.oxml.ns import qn
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from PIL import Image

from arcareer.documents.docx_renderer import render_docx
from arcareer.documents.printed import Printed, printed
from arcareer.documents.style_file import read_style
from arcareer.documents.style_report import NoteKind
from arcareer.domain.documents import BragSection, BragTemplate
from arcareer.errors import UserError
from tests.core.documents.test_docx_renderer import audited, beyond_the_audit
from tests.support.sheets import YEAR_OF_WINS, a_sheet, opened, parts, words_of_docx
from tests.support.style_files import EVERY_KIND, changed, letterhead, logo, plain_word, replaced

NOT_PLAIN = re.compile(r"invalid|failed|error|!|Traceback", re.IGNORECASE)
STYLES, DOCUMENT, HEADER = "word/styles.xml", "word/document.xml", "word/header1.xml"


@cache
def known(kind: str) -> bytes:
    return EVERY_KIND[kind]()


@cache
def expected() -> list[str]:
    return words_of_docx(render_docx(sheet(), embed_fonts=False))


def sheet() -> Printed:
    return printed(a_sheet(YEAR_OF_WINS[:2], sections=(BragSection.WINS, BragSection.EVIDENCE)), BragTemplate.PLAIN)


def refused(data: bytes, name: str = "Brief.docx") -> str:
    with pytest.raises(UserError) as stopped:
        read_style(data, name)
    words = str(stopped.value)
    assert name in words
    assert "Nothing was" in words
    assert not NOT_PLAIN.search(words)
    return words


def read_or_refused(data: bytes) -> bytes | None:
    """Return the document in that style with every word in it, None where the file was refused in plain words."""
    try:
        style = read_style(data, "odd.docx")
    except UserError as words:
        if "odd.docx" not in str(words):
            raise
        return None
    document = render_docx(sheet(), style=style)
    assert words_of_docx(document) == expected()
    return document


def spreadsheet() -> bytes:
    out = io.BytesIO()
    openpyxl.Workbook().save(out)
    return out.getvalue()


def archive(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in files.items():
            packed.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"),
        (b"Dear Sir or Madam", "not a Word document"),
        (b"%PDF-1.7 ...", "a PDF"),
        (b"{\\rtf1 hello}", "rich text"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4096), "password"),
        (b"PK\x03\x04" + bytes(200), "damaged"),
        (spreadsheet(), "a spreadsheet"),
        (archive(letter=b"x"), "archive"),
        (bytes(26 * 1024 * 1024), "MB"),
    ],
    ids=["empty", "text", "pdf", "rtf", "old", "stump", "workbook", "archive", "large"],
)
def test_what_is_no_word_file_is_refused(data: bytes, said: str) -> None:
    assert said in refused(data)


def test_bombs_doctypes_and_strict_files_are_refused() -> None:
    base = letterhead()
    assert "times its size" in refused(changed(base, more={"word/media/big.bin": bytes(40_000_000)}))
    assert "parts" in refused(changed(base, more={f"word/x{number}.xml": b"<a/>" for number in range(2000)}))
    doctype = replaced("<w:styles", "<!DOCTYPE w:styles [<!ENTITY a 'b'>]><w:styles")
    assert "document type" in refused(changed(base, {STYLES: doctype}))
    strict = replaced(
        "http://schemas.openxmlformats.org/officeDocument/2006", "http://purl.oclc.org/ooxml/officeDocument"
    )
    assert "Strict" in refused(changed(base, {"_rels/.rels": strict}))


@pytest.mark.parametrize(
    "changes",
    [
        {STYLES: b"<w:styles"},
        {STYLES: b"<html/>"},
        {DOCUMENT: b"not xml at all"},
        {HEADER: b"\xff\xfe\x00"},
        {"[Content_Types].xml": b"<Types"},
        {"word/_rels/document.xml.rels": b"<a><b></a>"},
        {STYLES: b"<w:a xmlns:w='x'>" + b"<w:b>" * 500 + b"</w:b>" * 500 + b"</w:a>"},
    ],
)
def test_broken_parts_are_refused(changes: dict[str, bytes]) -> None:
    refused(changed(letterhead(), more=changes))


@pytest.mark.parametrize("part", [STYLES, "word/settings.xml", "word/numbering.xml", "word/theme/theme1.xml", HEADER,
                                  "word/footer1.xml", "word/fontTable.xml"])  # fmt: skip
def test_a_missing_part_is_made_up_for(part: str, tmp_path: Path) -> None:
    document = read_or_refused(changed(letterhead(), without=(part,)))
    assert document is not None
    assert audited(document, tmp_path) == []
    assert beyond_the_audit(document) == []


def test_styles_that_make_no_sense_are_made_sense_of(tmp_path: Path) -> None:
    odd = (
        '<w:style w:type="paragraph" w:styleId="Loop1"><w:name w:val="Note"/><w:basedOn w:val="Loop2"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Loop2"><w:name w:val="Loop 2"/><w:basedOn w:val="Loop1"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Lost"><w:name w:val="Win Text"/><w:basedOn w:val="Nowhere"/>'
        '<w:pPr><w:numPr><w:numId w:val="999"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Second Title"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Sized"><w:name w:val="Lead"/><w:rPr><w:sz w:val="10.5pt"/>'
        '<w:szCs w:val="twelve"/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="AnotherNormal"><w:name w:val="Another"/></w:style>'
        "</w:styles>"
    )
    data = changed(letterhead(), {STYLES: replaced("</w:styles>", odd)})
    document = read_or_refused(data)
    assert document is not None
    assert audited(document, tmp_path) == []
    assert beyond_the_audit(document) == []
    styles = etree.fromstring(parts(document)[STYLES])
    sized = next(one for one in styles.iter(qn("w:style")) if one.get(qn("w:styleId")) == "Lead")
    assert [one.get(qn("w:val")) for one in sized.iter(qn("w:sz"), qn("w:szCs"))] == ["21"]
    defaults = [
        one for one in styles.iter(qn("w:style")) if one.get(qn("w:default")) and one.get(qn("w:type")) == "paragraph"
    ]
    assert len(defaults) == 1


@pytest.mark.parametrize(
    "section",
    [
        "",
        "<w:sectPr/>",
        '<w:sectPr><w:pgSz w:w="0" w:h="0"/></w:sectPr>',
        '<w:sectPr><w:pgSz w:w="21cm" w:h="29.7cm"/><w:pgMar w:left="25mm" w:right="2cm" w:top="-1in"/></w:sectPr>',
        '<w:sectPr><w:pgSz w:w="9999999" w:h="x"/><w:pgMar w:left="-5" w:right="99999"/></w:sectPr>',
        '<w:sectPr><w:headerReference w:type="default"/><w:footerReference/><w:titlePg w:val="0"/></w:sectPr>',
    ],
)
def test_any_page_leaves_room_for_text(section: str, tmp_path: Path) -> None:
    def change(text: bytes) -> bytes:
        return re.sub(rb"<w:sectPr.*</w:sectPr>", section.encode(), text, flags=re.DOTALL)

    document = read_or_refused(changed(letterhead(), {DOCUMENT: change}))
    assert document is not None
    assert audited(document, tmp_path) == []
    found = opened(document).sections[0]
    room = (found.page_width or 0) - (found.left_margin or 0) - (found.right_margin or 0)
    assert room / 635 >= 4000


PICTURES = {
    "gif": (logo("GIF", mode="P"), "png"),
    "bmp": (logo("BMP"), "png"),
    "cmyk": (logo("JPEG", mode="CMYK"), "jpeg"),
    "clear": (logo("PNG", mode="RGBA"), "png"),
    "palette": (logo("PNG", mode="P"), "png"),
    "tiff": (logo("TIFF", mode="CMYK"), "png"),
}


@pytest.mark.parametrize("kind", PICTURES)
def test_logos_of_any_kind_are_drawn_anew(kind: str, tmp_path: Path) -> None:
    picture, ending = PICTURES[kind]
    document = read_or_refused(changed(letterhead(), more={"word/media/image1.png": picture}))
    assert document is not None
    assert audited(document, tmp_path) == []
    (found,) = [content for name, content in parts(document).items() if name == f"word/media/image1.{ending}"]
    with Image.open(io.BytesIO(found)) as drawn, Image.open(io.BytesIO(picture)) as given:
        assert drawn.size == given.size
        assert not drawn.getexif()
        middle = drawn.convert("RGB").getpixel((60, 60))
        shown = given.convert("RGB").getpixel((60, 60))
        assert isinstance(middle, tuple)
        assert isinstance(shown, tuple)
        assert max(abs(a - b) for a, b in zip(middle, shown, strict=True)) < 8


def bomb() -> bytes:
    out = io.BytesIO()
    Image.new("1", (30_000, 30_000)).save(out, "PNG")
    return out.getvalue()


PROGRAM = b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 20 20\n%%EndComments\n0 0 moveto showpage\n%%EOF\n"


@pytest.mark.parametrize("picture", [b"", b"no picture", PROGRAM, logo()[:400], logo()[: len(logo()) // 2], bomb()])
def test_a_logo_that_cannot_be_read_is_left_out_and_told(picture: bytes, tmp_path: Path) -> None:
    data = changed(letterhead(), more={"word/media/image1.png": picture})
    document = read_or_refused(data)
    assert document is not None
    assert audited(document, tmp_path) == []
    assert b"w:drawing>" not in parts(document)[HEADER]
    assert "12 Mill Lane" in parts(document)[HEADER].decode()
    lines = read_style(data, "odd.docx").report.lines
    assert any(line.kind is NoteKind.PICTURE and "left out" in line.words for line in lines)


def test_a_drawing_is_kept_and_told() -> None:
    emf = b"\x01\x00\x00\x00" + bytes(36) + b" EMF" + bytes(64)
    data = changed(
        letterhead(),
        {"word/_rels/header1.xml.rels": replaced("image1.png", "image9.emf")},
        {"word/media/image9.emf": emf},
    )
    document = read_or_refused(data)
    assert document is not None
    assert parts(document)["word/media/image1.emf"] == emf
    lines = read_style(data, "odd.docx").report.lines
    assert any(line.kind is NoteKind.PICTURE and "EMF" in line.words for line in lines)


def test_fonts_the_file_embeds_are_kept() -> None:
    base = letterhead()
    kind = '<Default Extension="odttf" ContentType="application/vnd.openxmlformats-officedocument.obfuscatedFont"/>'
    font = (
        '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:font w:name="Georgia">'
        '<w:embedRegular r:id="rId5" w:fontKey="{00000000-0000-0000-0000-000000000000}"/></w:font></w:fonts>'
    )
    rels = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId5" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/font" Target="fonts/font7.odttf"/>'
        "</Relationships>"
    )
    data = changed(
        base,
        {"[Content_Types].xml": replaced("<Override", kind + "<Override")}
        if b"odttf" not in parts(base)["[Content_Types].xml"]
        else {},
        {
            "word/fontTable.xml": font.encode(),
            "word/_rels/fontTable.xml.rels": rels.encode(),
            "word/fonts/font7.odttf": b"a font",
        },
    )
    document = read_or_refused(data)
    assert document is not None
    assert parts(document)["word/fonts/font1.odttf"] == b"a font"
    fonts = [line.words for line in read_style(data, "odd.docx").report.lines if line.kind is NoteKind.FONT]
    assert not any("Georgia" in words for words in fonts)


SLOW = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@SLOW
@given(st.sampled_from(sorted(EVERY_KIND)), st.floats(0, 1))
def test_a_file_cut_off_anywhere_is_refused(kind: str, share: float) -> None:
    data = known(kind)
    cut = data[: int(len(data) * share * 0.999)]
    assert read_or_refused(cut) is None


@SLOW
@given(st.sampled_from(sorted(EVERY_KIND)), st.integers(0, 2**32), st.binary(min_size=1, max_size=40))
def test_a_damaged_file_is_refused_or_read(kind: str, place: int, noise: bytes) -> None:
    data = bytearray(known(kind))
    at = place % len(data)
    data[at : at + len(noise)] = noise
    read_or_refused(bytes(data))


ATTRIBUTES = ("val", "styleId", "type", "w", "pos", "id", "numId", "left", "default")


@SLOW
@given(
    st.sampled_from([STYLES, HEADER, DOCUMENT, "word/numbering.xml", "word/settings.xml"]),
    st.sampled_from(ATTRIBUTES),
    st.sampled_from(["", "0", "-1", "999999999999", "x", "Normal", "Heading1", "true", "http://a.example/", "½"]),
    st.integers(0, 10_000),
)
def test_odd_values_anywhere_never_stop_a_document(part: str, name: str, odd: str, place: int) -> None:
    def change(text: bytes) -> bytes:
        root = etree.fromstring(text)
        nodes = [node for node in root.iter() if node.get(qn(f"w:{name}")) is not None]
        if nodes:
            nodes[place % len(nodes)].set(qn(f"w:{name}"), odd)
        return etree.tostring(root)

    read_or_refused(changed(known("letterhead"), {part: change}))


@SLOW
@given(st.sampled_from([STYLES, HEADER, "word/numbering.xml", "word/settings.xml"]), st.integers(0, 10_000))
def test_elements_missing_anywhere_never_stop_a_document(part: str, place: int) -> None:
    def change(text: bytes) -> bytes:
        root = etree.fromstring(text)
        nodes = list(root.iter())[1:]
        gone = nodes[place % len(nodes)]
        parent = gone.getparent()
        assert parent is not None
        parent.remove(gone)
        return etree.tostring(root)

    read_or_refused(changed(known("busy-header"), {part: change}))


def test_template_language_in_a_file_is_words(tmp_path: Path) -> None:
    """Nothing in a style file is a program, whatever it looks like (E12, E13)."""
    payload = "{{ cycler.__init__.__globals__.os.popen('id').read() }} {% for x in range(9**9) %}"
    data = changed(letterhead(), {HEADER: replaced("12 Mill Lane", payload.replace("'", "&apos;"))})
    document = read_or_refused(data)
    assert document is not None
    assert payload in "".join(node.text or "" for node in etree.fromstring(parts(document)[HEADER]).iter(qn("w:t")))


@pytest.mark.parametrize("kind", ["openxmlformats-officedocument.wordprocessingml.template",
                                  "ms-word.template.macroEnabledTemplate"])  # fmt: skip
def test_templates_of_word_are_taken_as_well(kind: str) -> None:
    change = replaced(
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main", f"application/vnd.{kind}.main"
    )
    document = read_or_refused(changed(letterhead(), {"[Content_Types].xml": change}))
    assert document is not None
    assert b"wordprocessingml.document.main+xml" in parts(document)["[Content_Types].xml"]


def test_a_new_word_file_is_enough() -> None:
    assert read_or_refused(plain_word()) is not None

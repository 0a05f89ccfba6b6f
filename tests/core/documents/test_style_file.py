"""A Word file of the user's own: its looks come along, and nothing else of it."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from docx.oxml.ns import qn
from lxml import etree
from PIL import Image

from arcareer.documents.docx_renderer import render_docx
from arcareer.documents.leak_gate import LeakFound
from arcareer.documents.printed import printed
from arcareer.documents.style_file import StyleBase, read_style
from arcareer.documents.style_report import NoteKind
from arcareer.documents.styles import DESIGNS
from arcareer.documents.writer import write_document
from arcareer.domain.documents import BragTemplate, DisclosureLevel
from arcareer.domain.journal import Win
from tests.core.documents.test_docx_renderer import audited, beyond_the_audit
from tests.support import style_files
from tests.support.builders import a_customer, a_figure, a_win
from tests.support.sheets import YEAR_OF_WINS, a_sheet, opened, paragraphs, parts, words_of_docx
from tests.support.style_files import EVERY_KIND, OUTSIDE, SECRET, changed, letterhead, replaced

HR_FILE, INTERNAL = DisclosureLevel.HR_FILE, DisclosureLevel.INTERNAL
EVERY = pytest.mark.parametrize("make", EVERY_KIND.values(), ids=EVERY_KIND.keys())
KNOWN_PARTS = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|docProps/(?:core|app)\.xml|word/_rels/(?:document|header\d|footer\d)\.xml\.rels|"
    r"word/(?:document|styles|settings|numbering|fontTable|header\d|footer\d|theme/theme1)\.xml|"
    r"word/media/image\d+\.(?:png|jpeg|emf|wmf)"
)


def styled(
    data: bytes,
    *wins: Win,
    template: BragTemplate = BragTemplate.PROMOTION,
    level: DisclosureLevel = HR_FILE,
) -> bytes:
    return render_docx(
        printed(a_sheet(wins or YEAR_OF_WINS, level=level), template), style=read_style(data, "own.docx")
    )


def told(style: StyleBase, kind: NoteKind) -> str:
    return " ".join(line.words for line in style.report.lines if line.kind is kind)


def story(data: bytes, kind: str) -> str:
    """Return the words of all headers or footers."""
    found = [content for name, content in parts(data).items() if re.fullmatch(rf"word/{kind}\d\.xml", name)]
    return " ".join(text_of(one) for one in found)


def text_of(part: bytes) -> str:
    return "".join(node.text or "" for node in etree.fromstring(part).iter(qn("w:t")))


@EVERY
def test_the_document_is_sound_and_says_what_it_says_in_our_own_style(
    make: Callable[[], bytes], tmp_path: Path
) -> None:
    data = styled(make())
    assert audited(data, tmp_path) == []
    assert beyond_the_audit(data) == []
    ours = render_docx(printed(a_sheet(), BragTemplate.PROMOTION), embed_fonts=False)
    assert words_of_docx(data) == words_of_docx(ours)


@pytest.mark.parametrize("template", list(BragTemplate))
def test_every_template_can_take_it(template: BragTemplate, tmp_path: Path) -> None:
    data = styled(letterhead(), template=template)
    assert audited(data, tmp_path) == []
    used = {paragraph.style.style_id for paragraph in paragraphs(data) if paragraph.style}
    assert used <= {style.style_id for style in opened(data).styles}


@EVERY
def test_nothing_else_of_the_file_comes_along(make: Callable[[], bytes]) -> None:
    found = parts(styled(make()))
    assert [name for name in found if not KNOWN_PARTS.fullmatch(name)] == []
    everything = b"".join(found.values())
    for trace in (SECRET, OUTSIDE, "a.example", "rsid", "External", "Click here", "logo.png", "maya", "DDEAUTO"):
        assert trace.encode() not in everything, trace


def test_header_footer_and_logo_are_kept() -> None:
    data = styled(letterhead())
    assert "Northfield Supply Ltd, 12 Mill Lane, Leeds" in story(data, "header")
    assert story(data, "footer") == "Northfield Supply Ltd, registered in England 01234567"
    (picture,) = [content for name, content in parts(data).items() if name == "word/media/image1.png"]
    with Image.open(io.BytesIO(picture)) as logo:
        assert logo.size == (360, 120)
        assert logo.convert("RGB").getpixel((60, 60)) == (0xF2, 0xB2, 0x33)
        assert logo.info == {}
    header = etree.fromstring(parts(data)["word/header1.xml"])
    (described,) = header.iter(qn("wp:docPr"))
    assert described.get("descr")
    assert int(described.get("id") or 0) > 1000


def test_page_and_margins_are_those_of_the_file_and_everything_is_as_wide() -> None:
    for make, page, width in ((letterhead, 11906, 9355), (style_files.plain_word, 12240, 8640)):
        data = styled(make())
        section = opened(data).sections[0]
        assert abs((section.page_width or 0) / 635 - page) <= 1
        body = etree.fromstring(parts(data)["word/document.xml"])
        tables = {int(one.get(qn("w:w")) or 0) for one in body.iter(qn("w:tblW"))}
        assert tables == {width}
        row = max(
            sum(int(extent.get("cx") or 0) for extent in paragraph.iter(qn("wp:extent")))
            for paragraph in body.iter(qn("w:p"))
        )
        assert width - 60 <= row / 635 <= width
        stops = [tab for name in ("Heading2", "Heading3") for tab in tabs_of(data, name)]
        assert set(stops) == {("right", width)}


def tabs_of(data: bytes, style: str) -> list[tuple[str | None, int]]:
    root = etree.fromstring(parts(data)["word/styles.xml"])
    (found,) = [one for one in root.iter(qn("w:style")) if one.get(qn("w:styleId")) == style]
    return [(tab.get(qn("w:val")), int(tab.get(qn("w:pos")) or 0)) for tab in found.iter(qn("w:tab"))]


def test_styles_of_the_file_win_also_where_their_ids_are_german(tmp_path: Path) -> None:
    data = styled(style_files.german())
    styles = etree.fromstring(parts(data)["word/styles.xml"])
    headings = [one for one in styles.iter(qn("w:style")) if one.find(qn("w:name")).get(qn("w:val")) == "heading 1"]  # type: ignore[union-attr]
    (heading,) = headings
    assert heading.get(qn("w:styleId")) == "Heading1"
    assert heading.find(f"{qn('w:rPr')}/{qn('w:color')}").get(qn("w:val")) == "8A1C1C"  # type: ignore[union-attr]
    known = {one.get(qn("w:styleId")) for one in styles.iter(qn("w:style"))}
    named = {one.get(qn("w:val")) for name in ("w:basedOn", "w:next", "w:link") for one in styles.iter(qn(name))}
    assert named <= known
    report = read_style(style_files.german(), "Brief.docx").report
    assert {"heading 1", "Title", "List Bullet", "Normal"} <= set(report.found)
    assert not set(report.found) & set(report.missing)


def test_a_style_by_a_name_of_ours_is_used_and_one_of_another_type_stands_aside() -> None:
    data = styled(style_files.own_names())
    styles = opened(data).styles
    lead = next(one for one in styles if one.style_id == "Lead")
    assert lead.font.italic
    kinds = [(one.style_id, one.type.name) for one in styles if one.name == "Records"]
    assert sorted(kind for _, kind in kinds) == ["PARAGRAPH", "TABLE"]
    assert ("Records", "TABLE") in kinds
    (other,) = [style_id for style_id, kind in kinds if kind == "PARAGRAPH"]
    assert f'<w:pStyle w:val="{other}"/>' in parts(data)["word/header1.xml"].decode()
    style = read_style(style_files.own_names(), "own.docx")
    assert {"Lead", "Card Value"} <= set(style.report.found)
    assert "Records" in style.report.missing


def test_styles_nothing_uses_stay_behind_and_so_do_their_names() -> None:
    everything = b"".join(parts(styled(style_files.plain_word())).values())
    for name in (b"Light Shading", b"latentStyles", b"Intense Quote", b"List Number"):
        assert name not in everything


def test_missing_styles_take_font_size_and_colour_of_the_file() -> None:
    data = styled(letterhead())
    styles = parts(data)["word/styles.xml"].decode()
    assert "Inter" not in styles
    assert not [name for name in parts(data) if "odttf" in name]
    overline = next(one for one in opened(data).styles if one.style_id == "Overline")
    assert str(overline.font.color.rgb) == "123A6B"
    text = next(one for one in opened(data).styles if one.style_id == "WinText")
    assert text.font.size is not None
    assert text.font.size.pt == 11
    chart = parts(data)["word/media/image2.png"]
    with Image.open(io.BytesIO(chart)) as drawn:
        found = drawn.convert("RGB").tobytes()
    colours = {tuple(found[at : at + 3]) for at in range(0, len(found), 3)}
    assert any(max(abs(a - b) for a, b in zip(one, (0x12, 0x3A, 0x6B), strict=True)) < 6 for one in colours)


def test_a_pale_colour_is_darkened_until_it_can_be_read() -> None:
    pale = changed(letterhead(), {"word/styles.xml": replaced("123A6B", "FFE08A")})
    accent = read_style(pale, "pale.docx").looks.accent
    red, green, blue = (int(accent[at : at + 2], 16) for at in (0, 2, 4))
    assert accent != "FFE08A"
    assert red > green > blue
    assert red < 0xA0


def test_one_page_keeps_the_measures_it_was_measured_with(tmp_path: Path) -> None:
    data = styled(letterhead(), template=BragTemplate.ONE_PAGE)
    styles = {one.style_id: one for one in opened(data).styles}
    design = DESIGNS[BragTemplate.ONE_PAGE]
    for style_id, (size, before, after, line) in design.lines.items():
        found = styles[style_id]
        assert found.font.size is not None
        assert found.font.size.pt == pytest.approx(size, abs=0.25)
        spaces = found.paragraph_format
        assert (spaces.space_before.pt, spaces.space_after.pt, spaces.line_spacing.pt) == (before, after, line)
    assert str(styles["Heading1"].font.color.rgb) == "123A6B"
    assert styles["Heading1"].font.name == "Georgia"


def test_a_list_without_bullets_gets_ours() -> None:
    bare = changed(letterhead(), {"word/styles.xml": lambda text: re.sub(rb"<w:numPr>.*?</w:numPr>", b"", text)})
    data = styled(bare)
    bullet = next(one for one in opened(data).styles if one.style_id == "ListBullet").element
    number = bullet.find(f".//{qn('w:numId')}").get(qn("w:val"))
    numbering = etree.fromstring(parts(data)["word/numbering.xml"])
    (listed,) = [one for one in numbering.iter(qn("w:num")) if one.get(qn("w:numId")) == number]
    ours = listed.find(qn("w:abstractNumId")).get(qn("w:val"))  # type: ignore[union-attr]
    (defined,) = [one for one in numbering.iter(qn("w:abstractNum")) if one.get(qn("w:abstractNumId")) == ours]
    assert [one.get(qn("w:val")) for one in defined.iter(qn("w:lvlText"))] == ["•"]


def test_headings_keep_with_what_follows_whatever_the_file_says() -> None:
    loose = changed(letterhead(), {"word/styles.xml": lambda text: re.sub(rb"<w:keepNext ?/>", b"", text)})
    styles = opened(styled(loose)).styles
    for name in ("Heading 1", "Heading 2", "Heading 3"):
        assert styles[name].paragraph_format.keep_with_next, name


def test_the_last_section_counts_with_the_headers_it_takes_over() -> None:
    data = styled(style_files.two_sections())
    section = opened(data).sections[0]
    assert section.different_first_page_header_footer
    assert section.header.paragraphs[0].text == "Running head of every page"
    assert section.even_page_header.paragraphs[0].text == "Running head of left pages"
    assert section.footer.paragraphs[0].text == "Foot of every page"
    (picture,) = [content for name, content in parts(data).items() if name.endswith(".jpeg")]
    assert SECRET.encode() not in picture
    with Image.open(io.BytesIO(picture)) as logo:
        assert not logo.getexif()


@pytest.mark.parametrize("make", [letterhead, style_files.two_sections, style_files.plain_word])
def test_an_internal_document_says_so_at_the_foot_of_every_page(make: Callable[[], bytes]) -> None:
    data = styled(make(), level=INTERNAL)
    feet = [content for name, content in parts(data).items() if re.fullmatch(r"word/footer\d\.xml", name)]
    assert feet
    assert all("Internal" in text_of(foot) for foot in feet)
    section = opened(data).sections[0]
    kinds = [section.footer, section.first_page_footer, section.even_page_footer]
    assert sum(not one.is_linked_to_previous for one in kinds) == len(feet)
    assert "Internal" not in story(styled(make()), "footer")


def test_our_footer_stands_where_the_file_has_none() -> None:
    footer = opened(styled(style_files.plain_word())).sections[0].footer.paragraphs[0]
    assert footer.text.startswith("Maya Torres  ·  Brag sheet 2026 H2\tPage ")
    kinds = [
        (tab.get(qn("w:val")), tab.get(qn("w:pos"))) for tab in footer._p.iter(qn("w:tab")) if tab.get(qn("w:val"))
    ]
    assert ("right", "8640") in kinds
    assert {kind for kind, place in kinds if place != "8640"} <= {"clear"}


def test_a_busy_header_keeps_its_words_and_page_number_and_loses_what_acts() -> None:
    data = styled(style_files.busy_header())
    header = parts(data)["word/header1.xml"].decode()
    words = story(data, "header")
    for kept in ("Stays ", "pictured ", "linked ", "added ", "controlled ", "Boxed words"):
        assert kept in words, kept
    assert re.findall(r"<w:instrText[^>]*>([^<]*)<", header) == [" PAGE "]
    for acting in (
        "OLEObject",
        "w:sdt",
        "<w:ins ",
        "<w:del ",
        "hyperlink",
        "imagedata",
        "href",
        "fldSimple",
        "dataBinding",
    ):
        assert acting not in header, acting
    style = read_style(style_files.busy_header(), "busy.docx")
    assert all(kind in told(style, NoteKind.FIELD) for kind in ("AUTHOR", "FILENAME", "DDEAUTO"))
    assert told(style, NoteKind.EMBEDDED)
    assert "2 links" in told(style, NoteKind.LINK)


def test_the_report_names_what_stays_behind() -> None:
    style = read_style(style_files.tied_to_template(), "Brief.docm")
    assert told(style, NoteKind.MACRO).startswith("Macros are left out.")
    assert "“letter.dotm”" in told(style, NoteKind.LINK)
    assert told(style, NoteKind.EMBEDDED)
    assert "comments, custom data" in told(style, NoteKind.HIDDEN)
    assert "10 words" in told(style, NoteKind.BODY)
    assert "“Georgia”" in told(style, NoteKind.FONT)
    assert not any(re.search(r"invalid|failed|error|!", line.words, re.IGNORECASE) for line in style.report.lines)


def test_a_plain_file_has_a_short_report() -> None:
    kinds = {line.kind for line in read_style(style_files.plain_word(), "new.docx").report.lines}
    assert kinds <= {NoteKind.STYLE, NoteKind.FONT, NoteKind.HIDDEN}


def test_columns_and_a_page_without_room_are_told_and_not_taken_over() -> None:
    style = read_style(style_files.landscape(), "wide.docx")
    assert "columns" in told(style, NoteKind.PAGE)
    section = opened(style.base(BragTemplate.PLAIN).data).sections[0]
    assert (section.page_width or 0) > (section.page_height or 0)
    narrow = changed(letterhead(), {"word/document.xml": lambda text: re.sub(rb'w:left="\d+"', b'w:left="9000"', text)})
    style = read_style(narrow, "narrow.docx")
    assert "too little room" in told(style, NoteKind.PAGE)
    assert style.looks.width == DESIGNS[BragTemplate.PROMOTION].width


def test_a_customer_in_the_header_stops_the_file(tmp_path: Path) -> None:
    named = changed(letterhead(), {"word/header1.xml": replaced("12 Mill Lane", "for Harlow Foods")})
    sheet = printed(a_sheet(), BragTemplate.PROMOTION)
    with pytest.raises(LeakFound) as stopped:
        write_document(sheet, tmp_path / "x.docx", style=read_style(named, "own.docx"))
    assert any("header" in leak.place for leak in stopped.value.leaks)
    assert list(tmp_path.iterdir()) == []
    path = write_document(sheet, tmp_path / "x.docx", style=read_style(letterhead(), "own.docx"))
    assert words_of_docx(path.read_bytes()) == words_of_docx(styled(letterhead()))


def test_an_amount_stands_on_a_line_of_its_own_where_the_heading_of_the_file_leaves_no_room() -> None:
    win = a_win(
        "Recovered an old balance of a shop in Leeds", theme="cash", action="Rang.", figures=(a_figure(186_400),)
    )
    big = changed(
        letterhead(), {"word/styles.xml": lambda text: text.replace(b'<w:sz w:val="22"/>', b'<w:sz w:val="40"/>')}
    )
    for data, apart in ((letterhead(), "\t"), (big, "\n\t")):
        (heading,) = [one for one in paragraphs(styled(data, win)) if one.style and one.style.style_id == "Heading3"]
        assert heading.text == f"Recovered an old balance of a shop in Leeds{apart}$186,400 collected"


def test_the_same_file_gives_the_same_style() -> None:
    data = letterhead()
    assert read_style(data, "a.docx") == read_style(data, "a.docx")
    assert parts(styled(data)) == parts(styled(data))


def test_customers_called_like_ordinary_words_of_a_word_file_do_not_stop_it(tmp_path: Path) -> None:
    named = ("Georgia", "Calibri", "Office", "Normal", "Shape", "Letterhead", "Picture", "Own", "Theme")
    customers = [a_customer(f"{name} Ltd", alias=f"Customer {at}", spellings=(name,)) for at, name in enumerate(named)]
    sheet = printed(a_sheet(YEAR_OF_WINS[:1], customers=customers), BragTemplate.PROMOTION)
    for at, (kind, make) in enumerate(EVERY_KIND.items()):
        if kind != "busy-header":
            assert write_document(sheet, tmp_path / f"{at}.docx", style=read_style(make(), "own.docx")).exists()

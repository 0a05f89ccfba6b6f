"""The Word file: real structure, every word, nothing about anyone but its owner."""

from __future__ import annotations

import os
import re
import zipfile
from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from pathlib import Path

import pytest
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from openxml_audit import OpenXmlValidator  # type: ignore[import-untyped]

from arcareer.documents.docx_renderer import render_docx
from arcareer.documents.printed import printed
from arcareer.documents.text_cleaning import clean
from arcareer.domain.agenda import Owner
from arcareer.domain.documents import BragSection, BragTemplate, DisclosureLevel
from arcareer.domain.evidence import EvidenceFile
from arcareer.domain.figures import Unit
from arcareer.domain.journal import Win
from arcareer.progress import Cancelled
from arcareer.resources import resource_root
from tests.support.builders import a_figure, a_win
from tests.support.sheets import YEAR_OF_WINS, a_sheet, opened, outline, paragraphs, parts, words, words_of_docx

GOLDEN = Path(__file__).parent / "golden"
TEMPLATES = pytest.mark.parametrize("template", list(BragTemplate))
NASTY = (
    "a\x00b", "a\x07b", "a\x0bb", "a\x0cb", "a\x1b[31mb", "a\x1fb", "a\x7fb", "a\x85b", "a\ud800b", "a\ufffeb",
    "a\uffffb", "\ufeffabc", "a\u202eb", "a\u200bb", "👨‍👩‍👧‍👦 👩🏽‍💼", "Z" + "\u0301" * 500, "R&D", "DSO < 30 days",
    "cut <b>DSO", "</w:t></w:r></w:p>", "&amp; &lt; &#0;", "]]>", "saved {{ 7*7 }}", "{% for x in y %}", "{# hi #}",
    "{{ self.__init__ }}", "a\nb", "a\r\nb", "a\tb", "a\rb", "line\n" * 200, "   lead and trail   ", "1.5", "nan",
    "None", "b'abc'", "100%%s %(x)s", "C:\\Users\\n", "O'Brien \"x\"", "株式会社ミナト", "شركة النور", "W" * 4000,
    "a\u2028b", "a\ue000b", "\U0001d504\U0001d54f", "\U0001fffe", "_x000D_ _x0041_", "a\u00a0b\u00adc",
)  # fmt: skip


def rendered(*wins: Win, template: BragTemplate = BragTemplate.PROMOTION) -> bytes:
    return render_docx(printed(a_sheet(wins or YEAR_OF_WINS), template), embed_fonts=False)


def body(data: bytes) -> etree._Element:
    return etree.fromstring(parts(data)["word/document.xml"])


@TEMPLATES
def test_the_outline_is_as_agreed(template: BragTemplate) -> None:
    """Run with ARCAREER_WRITE_GOLDEN=1 to agree on a new one."""
    golden = GOLDEN / f"{template.value}.txt"
    found = outline(rendered(template=template))
    if os.environ.get("ARCAREER_WRITE_GOLDEN"):
        golden.write_text(found, encoding="utf-8")
    assert found == golden.read_text(encoding="utf-8")


def audited(data: bytes, folder: Path) -> list[str]:
    file = folder / "sheet.docx"
    file.write_bytes(data)
    result = OpenXmlValidator().validate(str(file))
    return [f"{error.part_uri} {error.description}" for error in result.errors]


def beyond_the_audit(data: bytes) -> list[str]:
    """Return what the audit does not see: equal picture ids, sizes that are no numbers, a zoom without percent."""
    unpacked = parts(data)
    ids = re.findall(rb'<wp:docPr id="(\w+)"', unpacked["word/document.xml"])
    sizes = [size for part in unpacked.values() for size in re.findall(rb'<w:sz(?:Cs)? w:val="([^"]*)"', part)]
    zoom = re.findall(rb"<w:zoom[^>]*>", unpacked["word/settings.xml"])
    found = [] if len(ids) == len(set(ids)) else [f"equal picture ids: {ids!r}"]
    found += [f"size {size!r}" for size in sizes if not size.isdigit()]
    return found + [f"zoom {one!r}" for one in zoom if b"w:percent=" not in one]


@TEMPLATES
def test_an_audit_finds_nothing(template: BragTemplate, tmp_path: Path) -> None:
    data = render_docx(printed(a_sheet(), template))
    assert audited(data, tmp_path) == []
    assert beyond_the_audit(data) == []


@pytest.mark.parametrize(
    "wins", [(), YEAR_OF_WINS[:1], (a_win("x" * 500, figures=(a_figure(),) * 6),)], ids=["none", "one", "long"]
)
def test_an_audit_finds_nothing_in_unusual_sheets(wins: tuple[Win, ...], tmp_path: Path) -> None:
    data = render_docx(printed(a_sheet(wins, owner=Owner()), BragTemplate.PROMOTION))
    assert audited(data, tmp_path) == []
    assert beyond_the_audit(data) == []


def in_every_field(text: str) -> Win:
    return a_win(
        text,
        theme="cash",
        situation=text,
        action=text,
        outcome=text,
        proof=text,
        colleagues=(text,),
        figures=(a_figure(5, 9, measure=text, period=text, source=text, unit=Unit.DAYS, currency=""),),
        evidence=(EvidenceFile(id=a_win().id, title=text, sha256="0" * 64, size=1, original_name=text),),
    )


def fields_of(document: list[str], text: str) -> int:
    """Return how often the cleaned text stands in the document, word by word."""
    wanted = words(clean(text))
    joined, needle = "\x1f".join(document), "\x1f".join(wanted)
    return joined.count(needle) if needle else 1


@pytest.mark.parametrize("text", NASTY, ids=[ascii(text)[:24] for text in NASTY])
def test_nasty_text_is_printed_as_it_is_in_every_field(text: str) -> None:
    owner = Owner(name=text, title=text, employer=text, purpose=text)
    sheet = a_sheet([in_every_field(text)], owner=owner, level=DisclosureLevel.INTERNAL)
    data = render_docx(printed(sheet, BragTemplate.PROMOTION), embed_fonts=False)
    assert fields_of(words_of_docx(data), text) >= 9
    assert opened(data).core_properties.title.startswith("Brag sheet 2026 H2")


@given(st.text(st.characters(exclude_categories=()), min_size=1, max_size=80), st.sampled_from(list(BragTemplate)))
def test_any_headline_comes_back_exactly(text: str, template: BragTemplate) -> None:
    sheet = a_sheet([a_win(text)], level=DisclosureLevel.INTERNAL, owner=Owner(), sections=(BragSection.WINS,))
    data = render_docx(printed(sheet, template), embed_fonts=False)
    (found,) = [
        paragraph for paragraph in paragraphs(data) if paragraph.style and paragraph.style.name == "List Bullet"
    ]
    assert found.text == clean(text).strip() + "  October 2026"


def test_headings_stand_in_order_and_no_win_is_parted_from_its_heading() -> None:
    found = paragraphs(rendered())
    names = [paragraph.style.name for paragraph in found if paragraph.style]
    levels = [int(name[-1]) for name in names if name.startswith("Heading")]
    assert names.index("Title") < names.index("Heading 1")
    assert all(after <= before + 1 for before, after in zip([0, *levels], levels, strict=False))
    styles = opened(rendered()).styles
    for name in ("Heading 1", "Heading 2", "Heading 3", "Cell Head"):
        assert styles[name].paragraph_format.keep_with_next, name
    for name in ("List Bullet", "Win Text", "Heading 3"):
        assert styles[name].paragraph_format.keep_together, name


def test_bullets_are_a_real_list() -> None:
    data = rendered()
    style = opened(data).styles["List Bullet"].element
    assert style.find(f".//{qn('w:numId')}").get(qn("w:val")) == "1"
    assert b'<w:numFmt w:val="bullet"/>' in parts(data)["word/numbering.xml"]


def test_every_table_says_what_it_is_and_repeats_its_first_row() -> None:
    tables = list(body(rendered()).iter(qn("w:tbl")))
    assert len(tables) == 3
    for table in tables:
        rows = table.findall(qn("w:tr"))
        assert rows[0].find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
        assert all(row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in rows)
        described = [table.find(f"{qn('w:tblPr')}/{qn(name)}") for name in ("w:tblCaption", "w:tblDescription")]
        assert all(one is not None and one.get(qn("w:val")) for one in described)


def test_pictures_say_what_they_show_and_stand_close() -> None:
    data = rendered()
    inlines = list(body(data).iter(qn("wp:inline")))
    assert len(inlines) == 2
    for number, inline in enumerate(inlines, 1):
        assert {inline.get(name) for name in ("distT", "distB", "distL", "distR")} == {"0"}
        described = inline.find(qn("wp:docPr"))
        assert described is not None
        assert described.get("name") == f"Chart {number}"
        assert re.match(r"Bar chart\. .+: .+; .+: .+\.", described.get("descr") or "")
    assert sorted(name for name in parts(data) if "media" in name) == ["word/media/image1.png", "word/media/image2.png"]


def test_the_language_is_set_and_right_to_left_text_runs_that_way() -> None:
    data = rendered(a_win("حصلت على الدفعة", theme="cash"), a_win("Paid by شركة"))
    assert b'<w:lang w:val="en-US"' in parts(data)["word/styles.xml"]
    arabic, latin = [p for p in paragraphs(data) if p.style and p.style.name == "List Bullet"]
    assert arabic._p.find(f".//{qn('w:bidi')}") is not None
    assert arabic._p.find(f".//{qn('w:rtl')}") is not None
    assert latin._p.find(f".//{qn('w:bidi')}") is None


def test_properties_hold_the_owner_and_nothing_else() -> None:
    data = rendered()
    properties = opened(data).core_properties
    assert (properties.title, properties.author, properties.last_modified_by) == (
        "Brag sheet 2026 H2, Maya Torres",
        "Maya Torres",
        "Maya Torres",
    )
    assert (properties.subject, properties.keywords, properties.language) == (
        "Wins, July to December 2026",
        "accounts receivable",
        "en-US",
    )
    assert properties.created is not None
    assert properties.created.replace(tzinfo=None) == datetime(2026, 12, 3, 9, 30)  # noqa: DTZ001 - a file's own time
    assert (properties.comments, properties.category, properties.identifier, properties.version) == ("", "", "", "")
    everything = b"".join(parts(data).values())
    names = parts(data).keys()
    assert not [name for name in names if "thumbnail" in name or "custom" in name or "comments" in name]
    assert not re.search(rb"python-docx|rsid|TargetMode=.External", everything)


def test_properties_of_someone_unnamed_are_blank() -> None:
    properties = opened(render_docx(printed(a_sheet(owner=Owner()), BragTemplate.PLAIN))).core_properties
    assert (properties.title, properties.author, properties.last_modified_by) == ("Brag sheet 2026 H2", "", "")


def test_the_footer_counts_the_pages() -> None:
    footer = opened(rendered()).sections[0].footer.paragraphs[0]
    fields = [field.get(qn("w:instr")).strip() for field in footer._p.iter(qn("w:fldSimple"))]
    assert footer.text == "Maya Torres  ·  Brag sheet 2026 H2\tPage  of "
    assert fields == ["PAGE", "NUMPAGES"]


def test_embedded_fonts_are_the_shipped_ones_and_can_be_left_out() -> None:
    with_fonts, without = render_docx(printed(a_sheet(), BragTemplate.PLAIN)), rendered(template=BragTemplate.PLAIN)
    table = etree.fromstring(parts(with_fonts)["word/fontTable.xml"])
    keys = [embed.get(qn("w:fontKey")) for font in table for embed in font if embed.get(qn("w:fontKey"))]
    for number, (key, face) in enumerate(zip(keys, ("Regular", "Bold", "SemiBold"), strict=True), 1):
        hidden = parts(with_fonts)[f"word/fonts/font{number}.odttf"]
        mask = bytes.fromhex(re.sub(r"\W", "", key or ""))[::-1] * 2
        shown = bytes(byte ^ cover for byte, cover in zip(hidden[:32], mask, strict=True)) + hidden[32:]
        assert shown == (resource_root() / "fonts" / f"Inter-{face}.ttf").read_bytes()
    assert b"<w:embedTrueTypeFonts" in parts(with_fonts)["word/settings.xml"]
    assert b"<w:embedTrueTypeFonts" not in parts(without)["word/settings.xml"]
    assert not [name for name in parts(without) if "odttf" in name]


def test_the_base_documents_are_built_from_the_styles(tmp_path: Path) -> None:
    import importlib.util  # noqa: PLC0415 - tools are no package

    script = Path(__file__).parents[3] / "tools" / "build_base_docx.py"
    specification = importlib.util.spec_from_file_location("build_base_docx", script)
    assert specification is not None
    assert specification.loader is not None
    builder = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(builder)
    builder.build(tmp_path)
    for template in BragTemplate:
        shipped = (resource_root() / "templates" / f"{template.value}.docx").read_bytes()
        assert parts(shipped) == parts((tmp_path / f"{template.value}.docx").read_bytes()), template


def many(count: int) -> Iterator[Win]:
    for number in range(count):
        yield a_win(f"Win {number:05}", theme="cash", action="Rang them.", figures=(a_figure(number + 1),))


def test_two_thousand_wins_are_all_there_in_order() -> None:
    data = render_docx(printed(a_sheet(many(2000)), BragTemplate.PROMOTION), embed_fonts=False)
    found = re.findall(r"Win (\d{5})", parts(data)["word/document.xml"].decode())
    assert found == [f"{number:05}" for number in range(2000)]


def test_progress_is_told_and_can_stop_the_work() -> None:
    heard: list[tuple[int, int]] = []

    def stop_at_the_third(done: int, total: int, note: str = "") -> None:
        heard.append((done, total))
        if len(heard) == 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        render_docx(printed(a_sheet(many(500)), BragTemplate.PROMOTION), stop_at_the_third)
    assert heard == sorted(heard)
    assert len({total for _, total in heard}) == 1


def test_the_same_sheet_gives_the_same_parts() -> None:
    assert parts(rendered()) == parts(rendered())


def test_every_part_is_well_formed_and_compressed() -> None:
    data = rendered()
    for name, content in parts(data).items():
        if name.endswith((".xml", ".rels")):
            etree.fromstring(content)
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert {entry.compress_type for entry in archive.infolist()} == {zipfile.ZIP_DEFLATED}


def test_a_sheet_without_an_owner_or_figures_is_still_a_document() -> None:
    text = " ".join(
        words_of_docx(render_docx(printed(a_sheet([], owner=Owner()), BragTemplate.PROMOTION), embed_fonts=False))
    )
    assert text == "July to December 2026 Brag sheet No wins in this period yet."

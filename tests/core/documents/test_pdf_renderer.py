"""The PDF: the words of the Word file in its order, tagged, whole on its pages, and never code."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import date, timedelta
from importlib.machinery import ModuleSpec
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from arcareer.documents.blocks import Paragraph
from arcareer.documents.docx_renderer import render_docx
from arcareer.documents.pdf_renderer import can_render_pdf, render_pdf
from arcareer.documents.printed import Printed, printed
from arcareer.domain.agenda import Owner
from arcareer.domain.documents import BragTemplate, DisclosureLevel
from arcareer.domain.journal import Win
from arcareer.errors import UserError
from arcareer.progress import Cancelled
from tests.support.builders import a_figure, a_win
from tests.support.pdfs import catalogue, letters, pages_of, poppler_pages_of, tags
from tests.support.sheets import YEAR_OF_WINS, a_sheet, words_of_docx

PROMOTION, PLAIN, ONE_PAGE = BragTemplate.PROMOTION, BragTemplate.PLAIN, BragTemplate.ONE_PAGE
TABLE_HEADS = re.compile(r"(?<=\f)(MEASURE(BEFORE)?(VALUE)?(CHANGE)?WHEN(NOTE)?|DATEWINPROOF)")
HOSTILE = (
    '#eval("1 + 1") #panic() #include "a.typ" @label <label>',
    "$x^2$ {{ 7*7 }} {% for %} \\u{41} *bold* _thin_ `code` = Heading",
    "- item\n+ item\n/ term: words\n// comment /* another */",
    "a -> b => c ~ d -- e --- f ... “g” 'h' \"i\"",
)


def made(*wins: Win, template: BragTemplate = PROMOTION, owner: Owner | None = None) -> Printed:
    sheet = a_sheet(wins) if owner is None else a_sheet(wins, owner=owner)
    return printed(sheet, template)


def in_word(document: Printed) -> str:
    return letters(" ".join(words_of_docx(render_docx(document, embed_fonts=False))))


def in_pdf(pages: list[str]) -> str:
    """Return all letters of the pages, without the headings that tables repeat on a new page."""
    return TABLE_HEADS.sub("", "\f".join(map(letters, pages))).replace("\f", "")


def year(count: int) -> list[Win]:
    """Return wins that carry a mark at start and end, every second one with a story."""
    return [
        a_win(
            f"Q{number:03}a Rang the {number}th account about its old balance",
            happened_on=date(2026, 7, 1) + timedelta(days=number % 180),
            theme="cash" if number % 3 else "disputes",
            situation="The account had gone quiet after two broken promises." if number % 2 else "",
            action="Rang every week, wrote down each promise and told the controller. " * 2 if number % 2 else "",
            outcome=f"Paid in full, Q{number:03}b as agreed." if number % 2 else "",
            proof=f"Receipt {number}" if number % 4 == 0 else "",
            figures=(a_figure(1000 + number),),
        )
        for number in range(count)
    ]


@pytest.mark.parametrize("template", BragTemplate)
@pytest.mark.parametrize("count", [0, 1, 60])
def test_it_says_what_the_word_file_says_in_its_order(count: int, template: BragTemplate) -> None:
    document = made(*year(count), template=template)
    assert in_pdf(pages_of(render_pdf(document))) == in_word(document)


@pytest.mark.parametrize("template", BragTemplate)
@pytest.mark.parametrize(
    "words",
    [
        *HOSTILE,
        "Zażółć gęślą jaźń, naïve café e\u0301 — ½ ² € £ ₹",
        "Дебиторская задолженность погашена, Ελληνικά",
        "Word " + "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk" * 5,
        "x" * 3000,
        "two\n\nlines\tand a tab  and spaces",
    ],
)
def test_what_a_user_types_stays_text(words: str, template: BragTemplate) -> None:
    document = made(
        a_win(words, theme="cash"), a_win("Second", situation=words, outcome=words, proof=words), template=template
    )
    assert in_pdf(pages_of(render_pdf(document))) == in_word(document)


@pytest.mark.parametrize("words", ["Win 🎉 by 👩‍👩‍👧 and 😀", "株式会社の請求書を回収しました" * 9, "สวัสดี"])
def test_characters_without_a_shape_keep_their_text(words: str) -> None:
    document = made(a_win(words, situation=f"{words} again"), template=PLAIN)
    assert in_pdf(poppler_pages_of(render_pdf(document))) == in_word(document)


@pytest.mark.parametrize("words", ["تم تحصيل 12,500 دولار من العميل", "חשבונית ישנה נגבתה ABC 12"])
def test_words_from_right_to_left_are_all_there_and_stand_at_the_right(words: str) -> None:
    document = made(a_win(words, situation=words), template=PLAIN)
    data = render_pdf(document)
    assert sorted(in_pdf(poppler_pages_of(data))) == sorted(in_word(document))
    assert "L" in {tag.kind for tag in tags(data)}


@given(words=st.text(min_size=1, max_size=80))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_text_at_all_stops_it(words: str) -> None:
    data = render_pdf(made(a_win(words.strip() or "Win", situation=words, proof=words), template=PLAIN))
    assert len(PdfReader(io.BytesIO(data)).pages) >= 1


def test_it_is_tagged_for_those_who_listen() -> None:
    data = render_pdf(printed(a_sheet(), PROMOTION))
    root = catalogue(data)
    kinds = [tag.kind for tag in tags(data)]
    headings = [int(kind[1]) for kind in kinds if re.fullmatch(r"H\d", kind)]
    assert str(root["/Lang"]) == "en-US"
    assert "'/Marked': True" in str(root["/MarkInfo"])
    assert b"pdfuaid" in data
    assert headings[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(headings))
    assert {"Title", "P", "L", "LI", "Table", "TH", "TD", "Figure"} <= set(kinds)


def test_a_heading_that_skips_a_level_is_tagged_as_the_next_one() -> None:
    sheet = printed(a_sheet(), PROMOTION)
    skipping = tuple(
        block for block in sheet.blocks if not (isinstance(block, Paragraph) and block.style == "Heading2")
    )
    data = render_pdf(replace(sheet, blocks=skipping))
    assert {tag.kind for tag in tags(data)} >= {"H1", "H2"}
    assert "H3" not in {tag.kind for tag in tags(data)}
    assert b"pdfuaid" in data


def test_every_chart_is_told_in_words() -> None:
    figures = [tag for tag in tags(render_pdf(printed(a_sheet(), PROMOTION))) if tag.kind == "Figure"]
    assert len(figures) == 2
    assert all(figure.description.startswith("Bar chart. ") for figure in figures)


@pytest.mark.parametrize("template", BragTemplate)
def test_one_win_without_anything_else_is_a_whole_document(template: BragTemplate) -> None:
    document = made(a_win("Rang"), template=template, owner=Owner())
    data = render_pdf(document)
    assert in_pdf(pages_of(data)) == in_word(document)
    assert b"pdfuaid" in data


def test_its_properties_are_those_of_the_word_file() -> None:
    found = PdfReader(io.BytesIO(render_pdf(printed(a_sheet(), PLAIN)))).metadata
    assert found is not None
    assert found.title == "Brag sheet 2026 H2, Maya Torres"
    assert found.author == "Maya Torres"
    assert found.subject == "Wins, July to December 2026"
    assert str(found.creation_date) == str(found.modification_date) == "2026-12-03 09:30:00+00:00"


def test_the_same_document_has_the_same_bytes() -> None:
    document = printed(a_sheet(), PROMOTION)
    assert render_pdf(document) == render_pdf(document)


def test_every_page_says_whose_it_is_and_which_of_how_many() -> None:
    pages = PdfReader(io.BytesIO(render_pdf(made(*year(60))))).pages
    assert len(pages) > 2
    for number, page in enumerate(pages, 1):
        assert re.search(rf"Maya Torres +· +Brag sheet 2026 H2\s+Page {number} of {len(pages)}", page.extract_text())


@pytest.mark.parametrize("template", [PROMOTION, PLAIN])
@pytest.mark.parametrize("count", [23, 31, 44])
def test_no_win_is_parted_from_its_heading_or_torn_over_two_pages(count: int, template: BragTemplate) -> None:
    pages = pages_of(render_pdf(made(*year(count), template=template)))
    told = [re.split(r"Key figures|\nProof", page)[0] for page in pages]
    for number in range(1, count, 2):
        assert (
            len({at for at, page in enumerate(told) if f"Q{number:03}a Rang" in page or f"Q{number:03}b" in page}) == 1
        )
    for page in pages[:-1]:
        last = page.strip().splitlines()[-1]
        assert not re.search(r"\d+ wins?$|^Wins by theme$", last, re.IGNORECASE), "a theme stands alone at a page's end"


def test_long_tables_repeat_their_heading() -> None:
    wins = [a_win(f"Win {number}", proof=f"Receipt {number}") for number in range(120)]
    with_rows = [page for page in pages_of(render_pdf(made(*wins, template=PLAIN))) if page.count("Receipt") > 10]
    proof_only = [page for page in with_rows if re.match(r"\s*Date\s+Win\s+Proof", page)]
    assert len(proof_only) >= 2


@pytest.mark.parametrize("template", [PROMOTION, PLAIN])
def test_a_story_or_cell_taller_than_a_page_goes_over_pages(template: BragTemplate) -> None:
    endless = "Rang the account about it once more. " * 400
    document = made(a_win("Tall", situation=endless, proof=endless), template=template)
    assert in_pdf(poppler_pages_of(render_pdf(document))) == in_word(document)


@pytest.mark.parametrize("count", [12, 40, 300])
def test_the_one_page_template_is_one_page(count: int) -> None:
    assert len(pages_of(render_pdf(made(*year(count), template=ONE_PAGE)))) == 1


def test_names_are_hidden_as_in_the_word_file() -> None:
    text = "".join(pages_of(render_pdf(printed(a_sheet(YEAR_OF_WINS, level=DisclosureLevel.HR_FILE), PROMOTION))))
    assert "Customer A" in text
    assert "Harlow" not in text


def test_it_can_be_stopped() -> None:
    def stop(done: int, total: int, note: str = "") -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        render_pdf(printed(a_sheet(), PLAIN), stop)


def test_without_typst_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    def nowhere(name: str, package: str | None = None) -> ModuleSpec | None:
        return None

    monkeypatch.setattr("importlib.util.find_spec", nowhere)
    assert not can_render_pdf()
    with pytest.raises(UserError, match=r"The PDF part is not installed\. Nothing was written\. Install it with"):
        render_pdf(printed(a_sheet(), PLAIN))

"""The preview says what the Word file says (UX-27), and knows which win every line speaks of."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arcareer.documents.charts import paint
from arcareer.documents.docx_renderer import render_docx
from arcareer.documents.preview_html import preview
from arcareer.documents.printed import printed
from arcareer.documents.text_renderer import render_text
from arcareer.domain.agenda import Owner
from arcareer.domain.documents import BragTemplate
from arcareer.domain.journal import Win
from tests.core.documents.test_charts import Recorder
from tests.support.builders import a_figure, a_win
from tests.support.sheets import YEAR_OF_WINS, a_sheet, words, words_of_docx, words_of_html
from tests.support.values import texts, wins

TEMPLATES = pytest.mark.parametrize("template", list(BragTemplate))


@TEMPLATES
def test_the_preview_says_word_for_word_what_the_file_says(template: BragTemplate) -> None:
    sheet = a_sheet()
    assert words_of_html(preview(printed(sheet, template)).html) == words_of_docx(
        render_docx(printed(sheet, template), embed_fonts=False)
    )


@given(st.lists(wins(), max_size=2), texts, st.sampled_from(list(BragTemplate)))
def test_so_it_does_for_any_wins(found: list[Win], name: str, template: BragTemplate) -> None:
    placed = [a_win(win.headline, outcome=win.outcome, proof=win.proof, figures=win.figures[:2]) for win in found]
    sheet = a_sheet(placed, owner=Owner(name=name, title=name))
    assert words_of_html(preview(printed(sheet, template)).html) == words_of_docx(
        render_docx(printed(sheet, template), embed_fonts=False)
    )


@TEMPLATES
def test_plain_text_holds_the_same_words_but_for_its_marks(template: BragTemplate) -> None:
    sheet = a_sheet()
    html = words_of_html(preview(printed(sheet, template)).html)
    text = words(re.sub(r"[•()·,:]", " ", render_text(printed(sheet, template))))
    assert sorted(words(re.sub(r"[•()·,:]", " ", " ".join(html)))) == sorted(text)


@TEMPLATES
def test_every_win_can_be_found_and_clicked(template: BragTemplate) -> None:
    html = preview(printed(a_sheet(), template)).html
    for win in YEAR_OF_WINS:
        assert f'<a href="win/{win.id}">' in html
        assert html.count(f'<a name="win/{win.id}">') == 1


def test_replaced_names_are_marked_and_nothing_else_is() -> None:
    html = preview(printed(a_sheet(), BragTemplate.PROMOTION)).html
    assert set(re.findall(r'<span class="hidden">([^<]*)</span>', html)) == {"Customer A", "Customer B"}
    assert ".hidden {" in html


def test_what_people_type_is_no_markup() -> None:
    win = a_win("<script>alert(1)</script> & <img src=x> \"quoted\" 'x'")
    html = preview(printed(a_sheet([win]), BragTemplate.PLAIN)).html
    assert "<script" not in html
    assert "<img src=x" not in html
    assert "&lt;script&gt;" in html


def test_charts_come_as_pictures_to_draw() -> None:
    shown = preview(printed(a_sheet(), BragTemplate.PROMOTION))
    assert [image.name for image in shown.charts] == ["chart/0", "chart/1"]
    for image in shown.charts:
        assert f'<img src="{image.name}"' in shown.html
        recorder = Recorder()
        paint(recorder, image.chart, image.width, image.height)
        assert recorder.words


class _Balance(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ("br", "img"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@TEMPLATES
def test_the_markup_is_balanced(template: BragTemplate) -> None:
    reader = _Balance()
    reader.feed(preview(printed(a_sheet(), template)).html)
    assert reader.open == []


def test_the_page_is_the_one_that_will_be_printed() -> None:
    shown = preview(printed(a_sheet(), BragTemplate.PROMOTION))
    assert (shown.page_width, shown.page_height) == (816, 1056)


def test_right_to_left_lines_run_that_way() -> None:
    html = preview(printed(a_sheet([a_win("حصلت على الدفعة"), a_win("Paid")]), BragTemplate.PLAIN)).html
    assert html.count('<li dir="rtl"') == 1


def test_a_picture_or_table_never_hides_a_figure_from_the_text() -> None:
    sheet = a_sheet([a_win(figures=(a_figure(5, 9, measure="errors"),))])
    text = render_text(printed(sheet, BragTemplate.PROMOTION))
    assert "• Errors: $5 (down $4 from $9, October 2026)" in text


def test_one_door_decides_what_is_printed() -> None:
    assert printed(a_sheet(), BragTemplate.PLAIN) == printed(a_sheet(), BragTemplate.PLAIN)

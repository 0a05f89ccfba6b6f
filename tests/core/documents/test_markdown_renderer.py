"""Markdown: read back it says what the document says, whatever was typed."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from arcareer.documents.blocks import Block, Cards, ChartRow, Paragraph, Story, Table
from arcareer.documents.markdown_renderer import render_markdown
from arcareer.documents.printed import Printed, printed
from arcareer.documents.text_cleaning import clean
from arcareer.domain.agenda import Owner
from arcareer.domain.documents import BragTemplate
from tests.support.builders import a_figure, a_win
from tests.support.sheets import a_sheet

PROMOTION, PLAIN = BragTemplate.PROMOTION, BragTemplate.PLAIN
READER = MarkdownIt("commonmark").enable("table")


def read(markdown: str) -> list[Token]:
    return READER.parse(markdown)


def said(markdown: str) -> str:
    """Return every character a reader sees, spaces apart; any HTML but line breaks would show as a mark."""
    inline = [child for token in read(markdown) for child in token.children or ()]
    shown = "".join("\n" if token.content == "<br>" else token.content or "\n" for token in inline)
    return squeezed(shown)


def squeezed(text: str) -> str:
    return "".join(text.replace("·", "").replace(":", "").split())


def expected(document: Printed) -> str:
    return squeezed(" ".join(words for block in document.blocks for words in words_of(block)))


def words_of(block: Block) -> Iterator[str]:
    match block:
        case Paragraph():
            yield from (str(run.text) for run in (*block.runs, *block.at_margin))
        case Story():
            yield from (str(run.text) for run in block.runs)
        case Cards():
            yield from (str(run.text) for card in block.cards for run in (*card.label, *card.value, *card.note))
        case Table():
            yield from (column.heading for column in block.columns)
            yield from (str(run.text) for row in block.rows for cell in row.cells for run in cell)
        case ChartRow():
            yield from (chart.description for chart in block.charts)


def hostile(words: str, template: BragTemplate = PROMOTION) -> Printed:
    figure = a_figure(1200, 5000, measure="open", source=words)
    wins = (
        a_win(words, theme="cash", figures=(figure,)),
        a_win("Second", theme="cash", situation=words, action=words, outcome=words, proof=words),
    )
    return printed(a_sheet(wins, owner=Owner(name=words, title=words, employer=words)), template)


@pytest.mark.parametrize("template", BragTemplate)
def test_read_back_it_says_what_the_document_says(template: BragTemplate) -> None:
    document = printed(a_sheet(), template)
    assert said(render_markdown(document)) == expected(document)


@pytest.mark.parametrize("template", [PROMOTION, PLAIN])
@pytest.mark.parametrize(
    "words",
    [
        "*stars* and **two** _under_ __two__ ~~gone~~",
        "[link](https://example.com) ![picture](x.png) [1]: x <https://example.com>",
        "<b>bold</b> <script>alert(1)</script> <!-- no --> &amp; &#42; AT&T",
        "# heading #", "## heading", "> quote", "- item", "+ item", "* item", "1. item", "12) item", "1.5 hours",
        "===", "---", "- - -", "***", "| a | b |", "a | b\n--- | ---", "~~~\ncode\n~~~", "```\ncode\n```", "`code`",
        "\tindented", "    indented", "back\\slash\\", "ends in one\\\nand goes on\\", "C:\\dir\\*.txt \\| \\\\|",
        "one\ntwo\n\nthree", "line\n===", "line\n---\nmore", "a\n# b\n- c\n1. d", "$5 and $6, $x^2$, $$y$$",
        "a*b*c_d_e", "“quoted”*", "!", ":", ": definition", "a  b", "%title",
    ],
)  # fmt: skip
def test_what_a_user_types_reads_as_typed(words: str, template: BragTemplate) -> None:
    document = hostile(words, template)
    assert said(render_markdown(document)) == expected(document)


@given(words=st.text(alphabet=st.sampled_from(list("*_`#[]()<>|~\\!&;:.$-+=19 \n\tab“é…")), min_size=1, max_size=30))
@settings(deadline=None)
def test_any_mixture_of_marks_reads_as_typed(words: str) -> None:
    typed = clean(words).strip()
    document = hostile(typed or "Win", PLAIN)
    assert said(render_markdown(document)) == expected(document)


def test_structure_is_real() -> None:
    tokens = read(render_markdown(printed(a_sheet(), PROMOTION)))
    headings = [int(token.tag[1]) for token in tokens if token.type == "heading_open"]
    assert headings[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(headings))
    assert [token.type for token in tokens].count("table_open") == 2
    assert "bullet_list_open" in {token.type for token in tokens}


def test_what_a_user_types_makes_no_structure() -> None:
    tokens = read(render_markdown(hostile("a\n# b\n- c\n1. d\n> e\n\n```\nf\n```\n***\n| g |", PROMOTION)))
    kinds = {token.type for token in tokens} | {child.type for token in tokens for child in token.children or ()}
    assert not kinds & {"ordered_list_open", "blockquote_open", "fence", "code_block", "hr", "code_inline", "link_open"}
    assert {child.content for token in tokens for child in token.children or () if child.type == "html_inline"} == {
        "<br>"
    }


def test_bullets_that_follow_each_other_are_one_tight_list() -> None:
    wins = [a_win(f"Win {number}", theme="cash") for number in range(3)]
    assert "- Win 0 *October 2026*\n- Win 1 *October 2026*\n- Win 2" in render_markdown(printed(a_sheet(wins), PLAIN))


def test_what_wikis_make_pictures_or_formulas_of_is_escaped() -> None:
    text = render_markdown(printed(a_sheet([a_win("Paid :smile: at 12:30:45, $x^2$ and H~2~O")]), PLAIN))
    assert "- Paid \\:smile: at 12:30:45, \\$x^2\\$ and H\\~2\\~O" in text


def test_amounts_stay_readable_in_the_source() -> None:
    text = render_markdown(printed(a_sheet([a_win("Collected $48,200 (12.5% of it early)")]), PLAIN))
    assert "- Collected $48,200 (12.5% of it early)" in text

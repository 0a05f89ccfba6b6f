"""Every renderer says what the review says: the preview, the Word file, and the text of a win that changed."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from arcareer.documents.docx_renderer import render_docx
from arcareer.documents.markdown_renderer import render_markdown
from arcareer.documents.preview_html import preview
from arcareer.documents.text_renderer import render_text
from arcareer.domain.documents import BragTemplate
from arcareer.domain.metric_kinds import DSO as DSO_KIND
from tests.support.promotion import (
    DISPUTES,
    DSO,
    WINS,
    a_decision,
    a_level,
    a_material,
    a_printed_review,
    a_promotion,
    a_series,
)
from tests.support.sheets import words_of_docx, words_of_html


def full(**fields: object) -> dict[str, object]:
    return {
        "review": a_promotion(),
        "level": a_level("coordinator"),
        "next_level": a_level("specialist"),
        "kpis": (a_series(DSO_KIND, 1_200_000, 1_000_000),),
        "decisions": (a_decision(),),
        **fields,
    }


@pytest.mark.parametrize("template", list(BragTemplate))
def test_the_preview_shows_the_words_of_the_word_file(template: BragTemplate) -> None:
    printed = a_printed_review(a_material(**full()), template=template)
    assert words_of_html(preview(printed).html) == words_of_docx(render_docx(printed))


def test_each_line_of_a_cell_leads_to_its_own_win() -> None:
    html = preview(a_printed_review(a_material(**full()))).html
    assert re.search(r"<a [^>]*>(?:(?!</a>).)*<a ", html) is None
    for win in WINS[:2]:
        assert f'href="win/{win.id}"' in html


def test_one_changed_win_changes_every_output() -> None:
    changed = replace(DISPUTES, headline="Dispute age halved with Harlow Foods")
    wins = tuple(changed if win is DISPUTES else win for win in WINS)
    before, after = (a_printed_review(a_material(**full(wins=some))) for some in (WINS, wins))
    for render in (render_text, render_markdown, lambda one: " ".join(words_of_docx(render_docx(one)))):
        assert "Dispute age down with Customer A" in render(before)
        assert "Dispute age halved with Customer A" in render(after)
        assert "Dispute age down with" not in render(after)
    assert DSO.headline in render_text(after)

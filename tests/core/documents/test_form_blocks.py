"""Text for forms says what the document says, strongest first, within every limit."""

from __future__ import annotations

import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from arcareer.documents.blocks import Column, Paragraph, Row, Run, Runs, Style, Table
from arcareer.documents.characters import characters, code_units
from arcareer.documents.form_blocks import blocks_for, form_text
from arcareer.documents.form_fit import FitState
from arcareer.documents.printed import Printed, printed
from arcareer.documents.text import own
from arcareer.documents.text_renderer import render_text
from arcareer.domain.documents import BragSection, BragTemplate, DisclosureLevel, FormQuestion
from arcareer.domain.figures import FigureScope
from arcareer.domain.identity import new_id
from arcareer.domain.journal import Win
from tests.support.builders import a_figure, a_win
from tests.support.sheets import YEAR_OF_WINS, a_sheet
from tests.support.values import wins


def a_printed(
    found: tuple[Win, ...] = YEAR_OF_WINS,
    template: BragTemplate = BragTemplate.PROMOTION,
    level: DisclosureLevel = DisclosureLevel.HR_FILE,
) -> Printed:
    return printed(a_sheet(found, level=level), template)


def a_question(limit: int, *sections: BragSection) -> FormQuestion:
    return FormQuestion(id=new_id(), at=0, question="What did you do?", limit=limit, sections=sections)


def lines(document: Printed, *sections: BragSection) -> list[str]:
    return form_text(document, sections).split("\n")


def test_the_wins_come_strongest_first_without_their_themes() -> None:
    said = lines(a_printed(), BragSection.WINS)
    assert said[0] == "• Collected $48,200 from Customer B (October 2026)"
    assert said[1].startswith("• Recovered a 140-day balance from Customer A · $186,400 collected (September 2026")
    assert said[-1] == "• Helped the new starter through month end (July 2026)"
    assert "Cash in" not in said
    assert said.index("• DSO down to 36.8 days (November 2026)") < said.index("Sent the signed price list.")


def test_a_team_result_comes_after_the_users_own_and_says_so_in_the_same_breath() -> None:
    found = (
        a_win(
            "Errors at 9", figures=(a_figure(9, 18, measure="errors", scope=FigureScope.TEAM),), action="Rang. Wrote."
        ),
        a_win("Collected $7 from the oldest account", action="Rang them."),
    )
    said = lines(a_printed(found), BragSection.WINS)
    assert said[0].startswith("• Collected $7")
    assert any(line.startswith("• Errors at 9") and "team result" in line for line in said)


def test_sections_stand_in_the_order_asked_for_with_their_headings() -> None:
    said = lines(a_printed(), BragSection.FIGURES_TABLE, BragSection.HEADLINE_FIGURES)
    assert said[0] == "Key figures"
    assert said[1].startswith("• DSO: before 40.2 days, value 36.8 days, 3.4 days lower, Nov 2026, my portfolio")
    assert said.index("Headline figures") > 1
    assert "• DSO: 36.8 days (down 7.3 days from 44.1, August to November 2026, my portfolio)" in said


def test_one_section_needs_no_heading_and_none_asked_for_is_all() -> None:
    assert "Proof" not in lines(a_printed(), BragSection.EVIDENCE)
    assert {"Headline figures", "Wins by theme", "Key figures", "Proof"} <= set(lines(a_printed()))


def test_what_the_document_says_of_itself_stays_out() -> None:
    document = a_printed()
    note = Paragraph(style=Style.NOTE, runs=(Run(own("Not on this page: the proof.")),))
    text = form_text(replace(document, blocks=(*document.blocks, note)))
    assert "Not on this page" not in text
    assert "Maya Torres" not in text
    assert "6 wins" not in text


def test_a_section_that_is_not_there_says_nothing() -> None:
    assert form_text(a_printed(), [BragSection.BULLETS]) == ""
    (block,) = blocks_for(a_printed(), [a_question(500, BragSection.BULLETS)])
    assert (block.text, block.state, block.left_out) == ("", FitState.NOTHING_TO_SAY, 0)


def test_no_name_comes_back_that_the_document_hides() -> None:
    for template in BragTemplate:
        assert "Harlow" not in form_text(a_printed(template=template))
    assert "Harlow" in form_text(a_printed(level=DisclosureLevel.INTERNAL))


def test_every_box_gets_as_much_as_it_holds() -> None:
    document = a_printed()
    large, small, tiny = blocks_for(
        document, [a_question(5000, BragSection.WINS), a_question(120, BragSection.WINS), a_question(10)]
    )
    assert large.text == form_text(document, [BragSection.WINS])
    assert (large.state, large.left_out) == (FitState.WHOLE, 0)
    assert small.text == "• Collected $48,200 from Customer B (October 2026)"
    assert small.state is FitState.CUT
    assert small.left_out > 1
    assert (tiny.text, tiny.state) == ("", FitState.FIRST_TOO_LONG)
    assert tiny.needs > 10


def test_a_row_says_its_small_print_in_brackets_and_its_list_a_line_each() -> None:
    def cell(text: str) -> Runs:
        return (Run(own(text)),)

    columns = (Column("Asked for", 30), Column("Goal", 20), Column("My evidence", 50))
    row = Row(new_id(), (cell("A cause removed\nProcess"), cell("8"), cell("• Cut short-pays  Jul\n• Wrote it down")))
    table = Table(columns=columns, rows=(row,), title="T", description="D")
    heading = Paragraph(style=Style.HEADING1, runs=cell("Competencies"), section="competencies")
    document = replace(a_printed(), blocks=(heading, table))
    first = "• A cause removed (Process): goal 8, Cut short-pays Jul"
    assert form_text(document, ["competencies"]) == f"{first}\nWrote it down"
    (block,) = blocks_for(document, [replace(a_question(len(first)), sections=("competencies",))])
    assert (block.text, block.left_out) == (first, 1)


@given(
    st.lists(wins(), max_size=3),
    st.sampled_from(list(BragTemplate)),
    st.sampled_from(list(DisclosureLevel)),
    st.integers(0, 900),
)
def test_no_box_overflows_and_every_word_is_the_documents(
    found: list[Win], template: BragTemplate, level: DisclosureLevel, limit: int
) -> None:
    placed = tuple(a_win(win.headline, outcome=win.outcome, action=win.action, figures=win.figures) for win in found)
    document = a_printed(placed, template, level)
    (block,) = blocks_for(document, [a_question(limit)])
    assert code_units(block.text) <= limit
    assert block.characters == len(characters(block.text))
    assert block.code_points == len(block.text)
    marks = re.compile(r"[•·(),;:\s]+")
    assert set(marks.split(block.text.casefold())) <= {
        *marks.split(render_text(document).casefold()),
        "",
    }

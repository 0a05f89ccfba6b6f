"""Page one of a promotion review: what is asked for, the results that carry it, the gap, and that it fits."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from arcareer.documents.blocks import Cards, Paragraph, Runs, Style
from arcareer.documents.review.compose import first_page
from arcareer.domain.documents import BragTemplate, ChosenResult, DisclosureLevel, PromotionCase
from arcareer.domain.figures import Basis, FigureScope, Unit
from arcareer.domain.identity import named_id
from tests.support.builders import a_bullet, a_figure, a_win
from tests.support.promotion import (
    COLLECTED,
    DISPUTES,
    DSO,
    TRAINED,
    a_level,
    a_material,
    a_printed_review,
    a_promotion,
    a_review_sheet,
    cards,
    headings,
    tables,
    told,
    told_in,
)

CASE = PromotionCase(
    id=named_id("review"),
    asked_for="The step to AR specialist from January.",
    gap="What is left is a forecast with its accuracy measured. I take over the weekly cash call.",
    closing="I do most of the work of the next grade already.",
)
COORDINATOR, SPECIALIST = a_level("coordinator"), a_level("specialist")


def test_the_strongest_results_carry_the_case() -> None:
    row = cards(a_printed_review())
    assert [card.win for card in row.cards] == [DSO.id, DISPUTES.id, COLLECTED.id]
    card = row.cards[0]
    assert "".join(str(run.text) for run in card.label) == "DSO"
    assert "".join(str(run.text) for run in card.value) == "36.8 days"
    assert "".join(str(run.text) for run in card.note).split("\n") == [
        "down 11.1 days from 47.9",
        "January to September 2026",
        "My portfolio, measured",
    ]


def test_each_result_is_told_in_the_words_of_its_win() -> None:
    text = told_in(a_printed_review())
    assert "Called the ten largest accounts a week before the due date." in text
    assert "Then wrote to the others" not in text
    assert "Source: KPI sheet  ·  Sep\N{NO-BREAK SPACE}2026" in text


def test_a_bullet_tells_what_was_done_where_the_win_does_not() -> None:
    bullet = a_bullet("Collected $48,200 by phone.", win=COLLECTED.id)
    assert "by phone" in told_in(a_printed_review(a_material(bullets=(bullet,))))


def test_the_users_choice_goes_before_the_rule() -> None:
    case = PromotionCase(id=named_id("review"), results=(ChosenResult(COLLECTED.id, 0), ChosenResult(DSO.id, 0)))
    row = cards(a_printed_review(a_material(review=a_promotion(), case=case)))
    assert [card.win for card in row.cards] == [COLLECTED.id, DSO.id]


def test_choices_whose_win_or_figure_is_gone_leave_it_to_the_rule() -> None:
    gone = (ChosenResult(named_id("gone"), 0), ChosenResult(DSO.id, 7))
    row = cards(a_printed_review(a_material(case=PromotionCase(id=named_id("review"), results=gone))))
    assert row.cards[0].win == DSO.id


def test_changes_for_the_worse_estimates_and_others_results_come_last() -> None:
    days = {"unit": Unit.DAYS, "currency": ""}
    worse = a_win("Answered later", figures=(a_figure(30, 20, measure="time to answer", **days),))
    company = a_win("House", figures=(a_figure(20, 30, measure="days to pay", scope=FigureScope.COMPANY, **days),))
    guessed = a_win("Guess", figures=(a_figure(20, 30, measure="days late", basis=Basis.ESTIMATED, **days),))
    own = a_win("Own", figures=(a_figure(29, 30, measure="days open", **days),))
    row = cards(a_printed_review(a_material(wins=(worse, company, guessed, own))))
    assert [card.win for card in row.cards] == [own.id, company.id, guessed.id]


def test_no_measure_comes_twice_and_steps_are_told_as_one_change() -> None:
    step = {"measure": "DSO", "unit": Unit.DAYS, "currency": ""}
    later = a_win("Down again", happened_on=date(2026, 8, 1), figures=(a_figure(40, 44, **step),))
    first = a_win("Down", happened_on=date(2026, 3, 1), figures=(a_figure(44, 50, **step),))
    row = cards(a_printed_review(a_material(wins=(later, COLLECTED, first))))
    assert [card.win for card in row.cards] == [later.id, COLLECTED.id]
    assert "down 10 days from 50\nMarch to August 2026" in "".join(str(run.text) for run in row.cards[0].note)


def test_a_headline_that_says_where_it_began_is_not_contradicted() -> None:
    step = {"measure": "DSO", "unit": Unit.DAYS, "currency": ""}
    later = a_win("DSO from 44 to 40", happened_on=date(2026, 8, 1), figures=(a_figure(40, 44, **step),))
    first = a_win("Down", happened_on=date(2026, 3, 1), figures=(a_figure(44, 50, **step),))
    row = cards(a_printed_review(a_material(wins=(later, COLLECTED, first))))
    assert "down 4 days from 44" in "".join(str(run.text) for run in row.cards[0].note)


def test_what_is_asked_for_is_said_only_where_it_is_known() -> None:
    asked = a_material(review=a_promotion(), case=CASE, next_level=SPECIALIST)
    assert "The step to AR specialist from January." in told_in(a_printed_review(asked))
    assert "For: AR specialist or analyst" in told_in(a_printed_review(replace(asked, case=None)))
    silent = a_printed_review(replace(asked, case=None, next_level=None))
    assert not any(isinstance(one, Paragraph) and one.style is Style.LEAD for one in silent.blocks)


def test_the_gap_is_told_honestly() -> None:
    printed = a_printed_review(
        a_material(review=a_promotion(), level=COORDINATOR, next_level=SPECIALIST, case=CASE, wins=(DSO, TRAINED))
    )
    table = tables(printed)["From AR coordinator to AR specialist or analyst"]
    evidence = {told_row[0]: told_row[1] for told_row in ([str_of(cell) for cell in row.cells] for row in table.rows)}
    assert evidence["Somebody trained"] == "Trained a new starter"
    assert evidence["A cause of disputes removed where it began"] == "No evidence yet"
    assert "Wins for 3 of 5" in told_in(printed)
    assert "I take over the weekly cash call." in told_in(printed)
    assert CASE.closing in told_in(printed)


def str_of(cell: Runs) -> str:
    return "".join(str(run.text) for run in cell)


def test_a_lone_result_is_no_card() -> None:
    printed = a_printed_review(a_material(wins=(COLLECTED, TRAINED)))
    assert not any(isinstance(block, Cards) for block in printed.blocks)
    assert "Collected  ·  March 2026  ·  My own result, measured" in told_in(printed)
    assert "Trained a new starter  no number noted" in told_in(printed)


def test_a_library_without_anything_still_makes_a_document() -> None:
    printed = a_printed_review(a_material(wins=(), competencies={}))
    assert headings(printed) == ["The case"]
    assert "No wins in this period yet." in told_in(printed)


@pytest.mark.parametrize("template", list(BragTemplate))
@pytest.mark.parametrize("words", [1, 4, 12])
def test_page_one_gets_denser_before_it_gets_longer(template: BragTemplate, words: int) -> None:
    case = replace(CASE, gap=CASE.gap * words)
    wins = tuple(replace(win, action=(win.action or "Rang them all.") * words) for win in (DSO, DISPUTES, COLLECTED))
    full = a_material(review=a_promotion(), level=COORDINATOR, next_level=SPECIALIST, case=case, wins=wins)
    page = first_page(a_review_sheet(full), template)
    text = "\n".join(map(told, page.blocks))
    assert page.fits is (words < 12 or template is not BragTemplate.PROMOTION)
    assert case.gap.strip() in text
    assert "down 11.1 days from 47.9" in text


def test_outside_readers_get_rates_and_bands() -> None:
    cut = a_win("Overdue down", figures=(a_figure(13_100, 61_300, measure="overdue balance"),))
    text = told_in(a_printed_review(a_material(wins=(cut, COLLECTED, DSO)), DisclosureLevel.OUTSIDE))
    assert "13,100" not in text
    assert "48,200" not in text
    assert "79%" in text


def test_names_of_customers_are_hidden() -> None:
    assert "Dispute age down with Customer A" in told_in(a_printed_review())
    assert "Harlow" not in told_in(a_printed_review())
    assert "Harlow Foods" in told_in(a_printed_review(level=DisclosureLevel.INTERNAL))

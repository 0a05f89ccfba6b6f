"""Aliases stand for names, and everything else stays what the user typed."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arcareer.documents.blocks import runs_of
from arcareer.documents.claims import ClaimKind
from arcareer.documents.disclosure import Disclosure
from arcareer.documents.layout import replaced_names
from arcareer.documents.leak_gate import check_texts
from arcareer.documents.preview_html import preview
from arcareer.documents.printed import printed
from arcareer.documents.text_cleaning import clean
from arcareer.documents.text_renderer import render_text
from arcareer.domain.documents import BragSection, BragTemplate, DisclosureLevel, NameVerdict
from arcareer.domain.evidence import EvidenceLink
from arcareer.domain.figures import FigureScope, Unit
from arcareer.domain.identity import new_id
from tests.support.builders import a_customer, a_figure, a_win
from tests.support.sheets import CUSTOMERS, HARLOW, a_sheet


def test_every_spelling_of_a_name_becomes_its_alias() -> None:
    hide = Disclosure.of(DisclosureLevel.HR_FILE, CUSTOMERS).hide
    assert hide("HARLOW FOODS and harlow-foods' $48,200, then Northgate's") == (
        "Customer A and Customer A' $48,200, then Northgate's"
    )


def test_pieces_say_which_customer_an_alias_stands_for() -> None:
    text = Disclosure.of(DisclosureLevel.HR_FILE, CUSTOMERS).text("Paid by Harlow in full")
    assert [(piece.text, piece.customer) for piece in text.pieces] == [
        ("Paid by ", None),
        ("Customer A", HARLOW.id),
        (" in full", None),
    ]


def test_a_word_that_may_not_be_the_name_is_replaced_and_marked() -> None:
    target = a_customer("Target", alias="Customer T")
    text = Disclosure.of(DisclosureLevel.HR_FILE, [target]).text("Beat the target; Target paid")
    assert [(piece.text, piece.doubtful) for piece in text.hidden] == [("Customer T", True), ("Customer T", False)]


@given(st.text(max_size=40))
def test_internal_shows_what_was_typed(text: str) -> None:
    disclosure = Disclosure.of(DisclosureLevel.INTERNAL, CUSTOMERS)
    assert disclosure.hide(text) == clean(text).strip()
    assert disclosure.names_in("Harlow Foods") == ()


@given(
    st.text(max_size=60), st.sampled_from(["Harlow Foods", "harlow", "Northgate\u00a0Freight", "HARLOW  FOODS, Inc."])
)
def test_nothing_hidden_is_left_in_the_text(text: str, name: str) -> None:
    disclosure = Disclosure.of(DisclosureLevel.HR_FILE, CUSTOMERS)
    assert disclosure.names_in(disclosure.hide(f"{text} {name} {text}")) == ()


def test_replaced_names_are_counted_as_printed_and_doubtful_ones_stand_out() -> None:
    target = a_customer("Target", alias="Customer T")
    wins = [a_win("Target beat the target", action="Rang Harlow twice."), a_win("Harlow Foods and Harlow paid")]
    sheet = a_sheet(wins, customers=[target, HARLOW], sections=(BragSection.WINS,))
    blocks = printed(sheet, BragTemplate.PLAIN).blocks
    counted = {name.alias: (name.places, name.doubtful) for name in replaced_names(blocks)}
    assert counted == {"Customer T": (2, 1), "Customer A": (3, 0)}


TARGET = a_customer("Target", alias="Customer T")
TYPED = "We beat the target in May. Then Target paid.\nThe target of J. Smith is met."


def test_a_doubtful_word_is_asked_about_with_its_sentence_side_by_side() -> None:
    disclosure = Disclosure.of(DisclosureLevel.HR_FILE, [TARGET])
    asked = disclosure.doubts([disclosure.text(TYPED), disclosure.text(TYPED)])
    assert [(doubt.alias, doubt.word, doubt.sentence, doubt.hidden_sentence) for doubt in asked] == [
        ("Customer T", "target", "We beat the target in May.", "We beat the Customer T in May."),
        ("Customer T", "target", "The target of J. Smith is met.", "The Customer T of J. Smith is met."),
    ]


def test_what_the_user_said_of_a_sentence_holds_for_it_alone() -> None:
    verdicts = [
        NameVerdict.of(TARGET.id, "We beat the  target in May.", is_name=False),
        NameVerdict.of(TARGET.id, "The target of J. Smith is met.", is_name=True),
    ]
    disclosure = Disclosure.of(DisclosureLevel.HR_FILE, [TARGET], verdicts)
    text = disclosure.text(TYPED)
    assert str(text) == "We beat the target in May. Then Customer T paid.\nThe Customer T of J. Smith is met."
    assert disclosure.doubts([text]) == ()
    assert disclosure.hide("We beat the target in June.") == "We beat the Customer T in June."


def test_a_name_that_is_certain_stays_hidden_whatever_was_said() -> None:
    verdict = NameVerdict.of(TARGET.id, "Then Target paid.", is_name=False)
    assert (
        Disclosure.of(DisclosureLevel.HR_FILE, [TARGET], [verdict]).hide("Then Target paid.") == "Then Customer T paid."
    )


LOWER = a_customer("Harlow Foods", alias="a large distributor", spellings=("Harlow",))


@pytest.mark.parametrize(
    ("typed", "printed_words"),
    [
        ("Harlow paid", "A large distributor paid"),
        ("Rang Harlow twice", "Rang a large distributor twice"),
        ("In. Harlow paid! Harlow? Harlow", "In. A large distributor paid! A large distributor? A large distributor"),
        ("First line\nHarlow paid", "First line\nA large distributor paid"),
        ("• Harlow paid, then - Harlow again", "• A large distributor paid, then - a large distributor again"),
        ("“Harlow paid.” Harlow did", "“A large distributor paid.” A large distributor did"),
        ("Dispute closed: Harlow paid", "Dispute closed: A large distributor paid"),
        ("Paid by: Harlow", "Paid by: a large distributor"),
        ("We learned what it was for in the end: Harlow", "We learned what it was for in the end: a large distributor"),
        ("Harlow vs. Harlow, i.e. Harlow", "A large distributor vs. a large distributor, i.e. a large distributor"),
        ("Half of 2.5 Harlow", "Half of 2.5 a large distributor"),
    ],
)  # fmt: skip
def test_an_alias_has_a_capital_where_a_sentence_begins_and_nowhere_else(typed: str, printed_words: str) -> None:
    assert Disclosure.of(DisclosureLevel.HR_FILE, [LOWER]).hide(typed) == printed_words


def test_an_alias_has_a_capital_at_the_start_of_a_cell_and_none_inside_of_a_line() -> None:
    figures = (
        a_figure(5_000, 9_000, measure="Harlow balance", period="Harlow year"),
        a_figure(300, measure="Harlow refund", source="Harlow mail", scope=FigureScope.TEAM),
    )
    win = a_win("Cleared it", action="Rang.", figures=figures[1:], colleagues=("Harlow staff",))
    wins = [win, a_win("Harlow paid", figures=figures)]
    told = render_text(printed(a_sheet(wins, customers=[LOWER]), BragTemplate.PROMOTION))
    assert "• A large distributor paid" in told
    assert "A large distributor balance\t$9,000" in told
    assert "$300 A large" not in told
    assert "with a large distributor staff" in told
    assert "team result, A large" not in told


def test_a_sentence_that_may_stand_passes_wherever_its_alias_stands() -> None:
    target = a_customer("Target", alias="a retailer")
    verdict = NameVerdict.of(target.id, "Harlow beat the target.", is_name=False)
    wins = [a_win("We won", action="It was in. Harlow beat the target.")]
    document = printed(a_sheet(wins, customers=[LOWER, target], verdicts=[verdict]), BragTemplate.PLAIN)
    text = render_text(document)
    assert "It was in. A large distributor beat the target." in text
    check_texts([("the text", text)], document, "Brag sheet.txt")


def test_outside_figures_are_bands_and_rates_and_evidence_is_left_out() -> None:
    wins = [
        a_win(
            "Cut the overdue balance at Harlow",
            action="Rang them.",
            proof="Signed list",
            colleagues=("Dana",),
            figures=(
                a_figure(31_000, 48_200, measure="overdue balance", source="Aging Q3.xlsx"),
                a_figure(7_300, measure="or more released", source="Bank file"),
                a_figure(12, 21, measure="dispute age", unit=Unit.DAYS, currency=""),
            ),
            evidence=(EvidenceLink(id=new_id(), title="Mail", target="Outbox"),),
        )
    ]
    sheet = a_sheet(wins, level=DisclosureLevel.OUTSIDE)
    told = render_text(printed(sheet, BragTemplate.PROMOTION))
    assert "Overdue balance: down 36%" in told
    assert "Overdue balance\t$25,000 to $50,000\t$25,000 to $50,000\t36% lower" in told
    assert "Released: $5,000 or more" in told
    assert "Dispute age\t21 days\t12 days\t9 days lower" in told
    assert "with a colleague  ·  Bank file" in told
    for gone in ("Dana", "Aging", "Signed", "Outbox", "Mail", "Proof", "48,200", "31,000", "7,300"):
        assert gone not in told


def test_no_money_is_drawn_for_readers_outside() -> None:
    wins = [
        a_win(figures=(a_figure(amount),), happened_on=date(2026, 7 + at, 3))
        for at, amount in enumerate((100, 900, 300))
    ]
    shown, hidden = (a_sheet(wins, level=level) for level in (DisclosureLevel.HR_FILE, DisclosureLevel.OUTSIDE))
    assert "My largest single amounts" in preview(printed(shown, BragTemplate.PROMOTION)).html
    html = preview(printed(hidden, BragTemplate.PROMOTION)).html
    assert "Wins a month" in html
    assert "My largest single amounts" not in html
    assert "900" not in html.replace("#900", "")


def test_a_band_has_a_claim_of_its_own_and_so_has_a_rate() -> None:
    sheet = a_sheet([a_win("Paid $48,200", figures=(a_figure(31_000, 48_200),))], level=DisclosureLevel.OUTSIDE)
    pieces = [
        piece for block in printed(sheet, BragTemplate.PLAIN).blocks for run in runs_of(block) for piece in run.pieces
    ]
    banded = [piece for piece in pieces if "$" in piece.text or "%" in piece.text]
    assert banded
    assert all(piece.claim is not None and piece.claim.kind is ClaimKind.COMPUTED for piece in banded)

"""Aliases stand for names, and everything else stays what the user typed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from arcareer.documents.disclosure import Disclosure
from arcareer.documents.layout import replaced_names
from arcareer.documents.printed import printed
from arcareer.documents.text_cleaning import clean
from arcareer.domain.documents import BragSection, BragTemplate, DisclosureLevel
from tests.support.builders import a_customer, a_win
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

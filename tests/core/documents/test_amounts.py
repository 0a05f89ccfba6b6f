"""Money is found in any currency and way of writing, and other numbers are left alone."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arcareer.documents.disclosure import Disclosure
from arcareer.domain.documents import DisclosureLevel

OUTSIDE = Disclosure.of(DisclosureLevel.OUTSIDE, ())
hide = OUTSIDE.hide


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Collected $48,200 from them", "Collected $25,000 to $50,000 from them"),
        ("48.2k USD and 48 200 €", "$25,000 to $50,000 and €25,000 to €50,000"),
        ("EUR 48.200,50", "€25,000 to €50,000"),
        ("CHF 1'200.50", "CHF 1,000 to CHF 2,500"),
        ("₹12,34,567", "₹1 million to ₹2.5 million"),
        ("48200RUB or 500 ₽", "RUB 25,000 to RUB 50,000 or ₽ 250 to ₽ 1,000"),
        ("about forty-eight thousand dollars", "about $25,000 to $50,000"),
        ("half a million dollars", "$250,000 to $1 million"),
        ("12 grand", "10,000 to 25,000"),
        ("1,2 Mio. € and €1,2 Mrd.", "€1 million to €2.5 million and €1 billion to €2.5 billion"),
        ("cut from $48,200 to $31,000", "cut from $25,000–$50,000 to $25,000–$50,000"),
        ("from 1.2 to 1.6 million dollars", "from $1 million–$2.5 million to $1 million–$2.5 million"),
        ("between $2k and $3k", "between $1,000 and $5,000"),
        ("$2-3 million", "$1 million to $5 million"),
        ("over $60k, under $9,000", "over $50,000, under $10,000"),
        ("$48K+ saved", "At least $25,000 saved"),
        ("$300, 400 and 600", "$250 to $500, 250 to 500 and 500 to 1,000"),
        ("$300 + $400", "$250 to $500 + $250 to $500"),
        ("75 cents", "Under $10"),
        ("($300)", "($250 to $500)"),
        ("total 12,345,678.90", "total 10 million to 25 million"),
        ("CHF 2024", "CHF 1,000 to CHF 2,500"),
        ("＄４８，２００", "$25,000 to $50,000"),  # noqa: RUF001 - full width is meant
        ("٤٨٬٢٠٠ ريال", "25,000 to 50,000 ريال"),
    ],
)  # fmt: skip
def test_money_becomes_a_band(typed: str, printed: str) -> None:
    assert hide(typed) == printed


@pytest.mark.parametrize(
    "text",
    [
        "DSO down to 36.8 days from 47.9", "9 of 12 customers paid within 30 days", "1,200 invoices and 48k lines",
        "About eleven cents of every dollar came late",
        "36% lower in Q3 2026, net 30, 60/90/120 buckets", "$0 left open", "won 5 accounts by 14 March",
        "Called 12 times, 3.5 hours a week", "TOP 10 accounts, ALL 12 regions", "first of 3 at 9:30",
    ],
)  # fmt: skip
def test_other_numbers_stay(text: str) -> None:
    assert hide(text) == text


def test_a_known_amount_is_hidden_without_its_currency_and_ends_no_band() -> None:
    knowing = OUTSIDE.knowing([Decimal(48_200)], ["Paid $50,000 and $25,000"])
    assert knowing.hide("Paid 48,200 and 48200 in full, 48,200 lines") == (
        "Paid 20,000 to 60,000 and 20,000 to 60,000 in full, 48,200 lines"
    )
    assert knowing.hide("Paid $48,200") == "Paid $20,000 to $60,000"


VALUES = st.integers(11, 10**9)
WAYS = st.sampled_from(
    [
        "${:,}",
        "${}",
        "{:,} EUR",
        "€ {:,}",
        "{} dollars",
        "USD {:,}",
        "US${:,}",
        "{:,}€",
        "£{:,}.00",
        "₹{}",
        "CHF{}",
        "{} ¥",
    ]
)
AROUND = st.text(st.characters(categories=("L", "Zs", "Po")), max_size=15)


@given(VALUES, WAYS, AROUND, AROUND)
def test_an_amount_is_hidden_whatever_stands_around_it(value: int, way: str, before: str, after: str) -> None:
    amount = way.format(value)
    printed = OUTSIDE.knowing([Decimal(value)]).hide(f"{before} {amount} {after}")
    assert amount not in printed
    assert f"{value:,}" not in printed.replace(" million", "000,000")


@given(st.text(max_size=80))
def test_any_text_can_be_hidden_and_nothing_is_found_in_it_again(text: str) -> None:
    printed = OUTSIDE.hide(text)
    assert list(OUTSIDE.secrets_in(printed, frozenset())) == []


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("Runs a ledger worth €14M. It grew.", "Runs a ledger worth €10 million to €25 million. It grew."),
        ("Runs a ledger of “€14M.”", "Runs a ledger of “€10 million to €25 million.”"),
        ("It was €2 mrd. in all", "It was €1 billion to €2.5 billion in all"),
        ("Just over $30,000 came, and nearly $48k", "Over $25,000 came, and $25,000 to $50,000"),
        ("Exactly $48,217 was short", "$25,000 to $50,000 was short"),
        ("An $80k claim and a $12k one", "A $50,000 to $100,000 claim and a $10,000 to $25,000 one"),
        ("A £4 fee, about $48k", "An under £10 fee, about $25,000 to $50,000"),
        ("no more than $5,200 and not less than $5,200", "no more than $10,000 and not less than $5,000"),
    ],
)
def test_words_around_an_amount_are_true_of_its_band(typed: str, told: str) -> None:
    assert hide(typed) == told

"""A band holds its amount, never says it, and is known again in any text."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arcareer.documents.banding import EDGES, Bands, rate
from arcareer.domain.figures import Unit, value_text

AMOUNTS = st.one_of(
    st.integers(1, 10**13).map(Decimal),
    st.decimals("0.01", "999999.99", places=2),
    st.sampled_from(EDGES),
    st.integers(1, 400).map(lambda step: Decimal(step * 25_000)),
)
CURRENCIES = st.sampled_from(["USD", "EUR", "GBP", "CHF", "INR", "BRL", "₽", ""])


def ends_of(words: str) -> list[Decimal]:
    """Return the numbers of a band as amounts."""
    scales = {"": 1, " million": 10**6, " billion": 10**9}
    found = re.findall(r"(\d[\d,]*(?:\.\d+)?)( million| billion)?", words)
    return [Decimal(number.replace(",", "")) * scales[scale] for number, scale in found]


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        ("48200", "$25,000 to $50,000"), ("25000", "$10,000 to $50,000"), ("7", "under $10"), ("10", "under $25"),
        ("1200000", "$1 million to $2.5 million"), ("999999", "$500,000 to $1 million"), ("0", "$0"),
        ("-300", "minus $250 to $500"), ("4000000000", "$2.5 billion to $5 billion"),
        ("9000000000000", "over $5,000 billion"),
    ],
)  # fmt: skip
def test_amounts_become_bands(amount: str, words: str) -> None:
    assert Bands().words(Decimal(amount), currency="USD") == words


@given(AMOUNTS, CURRENCIES, st.frozensets(AMOUNTS, max_size=12), st.sampled_from(["to", "and", ""]))
def test_a_band_holds_the_amount_and_says_none_that_is_known(
    amount: Decimal, currency: str, known: frozenset[Decimal], joint: str
) -> None:
    bands = Bands(known | {amount})
    words = bands.words(amount, currency=currency, joint=joint)
    ends = ends_of(words)
    assert not set(ends) & bands.taken
    low = Decimal(0) if words.startswith("under") else ends[0]
    high = Decimal("Infinity") if words.startswith("over") else ends[-1]
    assert low < amount < high
    exact = value_text(amount, Unit.MONEY, currency)
    assert re.search(rf"(?<![\d,.]){re.escape(exact)}(?![\d,.]| [mb]illion)", words) is None
    assert bands.removed(f"Paid {words} in all").split() == ["Paid", "in", "all"]


@given(AMOUNTS, CURRENCIES)
def test_an_exact_amount_is_no_band(amount: Decimal, currency: str) -> None:
    exact = value_text(amount, Unit.MONEY, currency)
    assert Bands().removed(f"Paid {exact} in all") == f"Paid {exact} in all"
    assert exact in Bands().removed(f"from {exact} to {exact}")


@pytest.mark.parametrize(
    ("before", "after", "share"),
    [
        ("48200", "31000", "36%"), ("31000", "48200", "55%"), ("100", "0", "100%"), ("1000", "1", "more than 99%"),
        ("1000", "999", "less than 1%"), ("0", "5", ""), ("5", "5", ""), ("10", "10000", "99,900%"),
    ],
)  # fmt: skip
def test_a_change_is_told_as_its_share(before: str, after: str, share: str) -> None:
    assert rate(Decimal(before), Decimal(after)) == share

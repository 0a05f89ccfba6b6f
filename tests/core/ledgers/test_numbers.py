"""Amounts exactly as exports write them, or a reason; never a float, never a guess."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arcareer.ledgers.numbers import AmbiguousAmountError, currency_of_symbol, parse_amount, settle_decimal_mark

READABLE = {
    "1,234.56": "1234.56",
    "1.234,56": "1234.56",
    "1 234,56": "1234.56",
    "1\u202f234,56": "1234.56",
    "1\u00a0234,56 €": "1234.56",
    "1'234.56": "1234.56",
    "12,50,000.50": "1250000.50",
    "(1,250.00)": "-1250.00",
    "($1,250.00)": "-1250.00",
    "-$50.00": "-50.00",
    "$-50.00": "-50.00",
    "\u221250.00": "-50.00",
    "1.234,56-": "-1234.56",
    "<2,500.00>": "-2500.00",
    "250.00 CR": "-250.00",
    "250.00 Cr": "-250.00",
    "250.00 DR": "250.00",
    "€ 8.925,50": "8925.50",
    "595,00 €": "595.00",
    "USD 1,000": "1000",
    "CHF 12.50": "12.50",
    "-": "0",
    "\u2013": "0",
    "0.123": "0.123",
    "250.0000": "250.0000",
    ".50": "0.50",
}


@pytest.mark.parametrize(("text", "value"), READABLE.items())
def test_readable(text: str, value: str) -> None:
    assert parse_amount(text) == Decimal(value)


@pytest.mark.parametrize("text", ["", "  ", "\u00a0"])
def test_blank_is_no_amount(text: str) -> None:
    assert parse_amount(text) is None


@pytest.mark.parametrize("text", ["#####", "NaN", "Infinity", "1E400", "12%", "abc", "#REF!", "1.2.3,4,5x", "9" * 40])
def test_no_amount(text: str) -> None:
    with pytest.raises(ValueError, match="is not an amount"):
        parse_amount(text)


@pytest.mark.parametrize("text", ["1,234", "1.234", "12.345"])
def test_one_mark_and_three_digits_need_the_column(text: str) -> None:
    with pytest.raises(AmbiguousAmountError):
        parse_amount(text)
    mark = "," if "," in text else "."
    assert parse_amount(text, mark) == Decimal(text.replace(",", "."))
    other = "." if mark == "," else ","
    assert parse_amount(text, other) == Decimal(text.replace(mark, ""))


def test_a_column_settles_its_mark() -> None:
    assert settle_decimal_mark(["1.234", "12,50", "3.000,10"]) == ","
    assert settle_decimal_mark(["1,234", "12.50"]) == "."
    assert settle_decimal_mark(["1,234", "5"]) == "."[:0]


@pytest.mark.parametrize(("text", "code"), [("$5", "USD"), ("A$5", "AUD"), ("5 €", "EUR"), ("£5", "GBP"), ("5", "")])
def test_currency_signs(text: str, code: str) -> None:
    assert currency_of_symbol(text) == code


@given(
    st.decimals(min_value=-(10**9), max_value=10**9, places=2, allow_nan=False),
    st.sampled_from([(",", "."), (".", ","), (" ", ","), ("\u202f", ","), ("'", "."), ("", ".")]),
    st.sampled_from(["-{}", "({})", "{}-", "<{}>", "{} CR", "-{} €", "$-{}"]),
)
def test_every_style_gives_the_same_amount(amount: Decimal, marks: tuple[str, str], sign: str) -> None:
    grouping, decimal = marks
    digits = f"{abs(amount):,.2f}".replace(",", "\x00").replace(".", decimal).replace("\x00", grouping)
    text = sign.format(digits) if amount < 0 else digits
    assert parse_amount(text, decimal) == amount

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arcareer.domain.figures import plain_number
from arcareer.services.typed_numbers import read_number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("48,200", "48200"),
        ("48.200", "48200"),
        ("48k", "48000"),
        ("$48k", "48000"),
        ("€ 1.250,50", "1250.50"),
        ("USD 900", "900"),
        ("900 EUR", "900"),
        ("12 %", "12"),
        ("12.5%", "12.5"),
        ("-3.5", "-3.5"),
        ("1.2m", "1200000"),
        (" 62 ", "62"),
        ("1 250", "1250"),
    ],
)
def test_numbers_are_read_as_people_write_them(text: str, value: str) -> None:
    assert read_number(text) == Decimal(value)


@pytest.mark.parametrize("text", ["", "soon", "48x", "4 8 of 9", "1.200,50.00", "12 days", "--3", "$"])
def test_what_is_not_clearly_one_number_is_none(text: str) -> None:
    assert read_number(text) is None


@given(st.decimals(min_value=-(10**12), max_value=10**12, places=2))
def test_what_documents_print_is_read_back(value: Decimal) -> None:
    assert read_number(plain_number(value)) == value


@given(st.text(max_size=40))
def test_any_text_is_fine(text: str) -> None:
    result = read_number(text)
    assert result is None or result.is_finite()

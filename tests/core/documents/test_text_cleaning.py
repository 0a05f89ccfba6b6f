"""What people type is made safe for a document and otherwise left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from arcareer.documents.text_cleaning import clean, is_right_to_left, one_line

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=60)


@given(ANY_TEXT)
def test_cleaned_text_survives_a_round_trip_through_xml(text: str) -> None:
    element = etree.Element("t")
    element.text = clean(text)
    assert (etree.fromstring(etree.tostring(element)).text or "") == clean(text)


@given(ANY_TEXT)
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(st.text(st.characters(categories=("L", "N", "P", "S", "Zs", "M")), max_size=60))
def test_readable_text_is_untouched(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("a\x0bb", "a\nb"),
        ("a\r\nb\rc\x0cd\x85e\u2028f\u2029g", "a\nb\nc\nd\ne\nf\ng"),
        ("a\x00\x07\x1bb\x7fc", "abc"),
        ("\u202eevil\u202c \u2066x\u2069", "evil x"),
        ("a\ud800b\ufffec\uffffd\U0001fffee", "a\ufffdb\ufffdc\ufffdd\ufffde"),
        ("tab\tstays & so do <b> {{ 7*7 }} 👩🏽‍💼 \u200b", "tab\tstays & so do <b> {{ 7*7 }} 👩🏽‍💼 \u200b"),
    ],
)
def test_what_each_character_becomes(typed: str, printed: str) -> None:
    assert clean(typed) == printed


def test_one_line_is_short_and_says_that_something_is_missing() -> None:
    assert one_line(" a\n b\tc ") == "a b c"
    assert one_line("x" * 300) == "x" * 254 + "…"


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Paid by شركة", False), ("شركة paid", True), ("12 שלום", True), ("", False), ("123", False), ("Łódź", False)],
)
def test_the_first_letter_decides_the_direction(text: str, expected: object) -> None:
    assert is_right_to_left(text) is expected

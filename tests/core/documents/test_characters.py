"""Lengths of text: what a reader sees as one character is one, and no count is above the strictest."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arcareer.documents.characters import characters, code_units


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("DSO", 3),
        ("cafe\u0301", 4),
        ("e\u0323\u0301", 1),
        ("🇩🇪🇺🇸", 2),
        ("🇩🇪🇺", 2),
        ("👩\u200d👩\u200d👧", 1),
        ("👍🏽👍🏽", 2),
        ("❤\ufe0f", 1),
        ("1\ufe0f\u20e3", 1),
        ("🏴\U000e0067\U000e0062\U000e0065\U000e007f", 1),
        ("\u1112\u1161\u11ab\u1100\u1173\u11af", 2),
        ("한글", 2),
        ("각\u11a8가\u11a8", 2),
        ("नि", 1),
        ("กำ", 1),
        ("a\r\nb", 3),
        ("a\n\u0301b", 4),
        ("\u0600\u0661", 1),
        ("👩\u200d\u200d👧", 2),
        ("x\u200d👧", 2),
    ],
)
def test_a_character_is_what_a_reader_sees(text: str, count: int) -> None:
    assert len(characters(text)) == count


@given(st.text(st.one_of(st.characters(), st.sampled_from("👩\u200d🇩🇪\u0301\u1100\u1161\u11a8각가\r\n🏽\ufe0f"))))
def test_characters_are_the_text_again_and_never_more_than_its_code_points(text: str) -> None:
    found = characters(text)
    assert "".join(found) == text
    assert all(found)
    assert len(found) <= len(text) <= code_units(text)


@given(st.text(), st.text())
def test_the_strict_count_adds_up(first: str, second: str) -> None:
    assert code_units(first + second) == code_units(first) + code_units(second)


def test_forms_count_pairs_and_line_breaks_twice() -> None:
    assert code_units("a😀\nb") == 6

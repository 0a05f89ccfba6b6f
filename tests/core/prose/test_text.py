"""Normalising, lines and sentences."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arcareer.prose.text import Span, lines, normalise, sentences


@pytest.mark.parametrize(
    "marker",
    ["- ", "\u2013 ", "\u2014 ", "* ", "\u2022 ", "\u25aa ", "\u25b8", "\u25cf ", "\u25e6 ", "\u2023 ", "1. ", "12) "],
)
def test_a_leading_marker_is_not_part_of_the_text(marker: str) -> None:
    assert normalise(f"{marker}Posted cash").text == "Posted cash"


def test_a_negative_number_is_no_marker() -> None:
    assert normalise("-12% in May").text == "-12% in May"


def test_quotes_dashes_and_widths_are_folded() -> None:
    assert normalise("\u201cdon\u2019t\u201d 5\u20137\u00a0\uff05").text == '"don\'t" 5-7 %'


def test_a_decomposed_letter_folds_as_one_and_maps_back() -> None:
    normal = normalise("cafe\u0301 bill")
    assert normal.text == "café bill"
    assert normal.raw_span(0, 4) == Span(0, 5)


@given(st.text(max_size=120))
@settings(max_examples=300, deadline=None)
def test_every_character_maps_inside_the_raw_text(raw: str) -> None:
    normal = normalise(raw)
    assert len(normal.lower) == len(normal.text)
    for index in range(len(normal.text)):
        span = normal.raw_span(index, index + 1)
        assert 0 <= span.start < span.end <= len(raw)


def test_sentences_do_not_end_at_abbreviations_or_decimals() -> None:
    text = "Paid Acme Inc. by 3.5% less. Then I called. Done"
    assert [text[span.start : span.end].strip() for span in sentences(text)] == [
        "Paid Acme Inc. by 3.5% less.",
        "Then I called.",
        "Done",
    ]


def test_lines_leave_out_the_empty_ones() -> None:
    text = "one\n\n  \r\ntwo"
    assert [text[span.start : span.end] for span in lines(text)] == ["one", "two"]

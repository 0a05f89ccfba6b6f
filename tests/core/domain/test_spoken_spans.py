"""Lengths of time in words."""

from __future__ import annotations

import pytest

from arcareer.domain.spoken_spans import days_said


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("three weeks", 21),
        ("one quarter", 91),
        ("a year", 365),
        ("Twelve months", 360),
        ("in the last quarter", 91),
        ("over 18 months", 540),
        ("six days", 6),
        ("half a year", 365 // 2),
        ("Q3 2026", 91),
        ("H1", 182),
        ("2026", 365),
        ("FY 2026", 365),
        ("since March", None),
        ("each month", None),
        ("", None),
    ],
)
def test_a_time_in_words_has_a_length(words: str, days: int | None) -> None:
    assert days_said(words) == days

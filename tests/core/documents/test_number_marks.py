"""No digit of a printed text escapes, and every number is read as it was written."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arcareer.documents.number_marks import NumberMark, number_marks
from arcareer.prose.figure_kinds import FigureKind

_DIGITS = "0123456789٠١٢٤٨९۴４²½①"  # noqa: RUF001 - digits of other scripts are meant
_PIECES = st.sampled_from(
    [
        *_DIGITS,
        *" .,-–/'’%$€£+()[]:;\n\t\u00a0\u202f\u066c\u066bxkmKMé三ß",
        *("DSO ", "from ", " to ", "INV-", " days", "twelve ", "half ", "Q3 ", "net ", "v", "th", " million", "USD "),
    ]
)


def _is_digit(char: str) -> bool:
    return char.isnumeric() and not char.isalpha()


def said(text: str) -> list[tuple[str, list[str]]]:
    return [(mark.text, [f"{one.value.normalize():f}" for one in mark.values]) for mark in number_marks(text)]


@given(st.one_of(st.text(), st.lists(_PIECES, max_size=40).map("".join)))
def test_every_digit_of_any_script_lies_in_one_mark(text: str) -> None:
    marks = number_marks(text)
    inside = {at for mark in marks for at in range(mark.start, mark.end)}
    assert [at for at, char in enumerate(text) if _is_digit(char) and at not in inside] == []
    assert all(before.end <= after.start for before, after in pairwise(marks))
    assert all(mark.text == text[mark.start : mark.end] and mark.text for mark in marks)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Recovered $48k in 3 days", [("$48k", ["48000"]), ("3 days", ["3"])]),
        ("DSO from 47.9 to 36.8", [("from 47.9 to 36.8", ["47.9", "36.8"])]),
        ("Paid 1.200,50 € and 1 234 567,89 kr", [("1.200,50 €", ["1200.5"]), ("1 234 567,89 kr", ["1234567.89"])]),
        ("Recovered ٤٨٬٢٠٠ riyals", [("٤٨٬٢٠٠ riyals", ["48200"])]),
        ("Kept 10 of 12 promises", [("10 of 12", ["10", "12"])]),
        ("Took over twelve accounts", [("twelve", ["12"])]),
        ("Worth $2-3 million", [("$2-3 million", ["2000000", "3000000"])]),
        ("Doubled the calls", [("Doubled", ["2"])]),
        ("Saw to it first, as one of the team", []),
        ("Settled it in one call and one week", [("one week", ["1"])]),
        ("Due on 12/03/2026 by INV20931", [("12/03/2026", []), ("INV20931", [])]),
        ("Paid 12345678901234567890", [("12345678901234567890", [])]),
    ],
)
def test_numbers_are_read_as_they_are_written(text: str, numbers: list[tuple[str, list[str]]]) -> None:
    assert said(text) == numbers


def only(text: str) -> NumberMark:
    (mark,) = number_marks(text)
    return mark


@pytest.mark.parametrize(
    ("text", "exact", "covers"),
    [
        ("$48k", "48200", True),
        ("$48k", "48700", False),
        ("$1.2m", "1249999", True),
        ("$1.2m", "1260000", False),
        ("$48,200", "48200", True),
        ("$48,200", "48217", False),
        ("$48,000", "48200", False),
        ("about $48,000", "48200", True),
        ("about $48,000", "49200", False),
        ("48 days", "47.9", True),
        ("48 days", "-47.9", True),
        ("47.9 days", "48", False),
    ],
)
def test_a_number_covers_what_rounds_to_it_as_it_is_written(text: str, exact: str, covers: bool) -> None:
    (value,) = only(text).values
    assert value.covers(Decimal(exact)) is covers


def test_what_measures_nothing_is_told_from_what_does() -> None:
    assert [(mark.kind, mark.measures) for mark in number_marks("net 30 since 2024, $5 off")] == [
        (FigureKind.TERMS, False),
        (FigureKind.YEAR, False),
        (FigureKind.MONEY, True),
    ]

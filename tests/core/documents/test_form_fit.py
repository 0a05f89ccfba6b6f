"""Text for a box never exceeds its limit, however it is counted, and never ends inside a sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arcareer.documents.characters import characters, code_units
from arcareer.documents.form_fit import FitState, Passage, fit, passage, sentence_units

WORDS = st.text(st.sampled_from("aeé 1,$€.!?。👩\u200d👧🏽한\u0301שא\n-“”("), max_size=40)
PASSAGES = st.lists(
    st.one_of(
        WORDS.map(passage),
        st.tuples(WORDS, WORDS).map(lambda pair: passage(pair[0], " ".join(pair[1].split()))),
        st.tuples(WORDS).map(Passage),
    ),
    max_size=5,
)


def said(text: str, limit: int = 10_000) -> tuple[str, FitState, int]:
    found = fit([passage(text)], limit)
    return found.text, found.state, found.left_out


@given(PASSAGES, st.integers(0, 120))
def test_nothing_is_ever_longer_than_the_box(passages: list[Passage], limit: int) -> None:
    found = fit(passages, limit)
    assert code_units(found.text) <= limit
    assert len(found.text.replace("\n", "\r\n").encode("utf-16-le")) // 2 <= limit
    assert found.characters == len(characters(found.text)) <= limit
    assert found.code_points == len(found.text) <= limit


@given(PASSAGES, st.integers(0, 120))
def test_what_is_given_are_the_first_units_whole(passages: list[Passage], limit: int) -> None:
    found = fit(passages, limit)
    units = [unit for one in passages for unit in one.units if unit.strip()]
    taken = units[: len(units) - found.left_out]
    squeezed = "".join(found.text.split())
    for unit in taken:
        assert "".join(unit.split()) in squeezed
    assert (found.state is FitState.WHOLE) == (bool(units) and taken == units)
    if not taken:
        assert found.text == ""


@given(PASSAGES, st.integers(0, 100), st.integers(0, 40))
def test_a_larger_box_never_holds_less(passages: list[Passage], limit: int, more: int) -> None:
    assert fit(passages, limit + more).left_out <= fit(passages, limit).left_out


@given(WORDS)
def test_the_sentences_of_a_line_are_the_line(text: str) -> None:
    line = text.replace("\n", " ")
    assert "".join(sentence_units(line)) == line


def test_as_many_whole_sentences_as_fit() -> None:
    text = "Cut DSO from 47.9 to 36.8 days. Collected $48,200. Trained two colleagues."
    assert said(text, 74) == (text, FitState.WHOLE, 0)
    assert said(text, 73) == ("Cut DSO from 47.9 to 36.8 days. Collected $48,200.", FitState.CUT, 1)
    assert said(text, 50) == ("Cut DSO from 47.9 to 36.8 days. Collected $48,200.", FitState.CUT, 1)
    assert said(text, 49) == ("Cut DSO from 47.9 to 36.8 days.", FitState.CUT, 2)


def test_of_a_first_sentence_that_is_too_long_nothing_is_given_and_its_length_is_said() -> None:
    found = fit([passage("Cut DSO from 47.9 to 36.8 days. Good.")], 30)
    assert (found.text, found.state, found.left_out, found.needs) == ("", FitState.FIRST_TOO_LONG, 2, 31)
    assert (
        fit([passage("Cut DSO from 47.9 to 36.8 days. Good.")], found.needs).text == "Cut DSO from 47.9 to 36.8 days."
    )


def test_nothing_to_say_is_said() -> None:
    assert said("  \n ") == ("", FitState.NOTHING_TO_SAY, 0)
    assert fit([], 100).state is FitState.NOTHING_TO_SAY


def test_an_emoji_is_one_character_several_code_points_and_more_units() -> None:
    found = fit([passage("Team won 👩\u200d👩\u200d👧.")], 18)
    assert (found.characters, found.code_points, found.state) == (11, 15, FitState.WHOLE)
    assert fit([passage("Team won 👩\u200d👩\u200d👧.")], 17).text == ""


def test_a_line_break_counts_as_two() -> None:
    assert said("One.\nTwo.", 10)[0] == "One.\nTwo."
    assert said("One.\nTwo.", 9)[0] == "One."


def test_a_heading_never_stands_without_its_first_sentence() -> None:
    passages = [passage("Paid in full."), passage("Three rules held. More.", "Disputes")]
    assert fit(passages, 100).text == "Paid in full.\nDisputes\nThree rules held. More."
    assert fit(passages, 30).text == "Paid in full."


def test_where_only_its_heading_is_too_much_the_first_sentence_goes_without() -> None:
    assert fit([passage("Paid in full.", "Wins by theme")], 20).text == "Paid in full."


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("Paid approx. 5 days early. Done.", 2),
        ("Worked with J. Smith on it. Done.", 2),
        ("Asked Prof. Smith about it. Done.", 2),
        ("Matched Inv. 4471 to it. Done.", 2),
        ("Asked Dr. Écho about it. Done.", 2),
        ("Paid 1.5 days early. Élodie agreed.", 2),
        ("He said “paid.” Then it came.", 2),
        ("入金を確認した。翌月も続けた。", 2),
        ("هل دفعوا؟ نعم دفعوا.", 2),
        ("Все оплачено. Клиент доволен.", 2),  # noqa: RUF001 - Cyrillic is meant
        ("Waited… Then it came.", 2),
        ("Why? Because! So.", 3),
        ("www.example.com was down", 1),
        ("all lower case. still one", 1),
    ],
)
def test_sentences_end_where_a_reader_would_say(line: str, count: int) -> None:
    assert len(sentence_units(line)) == count

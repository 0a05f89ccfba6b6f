"""Ways to say a bullet: every one raises the score, and none holds a number the user did not give."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arcareer.content.library import ContentLibrary
from arcareer.domain.figures import Figure, Unit
from arcareer.prose.figures import tag
from arcareer.prose.pairs import example_pairs
from arcareer.prose.rubric import score
from arcareer.services.wordings import fitting_patterns, ways_to_say
from tests.support.builders import a_figure

COLLECTED = a_figure(48_200)
DSO = a_figure(37, 48, measure="DSO", unit=Unit.DAYS, currency="")
NOUNS = ("items", "disputes", "invoices")


def numbers(text: str) -> set[Decimal]:
    ends = ((one.value, one.before, one.after, one.upper) for one in tag(text))
    return {abs(value) for group in ends for value in group if value is not None}


def new_words(text: str, *figures: Figure) -> list[str]:
    return [wording.new for wording in ways_to_say(text, figures)]


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("Reduced the backlog from 120 to 45 items in May", "75 fewer"),
        ("Cut the overdue balance from $412k to $187k.", "down 55%"),
        ("Raised receipts from €1.2M to €1.5M", "€300,000 more"),
        ("Brought time to close from 19 to 11 days", "8 days less"),
        ("Resolved 38 of 40 disputes", "95%"),
    ],
)
def test_numbers_of_the_text_are_worked_out(text: str, offered: str) -> None:
    assert offered in new_words(text)


def test_an_amount_is_written_as_the_text_writes_its_own() -> None:
    words = new_words("Cut the overdue share of 9 branches: balance from $412k to $187k")
    assert not any("$225,000" in one for one in words)


def test_what_is_worked_out_stands_behind_the_thing_counted_and_before_the_stop() -> None:
    texts = [wording.text for wording in ways_to_say("Reduced the backlog from 120 to 45 items.")]
    assert "Reduced the backlog from 120 to 45 items (75 fewer)." in texts


def test_a_figure_of_the_win_is_added_where_the_text_does_not_tell_it() -> None:
    assert ways_to_say("Called every overdue account before month end.", (DSO,))[0].text == (
        "Called every overdue account before month end, DSO from 48 to 37 days."
    )
    assert not any("48,200" in words for words in new_words("Collected 48.2k from a garage chain", COLLECTED))


@pytest.mark.parametrize("text", ["", "   ", "Responsible for the monthly aging report", "Helped with the migration"])
def test_without_numbers_there_is_nothing_to_offer(text: str) -> None:
    assert ways_to_say(text) == ()


@pytest.mark.parametrize("text", [line for pair in example_pairs() for line in (pair.weak, pair.strong)])
def test_following_an_offer_raises_the_score_to_what_was_said(text: str) -> None:
    for wording in ways_to_say(text, (COLLECTED, DSO)):
        assert score(wording.text).overall == wording.score > score(text).overall


@given(st.integers(2, 900), st.integers(2, 900), st.sampled_from(NOUNS), st.sampled_from(["", "$"]))
def test_no_number_is_invented(before: int, after: int, noun: str, sign: str) -> None:
    text = f"Cut the queue from {sign}{before} to {sign}{after} {'' if sign else noun} in June"
    change = abs(before - after)
    allowed = numbers(text) | {Decimal(change), Decimal(str(round(change / before * 100 + 1e-9)))}
    for wording in ways_to_say(text):
        new = numbers(wording.text) - allowed
        assert all(abs(value - Decimal(change * 100) / before) <= Decimal("0.5") for value in new)


def test_emoji_and_marks_do_not_shift_the_place() -> None:
    texts = [wording.text for wording in ways_to_say("🎉 Reduced the café’s backlog from 120 to 45 items 🎉")]
    assert "🎉 Reduced the café’s backlog from 120 to 45 items (75 fewer) 🎉" in texts


def test_patterns_fit_by_what_a_figure_measures() -> None:
    found = fitting_patterns(ContentLibrary().phrases, (DSO,))
    assert found[0].pattern.key == "dso-lowered"
    assert found[0].filled.text.startswith("Lowered DSO from 48 to 37 days over [")
    assert all(one.filled.left for one in found)


def test_a_figure_that_says_nothing_of_what_it_measures_fits_no_pattern() -> None:
    assert fitting_patterns(ContentLibrary().phrases, (a_figure(500, measure=""),)) == ()

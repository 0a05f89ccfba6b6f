"""Patterns with typed blanks: only a win's own figures fill them, and only where they mean the same."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arcareer.domain.figures import Figure, Unit, value_text
from arcareer.domain.phrases import BlankKind, PhraseBlank, Side, blanks_of, fill, pieces_of
from tests.support import values
from tests.support.builders import a_figure

DSO = a_figure("36.8", "47.9", unit=Unit.DAYS, measure="DSO", currency="", period="Q2")
COLLECTED = a_figure(period="May")
DISPUTES = a_figure(9, unit=Unit.COUNT, measure="disputes", currency="")

patterns = st.lists(
    st.one_of(
        st.text(max_size=12),
        st.builds(
            lambda kind, side, hint: f"{{{kind}{side}{hint}}}",
            st.sampled_from(BlankKind),
            st.sampled_from(["", ".before", ".after"]),
            st.sampled_from(["", ":what came in", ":DSO", ":  "]),
        ),
    ),
    max_size=8,
).map("".join)


def test_blanks_are_read_with_their_kind_side_and_hint() -> None:
    assert blanks_of("Cut {text:the job} from {days.before} to {days.after: DSO after } in {period}") == (
        PhraseBlank(BlankKind.TEXT, hint="the job"),
        PhraseBlank(BlankKind.DAYS, Side.BEFORE),
        PhraseBlank(BlankKind.DAYS, Side.AFTER, "DSO after"),
        PhraseBlank(BlankKind.PERIOD),
    )


@pytest.mark.parametrize("say", ["{amount}", "{money", "money}", "{}", "{ money }", "{money.middle}", "{money:a\nb}"])
def test_other_braces_are_plain_words(say: str) -> None:
    assert blanks_of(say) == ()
    assert fill(say, [COLLECTED]).text == say


def test_figures_fill_the_blanks_of_their_unit() -> None:
    filled = fill("Collected {money:collected} and settled {count:disputes} by {text:how}.", [DISPUTES, COLLECTED])
    assert filled.text == "Collected $48,200 and settled 9 by [how]."
    assert [piece.source for piece in filled.blanks] == [COLLECTED, DISPUTES, None]
    assert [blank.kind for blank in filled.left] == [BlankKind.TEXT]


def test_change_fills_both_ends_or_none() -> None:
    assert fill("from {days.before:DSO} to {days.after}", [DSO]).text == "from 47.9 to 36.8 days"
    assert fill("{days:DSO}", [DSO]).left
    assert fill("from {money.before} to {money.after}", [COLLECTED]).left == blanks_of("{money.before}{money.after}")
    change = replace(COLLECTED, before=COLLECTED.after * 2)
    assert fill("{money.before} to {money.after}", [change]).text == "$96,400 to $48,200"


def test_figure_that_measures_something_else_is_offered_and_taken_by_the_user_only() -> None:
    filled = fill("Settled a dispute worth {money:amount in dispute} in {period}.", [COLLECTED])
    assert len(filled.left) == 2
    assert [piece.offers for piece in filled.blanks] == [(COLLECTED,), ()]
    taken = filled.take(0, COLLECTED)
    assert taken.text == "Settled a dispute worth $48,200 in [period]."
    assert taken.blanks[0].source == COLLECTED


def test_words_for_the_measure_may_stand_beside_the_pattern() -> None:
    say = "It brought in {money:amount}."
    assert fill(say, [COLLECTED], ("collected", "recovered")).left == ()
    assert fill("It secured {money:amount secured}.", [COLLECTED], ("plan",)).left


def test_blank_or_figure_without_words_fits_any() -> None:
    assert fill("{money}", [COLLECTED]).text == "$48,200"
    assert fill("{money:in dispute}", [replace(COLLECTED, measure="")]).text == "$48,200"


def test_each_figure_is_used_once() -> None:
    filled = fill("{money} {money} {money}", [COLLECTED, replace(COLLECTED, after=COLLECTED.after * 2)])
    assert filled.text == "$48,200 $96,400 [money]"


def test_period_comes_from_a_figure_that_was_used() -> None:
    assert fill("{period}: {money:collected}", [DSO, COLLECTED]).text == "May: $48,200"
    assert fill("{period}: {text}", [COLLECTED]).left == blanks_of("{period}{text}")


def test_user_fills_a_blank_and_opens_it_again() -> None:
    phrase = fill("Rang {count:payers} payers in {period}").put(1, "May")
    assert phrase.text == "Rang [payers] payers in May"
    assert phrase.put(0, "12").left == ()
    assert phrase.put(1, "  ").text == "Rang [payers] payers in [period]"


@given(say=patterns, figures=st.lists(values.figures, max_size=5))
def test_no_number_comes_from_anywhere_but_the_pattern_and_the_figures(say: str, figures: list[Figure]) -> None:
    filled = fill(say, figures)
    sources = [piece.source for piece in filled.blanks if piece.source is not None]
    assert all(source in figures for source in sources)
    for piece in filled.blanks:
        if piece.source is not None and piece.blank is not None and piece.blank.kind is not BlankKind.PERIOD:
            own = value_text(piece.source.after, piece.source.unit, piece.source.currency)
            if piece.source.before is not None:
                own += value_text(piece.source.before, piece.source.unit, piece.source.currency)
            assert set(re.findall(r"[\d.,]+", piece.text)) <= set(re.findall(r"[\d.,]+", own.replace("-", " ")))


@given(say=patterns)
def test_pattern_is_its_pieces(say: str) -> None:
    pieces = pieces_of(say)
    assert all(piece.is_open for piece in pieces if piece.blank)
    assert [piece.blank for piece in pieces if piece.blank] == list(blanks_of(say))
    assert "".join(piece.text for piece in pieces if piece.blank is None) == re.sub(
        r"\{(?:" + "|".join(BlankKind) + r")(?:\.(?:before|after))?(?::[^{}\n]*)?\}", "", say
    )

"""The phrase bank: shipped patterns and own ones in one list, filled from a win's figures."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import cast

import pytest

from arcareer.domain.figures import Unit
from arcareer.domain.phrases import OwnPhrase
from arcareer.errors import FieldProblem
from tests.support.builders import Library, a_figure, a_win


def added(library: Library, say: str, instead_of: str = "", theme: str = "") -> OwnPhrase:
    return cast("OwnPhrase", library.phrases.add_own(say, instead_of, theme).after)


def test_own_phrases_stand_behind_the_shipped_ones_oldest_first(library: Library) -> None:
    shipped = library.phrases.patterns()
    one = added(library, "Rang {count:payers} payers", "Made calls", "cash")
    library.clock.advance(timedelta(seconds=1))
    other = added(library, "Did {text}")
    assert library.phrases.patterns() == (*shipped, one.pattern, other.pattern)
    assert library.phrases.own() == (one, other)
    assert library.phrases.own_of(one.pattern) == one
    assert library.phrases.own_of(shipped[0]) is None


def test_patterns_are_found_by_theme_and_by_words_of_either_sentence(library: Library) -> None:
    own = added(library, "Rang {count:payers} payers", "Made calls", "cash")
    assert library.phrases.patterns("made CALLS", "cash") == (own.pattern,)
    assert library.phrases.patterns("made calls", "risk") == ()
    risks = library.phrases.patterns(theme="risk")
    assert {pattern.theme for pattern in risks} == {"risk"}
    assert len(risks) > 2


@pytest.mark.parametrize("typed", ["rand", "payesr", "RANG paers", "rang pãyers", "Ragn pay"])
def test_one_typing_mistake_a_word_is_forgiven(library: Library, typed: str) -> None:
    own = added(library, "Rang {count:payers} payers", "Made calls", "cash")
    assert own.pattern in library.phrases.patterns(typed)


def test_what_is_typed_right_stands_before_what_is_nearly_so(library: Library) -> None:
    near = added(library, "Sorted the zebre crossing")
    exact = added(library, "Sorted the zebra crossing")
    assert library.phrases.patterns("zebra") == (exact.pattern, near.pattern)
    assert library.phrases.patterns("zebra giraffe") == ()


def test_shipped_pattern_is_filled_from_the_figures_of_a_win(library: Library) -> None:
    (pattern,) = (one for one in library.phrases.patterns() if one.key == "dso-lowered")
    dso = a_figure("36.8", "47.9", unit=Unit.DAYS, measure="DSO", currency="", period="Q2 and Q3")
    filled = library.phrases.fill(pattern, a_win(figures=(a_figure(), dso)))
    assert filled.text.startswith("Lowered DSO from 47.9 to 36.8 days over Q2 and Q3 by [")
    assert len(filled.left) == 1
    assert len(library.phrases.fill(pattern).left) == 4


def test_every_shipped_pattern_is_open_without_a_win_and_holds_no_number_of_its_own(library: Library) -> None:
    for pattern in library.phrases.patterns():
        filled = library.phrases.fill(pattern)
        assert len(filled.left) == len(filled.blanks) > 0
        assert not any(char.isdigit() for char in filled.text)


def test_phrase_without_words_is_refused(library: Library) -> None:
    with pytest.raises(FieldProblem) as told:
        library.phrases.add_own("  ", "Made calls")
    assert told.value.field == "say"
    own = added(library, "Rang {count} payers")
    with pytest.raises(FieldProblem):
        library.phrases.edit(own, replace(own, say=""))
    assert library.phrases.own() == (own,)


def test_copy_of_a_shipped_pattern_is_the_users_to_change(library: Library) -> None:
    pattern = library.phrases.patterns()[0]
    copy = cast("OwnPhrase", library.phrases.duplicate(pattern).after)
    assert (copy.say, copy.instead_of, copy.theme) == (pattern.say, pattern.instead_of, pattern.theme)
    changed = replace(copy, say="Mine: {text}")
    library.phrases.edit(copy, changed)
    library.phrases.remove(changed)
    assert library.phrases.own() == ()
    assert library.phrases.patterns()[0] == pattern

"""Numbers the user stands by, and what they would say of a claim."""

from __future__ import annotations

from dataclasses import replace

import pytest

from arcareer.domain.documents import AcceptedNumber, Defence
from arcareer.errors import StaleEdit
from tests.support.builders import Library
from tests.support.papers import Papers

SENTENCE = "I called 40 payers a week"


@pytest.fixture
def papers(library: Library) -> Papers:
    return Papers(library)


def test_a_number_is_stood_by_in_its_sentence_alone(papers: Papers) -> None:
    papers.claims.accept(SENTENCE, "40")
    papers.claims.accept(SENTENCE, "40")
    papers.claims.accept("Another sentence with 40", "40")
    assert set(papers.claims.accepted()) == {
        AcceptedNumber.of(SENTENCE, "40"),
        AcceptedNumber.of("Another sentence with 40", "40"),
    }
    papers.claims.take_back(SENTENCE, "40")
    assert papers.claims.accepted() == (AcceptedNumber.of("Another sentence with 40", "40"),)


def test_what_was_never_stood_by_cannot_be_taken_back(papers: Papers) -> None:
    with pytest.raises(StaleEdit):
        papers.claims.take_back(SENTENCE, "40")


def test_standing_by_a_number_can_be_undone_and_redone(library: Library, papers: Papers) -> None:
    accepted = papers.claims.accept(SENTENCE, "40")
    library.edits.apply(accepted.inverse())
    assert papers.claims.accepted() == ()
    library.edits.apply(accepted)
    assert papers.claims.accepted() == (AcceptedNumber.of(SENTENCE, "40"),)


def test_a_defence_is_empty_until_it_is_written_and_kept_by_its_claim(library: Library, papers: Papers) -> None:
    empty = papers.claims.defence("win|0")
    assert empty == Defence.of("win|0")
    first = replace(empty, measured="Aging of May", say="I rang first.")
    library.drafts.keep("defence", "half")
    edit = papers.claims.save_defence(empty, first, draft_key="defence")
    assert library.drafts.all() == ()
    assert papers.claims.defence("win|0") == first
    assert papers.claims.defence("win|1") == Defence.of("win|1")
    library.edits.apply(edit.inverse())
    assert papers.claims.defence("win|0") == empty


def test_a_defence_that_was_changed_meanwhile_is_not_overwritten(papers: Papers) -> None:
    empty = papers.claims.defence("win|0")
    first = replace(empty, others="Ana")
    papers.claims.save_defence(empty, first)
    with pytest.raises(StaleEdit):
        papers.claims.save_defence(empty, replace(empty, others="Ben"))
    assert papers.claims.defence("win|0") == first

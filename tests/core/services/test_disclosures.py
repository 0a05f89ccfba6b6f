"""One source tells what may be printed: customers, aliases and what was said of doubtful names."""

from __future__ import annotations

import pytest

from arcareer.domain.documents import DisclosureLevel, NameVerdict
from tests.support.builders import Library
from tests.support.contents import contents
from tests.support.papers import Papers

DOUBTFUL = "Beat the target in May"
SENTENCE = "Cut overdue below the Target set in May"


@pytest.fixture
def papers(library: Library) -> Papers:
    library.customers.add("Harlow Foods", ("Harlow",), "Customer A")
    library.customers.add("Target", alias="Customer B")
    return Papers(library)


def customer(papers: Papers, name: str = "Target") -> NameVerdict:
    found = next(one for one in papers.library.customers.all() if one.name == name)
    return NameVerdict.of(found.id, SENTENCE, is_name=True)


def test_each_level_shows_or_hides_every_customer(papers: Papers) -> None:
    typed = "Paid by Harlow in full"
    assert papers.disclosures.of(DisclosureLevel.INTERNAL).hide(typed) == typed
    assert papers.disclosures.of(DisclosureLevel.HR_FILE).hide(typed) == "Paid by Customer A in full"


def test_what_is_prepared_is_what_the_library_held_then(papers: Papers) -> None:
    prepared = papers.disclosures.prepare(DisclosureLevel.HR_FILE)
    harlow = next(one for one in papers.library.customers.all() if one.name == "Harlow Foods")
    papers.library.customers.remove(harlow)
    assert prepared().hide("Harlow paid") == "Customer A paid"
    assert papers.disclosures.of(DisclosureLevel.HR_FILE).hide("Harlow paid") == "Harlow paid"


def test_what_was_said_of_a_name_is_kept_until_it_is_forgotten(papers: Papers) -> None:
    wanted = customer(papers)
    papers.disclosures.decide(wanted.customer, SENTENCE, is_name=True)
    assert papers.disclosures.verdicts() == (wanted,)
    papers.disclosures.decide(wanted.customer, SENTENCE, is_name=False)
    (said,) = papers.disclosures.verdicts()
    assert not said.is_name
    papers.disclosures.decide(wanted.customer, "Another sentence of Target", is_name=True)
    papers.disclosures.forget(said)
    assert [one.sentence for one in papers.disclosures.verdicts()] == ["Another sentence of Target"]


def test_a_doubtful_word_is_hidden_until_the_user_says_that_it_is_no_name(papers: Papers) -> None:
    target = customer(papers)
    assert papers.disclosures.of(DisclosureLevel.HR_FILE).hide(DOUBTFUL) == "Beat the Customer B in May"
    papers.disclosures.decide(target.customer, DOUBTFUL, is_name=False)
    assert papers.disclosures.of(DisclosureLevel.HR_FILE).hide(DOUBTFUL) == DOUBTFUL
    papers.disclosures.decide(target.customer, DOUBTFUL, is_name=True)
    assert papers.disclosures.of(DisclosureLevel.HR_FILE).hide(DOUBTFUL) == "Beat the Customer B in May"


def test_a_customer_that_is_removed_takes_the_verdicts_along_and_undo_brings_them_back(papers: Papers) -> None:
    library = papers.library
    target, harlow = customer(papers), customer(papers, "Harlow Foods")
    for one in (target, harlow):
        papers.disclosures.decide(one.customer, SENTENCE, is_name=False)
    before = contents(library.store)
    removed = library.customers.remove(next(one for one in library.customers.all() if one.id == target.customer))
    assert [one.customer for one in papers.disclosures.verdicts()] == [harlow.customer]
    library.edits.apply(removed.inverse())
    assert contents(library.store) == before

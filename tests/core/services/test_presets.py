"""Presets: the shipped ones are offered until one is kept, and names tell them apart."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from arcareer.domain.changes import Change
from arcareer.domain.documents import (
    CHOICES_ID,
    BragSection,
    BragTemplate,
    DisclosureLevel,
    DocumentChoices,
    DocumentKind,
    DocumentPreset,
    PeriodKind,
)
from arcareer.domain.identity import new_id
from arcareer.errors import FieldProblem, StaleEdit
from tests.support.builders import Library
from tests.support.contents import contents
from tests.support.papers import Papers

MINE = DocumentChoices(template=BragTemplate.PLAIN, left_out=(BragSection.CHART,))


@pytest.fixture
def papers(library: Library) -> Papers:
    return Papers(library)


def by_name(papers: Papers, name: str) -> DocumentPreset:
    return next(one for one in papers.presets.all() if one.name == name)


def test_three_are_offered_and_say_who_may_read(papers: Papers) -> None:
    levels = {one.choices.level for one in papers.presets.all()}
    assert levels == set(DisclosureLevel)
    panel = next(one for one in papers.presets.all() if one.choices.document is DocumentKind.REVIEW)
    assert (panel.choices.level, panel.choices.numbered_notes) == (DisclosureLevel.HR_FILE, True)


def test_an_offered_one_leaves_what_it_does_not_speak_of(papers: Papers) -> None:
    papers.choices.save(replace(MINE, period_kind=PeriodKind.YEAR))
    for preset in papers.presets.all():
        papers.presets.apply(preset)
        now = papers.choices.choices()
        assert (now.level, now.document) == (preset.choices.level, preset.choices.document)
        assert (now.template, now.left_out, now.period_kind) == (MINE.template, MINE.left_out, PeriodKind.YEAR)


def test_keeping_one_keeps_the_offered_ones_and_undo_takes_all_back(library: Library, papers: Papers) -> None:
    before, offered = contents(library.store), papers.presets.all()
    change = papers.presets.add("  Ana  ", replace(MINE, id=new_id()))
    assert {one.name for one in papers.presets.all()} == {"Ana", *(one.name for one in offered)}
    assert by_name(papers, "Ana").choices == MINE
    library.edits.apply(change.inverse())
    assert contents(library.store) == before
    assert papers.presets.all() == offered


def test_a_kept_one_says_all_that_was_chosen(papers: Papers) -> None:
    papers.presets.add("Ana", MINE)
    papers.choices.save(DocumentChoices(level=DisclosureLevel.INTERNAL))
    papers.presets.apply(by_name(papers, "Ana"))
    assert papers.choices.choices() == MINE
    assert papers.choices.choices().id == CHOICES_ID


@pytest.mark.parametrize("name", ["", "  \n", "ana", " ANA "])
def test_a_name_is_needed_and_must_be_free(papers: Papers, name: str) -> None:
    papers.presets.add("Ana", MINE)
    papers.presets.add("Ben", MINE)
    before = papers.presets.all()
    with pytest.raises(FieldProblem) as told:
        papers.presets.add(name, MINE)
    assert told.value.field == "name"
    with pytest.raises(FieldProblem):
        papers.presets.rename(by_name(papers, "Ben"), name)
    assert papers.presets.all() == before
    papers.presets.rename(by_name(papers, "Ana"), "ANA")
    assert by_name(papers, "ANA").choices == MINE


def test_the_name_of_an_offered_one_is_taken_too(papers: Papers) -> None:
    with pytest.raises(FieldProblem):
        papers.presets.add(papers.presets.all()[0].name.upper(), MINE)


def test_an_offered_one_can_be_renamed_replaced_and_removed(library: Library, papers: Papers) -> None:
    offered = papers.presets.all()
    first = offered[0]
    before = contents(library.store)
    others = {one.name for one in offered[1:]}
    acts: tuple[tuple[Callable[[], Change], set[str]], ...] = (
        (lambda: papers.presets.rename(first, "Dana"), {"Dana", *others}),
        (lambda: papers.presets.replace(first, MINE), {first.name, *others}),
        (lambda: papers.presets.remove(first), others),
    )
    for act, names in acts:
        done = act()
        assert {one.name for one in papers.presets.all()} == names
        library.edits.apply(done.inverse())
        assert contents(library.store) == before


def test_a_preset_that_was_changed_meanwhile_is_not_overwritten(papers: Papers) -> None:
    papers.presets.add("Ana", MINE)
    seen = by_name(papers, "Ana")
    papers.presets.replace(seen, DocumentChoices())
    with pytest.raises(StaleEdit):
        papers.presets.rename(seen, "Ben")
    assert by_name(papers, "Ana").choices == DocumentChoices()


def test_with_the_last_one_gone_the_shipped_ones_are_offered_again(papers: Papers) -> None:
    offered = papers.presets.all()
    for preset in offered:
        papers.presets.remove(preset)
    assert papers.presets.all() == offered

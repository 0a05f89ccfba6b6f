"""Boxes of forms: in order, within their limits, and begun from forms that employers have."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arcareer.domain.documents import BragSection, ReviewSection
from arcareer.errors import FieldProblem, StaleEdit
from arcareer.services.form_questions import LARGEST_LIMIT
from tests.support.builders import Library, a_library
from tests.support.papers import Papers


@pytest.fixture
def papers(library: Library) -> Papers:
    return Papers(library)


def questions(papers: Papers) -> list[str]:
    return [one.question for one in papers.forms.all()]


def test_boxes_stand_in_the_order_they_were_added_in(papers: Papers) -> None:
    for name in ("Zeal", "Aim", "Miss"):
        papers.a_box(name)
    assert questions(papers) == ["Zeal", "Aim", "Miss"]
    papers.forms.remove(papers.forms.all()[1])
    papers.a_box("Last")
    assert questions(papers) == ["Zeal", "Miss", "Last"]


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(-2, 7)), max_size=6))
def test_a_move_is_that_of_a_list_and_is_undone(
    tmp_path_factory: pytest.TempPathFactory, moves: list[tuple[int, int]]
) -> None:
    library = a_library(tmp_path_factory.mktemp("boxes"))
    papers = Papers(library)
    expected = [papers.a_box(name).question for name in "abcde"]
    papers.forms.remove(papers.a_box("gone"))
    for at, to in moves:
        before = questions(papers)
        change = papers.forms.move(papers.forms.all()[at], to)
        moved = expected.pop(at)
        expected.insert(max(0, to), moved)
        assert questions(papers) == expected
        library.edits.apply(change.inverse())
        assert questions(papers) == before
        library.edits.apply(change)
    library.close()


@pytest.mark.parametrize("limit", [0, -1, LARGEST_LIMIT + 1])
def test_a_limit_no_box_has_is_told_at_its_field(papers: Papers, limit: int) -> None:
    box = papers.a_box()
    with pytest.raises(FieldProblem) as told:
        papers.forms.add("Q", limit)
    assert told.value.field == "limit"
    with pytest.raises(FieldProblem):
        papers.forms.save(box, replace(box, limit=limit))
    assert papers.forms.all() == (box,)


@pytest.mark.parametrize("limit", [1, LARGEST_LIMIT])
def test_the_smallest_and_the_largest_limit_are_taken(papers: Papers, limit: int) -> None:
    papers.forms.add("Q", limit)
    assert [one.limit for one in papers.forms.all()] == [limit]


def test_a_changed_box_is_kept_and_one_changed_meanwhile_is_not_overwritten(papers: Papers) -> None:
    box = papers.a_box()
    after = replace(box, question="Other", sections=("kpis",))
    papers.forms.save(box, after)
    assert papers.forms.all() == (after,)
    with pytest.raises(StaleEdit):
        papers.forms.save(box, replace(box, limit=9))
    assert papers.forms.all() == (after,)


def test_a_form_adds_its_boxes_behind_the_others_in_one_step(library: Library, papers: Papers) -> None:
    papers.a_box("Mine")
    for form in papers.forms.starters():
        change = papers.forms.begin_with(form)
        assert questions(papers) == ["Mine", *(box.question for box in form.boxes)]
        library.edits.apply(change.inverse())
        assert questions(papers) == ["Mine"]


def test_forms_to_begin_from_fit_every_document_and_every_limit(papers: Papers) -> None:
    forms = papers.forms.starters()
    assert len({one.name for one in forms}) == len(forms) >= 5
    boxes = [box for form in forms for box in form.boxes]
    assert {500, 1000, 2000} <= {box.limit for box in boxes}
    for box in boxes:
        assert 1 <= box.limit <= LARGEST_LIMIT
        assert set(box.sections) <= {*BragSection, *ReviewSection}
    answered = [section for box in boxes for section in box.sections]
    assert set(answered) & set(BragSection)
    assert set(answered) & set(ReviewSection)

"""What is chosen for the documents is kept, means a period, and forgets what is gone."""

from __future__ import annotations

from datetime import date

import pytest

from arcareer.domain.agenda import OccasionKind
from arcareer.domain.changes import Change, Edit, EntityKind
from arcareer.domain.documents import (
    BragSection,
    BragTemplate,
    DisclosureLevel,
    DocumentChoices,
    PeriodKind,
    ReviewSection,
    StyleFile,
    with_every_section,
)
from arcareer.domain.identity import new_id
from arcareer.domain.periods import ALL_TIME, Period, half_of, months, quarter_of, year_of
from arcareer.errors import FieldProblem
from arcareer.services.document_choices import DocumentChoiceService
from tests.support.builders import Library
from tests.support.words import Words

TODAY = date(2026, 10, 16)


@pytest.fixture
def kept(library: Library) -> DocumentChoiceService:
    return DocumentChoiceService(library.store, library.edits, library.clock)


def test_choices_are_the_defaults_until_some_are_kept_and_undo_brings_them_back(
    library: Library, kept: DocumentChoiceService
) -> None:
    assert kept.choices() == DocumentChoices()
    first = kept.save(DocumentChoices(template=BragTemplate.PLAIN))
    second = kept.save(DocumentChoices(template=BragTemplate.ONE_PAGE, level=DisclosureLevel.INTERNAL))
    assert kept.choices().template is BragTemplate.ONE_PAGE
    library.edits.apply(second.inverse())
    assert kept.choices() == DocumentChoices(template=BragTemplate.PLAIN)
    library.edits.apply(first.inverse())
    assert kept.choices() == DocumentChoices()


@pytest.mark.parametrize(
    ("choices", "period"),
    [
        (DocumentChoices(period_kind=PeriodKind.QUARTER), quarter_of(TODAY)),
        (DocumentChoices(), half_of(TODAY)),
        (DocumentChoices(period_kind=PeriodKind.YEAR), year_of(TODAY)),
        (DocumentChoices(period_kind=PeriodKind.CUSTOM, custom_period="2026-Q1"), months(2026, 1, 3)),
        (DocumentChoices(period_kind=PeriodKind.CUSTOM, custom_period="all"), ALL_TIME),
    ],
)
def test_the_period_follows_the_calendar_or_the_user(
    choices: DocumentChoices, period: Period, kept: DocumentChoiceService
) -> None:
    assert kept.period(choices) == period
    assert kept.period(choices, TODAY) == period


def test_a_period_nobody_can_read_is_told_where_it_was_typed(kept: DocumentChoiceService) -> None:
    choices = DocumentChoices(period_kind=PeriodKind.CUSTOM, custom_period="last summer")
    for use in (kept.period, kept.save):
        with pytest.raises(FieldProblem, match="“last summer” is not a period") as told:
            use(choices)
        assert told.value.field == "custom_period"
    assert kept.choices() == DocumentChoices()


def test_choices_from_before_a_section_came_get_it_where_it_usually_stands(
    library: Library, kept: DocumentChoiceService
) -> None:
    older = (BragSection.WINS, BragSection.CHART, BragSection.HEADLINE_FIGURES)
    assert with_every_section(older, BragSection) == (
        BragSection.WINS,
        BragSection.FIGURES_TABLE,
        BragSection.EVIDENCE,
        BragSection.CHART,
        BragSection.BULLETS,
        BragSection.HEADLINE_FIGURES,
    )
    library.edits.apply(Edit("", EntityKind.DOCUMENT_CHOICES, None, DocumentChoices(sections=older)))
    assert kept.choices().sections == with_every_section(older, BragSection)
    kept.save(DocumentChoices(template=BragTemplate.PLAIN))


def test_sections_of_the_review_are_completed_too_and_the_case_always_comes_first(
    library: Library, kept: DocumentChoiceService
) -> None:
    older = (ReviewSection.GOALS, ReviewSection.CASE)
    library.edits.apply(Edit("", EntityKind.DOCUMENT_CHOICES, None, DocumentChoices(review_sections=older)))
    choices = kept.choices()
    assert set(choices.review_sections) == set(ReviewSection)
    assert choices.review_included[0] is ReviewSection.CASE
    order = [choices.review_included.index(one) for one in (ReviewSection.GOALS, ReviewSection.COMPETENCIES)]
    assert order == sorted(order)


def test_a_review_and_a_style_that_are_gone_are_none_and_come_back_with_them(
    library: Library, kept: DocumentChoiceService
) -> None:
    words = Words(library)
    review = words.a_review()
    style = StyleFile(id=new_id(), name="House.dotx", sha256="ab" * 32, added_at=library.clock.now())
    library.edits.put("", EntityKind.STYLE_FILE, None, style)
    kept.save(DocumentChoices(review=review.id, style=style.id))
    assert (kept.choices().review, kept.choices().style) == (review.id, style.id)
    gone: list[Change] = [
        words.reviews.move_to_trash(review),
        library.edits.put("", EntityKind.STYLE_FILE, style, None),
    ]
    assert (kept.choices().review, kept.choices().style) == (None, None)
    for change in reversed(gone):
        library.edits.apply(change.inverse())
    assert (kept.choices().review, kept.choices().style) == (review.id, style.id)


def test_an_interview_is_no_review(library: Library, kept: DocumentChoiceService) -> None:
    interview = library.agenda.add(OccasionKind.INTERVIEW, "AR lead", date(2026, 11, 2)).entity_id
    kept.save(DocumentChoices(review=interview))
    assert kept.choices().review is None


def test_choices_of_a_preset_become_the_choices(kept: DocumentChoiceService) -> None:
    kept.save(DocumentChoices(id=new_id(), template=BragTemplate.PLAIN))
    assert kept.choices() == DocumentChoices(template=BragTemplate.PLAIN)

"""What the first page tells below its dates: plans, playbooks, and what a near review lacks."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from arcareer.domain.agenda import OccasionKind
from arcareer.services.agenda import AgendaService
from arcareer.services.under_way import UnderWayService
from tests.support.builders import Library, a_figure, a_win
from tests.support.words import Words

TODAY = date(2026, 10, 16)


@pytest.fixture
def words(library: Library) -> Words:
    return Words(library)


def service_of(words: Words) -> UnderWayService:
    library = words.library
    return UnderWayService(library.store, words.plans, words.playbooks, words.reviews, library.clock)


def test_plans_and_runs_that_go_on_are_told_and_closed_ones_not(words: Words) -> None:
    under_way = service_of(words)
    assert (under_way.plans(), under_way.runs()) == ((), ())
    plan, run = words.a_running_plan(), words.a_run()
    words.a_plan()
    words.playbooks.finish(words.a_run("payment-fraud"))
    assert [one.id for one in under_way.plans()] == [plan.id]
    assert [(one.id, book.id if book else "") for one, book in under_way.runs()] == [(run.id, run.playbook)]


@pytest.mark.parametrize(("days", "near"), [(0, True), (60, True), (61, False)])
def test_only_a_review_within_sixty_days_is_looked_at(words: Words, days: int, near: bool) -> None:
    words.a_review(TODAY + timedelta(days=days))
    assert (service_of(words).gaps() is not None) is near


def test_gaps_say_the_same_as_the_review_itself(words: Words) -> None:
    for month in (2, 3, 6):
        words.library.add(a_win(happened_on=date(2026, month, 3)))
    words.library.add(a_win(happened_on=date(2026, 9, 3), figures=(a_figure(),)))
    review = words.a_review(TODAY + timedelta(days=30))
    details = replace(review.details, starts_on=date(2026, 2, 1), ends_on=date(2026, 11, 15))
    words.reviews.save(review, replace(review, details=details))
    stored = words.reviews.get(review.id)
    assert stored is not None
    words.reviews.add_goal(stored, "Lead a change")
    stored = words.reviews.get(review.id)
    gaps = service_of(words).gaps()
    assert stored is not None
    assert gaps is not None
    file = words.reviews.file_of(stored)
    assert gaps.months == file.months
    assert gaps.stretches == file.empty_stretches
    assert gaps.stretches[0] == (date(2026, 4, 1), date(2026, 5, 1))
    assert (gaps.without_number, gaps.goals_without_wins) == (3, 1)
    assert gaps.has_any


def test_a_date_taken_off_the_first_page_takes_its_review_to_the_trash(words: Words) -> None:
    library = words.library
    agenda = AgendaService(library.store, library.edits, library.clock)
    review = words.a_review(TODAY + timedelta(days=30))
    words.reviews.add_goal(review, "Lead a change")
    change = agenda.remove(review.occasion)
    assert words.reviews.all() == ()
    assert [goal.text for one in words.reviews.trash.all() for goal in one.goals] == ["Lead a change"]
    library.edits.apply(change.inverse())
    assert [goal.text for one in words.reviews.all() for goal in one.details.goals] == ["Lead a change"]
    agenda.add(OccasionKind.REVIEW, "Bare", TODAY)
    assert len(words.reviews.all()) == 2


def test_a_win_gone_for_good_shows_nothing_any_more(words: Words) -> None:
    win, review = a_win(), words.a_review(TODAY + timedelta(days=30))
    words.library.add(win)
    words.reviews.show_quality(review, "strategic", [win.id])
    words.library.journal.move_to_trash((win.id,))
    words.library.journal.empty_trash()
    stored = words.reviews.get(review.id)
    assert stored is not None
    assert stored.details.qualities == ()
    assert words.reviews.shown_by(win.id) == ()

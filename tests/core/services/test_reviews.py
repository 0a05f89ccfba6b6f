"""Reviews: goals with their wins, scores on one common scale, what is missing before the day, and the trash."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arcareer.domain.agenda import OccasionKind
from arcareer.domain.changes import EntityKind
from arcareer.domain.reviews import GoalState, Review, Scale
from arcareer.errors import FieldProblem
from tests.support.builders import Library, a_figure, a_win
from tests.support.words import Words


@pytest.fixture
def words(library: Library) -> Words:
    return Words(library)


def review_of(words: Words, review: Review) -> Review:
    found = words.reviews.get(review.id)
    assert found is not None
    return found


def set_details(words: Words, review: Review, **fields: Any) -> Review:
    words.reviews.save(review, replace(review, details=replace(review.details, **fields)))
    return review_of(words, review)


def scored(words: Words, on: date, score: str, scale: Scale = Scale()) -> Review:  # noqa: B008 - a value, never changed
    return set_details(words, words.a_review(on), score=Decimal(score), scale=scale)


def test_the_home_page_and_the_tracker_share_one_day(words: Words) -> None:
    review = words.a_review()
    assert [one.id for one in words.library.agenda.occasions()] == [review.id]
    occasion = words.library.agenda.add(OccasionKind.REVIEW, "Mid-year", date(2026, 11, 1)).entity_id
    words.library.agenda.add(OccasionKind.INTERVIEW, "Northfen", date(2026, 11, 2))
    assert [one.id for one in words.reviews.all()] == [occasion, review.id]
    moved = replace(review, occasion=replace(review.occasion, happens_on=date(2026, 10, 20)))
    words.reviews.save(review, moved)
    assert [one.id for one in words.reviews.all()] == [review.id, occasion]
    noted = set_details(
        words, review_of(words, replace(review, occasion=replace(review.occasion, id=occasion))), comments="Good"
    )
    assert noted.details.comments == "Good"


def test_a_goal_shows_the_wins_that_are_still_there(words: Words) -> None:
    first, second = a_win("First"), a_win("Second")
    words.library.add(first, second)
    review = words.a_review()
    words.reviews.add_goal(review, "Bring DSO down")
    review = review_of(words, review)
    (goal,) = review.details.goals
    words.reviews.link(review, goal, [first.id, second.id, first.id])
    review = review_of(words, review)
    (goal,) = review.details.goals
    assert goal.wins == (first.id, second.id)
    assert [(one.id, backed.id) for one, backed in words.reviews.of_win(first.id)] == [(review.id, goal.id)]
    words.library.journal.move_to_trash([first.id])
    assert words.reviews.wins_of(goal) == (second,)
    words.library.journal.restore([first.id])
    assert words.reviews.wins_of(goal) == (first, second)
    words.reviews.unlink(review, goal, second.id)
    assert words.reviews.wins_of(review_of(words, review).details.goals[0]) == (first,)


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"score": Decimal(6)}, "score"),
        ({"aimed": Decimal(0)}, "aimed"),
        ({"scale": Scale(Decimal(3), Decimal(3))}, "scale"),
        ({"starts_on": date(2026, 2, 1), "ends_on": date(2026, 1, 1)}, "ends_on"),
    ],
)
def test_what_cannot_be_is_refused(words: Words, fields: dict[str, Any], field: str) -> None:
    review = words.a_review()
    with pytest.raises(FieldProblem) as caught:
        set_details(words, review, **fields)
    assert caught.value.field == field
    assert review_of(words, review) == review


@given(
    worst=st.decimals(0, 50, places=1),
    best=st.decimals(51, 100, places=1),
    share=st.decimals(0, 1, places=3),
    upside_down=st.booleans(),
)
def test_every_scale_comes_out_between_0_and_100(
    worst: Decimal, best: Decimal, share: Decimal, upside_down: bool
) -> None:
    scale = Scale(best, worst) if upside_down else Scale(worst, best)
    score = scale.worst + (scale.best - scale.worst) * share
    assert abs(scale.common(score) - share * 100) < Decimal("0.001")


def test_a_score_is_compared_with_the_one_about_six_months_before(words: Words) -> None:
    scored(words, date(2025, 12, 1), "3")
    german = Scale(Decimal(6), Decimal(1))
    scored(words, date(2026, 6, 1), "2.5", german)
    scored(words, date(2026, 7, 1), "3")
    points = words.reviews.scores()
    assert [(point.on, point.common) for point in points] == [
        (date(2025, 12, 1), Decimal(50)),
        (date(2026, 6, 1), Decimal(70)),
        (date(2026, 7, 1), Decimal(50)),
    ]
    assert [point.change for point in points] == [None, 40, 0]


def test_the_file_shows_the_empty_months_and_what_lacks_a_number(words: Words) -> None:
    days = [date(2026, 1, 5), date(2026, 1, 20), date(2026, 5, 2), date(2026, 10, 1)]
    wins = [a_win(f"Win {day}", happened_on=day, figures=(a_figure(),) if day.month > 1 else ()) for day in days]
    words.library.add(*wins, a_win("Before", happened_on=date(2025, 12, 31)))
    review = set_details(words, words.a_review(), starts_on=date(2026, 1, 1), ends_on=date(2026, 12, 31))
    words.reviews.add_goal(review, "Train Ana")
    file = words.reviews.file_of(review_of(words, review))
    assert [month.wins for month in file.months] == [2, 0, 0, 0, 1, 0, 0, 0, 0, 1]
    assert file.empty_stretches == ((date(2026, 2, 1), date(2026, 4, 1)), (date(2026, 6, 1), date(2026, 9, 1)))
    assert {win.happened_on for win in file.without_number} == {date(2026, 1, 5), date(2026, 1, 20)}
    assert [goal.text for goal in file.goals_without_wins] == ["Train Ana"]
    words.reviews.set_goal_state(review_of(words, review), review_of(words, review).details.goals[0], GoalState.DROPPED)
    assert words.reviews.file_of(review_of(words, review)).goals_without_wins == ()


def test_the_level_asks_for_evidence_and_gets_the_wins_that_show_it(words: Words) -> None:
    win = a_win("Trained Ana", competencies=("teamwork_training",))
    words.library.add(win, a_win("Closed the month", competencies=("accounting_accuracy",)))
    review = set_details(words, words.a_review(), level="coordinator", next_level="specialist")
    proofs = {proof.evidence.id: proof.wins for proof in words.reviews.file_of(review).proofs}
    assert proofs["someone-trained"] == (win,)
    assert proofs["dispute-cause"] == ()


def test_a_thrown_away_review_leaves_the_home_page_and_comes_back_with_its_day(words: Words) -> None:
    review = words.a_review()
    words.reviews.add_goal(review, "Bring DSO down")
    before = review_of(words, review)
    group = words.reviews.move_to_trash(before)
    assert words.reviews.all() == ()
    assert words.library.agenda.occasions() == ()
    words.library.edits.apply(group.inverse())
    assert words.reviews.all() == (before,)
    words.reviews.move_to_trash(before)
    words.reviews.restore(words.reviews.trash.all()[0])
    assert words.reviews.all() == (before,)


def test_a_date_without_details_can_be_thrown_away_too(words: Words) -> None:
    words.library.agenda.add(OccasionKind.REVIEW, "Mid-year", date(2026, 11, 1))
    (review,) = words.reviews.all()
    words.reviews.move_to_trash(review)
    words.reviews.restore(words.reviews.trash.all()[0])
    assert [one.occasion for one in words.reviews.all()] == [review.occasion]
    with words.library.store.read() as unit:
        assert len(unit.repository(EntityKind.REVIEW).all()) == 1

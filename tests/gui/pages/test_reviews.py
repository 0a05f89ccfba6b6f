"""Reviews: added, scored on the employer's scale, goals and qualities backed by wins, gaps named, undone, trashed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from arcareer.domain.reviews import Goal, GoalState, Review, ReviewKind, Scale
from arcareer_ui.pages import reviews, wins
from arcareer_ui.pages.reviews.page import ReviewsPage
from arcareer_ui.pages.reviews.sheet import ReviewSheet
from arcareer_ui.pages.wins.page import WinsPage
from tests.gui.pages.conftest import OpenPages
from tests.support.audit import audit, audit_all, settle
from tests.support.builders import a_win
from tests.support.opened import Opened

COMING = date(2026, 11, 20)


@pytest.fixture
def opened(open_pages: OpenPages) -> Opened:
    session = open_pages((reviews.SPEC, wins.SPEC))
    session.window.router.go("reviews")
    settle()
    return session


def page_of(opened: Opened) -> ReviewsPage:
    return next(page for page in opened.window.pages.pages if isinstance(page, ReviewsPage))


def sheet_of(opened: Opened) -> ReviewSheet:
    return page_of(opened).sheet


def only(opened: Opened) -> Review:
    (review,) = opened.app.reviews.all()
    return review


def a_review(opened: Opened, on: date = COMING, title: str = "Yearly review", score: str = "") -> Review:
    added = opened.app.reviews.add(on, title, ReviewKind.ANNUAL).edits[0].entity_id
    review = opened.app.reviews.get(added)
    assert review is not None
    if score:
        details = replace(review.details, score=Decimal(score))
        opened.app.reviews.save(review, replace(review, details=details))
    settle()
    return review


def go(opened: Opened, review: Review) -> None:
    opened.window.router.go(f"review/{review.id}")
    settle()


def type_in(editor: QWidget, text: str) -> None:
    editor.setFocus()
    QTest.keyClicks(editor, text)
    settle()


def add_goal(opened: Opened, text: str = "Bring DSO down") -> Goal:
    type_in(sheet_of(opened).goals.line, text)
    QTest.keyClick(sheet_of(opened).goals.line, Qt.Key.Key_Return)
    settle()
    goal = only(opened).details.goals[-1]
    page_of(opened)._open_goal(goal.id)
    settle()
    return goal


def test_a_review_is_added_by_keyboard_and_undone(opened: Opened) -> None:
    overview = page_of(opened).overview
    assert page_of(opened).first_focus() is overview.first_button
    QTest.keyClick(overview.first_button, Qt.Key.Key_Return)
    settle()
    QTest.keyClick(overview.form.name, Qt.Key.Key_Return)
    settle()
    assert opened.app.reviews.all() == ()
    type_in(overview.form.name, "Half-year review")
    QTest.keyClick(overview.form.name, Qt.Key.Key_Return)
    settle()
    assert only(opened).occasion.title == "Half-year review"
    assert opened.window.focusWidget() is sheet_of(opened).goals.line
    opened.session.undo.undo()
    settle()
    assert opened.app.reviews.all() == ()
    assert overview.isVisible()


def test_scores_stand_on_one_scale_with_change_and_aim(opened: Opened) -> None:
    today = opened.clock.today()
    a_review(opened, today - timedelta(days=328), "Before", "3.2")
    card = page_of(opened).overview.scores
    assert card.chart.isHidden()
    later = a_review(opened, today - timedelta(days=145), "After", "3.5")
    assert [point.value for point in card.chart.points] == [Decimal(55), Decimal("62.5")]
    assert "13.6% better than six months before" in card.chart.points[-1].spoken
    assert "62.5 of 100" in card.chart.accessibleName()
    card.chart.setFocus()
    QTest.keyClick(card.chart, Qt.Key.Key_Left)
    QTest.keyClick(card.chart, Qt.Key.Key_Return)
    settle()
    assert page_of(opened).place_title == "After"
    page_of(opened).sheet.back_button.click()
    settle()
    card.table_button.click()
    assert card.shows_table
    assert card.table.model().index(1, 3).data() == "62.5"
    assert later.id == opened.app.reviews.scores()[-1].review


def test_a_score_outside_the_scale_is_said_and_the_rest_is_kept(opened: Opened) -> None:
    go(opened, a_review(opened))
    facts = sheet_of(opened).facts
    type_in(facts.numbers["score"], "7")
    type_in(facts.rating, "Strong")
    page_of(opened).flush()
    assert "between 1 and 5" in " ".join(facts.messages)
    assert (only(opened).details.score, only(opened).details.rating) == (None, "Strong")
    facts.numbers["best"].selectAll()
    type_in(facts.numbers["best"], "10")
    page_of(opened).flush()
    assert only(opened).details.scale == Scale(Decimal(1), Decimal(10))


def test_a_scale_that_leaves_its_score_out_is_refused(opened: Opened) -> None:
    go(opened, a_review(opened, score="4"))
    facts = sheet_of(opened).facts
    facts.numbers["best"].selectAll()
    type_in(facts.numbers["best"], "3")
    page_of(opened).flush()
    assert "not between" in " ".join(facts.messages)
    assert only(opened).details.scale == Scale()


def test_a_goal_is_typed_backed_by_a_win_and_named_at_the_win(opened: Opened) -> None:
    win = a_win("DSO at 39 days", happened_on=date(2026, 9, 1))
    opened.wins(win)
    go(opened, a_review(opened))
    add_goal(opened)
    form = sheet_of(opened).goals.form
    type_in(form.target, "42 days")
    page_of(opened).flush()
    form.state.set_current(GoalState.PARTLY.value)
    form.chosen.emit("state", GoalState.PARTLY)
    settle()
    (goal,) = only(opened).details.goals
    assert (goal.target, goal.state) == ("42 days", GoalState.PARTLY)
    form.link_button.setFocus()
    QTest.keyClick(form.link_button, Qt.Key.Key_Return)
    settle()
    assert opened.window.focusWidget() is sheet_of(opened).picker.search
    QTest.keyClick(sheet_of(opened).picker.search, Qt.Key.Key_Return)
    settle()
    assert only(opened).details.goals[0].wins == (win.id,)
    assert opened.window.focusWidget() is form.link_button
    opened.window.router.go(f"win/{win.id}")
    settle()
    used_in = cast("WinsPage", opened.page).editors.used_in
    assert "Bring DSO down" in [button.text() for button in used_in.links.findChildren(type(form.link_button))]


def test_a_quality_is_shown_by_a_win_and_by_nothing_else(opened: Opened) -> None:
    win = a_win("Called before it was late", happened_on=date(2026, 9, 1))
    opened.wins(win)
    go(opened, a_review(opened))
    card = sheet_of(opened).qualities
    assert list(card.link_buttons) == [one.id for one in opened.app.content.qualities]
    card.link_buttons["proactive"].click()
    settle()
    QTest.keyClick(sheet_of(opened).picker.search, Qt.Key.Key_Return)
    settle()
    review = only(opened)
    assert opened.app.reviews.wins_showing(review, "proactive") == (win,)
    assert [(quality.id, one.id) for one, quality in opened.app.reviews.shown_by(win.id)] == [("proactive", review.id)]
    card.unlinked.emit("proactive", win.id)
    settle()
    assert only(opened).details.qualities == ()
    opened.session.undo.undo()
    settle()
    assert opened.app.reviews.wins_showing(only(opened), "proactive") == (win,)


def test_gaps_are_named_with_what_is_around_them_and_lead_to_the_mending(opened: Opened) -> None:
    bare = a_win("Helped the auditors", happened_on=date(2026, 3, 4))
    opened.wins(bare)
    review = a_review(opened)
    details = replace(review.details, starts_on=date(2026, 2, 1), ends_on=COMING)
    opened.app.reviews.save(review, replace(review, details=details))
    go(opened, only(opened))
    goal = add_goal(opened)
    texts = [label.text() for label in sheet_of(opened).missing.findChildren(QWidget) if hasattr(label, "text")]
    said = [text() if callable(text) else text for text in texts]
    assert "Nothing in February" in said
    assert "Nothing from April to October" in said
    assert "Beside it: 1 win in March." in said
    assert "1 win without a number" in said
    assert "1 goal without a win" in said
    asked: list[str] = []
    sheet_of(opened).missing.route_asked.connect(asked.append)
    sheet_of(opened).missing.route_asked.emit(f"win/{bare.id}")
    settle()
    assert cast("WinsPage", opened.page).desk.stored == bare
    go(opened, only(opened))
    sheet_of(opened).missing.goal_asked.emit(goal.id)
    settle()
    assert sheet_of(opened).goals.form.isVisible()


def test_the_level_asks_for_evidence_and_shows_the_wins_that_are_it(opened: Opened) -> None:
    win = replace(a_win("Trained Ana", happened_on=date(2026, 9, 1)), competencies=("teamwork_training",))
    opened.wins(win)
    go(opened, a_review(opened))
    level = sheet_of(opened).level
    level.level.set_current("coordinator")
    level.chosen.emit("level", "coordinator")
    settle()
    assert only(opened).details.level == "coordinator"
    proofs = opened.app.reviews.file_of(only(opened)).proofs
    assert [proof.evidence.id for proof in proofs if proof.wins] == ["someone-trained"]
    links = [button.text() for button in level.findChildren(type(sheet_of(opened).back_button))]
    assert "Trained Ana" in links
    assert "Log one" in links


def test_name_and_day_are_those_of_the_home_page(opened: Opened) -> None:
    go(opened, a_review(opened))
    sheet_of(opened).name.selectAll()
    type_in(sheet_of(opened).name, "Talk with Dana")
    page_of(opened).flush()
    sheet_of(opened).dated.emit(date(2026, 12, 1))
    settle()
    (occasion,) = opened.app.agenda.upcoming()
    assert (occasion.title, occasion.happens_on) == ("Talk with Dana", date(2026, 12, 1))
    opened.session.undo.undo()
    opened.session.undo.undo()
    settle()
    assert sheet_of(opened).name.text() == "Yearly review"


def test_a_review_goes_to_the_trash_and_comes_back_with_its_goals(opened: Opened) -> None:
    go(opened, a_review(opened))
    add_goal(opened)
    sheet_of(opened).removed.emit()
    settle()
    assert opened.app.reviews.all() == ()
    assert opened.app.agenda.upcoming() == ()
    page_of(opened).overview.trash_button.click()
    settle()
    (back,) = page_of(opened).trash.buttons
    back.click()
    settle()
    assert [goal.text for goal in only(opened).details.goals] == ["Bring DSO down"]


def test_what_is_typed_survives_the_window(opened: Opened, open_pages: OpenPages) -> None:
    review = a_review(opened)
    go(opened, review)
    type_in(sheet_of(opened).facts.comments, "More numbers next time.")
    page_of(opened).flush()
    opened.close()
    again = open_pages((reviews.SPEC, wins.SPEC))
    go(again, review)
    assert sheet_of(again).facts.comments.text == "More numbers next time."


def test_nothing_is_cut_off(opened: Opened) -> None:
    assert audit_all(opened.window) == {}
    opened.wins(*(a_win(f"Win number {at}", happened_on=date(2026, 9, 1 + at)) for at in range(6)))
    a_review(opened, date(2025, 11, 20), "Last one", "3")
    a_review(opened, date(2026, 5, 20), "Half-year review", "3.5")
    review = a_review(opened)
    goals = [Goal(id=a_win().id, text=f"Goal {at} that says what should be true by then") for at in range(3)]
    opened.app.reviews.change_goals(review, goals)
    settle()
    assert audit_all(opened.window) == {}
    go(opened, review)
    page_of(opened)._open_goal(goals[0].id)
    settle()
    assert audit_all(opened.window) == {}


def test_five_hundred_goals_are_listed(opened: Opened) -> None:
    review = a_review(opened)
    opened.app.reviews.change_goals(review, [Goal(id=a_win().id, text=f"Goal {at}") for at in range(500)])
    go(opened, review)
    assert len(sheet_of(opened).goals.list.items) == 500
    assert audit(opened.window) == []

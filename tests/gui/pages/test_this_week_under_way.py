"""Below the dates of the first page: gaps before a review, playbooks under way, plans that go on."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from arcareer.domain.changes import EntityKind
from arcareer.domain.identity import new_id
from arcareer.domain.plans import Plan, PlanTask, Reading
from arcareer_ui.pages import this_week
from arcareer_ui.pages.this_week.coming_up import ComingUp
from arcareer_ui.pages.this_week.page import ThisWeekPage
from arcareer_ui.widgets.label import Label
from tests.gui.pages.conftest import OpenPages
from tests.support.audit import audit_all, settle
from tests.support.builders import a_win
from tests.support.opened import Opened


@pytest.fixture
def opened(open_pages: OpenPages) -> Opened:
    session = open_pages((this_week.SPEC,))
    session.wins(a_win())
    return session


def card_of(opened: Opened) -> ComingUp:
    return cast("ThisWeekPage", opened.page).view.coming_up


def said(opened: Opened) -> list[str]:
    """Return the words below the dates."""
    labels = (label for part in card_of(opened)._extra for label in part.findChildren(Label))
    return [label.text() for label in labels]


def button(opened: Opened, name: str) -> QPushButton:
    buttons = (one for part in card_of(opened)._extra for one in part.findChildren(QPushButton))
    return next(one for one in buttons if one.accessibleName() == name)


def add_plan(opened: Opened) -> Plan:
    today, now = opened.clock.today(), opened.clock.now()
    plan = Plan(
        id=new_id(),
        title="Bring one bucket down",
        created_at=now,
        measure="Overdue",
        baseline=Reading(value=Decimal(40), on=today, source="Aging"),
        locked_at=now,
        starts_on=today - timedelta(days=4),
        tasks=(PlanTask(id="call", first_day=3, last_day=8, text="Call the ten largest"),),
    )
    with opened.app.edits._store.write() as unit:
        unit.repository(EntityKind.PLAN).put(plan)
        unit.commit()
    settle()
    return plan


def test_nothing_goes_on_and_nothing_is_said(opened: Opened, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: cast("ThisWeekPage", opened.page)._under_way is not None)
    settle()
    assert said(opened) == []
    assert not card_of(opened).has_under_way


def test_a_plan_says_its_next_step_and_leads_there(opened: Opened, qtbot: QtBot) -> None:
    plan = add_plan(opened)
    qtbot.waitUntil(lambda: card_of(opened).has_under_way)
    assert "Day 5 of 30. By Mon 19 Oct: Call the ten largest" in said(opened)
    asked: list[str] = []
    opened.page.open_route.connect(asked.append)
    QTest.keyClick(button(opened, "Open plan: Bring one bucket down"), Qt.Key.Key_Return)
    assert asked == [f"plan/{plan.id}"]
    opened.app.plans.move_to_trash(plan)
    qtbot.waitUntil(lambda: not card_of(opened).has_under_way)


def test_an_open_playbook_stands_there_until_it_is_finished(opened: Opened, qtbot: QtBot) -> None:
    playbook = opened.app.playbooks.all()[0]
    run_id = opened.app.playbooks.start(playbook).entity_id
    qtbot.waitUntil(lambda: card_of(opened).has_under_way)
    assert playbook.title in said(opened)
    asked: list[str] = []
    opened.page.open_route.connect(asked.append)
    button(opened, f"Go on: {playbook.title}").click()
    assert asked == [f"run/{run_id}"]
    run = opened.app.playbooks.run(run_id)
    assert run is not None
    opened.app.playbooks.finish(run)
    qtbot.waitUntil(lambda: not card_of(opened).has_under_way)


def test_gaps_before_a_review_are_one_line_that_can_be_put_away_for_the_week(opened: Opened, qtbot: QtBot) -> None:
    group = opened.app.reviews.add(opened.clock.today() + timedelta(days=40), "Yearly review")
    review = opened.app.reviews.get(group.edits[0].entity_id)
    assert review is not None
    day = opened.clock.today() - timedelta(days=70)
    details = replace(review.details, starts_on=day.replace(day=1), ends_on=review.on)
    opened.app.reviews.save(review, replace(review, details=details))
    qtbot.waitUntil(lambda: "Yearly review: nothing from August to September, 1 win without a number." in said(opened))
    asked: list[str] = []
    opened.page.open_route.connect(asked.append)
    button(opened, "Fill the gaps").click()
    assert asked == [f"review/{review.id}"]
    button(opened, "Not this week").click()
    settle()
    assert said(opened) == []
    opened.wins(a_win("Another", happened_on=opened.clock.today()))
    assert said(opened) == []
    opened.clock.advance(timedelta(days=7))
    cast("ThisWeekPage", opened.page).look_at_clock()
    qtbot.waitUntil(lambda: card_of(opened).has_under_way)


def test_a_far_review_is_left_in_peace(opened: Opened, qtbot: QtBot) -> None:
    opened.app.reviews.add(opened.clock.today() + timedelta(days=61), "Yearly review")
    qtbot.waitUntil(lambda: cast("ThisWeekPage", opened.page)._under_way is not None)
    settle()
    assert not card_of(opened).has_under_way


def test_nothing_is_cut_off(opened: Opened, qtbot: QtBot) -> None:
    add_plan(opened)
    opened.app.playbooks.start(opened.app.playbooks.all()[0])
    opened.app.reviews.add(opened.clock.today() + timedelta(days=40), "Yearly review")
    qtbot.waitUntil(lambda: len(said(opened)) >= 5)
    assert audit_all(opened.window) == {}

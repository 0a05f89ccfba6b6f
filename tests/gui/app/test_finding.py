"""Find anything: what the app knows is in the palette, one typing mistake forgiven, and each line leads there."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from arcareer_ui.pages_list import PAGES
from tests.gui.app.conftest import Start
from tests.support.audit import settle
from tests.support.clock import FakeClock
from tests.support.running import CTRL, Running, focused

PLAN = "Fewer unmatched payments"


@pytest.fixture
def filled(running: Running) -> Running:
    running.app.plans.start_blank(PLAN)
    running.app.phrases.add_own("Rehearsed the zebra crossing of two ledgers")
    return running


def look_for(running: Running, text: str) -> dict[str, str]:
    """Return the routes of the lines found by typing, by their words."""
    QTest.keyClick(running.window, Qt.Key.Key_K, CTRL)
    settle()
    QTest.keyClicks(focused(), text)
    palette = running.window.overlays.palette
    palette.look()
    return {entry.title: entry.route for entry in palette.entries}


@pytest.mark.parametrize(
    ("typed", "title", "head"),
    [
        ("fewer unmacthed", PLAN, "plan"),
        ("zebar", "Rehearsed the zebra crossing of two ledgers", "phrase"),
        ("thnak", "", "script"),
        ("promsied payment", "", "call"),
        ("frad attempt", "", "playbook"),
        ("disptued invoice scope", "", "playbook"),
        ("days sales outstandng", "", "guide"),
    ],
)
def test_one_mistake_is_forgiven_for_everything_with_words(filled: Running, typed: str, title: str, head: str) -> None:
    found = {words: route for words, route in look_for(filled, typed).items() if route.startswith(f"{head}/")}
    assert found
    assert title in found or not title
    assert head in {name for spec in PAGES for name in (spec.id, *spec.routes)}


def test_enter_opens_the_article_that_was_found(filled: Running) -> None:
    found = look_for(filled, "days sales outstandng")
    route = next(route for route in found.values() if route.startswith("guide/"))
    palette = filled.window.overlays.palette
    while palette.chosen is None or palette.chosen.route != route:
        QTest.keyClick(palette.field, Qt.Key.Key_Down)
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    settle()
    assert filled.window.router.current == route


def test_thirty_days_in_the_trash_end_plans_runs_and_reviews(launch: Start) -> None:
    clock = FakeClock()
    running = launch(clock=clock)
    app = running.app
    plan = app.plans.start_blank("Old").after
    run = app.playbooks.start(app.playbooks.all()[0]).after
    review = app.reviews.get(app.reviews.add(clock.today(), "Old").edits[0].entity_id)
    app.plans.move_to_trash(plan)  # type: ignore[arg-type]
    app.playbooks.move_to_trash(run)  # type: ignore[arg-type]
    assert review is not None
    app.reviews.move_to_trash(review)
    clock.advance(timedelta(days=31))
    running.session.housekeeping._go_on()
    assert (app.plans.trash.all(), app.playbooks.trash.all(), app.reviews.trash.all()) == ((), (), ())

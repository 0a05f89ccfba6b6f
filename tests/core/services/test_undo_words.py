"""Every command of messages, playbooks, plans and reviews can be undone and redone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from inspect import getmembers, isfunction

import pytest

from arcareer.domain.changes import Change
from arcareer.domain.messages import Message, ScriptStage, Tone
from arcareer.domain.plans import Plan, Reading
from arcareer.domain.playbook_runs import PlaybookRun
from arcareer.domain.reviews import Goal, GoalState, Review
from arcareer.services.plans import PlanService
from arcareer.services.playbooks import PlaybookService
from arcareer.services.reviews import ReviewService
from arcareer.services.scripts import ScriptEntry, ScriptService
from arcareer.storage.checksums import damaged_rows, miscounts
from tests.support.builders import Library, a_win
from tests.support.contents import contents
from tests.support.words import Words

SERVICES = (ScriptService, PlaybookService, PlanService, ReviewService)
TOLD = {Tone.FIRM: Message("Mine", "My words")}
RESULT = Reading(value=Decimal(20), on=date(2026, 10, 16), source="Aging")


class Stored:
    """A library with one of everything, and what commands work on."""

    def __init__(self, library: Library) -> None:
        self.words = Words(library)
        self.customer = library.customers.add("Harlow Foods").entity_id
        self.win = a_win()
        library.add(self.win)
        words = self.words
        words.scripts.write("Own", ScriptStage.INSIDE, TOLD)
        words.scripts.save(self.script("thank-you"), TOLD)
        words.scripts.remember({"me": "Jordan"})
        words.scripts.note(self.customer, "First reminder")
        run = words.a_run(customer=self.customer)
        words.playbooks.tick(run, "papers")
        self.run_id = run.id
        self.finished = words.a_run("payment-fraud")
        words.playbooks.finish(self.finished)
        self.thrown_run = words.a_run("new-ar-system")
        words.playbooks.move_to_trash(self.thrown_run)
        self.draft = words.a_plan("train-a-colleague")
        baseline = Reading(value=Decimal(3), on=date(2026, 9, 1), source="List")
        words.plans.save(self.draft, replace(self.draft, baseline=baseline))
        self.running = words.a_running_plan()
        self.measured = words.a_running_plan()
        words.plans.measure(self.measured, RESULT)
        self.thrown_plan = words.a_plan("new-system-ready")
        words.plans.move_to_trash(self.thrown_plan)
        review = words.a_review()
        words.reviews.add_goal(review, "Bring DSO down")
        self.review_id = review.id
        words.reviews.link(self.review(), self.goal(), [self.win.id])
        words.reviews.show_quality(self.review(), "proactive", [self.win.id])
        words.reviews.move_to_trash(words.a_review(date(2027, 1, 5)))

    def script(self, key: str) -> ScriptEntry:
        """Return a message."""
        found = self.words.scripts.get(key)
        assert found is not None
        return found

    def own_script(self) -> ScriptEntry:
        """Return the message the user wrote."""
        return next(one for one in self.words.scripts.all() if one.is_own)

    def run(self, run: PlaybookRun | None = None) -> PlaybookRun:
        """Return a run as it is stored."""
        found = self.words.playbooks.run(self.run_id if run is None else run.id)
        assert found is not None
        return found

    def plan(self, plan: Plan) -> Plan:
        """Return a plan as it is stored."""
        found = self.words.plans.get(plan.id)
        assert found is not None
        return found

    def review(self) -> Review:
        """Return the review."""
        found = self.words.reviews.get(self.review_id)
        assert found is not None
        return found

    def goal(self) -> Goal:
        """Return the goal of the review."""
        return self.review().details.goals[0]


Command = Callable[[Stored], Change]

COMMANDS: dict[str, Command] = {
    "ScriptService.write": lambda s: s.words.scripts.write("Another", ScriptStage.TERMS, TOLD),
    "ScriptService.duplicate": lambda s: s.words.scripts.duplicate(s.script("statement")),
    "ScriptService.save": lambda s: s.words.scripts.save(s.script("statement"), TOLD, title="Mine"),
    "ScriptService.keep": lambda s: s.words.scripts.keep(None, s.words.scripts.as_own(s.script("statement"))),
    "ScriptService.reset": lambda s: s.words.scripts.reset(s.script("thank-you")),
    "ScriptService.remove": lambda s: s.words.scripts.remove(s.own_script()),
    "ScriptService.remember": lambda s: s.words.scripts.remember({"me": "Ana", "phone": "1"}),
    "ScriptService.note": lambda s: s.words.scripts.note(s.customer, "Called", "first-call"),
    "ScriptService.drop_note": lambda s: s.words.scripts.drop_note(s.words.scripts.notes(s.customer)[0]),
    "PlaybookService.start": lambda s: s.words.playbooks.start(s.words.playbooks.all()[0], s.customer),
    "PlaybookService.tick": lambda s: s.words.playbooks.tick(s.run(), "open"),
    "PlaybookService.save": lambda s: s.words.playbooks.save(s.run(), replace(s.run(), notes="Called twice")),
    "PlaybookService.finish": lambda s: s.words.playbooks.finish(s.run()),
    "PlaybookService.reopen": lambda s: s.words.playbooks.reopen(s.run(s.finished)),
    "PlaybookService.move_to_trash": lambda s: s.words.playbooks.move_to_trash(s.run()),
    "PlaybookService.restore": lambda s: s.words.playbooks.restore(s.run(s.thrown_run)),
    "PlaybookService.become_win": lambda s: s.words.playbooks.become_win(s.run()),
    "PlaybookService.become_answer": lambda s: s.words.playbooks.become_answer(s.run()),
    "PlanService.start_from": lambda s: s.words.plans.start_from(s.words.plans.starters()[0]),
    "PlanService.start_blank": lambda s: s.words.plans.start_blank("My plan"),
    "PlanService.save": lambda s: s.words.plans.save(s.plan(s.running), replace(s.plan(s.running), problem="Late")),
    "PlanService.start": lambda s: s.words.plans.start(s.plan(s.draft), date(2026, 10, 19)),
    "PlanService.correct_baseline": lambda s: s.words.plans.correct_baseline(s.plan(s.running), RESULT, "Typed wrong"),
    "PlanService.tick": lambda s: s.words.plans.tick(s.plan(s.running), "choose"),
    "PlanService.check_in": lambda s: s.words.plans.check_in(s.plan(s.running), "Ten calls"),
    "PlanService.measure": lambda s: s.words.plans.measure(s.plan(s.running), RESULT),
    "PlanService.take_result_back": lambda s: s.words.plans.take_result_back(s.plan(s.measured)),
    "PlanService.move_to_trash": lambda s: s.words.plans.move_to_trash(s.plan(s.running)),
    "PlanService.restore": lambda s: s.words.plans.restore(s.plan(s.thrown_plan)),
    "PlanService.become_win": lambda s: s.words.plans.become_win(s.plan(s.measured)),
    "ReviewService.add": lambda s: s.words.reviews.add(date(2027, 6, 1), "Mid-year"),
    "ReviewService.save": lambda s: s.words.reviews.save(
        s.review(), replace(s.review(), details=replace(s.review().details, rating="Solid"))
    ),
    "ReviewService.add_goal": lambda s: s.words.reviews.add_goal(s.review(), "Train Ana"),
    "ReviewService.change_goals": lambda s: s.words.reviews.change_goals(s.review(), ()),
    "ReviewService.link": lambda s: s.words.reviews.link(s.review(), s.goal(), [a_win().id]),
    "ReviewService.unlink": lambda s: s.words.reviews.unlink(s.review(), s.goal(), s.win.id),
    "ReviewService.set_goal_state": lambda s: s.words.reviews.set_goal_state(s.review(), s.goal(), GoalState.PARTLY),
    "ReviewService.show_quality": lambda s: s.words.reviews.show_quality(s.review(), "strategic", [a_win().id]),
    "ReviewService.hide_quality": lambda s: s.words.reviews.hide_quality(s.review(), "proactive", s.win.id),
    "ReviewService.move_to_trash": lambda s: s.words.reviews.move_to_trash(s.review()),
    "ReviewService.restore": lambda s: s.words.reviews.restore(s.words.reviews.trash.all()[0]),
    "CustomerService.remove": lambda s: s.words.library.customers.remove(s.words.library.customers.all()[0]),
}
"""A way to call each, and the removal of a customer that runs and notes name."""


@pytest.fixture
def stored(library: Library) -> Iterator[Stored]:
    yield Stored(library)
    assert (damaged_rows(library.store.connection), miscounts(library.store.connection)) == ((), ())


def test_every_command_of_every_service_is_here() -> None:
    changing = {
        f"{service.__name__}.{name}"
        for service in SERVICES
        for name, method in getmembers(service, isfunction)
        if not name.startswith("_") and method.__annotations__["return"] in ("Change", "Edit", "EditGroup")
    }
    assert changing == set(COMMANDS) - {"CustomerService.remove"}


@pytest.mark.parametrize("name", COMMANDS)
def test_command_is_undone_and_redone(stored: Stored, name: str) -> None:
    library = stored.words.library
    before = contents(library.store)
    change = COMMANDS[name](stored)
    after = contents(library.store)
    assert after != before
    library.edits.apply(change.inverse())
    assert contents(library.store) == before
    library.edits.apply(change)
    assert contents(library.store) == after


def test_a_removed_customer_takes_its_notes_along_and_leaves_its_runs(stored: Stored) -> None:
    stored.words.library.customers.remove(stored.words.library.customers.all()[0])
    assert stored.words.scripts.notes(stored.customer) == ()
    assert stored.run().customer is None

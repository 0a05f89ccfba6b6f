"""30-day plans: a baseline nobody changes unseen, a result measured against it, a win only where it got better."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from arcareer.domain.figures import Basis, Unit
from arcareer.domain.journal import Win, WinQuery
from arcareer.domain.plans import Direction, Plan, PlanState, PlanTask, Reading
from arcareer.errors import FieldProblem, UserError
from tests.support.builders import Library
from tests.support.words import Words

TODAY = date(2026, 10, 16)


@pytest.fixture
def words(library: Library) -> Words:
    return Words(library)


def plan_of(words: Words, plan: Plan) -> Plan:
    found = words.plans.get(plan.id)
    assert found is not None
    return found


def reading(value: int | str, on: date = TODAY, source: str = "Aging of 16 October", **fields: Any) -> Reading:
    return Reading(value=Decimal(value), on=on, source=source, **fields)


def test_starters_that_fill_an_open_item_stand_first(words: Words) -> None:
    assert len(words.plans.starters()) >= 6
    first = words.plans.starters(["training"])[0]
    assert "training" in first.checklist


def test_every_starter_covers_its_thirty_days_with_steps_inside_them(words: Words) -> None:
    for starter in words.plans.starters():
        plan = words.a_plan(starter.id)
        assert plan.tasks[0].first_day == 1
        assert max(task.last_day for task in plan.tasks) == 30
        assert plan.baseline is None


def test_a_plan_does_not_begin_without_a_measured_baseline_and_its_source(words: Words) -> None:
    plan = words.a_plan()
    with pytest.raises(FieldProblem, match="Measure the baseline"):
        words.plans.start(plan, TODAY)
    unsourced = replace(plan, baseline=reading(40, source=" "))
    words.plans.save(plan, unsourced)
    with pytest.raises(FieldProblem, match="where the baseline comes from"):
        words.plans.start(unsourced, TODAY)
    late = replace(plan, baseline=reading(40, on=TODAY + timedelta(days=1)))
    words.plans.save(unsourced, late)
    with pytest.raises(FieldProblem, match="before the plan begins"):
        words.plans.start(late, TODAY)


@pytest.mark.parametrize(
    "changed",
    [
        {"baseline": reading(99)},
        {"baseline": None},
        {"target": Decimal(1)},
        {"locked_at": None},
        {"starts_on": TODAY},
        {"unit": Unit.DAYS},
        {"currency": "EUR"},
        {"measure": "Something else"},
        {"wanted": Direction.UP},
    ],
    ids=lambda changed: next(iter(changed)),
)
def test_every_way_to_change_a_fixed_baseline_is_refused(words: Words, changed: dict[str, Any]) -> None:
    plan = words.a_running_plan()
    with pytest.raises(FieldProblem, match="fixed when the plan began"):
        words.plans.save(plan, replace(plan, **changed))
    assert plan_of(words, plan) == plan


def test_a_plan_cannot_be_made_to_look_begun_by_saving_it(words: Words) -> None:
    plan = words.a_plan()
    with pytest.raises(FieldProblem):
        words.plans.save(plan, replace(plan, locked_at=words.library.clock.now()))
    with pytest.raises(FieldProblem):
        words.plans.save(plan, replace(plan, starts_on=TODAY))


def test_a_correction_is_logged_with_its_reason_and_the_log_cannot_be_touched(words: Words) -> None:
    plan = words.a_running_plan(40)
    with pytest.raises(FieldProblem, match="why the baseline changes"):
        words.plans.correct_baseline(plan, reading(44), " ")
    words.plans.correct_baseline(plan, reading(44, on=date(2026, 8, 31)), "A credit was posted twice")
    corrected = plan_of(words, plan)
    (entry,) = corrected.baseline_log
    assert (entry.before.value, entry.after.value, entry.reason) == (
        Decimal(40),
        Decimal(44),
        "A credit was posted twice",
    )
    assert corrected.baseline == entry.after
    with pytest.raises(FieldProblem):
        words.plans.save(corrected, replace(corrected, baseline_log=()))
    with pytest.raises(FieldProblem, match="begun already"):
        words.plans.start(corrected, TODAY)


def test_a_better_result_becomes_a_win_with_both_figures(words: Words) -> None:
    plan = words.a_running_plan(40)
    words.plans.tick(plan, "choose")
    words.plans.measure(plan_of(words, plan), reading(28, basis=Basis.ESTIMATED))
    measured = plan_of(words, plan)
    assert measured.state(TODAY) is PlanState.REACHED
    group = words.plans.become_win(measured)
    win = words.library.journal.get(group.edits[0].entity_id)
    assert isinstance(win, Win)
    (figure,) = win.figures
    assert (figure.before, figure.after, figure.basis) == (Decimal(40), Decimal(28), Basis.ESTIMATED)
    assert figure.source == "Aging of 31 August; Aging of 16 October"
    assert win.action == "Choose the bucket, print its items, write down total and count"
    assert [one.id for one in words.plans.of_win(win.id)] == [plan.id]
    words.library.edits.apply(group.inverse())
    assert plan_of(words, plan) == measured


def test_a_plan_is_logged_as_a_win_once(words: Words) -> None:
    plan = words.a_running_plan(40)
    words.plans.measure(plan, reading(28))
    words.plans.become_win(plan_of(words, plan))
    with pytest.raises(UserError, match="already"):
        words.plans.become_win(plan_of(words, plan))
    assert words.library.journal.count(WinQuery()) == 1


@pytest.mark.parametrize("result", [40, 41, 400])
def test_a_plan_that_did_not_get_better_is_a_lesson_and_never_a_win(words: Words, result: int) -> None:
    plan = words.a_running_plan(40)
    words.plans.measure(plan, reading(result))
    missed = plan_of(words, plan)
    assert missed.state(TODAY) is PlanState.MISSED
    for attempt in (words.plans.win_draft, words.plans.become_win):
        with pytest.raises(UserError, match="a lesson and not a win"):
            attempt(missed)
    words.plans.save(missed, replace(missed, lesson="The customer paid for reasons of its own."))
    assert plan_of(words, plan).win is None


def test_more_can_be_better_and_a_target_that_is_not_reached_is_told_apart(words: Words) -> None:
    plan = words.a_plan()
    up = replace(plan, wanted=Direction.UP, target=Decimal(90), baseline=reading(70, on=date(2026, 8, 31)))
    words.plans.save(plan, up)
    words.plans.start(up, date(2026, 9, 1))
    words.plans.measure(plan_of(words, plan), reading(85))
    assert plan_of(words, plan).state(TODAY) is PlanState.IMPROVED
    words.plans.take_result_back(plan_of(words, plan))
    words.plans.measure(plan_of(words, plan), reading(60))
    assert plan_of(words, plan).state(TODAY) is PlanState.MISSED


def test_a_result_needs_a_start_a_source_and_a_later_day(words: Words) -> None:
    with pytest.raises(FieldProblem, match="start the plan first"):
        words.plans.measure(words.a_plan(), reading(1))
    plan = words.a_running_plan()
    with pytest.raises(FieldProblem, match="after day one"):
        words.plans.measure(plan, reading(1, on=date(2026, 8, 30)))
    with pytest.raises(FieldProblem, match="where the result comes from"):
        words.plans.measure(plan, reading(1, source=""))


def test_states_follow_the_calendar(words: Words) -> None:
    plan = words.a_running_plan(starts_on=date(2026, 10, 10))
    assert plan.ends_on == date(2026, 11, 8)
    days = {date(2026, 10, 9): PlanState.READY, date(2026, 11, 8): PlanState.RUNNING, date(2026, 11, 9): PlanState.DUE}
    assert {day: plan.state(day) for day in days} == days
    assert (plan.day(date(2026, 10, 10)), plan.date_of(30)) == (1, date(2026, 11, 8))
    assert words.plans.running() == (plan,)


def test_steps_lie_within_the_thirty_days(words: Words) -> None:
    plan = words.a_plan()
    outside = PlanTask(id="x", first_day=29, last_day=31, text="Too late")
    with pytest.raises(FieldProblem, match="between day 1 and day 30"):
        words.plans.save(plan, replace(plan, tasks=(outside,)))


def test_a_thrown_away_plan_comes_back_whole(words: Words) -> None:
    plan = words.a_running_plan()
    words.plans.check_in(plan, "Two promises due")
    before = plan_of(words, plan)
    words.plans.move_to_trash(before)
    assert words.plans.all() == ()
    words.plans.restore(words.plans.trash.all()[0])
    assert words.plans.all() == (before,)


def test_plans_are_found_with_one_mistake(words: Words) -> None:
    plan = words.a_plan("train-a-colleague")
    assert words.plans.find("coleague") == (plan,)
    assert words.plans.find("nothing like it") == ()

"""A fixed baseline through any course of acts, undo and redo among them: it stays, or the change is on view."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arcareer.domain.changes import Change
from arcareer.domain.plans import Direction, Plan, Reading
from arcareer.errors import UserError
from tests.support.builders import Library, a_library
from tests.support.words import Words

FIRST = 40
TODAY = date(2026, 10, 16)

Act = Callable[[Words, Plan, Decimal], Change]


def reading(value: Decimal) -> Reading:
    return Reading(value=value, on=TODAY, source="Aging")


def forged(plan: Plan) -> Plan:
    """Return the plan as if it had never begun."""
    return replace(plan, locked_at=None, starts_on=None, baseline_log=())


ACTS: dict[str, Act] = {
    "type another baseline": lambda w, p, v: w.plans.save(p, replace(p, baseline=reading(v))),
    "take it away": lambda w, p, v: w.plans.save(p, replace(p, baseline=None, target=v)),
    "turn the direction": lambda w, p, v: w.plans.save(p, replace(p, wanted=Direction.UP, target=v)),
    "save from a state that never was": lambda w, p, v: w.plans.save(
        forged(p), replace(forged(p), baseline=reading(v))
    ),
    "start again from a state that never was": lambda w, p, v: w.plans.start(
        replace(forged(p), baseline=reading(v)), TODAY
    ),
    "start again": lambda w, p, _: w.plans.start(p, TODAY),
    "correct it": lambda w, p, v: w.plans.correct_baseline(p, reading(v), "Typed wrong"),
    "measure": lambda w, p, v: w.plans.measure(p, reading(v)),
    "take the result back": lambda w, p, _: w.plans.take_result_back(p),
    "log as win": lambda w, p, _: w.plans.become_win(p),
    "note": lambda w, p, v: w.plans.save(p, replace(p, lesson=f"Lesson {v}", helped="Season")),
    "throw away": lambda w, p, _: w.plans.move_to_trash(p),
    "bring back": lambda w, p, _: w.plans.restore(p),
}
steps = st.sampled_from([*ACTS, "undo", "redo"])


def stored(words: Words, plan: Plan) -> Plan:
    found = words.plans.get(plan.id)
    assert found is not None
    return found


def assert_every_change_is_on_view(plan: Plan) -> None:
    assert plan.baseline is not None
    readings = [*(entry.before for entry in plan.baseline_log), plan.baseline]
    assert readings[0].value == FIRST
    for entry, later in zip(plan.baseline_log, readings[1:], strict=True):
        assert entry.after == later
        assert entry.reason
    assert all(before.at <= after.at for before, after in pairwise(plan.baseline_log))


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(steps, st.decimals(1, 99, places=0)), max_size=14))
def test_it_stays_or_the_change_is_on_view(course: list[tuple[str, Decimal]]) -> None:
    with TemporaryDirectory() as folder:
        words = Words(a_library(Path(folder)))
        plan = words.a_running_plan(FIRST)
        done: list[Change] = []
        undone: list[Change] = []
        for name, value in course:
            before = stored(words, plan)
            if name == "undo" and done:
                words.library.edits.apply(done[-1].inverse())
                undone.append(done.pop())
            elif name == "redo" and undone:
                words.library.edits.apply(undone[-1])
                done.append(undone.pop())
            elif name in ACTS:
                with suppress(UserError, ValueError):
                    done.append(ACTS[name](words, before, value))
                    undone.clear()
            now = stored(words, plan)
            assert_every_change_is_on_view(now)
            assert (now.wanted, now.target, now.starts_on) == (plan.wanted, plan.target, plan.starts_on)
            assert name != "log as win" or now.win is None or now.is_better or now == before
        words.library.close()


@pytest.mark.parametrize("name", ["save from a state that never was", "start again from a state that never was"])
def test_the_store_takes_no_change_from_a_state_it_does_not_hold(library: Library, name: str) -> None:
    words = Words(library)
    plan = words.a_running_plan(FIRST)
    with pytest.raises(UserError):
        ACTS[name](words, plan, Decimal(3))
    assert stored(words, plan) == plan


def test_taking_the_start_back_takes_everything_after_it_back_first(library: Library) -> None:
    words = Words(library)
    draft = words.a_plan()
    draft = replace(draft, baseline=reading(Decimal(FIRST)))
    words.plans.save(words.plans.get(draft.id) or draft, draft)
    started = words.plans.start(draft, TODAY)
    corrected = words.plans.correct_baseline(stored(words, draft), reading(Decimal(44)), "Typed wrong")
    with pytest.raises(UserError):
        library.edits.apply(started.inverse())
    library.edits.apply(corrected.inverse())
    library.edits.apply(started.inverse())
    assert stored(words, draft) == draft

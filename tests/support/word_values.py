"""Any message, run, plan and review, for properties that hold for all of them."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from arcareer.domain.agenda import Occasion, OccasionKind
from arcareer.domain.changes import EntityKind
from arcareer.domain.figures import Basis, FigureScope, Unit
from arcareer.domain.messages import ScriptStage, Tone
from arcareer.domain.own_scripts import REMEMBERED_ID, ContactNote, OwnScript, RememberedBlanks, ToneText
from arcareer.domain.plans import BaselineChange, CheckIn, Direction, Plan, PlanTask, Reading
from arcareer.domain.playbook_runs import PlaybookRun, StepTick
from arcareer.domain.reviews import Goal, GoalState, ReviewDetails, ReviewKind, Scale
from tests.support.values import days, ids, instants, keys, numbers, texts, tuples

readings = st.builds(Reading, value=numbers, on=days, source=texts, basis=st.sampled_from(Basis))
plan_days = st.integers(1, 30)

ANY: dict[EntityKind, st.SearchStrategy[Any]] = {
    EntityKind.OWN_SCRIPT: st.builds(
        OwnScript,
        id=ids,
        title=texts,
        stage=st.sampled_from(ScriptStage),
        messages=tuples(st.builds(ToneText, tone=st.sampled_from(Tone), subject=texts, text=texts)),
        created_at=instants,
        use_when=texts,
        replaces=st.just("") | keys,
    ),
    EntityKind.REMEMBERED_BLANKS: st.builds(
        RememberedBlanks, id=st.just(REMEMBERED_ID), values=tuples(st.tuples(keys, texts))
    ),
    EntityKind.CONTACT_NOTE: st.builds(
        ContactNote, id=ids, customer=ids, at=instants, subject=texts, script=keys, note=texts
    ),
    EntityKind.PLAYBOOK_RUN: st.builds(
        PlaybookRun,
        id=ids,
        playbook=keys,
        started_at=instants,
        customer=st.none() | ids,
        ticks=tuples(st.builds(StepTick, step=keys, at=instants)),
        notes=texts,
        outcome=texts,
        finished_at=st.none() | instants,
        answer=st.none() | ids,
        trashed_at=st.none() | instants,
    ),
    EntityKind.PLAN: st.builds(
        Plan,
        id=ids,
        title=texts,
        created_at=instants,
        starter=keys,
        problem=texts,
        measure=texts,
        how_to_measure=texts,
        unit=st.sampled_from(Unit),
        currency=st.sampled_from(["", "USD"]),
        wanted=st.sampled_from(Direction),
        scope=st.sampled_from(FigureScope),
        target=st.none() | numbers,
        baseline=st.none() | readings,
        locked_at=st.none() | instants,
        starts_on=st.none() | days,
        baseline_log=tuples(st.builds(BaselineChange, at=instants, before=readings, after=readings, reason=texts)),
        tasks=tuples(
            st.builds(
                PlanTask,
                id=keys,
                first_day=plan_days,
                last_day=plan_days,
                text=texts,
                done_on=st.none() | days,
                note=texts,
            )
        ),
        check_ins=tuples(st.builds(CheckIn, on=days, text=texts)),
        result=st.none() | readings,
        helped=texts,
        lesson=texts,
        checklist=tuples(keys),
        competencies=tuples(keys),
        trashed_at=st.none() | instants,
    ),
    EntityKind.REVIEW: st.builds(
        ReviewDetails,
        id=ids,
        kind=st.sampled_from(ReviewKind),
        starts_on=st.none() | days,
        ends_on=st.none() | days,
        scale=st.builds(Scale, worst=numbers, best=numbers),
        score=st.none() | numbers,
        rating=texts,
        comments=texts,
        aimed=st.none() | numbers,
        level=keys,
        next_level=keys,
        goals=tuples(
            st.builds(
                Goal,
                id=ids,
                text=texts,
                measure=texts,
                target=texts,
                due=st.none() | days,
                state=st.sampled_from(GoalState),
                note=texts,
                wins=tuples(ids),
            )
        ),
        trashed_at=st.none() | instants,
        occasion=st.none()
        | st.builds(Occasion, id=ids, kind=st.just(OccasionKind.REVIEW), title=texts, happens_on=days),
    ),
}
"""Any value of each kind that refers to nothing else."""

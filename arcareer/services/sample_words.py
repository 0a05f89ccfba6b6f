"""How the invented coordinator keeps reviews, plans and a playbook, seen from the present day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from uuid import UUID

from arcareer.content.library import ContentLibrary
from arcareer.content.sample_words_models import SampleGoal, SamplePlan, SampleReview, SampleRun
from arcareer.domain.agenda import Occasion, OccasionKind
from arcareer.domain.changes import Aggregate, EntityKind
from arcareer.domain.identity import named_id
from arcareer.domain.plans import CheckIn, Plan, PlanTask, Reading
from arcareer.domain.playbook_runs import PlaybookRun, StepTick
from arcareer.domain.reviews import Goal, ReviewDetails, ShownQuality


def kept_words(
    content: ContentLibrary, wins: Mapping[str, UUID], customers: Mapping[str, UUID], today: date, now: datetime
) -> Iterator[tuple[EntityKind, Aggregate]]:
    """Yield reviews with their days, plans and the run; `wins` and `customers` are those of the sample by id."""
    sample = content.sample_words
    for review in sample.reviews:
        day = today + timedelta(days=review.days)
        if review.title:
            occasion = Occasion(
                id=named_id("sample", review.id), kind=OccasionKind.REVIEW, title=review.title, happens_on=day
            )
            yield EntityKind.OCCASION, occasion
        yield EntityKind.REVIEW, _review(review, day, wins)
    for plan in sample.plans:
        yield EntityKind.PLAN, _plan(plan, content, wins, now)
    yield EntityKind.PLAYBOOK_RUN, _run(sample.run, customers, now)


def _review(review: SampleReview, day: date, wins: Mapping[str, UUID]) -> ReviewDetails:
    return ReviewDetails(
        id=named_id("sample", review.id),
        kind=review.kind,
        starts_on=day - timedelta(days=review.looks_back),
        ends_on=day,
        score=review.score,
        rating=review.rating,
        comments=review.comments,
        aimed=review.aimed,
        level=review.level,
        next_level=review.next_level,
        goals=tuple(_goal(goal, day, wins) for goal in review.goals),
        qualities=tuple(
            ShownQuality(shown.quality, tuple(wins[one] for one in shown.wins)) for shown in review.qualities
        ),
    )


def _goal(goal: SampleGoal, day: date, wins: Mapping[str, UUID]) -> Goal:
    return Goal(
        id=named_id("sample", "goal", goal.id),
        text=goal.text,
        measure=goal.measure,
        target=goal.target,
        due=day,
        state=goal.state,
        wins=tuple(wins[one] for one in goal.wins),
    )


def _plan(plan: SamplePlan, content: ContentLibrary, wins: Mapping[str, UUID], now: datetime) -> Plan:
    starter = next(one for one in content.plan_starters if one.id == plan.starter)
    begun = now - timedelta(days=plan.days_ago)
    first = begun.date()
    tasks = (
        PlanTask(
            id=step.id,
            first_day=step.first_day,
            last_day=step.last_day,
            text=step.do,
            done_on=first + timedelta(days=step.last_day - 1) if step.id in plan.done else None,
        )
        for step in starter.steps
    )
    last = first + timedelta(days=27)
    return Plan(
        id=named_id("sample", "plan", plan.starter),
        title=starter.title,
        created_at=begun - timedelta(days=2),
        starter=starter.id,
        problem=starter.problem,
        measure=plan.measure,
        how_to_measure=starter.how_to_measure,
        unit=starter.unit,
        wanted=starter.wanted,
        scope=plan.scope,
        target=plan.target,
        baseline=Reading(value=plan.baseline, on=first - timedelta(days=1), source=plan.source),
        locked_at=begun,
        starts_on=first,
        tasks=tuple(tasks),
        check_ins=(CheckIn(first + timedelta(days=9), plan.check_in),),
        result=None if plan.result is None else Reading(value=plan.result, on=last, source=plan.source),
        helped=plan.helped,
        checklist=starter.checklist,
        competencies=starter.competencies,
        win=wins[plan.win] if plan.win else None,
    )


def _run(run: SampleRun, customers: Mapping[str, UUID], now: datetime) -> PlaybookRun:
    started = now - timedelta(days=run.days_ago)
    return PlaybookRun(
        id=named_id("sample", "run", run.playbook),
        playbook=run.playbook,
        started_at=started,
        customer=customers[run.customer],
        ticks=tuple(StepTick(step, started + timedelta(minutes=10 * at)) for at, step in enumerate(run.done, 1)),
        notes=run.notes,
    )

"""Which amounts and typed texts a review is made of, so that readers outside see none of them exactly."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from arcareer.documents.compose import money_of, typed_in
from arcareer.documents.review.material import ReviewMaterial
from arcareer.domain.figures import Unit

_LARGE = Decimal(1_000)
"""Inputs of a metric above this are amounts and no numbers of days or things."""


def amounts_of(material: ReviewMaterial) -> Iterator[Decimal]:
    """Yield every amount of money that the review could print."""
    yield from money_of((*material.wins, *material.linked.values()))
    for decision in material.decisions:
        yield from (one for one in (decision.open_amount, decision.amount_secured) if one is not None)
    for plan in material.plans:
        if plan.unit is Unit.MONEY:
            yield from (one.value for one in (plan.baseline, plan.result) if one is not None)
            yield from () if plan.target is None else (plan.target,)
    for series in material.kpis:
        yield from (line.value for line in series.last.inputs if line.value is not None and line.value >= _LARGE)


def texts_of(material: ReviewMaterial) -> Iterator[str]:
    """Yield what was typed and could be printed."""
    yield from typed_in((*material.wins, *material.linked.values()), material.bullets)
    if material.case is not None:
        yield from (material.case.asked_for, material.case.gap, material.case.closing)
    for decision in material.decisions:
        yield from (decision.advice_reason, decision.decided, decision.reason, decision.outcome_text)
        yield from (fact.value for fact in decision.facts)
    for review in (material.review, material.following):
        for goal in review.details.goals if review is not None else ():
            yield from (goal.text, goal.measure, goal.target, goal.note)
    yield from (words for plan in material.plans for words in (plan.title, plan.measure))

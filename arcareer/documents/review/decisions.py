"""Decisions and thirty-day plans that turned out: what was advised, what was decided, what came of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from arcareer.documents.blocks import Block, Column, Look, Paragraph, Part, Row, Run, Runs, Story, Style
from arcareer.documents.claims import Claim, kept_claim, record_claim
from arcareer.documents.review.material import ReviewMaterial
from arcareer.documents.review.pen import Pen, paragraph, table, words_cell
from arcareer.documents.text import NOTHING, Text, joined, own
from arcareer.documents.wording import SEPARATOR, counted, day_of, listed
from arcareer.domain.decisions import CollectionDecision, Outcome
from arcareer.domain.escalation import Action
from arcareer.domain.figures import Unit
from arcareer.domain.plans import Plan, Reading
from arcareer.domain.priorities import Cell

_MOST = 5
_OPEN_AMOUNT = "Open amount"
_ADVICE = {
    Cell.HIGH_RISK_HIGH_VALUE.value: "High risk, high value",
    Cell.HIGH_RISK_LOW_VALUE.value: "High risk, low value",
    Cell.LOW_RISK_HIGH_VALUE.value: "Low risk, high value",
    Cell.LOW_RISK_LOW_VALUE.value: "Low risk, low value",
    Action.LEGAL_NOW.value: "Escalate to legal now",
    Action.CREDIT_MANAGER.value: "Escalate to the credit manager",
    Action.DISPUTE_ROUTE.value: "Clear the dispute, collect the rest",
    Action.PAYMENT_PLAN.value: "Offer a payment plan",
    Action.LEAD.value: "Escalate to the lead",
    Action.AGENCY_OR_LEGAL.value: "Agency or legal review",
    Action.WRITE_OFF.value: "Propose a write-off",
    Action.CADENCE.value: "Keep to the usual reminders",
}
_OUTCOMES = {
    Outcome.WORKED: "It worked",
    Outcome.PARTLY: "It worked in part",
    Outcome.DID_NOT: "It did not work",
}
_COUNTED = {Outcome.WORKED: "worked", Outcome.PARTLY: "worked in part", Outcome.DID_NOT: "did not work"}
_PLAN_COLUMNS = (
    Column("Plan", 34), Column("Measured", 24), Column("Baseline", 15, numeric=True),
    Column("Result", 15, numeric=True), Column("Target", 12, numeric=True),
)  # fmt: skip


def decision_blocks(material: ReviewMaterial, pen: Pen) -> Iterator[Block]:
    """Yield the decisions that worked, in full or in part, and how many did not; then the plans with a result."""
    if material.decisions:
        yield replace(paragraph(Style.TEXT, pen.count(_told(material.decisions))), keeps_next=True)
    good = [one for one in material.decisions if one.outcome in (Outcome.WORKED, Outcome.PARTLY)]
    ordered = sorted(good, key=lambda one: one.outcome is Outcome.PARTLY)
    if ordered:
        yield paragraph(Style.HEADING2, own("What worked"))
    for decision in ordered[:_MOST]:
        yield from _decision(decision, pen)
    if len(ordered) > _MOST:
        more = counted(len(ordered) - _MOST, "more decision", "more decisions")
        yield paragraph(Style.NOTE, pen.count(f"{more} of this period worked, in full or in part."))
    if material.plans:
        heading = "Thirty-day plans"
        yield paragraph(Style.HEADING2, own(heading, record_claim("length of a plan")))
        rows = [_plan_row(plan, pen) for plan in material.plans]
        yield table(_PLAN_COLUMNS, rows, heading, "Plans with the baseline fixed before they began, and their result.")


def _told(decisions: Sequence[CollectionDecision]) -> str:
    counts = Counter(one.outcome for one in decisions)
    parts = tuple(f"{counts[outcome]} {words}" for outcome, words in _COUNTED.items() if counts[outcome])
    return f"{counted(len(decisions), 'decision', 'decisions')} of this period with a known outcome: {listed(parts)}."


def _decision(decision: CollectionDecision, pen: Pen) -> Iterator[Block]:
    claim = _claim(decision, "amount secured")
    secured = pen.amount(decision.amount_secured, Unit.MONEY, decision.currency, claim)
    yield Paragraph(
        style=Style.HEADING3,
        runs=words_cell(pen.text(decision.account, _claim(decision, "account")) or own("An account")),
        at_margin=(Run(joined((secured, own(" secured"))), Look.AMOUNT),) if secured else (),
        win=decision.win,
    )
    parts = (
        ("Known", _facts(decision, pen)),
        ("Advised", _advised(decision, pen)),
        ("Decided", _typed(pen, decision, "decided", decision.decided, decision.reason)),
        ("Outcome", _outcome(decision, pen)),
    )
    footing = words_cell(own(day_of(decision.decided_on), record_claim("date of the decision")), Look.MUTED)
    told = tuple(Part((Run(own(label), Look.LABEL),), (Run(text),)) for label, text in parts if text)
    yield Story(parts=told, footing=footing, win=decision.win)


def _claim(decision: CollectionDecision, field: str) -> Claim:
    return kept_claim("decision", decision.id, field)


def _facts(decision: CollectionDecision, pen: Pen) -> Text:
    claim = _claim(decision, "facts")
    others = [one for one in decision.facts if one.name != _OPEN_AMOUNT]
    facts = [pen.text(f"{one.name}: {one.value}", claim) for one in others]
    if open_amount := pen.amount(decision.open_amount, Unit.MONEY, decision.currency, claim):
        facts.insert(0, joined((own(f"{_OPEN_AMOUNT}: "), open_amount)))
    return joined(facts, SEPARATOR)


def _advised(decision: CollectionDecision, pen: Pen) -> Text:
    words = own(_ADVICE[decision.advised]) if decision.advised in _ADVICE else pen.text(decision.advised)
    reason = pen.text(decision.advice_reason, _claim(decision, "advice"))
    return joined((part for part in (words, reason) if part), ". ")


def _typed(pen: Pen, decision: CollectionDecision, field: str, *typed: str) -> Text:
    texts = (pen.text(words, _claim(decision, field)) for words in typed)
    return joined((text for text in texts if text), " ")


def _outcome(decision: CollectionDecision, pen: Pen) -> Text:
    words = own(_OUTCOMES[decision.outcome])
    told = pen.text(decision.outcome_text, _claim(decision, "outcome"))
    return joined((part for part in (words, told) if part), ". ")


def _plan_row(plan: Plan, pen: Pen) -> Row:
    standing = "Target reached" if plan.reached_target and plan.target is not None else _standing(plan)
    title = (
        Run(pen.text(plan.title, kept_claim("plan", plan.id, "title"))),
        Run(own(f"\n{standing}"), Look.MUTED),
    )
    measure = pen.text(plan.measure, kept_claim("plan", plan.id, "measure"))
    source = pen.disclosure.source(plan.result.source if plan.result else "", kept_claim("plan", plan.id, "source"))
    measured: Runs = (Run(measure), *((Run(joined((own("\n"), source)), Look.MUTED),) if source else ()))
    wanted = words_cell(pen.amount(plan.target, plan.unit, plan.currency, kept_claim("plan", plan.id, "target")))
    return Row(
        plan.win, (title, measured, _reading(plan, plan.baseline, pen), _reading(plan, plan.result, pen), wanted)
    )


def _standing(plan: Plan) -> str:
    return "Better than the baseline" if plan.is_better else "Not better than the baseline"


def _reading(plan: Plan, reading: Reading | None, pen: Pen) -> Runs:
    if reading is None:
        return words_cell(NOTHING)
    claim = kept_claim("plan", plan.id, "readings")
    return (
        Run(pen.amount(reading.value, plan.unit, plan.currency, claim), Look.LIFTED),
        Run(own(f"\n{day_of(reading.on)}", record_claim("date of a reading")), Look.MUTED),
    )

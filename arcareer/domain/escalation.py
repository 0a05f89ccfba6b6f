"""Escalate or offer a plan: seven rules in order, the first that fits decides, and says why."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


class Action(StrEnum):
    """What to do with an overdue account."""

    LEGAL_NOW = "escalate_legal_now"
    CREDIT_MANAGER = "escalate_credit_manager"
    DISPUTE_ROUTE = "dispute_route_part_collect_rest"
    PAYMENT_PLAN = "offer_payment_plan"
    LEAD = "escalate_lead"
    AGENCY_OR_LEGAL = "agency_or_legal_review"
    WRITE_OFF = "write_off_proposal"
    CADENCE = "standard_cadence"


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """What is known of an overdue account; None is unknown. Amounts in one currency, days since the due date."""

    days_past_due: int
    open_amount: Decimal
    disputed_amount: Decimal = Decimal(0)
    responded: bool | None = None
    attempts: int = 0
    channels: int = 0
    insolvency_signal: bool = False
    insurer_deadline_days: int | None = None
    debt_admitted: bool = False
    reason_temporary: bool = False
    first_instalment_pct: Decimal | None = None
    plan_months: int | None = None
    broken_plans_12m: int = 0
    broken_promises_6m: int = 0
    pursuit_cost: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Limits:
    """The thresholds of the rules; judgement, so each may be changed."""

    insurer_days: int = 10
    first_instalment_pct: Decimal = Decimal(20)
    plan_months: int = 6
    broken_promises: int = 2
    attempts: int = 3
    channels: int = 2
    lead_after_days: int = 30
    credit_manager_after_days: int = 60
    agency_after_days: int = 90


@dataclass(frozen=True, slots=True)
class Advice:
    """The action, the rule that decided (R1 to R7), and its reason."""

    action: Action
    rule: str
    reason: str


PLAN_MUST_HAVE = (
    "the debt admitted in writing",
    "dates and amounts",
    "what happens when an instalment is missed",
    "any waiver of interest or fees by name",
    "approval by the right level",
    "the effect on the credit limit",
    "a date to review it",
)

_DEFAULT = Limits()


def advise(situation: Situation, limits: Limits = _DEFAULT) -> Advice:
    """Return the advice of the first rule that fits `situation`; the last rule always fits."""
    for rule in _RULES:
        advice = rule(situation, limits)
        if advice is not None:
            return advice
    return Advice(
        Action.CADENCE, "R7", "Nothing speaks against the usual reminders, from 7 days before the due date on."
    )


def _insolvency(situation: Situation, _: Limits) -> Advice | None:
    if not situation.insolvency_signal:
        return None
    return Advice(
        Action.LEGAL_NOW,
        "R1",
        "A sign of insolvency, liquidation or flight: legal at once, stop supply, no private deal.",
    )


def _insurer(situation: Situation, limits: Limits) -> Advice | None:
    days = situation.insurer_deadline_days
    if days is None or days > limits.insurer_days:
        return None
    return Advice(
        Action.CREDIT_MANAGER,
        "R2",
        f"The credit insurer's notice is due in {days} days; missing it can void the cover.",
    )


def _dispute(situation: Situation, _: Limits) -> Advice | None:
    if situation.disputed_amount <= 0:
        return None
    return Advice(
        Action.DISPUTE_ROUTE,
        "R3",
        "A part is disputed: clear that part, keep collecting the rest, pause reminders on it.",
    )


def _plan(situation: Situation, limits: Limits) -> Advice | None:
    first, months = situation.first_instalment_pct, situation.plan_months
    fits = (
        situation.days_past_due > 0
        and situation.debt_admitted
        and situation.reason_temporary
        and first is not None
        and first >= limits.first_instalment_pct
        and months is not None
        and months <= limits.plan_months
        and situation.broken_plans_12m == 0
        and situation.broken_promises_6m < limits.broken_promises
    )
    if not fits:
        return None
    return Advice(
        Action.PAYMENT_PLAN,
        "R4",
        "The debt is admitted, the cause is temporary and the offer holds: a plan in writing, new sales against cash "
        "until half is paid.",
    )


def _promises_or_silence(situation: Situation, limits: Limits) -> Advice | None:
    if situation.broken_promises_6m >= limits.broken_promises:
        return Advice(Action.LEAD, "R5", f"{situation.broken_promises_6m} broken promises in six months: to your lead.")
    is_silent = (
        situation.days_past_due > limits.lead_after_days
        and situation.responded is False
        and situation.attempts >= limits.attempts
        and situation.channels >= limits.channels
    )
    if not is_silent:
        return None
    return Advice(
        Action.LEAD, "R5", f"No answer to {situation.attempts} attempts on {situation.channels} channels: to your lead."
    )


def _age(situation: Situation, limits: Limits) -> Advice | None:
    days = situation.days_past_due
    if days > limits.agency_after_days:
        if situation.pursuit_cost is not None and situation.open_amount < situation.pursuit_cost:
            return Advice(
                Action.WRITE_OFF, "R6", f"{days} days late and worth less than pursuing it: propose a write-off."
            )
        return Advice(Action.AGENCY_OR_LEGAL, "R6", f"{days} days late: an agency or a legal review.")
    if days > limits.credit_manager_after_days:
        return Advice(Action.CREDIT_MANAGER, "R6", f"{days} days late: to the credit manager.")
    if days > limits.lead_after_days and situation.responded is False:
        return Advice(Action.LEAD, "R6", f"{days} days late without an answer: to your lead.")
    return None


_RULES: tuple[Callable[[Situation, Limits], Advice | None], ...] = (
    _insolvency,
    _insurer,
    _dispute,
    _plan,
    _promises_or_silence,
    _age,
)

"""The reminder ladder: which step on which day around the due date, weekends and own holidays moved on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date

_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Rung:
    """A step of the ladder: days from the due date, its name, the channel, the tone, what it says."""

    offset_days: int
    step: str
    channel: str
    tone: str
    content: str


@dataclass(frozen=True, slots=True)
class PlannedStep:
    """A rung with its day."""

    rung: Rung
    day: date


DEFAULT_LADDER: tuple[Rung, ...] = (
    Rung(-7, "courtesy note", "e-mail", "friendly", "Large or portal invoices only: received, approved, pay date?"),
    Rung(1, "first reminder", "e-mail", "friendly", "Invoice copy, amount, due date, ways to pay; ask for a pay date."),
    Rung(
        7, "second reminder", "e-mail and portal check", "neutral", "Ask what blocks payment; open a dispute at once."
    ),
    Rung(14, "call", "phone, confirmed by e-mail", "neutral", "Right person; a promise with date and amount, logged."),
    Rung(
        21, "third reminder", "e-mail with statement", "firm", "Copy the account owner; consequences under the terms."
    ),
    Rung(30, "escalation 1", "your lead and the account owner", "firm", "Review hold and limit; a plan if admitted."),
    Rung(
        45, "escalation 2", "credit manager to their finance lead", "firm", "A written plan or a date; interest notice."
    ),
    Rung(60, "final notice", "tracked letter", "formal", "A deadline of ten days, with the next step named."),
    Rung(75, "decision", "credit manager", "formal", "Agency, lawyer, insurer claim or a write-off proposal."),
    Rung(
        90, "placement or legal", "external", "formal", "Hand over contract, invoice, proof of delivery, contact log."
    ),
)
STOP_RULES = ("payment posted", "dispute opened", "plan agreed", "promise pending", "legal stop")


def plan_steps(
    due_date: date, ladder: Sequence[Rung] = DEFAULT_LADDER, holidays: Collection[date] = ()
) -> tuple[PlannedStep, ...]:
    """Return the steps for an invoice with their days; Saturday, Sunday and `holidays` move to the next working day."""
    return tuple(
        PlannedStep(rung, working_day(due_date + timedelta(days=rung.offset_days), holidays)) for rung in ladder
    )


def working_day(day: date, holidays: Collection[date] = ()) -> date:
    """Return `day`, or the next day that is neither a weekend day nor one of `holidays`."""
    while day.weekday() >= _SATURDAY or day in holidays:
        day += timedelta(days=1)
    return day

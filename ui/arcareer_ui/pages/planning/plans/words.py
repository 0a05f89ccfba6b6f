"""What the plans say in words: states, days, values."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from arcareer.domain.figures import Basis, FigureScope, Unit, plain_number, value_text
from arcareer.domain.plans import PLAN_DAYS, Direction, Plan, PlanState, PlanTask, Reading
from arcareer_ui.dates import day_and_month, short_date, weekday_and_day
from arcareer_ui.widgets.chip import ChipText

_TRANSLATE = QCoreApplication.translate


def state_chip(plan: Plan, today: date) -> ChipText:
    """Return where a plan stands, as a tag."""
    state = plan.state(today)
    if state is PlanState.READY and plan.starts_on is not None:
        words = _TRANSLATE("PlanWords", "Starts {day}").format(day=weekday_and_day(plan.starts_on))
        return ChipText(words, "info", "calendar")
    if state is PlanState.RUNNING:
        words = _TRANSLATE("PlanWords", "Day {day} of {days}").format(day=plan.day(today), days=PLAN_DAYS)
        return ChipText(words, "accent", "play")
    chips = {
        PlanState.DRAFT: ChipText(_TRANSLATE("PlanWords", "Not started"), "plain", "circle-dashed"),
        PlanState.DUE: ChipText(_TRANSLATE("PlanWords", "Result to measure"), "warn", "hourglass"),
        PlanState.REACHED: ChipText(_TRANSLATE("PlanWords", "Target reached"), "accent", "circle-check"),
        PlanState.IMPROVED: ChipText(_TRANSLATE("PlanWords", "Better, short of target"), "info", "circle-dot"),
        PlanState.MISSED: ChipText(_TRANSLATE("PlanWords", "Missed"), "plain", "x"),
    }
    if state is PlanState.REACHED and plan.target is None:
        return ChipText(_TRANSLATE("PlanWords", "Better than before"), "accent", "circle-check")
    return chips[state]


def title_of(plan: Plan) -> str:
    """Return what the plan is called."""
    return plan.title.strip() or _TRANSLATE("PlanWords", "Plan without a name")


def shown(plan: Plan, value: Decimal) -> str:
    """Return a value in the plan's unit."""
    return value_text(value, plan.unit, plan.currency)


def reading_words(reading: Reading) -> str:
    """Return when a value was measured and where it comes from."""
    known = _TRANSLATE("PlanWords", "estimated") if reading.basis is Basis.ESTIMATED else ""
    return " · ".join(part for part in (short_date(reading.on), reading.source.strip(), known) if part)


def task_days(plan: Plan, task: PlanTask) -> str:
    """Return when a step is to be done: as dates once the plan has a day one."""
    first, last = plan.date_of(task.first_day), plan.date_of(task.last_day)
    if first is None or last is None:
        if task.first_day == task.last_day:
            return _TRANSLATE("PlanWords", "Day {day}").format(day=task.first_day)
        return _TRANSLATE("PlanWords", "Days {first} to {last}").format(first=task.first_day, last=task.last_day)
    if first == last:
        return weekday_and_day(first)
    return _TRANSLATE("PlanWords", "{first} to {last}").format(first=weekday_and_day(first), last=weekday_and_day(last))


def week_days(plan: Plan, first_day: int, last_day: int) -> str:
    """Return the days of a week of the plan."""
    first, last = plan.date_of(first_day), plan.date_of(last_day)
    if first is None or last is None:
        return _TRANSLATE("PlanWords", "Days {first} to {last}").format(first=first_day, last=last_day)
    return _TRANSLATE("PlanWords", "{first} to {last}").format(first=day_and_month(first), last=day_and_month(last))


def outcome_words(plan: Plan) -> str:
    """Return how the result compares with the baseline, in one or two plain sentences."""
    if plan.baseline is None or plan.result is None:
        return ""
    change = plan.result.value - plan.baseline.value
    if not change:
        words = _TRANSLATE("PlanWords", "The same as before.")
    else:
        kind = (
            _TRANSLATE("PlanWords", "{amount} lower than before{share}.")
            if change < 0
            else _TRANSLATE("PlanWords", "{amount} higher than before{share}.")
        )
        words = kind.format(amount=shown(plan, abs(change)), share=_share(change, plan.baseline.value, plan.unit))
    return f"{words} {_verdict(plan)}"


def directions() -> dict[Direction, str]:
    """Return which way is better, in words."""
    return {
        Direction.DOWN: _TRANSLATE("PlanWords", "Lower is better"),
        Direction.UP: _TRANSLATE("PlanWords", "Higher is better"),
    }


def scopes() -> dict[FigureScope, str]:
    """Return whose result it is, in words."""
    return {
        FigureScope.MINE: _TRANSLATE("PlanWords", "Mine"),
        FigureScope.PORTFOLIO: _TRANSLATE("PlanWords", "My portfolio"),
        FigureScope.TEAM: _TRANSLATE("PlanWords", "The team"),
        FigureScope.COMPANY: _TRANSLATE("PlanWords", "The company"),
    }


def bases() -> dict[Basis, str]:
    """Return how a value is known, in words."""
    return {
        Basis.MEASURED: _TRANSLATE("PlanWords", "Measured"),
        Basis.ESTIMATED: _TRANSLATE("PlanWords", "Estimated"),
    }


def units() -> dict[Unit, str]:
    """Return the units, in words."""
    return {
        Unit.COUNT: _TRANSLATE("PlanWords", "A count"),
        Unit.MONEY: _TRANSLATE("PlanWords", "Money"),
        Unit.PERCENT: _TRANSLATE("PlanWords", "Per cent"),
        Unit.POINTS: _TRANSLATE("PlanWords", "Points"),
        Unit.DAYS: _TRANSLATE("PlanWords", "Days"),
        Unit.WEEKS: _TRANSLATE("PlanWords", "Weeks"),
        Unit.HOURS: _TRANSLATE("PlanWords", "Hours"),
        Unit.MINUTES: _TRANSLATE("PlanWords", "Minutes"),
        Unit.MONTHS: _TRANSLATE("PlanWords", "Months"),
        Unit.TIMES: _TRANSLATE("PlanWords", "Times"),
    }


def _share(change: Decimal, base: Decimal, unit: Unit) -> str:
    if not base or unit in {Unit.PERCENT, Unit.POINTS}:
        return ""
    percent = (abs(change / base) * 100).quantize(Decimal("0.1"))
    return _TRANSLATE("PlanWords", ", {percent}%").format(percent=plain_number(percent))


def _verdict(plan: Plan) -> str:
    if plan.reached_target:
        if plan.target is None:
            return _TRANSLATE("PlanWords", "Better, as planned.")
        return _TRANSLATE("PlanWords", "The target is reached.")
    if plan.is_better:
        return _TRANSLATE("PlanWords", "Better, and short of the target.")
    return _TRANSLATE("PlanWords", "Not better, so this is a lesson and no win.")

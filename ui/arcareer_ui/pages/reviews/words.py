"""What the reviews say in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from arcareer.domain.figures import plain_number
from arcareer.domain.reviews import AIM_PERCENT, Goal, GoalState, Review, ReviewDetails, ReviewKind
from arcareer_ui.dates import month_name, short_date
from arcareer_ui.widgets.chip import ChipText

if TYPE_CHECKING:
    from arcareer.services.reviews import MonthOfWins

_TRANSLATE = QCoreApplication.translate


def kinds() -> dict[ReviewKind, str]:
    """Return the kinds of reviews, in words."""
    return {
        ReviewKind.ANNUAL: _TRANSLATE("ReviewWords", "Yearly"),
        ReviewKind.MID_YEAR: _TRANSLATE("ReviewWords", "Half-year"),
        ReviewKind.QUARTERLY: _TRANSLATE("ReviewWords", "Quarterly"),
        ReviewKind.PROBATION: _TRANSLATE("ReviewWords", "End of probation"),
        ReviewKind.OTHER: _TRANSLATE("ReviewWords", "Other"),
    }


def goal_states() -> dict[GoalState, str]:
    """Return how far a goal can be, in words."""
    return {
        GoalState.OPEN: _TRANSLATE("ReviewWords", "Open"),
        GoalState.REACHED: _TRANSLATE("ReviewWords", "Reached"),
        GoalState.PARTLY: _TRANSLATE("ReviewWords", "Partly reached"),
        GoalState.MISSED: _TRANSLATE("ReviewWords", "Missed"),
        GoalState.DROPPED: _TRANSLATE("ReviewWords", "Dropped"),
    }


def title_of(review: Review) -> str:
    """Return what the review is called."""
    return review.occasion.title.strip() or _TRANSLATE("ReviewWords", "Review")


def score_words(details: ReviewDetails) -> str:
    """Return the score on the employer's own scale: 3.5 of 5."""
    if details.score is None:
        return ""
    return _TRANSLATE("ReviewWords", "{score} on a scale to {best}").format(
        score=plain_number(details.score), best=plain_number(details.scale.best)
    )


def common_words(common: Decimal) -> str:
    """Return a score on the common scale."""
    return plain_number(common.quantize(Decimal("0.1"), ROUND_HALF_UP))


def change_words(change: Decimal | None) -> str:
    """Return the change against about six months before."""
    if change is None:
        return _TRANSLATE("ReviewWords", "No score six months before")
    percent = plain_number(abs(change).quantize(Decimal("0.1"), ROUND_HALF_UP))
    if not change:
        return _TRANSLATE("ReviewWords", "As six months before")
    if change > 0:
        return _TRANSLATE("ReviewWords", "{percent}% better than six months before").format(percent=percent)
    return _TRANSLATE("ReviewWords", "{percent}% below six months before").format(percent=percent)


def aim_chip(change: Decimal) -> ChipText:
    """Return how a change stands against the aim of 10 to 15 percent in six months."""
    if change >= AIM_PERCENT[0]:
        return ChipText(_TRANSLATE("ReviewWords", "Aim reached"), "accent", "circle-check")
    return ChipText(_TRANSLATE("ReviewWords", "Aim: 10 to 15% better"), "line", "target")


def days_words(review: Review, today: date) -> str:
    """Return the day of a review and how far off it is."""
    days = (review.on - today).days
    day = short_date(review.on)
    if days < 0:
        return day
    if days == 0:
        return _TRANSLATE("ReviewWords", "{day}, today").format(day=day)
    left = _TRANSLATE("ReviewWords", "%n day(s) to go", "", days)
    return f"{day}, {left}"


def goal_meta(goal: Goal) -> str:
    """Return target and day of a goal."""
    due = _TRANSLATE("ReviewWords", "by {day}").format(day=short_date(goal.due)) if goal.due is not None else ""
    return ", ".join(part for part in (goal.target.strip(), due) if part)


def stretch_words(stretch: tuple[date, date]) -> str:
    """Return a run of months without a win: "Nothing from February to April"."""
    first, last = stretch
    if first == last:
        return _TRANSLATE("ReviewWords", "Nothing in {month}").format(month=month_name(first))
    return _TRANSLATE("ReviewWords", "Nothing from {first} to {last}").format(
        first=month_name(first), last=month_name(last)
    )


def around_words(stretch: tuple[date, date], months: Sequence[MonthOfWins]) -> str:
    """Return what is there before and after a run of months without a win."""
    days = [month.first_day for month in months]
    before, after = days.index(stretch[0]) - 1, days.index(stretch[1]) + 1
    parts = [_month_words(months[at]) for at in (before, after) if 0 <= at < len(months)]
    if not parts:
        return _TRANSLATE("ReviewWords", "No month of this period has a win yet.")
    if len(parts) == 1:
        return _TRANSLATE("ReviewWords", "Beside it: {one}.").format(one=parts[0])
    return _TRANSLATE("ReviewWords", "Around it: {one}, {other}.").format(one=parts[0], other=parts[1])


def months_sentence(months: Sequence[MonthOfWins]) -> str:
    """Return the wins of each month as a sentence, for those who listen."""
    told = ", ".join(_month_words(month) for month in months)
    return _TRANSLATE("ReviewWords", "Wins a month: {told}").format(told=told)


def month_and_year(day: date) -> str:
    """Return a month with its year: October 2026."""
    return _TRANSLATE("ReviewWords", "{month} {year}").format(month=month_name(day), year=day.year)


def _month_words(month: MonthOfWins) -> str:
    wins = _TRANSLATE("ReviewWords", "%n win(s)", "", month.wins)
    return _TRANSLATE("ReviewWords", "{wins} in {month}").format(wins=wins, month=month_name(month.first_day))

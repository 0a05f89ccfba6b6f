"""The documents' own words: dates, periods and counts in English."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from arcareer.domain.figures import Basis, Figure, FigureScope, Unit, value_text
from arcareer.domain.periods import ALL_TIME, Period

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December")  # fmt: skip
_SCOPES = {
    FigureScope.MINE: "",
    FigureScope.PORTFOLIO: "my portfolio",
    FigureScope.TEAM: "team result",
    FigureScope.COMPANY: "company result",
}
_BOUND = re.compile(r"(or (?:more|less))(?:\s+|$)")
_ESTIMATED = "estimated"
CAUTIONS = (*filter(None, _SCOPES.values()), _ESTIMATED)
WEAKENING = (_SCOPES[FigureScope.TEAM], _SCOPES[FigureScope.COMPANY], _ESTIMATED)
_SHORT_UNITS = (Unit.MONEY, Unit.PERCENT, Unit.COUNT)
SEPARATOR = "  ·  "


def month_of(day: date) -> str:
    """Return March 2026."""
    return f"{_MONTHS[day.month - 1]} {day.year}"


def month_name(day: date) -> str:
    """Return Mar."""
    return _MONTHS[day.month - 1][:3]


def short_month_of(day: date) -> str:
    """Return Mar 2026."""
    return f"{month_name(day)} {day.year}"


def months_of(first: date, last: date) -> str:
    """Return February to June 2026, or the one month both lie in."""
    if (first.year, first.month) == (last.year, last.month):
        return month_of(last)
    start = month_of(first) if first.year != last.year else _MONTHS[first.month - 1]
    return f"{start} to {month_of(last)}"


def day_of(day: date) -> str:
    """Return 12 Mar 2026."""
    return f"{day.day} {short_month_of(day)}"


def span_of(period: Period) -> str:
    """Return the period in words: 2026, January to June 2026, March 2026, 5 Mar to 12 Apr 2026."""
    if period == ALL_TIME:
        return "All wins"
    first, last = period.start, period.end
    if len(period.key) == 4:
        return period.key
    if ".." not in period.key:
        return months_of(first, last)
    if first == last:
        return day_of(first)
    start = day_of(first) if first.year != last.year else day_of(first).rsplit(" ", 1)[0]
    return f"{start} to {day_of(last)}"


def short_span_of(period: Period) -> str:
    """Return the period as it stands in titles and file names: 2026 H1, 2026 Q3, 2026-03, all wins."""
    if period == ALL_TIME:
        return "all wins"
    key = period.key
    return key.replace("-", " ") if "H" in key or "Q" in key else key.replace("..", " to ")


def counted(number: int, one: str, many: str) -> str:
    """Return 1 win, 2 wins, 1,204 wins."""
    return f"{number:,} {one if number == 1 else many}"


def listed(parts: tuple[str, ...]) -> str:
    """Return a, b and c."""
    return " and ".join(part for part in (", ".join(parts[:-1]), parts[-1]) if part) if parts else ""


def split_bound(figure: Figure) -> tuple[str, str]:
    """Return what a figure measures, and the bound the measure begins with: "or more", "or less" or none."""
    measure = figure.measure.strip()
    found = _BOUND.match(measure)
    return (measure[found.end() :], found[1]) if found else (measure, "")


def named_value(figure: Figure) -> tuple[str, str]:
    """Return what a figure measures, with a capital, and its value; a bound goes with the value: "$50,000 or more"."""
    measure, limit = split_bound(figure)
    value = value_text(figure.after, figure.unit, figure.currency)
    value = f"{value} {limit}" if limit else value
    return measure[:1].upper() + measure[1:], value


def change_of(figure: Figure) -> str:
    """Return the change in words: "11.1 days lower", "4.1 points higher", "unchanged"; empty for a lone value."""
    if figure.change is None:
        return ""
    if figure.change == 0:
        return "unchanged"
    return f"{_difference(figure, abs(figure.change))} {'lower' if figure.change < 0 else 'higher'}"


def course_of(figure: Figure) -> str:
    """Return how a changed figure came to where it is: "down 11.1 days from 47.9"; empty for a lone value."""
    if figure.before is None or figure.change is None:
        return ""
    before = value_text(figure.before, figure.unit, figure.currency)
    if figure.change == 0:
        return f"unchanged at {before}"
    number = before if figure.unit in _SHORT_UNITS else before.rsplit(" ", 1)[0]
    return f"{'down' if figure.change < 0 else 'up'} {_difference(figure, abs(figure.change))} from {number}"


def caution_of(figure: Figure) -> str:
    """Return what must stand beside a figure that is not the user's own measured result: "team result, estimated"."""
    estimated = _ESTIMATED if figure.basis is Basis.ESTIMATED else ""
    return ", ".join(part for part in (_SCOPES[figure.scope], estimated) if part)


def _difference(figure: Figure, size: Decimal) -> str:
    unit = Unit.POINTS if figure.unit is Unit.PERCENT else figure.unit
    return value_text(size, unit, figure.currency)

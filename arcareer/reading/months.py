"""Months as people write them: 2026-09, Sep 2026, September-26, 09/2026, or the first or last day of a month."""

from __future__ import annotations

import re

from arcareer.domain.history import Month
from arcareer.reading.dates import DateParts, month_number, split_date

_ISO = re.compile(r"^(\d{4})[-/. ]?(0[1-9]|1[0-2]|[1-9])$")
_NUMERIC = re.compile(r"^(0?[1-9]|1[0-2])[-/.](\d{4})$")
_NAME_FIRST = re.compile(r"^([^\W\d_]{3,10})\.?[-/, ']*(\d{4}|\d{2})$")
_YEAR_FIRST = re.compile(r"^(\d{4})[-/ ]+([^\W\d_]{3,10})\.?$")
_CENTURY = 2000


def month_named(text: str) -> Month | None:
    """Return the month `text` names, or None; a numeric day counts where it can only be the first or last of one."""
    text = text.strip()
    if found := _ISO.match(text):
        return Month(int(found[1]), int(found[2]))
    if found := _NUMERIC.match(text):
        return Month(int(found[2]), int(found[1]))
    if found := _NAME_FIRST.match(text):
        return _month(found[1], found[2])
    if found := _YEAR_FIRST.match(text):
        return _month(found[2], found[1])
    parts = split_date(text)
    return None if parts is None else _month_of_day(parts)


def _month(name: str, year: str) -> Month | None:
    number = month_number(name)
    if number is None:
        return None
    return Month(int(year) + (_CENTURY if len(year) < 4 else 0), number)


def _month_of_day(parts: DateParts) -> Month | None:
    """Return the month whose first or last day this is; with day and month in either order, only where one fits."""
    pairs = [(parts.first, parts.second)]
    if not parts.ordered:
        pairs.append((parts.second, parts.first))
    found = {
        Month(parts.year, number) for number, day in pairs if 1 <= number <= 12 and _is_edge(parts.year, number, day)
    }
    return found.pop() if len(found) == 1 else None


def _is_edge(year: int, number: int, day: int) -> bool:
    return day in (1, Month(year, number).days)

"""Civil periods: weeks, quarters, halves, years and free ranges, both ends included."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

_NAMED = r"(\d{4})(?:-(?:H([12])|Q([1-4])|(\d{2})))?"
_RANGE = r"(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})"


@dataclass(frozen=True, slots=True)
class Period:
    """The days from `start` to `end`, both included."""

    start: date
    end: date

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError("a period ends on or after the day it starts")

    def __contains__(self, day: date) -> bool:
        return self.start <= day <= self.end

    @property
    def days(self) -> int:
        """Return the number of days."""
        return (self.end - self.start).days + 1

    @property
    def key(self) -> str:
        """Return the shortest name `parse_period` reads back: 2026, 2026-H1, 2026-Q3, 2026-07 or FROM..TO."""
        first, last = self.start, self.end
        if first.day == 1 and last.day == _last_day(last.year, last.month) and first.year == last.year:
            span = (first.month, last.month)
            if span == (1, 12):
                return f"{first.year}"
            if span in ((1, 6), (7, 12)):
                return f"{first.year}-H{1 if span[0] == 1 else 2}"
            if span[0] % 3 == 1 and span[1] == span[0] + 2:
                return f"{first.year}-Q{(span[0] + 2) // 3}"
            if span[0] == span[1]:
                return f"{first.year}-{first.month:02d}"
        return f"{first.isoformat()}..{last.isoformat()}"


ALL_TIME = Period(date.min, date.max)


def months(year: int, first: int, last: int) -> Period:
    """Return the period from the first day of month `first` to the last day of month `last` of one year."""
    return Period(date(year, first, 1), date(year, last, _last_day(year, last)))


def year_of(day: date) -> Period:
    """Return the calendar year that holds `day`."""
    return months(day.year, 1, 12)


def half_of(day: date) -> Period:
    """Return the half year that holds `day`."""
    return months(day.year, 1, 6) if day.month <= 6 else months(day.year, 7, 12)


def quarter_of(day: date) -> Period:
    """Return the quarter that holds `day`."""
    first = (day.month - 1) // 3 * 3 + 1
    return months(day.year, first, first + 2)


def month_of(day: date) -> Period:
    """Return the month that holds `day`."""
    return months(day.year, day.month, day.month)


def week_of(day: date) -> Period:
    """Return the ISO week, Monday to Sunday, that holds `day`."""
    monday = day - timedelta(days=day.weekday())
    return Period(monday, monday + timedelta(days=6))


def parse_period(text: str) -> Period:
    """Read `all`, `2026`, `2026-H1`, `2026-Q3`, `2026-07` or `FROM..TO`; raise ValueError with a usable message."""
    name = text.strip().upper()
    try:
        if period := _read(name):
            return period
    except ValueError:
        pass
    raise ValueError(f"“{text}” is not a period. Use all, 2026, 2026-H1, 2026-Q3, 2026-07 or 2026-01-01..2026-03-31.")


def _read(name: str) -> Period | None:
    if name == "ALL":
        return ALL_TIME
    if found := re.fullmatch(_RANGE, name):
        return Period(date.fromisoformat(found[1]), date.fromisoformat(found[2]))
    found = re.fullmatch(_NAMED, name)
    if not found:
        return None
    year, half, quarter = (int(part) if part else 0 for part in found.groups()[:3])
    if half:
        return months(year, 6 * half - 5, 6 * half)
    if quarter:
        return months(year, 3 * quarter - 2, 3 * quarter)
    first, last = (int(found[4]),) * 2 if found[4] else (1, 12)
    return months(year, first, last)


def _last_day(year: int, month: int) -> int:
    return 31 if month == 12 else (date(year, month + 1, 1) - timedelta(days=1)).day

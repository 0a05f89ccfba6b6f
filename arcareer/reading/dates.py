"""Dates as people and programs write them. The order of day and month comes from the column, never from a guess."""

from __future__ import annotations

import re
from calendar import monthrange
from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class DateOrder(StrEnum):
    """Which part of a numeric date comes first."""

    DMY = "DMY"
    MDY = "MDY"


class DateStyle(StrEnum):
    """How a date is written."""

    ISO = "ISO"
    SLASHES = "slashes"
    DOTS = "dots"
    DASHES = "dashes"
    NAMED = "named month"
    COMPACT = "compact"
    SERIAL = "Excel serial"


@dataclass(frozen=True, slots=True)
class DateParts:
    """A date taken apart: year, the two other numbers in the file's order (or month and day once known), style."""

    year: int
    first: int
    second: int
    style: DateStyle
    ordered: bool
    short_year: bool = False

    @property
    def is_ambiguous(self) -> bool:
        """Whether day and month could change places and give another date."""
        return not self.ordered and self.first <= 12 and self.second <= 12 and self.first != self.second


_MONTH_NAMES = {
    1: "jan january januar januari janvier janv enero ene gennaio",
    2: "feb february februar februari fevrier février fév fev febrero febbraio",
    3: "mar march märz marz mrz maart mrt mars marzo",
    4: "apr april avril avr abril abr aprile",
    5: "may mai mei mayo maggio",
    6: "jun june juni juin junio giugno",
    7: "jul july juli juillet juil julio luglio",
    8: "aug august augustus août aout agosto ago",
    9: "sep sept september septembre septiembre settembre",
    10: "oct october okt oktober octobre octubre ottobre",
    11: "nov november novembre noviembre",
    12: "dec december dez dezember décembre déc diciembre dic",
}
_MONTHS = {name: month for month, names in _MONTH_NAMES.items() for name in names.split()}
_ISO = re.compile(r"^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$")
_NUMERIC = re.compile(r"^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?:[ ,T].*)?$")
_COMPACT = re.compile(r"^((?:19|20)\d{2})(\d{2})(\d{2})(?:\.0)?$")
_SERIAL = re.compile(r"^[1-6]\d{4}(?:\.0+)?$")
_DAY_FIRST = re.compile(r"^(\d{1,2})(?:st|nd|rd|th)?\.?[-/ ]*([^\W\d_]{3,10})\.?[-/, ]*'?(\d{4}|\d{2})(?:[ ,T].*)?$")
_MONTH_FIRST = re.compile(r"^([^\W\d_]{3,10})\.?[-/ ]*(\d{1,2})(?:st|nd|rd|th)?,?[-/ ]+(\d{4}|\d{2})(?:[ ,T].*)?$")
_WEEKDAY = re.compile(r"^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+", re.IGNORECASE)
_EMPTY = re.compile(
    r"^(?:0{1,2}[-/.]0{1,2}[-/.]0{2,4}|0{4}-00-00|0{8}|[-\u2013\u2014]+|n/?a|null|none)$", re.IGNORECASE
)
_SEPARATOR_STYLES = {"/": DateStyle.SLASHES, ".": DateStyle.DOTS, "-": DateStyle.DASHES}
_PIVOT = 70
_CLEAR_MAJORITY = 0.9
_SERIAL_START = date(1899, 12, 30)


def month_number(name: str) -> int | None:
    """Return the number of the month `name` stands for in any of the languages known here, or None."""
    return _MONTHS.get(name.lower())


def is_empty_date(text: str) -> bool:
    """Whether `text` is one of the ways programs print “no date” (blank, 00.00.0000, a dash)."""
    return not text.strip() or bool(_EMPTY.match(text.strip()))


@lru_cache(maxsize=65536)
def split_date(text: str, *, serials: bool = False) -> DateParts | None:
    """Take a written date apart, or return None when `text` is no date; `serials` allows Excel day numbers."""
    text = _WEEKDAY.sub("", text.strip().replace("\u00a0", " "))
    if found := _ISO.match(text):
        return DateParts(int(found[1]), int(found[2]), int(found[3]), DateStyle.ISO, ordered=True)
    if found := _NUMERIC.match(text):
        style = _SEPARATOR_STYLES[found[2]]
        year, short = _year(found[4])
        return DateParts(year, int(found[1]), int(found[3]), style, ordered=False, short_year=short)
    if found := _COMPACT.match(text):
        return DateParts(int(found[1]), int(found[2]), int(found[3]), DateStyle.COMPACT, ordered=True)
    if serials and _SERIAL.match(text):
        day = _SERIAL_START + timedelta(days=int(text.split(".", maxsplit=1)[0]))
        return DateParts(day.year, day.month, day.day, DateStyle.SERIAL, ordered=True)
    return _named(text)


def _named(text: str) -> DateParts | None:
    if found := _DAY_FIRST.match(text):
        day, name, written = found[1], found[2], found[3]
    elif found := _MONTH_FIRST.match(text):
        name, day, written = found[1], found[2], found[3]
    else:
        return None
    month = _MONTHS.get(name.lower())
    if month is None:
        return None
    year, short = _year(written)
    return DateParts(year, month, int(day), DateStyle.NAMED, ordered=True, short_year=short)


def _year(written: str) -> tuple[int, bool]:
    if len(written) == 4:
        return int(written), False
    return int(written) + (1900 if int(written) >= _PIVOT else 2000), True


def settle_order(parts: Iterable[DateParts]) -> DateOrder | None:
    """Decide the order of day and month for a whole column: a number above 12 decides, dots mean day first.

    A rare contradiction is a slip of its own row. Returns None when nothing decides, or the column is of two minds.
    """
    evidence: Counter[DateOrder] = Counter()
    dots = 0
    for part in parts:
        if part.ordered:
            continue
        dots += part.style is DateStyle.DOTS
        if part.first > 12 >= part.second:
            evidence[DateOrder.DMY] += 1
        elif part.second > 12 >= part.first:
            evidence[DateOrder.MDY] += 1
    if not evidence:
        return DateOrder.DMY if dots else None
    order, votes = evidence.most_common(1)[0]
    return order if votes >= evidence.total() * _CLEAR_MAJORITY else None


def build_date(parts: DateParts, order: DateOrder | None) -> date | None:
    """Return the date, or None when it is ambiguous without `order`.

    Raises `ValueError` for an impossible date, and for one that contradicts `order`.
    """
    if parts.ordered:
        return date(parts.year, parts.first, parts.second)
    if parts.style is DateStyle.DOTS:
        order = DateOrder.DMY
    if order is None and parts.is_ambiguous:
        return None
    if order is None:
        order = DateOrder.DMY if parts.first > 12 or parts.first == parts.second else DateOrder.MDY
    day, month = (parts.first, parts.second) if order is DateOrder.DMY else (parts.second, parts.first)
    return date(parts.year, month, day)


_PERIOD_MONTH = re.compile(r"^(?:(\d{4})[-/ ])?([^\W\d_]{3,10})\.?(?:[-/ ,]+(\d{4}))?$")
_PERIOD_ISO = re.compile(r"^(\d{4})[-/](0?[1-9]|1[0-2])$")
_PERIOD_QUARTER = re.compile(r"^(?:q([1-4])[-/ ]*(\d{4})|(\d{4})[-/ ]*q([1-4]))$", re.IGNORECASE)
_PERIOD_WEEK = re.compile(r"^(?:week|wk|kw)\s*(?:of|beginning|commencing|ending|from)\s*:?\s*", re.IGNORECASE)
_DAY_MONTH = re.compile(
    r"^(?:(\d{1,2})(?:st|nd|rd|th)?\.?\s+([^\W\d_]{3,10})|([^\W\d_]{3,10})\.?\s+(\d{1,2})(?:st|nd|rd|th)?)$"
)


def read_period(text: str, today: date, order: DateOrder | None = None) -> date | None:
    """Return the day a note under `text` may carry: a date itself, else the last day of a month, quarter or year.

    A day without a year is the latest one not after `today`; the end of a running period is `today`.
    """
    text = _PERIOD_WEEK.sub("", text.strip().strip(":").strip())
    parts = split_date(text)
    if parts is not None:
        try:
            return build_date(parts, order)
        except ValueError:
            return None
    found = _day_of_this_year(text, today) or _end_of_period(text, today)
    return min(found, today) if found is not None and found.replace(day=1) <= today else None


def _day_of_this_year(text: str, today: date) -> date | None:
    found = _DAY_MONTH.match(text)
    if not found:
        return None
    month = _MONTHS.get((found[2] or found[3]).lower())
    day = int(found[1] or found[4])
    if month is None or day > monthrange(today.year, month)[1]:
        return None
    this_year = date(today.year, month, day)
    if this_year <= today:
        return this_year
    return this_year.replace(year=today.year - 1) if (month, day) != (2, 29) else None


def _end_of_period(text: str, today: date) -> date | None:
    if found := _PERIOD_QUARTER.match(text):
        year, quarter = int(found[2] or found[3]), int(found[1] or found[4])
        return _month_end(year, quarter * 3)
    if found := _PERIOD_ISO.match(text):
        return _month_end(int(found[1]), int(found[2]))
    if found := _PERIOD_MONTH.match(text):
        month = _MONTHS.get(found[2].lower())
        if month is None:
            return None
        written = found[1] or found[3]
        return _month_end(int(written) if written else today.year - (month > today.month), month)
    if re.fullmatch(r"(?:19|20)\d{2}", text):
        return date(int(text), 12, 31)
    return None


def _month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])

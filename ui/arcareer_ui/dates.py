"""Civil dates and times as the user reads them: in the order of the system, or in the one chosen in the settings."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Literal

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

from arcareer.settings.preferences import DateFormat

Order = Literal["d", "M", "y"]

_CHOICE = "arcareerDateFormat"
_ISO = "yyyy-MM-dd"
_ORDERS: dict[DateFormat, Order] = {DateFormat.DAY_FIRST: "d", DateFormat.MONTH_FIRST: "M", DateFormat.ISO: "y"}
_IN_FIELDS: dict[DateFormat, str] = {
    DateFormat.DAY_FIRST: "dd/MM/yyyy",
    DateFormat.MONTH_FIRST: "MM/dd/yyyy",
    DateFormat.ISO: _ISO,
}


def use_date_format(chosen: DateFormat) -> None:
    """Write dates like this from now on, in the whole application."""
    app = QCoreApplication.instance()
    if app is not None:
        app.setProperty(_CHOICE, chosen.value)


def field_pattern() -> str:
    """Return how a date is typed, in Qt's notation and with the year in full: dd/MM/yyyy."""
    return _IN_FIELDS.get(_chosen(), "") or _system_pattern()


def weekday(day: date) -> str:
    """Return the short name of the day: Thu."""
    return QLocale().dayName(day.isoweekday(), QLocale.FormatType.ShortFormat)


def weekday_name(day: date) -> str:
    """Return the name of the day: Thursday."""
    return QLocale().standaloneDayName(day.isoweekday(), QLocale.FormatType.LongFormat)


def day_and_month(day: date) -> str:
    """Return day and short month: 16 Oct, or Oct 16 where that is the custom."""
    return _written(day, "MMM")


def weekday_and_day(day: date) -> str:
    """Return short weekday, day and short month: Thu 22 Oct."""
    return f"{weekday(day)} {day_and_month(day)}"


def weekday_and_date(day: date, today: date) -> str:
    """Return short weekday and day, with the year where it is not the present one: Thu 22 Oct, Mon 20 Oct 2025."""
    return weekday_and_day(day) if day.year == today.year else f"{weekday(day)} {short_date(day)}"


def long_weekday_and_day(day: date) -> str:
    """Return weekday, day and month in full: Friday 16 October."""
    return f"{weekday_name(day)} {_written(day, 'MMMM')}"


def long_weekday_and_date(day: date) -> str:
    """Return weekday and date in full: Friday 16 October 2026."""
    return f"{weekday_name(day)} {day_month_year(day)}"


def short_date(day: date) -> str:
    """Return day, short month and year: 16 Oct 2026, Oct 16, 2026 or 2026-10-16."""
    return _with_year(day, "MMM")


def day_month_year(day: date) -> str:
    """Return day, month in full and year: 16 October 2026, October 16, 2026 or 2026-10-16."""
    return _with_year(day, "MMMM")


def month_name(day: date) -> str:
    """Return the name of the month: October."""
    return QLocale().standaloneMonthName(day.month, QLocale.FormatType.LongFormat)


def clock_time(moment: time | datetime) -> str:
    """Return the time of day: 15:30, or 3:30 PM where that is the custom."""
    return QLocale().toString(QTime(moment.hour, moment.minute), QLocale.FormatType.ShortFormat)


def date_and_time(instant: datetime) -> str:
    """Return an instant as the wall clock here shows it: 16 Oct 2026, 15:30."""
    local = instant.astimezone()
    return f"{short_date(local.date())}, {clock_time(local)}"


def _chosen() -> DateFormat:
    app = QCoreApplication.instance()
    return DateFormat((app.property(_CHOICE) if app is not None else "") or DateFormat.SYSTEM)


def _system_pattern() -> str:
    locale = QLocale()
    if locale.language() == QLocale.Language.C:
        return _ISO  # a computer that says nothing about dates: the one notation nobody misreads
    pattern = locale.dateFormat(QLocale.FormatType.ShortFormat)
    return pattern if "yyyy" in pattern else pattern.replace("yy", "yyyy")


def _order() -> Order:
    chosen = _chosen()
    if chosen in _ORDERS:
        return _ORDERS[chosen]
    if QLocale().language() == QLocale.Language.C:
        return "d"
    firsts: tuple[Order, ...] = ("d", "M", "y")
    return min(firsts, key=_system_pattern().find)


def _written(day: date, month: str) -> str:
    return _shown(day, f"d {month}" if _order() == "d" else f"{month} d")


def _with_year(day: date, month: str) -> str:
    patterns: dict[Order, str] = {"d": f"d {month} yyyy", "M": f"{month} d, yyyy", "y": _ISO}
    return _shown(day, patterns[_order()])


def _shown(day: date, pattern: str) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), pattern)

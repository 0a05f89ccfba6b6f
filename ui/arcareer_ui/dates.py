"""Civil dates and times as the user's system writes them."""

from __future__ import annotations

from datetime import date, datetime, time

from PySide6.QtCore import QDate, QLocale, QTime


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


def long_weekday_and_day(day: date) -> str:
    """Return weekday, day and month in full: Friday 16 October."""
    return f"{weekday_name(day)} {_written(day, 'MMMM')}"


def day_month_year(day: date) -> str:
    """Return day, month in full and year: 16 October 2026, or October 16, 2026 where that is the custom."""
    locale = QLocale()
    month_first = locale.dateFormat(QLocale.FormatType.ShortFormat).upper().startswith("M")
    return locale.toString(QDate(day.year, day.month, day.day), "MMMM d, yyyy" if month_first else "d MMMM yyyy")


def month_name(day: date) -> str:
    """Return the name of the month: October."""
    return QLocale().standaloneMonthName(day.month, QLocale.FormatType.LongFormat)


def clock_time(moment: time | datetime) -> str:
    """Return the time of day: 15:30, or 3:30 PM where that is the custom."""
    return QLocale().toString(QTime(moment.hour, moment.minute), QLocale.FormatType.ShortFormat)


def _written(day: date, month: str) -> str:
    locale = QLocale()
    short = locale.dateFormat(QLocale.FormatType.ShortFormat)
    month_first = 0 <= short.find("M") < short.find("d")
    return locale.toString(QDate(day.year, day.month, day.day), f"{month} d" if month_first else f"d {month}")

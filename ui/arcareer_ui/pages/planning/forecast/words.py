"""The words of forecasts, and the names of the periods to come."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from PySide6.QtCore import QCoreApplication, QLocale

from arcareer.domain.forecast_plans import PeriodKind
from arcareer.domain.forecasting import Method
from arcareer.domain.history import Month
from arcareer.domain.receipt_series import period_name
from arcareer.reading.months import month_named
from arcareer_ui.words import QT_TRANSLATE_NOOP

_METHODS = {
    Method.NAIVE_LAST: QT_TRANSLATE_NOOP("ForecastWords", "Repeat the last period"),
    Method.MEAN_LAST_3: QT_TRANSLATE_NOOP("ForecastWords", "Mean of the last three"),
    Method.SEASONAL_NAIVE_12: QT_TRANSLATE_NOOP("ForecastWords", "As a year ago"),
    Method.DRIFT: QT_TRANSLATE_NOOP("ForecastWords", "Go on with the drift"),
    Method.SES: QT_TRANSLATE_NOOP("ForecastWords", "Smoothed level"),
}
_WEEK = re.compile(r"(\d{4})-W(\d{2})")


def method_words(method: str) -> str:
    """Return a method's name; a name of another origin stays as it is."""
    found = next((one for one in Method if one.value == method), None)
    return method if found is None else QCoreApplication.translate("ForecastWords", _METHODS[found])


def percent_words(value: Decimal) -> str:
    """Return a share with one decimal: 6.2%."""
    return f"{value.quantize(Decimal('0.1'), ROUND_HALF_UP)}%"


def period_words(period: str) -> str:
    """Return a period as people read it: Sep 2026, Week 37; other names stay as they are."""
    week = _WEEK.fullmatch(period)
    if week is not None:
        return QCoreApplication.translate("ForecastWords", "Week {number}, {year}").format(
            number=int(week[2]), year=week[1]
        )
    month = month_named(period)
    if month is not None:
        name = QLocale().standaloneMonthName(month.number, QLocale.FormatType.ShortFormat)
        return f"{name} {month.year}"
    return period


def next_periods(known: Sequence[str], count: int, kind: PeriodKind, today: date) -> tuple[str, ...]:
    """Return the names of the periods that follow: weeks or months in order, else numbered after the last name."""
    last = known[-1] if known else ""
    week = _WEEK.fullmatch(last)
    month = month_named(last) if last else None
    if week is not None and 1 <= int(week[2]) <= _last_week(int(week[1])):
        first = date.fromisocalendar(int(week[1]), int(week[2]), 1) + timedelta(weeks=1)
        return tuple(period_name(first + timedelta(weeks=step), PeriodKind.WEEK) for step in range(count))
    if month is not None:
        return _months(month.following, count)
    if known:
        numbered = re.fullmatch(r"(.*?)(\d+)", last)
        stem, number = (numbered[1], int(numbered[2])) if numbered else (f"{last} +", 0)
        return tuple(f"{stem}{number + step:0{len(numbered[2]) if numbered else 1}d}" for step in range(1, count + 1))
    if kind is PeriodKind.MONTH:
        return _months(Month.of(today), count)
    return tuple(period_name(today + timedelta(weeks=step), PeriodKind.WEEK) for step in range(count))


def _months(first: Month, count: int) -> tuple[str, ...]:
    names, month = [], first
    for _ in range(count):
        names.append(str(month))
        month = month.following
    return tuple(names)


def _last_week(year: int) -> int:
    return date(year, 12, 28).isocalendar().week

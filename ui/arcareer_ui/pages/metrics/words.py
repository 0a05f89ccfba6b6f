"""Figures of receivables in words: values with their unit, changes, months."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from arcareer.domain.figures import FigureScope, Unit
from arcareer.domain.receivables import Bucket
from arcareer_ui.dates import day_month_year

if TYPE_CHECKING:
    from arcareer.domain.history import Month
    from arcareer.domain.metric_kinds import MetricKind
    from arcareer.domain.metric_months import Book


def _tr(text: str, count: int = -1) -> str:
    return QCoreApplication.translate("MetricWords", text, "", count)


def rounded(value: Decimal, unit: Unit) -> Decimal:
    """Return a value as precisely as it is shown: one decimal, two for shares below one per cent, none for counts."""
    if unit is Unit.COUNT:
        step = Decimal(1)
    elif unit is Unit.PERCENT and abs(value) < 1:
        step = Decimal("0.01")
    else:
        step = Decimal("0.1")
    return value.quantize(step, ROUND_HALF_UP)


def number_words(value: Decimal, unit: Unit) -> str:
    """Return a value without its unit, as the user's system writes numbers: 38.4, 0.42, 11."""
    shown = rounded(value, unit)
    exponent = shown.normalize().as_tuple().exponent
    decimals = max(0, -exponent) if isinstance(exponent, int) else 0
    return QLocale().toString(float(shown), "f", decimals)


def unit_words(unit: Unit) -> str:
    """Return what stands beside the number of a tile."""
    return {Unit.DAYS: _tr("days"), Unit.PERCENT: _tr("%")}.get(unit, "")


def value_words(value: Decimal, unit: Unit) -> str:
    """Return a value with its unit: 38.4 days, 87.2 %, 11."""
    return f"{number_words(value, unit)} {unit_words(unit)}".strip()


def change_words(difference: Decimal, unit: Unit) -> str:
    """Return a change in a sentence: 6.8 days lower, 5.2 points higher, 3 fewer."""
    return _moved(difference, unit, _tr("{number} days higher"), _tr("{number} points higher"))


def short_change_words(difference: Decimal, unit: Unit) -> str:
    """Return a change where there is little room: 6.8 days lower, 5.2 points up, 3 fewer."""
    return _moved(difference, unit, _tr("{number} days up"), _tr("{number} points up"))


def _moved(difference: Decimal, unit: Unit, more_days: str, more_points: str) -> str:
    shown = rounded(difference, unit)
    if not shown:
        return _tr("No change")
    if unit is Unit.COUNT:
        words = _tr("{number} fewer") if shown < 0 else _tr("{number} more")
    elif unit is Unit.PERCENT:
        words = _tr("{number} points lower") if shown < 0 else more_points
    else:
        words = _tr("{number} days lower") if shown < 0 else more_days
    return words.format(number=number_words(abs(shown), unit))


def signed_words(difference: Decimal, unit: Unit) -> str:
    """Return a difference as a table shows it: +8.2, −0.4, 0."""
    shown = rounded(difference, unit)
    number = number_words(abs(shown), unit)
    return f"+{number}" if shown > 0 else f"\N{MINUS SIGN}{number}" if shown < 0 else number


def distance_words(distance: Decimal, unit: Unit) -> str:
    """Return how far a value is from its goal (value less goal): 1.4 days above, 2 points below, on goal."""
    shown = rounded(distance, unit)
    if not shown:
        return _tr("On the goal")
    number = number_words(abs(shown), unit)
    if unit is Unit.COUNT:
        words = _tr("{number} below the goal") if shown < 0 else _tr("{number} above the goal")
    elif unit is Unit.PERCENT:
        words = _tr("{number} points below the goal") if shown < 0 else _tr("{number} points above the goal")
    else:
        words = _tr("{number} days below the goal") if shown < 0 else _tr("{number} days above the goal")
    return words.format(number=number)


def goal_words(kind: MetricKind, value: Decimal) -> str:
    """Return the words beside the line of a goal."""
    return _tr("Goal {value}").format(value=number_words(value, kind.unit))


def share_words(part: Decimal, whole: Decimal) -> str:
    """Return a part in per cent of the whole with one decimal, or nothing where the whole is not above zero."""
    return "" if whole <= 0 else value_words(part * 100 / whole, Unit.PERCENT)


def month_words(month: Month) -> str:
    """Return a month in full: September 2026."""
    name = QLocale().standaloneMonthName(month.number, QLocale.FormatType.LongFormat)
    return f"{name} {month.year}"


def short_month(month: Month) -> str:
    """Return the short name of a month: Sep."""
    return QLocale().standaloneMonthName(month.number, QLocale.FormatType.ShortFormat)


def short_month_year(month: Month) -> str:
    """Return a month in short: Sep 2026."""
    return f"{short_month(month)} {month.year}"


def scope_words(scope: FigureScope) -> str:
    """Return whose receivables these are."""
    return {
        FigureScope.MINE: _tr("My accounts"),
        FigureScope.PORTFOLIO: _tr("My portfolio"),
        FigureScope.TEAM: _tr("My team"),
        FigureScope.COMPANY: _tr("The company"),
    }[scope]


def book_words(book: Book) -> str:
    """Return a book's name: My portfolio, USD."""
    return f"{scope_words(book.scope)}, {book.currency}" if book.currency else scope_words(book.scope)


def metric_name(kind: MetricKind) -> str:
    """Return a metric's name."""
    return QCoreApplication.translate("MetricKind", kind.name)


def band_words(bucket: Bucket) -> str:
    """Return the name of an aging band."""
    return {
        Bucket.CURRENT: _tr("Not yet due"),
        Bucket.DAYS_1_30: _tr("1–30 days"),
        Bucket.DAYS_31_60: _tr("31–60 days"),
        Bucket.DAYS_61_90: _tr("61–90 days"),
        Bucket.OVER_90: _tr("Over 90 days"),
    }[bucket]


def span_words(first: Month, last: Month) -> str:
    """Return what is on show: its last day, and the first month with figures."""
    day = day_month_year(last.end)
    if first == last:
        return _tr("To {day}.").format(day=day)
    return _tr("To {day}, compared with {month}.").format(day=day, month=month_words(first))

"""Words about the period of the document, and how to widen it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from arcareer.domain.documents import PeriodKind
from arcareer.domain.periods import Period, half_of, year_of
from arcareer_ui.dates import day_month_year

_CALENDAR = {PeriodKind.HALF: half_of, PeriodKind.YEAR: year_of}
_WIDER = {PeriodKind.QUARTER: (PeriodKind.HALF, PeriodKind.YEAR), PeriodKind.HALF: (PeriodKind.YEAR,)}


def found_words(period: Period, wins: int) -> str:
    """Return what was found: 1 July 2026 to 31 December 2026. 28 wins found."""
    found = QCoreApplication.translate("BragSheetPeriods", "%n win(s) found", "", wins)
    words = QCoreApplication.translate("BragSheetPeriods", "{first} to {last}. {found}.")
    return words.format(**_ends(period), found=found)


def nothing_found(period: Period, newest: date) -> tuple[str, str]:
    """Return title and text where the period has no wins but the library has some, the newest on a day."""
    title = QCoreApplication.translate("BragSheetPeriods", "No wins between {first} and {last}")
    text = QCoreApplication.translate("BragSheetPeriods", "Your newest win is from {day}.")
    return title.format(**_ends(period)), text.format(day=day_month_year(newest))


def widened(kind: PeriodKind, period: Period, newest: date, today: date) -> tuple[PeriodKind, Period]:
    """Return the next wider period that holds the newest win: one of the calendar, or as far as it takes."""
    for wider in _WIDER.get(kind, ()):
        if newest in _CALENDAR[wider](today):
            return wider, _CALENDAR[wider](today)
    half = half_of(newest)
    return PeriodKind.CUSTOM, Period(min(period.start, half.start), max(period.end, half.end))


def _ends(period: Period) -> dict[str, str]:
    return {"first": day_month_year(period.start), "last": day_month_year(period.end)}

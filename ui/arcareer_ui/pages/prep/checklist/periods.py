"""The review periods on offer."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication

from arcareer.domain.periods import Period, half_of, quarter_of, year_of


def offered(today: date) -> dict[str, Period]:
    """Return the periods to choose from by their keys: those that hold today first, then those before."""
    half, quarter, year = half_of(today), quarter_of(today), year_of(today)
    earlier = [half_of(half.start - timedelta(days=1)), quarter_of(quarter.start - timedelta(days=1))]
    earlier += [year_of(year.start - timedelta(days=1)), half_of(earlier[0].start - timedelta(days=1))]
    return {period.key: period for period in (half, quarter, year, *earlier)}


def name_of(period: Period) -> str:
    """Return the name of a quarter, half or year: Second half of 2026."""
    year, _, part = period.key.partition("-")
    if part.startswith("H"):
        words = (
            QCoreApplication.translate("ReviewPeriod", "First half of {year}")
            if part == "H1"
            else QCoreApplication.translate("ReviewPeriod", "Second half of {year}")
        )
        return words.format(year=year)
    if part.startswith("Q"):
        words = QCoreApplication.translate("ReviewPeriod", "Quarter {number} of {year}")
        return words.format(number=part[1:], year=year)
    return QCoreApplication.translate("ReviewPeriod", "Year {year}").format(year=year)

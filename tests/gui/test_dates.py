"""Dates as they are read and typed, in every order a user may choose."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from arcareer.settings.preferences import DateFormat
from arcareer_ui import dates

DAY = date(2026, 10, 6)


@pytest.fixture(autouse=True)
def order_is_put_back(qapp: QApplication) -> Iterator[None]:
    before = QLocale()
    yield
    QLocale.setDefault(before)
    dates.use_date_format(DateFormat.SYSTEM)


@pytest.mark.parametrize(
    ("chosen", "short", "long", "without_year", "typed"),
    [
        (DateFormat.DAY_FIRST, "6 Oct 2026", "6 October 2026", "Tue 6 Oct", "dd/MM/yyyy"),
        (DateFormat.MONTH_FIRST, "Oct 6, 2026", "October 6, 2026", "Tue Oct 6", "MM/dd/yyyy"),
        (DateFormat.ISO, "2026-10-06", "2026-10-06", "Tue Oct 6", "yyyy-MM-dd"),
    ],
)
def test_the_order_chosen_counts_whatever_the_system_says(
    chosen: DateFormat, short: str, long: str, without_year: str, typed: str
) -> None:
    for system in ("en_US", "en_GB", "sv_SE"):
        QLocale.setDefault(QLocale(system))
        dates.use_date_format(chosen)
        assert dates.field_pattern() == typed
        if system.startswith("en"):
            found = dates.short_date(DAY), dates.day_month_year(DAY), dates.weekday_and_day(DAY)
            assert found == (short, long, without_year)


@pytest.mark.parametrize(
    ("system", "short", "typed"),
    [
        ("en_US", "Oct 6, 2026", "M/d/yyyy"),
        ("en_GB", "6 Oct 2026", "dd/MM/yyyy"),
        ("en_CA", "2026-10-06", "yyyy-MM-dd"),
        ("de_DE", "6 Okt. 2026", "dd.MM.yyyy"),
        ("C", "6 Oct 2026", "yyyy-MM-dd"),
    ],
)
def test_without_a_choice_dates_follow_the_system(system: str, short: str, typed: str) -> None:
    QLocale.setDefault(QLocale(system))
    assert (dates.short_date(DAY), dates.field_pattern()) == (short, typed)


def test_the_year_is_said_where_it_is_not_the_present_one() -> None:
    QLocale.setDefault(QLocale("en_GB"))
    assert dates.weekday_and_date(DAY, date(2026, 1, 1)) == "Tue 6 Oct"
    assert dates.weekday_and_date(DAY, date(2027, 1, 1)) == "Tue 6 Oct 2026"
    assert dates.long_weekday_and_date(DAY) == "Tuesday 6 October 2026"


def test_an_instant_is_shown_in_local_time() -> None:
    QLocale.setDefault(QLocale("en_GB"))
    at = datetime(2026, 10, 6, 23, 30, tzinfo=UTC)
    local = at.astimezone()
    assert dates.date_and_time(at) == f"{local.day} Oct 2026, {local:%H:%M}"

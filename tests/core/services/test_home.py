"""The first page's facts."""

from __future__ import annotations

from datetime import date, timedelta

from arcareer.domain.agenda import OccasionKind
from arcareer.domain.figures import Unit
from arcareer.domain.home import HomeGlance, ThemeCount, WeekCount
from tests.support.builders import Library, a_figure, a_win

FRIDAY = date(2026, 10, 16)
MONDAY = date(2026, 10, 12)


def test_empty_library_shows_twelve_empty_weeks(library: Library) -> None:
    weeks = tuple(WeekCount(MONDAY - timedelta(weeks=back), 0) for back in range(11, -1, -1))
    assert library.home.glance(FRIDAY) == HomeGlance(this_week=(), weeks=weeks, coverage=(), total_wins=0, occasions=())


def test_this_week_is_monday_to_sunday_newest_first(library: Library) -> None:
    days = {"sunday before": -5, "monday": -4, "friday": 0, "sunday": 2, "monday after": 3}
    library.add(*(a_win(name, happened_on=FRIDAY + timedelta(days=days)) for name, days in days.items()))
    library.add(a_win("thrown away", happened_on=FRIDAY, trashed_at=library.clock.now()))
    glance = library.home.glance(FRIDAY)
    assert [win.headline for win in glance.this_week] == ["sunday", "friday", "monday"]
    assert glance.total_wins == 5


def test_result_chips_are_written_out(library: Library) -> None:
    library.add(a_win(happened_on=FRIDAY, figures=(a_figure(48_200), a_figure(9, unit=Unit.COUNT, measure="invoices"))))
    (win,) = library.home.glance(FRIDAY).this_week
    assert win.figures == ("$48,200 collected", "9 invoices")


def test_rhythm_counts_weeks_across_new_year(library: Library) -> None:
    today = date(2025, 1, 3)
    days = (date(2024, 12, 29), date(2024, 12, 30), date(2025, 1, 1), date(2024, 10, 14), date(2024, 10, 13))
    library.add(*(a_win(happened_on=day) for day in days))
    library.agenda.set_away(date(2024, 12, 25), away=True)
    weeks = library.home.glance(today).weeks
    assert len(weeks) == 12
    assert weeks[0] == WeekCount(date(2024, 10, 14), 1)
    assert weeks[-2:] == (WeekCount(date(2024, 12, 23), 1, away=True), WeekCount(date(2024, 12, 30), 2))
    assert sum(week.wins for week in weeks) == 4


def test_coverage_is_90_days_of_themes_with_wins(library: Library) -> None:
    themes = {"cash": (0, 3, 89), "risk": (10,), "disputes": (90,), "": (1,)}
    library.add(
        *(
            a_win(theme=theme, happened_on=FRIDAY - timedelta(days=day))
            for theme, days in themes.items()
            for day in days
        )
    )
    assert library.home.glance(FRIDAY).coverage == (ThemeCount("cash", 3), ThemeCount("risk", 1))


def test_only_what_is_to_come_is_coming_up(library: Library) -> None:
    for day in (-1, 3, 1):
        library.agenda.add(OccasionKind.REVIEW, f"{day}", FRIDAY + timedelta(days=day))
    assert [occasion.title for occasion in library.home.glance(FRIDAY).occasions] == ["1", "3"]


def test_first_days_of_time_are_no_trouble(library: Library) -> None:
    library.add(a_win(happened_on=date(1, 1, 1)))
    assert library.home.glance(date(1, 4, 2)).coverage == ()

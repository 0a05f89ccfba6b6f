"""What the first page shows; it works before SQLAlchemy is loaded."""

from __future__ import annotations

from datetime import date, timedelta

from arcareer.domain.home import HomeGlance, ThemeCount, WeekCount
from arcareer.domain.periods import Period, week_of
from arcareer.domain.win_lists import WinQuery
from arcareer.storage.store import Store

WEEKS = 12
COVERED_DAYS = 90

_MOST_IN_A_WEEK = 500


class HomeService:
    """Reads the first page's facts."""

    def __init__(self, store: Store) -> None:
        self._glance = store.glance

    def glance(self, today: date) -> HomeGlance:
        """Return the facts as of a civil date."""
        week = week_of(today)
        away = self._glance.away_mondays()
        covered = Period(max(today, date.min + timedelta(days=COVERED_DAYS)) - timedelta(days=COVERED_DAYS - 1), today)
        return HomeGlance(
            this_week=self._glance.find(WinQuery(period=week), _MOST_IN_A_WEEK),
            weeks=self._weeks(week, away),
            coverage=tuple(ThemeCount(theme, wins) for theme, wins in self._glance.wins_by_theme(covered)),
            total_wins=self._glance.count(WinQuery()),
            occasions=self._glance.occasions(today),
            purpose=self._glance.purpose(),
            away=away,
            answers=self._glance.answers(),
        )

    def with_number(self, period: Period) -> int:
        """Return how many wins of a period carry a figure."""
        return self._glance.count(WinQuery(period=period, has_number=True))

    def _weeks(self, last: Period, away: frozenset[date]) -> tuple[WeekCount, ...]:
        mondays = [last.start - timedelta(weeks=back) for back in reversed(range(WEEKS))]
        wins = dict.fromkeys(mondays, 0)
        for day, number in self._glance.wins_by_day(Period(mondays[0], last.end)):
            wins[week_of(day).start] += number
        return tuple(WeekCount(monday, wins[monday], monday in away) for monday in mondays)

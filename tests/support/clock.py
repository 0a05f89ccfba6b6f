"""A clock that stands still until a test moves it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta


class FakeClock:
    """Tells the time it was given; the wall clock is UTC."""

    def __init__(self, now: datetime = datetime(2026, 10, 16, 16, 20, tzinfo=UTC)) -> None:
        self._now = now

    def today(self) -> date:
        """Return the civil date."""
        return self._now.date()

    def now(self) -> datetime:
        """Return the instant in UTC."""
        return self._now

    def local_now(self) -> datetime:
        """Return the wall clock time without a zone."""
        return self._now.replace(tzinfo=None)

    def advance(self, by: timedelta) -> None:
        """Let time pass; a negative span sets the clock back."""
        self._now += by

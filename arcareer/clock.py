"""The only place that asks the computer for the time."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Protocol


class Clock(Protocol):
    """Tells the civil date where the user is, and the instant in UTC."""

    def today(self) -> date:
        """Return the user's civil date."""

    def now(self) -> datetime:
        """Return the present instant, aware, in UTC."""

    def local_now(self) -> datetime:
        """Return the present moment on the user's own wall clock, without a zone."""


class SystemClock:
    """The computer's own clock."""

    def today(self) -> date:
        """Return the civil date of the computer's time zone."""
        return date.today()  # noqa: DTZ011 - a win's date is the civil date the user sees

    def now(self) -> datetime:
        """Return the present instant in UTC."""
        return datetime.now(UTC)

    def local_now(self) -> datetime:
        """Return the wall clock time of the computer's zone."""
        return datetime.now()  # noqa: DTZ005 - shown to the user and compared with their reminder time

"""The weekly nudge: when its line shows in the app, and the calendar file that works while the app is closed."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Final

from arcareer.domain.identity import named_id
from arcareer.domain.periods import week_of
from arcareer.settings.preferences import Preferences

_DAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_MINUTES: Final = 10


def due_line(preferences: Preferences, now: datetime, *, logged_this_week: bool, away: bool = False) -> bool:
    """Return whether the in-app line shows at `now`, the user's own wall clock time.

    It does from the chosen day and time until Sunday night, in a week with no win that the user neither answered with
    "not this week" nor marked as away.
    """
    monday = week_of(now.date()).start
    if logged_this_week or away or not preferences.remind_in_app or preferences.reminder_dismissed == monday:
        return False
    day = monday + timedelta(days=preferences.reminder_weekday)
    return now >= datetime.combine(day, preferences.reminder_time)


def next_reminder(weekday: int, at: time, now: datetime) -> datetime:
    """Return the first moment after `now` that falls on the weekday (Monday is 0) at this time of day."""
    day = now.date() + timedelta(days=(weekday - now.weekday()) % 7)
    moment = datetime.combine(day, at)
    return moment if moment > now else moment + timedelta(weeks=1)


def calendar_file(weekday: int, at: time, text: str, *, today: date, stamp: datetime) -> str:
    """Return a weekly event as an iCalendar file (RFC 5545), in floating local time with an alarm at its start.

    `weekday` counts from Monday, 0; the first event is on or after `today`; `stamp` is the present instant in UTC. The
    event keeps its identity, so that importing a later file moves it where the calendar allows that.
    """
    from arcareer.services.calendar import escaped, folded  # noqa: PLC0415 - the first page only asks for `due_line`

    first = datetime.combine(today + timedelta(days=(weekday - today.weekday()) % 7), at)
    summary = escaped(text)
    lines = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//arcareer//weekly log//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "BEGIN:VEVENT",
        f"UID:{named_id('weekly-log')}",
        f"DTSTAMP:{stamp:%Y%m%dT%H%M%SZ}",
        f"DTSTART:{first:%Y%m%dT%H%M%S}",
        f"DURATION:PT{_MINUTES}M",
        f"RRULE:FREQ=WEEKLY;BYDAY={_DAYS[weekday]}",
        f"SUMMARY:{summary}",
        "TRANSP:TRANSPARENT",
        "CLASS:PRIVATE",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "TRIGGER:PT0S",
        f"DESCRIPTION:{summary}",
        "END:VALARM",
        "END:VEVENT",
        "END:VCALENDAR",
    )
    return "".join(f"{part}\r\n" for line in lines for part in folded(line))

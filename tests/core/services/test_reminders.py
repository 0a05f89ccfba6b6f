"""The weekly nudge comes once a week at the chosen time, and the calendar file says the same to any calendar."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arcareer.services.reminders import calendar_file, due_line, next_reminder
from arcareer.settings.preferences import Preferences

FRIDAY = date(2026, 10, 16)
STAMP = datetime(2026, 10, 14, 8, 30, tzinfo=UTC)
TEXT = "Two minutes for this week's wins?"


def wall(text: str) -> datetime:
    """Return a moment on the user's own clock."""
    return datetime.fromisoformat(text)


def unfolded(text: str) -> dict[str, str]:
    lines = text.replace("\r\n ", "").split("\r\n")
    return dict(line.split(":", 1) for line in lines if line)


@pytest.mark.parametrize(
    ("now", "due"),
    [
        (wall("2026-10-12 09:00"), False),
        (wall("2026-10-16 15:29"), False),
        (wall("2026-10-16 15:30"), True),
        (wall("2026-10-18 23:59"), True),
        (wall("2026-10-19 00:00"), False),
    ],
)
def test_the_line_shows_from_the_chosen_time_to_the_end_of_the_week(now: datetime, due: bool) -> None:
    assert due_line(Preferences(), now, logged_this_week=False) is due


def test_a_logged_win_an_answer_or_the_switch_ends_it() -> None:
    now = wall("2026-10-16 16:00")
    assert not due_line(Preferences(), now, logged_this_week=True)
    assert not due_line(Preferences(), now, logged_this_week=False, away=True)
    assert not due_line(Preferences(remind_in_app=False), now, logged_this_week=False)
    answered = Preferences(reminder_dismissed=date(2026, 10, 12))
    assert not due_line(answered, now, logged_this_week=False)
    assert due_line(answered, wall("2026-10-23 16:00"), logged_this_week=False)


def test_the_chosen_day_counts() -> None:
    sunday = replace(Preferences(), reminder_weekday=6, reminder_time=time(9, 0))
    assert not due_line(sunday, wall("2026-10-17 12:00"), logged_this_week=False)
    assert due_line(sunday, wall("2026-10-18 09:00"), logged_this_week=False)


def test_the_next_reminder_is_never_now_or_earlier() -> None:
    assert next_reminder(4, time(15, 30), wall("2026-10-16 15:29")) == wall("2026-10-16 15:30")
    assert next_reminder(4, time(15, 30), wall("2026-10-16 15:30")) == wall("2026-10-23 15:30")
    assert next_reminder(0, time(8, 0), wall("2026-10-16 15:30")) == wall("2026-10-19 08:00")


def test_the_file_is_a_weekly_event_with_an_alarm_in_local_time() -> None:
    text = calendar_file(4, time(15, 30), TEXT, today=date(2026, 10, 14), stamp=STAMP)
    fields = unfolded(text)
    assert fields["DTSTART"] == "20261016T153000"
    assert fields["RRULE"] == "FREQ=WEEKLY;BYDAY=FR"
    assert fields["DTSTAMP"] == "20261014T083000Z"
    assert fields["SUMMARY"] == fields["DESCRIPTION"] == TEXT
    assert fields["TRIGGER"] == "PT0S"
    begins = [line.removeprefix("BEGIN:") for line in text.split("\r\n") if line.startswith("BEGIN:")]
    ends = [line.removeprefix("END:") for line in text.split("\r\n") if line.startswith("END:")]
    assert begins == ["VCALENDAR", "VEVENT", "VALARM"]
    assert ends == begins[::-1]


def test_a_later_file_is_the_same_event() -> None:
    first = unfolded(calendar_file(4, time(15, 30), TEXT, today=FRIDAY, stamp=STAMP))
    second = unfolded(calendar_file(0, time(9, 0), TEXT, today=FRIDAY, stamp=STAMP))
    assert first["UID"] == second["UID"]
    assert first["DTSTART"] == "20261016T153000"
    assert second["DTSTART"] == "20261019T090000"


@given(
    st.integers(0, 6),
    st.times(),
    st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]) | st.sampled_from("\n;,\\é€漢"), max_size=200),
)
def test_every_line_is_short_ends_well_and_the_words_come_back(weekday: int, at: time, text: str) -> None:
    written = calendar_file(weekday, at, text, today=FRIDAY, stamp=STAMP)
    assert written.endswith("\r\n")
    for line in written.removesuffix("\r\n").split("\r\n"):
        assert len(line.encode("utf-8")) <= 75
        assert "\n" not in line
        assert "\r" not in line
    back = unfolded(written)["SUMMARY"]
    for escaped, char in (("\\n", "\n"), ("\\,", ","), ("\\;", ";")):
        back = back.replace("\\\\", "\0").replace(escaped, char).replace("\0", "\\\\")
    assert back.replace("\\\\", "\\") == "\n".join(text.splitlines())

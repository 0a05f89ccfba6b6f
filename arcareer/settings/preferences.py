"""What the person chose about the app itself. Career data never stands here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

SMALLEST_TEXT = 80
LARGEST_TEXT = 200
SLOWEST_PACE = 110
FASTEST_PACE = 160


class ThemeChoice(StrEnum):
    """How the app looks; `system` follows the computer."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Motion(StrEnum):
    """Whether things may move on screen; `system` follows the computer."""

    SYSTEM = "system"
    FULL = "full"
    REDUCED = "reduced"


class DateFormat(StrEnum):
    """How a date is written; `system` follows the computer."""

    SYSTEM = "system"
    DAY_FIRST = "day-first"
    MONTH_FIRST = "month-first"
    ISO = "iso"


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """Every choice with its default.

    `text_scale` is in percent; `reminder_weekday` counts from Monday, 0, to Sunday, 6; `reminder_dismissed` is the
    Monday of the last week the user answered "not this week"; `currency` is an ISO 4217 code, or empty to follow the
    computer; `speaking_pace` is in words a minute.
    """

    theme: ThemeChoice = ThemeChoice.SYSTEM
    text_scale: int = 100
    motion: Motion = Motion.SYSTEM
    currency: str = ""
    date_format: DateFormat = DateFormat.SYSTEM
    reminder_weekday: int = 4
    reminder_time: time = time(15, 30)
    remind_in_app: bool = True
    remind_by_notification: bool = False
    remind_by_calendar: bool = False
    reminder_dismissed: date | None = None
    nudge_answered: bool = False
    speaking_pace: int = 130
    backup_folder: str = ""

    def __post_init__(self) -> None:
        _require(SMALLEST_TEXT <= self.text_scale <= LARGEST_TEXT, "text_scale")
        _require(SLOWEST_PACE <= self.speaking_pace <= FASTEST_PACE, "speaking_pace")
        _require(0 <= self.reminder_weekday <= 6, "reminder_weekday")
        _require(self.reminder_time.tzinfo is None, "reminder_time")
        _require(
            not self.currency or (len(self.currency) == 3 and self.currency.isascii() and self.currency.isupper()),
            "currency",
        )


def _require(holds: bool, name: str) -> None:  # noqa: FBT001 - reads as a sentence at the call
    if not holds:
        raise ValueError(name)

"""Calendar files (RFC 5545): all-day entries for the user's own calendar."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final
from uuid import UUID

_LINE_OCTETS: Final = 75


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """An entry of one whole day; the same identity replaces an earlier entry where the calendar allows that."""

    id: UUID
    day: date
    title: str
    text: str = ""


def calendar_of(entries: Iterable[CalendarEntry], stamp: datetime) -> str:
    """Return the entries as an iCalendar file; `stamp` is the present instant in UTC."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//arcareer//follow-up//EN", "CALSCALE:GREGORIAN"]
    for entry in entries:
        lines += [
            "BEGIN:VEVENT",
            f"UID:{entry.id}",
            f"DTSTAMP:{stamp:%Y%m%dT%H%M%SZ}",
            f"DTSTART;VALUE=DATE:{entry.day:%Y%m%d}",
            f"DTEND;VALUE=DATE:{entry.day + timedelta(days=1):%Y%m%d}",
            f"SUMMARY:{escaped(entry.title)}",
            f"DESCRIPTION:{escaped(entry.text)}",
            "TRANSP:TRANSPARENT",
            "CLASS:PRIVATE",
            "END:VEVENT",
        ]
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in folded(line))


def escaped(text: str) -> str:
    """Return a text as calendar files write it."""
    for char in ("\\", ";", ","):
        text = text.replace(char, f"\\{char}")
    return "\\n".join(text.splitlines())


def folded(line: str) -> Iterator[str]:
    """Yield the line in pieces of at most 75 octets, cut between characters; later pieces open with a space."""
    piece, size = "", 0
    for char in line:
        octets = len(char.encode("utf-8"))
        if size + octets > _LINE_OCTETS:
            yield piece
            piece, size = " ", 1
        piece += char
        size += octets
    yield piece

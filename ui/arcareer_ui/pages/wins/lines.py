"""The lines of the journal's list: wins under headings of this week, last week and months."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta

from PySide6.QtCore import QObject

from arcareer.content.models import Theme
from arcareer.domain.periods import week_of
from arcareer.domain.win_lists import WinQuery, WinSummary
from arcareer.services.journal import JournalService
from arcareer_ui.dates import month_name, weekday_and_date
from arcareer_ui.widgets.card_list import CardHeading, CardRow
from arcareer_ui.widgets.chip import ChipText

Line = WinSummary | CardHeading

AT_ONCE = 500
AT_FIRST = 100  # more than a screen shows, few enough to be there at once
MOST_CHIPS = 3


class WinLines(QObject):
    """Reads what a query finds, some wins first and then five hundred at a time, and puts headings between them."""

    def __init__(self, journal: JournalService, themes: Mapping[str, Theme], today: Callable[[], date]) -> None:
        super().__init__()
        self._journal, self._themes, self._today = journal, themes, today

    def start(self, query: WinQuery, least: int = AT_FIRST) -> Reading:
        """Begin to read; `least` is how many wins to read at once, so that a long list keeps its place.

        What is searched for and what lies in the trash stands without headings.
        """
        grouped = not query.trashed and not query.text
        return Reading(self._journal, query, self._heading_of(self._today()) if grouped else None, max(least, AT_FIRST))

    def present(self, line: Line) -> CardRow | CardHeading:
        """Return the card of a line."""
        if isinstance(line, CardHeading):
            return line
        theme = self._themes.get(line.theme)
        chips = [ChipText(theme.label)] if theme else []
        if line.has_number:
            chips += [ChipText(text, "accent") for text in line.figures[:MOST_CHIPS]]
        else:
            chips.append(ChipText(self.tr("No number"), "warn", "hash"))
        day = weekday_and_date(line.happened_on, self._today())
        spoken = ", ".join((line.headline, day, *(chip.text for chip in chips)))
        return CardRow(line.headline, day, tuple(chips), spoken)

    def _heading_of(self, today: date) -> Callable[[date], str]:
        this_week = week_of(today)
        last_week = week_of(today - timedelta(days=7))

        def heading(day: date) -> str:
            if day in this_week:
                return self.tr("This week")
            if day in last_week:
                return self.tr("Last week")
            if day > this_week.end:
                return self.tr("Still to come")
            return self.tr("{month} {year}").format(month=month_name(day), year=day.year)

        return heading


class Reading:
    """One walk through what a query finds."""

    def __init__(
        self, journal: JournalService, query: WinQuery, heading: Callable[[date], str] | None, least: int
    ) -> None:
        self._journal, self._query, self._heading = journal, query, heading
        self._read = 0
        self._last = ""
        self.first: Sequence[Line] = self._next(least)

    @property
    def wins(self) -> int:
        """Return how many wins were read so far."""
        return self._read

    def more(self) -> Sequence[Line]:
        """Return the lines that follow, or nothing."""
        return self._next(AT_ONCE)

    def _next(self, most: int) -> Sequence[Line]:
        wins = self._journal.find(self._query, most, self._read)
        self._read += len(wins)
        return tuple(self._under_headings(wins))

    def _under_headings(self, wins: Iterable[WinSummary]) -> Iterable[Line]:
        for win in wins:
            if self._heading is not None and (heading := self._heading(win.happened_on)) != self._last:
                self._last = heading
                yield CardHeading(heading)
            yield win


def key_of(line: Line) -> object:
    """Return what tells lines apart."""
    return line.title if isinstance(line, CardHeading) else line.id

"""What the first page shows at a glance."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from arcareer.domain.agenda import Occasion
    from arcareer.domain.win_lists import WinSummary


class WeekCount(NamedTuple):
    """How many wins happened in the week that starts on `monday`; `away` weeks leave the rhythm's count."""

    monday: date
    wins: int
    away: bool = False


class ThemeCount(NamedTuple):
    """How many wins a theme has; `theme` is an id of the content catalogue."""

    theme: str
    wins: int


class HomeGlance(NamedTuple):
    """The first page's facts.

    `this_week` is newest first; `weeks` are the last twelve, oldest first, this one at the end; `coverage` counts the
    last 90 days, most first, and leaves out themes without a win; `occasions` are those still to come, soonest first;
    `purpose` is what the owner said brings them here, empty before they did; `away` holds the
    Mondays of all weeks away; `answers` counts those outside the trash.
    """

    this_week: tuple[WinSummary, ...]
    weeks: tuple[WeekCount, ...]
    coverage: tuple[ThemeCount, ...]
    total_wins: int
    occasions: tuple[Occasion, ...]
    purpose: str = ""
    away: frozenset[date] = frozenset()
    answers: int = 0

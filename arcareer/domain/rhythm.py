"""The habit of logging: how many of the last weeks have a win. Weeks away do not count, and nothing ever breaks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from arcareer.domain.home import WeekCount


class Rhythm(NamedTuple):
    """`kept` of `counted` weeks have a win; `run` of them follow on one another up to now.

    The present week joins the run with its first win and ends none before that.
    """

    kept: int
    counted: int
    run: int


def rhythm_of(weeks: Sequence[WeekCount]) -> Rhythm:
    """Return the rhythm of consecutive weeks, oldest first, the present one at the end."""
    counted = [week for week in weeks if week.wins or not week.away]
    kept = [bool(week.wins) for week in counted]
    trail = kept[:-1] if kept and not kept[-1] and counted[-1] is weeks[-1] else kept
    run = 0
    for logged in reversed(trail):
        if not logged:
            break
        run += 1
    return Rhythm(kept=sum(kept), counted=len(kept), run=run)

"""The place of a win: one integer whose order is the order of lists, newest first when read downwards.

The highest bit says whether the win is alive or in the trash, then follow the day and the instant it was logged.
The full-text index has the place as its row id, so it hands out the newest hits at once, without sorting them.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from arcareer.domain.journal import Win
    from arcareer.domain.periods import Period

_DAY_BITS = 40
_TICKS_A_SECOND = 512
_LIVING = 1 << 62
_EPOCH = datetime(2000, 1, 1, tzinfo=UTC)
_LAST_TICK = (1 << _DAY_BITS) - 1
_WHOLE_DAY = 1 << _DAY_BITS

SAME_MOMENT = 1 << 20
"""Wins whose places lie closer than this happened on one day and were logged within half an hour or so."""


def place_of(win: Win) -> int:
    """Return where the win belongs; wins logged in the same 2 ms belong to the same place and have to move up."""
    since = win.logged_at - _EPOCH
    ticks = (since.days * 86_400 + since.seconds) * _TICKS_A_SECOND + since.microseconds * _TICKS_A_SECOND // 1_000_000
    latest = _LAST_TICK - SAME_MOMENT
    return _side(trashed=win.in_trash) + win.happened_on.toordinal() * _WHOLE_DAY + min(max(ticks, 0), latest)


def moved_with(place: int, win: Win) -> int:
    """Return the same place on the win's side: with the living, or in the trash."""
    return moment_of(place) + _side(trashed=win.in_trash)


def moment_of(place: int) -> int:
    """Return the place without its side; no two wins share it, so the way to the trash and back is always free."""
    return place % _LIVING


def both_sides(moment: int) -> tuple[int, int]:
    """Return the places with the living and in the trash that share a moment."""
    return moment + _LIVING, moment


def place_range(period: Period | None, *, trashed: bool) -> tuple[int, int]:
    """Return the first and the last place of the living, or of the trash, in a period or in all time."""
    side = _side(trashed=trashed)
    if period is None:
        return side, side + _LIVING - 1
    first, last = period.start.toordinal(), period.end.toordinal()
    return side + first * _WHOLE_DAY, side + last * _WHOLE_DAY + _LAST_TICK


def _side(*, trashed: bool) -> int:
    return 0 if trashed else _LIVING

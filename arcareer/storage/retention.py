"""Which backups stay: enough recent ones, and always some from long ago.

The order is that of the sequence numbers, never of the dates: a clock that was wrong for a day removes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from datetime import date
from typing import Final, Protocol

KEEP_LAST: Final = 10
KEEP_DAYS: Final = 14
KEEP_WEEKS: Final = 8
KEEP_MONTHS: Final = 24

_DROP_SHARE: Final = 0.1
_DROP_WINS: Final = 20


class Kept(Protocol):
    """What the policy looks at."""

    @property
    def sequence(self) -> int:
        """Return the number of the backup; a later one is higher."""

    @property
    def made_on(self) -> date:
        """Return the civil date on which it was made."""

    @property
    def wins(self) -> int:
        """Return how many wins it holds."""

    @property
    def pinned(self) -> bool:
        """Return whether it is kept whatever the policy says."""


def kept_sequences(backups: Iterable[Kept]) -> frozenset[int]:
    """Return the sequence numbers of the backups that stay.

    The last 10; the newest of each of the last 14 days, 8 weeks and 24 months on which backups were made; for ever
    the newest and the fullest of each year, and the pinned ones.
    """
    newest_first = sorted(backups, key=lambda backup: backup.sequence, reverse=True)
    fullest_first = sorted(newest_first, key=lambda backup: backup.wins, reverse=True)
    kept = {backup.sequence for backup in newest_first[:KEEP_LAST]}
    kept |= {backup.sequence for backup in newest_first if backup.pinned}
    kept |= _first_of_each(newest_first, lambda day: day, KEEP_DAYS)
    kept |= _first_of_each(newest_first, lambda day: tuple(day.isocalendar())[:2], KEEP_WEEKS)
    kept |= _first_of_each(newest_first, lambda day: (day.year, day.month), KEEP_MONTHS)
    kept |= _first_of_each(newest_first, lambda day: day.year, len(newest_first))
    kept |= _first_of_each(fullest_first, lambda day: day.year, len(fullest_first))
    return frozenset(kept)


def has_shrunk(before: int, after: int) -> bool:
    """Return whether so many wins are gone since the last backup that no older one may be removed unasked."""
    lost = before - after
    return lost > _DROP_WINS or lost > before * _DROP_SHARE


def _first_of_each(backups: Sequence[Kept], bucket: Callable[[date], Hashable], buckets: int) -> set[int]:
    first: dict[Hashable, int] = {}
    for backup in backups:
        name = bucket(backup.made_on)
        if name not in first and len(first) < buckets:
            first[name] = backup.sequence
    return set(first.values())

"""Lists of wins: which wins to find, in which order, and what a list shows of each."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID

    from arcareer.domain.periods import Period


class WinOrder(StrEnum):
    """How found wins stand."""

    NEWEST = "newest"
    BEST_MATCH = "best-match"


class WinQuery(NamedTuple):
    """Which wins to find: every part narrows the answer, and an empty query finds all that are not in the trash.

    `text` is what the user typed: all its words must occur, the last one as the beginning of a word. BEST_MATCH
    orders by how well the text fits; without text it is the same as NEWEST.
    """

    text: str = ""
    period: Period | None = None
    theme: str | None = None
    competency: str | None = None
    customer: UUID | None = None
    has_number: bool | None = None
    trashed: bool = False
    order: WinOrder = WinOrder.NEWEST


class WinSummary(NamedTuple):
    """What a list shows of a win; `figures` are written out as documents print them."""

    id: UUID
    headline: str
    happened_on: date
    theme: str = ""
    figures: tuple[str, ...] = ()
    has_number: bool = False
    trashed_at: datetime | None = None

    @property
    def in_trash(self) -> bool:
        """Return whether the win lies in the trash."""
        return self.trashed_at is not None

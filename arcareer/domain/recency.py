"""Recency: whether the evidence for a review comes mostly from its last months, and which older wins balance it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Final
from uuid import UUID

from arcareer.domain.figures import Basis, Figure, FigureScope
from arcareer.domain.periods import Period

if TYPE_CHECKING:
    from arcareer.domain.journal import Win

_ONE_DAY: Final = timedelta(days=1)
_OWN: Final = (FigureScope.MINE, FigureScope.PORTFOLIO)
_THICKER: Final = Decimal("2.5")
_FEWEST: Final = 3


class Strength(StrEnum):
    """What speaks for adding an older win."""

    CHANGED_FIGURE = "changed-figure"
    OWN_RESULT = "own-result"
    MEASURED = "measured"
    NEW_COMPETENCY = "new-competency"


_FIGURE: Final = (Strength.CHANGED_FIGURE, Strength.OWN_RESULT, Strength.MEASURED)


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole, exactly as counted."""

    part: int
    whole: int

    @property
    def ratio(self) -> Decimal:
        """Return the part of 1 to 28 digits; 0 of nothing."""
        return Decimal(self.part) / self.whole if self.whole else Decimal(0)

    @property
    def percent(self) -> Decimal:
        """Return the part of 100 to 28 digits; 0 of nothing."""
        return Decimal(self.part) * 100 / self.whole if self.whole else Decimal(0)


@dataclass(frozen=True, slots=True)
class MonthShare:
    """How many of the wins happened in a month, named by its first day."""

    first_day: date
    share: Share


@dataclass(frozen=True, slots=True)
class OlderWin:
    """A win before the last quarter that the document leaves out, and what speaks for adding it."""

    win: UUID
    happened_on: date
    strengths: tuple[Strength, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Recency:
    """How the wins of a document spread over its period.

    `last_quarter` is None for a period shorter than two quarters. `even_share` is what it would hold if the wins were
    spread evenly over the days. `outside` counts wins of other times, which are in no share. `older` are worth adding,
    the strongest first.
    """

    period: Period
    share_by_month: tuple[MonthShare, ...]
    last_quarter: Period | None
    in_last_quarter: Share
    even_share: Share
    is_skewed: bool
    outside: int
    older: tuple[OlderWin, ...]

    @property
    def last_quarter_share(self) -> Decimal:
        """Return the part of the wins that happened in the last quarter, of 1; the counts are in `in_last_quarter`."""
        return self.in_last_quarter.ratio


def recency(used: Iterable[tuple[UUID, date]], period: Period, library: Iterable[Win] = ()) -> Recency:
    """Return how the wins `used` in a document, each with its day, spread over `period`, and what could balance them.

    A reviewer remembers the last weeks best, and so does who collects the evidence: recency bias. A document is skewed
    when a day of the last quarter holds at least two and a half times as many wins as a day before it; in a year that
    is 46% and more where an even spread gives 25%. Under three wins in the quarter nothing is said, for one more or
    less would turn it, and a period shorter than two quarters has no last quarter to speak of.

    A win used in several places counts once. Hand in a period that ends today rather than in the future. A period
    without an end, such as all time, is that of the wins. `library` are the wins to choose older ones from, those used
    among them.
    """
    days = dict(used)
    kept = [win for win in library if not win.in_trash]
    bounded = _bounded(period, [*days.values(), *(win.happened_on for win in kept)])
    inside = [day for day in days.values() if day in bounded]
    quarter = _last_quarter(bounded)
    recent = sum(1 for day in inside if quarter is not None and day in quarter)
    in_quarter = Share(recent, len(inside))
    even = Share(quarter.days if quarter else bounded.days, bounded.days)
    return Recency(
        period=bounded,
        share_by_month=_by_month(bounded, inside),
        last_quarter=quarter,
        in_last_quarter=in_quarter,
        even_share=even,
        is_skewed=quarter is not None and _is_skewed(in_quarter, even),
        outside=len(days) - len(inside),
        older=_older(kept, days, bounded, quarter),
    )


def _bounded(period: Period, days: Sequence[date]) -> Period:
    start = min(days, default=period.start) if period.start == date.min else period.start
    end = max(days, default=period.end) if period.end == date.max else period.end
    return Period(min(start, end), end)


def _last_quarter(period: Period) -> Period | None:
    """Return the last three months of a period that has at least twice as many."""
    if period.end == date.max or _months_before(period.end, 6) < period.start:
        return None
    return Period(_months_before(period.end, 3), period.end)


def _months_before(last: date, months: int) -> date:
    """Return the first day of the stretch of so many months that ends on `last`, that day included."""
    after = last + _ONE_DAY
    year, month = divmod(after.year * 12 + after.month - 1 - months, 12)
    if year < 1:
        return date.min
    following = (date(year, month + 1, 28) + timedelta(days=4)).replace(day=1)
    return date(year, month + 1, min(after.day, (following - _ONE_DAY).day))


def _is_skewed(recent: Share, even: Share) -> bool:
    """Compare wins a day in the last quarter with those before it, without dividing."""
    earlier_wins, earlier_days = recent.whole - recent.part, even.whole - even.part
    return recent.part >= _FEWEST and recent.part * earlier_days >= _THICKER * earlier_wins * even.part


def _by_month(period: Period, days: Sequence[date]) -> tuple[MonthShare, ...]:
    counts = Counter(day.replace(day=1) for day in days)
    if period.end == date.max:
        return ()
    month, found = period.start.replace(day=1), []
    while month <= period.end:
        found.append(MonthShare(month, Share(counts[month], len(days))))
        month = (month + timedelta(days=32)).replace(day=1)
    return tuple(found)


def _older(
    library: Sequence[Win], used: dict[UUID, date], period: Period, quarter: Period | None
) -> tuple[OlderWin, ...]:
    """Return the wins before the last quarter that are not used: the strongest first, of equals the newest."""
    if quarter is None:
        return ()
    covered = {one for win in library if win.id in used for one in win.competencies}
    found = [
        OlderWin(win.id, win.happened_on, _strengths(win, covered))
        for win in library
        if win.id not in used and period.start <= win.happened_on < quarter.start
    ]
    order = list(Strength)
    found.sort(key=lambda one: (-one.happened_on.toordinal(), one.win))
    found.sort(key=lambda one: [strength not in one.strengths for strength in order])
    return tuple(found)


def _strengths(win: Win, covered: set[str]) -> tuple[Strength, ...]:
    best = max((_of_figure(figure) for figure in win.figures), default=())
    is_new = bool(set(win.competencies) - covered)
    return (*(_FIGURE[at] for at, holds in enumerate(best) if holds), *((Strength.NEW_COMPETENCY,) if is_new else ()))


def _of_figure(figure: Figure) -> tuple[bool, ...]:
    """Return whether a figure says from where to where, is the user's own, and is measured."""
    return (bool(figure.change), figure.scope in _OWN, figure.basis is Basis.MEASURED)

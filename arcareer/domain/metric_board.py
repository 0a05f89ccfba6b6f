"""The dashboard of a book: tiles with change, goal and last year; aging, disputes, and improvements worth a win."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from arcareer.domain.formulas import compute
from arcareer.domain.history import Month
from arcareer.domain.kpi_periods import Change, Move, Reaction, change_between, move_of, reactions_to
from arcareer.domain.metric_kinds import DISPUTE_DAYS, DISPUTES, DSO, KINDS, OVER_90, TILES, Better, MetricKind
from arcareer.domain.metric_months import Book, DisputeCause, MetricMonth, Part
from arcareer.domain.metric_readings import MetricReading, read_series
from arcareer.domain.receivables import ZERO, Bucket

if TYPE_CHECKING:
    from collections.abc import Mapping

    from arcareer.domain.metric_settings import MetricSettings

_YEAR = 12
_REACTION_METRICS = {
    "best_possible_dso": "best_possible_dso",
    "average_days_delinquent": "average_days_delinquent",
    "dso": "dso_simple",
    "cei": "cei",
    "over_90": "percent_over_90",
    "disputes": "disputes_opened",
    "dispute_days": "dispute_days",
    "unapplied_cash": "unapplied_cash_pct",
}


class TileVerdict(StrEnum):
    """Whether a change is for the better."""

    BETTER = "better"
    WORSE = "worse"
    SAME = "same"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Tile:
    """A metric at the end of a span.

    `change` goes from the first month of the span that has a value to the last month; `goal_distance` is the value less
    the goal; `points` are the readings of the span, a reading without value being a gap.
    """

    kind: MetricKind
    reading: MetricReading
    change: Change | None
    verdict: TileVerdict
    goal: Decimal | None
    goal_distance: Decimal | None
    goal_is_met: bool | None
    year_ago: MetricReading | None
    year_change: Change | None
    points: tuple[MetricReading, ...]


@dataclass(frozen=True, slots=True)
class AgingMonth:
    """What was open at the end of a month by band."""

    month: Month
    bands: Mapping[Bucket, Decimal]

    @property
    def total(self) -> Decimal:
        """Return the open balance."""
        return sum(self.bands.values(), ZERO)


@dataclass(frozen=True, slots=True)
class Improvement:
    """An improvement worth a win. `key` is the same whenever it is found again.

    `cash_released` is what fewer days of sales set free once, where the sales of a year are known; `beside` are changes
    that have to be told with it.
    """

    key: str
    kind: MetricKind
    book: Book
    change: Change
    is_season_safe: bool
    cash_released: Decimal | None
    beside: tuple[str, ...]


def span_of(months: Sequence[MetricMonth], span: int, until: Month) -> tuple[MetricMonth, ...]:
    """Return the months of the `span` calendar months that end with `until`."""
    first = months_before(until, span - 1)
    return tuple(month for month in months if first <= month.month <= until)


def months_before(month: Month, count: int) -> Month:
    """Return the month `count` months before."""
    index = month.year * 12 + month.number - 1 - count
    return Month(index // 12, index % 12 + 1)


def tile_of(
    kind: MetricKind, settings: MetricSettings, months: Sequence[MetricMonth], span: int, until: Month
) -> Tile | None:
    """Return a metric of the span that ends with `until`, or None where the span holds no month."""
    readings = read_series(kind, settings.variant(kind), months)
    first = months_before(until, span - 1)
    points = tuple(reading for reading in readings if first <= reading.month <= until)
    if not points:
        return None
    last = points[-1]
    start = next((point for point in points if point.value is not None), None)
    change = change_between(start.measured, last.measured) if start is not None and start is not last else None
    year_ago = next((one for one in readings if one.month == months_before(last.month, _YEAR)), None)
    year_change = change_between(year_ago.measured, last.measured) if year_ago is not None else None
    goal = settings.goal(kind.id, last.book)
    distance = None if goal is None or last.value is None else last.value - goal
    return Tile(
        kind=kind,
        reading=last,
        change=change,
        verdict=verdict_on(kind, change),
        goal=goal,
        goal_distance=distance,
        goal_is_met=None if distance is None else _is_met(kind, distance),
        year_ago=year_ago,
        year_change=year_change,
        points=points,
    )


def verdict_on(kind: MetricKind, change: Change | None) -> TileVerdict:
    """Return whether a change is for the better; one up to the metric's tolerance counts as none."""
    if change is None or change.difference is None:
        return TileVerdict.UNKNOWN
    if abs(change.difference) <= kind.flat:
        return TileVerdict.SAME
    went_down = change.difference < 0
    return TileVerdict.BETTER if went_down == (kind.better is Better.LOWER) else TileVerdict.WORSE


def _is_met(kind: MetricKind, distance: Decimal) -> bool:
    return distance <= 0 if kind.better is Better.LOWER else distance >= 0


def tiles_of(
    kinds: Sequence[MetricKind],
    settings: MetricSettings,
    months: Sequence[MetricMonth],
    span: int,
    until: Month,
) -> tuple[Tile, ...]:
    """Return the tiles of several metrics, those without any month left out."""
    found = (tile_of(kind, settings, months, span, until) for kind in kinds)
    return tuple(tile for tile in found if tile is not None)


def aging_months(months: Sequence[MetricMonth]) -> tuple[AgingMonth, ...]:
    """Return the aging of the months that know every band."""
    return tuple(AgingMonth(month.month, aging) for month in months if (aging := month.aging) is not None)


def causes_of(months: Sequence[MetricMonth]) -> tuple[DisputeCause, ...]:
    """Return the causes of disputes over the months, most frequent first."""
    counts: Counter[str] = Counter()
    for month in months:
        for cause in month.causes:
            counts[cause.cause] += cause.count
    return tuple(DisputeCause(cause, count) for cause, count in counts.most_common())


def total_of(months: Sequence[MetricMonth], part: Part) -> Decimal | None:
    """Return the sum of a part over the months that know it, or None where none does."""
    known = [value for month in months if (value := month.value(part)) is not None]
    return sum(known, ZERO) if known else None


def seen_reactions(tiles: Sequence[Tile], months: Sequence[MetricMonth]) -> tuple[Reaction, ...]:
    """Return what the moves from the last month but one to the last usually mean."""
    moves = {
        _REACTION_METRICS[tile.kind.id]: move
        for tile in tiles
        if tile.kind.id in _REACTION_METRICS and (move := _last_move(tile)) is not None
    }
    if len(months) > 1 and months[-2].month.following == months[-1].month:
        before, after = months[-2].value(Part.WRITE_OFFS), months[-1].value(Part.WRITE_OFFS)
        if before is not None and after is not None:
            moves["write_offs"] = move_of(before, after, ZERO)
    return reactions_to(moves)


def _last_move(tile: Tile) -> Move | None:
    if len(tile.points) < 2 or tile.points[-2].month.following != tile.points[-1].month:
        return None
    before, after = tile.points[-2].value, tile.points[-1].value
    return None if before is None or after is None else move_of(before, after, tile.kind.flat)


def improvements_in(
    tiles: Sequence[Tile], months: Sequence[MetricMonth], settled: Sequence[str]
) -> tuple[Improvement, ...]:
    """Return the improvements of the tiles that are large enough for a win and not settled yet.

    The same month of the year before is compared where it is known, else the first month of the span.
    """
    found = []
    for tile in tiles:
        change = tile.year_change if _is_notable(tile.kind, tile.year_change) else tile.change
        if not _is_notable(tile.kind, change) or change is None:
            continue
        key = "|".join((tile.kind.id, tile.reading.book.scope, tile.reading.book.currency, str(tile.reading.month)))
        if key not in settled:
            found.append(
                Improvement(
                    key=key,
                    kind=tile.kind,
                    book=tile.reading.book,
                    change=change,
                    is_season_safe=change.is_season_safe,
                    cash_released=_cash_released(tile, change, months),
                    beside=_beside(tile.kind, change, months),
                )
            )
    return tuple(found)


def _is_notable(kind: MetricKind, change: Change | None) -> bool:
    if change is None or change.difference is None or verdict_on(kind, change) is not TileVerdict.BETTER:
        return False
    return abs(change.difference) >= kind.notable


def _cash_released(tile: Tile, change: Change, months: Sequence[MetricMonth]) -> Decimal | None:
    if tile.kind is not DSO:
        return None
    year = span_of(months, _YEAR, tile.reading.month)
    sales = [month.value(Part.CREDIT_SALES) for month in year]
    if len(sales) < _YEAR or None in sales:
        return None
    inputs = {
        "dso_before": change.before.result.value,
        "dso_after": change.after.result.value,
        "annual_credit_sales": sum((value for value in sales if value is not None), ZERO),
    }
    return compute("cash_released_by_dso", inputs).value


def _beside(kind: MetricKind, change: Change, months: Sequence[MetricMonth]) -> tuple[str, ...]:
    """Return what else changed that a reader will ask about."""
    asks: Mapping[str, tuple[tuple[Part, str], ...]] = {
        OVER_90.id: _CLEAN_UP,
        "past_due": _CLEAN_UP,
        DSO.id: _CLEAN_UP,
        DISPUTES.id: ((Part.INVOICES_ISSUED, "Show the number of invoices and the rule of counting beside it."),),
        DISPUTE_DAYS.id: ((Part.DISPUTES_OPEN_AMOUNT, "Show what is still open beside it."),),
    }
    within = [month for month in months if change.before.start < month.month.end <= change.after.end]
    return tuple(text for part, text in asks.get(kind.id, ()) if (total_of(within, part) or ZERO) > 0)


_CLEAN_UP = (
    (Part.WRITE_OFFS, "Write-offs took part in it: show them beside it."),
    (Part.CREDIT_MEMOS, "Credit notes took part in it: show them beside it."),
)
OTHERS: tuple[MetricKind, ...] = tuple(kind for kind in KINDS if kind not in TILES)
"""The metrics without a tile of their own."""

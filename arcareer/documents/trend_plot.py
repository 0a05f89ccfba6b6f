"""Where the parts of a line chart stand and how they are drawn: for documents and for the screen alike."""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from arcareer.documents.canvas import Canvas, Point
    from arcareer.documents.charts import ChartColours

_DASH = 4.0
_INSET = 4.0
_TICK_GAP = 6.0
_LEFT = 8.0
_RIGHT = 10.0


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendLines:
    """What a line chart shows, oldest first; None is a gap.

    `places` lie between 0 and 1 along the axis, one for each value. `earlier` are values to compare with at the same
    places. The texts stand at the end of their lines.
    """

    places: tuple[float, ...]
    values: tuple[Decimal | None, ...]
    text: str
    earlier: tuple[Decimal | None, ...] = ()
    earlier_text: str = ""
    goal: Decimal | None = None
    goal_text: str = ""


@dataclass(frozen=True, slots=True)
class TrendSizes:
    """Sizes in pixels: letters of the axis and of the last value, lines, dots, the height of a line of text."""

    label: float = 9.5
    end: float = 13.0
    line: float = 2.0
    dot: float = 3.6
    row: float = 14.0


@dataclass(frozen=True, slots=True)
class SideText:
    """Words at the right end of a line, centred on `y`."""

    y: float
    text: str
    is_main: bool = False


@dataclass(frozen=True, slots=True)
class TrendPlot:
    """A laid out line chart: every place in pixels; a gap has no point."""

    left: float
    right: float
    top: float
    bottom: float
    ticks: tuple[tuple[float, str], ...]
    points: tuple[Point | None, ...]
    earlier: tuple[Point | None, ...]
    goal: float | None
    side: tuple[SideText, ...]


@dataclass(frozen=True, slots=True)
class Room:
    """Where a line chart goes: its whole width, and the highest and lowest place of its lines."""

    width: float
    top: float
    bottom: float


def lay_out(lines: TrendLines, canvas: Canvas, room: Room, sizes: TrendSizes | None = None) -> TrendPlot:
    """Return where everything stands. Raises `ValueError` when there is no value at all."""
    sizes = sizes or TrendSizes()
    top, bottom = room.top, room.bottom
    known = [value for value in (*lines.values, *lines.earlier, lines.goal) if value is not None]
    marks = ticks(min(known), max(known))
    low, high = float(marks[0]), float(marks[-1])

    def height_of(value: Decimal) -> float:
        return bottom - (float(value) - low) / (high - low) * (bottom - top)

    left = _LEFT + max(canvas.text_width(tick_text(tick), size=sizes.label, weight=400) for tick in marks)
    beside = [(lines.text, sizes.end), (lines.goal_text, sizes.label), (lines.earlier_text, sizes.label)]
    right = room.width - _RIGHT - max(canvas.text_width(text, size=size, weight=600) for text, size in beside)
    places = [left + _INSET + at * (right - left - 2 * _INSET) for at in lines.places]
    points = tuple(_points(places, lines.values, height_of))
    earlier = tuple(_points(places, lines.earlier, height_of))
    goal = None if lines.goal is None else height_of(lines.goal)
    return TrendPlot(
        left=left,
        right=right,
        top=top,
        bottom=bottom,
        ticks=tuple((height_of(tick), tick_text(tick)) for tick in marks),
        points=points,
        earlier=earlier,
        goal=goal,
        side=_moved_apart(list(_side_texts(lines, points, earlier, goal)), sizes.row, room),
    )


def draw(canvas: Canvas, plot: TrendPlot, colours: ChartColours, sizes: TrendSizes | None = None) -> None:
    """Draw grid, goal, lines and the words beside them; dots and the labels below are the caller's."""
    sizes = sizes or TrendSizes()
    for y, text in plot.ticks:
        canvas.line((plot.left, y), (plot.right, y), colour=colours.grid, width=0.8)
        _write(canvas, (plot.left - _TICK_GAP, y + sizes.label / 3), text, colours.muted, sizes.label)
    if plot.goal is not None:
        for start, end in _dashes(plot.left, plot.right):
            canvas.line((start, plot.goal), (end, plot.goal), colour=colours.quiet, width=1.4)
    _draw_runs(canvas, plot.earlier, colours.quiet, sizes.line * 0.75, sizes.dot / 2)
    _draw_runs(canvas, plot.points, colours.accent, sizes.line, sizes.dot / 2)
    for one in plot.side:
        size = sizes.end if one.is_main else sizes.label
        colour = colours.accent if one.is_main else colours.muted
        place = (plot.right + _TICK_GAP, one.y + size * 0.35)
        canvas.text(*place, one.text, size=size, colour=colour, weight=600 if one.is_main else 400, anchor="start")


def ticks(low: Decimal, high: Decimal) -> list[Decimal]:
    """Return a few round values that hold all of `low` to `high` with a little air around."""
    spread = float(high - low) or max(abs(float(high)), 1.0) * 0.2
    rough = spread / 3
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(size * power for size in (1, 2, 2.5, 5, 10) if size * power >= rough)
    first = math.floor((float(low) - spread * 0.05) / step)
    last = math.ceil((float(high) + spread * 0.05) / step)
    first = max(first, 0) if low >= 0 else first
    return [Decimal(str(round(at * step, 10))) for at in range(first, last + 1)]


def tick_text(value: Decimal) -> str:
    """Return a round value as it stands beside the axis."""
    return f"{value.normalize():,f}"


def runs(points: Sequence[Point | None]) -> Iterator[list[Point]]:
    """Yield the unbroken stretches of a line with gaps."""
    run: list[Point] = []
    for point in points:
        if point is not None:
            run.append(point)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _points(
    places: Sequence[float], values: Sequence[Decimal | None], height_of: Callable[[Decimal], float]
) -> Iterator[Point | None]:
    for x, value in zip(places, values, strict=False):
        yield None if value is None else (x, height_of(value))


def _side_texts(
    lines: TrendLines, points: Sequence[Point | None], earlier: Sequence[Point | None], goal: float | None
) -> Iterator[SideText]:
    last = next((point for point in reversed(points) if point), None)
    before = next((point for point in reversed(earlier) if point), None)
    if last and lines.text:
        yield SideText(last[1], lines.text, is_main=True)
    if goal is not None and lines.goal_text:
        yield SideText(goal, lines.goal_text)
    if before and lines.earlier_text:
        yield SideText(before[1], lines.earlier_text)


def _moved_apart(texts: list[SideText], row: float, room: Room) -> tuple[SideText, ...]:
    """Return the words where they do not touch; the first keep their place, the others move to the nearest free one."""
    placed: list[SideText] = []
    for one in texts:
        free = (y for y in _nearest(one.y, row) if all(abs(y - other.y) >= row for other in placed))
        y = next((y for y in free if room.top - row / 2 <= y <= room.bottom + row / 2), one.y)
        placed.append(SideText(y, one.text, one.is_main))
    return tuple(placed)


def _nearest(y: float, row: float) -> Iterator[float]:
    yield y
    for step in range(1, 41):
        yield y + step * row / 8
        yield y - step * row / 8


def _draw_runs(canvas: Canvas, points: Sequence[Point | None], colour: str, width: float, dot: float) -> None:
    for run in runs(points):
        if len(run) == 1:
            canvas.circle(run[0], dot, colour=colour, rim=colour)
        elif any(one != two for one, two in pairwise(run)):
            canvas.polyline(run, colour=colour, width=width)


def _dashes(left: float, right: float) -> Iterator[tuple[float, float]]:
    for at in range(int((right - left) / (2 * _DASH)) + 1):
        start = left + at * 2 * _DASH
        yield start, min(start + _DASH, right)


def _write(canvas: Canvas, place: Point, words: str, colour: str, size: float) -> None:
    canvas.text(*place, words, size=size, colour=colour, weight=400, anchor="end")

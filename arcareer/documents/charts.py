"""How charts are drawn: pure functions from a chart value to strokes on a canvas, the same for every surface."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from arcareer.documents import look
from arcareer.documents.canvas import Anchor, Canvas, Point, Weight
from arcareer.documents.chart_values import BarChart, Chart, ColumnChart, Mark, PairChart, TrendChart
from arcareer.documents.trend_plot import Room, TrendLines, draw, lay_out

_HEAD = 42.0
_TITLE_SIZE = 12.5
_SUBTITLE_SIZE = 9.5
_LABEL_SIZE = 9.5
_VALUE_SIZE = 10.0
_BAR = 9.0
_BAR_ROW = 29.0
_PAIR_ROW = 41.0
_PLOT = 150.0
_LOW_PLOT = 104.0
_ALONE = 0.62
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class ChartColours:
    """Six hexadecimal digits each."""

    ink: str = look.INK
    muted: str = look.MUTED
    accent: str = look.ACCENT
    quiet: str = look.QUIET
    grid: str = look.GRID
    paper: str = "FFFFFF"


PAPER = ChartColours()


def chart_height(chart: Chart, *, low: bool = False) -> float:
    """Return the height the chart wants, in pixels; `low` where room is scarce."""
    match chart:
        case BarChart():
            return _HEAD + len(chart.marks) * _BAR_ROW
        case PairChart():
            return _HEAD + len(chart.pairs) * _PAIR_ROW
        case _:
            return _HEAD + (_LOW_PLOT if low else _PLOT)


def chart_width(chart: Chart, room: float) -> float:
    """Return how much of a row's room the chart takes when it stands alone: lying bars get too heavy over a page."""
    return room * _ALONE if isinstance(chart, BarChart | PairChart) else room


def paint(canvas: Canvas, chart: Chart, width: float, height: float, colours: ChartColours = PAPER) -> None:
    """Draw the chart into the given room; `height` should be at least what `chart_height` asks for."""
    painter = _Painter(canvas, width, height, colours)
    match chart:
        case TrendChart():
            painter.trend(chart)
        case BarChart():
            painter.bars(chart)
        case ColumnChart():
            painter.columns(chart)
        case PairChart():
            painter.pairs(chart)


class _Painter:
    def __init__(self, canvas: Canvas, width: float, height: float, colours: ChartColours) -> None:
        self._canvas = canvas
        self._width = width
        self._height = height
        self._colours = colours

    def trend(self, chart: TrendChart) -> None:
        self._head(chart.title, chart.subtitle, chart.marks)
        lines = TrendLines(
            places=tuple(_along_time(chart.marks)),
            values=tuple(mark.value for mark in chart.marks),
            text=chart.marks[-1].text,
            goal=None if chart.goal is None else chart.goal.value,
            goal_text="" if chart.goal is None else f"{chart.goal.label} {chart.goal.text}",
        )
        plot = lay_out(lines, self._canvas, Room(self._width, _HEAD + 6, self._height - 18))
        draw(self._canvas, plot, self._colours)
        points = [point for point in plot.points if point]
        for point in (points[0], points[-1]):
            self._canvas.circle(point, 3.6, colour=self._colours.accent, rim=self._colours.paper)
        self._first_value(points, chart.marks[0].text)
        self._labels_below([point[0] for point in points], chart.marks)

    def bars(self, chart: BarChart) -> None:
        self._head(chart.title, chart.subtitle, ())
        largest = max(mark.value for mark in chart.marks)
        room = self._width - 10 - max(self._measure(mark.text, _VALUE_SIZE, 600) for mark in chart.marks)
        for at, mark in enumerate(chart.marks):
            y = _HEAD + at * _BAR_ROW
            self._write((0, y + 8), self._fitting(mark.label, mark.plain_label), self._colours.muted)
            length = _length(mark.value, largest, room)
            self._canvas.rect(0, y + 12, length, _BAR, colour=self._colours.accent)
            self._value((length + 6, y + 12 + _BAR - 1), mark.text)

    def pairs(self, chart: PairChart) -> None:
        self._head(chart.title, chart.subtitle, ())
        largest = max(max(pair.before, pair.after) for pair in chart.pairs) or Decimal(1)
        texts = [(f"{pair.before_text} before", f"{pair.after_text} after") for pair in chart.pairs]
        room = self._width - 10 - max(self._measure(text, _VALUE_SIZE, 600) for both in texts for text in both)
        for at, (pair, (before, after)) in enumerate(zip(chart.pairs, texts, strict=True)):
            y = _HEAD + at * _PAIR_ROW
            self._write((0, y + 8), self._fitting(pair.label, pair.plain_label), self._colours.muted)
            for down, value, colour in (
                (12.0, pair.before, self._colours.quiet),
                (23.0, pair.after, self._colours.accent),
            ):
                self._canvas.rect(0, y + down, _length(value, largest, room), _BAR, colour=colour)
            beside_before = (_length(pair.before, largest, room) + 6, y + 11 + _BAR)
            self._write(beside_before, before, self._colours.muted, size=_VALUE_SIZE)
            self._value((_length(pair.after, largest, room) + 6, y + 22 + _BAR), after)

    def columns(self, chart: ColumnChart) -> None:
        self._head(chart.title, chart.subtitle, ())
        largest = max(mark.value for mark in chart.marks) or Decimal(1)
        top, bottom = _HEAD + 10, self._height - 18
        slot = self._width / len(chart.marks)
        bar = min(slot * 0.62, 34.0)
        self._canvas.line((0, bottom), (self._width, bottom), colour=self._colours.grid, width=0.8)
        for at, mark in enumerate(chart.marks):
            middle = slot * (at + 0.5)
            tall = float(mark.value / largest) * (bottom - top)
            if tall:
                self._canvas.rect(middle - bar / 2, bottom - tall, bar, tall, colour=self._colours.accent)
            self._value((middle, bottom - tall - 4), mark.text, anchor="middle")
        self._labels_below([slot * (at + 0.5) for at in range(len(chart.marks))], chart.marks)

    def _head(self, title: str, subtitle: str, marks: Sequence[Mark]) -> None:
        instead = f"{marks[0].text} to {marks[-1].text}" if marks else ""
        heading = self._fitting(title, instead, _TITLE_SIZE, 600)
        self._write((0, 12), heading, self._colours.ink, size=_TITLE_SIZE, weight=600)
        self._write((0, 27), self._fitting(subtitle, ""), self._colours.muted, size=_SUBTITLE_SIZE)

    def _first_value(self, points: list[tuple[float, float]], text: str) -> None:
        falls = points[1][1] > points[0][1]
        x, y = points[0]
        self._value((x - 2, y - 8 if falls else y + 16), text)

    def _labels_below(self, places: list[float], marks: Sequence[Mark]) -> None:
        """Write as many labels as fit, always the first and the last."""
        widths = [self._measure(mark.label, _LABEL_SIZE) for mark in marks]
        last_start = self._width - widths[-1] if len(marks) > 1 else self._width
        free = 0.0
        for at, (place, mark, wide) in enumerate(zip(places, marks, widths, strict=True)):
            start = min(max(place - wide / 2, 0.0), self._width - wide)
            is_last = at == len(marks) - 1
            if is_last or (start >= free and start + wide + 6 <= min(last_start, places[-1] - widths[-1] / 2)):
                self._write((start, self._height - 4), mark.label, self._colours.muted)
                free = start + wide + 6

    def _fitting(self, words: str, instead: str, size: float = _LABEL_SIZE, weight: Weight = 400) -> str:
        """Return the words as far as they can be drawn and fit the width, or what stands in for them."""
        drawn = " ".join(self._canvas.drawable(words).split())
        if _letters(drawn) < _letters(words) and instead:
            drawn = self._canvas.drawable(instead)
        drawn = drawn[:_LONGEST]
        if self._measure(drawn, size, weight) <= self._width:
            return drawn
        fitting = bisect_right(
            range(len(drawn)), self._width, key=lambda end: self._measure(f"{drawn[:end]}…", size, weight)
        )
        return f"{drawn[: fitting - 1].rstrip()}…"

    def _measure(self, words: str, size: float, weight: Weight = 400) -> float:
        return self._canvas.text_width(words, size=size, weight=weight)

    def _value(self, place: Point, words: str, *, anchor: Anchor = "start") -> None:
        self._write(place, words, self._colours.ink, size=_VALUE_SIZE, weight=600, anchor=anchor)

    def _write(
        self,
        place: Point,
        words: str,
        colour: str,
        *,
        size: float = _LABEL_SIZE,
        weight: Weight = 400,
        anchor: Anchor = "start",
    ) -> None:
        if words:
            self._canvas.text(*place, words, size=size, colour=colour, weight=weight, anchor=anchor)


def _along_time(marks: Sequence[Mark]) -> list[float]:
    """Return where each mark stands between 0 and 1 by its day; an undated first mark stands before all days."""
    days = [mark.day.toordinal() for mark in marks if mark.day]
    if len(days) < len(marks) - 1 or days[0] == days[-1]:
        return [at / (len(marks) - 1) for at in range(len(marks))]
    lead = 1 / len(marks) if len(days) < len(marks) else 0.0
    dated = [lead + (day - days[0]) / (days[-1] - days[0]) * (1 - lead) for day in days]
    return [0.0, *dated] if lead else dated


def _letters(words: str) -> int:
    return sum(char.isalnum() for char in words)


def _length(value: Decimal, largest: Decimal, room: float) -> float:
    return max(2.0, float(value / largest) * room)

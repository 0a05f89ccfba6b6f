"""One measure over the months: as a line with its goal, or as a table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from arcareer.domain.metric_words import flag_words
from arcareer_ui.pages.metrics.parts import why_words
from arcareer_ui.pages.metrics.words import (
    change_words,
    goal_words,
    metric_name,
    month_words,
    number_words,
    short_month,
    signed_words,
    value_words,
)
from arcareer_ui.theme.theme import current_theme
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.empty_state import EmptyState
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.styling import Restyled
from arcareer_ui.widgets.text_table import TextTable
from arcareer_ui.widgets.trend_view import HEIGHT, TrendGoal, TrendPoint, TrendView

if TYPE_CHECKING:
    from decimal import Decimal

    from arcareer.domain.history import Month
    from arcareer.domain.metric_board import Tile
    from arcareer.domain.metric_readings import MetricReading
    from arcareer.domain.win_lists import WinSummary

MOST_WINS = 3
YEAR = 12


class TrendCard(Restyled, Card):
    """The line of a measure. `opened` carries the month the user wants to see; `announced` what the cursor is on.

    `explained` asks how the measure is worked out.
    """

    opened = Signal(object)
    explained = Signal()
    announced = Signal(str)

    def __init__(self) -> None:
        super().__init__(spacing=8)
        self._months: tuple[Month, ...] = ()
        self._title = Label("", "h2")
        self.table_button = Button(self.tr("View as table"), "link", icon="table-2")
        self.explain_button = Button(self.tr("Definition"), "link", icon="info")
        heading = self.add_heading("", self.explain_button, self.table_button)
        heading.insertWidget(0, self._title)
        self.chart = TrendView()
        self.table = TextTable("")
        self._few = EmptyState("chart-line", self.tr("Three months show a trend"))
        self._stack = QStackedWidget()
        for part in (self.chart, self.table, self._few):
            self._stack.addWidget(part)
        self.add(self._stack, 1)
        self.table_button.clicked.connect(self._turn)
        self.explain_button.clicked.connect(self.explained)
        self.chart.opened.connect(lambda index: self.opened.emit(self._months[index]))
        self.chart.pointed.connect(lambda index: self.announced.emit(self.chart.points[index].spoken))
        self.table.doubleClicked.connect(lambda index: self.opened.emit(self._months[index.row()]))
        self.restyle()

    def restyle(self) -> None:
        """Follow the text scale."""
        self._stack.setMinimumHeight(current_theme().px(HEIGHT))

    @property
    def shows_table(self) -> bool:
        """Return whether the table stands in place of the line."""
        return self._stack.currentWidget() is self.table

    def show_measure(
        self, tile: Tile, earlier: Sequence[MetricReading], wins: Mapping[Month, Sequence[WinSummary]]
    ) -> None:
        """Show a measure; `earlier` are the same months of the year before, `wins` what was done in each month."""
        name = metric_name(tile.kind)
        self._title.setText(self.tr("{name} by month").format(name=name))
        self._months = tuple(_calendar(tile.points))
        known_before = earlier if len(self._months) <= YEAR else ()  # a longer line shows the years itself
        before = {(one.month.year + 1, one.month.number): one for one in known_before}
        self._fill_chart(tile, before, wins)
        self._fill_table(tile, before)
        known = sum(point.value is not None for point in tile.points)
        self.table_button.setVisible(known > 0)
        if known < 2:
            self._few.set_words(*self._few_words(tile, known))
            self._stack.setCurrentWidget(self.table if self.shows_table and known else self._few)
        elif not self.shows_table:
            self._stack.setCurrentWidget(self.chart)

    def _few_words(self, tile: Tile, known: int) -> tuple[str, str]:
        if known:
            return self.tr("Three months show a trend"), self.tr(
                "One month is here. Add the months before or after it."
            )
        name = metric_name(tile.kind)
        return self.tr("{name} cannot be worked out yet").format(name=name), why_words(tile.reading)

    def _turn(self) -> None:
        to_table = not self.shows_table
        known = sum(point.value is not None for point in self.chart.points)
        self._stack.setCurrentWidget(self.table if to_table else self.chart if known > 1 else self._few)
        self.table_button.set_label(self.tr("View as chart") if to_table else self.tr("View as table"))
        self.table_button.set_icon("chart-line" if to_table else "table-2")
        if to_table:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill_chart(
        self,
        tile: Tile,
        before: Mapping[tuple[int, int], MetricReading],
        wins: Mapping[Month, Sequence[WinSummary]],
    ) -> None:
        kind = tile.kind
        points = []
        known_months = {reading.month: reading for reading in tile.points}
        for month in self._months:
            reading = known_months.get(month)
            if reading is None:
                words = self.tr("{month}: nothing is known").format(month=month_words(month))
                points.append(TrendPoint(self._label(month), None, words, words))
                continue
            year_before = before.get((reading.month.year, reading.month.number))
            done = [win.headline for win in wins.get(reading.month, ())]
            lines = _told(self, reading, year_before)
            points.append(
                TrendPoint(
                    self._label(reading.month),
                    reading.value,
                    "\n".join((*lines, *done[:MOST_WINS])),
                    ". ".join((*lines, *done)),
                    earlier=year_before.value if year_before else None,
                    is_marked=bool(done),
                )
            )
        last = next((point.value for point in reversed(points) if point.value is not None), None)
        known = [(reading.month, reading.value) for reading in tile.points if reading.value is not None]
        told = ", ".join(f"{month_words(month)} {value_words(value, kind.unit)}" for month, value in known)
        name = self.tr("{name} by month").format(name=metric_name(kind))
        goal = None if tile.goal is None else TrendGoal(tile.goal, goal_words(kind, tile.goal))
        self.chart.set(
            points,
            ". ".join(part for part in (f"{name}: {told}", goal.text if goal else "") if part) + ".",
            text="" if last is None else number_words(last, kind.unit),
            goal=goal,
            earlier_text=self.tr("Year before") if any(point.earlier is not None for point in points) else "",
        )

    def _label(self, month: Month) -> str:
        name = short_month(month)
        return name if len(self._months) <= YEAR else f"{name} {month.year % 100:02d}"

    def _fill_table(self, tile: Tile, before: Mapping[tuple[int, int], MetricReading]) -> None:
        unit = tile.kind.unit
        rows = []
        last: Decimal | None = None
        known_months = {reading.month: reading for reading in tile.points}
        for month in self._months:
            reading = known_months.get(month)
            if reading is None:
                rows.append((month_words(month), "–", "", "", "", self.tr("Nothing is known of this month.")))
                last = None
                continue
            value = reading.value
            year_before = before.get((reading.month.year, reading.month.number))
            earlier = year_before.value if year_before else None
            note = why_words(reading) if value is None else flag_words(reading.flag) if reading.flag else ""
            rows.append(
                (
                    month_words(reading.month),
                    "–" if value is None else value_words(value, unit),
                    "" if value is None or last is None else signed_words(value - last, unit),
                    "" if value is None or tile.goal is None else signed_words(value - tile.goal, unit),
                    "" if earlier is None else value_words(earlier, unit),
                    note,
                )
            )
            last = value
        name = metric_name(tile.kind)
        self.table.setAccessibleName(self.tr("{name} by month").format(name=name))
        columns = (
            self.tr("Month"),
            name,
            self.tr("Change"),
            self.tr("To the goal"),
            self.tr("Year before"),
            self.tr("To note"),
        )
        kept = [at for at in range(len(columns)) if at in {0, 1} or any(row[at] for row in rows)]
        self.table.set_rows(
            [columns[at] for at in kept],
            [[row[at] for at in kept] for row in rows],
            stretch=0 if 5 not in kept else None,
            figures=[place for place, at in enumerate(kept) if at in {1, 2, 3, 4}],
        )


def _told(card: QWidget, reading: MetricReading, year_before: MetricReading | None) -> list[str]:
    """Return what is said of one month: its value or why there is none, and the same month of the year before."""
    month, unit = month_words(reading.month), reading.kind.unit
    if reading.value is None:
        return [month, why_words(reading)]
    lines = [f"{month}: {value_words(reading.value, unit)}"]
    if year_before is not None and year_before.value is not None:
        words = change_words(reading.value - year_before.value, unit)
        earlier = value_words(year_before.value, unit)
        lines.append(card.tr("A year before {value}: {change}").format(value=earlier, change=words.lower()))
    if reading.flag:
        lines.append(flag_words(reading.flag))
    return lines


def _calendar(readings: Sequence[MetricReading]) -> Iterator[Month]:
    """Yield every month from the first reading to the last, those without a reading too."""
    if not readings:
        return
    month = readings[0].month
    while month <= readings[-1].month:
        yield month
        month = month.following

"""Scores over time on one common scale, with the change against six months before and the aim."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget

from arcareer.domain.reviews import AIM_PERCENT, COMMON_TOP, Review, ScorePoint
from arcareer_ui.dates import short_date
from arcareer_ui.pages.reviews.words import aim_chip, change_words, common_words, score_words, title_of
from arcareer_ui.theme.theme import current_theme
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.chip import Chip
from arcareer_ui.widgets.empty_state import EmptyState
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.layouts import FlowBox
from arcareer_ui.widgets.styling import Restyled
from arcareer_ui.widgets.text_table import TextTable
from arcareer_ui.widgets.trend_view import TrendGoal, TrendPoint, TrendView

HEIGHT = 300


class ScoresCard(Restyled, Card):
    """The line of scores. `opened` carries the identity of a review, `announced` what the cursor is on."""

    opened = Signal(object)
    announced = Signal(str)

    def __init__(self) -> None:
        super().__init__(spacing=8)
        self._order: tuple[UUID, ...] = ()
        self.table_button = Button(self.tr("View as table"), "link", icon="table-2")
        self.add_heading(self.tr("Scores over time"), self.table_button)
        hint = self.tr("Every scale is carried over to one from 0, its worst mark, to 100, its best.")
        self._hint = Label(hint, "small", wrap=True)
        self._change, self._aim = Label("", "strong"), Chip("")
        self.chart, self.table = TrendView(), TextTable(self.tr("Scores over time"))
        self._few = EmptyState(
            "chart-line", self.tr("Two scores show a line"), self.tr("Enter the score of a past review to begin it.")
        )
        self._stack = QStackedWidget()
        for part in (self.chart, self.table, self._few):
            self._stack.addWidget(part)
        self.add(self._hint)
        self.add(FlowBox(self._change, self._aim))
        self.add(self._stack, 1)
        self.table_button.clicked.connect(self._turn)
        self.chart.opened.connect(lambda index: self.opened.emit(self._order[index]))
        self.chart.pointed.connect(lambda index: self.announced.emit(self.chart.points[index].spoken))
        self.table.doubleClicked.connect(lambda index: self.opened.emit(self._order[index.row()]))
        self.restyle()

    def restyle(self) -> None:
        """Follow the text scale."""
        self._stack.setMinimumHeight(current_theme().px(HEIGHT))

    @property
    def shows_table(self) -> bool:
        """Return whether the table stands in place of the line."""
        return self._stack.currentWidget() is self.table

    def show_scores(self, points: Sequence[ScorePoint], reviews: Mapping[UUID, Review]) -> None:
        """Show the scores, the earliest first."""
        self._order = tuple(point.review for point in points)
        shown = [self._point(point, reviews[point.review]) for point in points]
        told = "; ".join(point.spoken for point in shown)
        goal = self._goal(points)
        self.chart.set(shown, self.tr("Scores over time. {told}").format(told=told), goal=goal)
        columns = (self.tr("Review"), self.tr("Day"), self.tr("Score"), self.tr("0 to 100"), self.tr("Change"))
        self.table.set_rows(columns, [self._cells(one, reviews[one.review]) for one in points], figures=(3,), stretch=0)
        self._show_change(points)
        self.table_button.setVisible(bool(points))
        if len(points) < 2:
            self._stack.setCurrentWidget(self.table if points and self.shows_table else self._few)
        elif not self.shows_table:
            self._stack.setCurrentWidget(self.chart)

    def _show_change(self, points: Sequence[ScorePoint]) -> None:
        change = points[-1].change if points else None
        self._change.setText(change_words(change) if points else "")
        self._change.setVisible(bool(points))
        self._aim.setVisible(change is not None)
        if change is not None:
            chip = aim_chip(change)
            self._aim.set(chip.text, chip.tone, chip.icon)

    def _goal(self, points: Sequence[ScorePoint]) -> TrendGoal | None:
        """Return the aim for the next six months, from the last score on."""
        if not points or points[-1].common >= COMMON_TOP or not points[-1].common:
            return None
        low, high = (min(COMMON_TOP, points[-1].common * (1 + share / Decimal(100))) for share in AIM_PERCENT)
        words = self.tr("Aim {low} to {high}").format(low=common_words(low), high=common_words(high))
        return TrendGoal(low, words)

    def _point(self, point: ScorePoint, review: Review) -> TrendPoint:
        title, score, common = title_of(review), score_words(review.details), common_words(point.common)
        lines = (title, self.tr("{score}: {common} of 100").format(score=score, common=common), review.details.rating)
        tip = "\n".join(line for line in (*lines, change_words(point.change)) if line)
        day = short_date(point.on)
        return TrendPoint(day, point.common, tip, ", ".join((day, *tip.split("\n"))), is_marked=True)

    def _cells(self, point: ScorePoint, review: Review) -> tuple[str, ...]:
        score = ", ".join(part for part in (score_words(review.details), review.details.rating) if part)
        change = change_words(point.change) if point.change is not None else ""
        return title_of(review), short_date(point.on), score, common_words(point.common), change

    def _turn(self) -> None:
        to_table = not self.shows_table
        self._stack.setCurrentWidget(self.table if to_table else self.chart if len(self._order) > 1 else self._few)
        self.table_button.set_label(self.tr("View as chart") if to_table else self.tr("View as table"))
        self.table_button.set_icon("chart-line" if to_table else "table-2")
        if to_table:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

"""A measure against its goal and the year before, and what the user did about it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from arcareer.domain.figures import plain_number
from arcareer.services.typed_numbers import read_number
from arcareer_ui.pages.metrics.words import (
    change_words,
    distance_words,
    metric_name,
    month_words,
    unit_words,
    value_words,
)
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.field import Field
from arcareer_ui.widgets.grow_text import GrowText
from arcareer_ui.widgets.icon import Icon
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.layouts import Columns
from arcareer_ui.widgets.line_edit import ParsedLine

if TYPE_CHECKING:
    from arcareer.domain.metric_board import Tile

STACK_BELOW = 420
GOAL_WIDTH = 150


class GoalCard(Card):
    """`goal_entered` carries a value or None; `typed` comes with every key in the note, `left` when it is left."""

    goal_entered = Signal(object)
    typed = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__(spacing=12)
        self._title = Label("", "h2")
        self.add_heading("").insertWidget(0, self._title)
        self.goal = ParsedLine[Decimal](read_number, plain_number)
        self.goal_field = Field(self.tr("Goal"), self.goal)
        self._distance_icon = Icon("target", "text3", 18)
        self._distance = Label("", "strong", wrap=True)
        self._year = Label("", "small", wrap=True)
        columns = Columns(STACK_BELOW, 18)
        columns.add(self.goal_field, 0, GOAL_WIDTH)
        columns.add(self._make_words(), 1)
        self.add(columns)
        self.note = GrowText("", self.tr("Called the ten oldest accounts; moved two disputes to Sales"), lines=2)
        self.note_field = Field("", self.note)
        self.add(self.note_field)
        self.goal.entered.connect(self.goal_entered)
        self.goal.unread.connect(self._ask_again)
        self.goal.mended.connect(self.goal_field.clear_message)
        self.note.edited.connect(self.typed)
        self.note.left.connect(self.left)

    def show_measure(self, tile: Tile, note: str) -> None:
        """Show a measure in the last month; a note that is being typed in stays as it is."""
        name, month = metric_name(tile.kind), month_words(tile.reading.month)
        self._title.setText(self.tr("{name} against the goal").format(name=name))
        unit = unit_words(tile.kind.unit)
        goal_name = self.tr("Goal in {unit}").format(unit=unit) if unit else self.tr("Goal")
        self.goal.setAccessibleName(self.tr("{goal} for {name}").format(goal=goal_name, name=name))
        self.goal_field.set_label(goal_name)
        if not self.goal.is_half_typed:
            self.goal.set_value(tile.goal)
        self._show_distance(tile)
        self._show_year(tile)
        words = self.tr("What I did about it in {month}").format(month=month)
        self.note_field.set_label(words)
        self.note.setAccessibleName(words)
        if self.note.text != note:
            self.note.set_text(note)

    def _show_distance(self, tile: Tile) -> None:
        if tile.goal is None:
            words, colour = self.tr("Set a goal and its line is drawn in the chart."), ""
        elif tile.goal_distance is None:
            words, colour = self.tr("There is no value in the last month to compare."), ""
        else:
            words = distance_words(tile.goal_distance, tile.kind.unit)
            colour = "accent" if tile.goal_is_met else "warn"
        self._distance.setText(words)
        self._distance.set_tone(colour)
        met = colour == "accent"
        self._distance_icon.set("circle-check" if met else "target", colour or "text3")

    def _show_year(self, tile: Tile) -> None:
        year, change = tile.year_ago, tile.year_change
        if year is None or year.value is None:
            self._year.setText(self.tr("The same month of the year before is not known, so seasons are not taken out."))
            return
        words = self.tr("{month}: {value}").format(
            month=month_words(year.month), value=value_words(year.value, tile.kind.unit)
        )
        if change is not None and change.difference is not None:
            now = change_words(change.difference, tile.kind.unit)
            words = self.tr("{year_ago}. Now {change}.").format(year_ago=words, change=now[:1].lower() + now[1:])
        self._year.setText(words)

    def _make_words(self) -> QWidget:
        words = QWidget()
        layout = column(words, margins=(0, 22, 0, 0), spacing=6)
        line = row(spacing=8)
        line.addWidget(self._distance_icon)
        line.addWidget(self._distance, 1)
        layout.addLayout(line)
        layout.addWidget(self._year)
        layout.addStretch(1)
        return words

    def _ask_again(self) -> None:
        self.goal_field.show_problem(self.tr("A goal is one number, such as 37 or 4.5. Your text is kept."))

"""What a review still lacks: months without a win, wins without a number, goals without a win."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from arcareer_ui.dates import day_and_month
from arcareer_ui.pages.reviews.words import around_words, month_and_year, months_sentence, stretch_words
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.icon import Icon
from arcareer_ui.widgets.item_row import ItemRow
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.meters import WeekBars
from arcareer_ui.widgets.rule import Rule

if TYPE_CHECKING:
    from arcareer.services.reviews import ReviewFile

MOST_ROWS = 4


class MissingCard(Card):
    """`route_asked` leads to where something can be mended, `goal_asked` to a goal."""

    route_asked = Signal(str)
    goal_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__(spacing=10)
        self.add_heading(self.tr("What is missing"))
        self._about = Label("", "small", wrap=True)
        self.add(self._about)
        self._bars = WeekBars((), "", "", "")
        self.add(self._bars)
        self._parts = QWidget()
        self.add(self._parts)
        self.log_button: Button | None = None

    def show_file(self, file: ReviewFile, about: str = "") -> None:
        """Show the gaps of a review; `about` says which review it is."""
        self._about.setText(about)
        self._about.setVisible(bool(about))
        months = file.months
        self._bars.setVisible(bool(months))
        if months:
            ends = (month_and_year(months[0].first_day), month_and_year(months[-1].first_day))
            self._bars.set([month.wins for month in months], *ends, months_sentence(months))
        fresh = QWidget()
        lines = column(fresh, spacing=10)
        groups = [group for group in self._groups(file) if group is not None]
        for at, group in enumerate(groups):
            if at:
                lines.addWidget(Rule())
            lines.addWidget(group)
        if not groups:
            lines.addWidget(_line("circle-check", "accent", self.tr("No gap: every month, goal and win is covered.")))
        self.body.replaceWidget(self._parts, fresh)
        self._parts.hide()
        self._parts.deleteLater()
        self._parts = fresh

    def _groups(self, file: ReviewFile) -> Sequence[QWidget | None]:
        return (self._months(file), self._numbers(file), self._goals(file))

    def _months(self, file: ReviewFile) -> QWidget | None:
        stretches = file.empty_stretches
        if not stretches:
            return None
        holder = QWidget()
        lines = column(holder, spacing=6)
        for stretch in stretches[:MOST_ROWS]:
            lines.addWidget(_line("calendar", "warn", stretch_words(stretch), around_words(stretch, file.months)))
        if len(stretches) > MOST_ROWS:
            lines.addWidget(Label(self.tr("%n more stretch(es)", "", len(stretches) - MOST_ROWS), "caption"))
        self.log_button = Button(self.tr("Log a win from then"), "link", icon="plus")
        self.log_button.clicked.connect(partial(self.route_asked.emit, "this-week"))
        _put_button(lines.addLayout, self.log_button)
        return holder

    def _numbers(self, file: ReviewFile) -> QWidget | None:
        wins = file.without_number
        if not wins:
            return None
        holder = QWidget()
        lines = column(holder, spacing=2)
        lines.addWidget(_line("hash", "warn", self.tr("%n win(s) without a number", "", len(wins))))
        for win in wins[:MOST_ROWS]:
            line = ItemRow("trophy", win.headline, day_and_month(win.happened_on), tone="plain")
            line.opened.connect(partial(self.route_asked.emit, f"win/{win.id}"))
            lines.addWidget(line)
        if len(wins) > MOST_ROWS:
            more = Button(self.tr("Show all in Wins"), "link", icon="arrow-right")
            more.clicked.connect(partial(self.route_asked.emit, "wins/needs-number"))
            _put_button(lines.addLayout, more)
        return holder

    def _goals(self, file: ReviewFile) -> QWidget | None:
        goals = file.goals_without_wins
        if not goals:
            return None
        holder = QWidget()
        lines = column(holder, spacing=2)
        lines.addWidget(_line("link-2", "warn", self.tr("%n goal(s) without a win", "", len(goals))))
        for goal in goals[:MOST_ROWS]:
            line = ItemRow("target", goal.text, goal.target, tone="plain")
            line.opened.connect(partial(self.goal_asked.emit, goal.id))
            lines.addWidget(line)
        if len(goals) > MOST_ROWS:
            lines.addWidget(Label(self.tr("%n more goal(s)", "", len(goals) - MOST_ROWS), "caption"))
        return holder


def _line(icon: str, tone: str, title: str, text: str = "") -> QWidget:
    holder = QWidget()
    line = row(holder, spacing=10)
    line.addWidget(Icon(icon, tone, 16))
    words = column(spacing=1)
    words.addWidget(Label(title, "strong", wrap=True))
    if text:
        words.addWidget(Label(text, "small", wrap=True))
    line.addLayout(words, 1)
    return holder


def _put_button(add: Callable[..., None], button: Button) -> None:
    line = row()
    line.addWidget(button)
    line.addStretch(1)
    add(line)

"""What stands around the figures: what was done, what the pattern means, what others report, and wins to be made."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from arcareer.domain.figures import Unit
from arcareer.domain.history import Month
from arcareer.domain.metric_board import TileVerdict
from arcareer_ui.pages.metrics.words import metric_name, number_words, short_change_words, short_month, value_words
from arcareer_ui.theme.theme import current_theme
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import Button, RowButton
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.icon import Icon
from arcareer_ui.widgets.label import ElideLabel, Label
from arcareer_ui.widgets.rule import Rule

if TYPE_CHECKING:
    from arcareer.content.benchmark_models import Benchmark
    from arcareer.domain.kpi_periods import Reaction
    from arcareer.domain.metric_board import Tile
    from arcareer.domain.win_lists import WinSummary

MOST_WINS = 6


class _Replaced(Card):
    """A card whose lines are made anew each time."""

    def __init__(self, title: str, *trailing: QWidget) -> None:
        super().__init__(spacing=4)
        self.add_heading(title, *trailing)
        self._place = column()
        self._lines: QWidget | None = None
        self.add(self._place)

    def _start(self) -> QVBoxLayout:
        """Return an empty layout in place of the lines that are there."""
        if self._lines is not None:
            self._place.removeWidget(self._lines)
            self._lines.hide()
            self._lines.deleteLater()
        self._lines = QWidget()
        layout = column(self._lines)
        self._place.addWidget(self._lines)
        return layout


class AlongTheWay(_Replaced):
    """The wins of the span beside its months. `opened` carries the one asked for, `all_asked` wants the journal."""

    opened = Signal(object)
    all_asked = Signal()

    def __init__(self) -> None:
        self.all_button = Button("", "link", icon="trophy")
        super().__init__(self.tr("What you did along the way"), self.all_button)
        self.all_button.set_label(self.tr("All wins"))
        self.all_button.clicked.connect(self.all_asked)

    def show_wins(self, wins: Sequence[WinSummary]) -> None:
        """Show one win of each of the last months of the span, oldest first: with a number where there is one."""
        layout = self._start()
        self.all_button.setVisible(bool(wins))
        if not wins:
            text = self.tr("Wins you log in these months stand here, and on the line above.")
            layout.addWidget(Label(text, "small", wrap=True))
        by_month: dict[Month, list[WinSummary]] = {}
        for win in wins:
            by_month.setdefault(Month.of(win.happened_on), []).append(win)
        for at, (month, of_month) in enumerate(list(by_month.items())[-MOST_WINS:]):
            if at:
                layout.addWidget(Rule())
            layout.addWidget(self._make_row(month, of_month))

    def _make_row(self, month: Month, wins: Sequence[WinSummary]) -> QWidget:
        win = next((one for one in reversed(wins) if one.has_number), wins[-1])
        more = self.tr("and %Ln more", "", len(wins) - 1) if len(wins) > 1 else ""
        name = short_month(month)
        button = RowButton(", ".join(part for part in (f"{name}: {win.headline}", more) if part))
        line = row(button, margins=(0, 8, 2, 8), spacing=14)
        label = Label(name, "label", "accent")
        label.setMinimumWidth(round(current_theme().metrics("label").horizontalAdvance("Mmm")))
        line.addWidget(label)
        line.addWidget(ElideLabel(win.headline), 1)
        if more:
            line.addWidget(Label(more, "caption"))
        line.addWidget(Icon("chevron-right", "text3", 16))
        button.clicked.connect(partial(self._open, win.id))
        return button

    def _open(self, win: UUID) -> None:
        self.opened.emit(win)


class PatternCard(_Replaced):
    """What the moves since the month before usually mean, and what to do."""

    def __init__(self) -> None:
        super().__init__(self.tr("What the pattern says"))
        self.hide()

    def show_reactions(self, reactions: Sequence[Reaction]) -> None:
        """Show the patterns that are seen; without any the card is hidden."""
        self.setVisible(bool(reactions))
        layout = self._start()
        for reaction in reactions:
            line = row(spacing=10, margins=(0, 4, 0, 4))
            line.addWidget(Icon("lightbulb", "info", 16), 0, Qt.AlignmentFlag.AlignTop)
            words = column(spacing=2)
            words.addWidget(Label(reaction.means, "strong", wrap=True))
            words.addWidget(Label(reaction.do, "small", wrap=True))
            line.addLayout(words, 1)
            layout.addLayout(line)


class BenchmarkCard(_Replaced):
    """What others report of the measure on show, each with its source."""

    def __init__(self) -> None:
        super().__init__(self.tr("What others report"))
        self.hide()

    def show_benchmarks(self, benchmarks: Sequence[Benchmark], unit: Unit) -> None:
        """Show benchmarks of a measure in this unit; without any the card is hidden."""
        self.setVisible(bool(benchmarks))
        layout = self._start()
        for at, one in enumerate(benchmarks):
            if at:
                layout.addWidget(Rule())
            part = column(spacing=2, margins=(0, 8, 0, 8))
            line = row(spacing=12)
            line.addWidget(Label(one.label, "small", "text", wrap=True), 1)
            line.addWidget(Label(_range_words(one, unit), "strong", tabular=True), 0, Qt.AlignmentFlag.AlignTop)
            part.addLayout(line)
            about = ", ".join(text for text in (one.statistic, one.population, one.when) if text)
            about = about[:1].upper() + about[1:]
            source = self.tr("{about}. Source: {source}").format(about=about, source=one.source)
            part.addWidget(Label(source if about else one.source, "caption", wrap=True))
            if one.caution:
                part.addWidget(Label(one.caution, "caption", "warn", wrap=True))
            layout.addLayout(part)


class MoreMeasures(_Replaced):
    """The measures without a tile, in a line each. `chosen` carries the id of the one the chart is to show."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__(self.tr("More measures"))
        self.hide()

    def show_tiles(self, tiles: Sequence[Tile], chosen: str) -> None:
        """Show those that have a value; without any the card is hidden."""
        known = [tile for tile in tiles if tile.reading.value is not None]
        self.setVisible(bool(known))
        layout = self._start()
        for tile in known:
            layout.addWidget(self._make_row(tile, chosen))

    def _make_row(self, tile: Tile, chosen: str) -> QWidget:
        name, unit = metric_name(tile.kind), tile.kind.unit
        value = "" if tile.reading.value is None else value_words(tile.reading.value, unit)
        difference = tile.change.difference if tile.change else None
        change = "" if difference is None else short_change_words(difference, unit)
        button = RowButton(", ".join(part for part in (f"{name}: {value}", change) if part))
        button.set_chosen(tile.kind.id == chosen)
        line = row(button, margins=(8, 6, 8, 6), spacing=10)
        line.addWidget(ElideLabel(name, "small", "text"), 1)
        tone = {TileVerdict.BETTER: "accent", TileVerdict.WORSE: "warn"}.get(tile.verdict, "text3")
        line.addWidget(Label(change, "caption", tone))
        number = Label(value, "strong", tabular=True, align=Qt.AlignmentFlag.AlignTrailing)
        number.setMinimumWidth(round(current_theme().metrics("strong").horizontalAdvance("100.0 days")))
        line.addWidget(number)
        button.clicked.connect(partial(self._choose, tile.kind.id))
        return button

    def _choose(self, metric: str) -> None:
        self.chosen.emit(metric)


def _range_words(one: Benchmark, unit: Unit) -> str:
    if one.low == one.high:
        return value_words(one.low, unit)
    return f"{number_words(one.low, unit)}–{value_words(one.high, unit)}"

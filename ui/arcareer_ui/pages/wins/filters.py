"""What the journal shows: words, theme, period, wins that need a number, the trash."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from enum import StrEnum

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from arcareer.content.models import Theme
from arcareer.domain.periods import Period, half_of, month_of, quarter_of, week_of, year_of
from arcareer.domain.win_lists import WinOrder, WinQuery
from arcareer_ui.theme.theme import current_theme
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.choice_chips import ChoiceChips
from arcareer_ui.widgets.combo import Combo
from arcareer_ui.widgets.date_field import DateField
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.layouts import FlowBox
from arcareer_ui.widgets.line_edit import SearchField
from arcareer_ui.widgets.styling import Restyled

RANK_AFTER_MS = 300
RANKED_FROM = 3
SEARCH_WIDTH = 218
ALL, NEEDS_NUMBER, TRASH = "all", "needs-number", "trash"


class Span(StrEnum):
    """The periods offered."""

    ALL = "all"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    LAST_YEAR = "last-year"
    CUSTOM = "custom"


class FilterBar(Restyled, QWidget):
    """Search, chips and period. `changed` comes with every change; `query` is what they ask for.

    While words are being typed the newest wins come first; a moment after the last key the best match does, which
    `ranked` tells.
    """

    changed = Signal()
    ranked = Signal()

    def __init__(self, themes: Sequence[Theme], today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self._is_ranked = False
        self.search = SearchField(self.tr("Search wins"))
        options = [(ALL, self.tr("All")), *((theme.id, theme.label) for theme in themes)]
        options += [(NEEDS_NUMBER, self.tr("Needs a number")), (TRASH, self.tr("Trash"))]
        self.chips = ChoiceChips(self.tr("Theme"), options)
        spans = {
            Span.ALL: self.tr("All time"),
            Span.WEEK: self.tr("This week"),
            Span.MONTH: self.tr("This month"),
            Span.QUARTER: self.tr("This quarter"),
            Span.HALF: self.tr("This half year"),
            Span.YEAR: self.tr("This year"),
            Span.LAST_YEAR: self.tr("Last year"),
            Span.CUSTOM: self.tr("From … to …"),
        }
        self.span = Combo(
            self.tr("Period"),
            [(span.value, text) for span, text in spans.items()],
        )
        self.start = DateField(self.tr("From"), today().replace(month=1, day=1))
        self.end = DateField(self.tr("To"), today())
        self._custom = QWidget()
        dates = row(self._custom, spacing=8)
        for part in (Label(self.tr("From"), "small"), self.start, Label(self.tr("to"), "small"), self.end):
            dates.addWidget(part)
        self._custom.hide()
        layout = column(self, spacing=10)
        layout.addWidget(FlowBox(self.search, self.span, self._custom))
        layout.addWidget(self.chips)
        self.restyle()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(RANK_AFTER_MS)
        self._pause.timeout.connect(self._rank)
        self.search.searched.connect(self._search)
        self.chips.chosen.connect(lambda _: self.changed.emit())
        self.span.chosen.connect(self._choose_span)
        self.start.picked.connect(lambda _: self.changed.emit())
        self.end.picked.connect(lambda _: self.changed.emit())

    def restyle(self) -> None:
        """Follow the text scale."""
        self.search.setFixedWidth(current_theme().px(SEARCH_WIDTH))

    @property
    def in_trash(self) -> bool:
        """Return whether the trash is shown."""
        return self.chips.current == TRASH

    @property
    def words(self) -> str:
        """Return what is searched for; one letter is not enough to search."""
        text = self.search.text().strip()
        return text if len(text) >= 2 else ""

    @property
    def is_open(self) -> bool:
        """Return whether nothing narrows the list."""
        return not self.words and self.chips.current == ALL and self.span.current == Span.ALL

    def query(self) -> WinQuery:
        """Return what is asked for."""
        chip = self.chips.current
        return WinQuery(
            text=self.words,
            period=self._period(),
            theme=chip if chip not in (ALL, NEEDS_NUMBER, TRASH) else None,
            has_number=False if chip == NEEDS_NUMBER else None,
            trashed=chip == TRASH,
            order=WinOrder.BEST_MATCH if self._is_ranked and self.words else WinOrder.NEWEST,
        )

    def show_chip(self, chip: str) -> None:
        """Choose a chip without telling listeners."""
        self.chips.set_current(chip)

    def clear(self) -> None:
        """Let everything be shown again."""
        self._pause.stop()
        self.search.set_text("")
        self.chips.set_current(ALL)
        self.span.set_current(Span.ALL)
        self._custom.hide()
        self._is_ranked = False
        self.changed.emit()

    def state(self) -> str:
        """Return what is worth remembering: chip and period, not the words."""
        return f"{self.chips.current} {self.span.current}"

    def restore(self, state: str) -> None:
        """Show what was remembered, as far as it is still offered; the trash is never the first thing shown."""
        chip, _, span = state.partition(" ")
        if chip != TRASH and chip in self.chips.ids:
            self.chips.set_current(chip)
        if span in {one.value for one in Span if one is not Span.CUSTOM}:
            self.span.set_current(span)

    def _period(self) -> Period | None:
        span, today = Span(self.span.current), self._today()
        if span is Span.CUSTOM:
            start, end = self.start.value or date.min, self.end.value or date.max
            return Period(min(start, end), max(start, end))
        if span is Span.LAST_YEAR:
            return year_of(date(today.year, 1, 1) - timedelta(days=1))
        makers = {
            Span.WEEK: week_of,
            Span.MONTH: month_of,
            Span.QUARTER: quarter_of,
            Span.HALF: half_of,
            Span.YEAR: year_of,
        }
        return makers[span](today) if span in makers else None

    def _choose_span(self, span: str) -> None:
        self._custom.setVisible(span == Span.CUSTOM)
        self.changed.emit()

    def _search(self, text: str) -> None:
        self._is_ranked = False
        if len(text.strip()) >= RANKED_FROM:
            self._pause.start()
        else:
            self._pause.stop()
        self.changed.emit()

    def _rank(self) -> None:
        self._is_ranked = True
        self.ranked.emit()

"""The list at work: filled from the filters, counted, and with its cursor where the user would look for it."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QApplication

from arcareer.clock import Clock
from arcareer.domain.journal import Win, WinQuery, WinSummary
from arcareer.services.journal import JournalService
from arcareer_ui.dates import month_name
from arcareer_ui.pages.wins.filters import TRASH
from arcareer_ui.pages.wins.lines import AT_FIRST, Line, WinLines
from arcareer_ui.pages.wins.view import WinsView
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.empty_state import EmptyState
from arcareer_ui.window_state import WindowState

FILTER_STATE = "wins/filter"
AHEAD = 50


class Listing(QObject):
    """Fills the list and tells what is chosen in it.

    `chosen` carries the identity of a win and whether the user moved there, or the list itself had to go somewhere
    (None: there is nowhere to go); `opened` a win to open; `route_asked` where an empty list leads.
    """

    chosen = Signal(object, bool)
    opened = Signal(object)
    route_asked = Signal(str)
    announced = Signal(str)

    def __init__(
        self,
        view: WinsView,
        lines: WinLines,
        journal: JournalService,
        state: WindowState,
        clock: Clock,
        *,
        shown: Callable[[], Win | None],
    ) -> None:
        """Take the parts; `shown` tells which win the detail shows now."""
        super().__init__(view)
        self._view, self._lines, self._journal, self._shown = view, lines, journal, shown
        self._state, self._clock = state, clock
        self._reading = self._lines.start(WinQuery(trashed=True))
        self._heir: UUID | None = None
        self._moves_itself = False
        self._found = 0
        view.filters.restore(state.text(FILTER_STATE))
        view.filters.changed.connect(self._filter)
        view.filters.ranked.connect(self._fill)
        view.list.current_changed.connect(self._tell_chosen)
        view.list.opened.connect(self._tell_opened)
        view.list.clicked.connect(self._tell_clicked)
        view.widened.connect(partial(self._land, stay=True))

    def refresh(self) -> None:
        """Read the list again after something changed."""
        self._fill(self._depth())
        self._count()
        if self._view.list.current is None:
            self._land(stay=True)
        self._heir = None

    def show_chip(self, chip: str) -> None:
        """Show what a chip of the filters stands for."""
        self._view.filters.show_chip(chip)
        self._filter()

    def choose(self, win: Win) -> None:
        """Put the cursor on a win, whatever the filters were; one in the trash is found there."""
        if self._put_cursor(win.id):
            return
        filters = self._view.filters
        if not filters.is_open:
            filters.clear()
        if win.in_trash:
            self.show_chip(TRASH)
        while not self._put_cursor(win.id):
            if not self._view.list.fetch_more():
                return

    def show(self, win: Win) -> None:
        """Put the cursor on a win if the filters let it be seen."""
        self._put_cursor(win.id)

    def select_heir(self, leaving: Collection[UUID]) -> None:
        """Note which win gets the cursor when these leave the list: the next one, or the one before."""
        wins = [line.id for line in self._view.list.items if isinstance(line, WinSummary)]
        places = [at for at, one in enumerate(wins) if one in leaving]
        if places:
            staying = [*wins[places[-1] + 1 :], *reversed(wins[: places[0]])]
            self._heir = next((one for one in staying if one not in leaving), None)

    @property
    def selected(self) -> tuple[UUID, ...]:
        """Return the wins selected, in the order shown."""
        return tuple(line.id for line in self._view.list.selected_items() if isinstance(line, WinSummary))

    def _filter(self) -> None:
        filters = self._view.filters
        self._state.remember(FILTER_STATE, filters.state())
        self._fill()
        if self._view.list.current is None:
            self._land(stay=False)
        found = self._journal.count(filters.query())
        if found != self._found or filters.words:
            self.announced.emit(self.tr("%Ln win(s) found", "", found))
        self._found = found

    def _fill(self, least: int = AT_FIRST) -> None:
        view, query = self._view, self._view.filters.query()
        self._reading = self._lines.start(query, least)
        first = self._reading.first
        self._moves_itself = True
        view.list.set_items(first, self._reading.more)
        self._moves_itself = False
        view.trash_bar.setVisible(query.trashed and bool(first))
        view.show_empty(None if first else self._empty_state())

    def _land(self, *, stay: bool) -> None:
        """Give the cursor a place; with `stay` a win that only left the filter stays in the detail."""
        shown = self._shown()
        if shown is not None and self._put_cursor(shown.id):
            return
        if stay and shown is not None and shown.in_trash == self._view.filters.in_trash:
            return
        wins = [line.id for line in self._view.list.items if isinstance(line, WinSummary)]
        place = self._heir if self._heir in wins else next(iter(wins), None)
        if place is not None:
            self._put_cursor(place)
        self.chosen.emit(None if self._view.stacked else place, False)

    def _put_cursor(self, identity: UUID) -> bool:
        self._moves_itself = True
        found = self._view.list.choose(identity)
        self._moves_itself = False
        return found

    def _depth(self) -> int:
        """Return how many wins to read so that what is seen now can be seen again."""
        cards = self._view.list
        last = cards.indexAt(QPoint(cards.width() // 2, cards.height() - 1))
        seen = last.row() if last.isValid() else self._reading.wins
        return max(seen, cards.currentIndex().row()) + AHEAD

    def _count(self) -> None:
        total = self._journal.count(WinQuery())
        if not total:
            self._view.header.set_description(self.tr("Your record of what went well"))
            return
        numbered = self._journal.count(WinQuery(has_number=True))
        words = self.tr("%Ln win(s) since {month}.", "", total).format(month=self._first_month(total))
        self._view.header.set_description(f"{words} {self._number_words(numbered, total - numbered)}")

    def _first_month(self, total: int) -> str:
        oldest = self._journal.find(WinQuery(), 1, total - 1)
        day = oldest[0].happened_on if oldest else self._clock.today()
        if day.year == self._clock.today().year:
            return month_name(day)
        return self.tr("{month} {year}").format(month=month_name(day), year=day.year)

    def _number_words(self, numbered: int, without: int) -> str:
        if not without:
            return self.tr("All have a number.")
        with_number = self.tr("%Ln with a number", "", numbered)
        return self.tr("{with_number}, %Ln could use one.", "", without).format(with_number=with_number)

    def _empty_state(self) -> EmptyState:
        filters = self._view.filters
        if filters.in_trash and self._journal.trash_count() == 0:
            text = self.tr("Wins you move to the trash wait here for 30 days.")
            return EmptyState("trash-2", self.tr("Trash is empty"), text)
        if filters.is_open:
            text = self.tr("One sentence is enough. It takes less than a minute.")
            log = self._log_button(Button(self.tr("Log a win"), "primary", icon="plus"))
            return EmptyState("trophy", self.tr("Nothing logged yet"), text, action=log)
        clear = Button(self.tr("Clear filter"))
        clear.clicked.connect(filters.clear)
        if not filters.words:
            return EmptyState("filter", self.tr("No win fits this filter"), action=clear)
        title = self.tr("No win mentions “{words}”").format(words=filters.words)
        everything = self.tr("Check the spelling, or clear the filter to see all of them.")
        log = self._log_button(Button(self.tr("Log it now"), "quiet", icon="plus"))
        return EmptyState("search-x", title, everything, action=clear, second=log)

    def _log_button(self, log: Button) -> Button:
        log.clicked.connect(partial(self.route_asked.emit, "this-week"))
        return log

    def _tell_chosen(self, line: Line | None) -> None:
        if isinstance(line, WinSummary) and not self._moves_itself:
            self.chosen.emit(line.id, True)

    def _tell_opened(self, line: Line) -> None:
        if isinstance(line, WinSummary):
            self.opened.emit(line.id)

    def _tell_clicked(self) -> None:
        """Open with one click where the detail lies over the list."""
        line = self._view.list.current
        plain = QApplication.keyboardModifiers() == Qt.KeyboardModifier.NoModifier
        if self._view.stacked and plain and isinstance(line, WinSummary):
            self.opened.emit(line.id)

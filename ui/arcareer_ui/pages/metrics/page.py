"""The metrics at work: shows a book over a span, and turns what the user does into stored changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QStackedWidget, QWidget

from arcareer.clock import Clock
from arcareer.domain.changes import ChangeSet, EditGroup, EntityKind
from arcareer.domain.figures import FigureScope
from arcareer.domain.history import Month
from arcareer.domain.metric_board import Improvement, Tile, months_before
from arcareer.domain.metric_kinds import DSO, KINDS, kind_of
from arcareer.domain.metric_months import Book
from arcareer.domain.win_lists import WinSummary
from arcareer.errors import EnvironmentFault, UserError
from arcareer_ui.acts import Acts
from arcareer_ui.commands import NEW_ITEM
from arcareer_ui.dates import day_month_year
from arcareer_ui.page import Page, Route
from arcareer_ui.pages.metrics.definition_panel import DefinitionPanel
from arcareer_ui.pages.metrics.figures_place import FiguresPlace
from arcareer_ui.pages.metrics.month_desk import MonthDesk
from arcareer_ui.pages.metrics.month_sheet import MonthSheet
from arcareer_ui.pages.metrics.note_desk import NoteDesk, Place
from arcareer_ui.pages.metrics.view import COPY, FIGURES, PASTE, SPANS, MetricsView
from arcareer_ui.pages.metrics.words import book_words, metric_name, month_words
from arcareer_ui.shell.save_status import SaveReport, SaveState
from arcareer_ui.shell.toasts import ToastRequest
from arcareer_ui.widgets.boxes import column
from arcareer_ui.widgets.tab_order import follow_layout

if TYPE_CHECKING:
    from arcareer.services.journal import JournalService
    from arcareer.services.metrics import MetricsBoard, MetricsService
    from arcareer_ui.undo import UndoController
    from arcareer_ui.window_state import WindowState

SPAN_STATE, MEASURE_STATE, BOOK_STATE = "metrics/span", "metrics/measure", "metrics/book"
YEAR = 12


class MetricsPage(Page):
    """Tiles, trend, aging and disputes of one book. Routes: `metrics`, `metric/<id>`, `metrics/<place>`.

    `sample_asked` wants to see the sample data.
    """

    sample_asked = Signal()

    shows: ClassVar[frozenset[EntityKind]] = frozenset(
        {EntityKind.METRIC_MONTH, EntityKind.METRIC_SETTINGS, EntityKind.WIN}
    )

    def __init__(
        self,
        *,
        metrics: Callable[[], MetricsService],
        journal: Callable[[], JournalService],
        currency: Callable[[], str],
        undo: UndoController,
        state: WindowState,
        clock: Clock,
        is_sample: bool = False,
    ) -> None:
        super().__init__()
        self._metrics, self._journal, self._currency = metrics, journal, currency
        self._undo, self._state, self._clock = undo, state, clock
        self._book: Book | None = None
        self._board: MetricsBoard | None = None
        self._measure = DSO.id
        self.view = MetricsView()
        self.view.empty_sample.setVisible(not is_sample)
        self.sheet, self.definition = MonthSheet(), DefinitionPanel()
        self.desk = MonthDesk(self.sheet, metrics, undo, clock)
        self.notes = NoteDesk(self.view.goal, metrics, undo)
        self._acts = Acts(undo, self)
        self.places = QStackedWidget()
        self.places.addWidget(self.view)
        self.figures: FiguresPlace | None = None
        column(self).addWidget(self.places)
        self._remember_choices()
        self._connect()
        self.refresh(None)

    def activated(self, route: Route) -> None:
        """Show the measure or the place a route names."""
        if route.head == "metric" and route.args and any(kind.id == route.args[0] for kind in KINDS):
            self._choose_measure(route.args[0])

    def refresh(self, changes: ChangeSet | None) -> None:  # noqa: ARG002 - a change may move any figure
        """Read the board again."""
        try:
            self._read()
        except EnvironmentFault as fault:
            self._tell(str(fault))

    def flush(self) -> None:
        """Keep what is typed."""
        self.view.goal.goal.settle()
        self.notes.flush()
        if self.view.pane.shows(self.sheet):
            self.desk.flush()

    def first_focus(self) -> QWidget | None:
        """Start with the measure on show, or with the first act of an empty page."""
        return self.view.empty_add if self._board is None else self.view.tiles.tiles.get(self._measure)

    def regions(self) -> Sequence[QWidget]:
        """Return the figures and the pane beside them."""
        return (self.view.body, self.view.pane)

    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """Add a month."""
        return {NEW_ITEM.id: self.add_month}

    @property
    def help_topic(self) -> str:
        """Return the article about metrics."""
        return "metrics"

    def add_month(self) -> None:
        """Open the sheet of the month to add."""
        book = self._book or self._first_book()
        self.open_month(book, self.desk.next_month(book))

    def open_month(self, book: Book, month: Month) -> None:
        """Open the sheet of a month."""
        self.flush()
        self.desk.open(book, month)
        self.view.pane.show_part(self.tr("Figures of a month"), self.sheet)
        self.view.arrange()
        follow_layout(self.view)
        self.sheet.first_line().setFocus(Qt.FocusReason.TabFocusReason)
        self.announced.emit(self.tr("Figures of {month}").format(month=month_words(month)))

    def _remember_choices(self) -> None:
        span = self._state.text(SPAN_STATE, "12")
        self.view.span.set_current(span if span in SPANS else "12")
        measure = self._state.text(MEASURE_STATE, DSO.id)
        self._measure = measure if any(kind.id == measure for kind in KINDS) else DSO.id

    def _connect(self) -> None:
        view = self.view
        view.add_button.clicked.connect(self.add_month)
        view.empty_add.clicked.connect(self.add_month)
        view.empty_sample.clicked.connect(self.sample_asked)
        view.span.chosen.connect(self._choose_span)
        view.book.chosen.connect(self._choose_book)
        view.menu.chosen.connect(self._do)
        view.tiles.chosen.connect(self._choose_measure)
        view.more.chosen.connect(self._choose_measure)
        view.tiles.explained.connect(self._explain)
        view.trend.opened.connect(self._open_month_of_book)
        view.trend.explained.connect(lambda: self._explain(self._measure))
        view.trend.announced.connect(self.announced)
        view.goal.goal_entered.connect(self._set_goal)
        view.along.opened.connect(lambda win: self.open_route.emit(f"win/{win}"))
        view.along.all_asked.connect(partial(self.open_route.emit, "wins"))
        view.insight.saved.connect(self._save_win)
        view.insight.waved_away.connect(self._wave_away)
        view.insight.announced.connect(self.announced)
        view.pane.closed.connect(self._return_focus)
        self.definition.variant_chosen.connect(self._choose_variant)
        self.desk.kept.connect(self._report_saved)
        self.desk.removed.connect(self._tell_removed)
        self.desk.troubled.connect(self._tell)
        self.notes.kept.connect(self._report_saved)
        self.notes.troubled.connect(self._report_trouble)
        self._acts.refused.connect(self._tell)

    def _read(self) -> None:
        metrics = self._metrics()
        books = metrics.books()
        if self._book not in books:
            remembered = self._state.text(BOOK_STATE)
            self._book = next((one for one in books if _key(one) == remembered), books[0] if books else None)
        self.view.set_empty(not books)
        options = [(_key(one), book_words(one)) for one in books]
        self.view.set_books(options, _key(self._book) if self._book else "")
        if self._book is None:
            self._board = None
            self.view.header.set_description(self.tr("What your receivables did, month by month."))
        else:
            self._board = metrics.board(self._book, int(self.view.span.current))
            self._show(self._board)
        if self.view.pane.shows(self.sheet):
            self.desk.show_again()
        if self.figures is not None and self.places.currentWidget() is self.figures:
            self.figures.show_again()
        follow_layout(self.view)

    def _show(self, board: MetricsBoard) -> None:
        view = self.view
        view.header.set_description(_span_words(self, board))
        view.tiles.show_tiles(board.tiles, self._measure)
        view.more.show_tiles(board.others, self._measure)
        view.aging.show_aging(board.aging, board.book.currency)
        view.causes.show_causes(board.causes, board.disputes_closed)
        view.along.show_wins(board.wins)
        view.pattern.show_reactions(board.reactions)
        view.insight.show_improvements(board.improvements)
        self._show_measure()

    def _show_measure(self) -> None:
        board, tile = self._board, self._tile(self._measure)
        if board is None or tile is None:
            return
        span = int(self.view.span.current)
        earlier = self._metrics().series(tile.kind.id, board.book, span, months_before(board.until, YEAR))
        wins: dict[Month, list[WinSummary]] = {}
        for win in board.wins:
            wins.setdefault(Month.of(win.happened_on), []).append(win)
        self.view.trend.show_measure(tile, earlier, wins)
        self.notes.move_to(Place(board.book, tile.reading.month, tile.kind.id))
        if not self.notes.is_pending:
            self.view.goal.show_measure(tile, self._note_of(tile))
        self.view.benchmarks.show_benchmarks(self._metrics().benchmarks(tile.kind.id), tile.kind.unit)
        if self.view.pane.shows(self.definition):
            self.definition.show_reading(tile.reading)

    def _note_of(self, tile: Tile) -> str:
        months = self._board.months if self._board else ()
        return next((one.note(tile.kind.id) for one in months if one.month == tile.reading.month), "")

    def _tile(self, metric: str) -> Tile | None:
        tiles = (*self._board.tiles, *self._board.others) if self._board else ()
        return next((tile for tile in tiles if tile.kind.id == metric), None)

    def _choose_span(self, span: str) -> None:
        self._state.remember(SPAN_STATE, span)
        self.refresh(None)

    def _choose_book(self, key: str) -> None:
        self.flush()
        self._book = next((one for one in self._metrics().books() if _key(one) == key), self._book)
        self._state.remember(BOOK_STATE, key)
        self.refresh(None)

    def _choose_measure(self, metric: str) -> None:
        self.flush()
        self._measure = metric
        self._state.remember(MEASURE_STATE, metric)
        if self._board is not None:
            self.view.tiles.show_tiles(self._board.tiles, metric)
            self.view.more.show_tiles(self._board.others, metric)
            self._show_measure()
            follow_layout(self.view)
            self.announced.emit(self.view.trend.chart.accessibleName())

    def _explain(self, metric: str) -> None:
        tile = self._tile(metric)
        if tile is None:
            return
        self.flush()
        self.definition.show_reading(tile.reading)
        title = self.tr("How {name} is worked out").format(name=metric_name(tile.kind))
        self.view.pane.show_part(title, self.definition)
        self.view.arrange()
        follow_layout(self.view)
        self.view.pane.close_button.setFocus(Qt.FocusReason.TabFocusReason)
        self.announced.emit(title)

    def _choose_variant(self, metric: str, formula: str) -> None:
        label = self.tr("Change how {name} is worked out").format(name=metric_name(kind_of(metric)))
        self._acts.do(partial(self._metrics().set_variant, metric, formula), label)

    def _open_month_of_book(self, month: Month) -> None:
        if self._book is not None:
            self.open_month(self._book, month)

    def _set_goal(self, value: object) -> None:
        if self._book is not None:
            act = partial(self._metrics().set_goal, self._measure, self._book, value)  # type: ignore[arg-type]
            self._acts.do(act, self.tr("Set goal"))

    def _save_win(self, improvement: Improvement) -> None:
        insight = self.view.insight
        draft = self._metrics().draft_win(improvement, insight.chosen_scope, insight.did.text.strip())
        logged: list[UUID] = []

        def act() -> EditGroup:
            win = self._journal().log_win(draft)
            logged.append(win.entity_id)
            return EditGroup(win.label, (win, self._metrics().settle(improvement)))

        if self._acts.do(act, self.tr("Save win")):
            insight.did.set_text("")
            show = partial(self.open_route.emit, f"win/{logged[0]}")
            self.toasted.emit(ToastRequest(self.tr("Win saved"), action=self.tr("Open it"), act=show, undoable=True))

    def _wave_away(self, improvement: Improvement) -> None:
        if self._acts.do(partial(self._metrics().settle, improvement), self.tr("Put improvement away")):
            self.toasted.emit(ToastRequest(self.tr("It is not offered again"), undoable=True))

    def open_figures(self) -> FiguresPlace:
        """Show all figures of the book in a sheet."""
        self.flush()
        if self.figures is None:
            self.figures = FiguresPlace(self._metrics, self._undo, self._clock)
            self.figures.left.connect(self._show_board)
            self.figures.kept.connect(self._report_saved)
            self.figures.toasted.connect(self.toasted)
            self.figures.announced.connect(self.announced)
            self.places.addWidget(self.figures)
        self.places.setCurrentWidget(self.figures)
        self.figures.open(self._book or self._first_book())
        return self.figures

    def _first_book(self) -> Book:
        return Book(FigureScope.PORTFOLIO, self._currency() or "USD")

    def _show_board(self) -> None:
        self.places.setCurrentWidget(self.view)
        self._return_focus()

    def _do(self, entry: str) -> None:
        if entry in {FIGURES, PASTE}:
            figures = self.open_figures()
            if entry == PASTE:
                figures.paste()
        if entry == COPY and self._board is not None:
            QGuiApplication.clipboard().setText(self._metrics().export_table(self._board))
            self._tell(self.tr("Copied: paste it into a sheet"))

    def _return_focus(self) -> None:
        focus = self.first_focus()
        if focus is not None:
            focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell_removed(self) -> None:
        self.view.pane.leave()
        self.toasted.emit(ToastRequest(self.tr("Month removed"), icon="trash-2", undoable=True))

    def _report_saved(self) -> None:
        self.save_reported.emit(SaveReport(SaveState.SAVED, at=self._clock.local_now()))

    def _report_trouble(self, problem: Exception) -> None:
        fault = problem if isinstance(problem, EnvironmentFault) else None
        if fault is None and isinstance(problem, UserError):
            self._tell(str(problem))
            return
        report = SaveReport(
            SaveState.NOT_SAVED, reason=str(problem), action=self.tr("Try again"), act=self.flush, fault=fault
        )
        self.save_reported.emit(report)

    def _tell(self, text: str) -> None:
        self.toasted.emit(ToastRequest(text, icon="info"))


def _key(book: Book) -> str:
    return f"{book.scope.value}-{book.currency}"


def _span_words(page: QWidget, board: MetricsBoard) -> str:
    """Return what is on show: its last day, and the first month with figures."""
    last = board.until.end
    first = board.months[0].month if board.months else board.until
    day = day_month_year(date(last.year, last.month, last.day))
    if first == board.until:
        return page.tr("To {day}.").format(day=day)
    return page.tr("To {day}, compared with {month}.").format(day=day, month=month_words(first))

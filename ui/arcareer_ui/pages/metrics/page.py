"""The metrics at work: shows a book over a span, and turns what the user does into stored changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QStackedWidget, QWidget

from arcareer.clock import Clock
from arcareer.domain.changes import ChangeSet, EntityKind
from arcareer.domain.figures import FigureScope
from arcareer.domain.history import Month
from arcareer.domain.metric_board import Tile, months_before
from arcareer.domain.metric_kinds import DSO, KINDS, kind_of
from arcareer.domain.metric_months import Book
from arcareer.domain.win_lists import WinSummary
from arcareer.errors import EnvironmentFault, UserError
from arcareer_ui.acts import Acts
from arcareer_ui.commands import ADD_MONTH, ALL_FIGURES, IMPORT_LEDGER, LEDGER_CHANGES, NEW_ITEM
from arcareer_ui.page import Page, Route
from arcareer_ui.pages.metrics.definition_panel import DefinitionPanel
from arcareer_ui.pages.metrics.insight_desk import InsightDesk
from arcareer_ui.pages.metrics.month_desk import MonthDesk
from arcareer_ui.pages.metrics.month_sheet import MonthSheet
from arcareer_ui.pages.metrics.note_desk import NoteDesk, Place
from arcareer_ui.pages.metrics.places import IMPORT, Places
from arcareer_ui.pages.metrics.view import CHANGES, COPY, FIGURES, PASTE, SPANS, MetricsView
from arcareer_ui.pages.metrics.words import book_words, metric_name, month_words, span_words
from arcareer_ui.shell.save_status import SaveReport, SaveState
from arcareer_ui.shell.toasts import ToastRequest
from arcareer_ui.widgets.boxes import column
from arcareer_ui.widgets.tab_order import follow_layout

if TYPE_CHECKING:
    from arcareer.services.backups import BackupService
    from arcareer.services.journal import JournalService
    from arcareer.services.ledger_import import LedgerImportService
    from arcareer.services.ledger_wins import LedgerWinService
    from arcareer.services.metrics import MetricsBoard, MetricsService
    from arcareer_ui.dialogs import Dialogs
    from arcareer_ui.tasks import TaskRunner
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
        {
            EntityKind.METRIC_MONTH,
            EntityKind.METRIC_SETTINGS,
            EntityKind.LEDGER_SNAPSHOT,
            EntityKind.LEDGER_VERDICT,
            EntityKind.WIN,
        }
    )

    def __init__(
        self,
        *,
        metrics: Callable[[], MetricsService],
        ledgers: Callable[[], LedgerImportService],
        ledger_wins: Callable[[], LedgerWinService],
        backups: Callable[[], BackupService],
        journal: Callable[[], JournalService],
        currency: Callable[[], str],
        undo: UndoController,
        tasks: TaskRunner,
        dialogs: Dialogs,
        state: WindowState,
        clock: Clock,
        is_sample: bool = False,
    ) -> None:
        super().__init__()
        self._metrics, self._currency = metrics, currency
        self._undo, self._state, self._clock = undo, state, clock
        self._book: Book | None = None
        self._board: MetricsBoard | None = None
        self._measure = DSO.id
        self._is_behind = False
        self.view = MetricsView()
        self.view.empty_sample.setVisible(not is_sample)
        self.sheet, self.definition = MonthSheet(), DefinitionPanel()
        self.view.pane.add(self.sheet)
        self.view.pane.add(self.definition)
        self.desk = MonthDesk(self.sheet, metrics, undo, clock)
        self.notes = NoteDesk(self.view.goal, metrics, undo)
        self._acts = Acts(undo, self)
        self._insights = InsightDesk(self.view.insight, metrics, journal, self._acts)
        stack = QStackedWidget()
        stack.addWidget(self.view)
        column(self).addWidget(stack)
        self.places = Places(
            stack,
            metrics=metrics,
            ledgers=ledgers,
            ledger_wins=ledger_wins,
            backups=backups,
            currency=currency,
            undo=undo,
            tasks=tasks,
            dialogs=dialogs,
            clock=clock,
        )
        self._remember_choices()
        self._connect()
        self.refresh(None)

    def activated(self, route: Route) -> None:
        """Show the measure or the place a route names."""
        place = route.args[0] if route.head == "metrics" and route.args else ""
        if place == FIGURES:
            self.places.show_figures(self._book or self._first_book())
        elif place == CHANGES:
            self.places.show_changes()
        elif place == IMPORT:
            self.places.show_import()
        elif route.head == "metric":
            self.places.leave()
        if route.head == "metric" and route.args and any(kind.id == route.args[0] for kind in KINDS):
            self._choose_measure(route.args[0])

    def refresh(self, changes: ChangeSet | None) -> None:
        """Read what is on show again."""
        self._is_behind = self.places.current is not None  # the figures are read when they are shown again
        try:
            if not self._is_behind:
                self._read()
            self.places.refresh(changes)
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
        place = self.places.current
        return (self.view.body, self.view.pane) if place is None else (place,)

    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """Add a month, import a ledger, show the sheet of all figures or what changed."""
        return {
            NEW_ITEM.id: self.add_month,
            ADD_MONTH.id: self.add_month,
            IMPORT_LEDGER.id: self._import,
            ALL_FIGURES.id: partial(self._do, FIGURES),
            LEDGER_CHANGES.id: partial(self._do, CHANGES),
        }

    def add_month(self) -> None:
        """Open the sheet of the month to add."""
        self.places.leave()
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

    def _import(self, source: Path | None = None, *_: object) -> None:
        self.flush()
        self.places.show_import(source)

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
        for button in (view.import_button, view.empty_import):
            button.clicked.connect(partial(self._import, None))
        view.dropped.connect(self._import)
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
        view.along.opened.connect(self._open_win)
        view.along.all_asked.connect(partial(self.open_route.emit, "wins"))
        view.insight.announced.connect(self.announced)
        view.pane.closed.connect(self._return_focus)
        self.definition.variant_chosen.connect(self._choose_variant)
        self._insights.opened.connect(self._open_win)
        self._insights.toasted.connect(self.toasted)
        places = self.places
        places.moved.connect(self._tell_place)
        places.opened.connect(self._open_win)
        places.kept.connect(self._report_saved)
        places.toasted.connect(self.toasted)
        places.announced.connect(self.announced)
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
        follow_layout(self.view)

    def _show(self, board: MetricsBoard) -> None:
        view = self.view
        first = board.months[0].month if board.months else board.until
        view.header.set_description(span_words(first, board.until))
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

    def _first_book(self) -> Book:
        return Book(FigureScope.PORTFOLIO, self._currency() or "USD")

    def _open_win(self, win: UUID) -> None:
        self.open_route.emit(f"win/{win}")

    def _tell_place(self, name: str) -> None:
        if not name:
            if self._is_behind:
                self.refresh(None)
            self._return_focus()
        self.place_changed.emit(f"metrics/{name}" if name else "metrics")

    def _do(self, entry: str) -> None:
        if entry in {FIGURES, PASTE}:
            figures = self.places.show_figures(self._book or self._first_book())
            if entry == PASTE:
                figures.paste()
        elif entry == CHANGES:
            self.places.show_changes()
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

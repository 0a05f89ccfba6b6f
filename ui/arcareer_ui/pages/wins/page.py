"""The journal at work: finds, shows, edits, throws away and brings back wins."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from arcareer.clock import Clock
from arcareer.content.library import ContentLibrary
from arcareer.domain.changes import ChangeSet, EntityKind
from arcareer.domain.journal import Win, WinQuery, WinSummary, WinVersion
from arcareer.errors import EnvironmentFault, UserError
from arcareer_ui.acts import Acts
from arcareer_ui.page import Page, Route
from arcareer_ui.pages.wins.desk import WinDesk
from arcareer_ui.pages.wins.extras import WinExtras
from arcareer_ui.pages.wins.filters import NEEDS_NUMBER, TRASH
from arcareer_ui.pages.wins.history import HistoryCard
from arcareer_ui.pages.wins.importing import ImportPanel
from arcareer_ui.pages.wins.lines import AT_ONCE, WinLines
from arcareer_ui.pages.wins.view import WinsView
from arcareer_ui.shell.save_status import SaveReport, SaveState
from arcareer_ui.shell.toasts import ToastRequest
from arcareer_ui.widgets.banner import Banner
from arcareer_ui.widgets.boxes import column
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.card_list import CardHeading
from arcareer_ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from arcareer.services.backups import BackupService
    from arcareer.services.capture import CaptureService
    from arcareer.services.checklist import ChecklistService
    from arcareer.services.customers import CustomerService
    from arcareer.services.evidence import EvidenceService
    from arcareer.services.journal import JournalService
    from arcareer.services.win_import import WinImportService
    from arcareer_ui.dialogs import Dialogs
    from arcareer_ui.tasks import TaskRunner
    from arcareer_ui.undo import UndoController
    from arcareer_ui.window_state import WindowState

FILTER_STATE = "wins/filter"


class WinsPage(Page):
    """List and detail. Routes: `wins`, `wins/trash`, `wins/needs-number`, `win/<id>`."""

    shows: ClassVar[frozenset[EntityKind]] = frozenset(
        {EntityKind.WIN, EntityKind.CUSTOMER, EntityKind.CHECKLIST_CLAIM, EntityKind.CHECKLIST_ARRANGEMENT}
    )

    def __init__(
        self,
        *,
        journal: JournalService,
        customers: CustomerService,
        checklist: ChecklistService,
        evidence: EvidenceService,
        capture: CaptureService,
        imports: Callable[[], WinImportService],
        backups: Callable[[], BackupService],
        content: ContentLibrary,
        undo: UndoController,
        tasks: TaskRunner,
        dialogs: Dialogs,
        state: WindowState,
        clock: Clock,
    ) -> None:
        super().__init__()
        self._journal, self._dialogs, self._state, self._clock = journal, dialogs, state, clock
        self._undo, self._tasks, self._imports, self._backups = undo, tasks, imports, backups
        self._content = content
        self._lines = WinLines(journal, {theme.id: theme for theme in content.themes})
        self.view = WinsView(content.themes, content.competencies, self._lines.present)
        self.places = QStackedWidget()
        self.places.addWidget(self.view)
        column(self).addWidget(self.places)
        self._acts = Acts(undo, self)
        self.desk = WinDesk(journal, undo, self.view.detail.typed, self)
        self.history = HistoryCard()
        self.history.hide()
        self.view.detail.add_on_top(self.history)
        self.extras = WinExtras(
            self.view.detail,
            self.desk,
            self._acts,
            capture=capture,
            customers=customers,
            checklist=checklist,
            evidence=evidence,
            tasks=tasks,
            dialogs=dialogs,
        )
        self.importing: ImportPanel | None = None
        self._reading = self._lines.start(WinQuery(trashed=True), clock.today(), grouped=False)
        self.view.filters.restore(state.text(FILTER_STATE))
        self._connect()
        self.refresh(None)

    def activated(self, route: Route) -> None:
        """Show the journal, its trash, or one win."""
        if route.head == "win" and route.args:
            self._open(UUID(route.args[0]))
        elif route.args and route.args[0] in (TRASH, NEEDS_NUMBER):
            self.view.filters.show_chip(route.args[0])
            self._filter()

    def refresh(self, changes: ChangeSet | None) -> None:
        """Read the list and the win on show again."""
        self._fill(keep=max(self._reading.wins, AT_ONCE))
        self._count()
        if changes is None or changes.affects(*self.shows):
            self._refresh_detail()

    def flush(self) -> None:
        """Store what is typed."""
        self.desk.flush()

    def first_focus(self) -> QWidget | None:
        """Start in the list, or in the headline of the win asked for."""
        return self.view.list

    def regions(self) -> Sequence[QWidget]:
        """Filters, list, detail."""
        return (self.view.filters, self.view.list, self.view.detail)

    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """Search in this page."""
        return {"find-in-page": self._focus_search}

    @property
    def place_title(self) -> str:
        """Return the headline of the win on show."""
        return self.desk.win.headline if self.desk.win else ""

    def _connect(self) -> None:
        view, detail = self.view, self.view.detail
        view.widened.connect(self._choose_first)
        view.filters.changed.connect(self._filter)
        view.list.current_changed.connect(self._choose)
        view.list.opened.connect(self._enter)
        view.list.removal_asked.connect(self._trash_selected)
        view.restore_button.clicked.connect(self._restore_selected)
        view.empty_trash_button.clicked.connect(self._ask_empty_trash)
        detail.touched.connect(self.desk.touch)
        detail.left.connect(self.desk.flush)
        detail.picked.connect(self._pick)
        detail.back_asked.connect(self._go_back)
        detail.trash_asked.connect(self._trash_shown)
        detail.restore_asked.connect(self._restore_shown)
        self.desk.saved.connect(self._tell_saved)
        self.desk.refused.connect(detail.show_problem)
        self.desk.troubled.connect(self._tell_trouble)
        self.desk.conflict.connect(self._show_conflict)
        self._acts.refused.connect(self._tell)
        self.extras.refused.connect(self._tell)
        self.extras.told.connect(self._tell)
        self.extras.open_route.connect(self.open_route)
        detail.history_asked.connect(self._toggle_history)
        self.history.return_asked.connect(self._return_to)
        view.import_button.clicked.connect(self._choose_file)

    def _filter(self) -> None:
        self._state.remember(FILTER_STATE, self.view.filters.state())
        self._fill()
        self._count()
        found = self._journal.count(self.view.filters.query(self._clock.today()))
        self.announced.emit(self.tr("%n win(s) found", "", found))

    def _fill(self, keep: int = AT_ONCE) -> None:
        filters, view = self.view.filters, self.view
        query = filters.query(self._clock.today())
        grouped = not query.trashed and not query.text
        self._reading = self._lines.start(query, self._clock.today(), grouped=grouped, least=keep)
        view.list.set_items(self._reading.first, self._reading.more)
        view.trash_bar.setVisible(query.trashed and bool(self._reading.first))
        view.show_empty(None if self._reading.first else self._empty_state())
        if view.list.current is None:
            self._choose_first()

    def _choose_first(self) -> None:
        first = next((line for line in self.view.list.items if isinstance(line, WinSummary)), None)
        shown = self.desk.win
        if shown is not None and self.view.list.choose(shown.id):
            return
        if first is not None and not self.view.stacked:
            self.view.list.choose(first.id)
        elif first is None:
            self._show(None)

    def _count(self) -> None:
        total = self._journal.count(WinQuery())
        numbered = self._journal.count(WinQuery(has_number=True))
        if total == 0:
            words = self.tr("Your record of what went well")
        else:
            words = self.tr("%n win(s).", "", total) + " " + self._number_words(numbered, total - numbered)
        self.view.header.set_description(words)

    def _number_words(self, numbered: int, without: int) -> str:
        if not without:
            return self.tr("All have a number.")
        return self.tr("{numbered} with a number, {without} could use one.").format(numbered=numbered, without=without)

    def _empty_state(self) -> EmptyState:
        filters = self.view.filters
        if filters.in_trash:
            return EmptyState("trash-2", self.tr("Trash is empty"))
        if filters.is_open:
            log = Button(self.tr("Log a win"), "primary", icon="plus")
            log.clicked.connect(partial(self.open_route.emit, "this-week"))
            text = self.tr("One sentence is enough. It takes less than a minute.")
            return EmptyState("trophy", self.tr("Nothing logged yet"), text, action=log)
        clear = Button(self.tr("Clear filter"))
        clear.clicked.connect(filters.clear)
        if filters.words:
            title = self.tr("No win mentions “{words}”").format(words=filters.words)
            log = Button(self.tr("Log it now"), "quiet", icon="plus")
            log.clicked.connect(partial(self.open_route.emit, "this-week"))
            return EmptyState("search-x", title, action=clear, second=log)
        return EmptyState("filter", self.tr("No win fits this filter"), action=clear)

    def _choose(self, line: WinSummary | CardHeading | None) -> None:
        if isinstance(line, WinSummary):
            if self.desk.win is None or line.id != self.desk.win.id:
                self.desk.flush()
                self._show(self._journal.get(line.id))
        elif line is None and not self.view.list.items:
            self._show(None)

    def _enter(self, line: WinSummary | CardHeading) -> None:
        if isinstance(line, WinSummary):
            self._open(line.id)

    def _open(self, identity: UUID) -> None:
        """Show a win, whatever the filters were; a win in the trash is shown there."""
        self.desk.flush()
        win = self._journal.get(identity)
        if win is None:
            self._tell(self.tr("That win is not in your library any more."))
            return
        if not self.view.list.choose(identity):
            self.view.filters.clear()
            if win.in_trash:
                self.view.filters.show_chip(TRASH)
                self._fill()
            self._read_until(identity)
        self._show(win, over=True)
        self.view.detail.headline.setFocus(Qt.FocusReason.OtherFocusReason)

    def _read_until(self, identity: UUID) -> None:
        while not self.view.list.choose(identity):
            before = self._reading.wins
            self.view.list.fetch_more()
            if self._reading.wins == before:
                return

    def _show(self, win: Win | None, *, over: bool = False) -> None:
        self.desk.put(win)
        self.view.show_detail(win is not None, over=over)
        if win is not None:
            self._show_parts(win)
            self.view.detail.clear_problems()
            self.place_changed.emit(f"win/{win.id}")

    def _refresh_detail(self) -> None:
        shown = self.desk.win
        if shown is None or self.desk.has_unsaved:
            return
        win = self._journal.get(shown.id)
        if win != shown:
            self.desk.put(win)
            if win is None:
                self.view.show_detail(False)
        if win is not None:
            self._show_parts(win)

    def _show_parts(self, win: Win) -> None:
        self.view.detail.show_win(win)
        self.extras.show_win(win)
        if not self.history.isHidden():
            self.history.show_versions(win, self._journal.history(win.id))

    def _pick(self, field: str, value: object) -> None:
        labels = {
            "theme": self.tr("Change theme"),
            "happened_on": self.tr("Change date"),
            "competencies": self.tr("Change what a win shows"),
        }
        self.desk.change(labels[field], **{field: value})

    def _show_conflict(self, mine: Win, theirs: Win | None) -> None:
        """Ask which text counts: the win was changed elsewhere while it was typed in here."""
        keep_mine = Button(self.tr("Keep what I typed"), size="compact")
        take_theirs = Button(self.tr("Take the stored one"), size="compact")
        stored = theirs.headline if theirs else self.tr("It was removed.")
        text = self.tr("You typed: “{mine}”. Stored now: “{stored}”. Nothing was overwritten.")
        banner = Banner(
            self.tr("This win was changed elsewhere"),
            text.format(mine=mine.headline, stored=stored),
            actions=(keep_mine, take_theirs),
        )
        keep_mine.clicked.connect(partial(self._settle_conflict, banner, mine, theirs, True))
        take_theirs.clicked.connect(partial(self._settle_conflict, banner, mine, theirs, False))
        self.view.detail.add_on_top(banner)

    def _settle_conflict(self, banner: Banner, mine: Win, theirs: Win | None, keep_mine: bool) -> None:  # noqa: FBT001
        banner.hide()
        banner.deleteLater()
        if keep_mine and theirs is not None:
            self.desk.put(theirs)
            self.desk.replace_with(mine)
        self._show(self._journal.get(mine.id))

    def _toggle_history(self) -> None:
        win = self.desk.win
        if win is None:
            return
        self.desk.flush()
        self.history.setVisible(self.history.isHidden())
        self._show_parts(self.desk.win or win)

    def _return_to(self, version: WinVersion) -> None:
        win = self.desk.win
        if win is None:
            return
        try:
            edit = self._journal.go_back_to(win, version)
        except (UserError, EnvironmentFault) as problem:
            self._tell(str(problem))
            return
        self.desk.take(edit, self.tr("Go back to an earlier version"))
        self._show(self._journal.get(win.id))
        self._tell(self.tr("This win is as it was then"))

    def _choose_file(self) -> None:
        filters = self.tr("Lists of wins (*.csv *.tsv *.xlsx *.docx *.md *.txt);;All files (*)")
        self._dialogs.open_file(self.tr("Choose a list of wins"), filters, self._import)

    def _import(self, path: Path) -> None:
        if self.importing is None:
            themes = {theme.id: theme.label for theme in self._content.themes}
            self.importing = ImportPanel(self._imports(), self._backups(), self._undo, self._tasks, themes)
            self.importing.left.connect(self._end_import)
            self.importing.finished.connect(self._tell_imported)
            self.places.addWidget(self.importing)
        self.desk.flush()
        self.places.setCurrentWidget(self.importing)
        self.importing.read(path)

    def _end_import(self) -> None:
        self.places.setCurrentWidget(self.view)

    def _tell_imported(self, wins: int) -> None:
        self._end_import()
        self.toasted.emit(ToastRequest(self.tr("%n win(s) imported", "", wins), icon="upload", undoable=True))

    def _go_back(self) -> None:
        self.desk.flush()
        self.view.show_detail(self.desk.win is not None, over=False)
        self.view.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _selected(self) -> tuple[UUID, ...]:
        return tuple(line.id for line in self.view.list.selected_items() if isinstance(line, WinSummary))

    def _trash_selected(self) -> None:
        if self.view.filters.in_trash:
            return
        self._trash(self._selected())

    def _trash_shown(self) -> None:
        if self.desk.win is not None:
            self._trash((self.desk.win.id,))

    def _trash(self, wins: tuple[UUID, ...]) -> None:
        self.desk.flush()
        if not wins or not self._acts.do(partial(self._journal.move_to_trash, wins), self.tr("Move win to trash")):
            return
        text = self.tr("%n win(s) moved to trash", "", len(wins))
        if len(wins) > 1:
            self.toasted.emit(ToastRequest(text, icon="trash-2", undoable=True))
            return
        self.toasted.emit(
            ToastRequest(
                self.tr("Win moved to trash"),
                icon="trash-2",
                undoable=True,
                key="trash",
                merged=lambda count: self.tr("%n win(s) moved to trash", "", count),
            )
        )

    def _restore_selected(self) -> None:
        self._restore(self._selected())

    def _restore_shown(self) -> None:
        if self.desk.win is not None:
            self._restore((self.desk.win.id,))

    def _restore(self, wins: tuple[UUID, ...]) -> None:
        if wins and self._acts.do(partial(self._journal.restore, wins), self.tr("Restore win")):
            self.toasted.emit(ToastRequest(self.tr("%n win(s) restored", "", len(wins)), icon="undo-2", undoable=True))

    def _ask_empty_trash(self) -> None:
        count = self._journal.trash_count()
        wins = self.tr("%n win(s)", "", count)
        self._dialogs.confirm(
            self.tr("{wins} will be gone for good").format(wins=wins),
            self.tr("Nothing can bring them back afterwards, except a backup made before."),
            act=self.tr("Delete {wins} for good").format(wins=wins),
            keep=self.tr("Keep them"),
            answered=self._empty_trash,
        )

    def _empty_trash(self, sure: bool) -> None:  # noqa: FBT001 - the shape of the answer
        if sure and self._acts.settle(self._journal.empty_trash):
            self._show(None)
            self.refresh(None)

    def _tell_saved(self, win: Win) -> None:  # noqa: ARG002 - the list hears of it through the bus
        self.view.detail.clear_problems()
        self.save_reported.emit(SaveReport(SaveState.SAVED, at=self._clock.local_now()))

    def _tell_trouble(self, fault: EnvironmentFault) -> None:
        report = SaveReport(SaveState.NOT_SAVED, reason=str(fault), action=self.tr("Try again"), act=self.desk.save)
        self.save_reported.emit(report)

    def _tell(self, text: str) -> None:
        self.toasted.emit(ToastRequest(text, icon="info"))

    def _focus_search(self) -> None:
        self.view.filters.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.view.filters.search.selectAll()

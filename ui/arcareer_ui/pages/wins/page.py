"""The journal: list and detail, and everything that is done to a win."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar
from uuid import UUID

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from arcareer.clock import Clock
from arcareer.content.library import ContentLibrary
from arcareer.domain.changes import Change, ChangeSet, EntityKind
from arcareer.domain.journal import Win
from arcareer.errors import EnvironmentFault
from arcareer_ui.acts import Acts
from arcareer_ui.desk import Desk
from arcareer_ui.page import Page, Route
from arcareer_ui.pages.wins.as_bullet import AsBullet, AsBulletCard
from arcareer_ui.pages.wins.conflicts import Conflicts
from arcareer_ui.pages.wins.customer_links import CustomerLinks
from arcareer_ui.pages.wins.detail import DetailView
from arcareer_ui.pages.wins.doubts import Doubts
from arcareer_ui.pages.wins.evidence_desk import EvidenceDesk
from arcareer_ui.pages.wins.extras import WinExtras, place_editors
from arcareer_ui.pages.wins.filters import NEEDS_NUMBER, TRASH, FilterBar
from arcareer_ui.pages.wins.intake import Intake
from arcareer_ui.pages.wins.kept import KeptTexts
from arcareer_ui.pages.wins.lines import WinLines
from arcareer_ui.pages.wins.listing import Listing
from arcareer_ui.pages.wins.past import Past
from arcareer_ui.pages.wins.rescue import Rescue
from arcareer_ui.pages.wins.trash import TrashDesk
from arcareer_ui.pages.wins.view import WinsView
from arcareer_ui.shell.save_status import SaveReport, SaveState
from arcareer_ui.shell.toasts import ToastRequest
from arcareer_ui.widgets.boxes import column

if TYPE_CHECKING:
    from arcareer.services.answers import AnswerService
    from arcareer.services.backups import BackupService
    from arcareer.services.bullets import BulletService
    from arcareer.services.capture import CaptureService
    from arcareer.services.checklist import ChecklistService
    from arcareer.services.customers import CustomerService
    from arcareer.services.drafts import DraftService
    from arcareer.services.evidence import EvidenceService
    from arcareer.services.journal import JournalService
    from arcareer.services.win_import import WinImportService
    from arcareer.services.writing_checks import WritingCheckService
    from arcareer_ui.dialogs import Dialogs
    from arcareer_ui.pages.wins.used_in import WinUses
    from arcareer_ui.tasks import TaskRunner
    from arcareer_ui.undo import UndoController
    from arcareer_ui.window_state import WindowState

DWELL_MS = 800  # a win passed with the arrow keys is no place to come back to


class WinsPage(Page):
    """List and detail. Routes: `wins`, `wins/trash`, `wins/needs-number`, `win/<id>`."""

    shows: ClassVar[frozenset[EntityKind]] = frozenset(
        {
            EntityKind.WIN,
            EntityKind.BULLET,
            EntityKind.ANSWER,
            EntityKind.CUSTOMER,
            EntityKind.CHECKLIST_CLAIM,
            EntityKind.CHECKLIST_ARRANGEMENT,
            EntityKind.PLAN,
            EntityKind.PLAYBOOK_RUN,
            EntityKind.REVIEW,
        }
    )

    def __init__(
        self,
        *,
        journal: JournalService,
        customers: CustomerService,
        checklist: ChecklistService,
        evidence: EvidenceService,
        drafts: DraftService,
        capture: Callable[[], CaptureService],
        imports: Callable[[], WinImportService],
        bullets: Callable[[], BulletService],
        checks: Callable[[], WritingCheckService],
        backups: Callable[[], BackupService],
        answers: Callable[[], AnswerService],
        uses: WinUses,
        content: ContentLibrary,
        undo: UndoController,
        tasks: TaskRunner,
        dialogs: Dialogs,
        state: WindowState,
        clock: Clock,
    ) -> None:
        super().__init__()
        self._journal, self._clock = journal, clock
        self._is_asked_for = False
        lines = WinLines(journal, {theme.id: theme for theme in content.themes}, clock.today)
        filters = FilterBar(content.themes, clock.today)
        self.view = WinsView(lines, filters, DetailView(content.themes, content.competencies))
        self.places = QStackedWidget()
        self.places.addWidget(self.view)
        column(self).addWidget(self.places)
        self._acts = Acts(undo, self)
        label = self.tr("Edit win")
        self.desk: Desk[Win] = Desk(self, undo, save=journal.save, fetch=journal.get, typed=self._typed, label=label)
        self.listing = Listing(self.view, lines, journal, state, clock, shown=lambda: self.desk.value)
        self.editors = place_editors(self.view.detail, capture)
        self._links = CustomerLinks(self.editors.people, self.desk, customers=customers, undo=undo)
        self._evidence = EvidenceDesk(
            self.editors.proof,
            self.desk,
            evidence=evidence,
            journal=journal,
            undo=undo,
            tasks=tasks,
            dialogs=dialogs,
        )
        self._extras = WinExtras(
            self.editors,
            self.desk,
            links=self._links,
            evidence=self._evidence,
            checklist=checklist,
            answers=answers,
            uses=uses,
        )
        self.as_bullet = AsBulletCard()
        self.view.detail.add(self.as_bullet)
        self._as_bullet = AsBullet(self.as_bullet, tasks, bullets=bullets, checks=checks)
        self.as_bullet.improve_asked.connect(self.open_route)
        self._doubts = Doubts(self.editors.figures)
        self.past = Past(self.view.detail, self.desk, journal)
        self.conflicts = Conflicts(self.view.detail, self.desk, journal, self._acts, self._show_stored)
        self.rescue = Rescue(self.view.detail, self.desk, KeptTexts(drafts, clock))
        self._trash = TrashDesk(journal, self._acts, dialogs, self, backups=backups)
        self.intake = Intake(
            self.places,
            dialogs,
            imports=imports,
            backups=backups,
            undo=undo,
            tasks=tasks,
            themes={theme.id: theme.label for theme in content.themes},
        )
        self._dwell = QTimer(self)
        self._dwell.setSingleShot(True)
        self._dwell.setInterval(DWELL_MS)
        self._dwell.timeout.connect(self._note_place)
        self._connect(undo)
        self.view.detail.settle_tab_order()
        self.refresh(None)
        self.view.show_notice(self.rescue.offer())

    def activated(self, route: Route) -> None:
        """Show the journal, its trash, or one win."""
        self._is_asked_for = route.head == "win" and bool(route.args)
        if self._is_asked_for:
            self.intake.close()
            self._open(UUID(route.args[0]))
        elif route.args and route.args[0] in {TRASH, NEEDS_NUMBER}:
            self.intake.close()
            self.listing.show_chip(route.args[0])

    def refresh(self, changes: ChangeSet | None) -> None:
        """Read the win on show and the list again."""
        if changes is None or changes.affects(EntityKind.WIN):
            self.desk.follow()
            self.listing.refresh()
        self._show_win()

    def flush(self) -> None:
        """Store what is typed."""
        self.view.detail.settle()
        self._extras.flush()
        self.desk.flush()

    def first_focus(self) -> QWidget | None:
        """Start with the headline of the win asked for, else in the list or with what fills it."""
        if self.intake.is_open:
            return self.intake.panel
        if self._is_asked_for and self.desk.value is not None:
            return self.view.detail.headline
        return self.view.list if self.view.empty is None else self.view.empty.first_action or self.view.filters.search

    def regions(self) -> Sequence[QWidget]:
        """Return filters, list and detail, or the import on show."""
        if self.intake.panel is not None and self.intake.is_open:
            return (self.intake.panel,)
        return (self.view.filters, self.view.list, self.view.detail)

    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """Search in this page; edit the win on show, or check its wording."""
        return {
            "find-in-page": self._focus_search,
            "rename": self._edit,
            "check-wording": self.view.detail.ask_for_wording,
        }

    @property
    def place_title(self) -> str:
        """Return the headline of the win on show."""
        return self.desk.value.headline if self.desk.value else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Esc clear the search, then leave the detail."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.intake.panel is not None and self.intake.is_open:
            self.intake.panel.leave()
        elif self.view.filters.words:
            self.view.filters.search.clear()
        else:
            self._go_back()

    def _connect(self, undo: UndoController) -> None:
        view, detail = self.view, self.view.detail
        self.listing.chosen.connect(self._choose)
        self.listing.opened.connect(self._open)
        self.listing.route_asked.connect(self.open_route)
        self.listing.announced.connect(self.announced)
        view.list.removal_asked.connect(self._throw_away_selected)
        view.restore_button.clicked.connect(lambda: self._trash.bring_back(self.listing.selected))
        view.empty_trash_button.clicked.connect(self._trash.ask_to_empty)
        view.import_button.clicked.connect(self.intake.choose_file)
        detail.touched.connect(self.desk.touch)
        detail.left.connect(self.desk.rest)
        detail.picked.connect(self._pick)
        detail.back_asked.connect(self._go_back)
        detail.trash_asked.connect(lambda: self._trash.throw_away(self._shown_ids()))
        detail.answer_asked.connect(self._make_answer)
        detail.restore_asked.connect(lambda: self._trash.bring_back(self._shown_ids()))
        detail.wording_asked.connect(self._check_wording)
        self.desk.saved.connect(self._tell_saved)
        self.desk.refused.connect(detail.show_problem)
        self.desk.troubled.connect(self._tell_trouble)
        self._links.aliases.saved.connect(self._tell_saved)
        self._links.aliases.troubled.connect(self._tell_trouble)
        self._acts.refused.connect(self._tell)
        for source in (self._evidence.told, self._evidence.refused):
            source.connect(self._tell)
        self._extras.told.connect(self.announced)
        self.editors.used_in.opened.connect(self.open_route)
        self._trash.leaving.connect(self._prepare_leaving)
        for toasted in (self._trash.toasted, self.past.toasted, self.intake.toasted):
            toasted.connect(self.toasted)
        self.intake.began.connect(self.flush)
        self.intake.announced.connect(self.announced)
        self.intake.ended.connect(self._focus_list)
        self.rescue.win_asked.connect(self._open)
        undo.stepped.connect(self._follow_step)

    def _typed(self, win: Win) -> Mapping[str, Any]:
        return {**self.view.detail.typed(win), **self._extras.typed(win)}

    def _choose(self, identity: UUID | None, by_user: bool) -> None:  # noqa: FBT001 - the shape of the signal
        if identity is None:
            self.flush()
            self.desk.put(None)
            self.view.show_detail(False)
        elif self._put(identity) and by_user:
            self._dwell.start()

    def _open(self, identity: UUID) -> None:
        """Show a win, whatever the filters were, and let it be edited."""
        if not self._put(identity, over=True):
            self._tell(self.tr("That win is not in your library any more."))
            return
        win = self.desk.value
        if win is not None:
            self.listing.choose(win)
            self.view.show_detail(True, over=True)
            self._note_place()
            self._edit()

    def _put(self, identity: UUID, *, over: bool = False) -> bool:
        """Lay a win on the desk and show it; return False where it is gone."""
        if self.desk.value is not None and self.desk.value.id == identity:
            return True
        self.flush()
        win = self._journal.get(identity)
        if win is None:
            return False
        self.past.close()
        self.conflicts.close()
        self.desk.put(win)
        self.view.show_detail(True, over=over)
        self.view.detail.begin()
        self._show_win(afresh=True)
        self.rescue.show_win(win)
        self.view.detail.scroll_to_top()
        return True

    def _show_win(self, *, afresh: bool = False) -> None:
        win = self.desk.value
        if win is None:
            self.view.show_detail(False)
            return
        self.view.detail.show_win(win, but=() if afresh else self.desk.refused_fields)
        self._extras.show_win(win)
        self._as_bullet.show_win(win)
        self._doubts.show_win(win)
        self.past.show_win(win)

    def _show_stored(self) -> None:
        """Show what counts after a conflict."""
        self.desk.follow()
        self.listing.refresh()
        self._show_win(afresh=True)
        self._tell_saved(None)

    def _follow_step(self, change: Change) -> None:
        """Show what undo or redo has just brought back or changed."""
        win = next((edit.after for edit in change.edits if isinstance(edit.after, Win)), None)
        if win is not None and self.isVisible() and not self.intake.is_open:
            at_list = self.view.list.hasFocus()
            if win.in_trash == self.view.filters.in_trash and self._put(win.id, over=not at_list):
                self.listing.show(win)

    def _pick(self, field: str, value: object) -> None:
        labels = {
            "theme": self.tr("Change theme"),
            "happened_on": self.tr("Change date"),
            "competencies": self.tr("Change what a win shows"),
        }
        self.desk.change(labels[field], **{field: value})

    def _make_answer(self) -> None:
        self.flush()
        for win in self._shown_ids():
            self.open_route.emit(f"prep/star/from-win/{win}")

    def _shown_ids(self) -> tuple[UUID, ...]:
        return (self.desk.value.id,) if self.desk.value is not None else ()

    def _throw_away_selected(self) -> None:
        if not self.view.filters.in_trash:
            self._trash.throw_away(self.listing.selected)

    def _prepare_leaving(self, wins: Sequence[UUID]) -> None:
        self.flush()
        self.listing.select_heir(wins)

    def _edit(self) -> None:
        if self.desk.value is not None:
            self.view.show_detail(True, over=True)
            self.view.detail.headline.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _check_wording(self, field: str) -> None:
        win = self.desk.value
        if win is not None and not win.in_trash:
            self.flush()
            self._note_place()
            self.open_route.emit("/".join(("prep/red-flags/win", str(win.id), *filter(None, (field,)))))

    def _go_back(self) -> None:
        self.flush()
        self.view.show_detail(self.desk.value is not None, over=False)
        self._focus_list()

    def _focus_list(self) -> None:
        self.view.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _focus_search(self) -> None:
        self.intake.close()
        self.view.show_detail(self.desk.value is not None, over=False)
        self.view.filters.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.view.filters.search.selectAll()

    def _note_place(self) -> None:
        if self.desk.value is not None and self.isVisible():
            self.place_changed.emit(f"win/{self.desk.value.id}")

    def _tell_saved(self, _value: object) -> None:
        self.view.detail.clear_problems(but=self.desk.refused_fields)
        if not (self.desk.is_late or self._links.aliases.is_late):
            self.save_reported.emit(SaveReport(SaveState.SAVED, at=self._clock.local_now()))

    def _tell_trouble(self, fault: EnvironmentFault, _stored: object, _wanted: object) -> None:
        report = SaveReport(
            SaveState.NOT_SAVED, reason=str(fault), action=self.tr("Try again"), act=self.flush, fault=fault
        )
        self.save_reported.emit(report)

    def _tell(self, text: str) -> None:
        self.toasted.emit(ToastRequest(text, icon="info"))

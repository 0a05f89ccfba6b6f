"""The tab Scenarios: what to do first, ticked off in a run that is kept, and what the run becomes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from arcareer.clock import Clock
from arcareer.domain.changes import Change, ChangeSet, EntityKind
from arcareer.domain.playbook_runs import PlaybookRun
from arcareer.errors import EnvironmentFault
from arcareer.services.scripts import FilledMessage
from arcareer_ui.acts import Acts
from arcareer_ui.pages.scripts.filling.blank_field import Here
from arcareer_ui.pages.scripts.filling.fill_card import FillCard
from arcareer_ui.pages.scripts.filling.filler import Filler
from arcareer_ui.pages.scripts.filling.sender import Sender
from arcareer_ui.pages.scripts.filling.values import BlankValues
from arcareer_ui.pages.scripts.identities import identity_in
from arcareer_ui.pages.scripts.scenarios.know_cards import WordPlace
from arcareer_ui.pages.scripts.scenarios.run_desk import RunDesk
from arcareer_ui.pages.scripts.scenarios.view import ScenariosView
from arcareer_ui.shell.save_status import SaveReport, SaveState
from arcareer_ui.tool import Tool
from arcareer_ui.widgets.boxes import column

if TYPE_CHECKING:
    from arcareer.content.library import ContentLibrary
    from arcareer.content.playbook_models import Playbook
    from arcareer.services.answers import AnswerService
    from arcareer.services.customers import CustomerService
    from arcareer.services.drafts import DraftService
    from arcareer.services.journal import JournalService
    from arcareer.services.playbooks import PlaybookService
    from arcareer.services.scripts import ScriptService
    from arcareer_ui.dialogs import Dialogs
    from arcareer_ui.undo import UndoController

PLACE, RUN = "scripts/scenarios", "run"
DRAFT_KEY = "scenario-message"
HEARD = (
    EntityKind.PLAYBOOK_RUN,
    EntityKind.CUSTOMER,
    EntityKind.REMEMBERED_BLANKS,
    EntityKind.WIN,
    EntityKind.ANSWER,
    EntityKind.OWN_SCRIPT,
)


class ScenariosTab(Tool):
    """Scenarios, and the run on show. Routes after the tab: a scenario's key, and `run/<id>`."""

    def __init__(
        self,
        *,
        playbooks: PlaybookService,
        scripts: ScriptService,
        customers: CustomerService,
        journal: JournalService,
        answers: Callable[[], AnswerService],
        drafts: DraftService,
        content: ContentLibrary,
        currency: Callable[[], str],
        undo: UndoController,
        acts: Acts,
        dialogs: Dialogs,
        clock: Clock,
    ) -> None:
        super().__init__()
        self.header = QWidget()
        self._playbooks, self._scripts, self._customers, self._clock = playbooks, scripts, customers, clock
        self.values = BlankValues(
            scripts, customers, content.message_blanks, drafts=drafts, draft_key=DRAFT_KEY, parent=self
        )
        self.sending = Sender(scripts, acts, dialogs, self)
        fill = FillCard(customers.find, Here(clock.today, currency))
        self.filler = Filler(fill, self.values, customers.get)
        self.view = ScenariosView(fill, self._customer_name, self._is_running)
        self.runs = RunDesk(self.view, playbooks, acts, undo, journal=journal, answers=answers)
        self._is_asked_for = False
        self.playbook: Playbook | None = None
        self.message = FilledMessage((), (), ())
        column(self).addWidget(self.view.work)
        self._connect(undo)
        self._search(announce=False)

    def open(self, args: Sequence[str]) -> None:
        """Show what a route names."""
        self._is_asked_for = bool(args)
        if not args:
            return
        if args[0] == RUN:
            self._open_run(identity_in(args[1:]))
            return
        playbook = self._playbooks.get(args[0])
        if playbook is None:
            self.noted.emit(self.tr("That scenario is no longer there."))
            return
        self._choose_in_list(playbook.id)
        self._show(playbook, self._latest_open(playbook))
        self.view.work.show_over(over=True)

    def refresh(self, changes: ChangeSet | None) -> None:
        """Take in what was changed, here or elsewhere."""
        if changes is not None and not changes.affects(*HEARD):
            return
        self._fill_list()
        self.runs.follow()
        self._take_customer()
        self.values.read_known()
        self.filler.show()
        self._show_state()
        self._fill()

    def flush(self) -> None:
        """Keep what is typed."""
        self.runs.flush()
        self.values.draft.flush()

    @property
    def first_focus(self) -> QWidget | None:
        """Start with the next step of a run, or where a scenario asked for is started, else in the search."""
        if not self._is_asked_for:
            return self.view.panel.search
        return self.view.steps.first_open() or self.view.head.first_stop()

    @property
    def regions(self) -> Sequence[QWidget]:
        """Return list, scenario and blanks."""
        return (self.view.panel, self.view.head, self.view.fill)

    @property
    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """Return what the tab does for commands."""
        return {"find-in-page": self._find, "copy-text": self._copy, "new-item": self._start}

    @property
    def place(self) -> str:
        """Return the route of what is on show."""
        if self.runs.run is not None:
            return f"{PLACE}/{RUN}/{self.runs.run.id}"
        return f"{PLACE}/{self.playbook.id}" if self.playbook is not None else PLACE

    @property
    def place_title(self) -> str:
        """Return the scenario on show."""
        return self.playbook.title if self.playbook is not None else ""

    def _connect(self, undo: UndoController) -> None:
        view, message, runs = self.view, self.view.message, self.runs
        view.panel.searched.connect(self._search)
        view.panel.chosen.connect(self._choose)
        view.panel.opened.connect(self._enter)
        view.work.list_button.clicked.connect(self._find)
        view.runs.opened.connect(self._open_run)
        view.links.opened.connect(self.open_route)
        message.copy_asked.connect(self._copy)
        message.subject_asked.connect(lambda: self.sending.copy_subject(self.message))
        message.mail_asked.connect(lambda: self.sending.open_mail(self.message, self._used()))
        message.save_asked.connect(lambda: self.sending.save(self.message, self._used()))
        message.note_asked.connect(self._note)
        runs.start_asked.connect(self._start)
        runs.leave_asked.connect(self._leave)
        runs.put_away.connect(self._leave)
        runs.opened.connect(self._open_run)
        runs.told.connect(self.told)
        runs.toasted.connect(self.toasted)
        runs.open_route.connect(self.open_route)
        self.filler.changed.connect(self._fill)
        self.filler.customer_changed.connect(self._put_customer)
        self.filler.announced.connect(self.announced)
        self.filler.toasted.connect(self.toasted)
        self.sending.told.connect(self.told)
        self.sending.toasted.connect(self.toasted)
        for saver in (runs.saved, self.values.draft.written):
            saver.connect(self._say_kept)
        for trouble in (runs.troubled, self.values.draft.troubled):
            trouble.connect(self._say_not_kept)
        undo.stepped.connect(self._follow_step)

    # the list

    def _fill_list(self) -> tuple[Playbook, ...]:
        self._open_keys = {run.playbook for run in self._playbooks.open_runs()}
        found = self._playbooks.all(self.view.panel.search.text())
        self.view.panel.show_items(found)
        return found

    def _is_running(self, playbook: str) -> bool:
        return playbook in self._open_keys

    def _search(self, *, announce: bool = True) -> None:
        found = self._fill_list()
        if announce:
            self.announced.emit(self.tr("%n scenario(s)", "", len(found)))
        shown = self.playbook.id if self.playbook is not None else ""
        if found and not self.view.panel.list.choose(shown):
            self.view.panel.list.choose(found[0].id)
        self._choose(self.view.panel.list.current)

    def _choose(self, playbook: Playbook | None) -> None:
        if playbook is not None and playbook is not self.playbook:
            self.view.work.to_top()
            self._show(playbook, self._latest_open(playbook))

    def _choose_in_list(self, key: str) -> None:
        if all(one.id != key for one in self.view.panel.list.items):
            self.view.panel.reset()
            self._fill_list()
        self.view.panel.list.choose(key)

    def _find(self) -> None:
        self.view.work.show_over(over=False)
        self.view.panel.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.view.panel.search.selectAll()

    def _enter(self) -> None:
        self.view.work.show_over(over=True)
        stop = self.view.steps.first_open() or self.view.head.first_stop()
        stop.setFocus(Qt.FocusReason.OtherFocusReason)

    # the scenario and its run

    def _show(self, playbook: Playbook, run: PlaybookRun | None) -> None:
        self.playbook = playbook
        self.runs.put(playbook, run)
        self.view.show_playbook(playbook, self._links(playbook))
        self._take_customer()
        self.filler.show_blanks(self._scripts.blanks(playbook.message.subject, playbook.message.text))
        self._show_state()
        self._fill()
        if self.isVisible():
            self.place_changed.emit(self.place)

    def _show_state(self) -> None:
        if self.playbook is None:
            return
        self.runs.show()
        thrown = [run for run in self._playbooks.trash.all() if run.playbook == self.playbook.id]
        shown = self.runs.run
        runs = self._playbooks.runs(self.playbook.id)
        self.view.runs.show_runs(runs, thrown, shown.id if shown is not None else None)
        self.view.work.follow()

    def _latest_open(self, playbook: Playbook) -> PlaybookRun | None:
        return next((run for run in self._playbooks.runs(playbook.id) if run.is_open), None)

    def _open_run(self, identity: UUID | None) -> None:
        run = self._playbooks.run(identity) if identity is not None else None
        playbook = self._playbooks.get(run.playbook) if run is not None else None
        if run is None or playbook is None or run.in_trash:
            self.noted.emit(self.tr("That run is no longer there."))
            return
        self.playbook = playbook
        self._choose_in_list(playbook.id)
        self._show(playbook, run)
        self.view.work.show_over(over=True)

    def _start(self) -> None:
        if self.playbook is not None:
            self.runs.start(self.playbook, self.values.customer_id)

    def _leave(self) -> None:
        if self.playbook is not None:
            self._show(self.playbook, None)
            self.view.head.first_stop().setFocus(Qt.FocusReason.OtherFocusReason)

    def _follow_step(self, change: Change) -> None:
        """Show the run that undo or redo has just changed."""
        run = next((edit.after for edit in change.edits if isinstance(edit.after, PlaybookRun)), None)
        if run is not None and self.isVisible() and not run.in_trash:
            self.runs.show_again(run)

    # the message

    def _take_customer(self) -> None:
        """Let the message be for the customer of the run on show."""
        run = self.runs.run
        if run is not None and run.customer != self.values.customer_id:
            self.filler.take(self._customers.get(run.customer) if run.customer is not None else None)

    def _put_customer(self) -> None:
        self.runs.put_customer(self.values.customer_id)
        self._fill()

    def _fill(self) -> None:
        if self.playbook is None:
            return
        self.message = self._scripts.fill(self.playbook.message, self.values.by_name)
        self.view.message.show_message(self.message)
        self.view.message.warn_of(())
        customer = self.values.customer
        self.view.message.show_customer(customer.name if customer is not None else "")

    def _copy(self) -> None:
        self.sending.copy(self.message, self._used())
        self.view.message.warn_of(self.message.left)

    def _note(self) -> None:
        customer = self.values.customer
        if customer is not None and self.playbook is not None:
            self.sending.note(customer, self.message.subject or self.playbook.title, "")

    def _used(self) -> Mapping[str, str]:
        values = self.values.by_name
        return {blank.id: values.get(blank.id, "") for blank in self.message.blanks}

    def _links(self, playbook: Playbook) -> list[WordPlace]:
        scripts = ((key, self._scripts.get(key)) for key in playbook.scripts)
        calls = {call.id: call for call in self._scripts.calls()}
        return [
            *(WordPlace(f"script/{key}", one.title, "mail") for key, one in scripts if one is not None),
            *(WordPlace(f"call/{key}", calls[key].title, "phone") for key in playbook.calls if key in calls),
        ]

    def _customer_name(self, identity: UUID | None) -> str:
        customer = self._customers.get(identity) if identity is not None else None
        return customer.name if customer is not None else ""

    def _say_kept(self) -> None:
        self.save_reported.emit(SaveReport(SaveState.SAVED, at=self._clock.local_now()))

    def _say_not_kept(self, fault: EnvironmentFault) -> None:
        self.save_reported.emit(SaveReport(SaveState.NOT_SAVED, reason=str(fault), fault=fault))

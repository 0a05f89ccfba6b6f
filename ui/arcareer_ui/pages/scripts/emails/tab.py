"""The tab E-mail scripts: messages and calls, and what they ask of the page."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QWidget

from arcareer.clock import Clock
from arcareer.domain.changes import ChangeSet
from arcareer.errors import EnvironmentFault
from arcareer_ui.acts import Acts
from arcareer_ui.pages.scripts.emails.calls_room import CallsRoom
from arcareer_ui.pages.scripts.emails.messages_room import MessagesRoom
from arcareer_ui.pages.scripts.emails.own_form import OwnForm
from arcareer_ui.pages.scripts.filling.blank_field import Here
from arcareer_ui.pages.scripts.filling.fill_card import FillCard
from arcareer_ui.pages.scripts.filling.filler import Filler
from arcareer_ui.pages.scripts.filling.history_card import HistoryCard
from arcareer_ui.pages.scripts.filling.history_desk import HistoryDesk
from arcareer_ui.pages.scripts.filling.sender import Sender
from arcareer_ui.pages.scripts.filling.values import BlankValues
from arcareer_ui.pages.scripts.identities import identity_in
from arcareer_ui.shell.save_status import SaveReport, SaveState
from arcareer_ui.tool import Tool
from arcareer_ui.widgets.boxes import column
from arcareer_ui.widgets.segment import Segment

if TYPE_CHECKING:
    from arcareer.content.library import ContentLibrary
    from arcareer.services.customers import CustomerService
    from arcareer.services.drafts import DraftService
    from arcareer.services.scripts import ScriptService
    from arcareer_ui.dialogs import Dialogs
    from arcareer_ui.undo import UndoController
    from arcareer_ui.window_state import WindowState

PLACE = "scripts/e-mail-scripts"
MESSAGES, CALLS, FOR = "messages", "calls", "for"
MODE_STATE = "scripts/mode"
DRAFT_KEY = "scripts"


class EmailTab(Tool):
    """Messages and calls share what is filled in.

    Routes after the tab: a script's key, `calls[/<id>]`, and `for/<customer id>`: the reminder that fits them.
    """

    def __init__(
        self,
        *,
        scripts: ScriptService,
        customers: CustomerService,
        drafts: DraftService,
        content: ContentLibrary,
        currency: Callable[[], str],
        undo: UndoController,
        acts: Acts,
        dialogs: Dialogs,
        state: WindowState,
        clock: Clock,
    ) -> None:
        super().__init__()
        self._state, self._clock = state, clock
        self._is_asked_for = False
        self.values = BlankValues(
            scripts, customers, content.message_blanks, drafts=drafts, draft_key=DRAFT_KEY, parent=self
        )
        self.sending = Sender(scripts, acts, dialogs, self)
        here = Here(clock.today, currency)

        def fillers() -> tuple[Filler, HistoryDesk]:
            card = FillCard(customers.find, here)
            return Filler(card, self.values, customers.get), HistoryDesk(HistoryCard(), scripts, acts)

        filler, history = fillers()
        form = OwnForm(tuple(content.message_blanks.values()))
        self.messages = MessagesRoom(
            scripts, filler, self.sending, history, form=form, acts=acts, undo=undo, state=state
        )
        call_filler, call_history = fillers()
        self.calls = CallsRoom(scripts, call_filler, self.sending, call_history)
        self._modes = QStackedWidget()
        self._modes.addWidget(self.messages.view)
        self._modes.addWidget(self.calls.view)
        column(self).addWidget(self._modes)
        self.segment = Segment(
            self.tr("E-mail scripts"), [(MESSAGES, self.tr("Messages")), (CALLS, self.tr("Calls"))], MESSAGES
        )
        self.header = self.segment
        self._connect((filler, call_filler), (history, call_history))
        if state.text(MODE_STATE, MESSAGES) == CALLS:
            self._show_mode(CALLS)

    def open(self, args: Sequence[str]) -> None:
        """Show what a route names."""
        if not args:
            return
        head, rest = args[0], args[1:]
        self._is_asked_for = head != CALLS or bool(rest)
        self._show_mode(CALLS if head == CALLS else MESSAGES)
        if head == FOR:
            customer = identity_in(rest)
            if customer is not None:
                self.messages.open_for(customer)
        elif head == CALLS:
            if rest and not self.calls.open(rest[0]):
                self.noted.emit(self.tr("That call is no longer there."))
        elif not self.messages.open(head):
            self.noted.emit(self.tr("That script is no longer there."))

    def refresh(self, changes: ChangeSet | None) -> None:
        """Take in what was changed, here or elsewhere."""
        self.messages.refresh(changes)
        self.calls.refresh(changes)

    def flush(self) -> None:
        """Keep what is typed."""
        self.messages.flush()

    @property
    def mode(self) -> str:
        """Return the mode on show."""
        return self.segment.current

    @property
    def first_focus(self) -> QWidget | None:
        """Start in the first blank of a message asked for, else in the search."""
        room = self._room
        return room.first_stop if self._is_asked_for else room.panel.search

    @property
    def regions(self) -> Sequence[QWidget]:
        """Return list, message and blanks."""
        room = self._room
        return (room.panel, room.card, self._fill_card)

    @property
    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """Return what the tab does for commands."""
        room = self._room
        both: dict[str, Callable[[], None]] = {"find-in-page": room.find, "copy-text": room.copy}
        if self.mode == CALLS:
            return both
        return {**both, "new-item": self.messages.write_new, "rename": self.messages.edit}

    @property
    def place(self) -> str:
        """Return the route of what is on show."""
        if self.mode == CALLS:
            call = self.calls.call
            return f"{PLACE}/{CALLS}/{call.id}" if call is not None else f"{PLACE}/{CALLS}"
        entry = self.messages.entry
        return f"{PLACE}/{entry.key}" if entry is not None else PLACE

    @property
    def place_title(self) -> str:
        """Return the message or call on show."""
        if self.mode == CALLS:
            return self.calls.call.title if self.calls.call is not None else ""
        return self.messages.entry.title if self.messages.entry is not None else ""

    @property
    def _room(self) -> MessagesRoom | CallsRoom:
        return self.calls if self.mode == CALLS else self.messages

    @property
    def _fill_card(self) -> QWidget:
        return self._fill_cards[CALLS if self.mode == CALLS else MESSAGES]

    def _connect(self, fillers: tuple[Filler, Filler], histories: tuple[HistoryDesk, HistoryDesk]) -> None:
        self._fill_cards = dict(zip((MESSAGES, CALLS), (filler.card for filler in fillers), strict=True))
        self.segment.chosen.connect(self._choose_mode)
        for filler in fillers:
            filler.announced.connect(self.announced)
            filler.toasted.connect(self.toasted)
        for history in histories:
            history.told.connect(self.told)
        for room in (self.messages, self.calls):
            room.announced.connect(self.announced)
            room.moved.connect(self._note_place)
        self.sending.told.connect(self.told)
        self.sending.toasted.connect(self.toasted)
        own = self.messages.own
        own.told.connect(self.told)
        own.noted.connect(self.noted)
        for saver in (own.saved, self.values.draft.written):
            saver.connect(self._say_kept)
        for trouble in (own.troubled, self.values.draft.troubled):
            trouble.connect(self._say_not_kept)

    def _choose_mode(self, mode: str) -> None:
        self._is_asked_for = False
        self._show_mode(mode)
        self._note_place()

    def _show_mode(self, mode: str) -> None:
        self.flush()
        self.segment.set_current(mode)
        self._state.remember(MODE_STATE, mode)
        room = self._room
        room.show()
        self._modes.setCurrentWidget(room.view)

    def _note_place(self) -> None:
        if self.isVisible():
            self.place_changed.emit(self.place)

    def _say_kept(self) -> None:
        self.save_reported.emit(SaveReport(SaveState.SAVED, at=self._clock.local_now()))

    def _say_not_kept(self, fault: EnvironmentFault) -> None:
        self.save_reported.emit(SaveReport(SaveState.NOT_SAVED, reason=str(fault), fault=fault))

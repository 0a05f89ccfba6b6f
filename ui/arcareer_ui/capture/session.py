"""A capture card at work: what is typed is read, kept as a draft, and saved as a win."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from arcareer.clock import Clock
from arcareer.domain.changes import ChangeSet, EntityKind
from arcareer.domain.drafts import Draft
from arcareer.errors import EnvironmentFault, UserError
from arcareer_ui.capture.card import CaptureCard
from arcareer_ui.capture.drafts import DraftKeeper

if TYPE_CHECKING:
    from arcareer.services.capture import CaptureService
    from arcareer.services.customers import CustomerService
    from arcareer.services.drafts import DraftService
    from arcareer.services.journal import JournalService
    from arcareer_ui.undo import UndoController

DRAFT_KEY = "capture"
LOOK_AGAIN_MS = 200
MOST_LOOKS = 25


class CaptureSession(QObject):
    """Wires a card to the services. Cards that share the draft key continue one another's sentence.

    `saved` carries the new win and whether its details are wanted next; `written` comes when all that was typed is on
    disk, `troubled` carries the `EnvironmentFault` because of which it is not; `announced` a text for screen readers.
    """

    saved = Signal(object, bool)
    written = Signal()
    troubled = Signal(object)
    announced = Signal(str)

    def __init__(
        self,
        card: CaptureCard,
        *,
        capture: Callable[[], CaptureService],
        journal: Callable[[], JournalService],
        customers: Callable[[], CustomerService],
        drafts: DraftService,
        undo: UndoController,
        clock: Clock,
        draft_key: str = DRAFT_KEY,
        ready: Callable[[], bool] = lambda: True,
    ) -> None:
        """Take the parts; services come from calls, made when something has been typed and not before.

        `ready` says whether sentences can be read at once. Until then they are kept as typed and read later, so that
        loading the reader never holds up a key; after five seconds they are read all the same.
        """
        super().__init__(card)
        self._card = card
        self._capture, self._journal, self._customers = capture, journal, customers
        self._undo, self._clock, self._ready = undo, clock, ready
        self._looks = 0
        self._next_look = QTimer(self)
        self._next_look.setSingleShot(True)
        self._next_look.setInterval(LOOK_AGAIN_MS)
        self._next_look.timeout.connect(card.read_again)
        self._keeper = DraftKeeper(drafts, draft_key, self)
        self._keeper.written.connect(self.written)
        self._keeper.troubled.connect(self.troubled)
        card.typed.connect(self._keeper.touch)
        card.rested.connect(self._read)
        card.submitted.connect(self._save)
        card.customer_offered.connect(self._add_customer)

    def resume(self) -> Draft | None:
        """Put back what was typed and not saved, here or in another card; return it if there was something."""
        if self._keeper.is_unsaved:
            return None
        draft = self._keeper.find()
        text = draft.text if draft else ""
        if text != self._card.field.text():
            self._card.set_text(text)
        return draft if draft and draft.text.strip() else None

    def flush(self) -> None:
        """Write what is typed now."""
        self._keeper.flush()

    def heed(self, changes: ChangeSet | None) -> None:
        """Read the sentence again when customers have changed; None for changes unknown."""
        if changes is None or changes.affects(EntityKind.CUSTOMER):
            QTimer.singleShot(0, self._card, self._card.read_again)  # when the reader has heard of it too

    def _read(self, sentence: str) -> None:
        self._keeper.flush()
        if not self._ready() and self._looks < MOST_LOOKS:
            self._looks += 1
            self._next_look.start()
            return
        try:
            self._card.show_capture(self._capture().read(sentence))
        except EnvironmentFault as fault:
            self.troubled.emit(fault)

    def _save(self, details: bool) -> None:  # noqa: FBT001 - the shape of the card's signal
        self._keeper.flush()  # the first save may have to wait until what it needs is loaded
        sentence = self._card.text
        from arcareer.domain.journal import HEADLINE_LIMIT, Win  # noqa: PLC0415 - the first page does without

        over = len(sentence) - HEADLINE_LIMIT
        if over > 0:
            text = self.tr("%n character(s) too many. Shorten it here; the details have room for the rest.", "", over)
            self._card.message.show_problem(text)
            return
        try:
            draft = self._capture().draft(sentence, self._clock.today(), self._card.theme)
            edit = self._journal().log_win(draft, draft_key=self._keeper.key)
        except UserError as problem:
            self._card.message.show_problem(str(problem))
            return
        except EnvironmentFault as fault:
            self._card.message.show_problem(str(fault))
            self.troubled.emit(fault)
            return
        self._undo.record(edit, self.tr("Log win"))
        self._keeper.saved()
        self._card.clear()
        self._card.focus()
        self.written.emit()
        if isinstance(edit.after, Win):
            self.saved.emit(edit.after, details)

    def _add_customer(self, name: str) -> None:
        try:
            edit = self._customers().add(name)
        except (UserError, EnvironmentFault) as problem:
            self._card.message.show_note(str(problem))
            return
        self._undo.record(edit, self.tr("Add customer"))
        self._card.focus()
        self._card.read_again()
        self.announced.emit(self.tr("{name} is now in your customers.").format(name=name))

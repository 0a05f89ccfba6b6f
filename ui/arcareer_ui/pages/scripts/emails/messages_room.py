"""Messages: found, filled in for a customer, handed over, and rewritten in the user's own words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from arcareer.domain.changes import Change, ChangeSet, EntityKind
from arcareer.domain.messages import Tone
from arcareer.domain.own_scripts import OwnScript
from arcareer.services.scripts import FilledMessage
from arcareer_ui.pages.scripts.emails.message_card import DUPLICATE, EDIT, NOTE, REMOVE, RESET, SAVE, MessageCard
from arcareer_ui.pages.scripts.emails.own_desk import OwnDesk
from arcareer_ui.pages.scripts.emails.own_form import OwnForm, stage_of
from arcareer_ui.pages.scripts.emails.script_list import (
    ALL,
    OWN,
    ScriptLine,
    script_card,
    script_lines,
    stage_options,
)
from arcareer_ui.pages.scripts.filling.filler import Filler
from arcareer_ui.pages.scripts.find_panel import FindPanel
from arcareer_ui.pages.scripts.work_view import WorkView

if TYPE_CHECKING:
    from arcareer.services.scripts import ScriptEntry, ScriptService
    from arcareer_ui.acts import Acts
    from arcareer_ui.pages.scripts.filling.history_desk import HistoryDesk
    from arcareer_ui.pages.scripts.filling.sender import Sender
    from arcareer_ui.undo import UndoController
    from arcareer_ui.window_state import WindowState

STAGE_STATE, TONE_STATE = "scripts/stage", "scripts/tone"
HEARD = (EntityKind.OWN_SCRIPT, EntityKind.REMEMBERED_BLANKS, EntityKind.CUSTOMER, EntityKind.CONTACT_NOTE)


class MessagesRoom(QObject):
    """Wires the parts of the room. `moved` comes when another message is on show."""

    announced = Signal(str)
    moved = Signal()

    def __init__(
        self,
        scripts: ScriptService,
        filler: Filler,
        sender: Sender,
        history: HistoryDesk,
        *,
        form: OwnForm,
        acts: Acts,
        undo: UndoController,
        state: WindowState,
    ) -> None:
        super().__init__(form)
        self._scripts, self._filler, self._sender, self._state = scripts, filler, sender, state
        self.panel: FindPanel[ScriptLine] = FindPanel(
            self.tr("Messages"), self.tr("Search messages"), script_card, lambda line: line.key, stages=stage_options()
        )
        self.card, self.form, self.history = MessageCard(), form, history
        self.view = WorkView(self.panel, (form, self.card), (filler.card, history.card))
        self.own = OwnDesk(form, scripts, acts, undo)
        self.entry: ScriptEntry | None = None
        self.message = FilledMessage((), (), ())
        self._tone = Tone.FRIENDLY
        form.hide()
        remembered = state.text(STAGE_STATE, ALL)
        if self.panel.stage.findData(remembered) >= 0:
            self.panel.stage.set_current(remembered)
        wanted = state.text(TONE_STATE, Tone.FRIENDLY.value)
        self._wanted_tone = Tone(wanted) if wanted in {tone.value for tone in Tone} else Tone.FRIENDLY
        self._connect()
        undo.stepped.connect(self._follow_step)
        self._show_list()
        self._open_first(filler.values.place)

    def open(self, key: str) -> bool:
        """Show a message; return whether there is one by this key."""
        entry = self._scripts.get(key)
        if entry is None:
            return False
        if all(line.key != key for line in self.panel.list.items):
            self.panel.reset()
            self._show_list()
        self.panel.list.choose(key)
        self._show(entry)
        self.view.show_over(over=True)
        return True

    def open_for(self, customer: UUID) -> None:
        """Show the reminder that fits a customer, filled for them."""
        self._filler.take(self._filler.find(customer))
        entry = self._scripts.reminder_for(customer)
        if entry is not None:
            self.open(entry.key)
        else:
            self.view.show_over(over=True)
            self._fill()
        self._history()

    def refresh(self, changes: ChangeSet | None) -> None:
        """Take in what was changed, here or elsewhere."""
        if changes is not None and not changes.affects(*HEARD):
            return
        if changes is None or changes.affects(EntityKind.OWN_SCRIPT):
            self.own.follow()
            self._show_list()
            self._open_first()
        self._filler.values.read_known()
        self._filler.show()
        self._fill()
        self._history()

    def flush(self) -> None:
        """Keep what is typed."""
        self.own.flush()
        self._filler.values.draft.flush()

    def show(self) -> None:
        """Go on with the message on show; the fields may have asked for another's blanks meanwhile."""
        if self.entry is not None:
            self._show(self.entry)

    def write_new(self) -> None:
        """Begin a script of the user's own."""
        self.own.write_new(self.panel.stage.current)

    def edit(self) -> None:
        """Edit the words of the message on show."""
        if self.entry is not None:
            self.own.edit(self.entry, self._tone)
            self.view.show_over(over=True)
            self.view.follow()
            self.view.to_top()
            self.form.start(named=True)

    def copy(self) -> None:
        """Copy the message, and say which blanks it still has."""
        self._sender.copy(self.message, self._used())
        self.card.warn_of(self.message.left)

    def find(self) -> None:
        """Put the caret into the search."""
        self.view.show_over(over=False)
        self.panel.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.panel.search.selectAll()

    def enter(self) -> None:
        """Go from the list to the first field of the message."""
        self.view.show_over(over=True)
        self._filler.card.first_stop().setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def first_stop(self) -> QWidget:
        """Return where the keyboard starts in a message that was asked for."""
        return self._filler.card.first_stop()

    def _connect(self) -> None:
        panel, card = self.panel, self.card
        panel.searched.connect(self._search)
        panel.stage_chosen.connect(self._narrow)
        panel.new_asked.connect(self.write_new)
        panel.chosen.connect(self._choose)
        panel.opened.connect(self.enter)
        panel.removal_asked.connect(lambda: self._act(REMOVE))
        self.view.list_button.clicked.connect(self.find)
        card.tone_chosen.connect(self._choose_tone)
        card.copy_asked.connect(self.copy)
        card.subject_asked.connect(lambda: self._sender.copy_subject(self.message))
        card.mail_asked.connect(lambda: self._sender.open_mail(self.message, self._used()))
        card.acted.connect(self._act)
        self.form.tone_picked.connect(self._choose_tone)
        self.own.added.connect(self._show_added)
        self._filler.changed.connect(self._fill)
        self._filler.customer_changed.connect(self._history)

    # the list

    def _show_list(self) -> None:
        chosen = self.panel.stage.current
        words = self.panel.search.text()
        entries = self._scripts.all(words, None if chosen in (ALL, OWN) else stage_of(chosen))
        if chosen == OWN:
            entries = tuple(entry for entry in entries if entry.own is not None)
        self.panel.show_items(script_lines(entries))

    def _search(self) -> None:
        self._show_list()
        self._open_first()
        found = sum(line.entry is not None for line in self.panel.list.items)
        self.announced.emit(self.tr("%n message(s)", "", found))

    def _narrow(self, stage: str) -> None:
        self._state.remember(STAGE_STATE, stage)
        self._search()

    def _open_first(self, key: str = "") -> None:
        """Show a message, or where it is not in the list the one that was on show, or the first."""
        keys = [line.key for line in self.panel.list.items if line.entry is not None]
        shown = self.entry.key if self.entry is not None else ""
        wanted = next((one for one in (key, shown, *keys[:1]) if one in keys), "")
        if wanted:
            self.panel.list.choose(wanted)
            self._choose(self.panel.list.current)

    def _choose(self, line: ScriptLine | None) -> None:
        if line is None or line.entry is None or line.entry == self.entry:
            return
        if self.entry is None or line.entry.key != self.entry.key:
            self.view.to_top()
        self._show(line.entry)

    def _show(self, entry: ScriptEntry) -> None:
        if self.own.key not in ("", entry.key):
            self.own.close()
        moved = self.entry is None or self.entry.key != entry.key
        self.entry = entry
        tones = list(entry.messages)
        is_written = self.own.key == entry.key and self._tone in tones
        if not is_written:
            self._tone = self._wanted_tone if self._wanted_tone in tones else tones[0]
        self.card.show_script(entry, tones, self._tone)
        if moved:
            self._filler.values.go_to(entry.key)
        self._show_words()
        self.view.follow()
        if moved:
            self.moved.emit()

    def _choose_tone(self, tone: str) -> None:
        self._wanted_tone = Tone(tone)
        self._state.remember(TONE_STATE, tone)
        if self.entry is not None and self._wanted_tone in self.entry.messages:
            self._tone = self._wanted_tone
            self.card.tone.set_current(tone)
            if self.own.key:
                self.form.show_tone(self._tone)
            self._show_words()

    # the message

    def _show_words(self) -> None:
        if self.entry is None:
            return
        message = self.entry.messages[self._tone]
        self._filler.show_blanks(self._scripts.blanks(message.subject, message.text))
        self._fill()
        self._history()

    def _fill(self) -> None:
        if self.entry is None:
            return
        self.message = self._scripts.fill(self.entry.messages[self._tone], self._filler.values.by_name)
        self.card.show_message(self.message)
        self.card.warn_of(())

    def _history(self) -> None:
        customer = self._filler.values.customer
        self.card.show_customer(customer.name if customer is not None else "")
        self.history.show(customer)

    def _used(self) -> Mapping[str, str]:
        values = self._filler.values.by_name
        return {blank.id: values.get(blank.id, "") for blank in self.message.blanks}

    def _act(self, act: str) -> None:
        entry, customer = self.entry, self._filler.values.customer
        if entry is None:
            return
        if act == EDIT:
            self.edit()
        elif act == DUPLICATE:
            self.own.duplicate(entry)
        elif act == RESET:
            self.own.reset(entry)
        elif act == REMOVE:
            self.own.remove(entry)
        elif act == SAVE:
            self._sender.save(self.message, self._used())
        elif act == NOTE and customer is not None:
            self._sender.note(customer, self.message.subject or entry.title, entry.key)

    def _show_added(self, key: str) -> None:
        self.panel.reset()
        self._show_list()
        self.open(key)
        if self.entry is not None:
            self.own.edit(self.entry, self._tone)
            self.view.follow()
            self.form.start(named=False)

    def _follow_step(self, change: Change) -> None:
        """Show what undo or redo has just brought back or changed."""
        own = next((edit.after for edit in change.edits if isinstance(edit.after, OwnScript)), None)
        if own is not None:
            self.own.show_again(own)

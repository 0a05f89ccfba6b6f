"""Calls: found, filled in for a customer, held, confirmed by a message, and noted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from arcareer.domain.changes import ChangeSet, EntityKind
from arcareer.services.scripts import FilledMessage
from arcareer_ui.pages.scripts.emails.call_card import CallCard, texts_of
from arcareer_ui.pages.scripts.filling.filler import Filler
from arcareer_ui.pages.scripts.filling.recap_card import RecapCard
from arcareer_ui.pages.scripts.find_panel import FindPanel
from arcareer_ui.pages.scripts.work_view import WorkView
from arcareer_ui.widgets.card_list import CardRow

if TYPE_CHECKING:
    from arcareer.content.script_models import CallScript
    from arcareer.services.scripts import ScriptService
    from arcareer_ui.pages.scripts.filling.history_desk import HistoryDesk
    from arcareer_ui.pages.scripts.filling.sender import Sender

HEARD = (EntityKind.REMEMBERED_BLANKS, EntityKind.CUSTOMER, EntityKind.CONTACT_NOTE)


class CallsRoom(QObject):
    """Wires the parts of the room. `moved` comes when another call is on show."""

    announced = Signal(str)
    moved = Signal()

    def __init__(self, scripts: ScriptService, filler: Filler, sender: Sender, history: HistoryDesk) -> None:
        super().__init__(filler.card)
        self._scripts, self._filler, self._sender = scripts, filler, sender
        self.panel: FindPanel[CallScript] = FindPanel(
            self.tr("Calls"), self.tr("Search calls"), _card, lambda call: call.id
        )
        self.card, self.history = CallCard(), history
        self.recap = RecapCard(
            self.tr("Confirm it in writing"), self.tr("Copy e-mail"), primary=True, note_words=self.tr("Note the call")
        )
        self.view = WorkView(self.panel, (self.card, self.recap), (filler.card, history.card))
        self.call: CallScript | None = None
        self.message = FilledMessage((), (), ())
        self._connect()
        self._search(announce=False)

    def open(self, key: str) -> bool:
        """Show a call; return whether there is one by this key."""
        call = next((one for one in self._scripts.calls() if one.id == key), None)
        if call is None:
            return False
        if all(one.id != key for one in self.panel.list.items):
            self.panel.reset()
            self.panel.show_items(self._scripts.calls())
        self.panel.list.choose(key)
        self._show(call)
        self.view.show_over(over=True)
        return True

    def show(self) -> None:
        """Go on with the call on show; what is filled in may have changed meanwhile."""
        self._filler.show()
        self._fill()
        self._history()

    def refresh(self, changes: ChangeSet | None) -> None:
        """Take in what was changed, here or elsewhere."""
        if changes is None or changes.affects(*HEARD):
            self._filler.values.read_known()
            self.show()

    def copy(self) -> None:
        """Copy the message that confirms the call."""
        self._sender.copy(self.message, self._used())
        self.recap.warn_of(self.message.left)

    def find(self) -> None:
        """Put the caret into the search."""
        self.view.show_over(over=False)
        self.panel.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.panel.search.selectAll()

    @property
    def first_stop(self) -> QWidget:
        """Return where the keyboard starts in a call that was asked for."""
        return self._filler.card.first_stop()

    def _connect(self) -> None:
        panel, recap = self.panel, self.recap
        panel.searched.connect(self._search)
        panel.chosen.connect(self._choose)
        panel.opened.connect(self._enter)
        self.view.list_button.clicked.connect(self.find)
        recap.copy_asked.connect(self.copy)
        recap.subject_asked.connect(lambda: self._sender.copy_subject(self.message))
        recap.mail_asked.connect(lambda: self._sender.open_mail(self.message, self._used()))
        recap.save_asked.connect(lambda: self._sender.save(self.message, self._used()))
        recap.note_asked.connect(self._note)
        self._filler.changed.connect(self._fill)
        self._filler.customer_changed.connect(self._history)

    def _enter(self) -> None:
        self.view.show_over(over=True)
        self.first_stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def _search(self, *, announce: bool = True) -> None:
        found = self._scripts.calls(self.panel.search.text())
        self.panel.show_items(found)
        if announce:
            self.announced.emit(self.tr("%n call(s)", "", len(found)))
        shown = self.call.id if self.call is not None else ""
        if found and not self.panel.list.choose(shown):
            self.panel.list.choose(found[0].id)
        self._choose(self.panel.list.current)

    def _choose(self, call: CallScript | None) -> None:
        if call is not None and call is not self.call:
            self.view.to_top()
            self._show(call)

    def _show(self, call: CallScript) -> None:
        moved = self.call is not call
        self.call = call
        self.card.show_call(call)
        self._filler.show_blanks(self._scripts.blanks(*texts_of(call)))
        self._fill()
        self._history()
        self.view.follow()
        if moved:
            self.moved.emit()

    def _fill(self) -> None:
        if self.call is None:
            return
        values = self._filler.values.by_name
        blanks = self._scripts.blanks(*texts_of(self.call))
        left = sum(not values.get(blank.id, "").strip() for blank in blanks)
        self.message = self._scripts.fill(self.call.recap, values)
        self.card.show_values(self.call, values, blanks, left)
        self.recap.show_message(self.message)
        self.recap.warn_of(())

    def _history(self) -> None:
        customer = self._filler.values.customer
        self.recap.show_customer(customer.name if customer is not None else "")
        self.history.show(customer)

    def _note(self) -> None:
        customer = self._filler.values.customer
        if self.call is not None and customer is not None:
            self._sender.note(customer, self.tr("Call: {title}").format(title=self.call.title), self.call.id)

    def _used(self) -> Mapping[str, str]:
        values = self._filler.values.by_name
        return {blank.id: values.get(blank.id, "") for blank in self.message.blanks}


def _card(call: CallScript) -> CardRow:
    return CardRow(call.title, call.use_when, (), f"{call.title}. {call.use_when}")

"""Earlier versions of the win on show: looked at, and gone back to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from arcareer.domain.journal import Win, WinVersion
from arcareer.errors import EnvironmentFault, UserError
from arcareer_ui.desk import Desk
from arcareer_ui.pages.wins.detail import DetailView
from arcareer_ui.pages.wins.history import HistoryCard
from arcareer_ui.shell.toasts import ToastRequest

if TYPE_CHECKING:
    from arcareer.services.journal import JournalService


class Past(QObject):
    """Shows the card of earlier versions when asked for. `toasted` says what was done, with its undo."""

    toasted = Signal(object)

    def __init__(self, detail: DetailView, desk: Desk[Win], journal: JournalService) -> None:
        super().__init__(detail)
        self._detail, self._desk, self._journal = detail, desk, journal
        self.card = HistoryCard()
        self.card.hide()
        detail.add_on_top(self.card)
        detail.history_asked.connect(self._toggle)
        self.card.return_asked.connect(self._go_back_to)

    def show_win(self, win: Win) -> None:
        """Show the versions of a win, if the card is open."""
        if not self.card.isHidden():
            self.card.show_versions(win, self._journal.history(win.id))

    def close(self) -> None:
        """Put the card away."""
        self.card.hide()
        self._detail.history_button.setChecked(False)

    def _toggle(self) -> None:
        self._desk.rest()
        win = self._desk.value
        if win is not None:
            self.card.setVisible(self.card.isHidden())
            self._detail.history_button.setChecked(self.card.isVisible())
            self.show_win(win)
            self._detail.settle_tab_order()
            self._detail.scroll_to_top()

    def _go_back_to(self, version: WinVersion) -> None:
        self._desk.rest()
        win = self._desk.stored
        if win is None:
            return
        try:
            edit = self._journal.go_back_to(win, version)
        except (UserError, EnvironmentFault) as problem:
            self.toasted.emit(ToastRequest(str(problem), icon="info"))
            return
        self._desk.take(edit, self.tr("Go back to an earlier version"))
        self.toasted.emit(ToastRequest(self.tr("This win is as it was then"), icon="history", undoable=True))

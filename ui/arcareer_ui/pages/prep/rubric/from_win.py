"""Bullets made from wins: one is picked, or a route names it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

from arcareer.domain.journal import WinQuery, WinSummary
from arcareer_ui.pages.prep.rubric.view import PICKER, SCORE, RubricView
from arcareer_ui.pages.prep.rubric.writing import BulletWriting
from arcareer_ui.win_picker import WinPicker

if TYPE_CHECKING:
    from arcareer.services.bullets import BulletService
    from arcareer.services.journal import JournalService

MOST_OFFERED = 200
FEWEST_LETTERS = 2


def make_picker(journal: JournalService) -> WinPicker:
    """Return what one win is picked with."""

    def find(text: str) -> Sequence[WinSummary]:
        words = text.strip()
        return journal.find(WinQuery(text=words if len(words) >= FEWEST_LETTERS else ""), MOST_OFFERED)

    def words(_count: int) -> str:
        return QCoreApplication.translate("FromWin", "Make it a bullet")

    title = QCoreApplication.translate("FromWin", "Which win is it about?")
    return WinPicker(find, title, words, icon="plus", multiple=False)


class FromWin(QObject):
    """Writes bullets from wins. `written` comes after that, `refused` carries why it could not be done."""

    written = Signal()
    refused = Signal(str)

    def __init__(
        self, view: RubricView, writing: BulletWriting, bullets: BulletService, journal: JournalService
    ) -> None:
        super().__init__(view)
        self._view, self._writing, self._bullets, self._journal = view, writing, bullets, journal
        for button in (view.win_button, view.first_win_button):
            button.clicked.connect(self.ask)
        view.picker.picked.connect(self._pick)
        view.picker.left.connect(self._leave)

    def ask(self) -> None:
        """Let the user pick a win."""
        self._writing.flush()
        self._view.show_side(PICKER)
        self._view.picker.start()

    def known(self, win: UUID) -> UUID | None:
        """Return the bullet there is about a win, the first of several."""
        return next((bullet.id for bullet in self._bullets.of_win(win)), None)

    def write(self, identity: UUID) -> None:
        """Write a bullet about a win."""
        win = self._journal.get(identity)
        if win is None:
            self.refused.emit(self.tr("That win is not in your library any more."))
            return
        self._writing.from_win(self._bullets.from_win(win), win.id)
        self.written.emit()

    def _pick(self, wins: tuple[UUID, ...]) -> None:
        self._view.show_side(SCORE)
        self.write(wins[0])

    def _leave(self) -> None:
        view = self._view
        view.show_side(SCORE)
        button = view.win_button if view.win_button.isVisible() else view.first_win_button
        button.setFocus(Qt.FocusReason.OtherFocusReason)

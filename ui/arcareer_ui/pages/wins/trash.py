"""Wins on their way into the trash, out of it, and gone for good."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from arcareer.domain.safekeeping import BackupReason
from arcareer.services.journal import JournalService
from arcareer_ui.acts import Acts
from arcareer_ui.shell.toasts import ToastRequest

if TYPE_CHECKING:
    from arcareer.services.backups import BackupService
    from arcareer_ui.dialogs import Dialogs

MANY = 20  # from more wins on than that, a backup comes first


class TrashDesk(QObject):
    """Moves wins, many of them and those that go for good only after a backup.

    `leaving` carries those about to leave the list; `toasted` what happened, with its undo.
    """

    leaving = Signal(object)
    toasted = Signal(object)

    def __init__(
        self,
        journal: JournalService,
        acts: Acts,
        dialogs: Dialogs,
        parent: QObject,
        *,
        backups: Callable[[], BackupService],
    ) -> None:
        super().__init__(parent)
        self._journal, self._acts, self._dialogs, self._backups = journal, acts, dialogs, backups

    def throw_away(self, wins: Sequence[UUID]) -> None:
        """Move wins to the trash at once; undo brings them back."""
        if not wins or (len(wins) > MANY and not self._back_up()):
            return
        self.leaving.emit(wins)
        label = self.tr("Move %n win(s) to trash", "", len(wins)) if len(wins) > 1 else self.tr("Move win to trash")
        if not self._acts.do(partial(self._journal.move_to_trash, wins), label):
            return
        if len(wins) > 1:
            text = self.tr("%n win(s) moved to trash", "", len(wins))
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

    def bring_back(self, wins: Sequence[UUID]) -> None:
        """Bring wins back from the trash."""
        if not wins:
            return
        self.leaving.emit(wins)
        label = self.tr("Restore %n win(s)", "", len(wins)) if len(wins) > 1 else self.tr("Restore win")
        if self._acts.do(partial(self._journal.restore, wins), label):
            text = self.tr("%n win(s) restored", "", len(wins))
            self.toasted.emit(ToastRequest(text, icon="undo-2", undoable=True))

    def ask_to_empty(self) -> None:
        """Ask before everything in the trash is gone for good."""
        wins = self.tr("%n win(s)", "", self._journal.trash_count())
        self._dialogs.confirm(
            self.tr("{wins} will be gone for good").format(wins=wins),
            self.tr("Nothing can bring them back afterwards, except a backup made before."),
            act=self.tr("Delete {wins} for good").format(wins=wins),
            keep=self.tr("Keep them"),
            answered=self._empty,
        )

    def _empty(self, sure: bool) -> None:  # noqa: FBT001 - the shape of the answer
        if sure and self._back_up() and self._acts.finish(self._journal.empty_trash):
            self.toasted.emit(ToastRequest(self.tr("The trash is empty now"), icon="trash-2"))

    def _back_up(self) -> bool:
        """Make a backup unless the newest one holds everything; where that does not work, say why."""
        backups = self._backups()
        if not backups.wanted(BackupReason.BEFORE_BULK_CHANGE):
            return True
        return self._acts.settle(partial(backups.back_up, BackupReason.BEFORE_BULK_CHANGE))

"""The backups: how they stand, which there are, and what one of them can bring back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from arcareer.domain.safekeeping import BackupInfo, BackupReason
from arcareer.errors import EnvironmentFault, UserError
from arcareer_ui.dates import date_and_time
from arcareer_ui.tasks import Task, TaskRunner
from arcareer_ui.widgets.banner import Banner
from arcareer_ui.widgets.boxes import column
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.card_list import CardList, CardRow
from arcareer_ui.widgets.empty_state import EmptyState
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.layouts import FlowBox
from arcareer_ui.widgets.styling import Restyled

if TYPE_CHECKING:
    from arcareer.domain.changes import EditGroup
    from arcareer.services.backups import BackupService
    from arcareer.services.missing_wins import MissingWinsService
    from arcareer_ui.context import LibraryRequests
    from arcareer_ui.dialogs import Dialogs
    from arcareer_ui.undo import UndoController

ROWS_SHOWN = 4


class BackupsCard(Restyled, Card):
    """`told` carries what was done, `refused` why something was not, `brought_back` how many wins came back."""

    told = Signal(str)
    refused = Signal(str)
    brought_back = Signal(int)

    def __init__(
        self,
        *,
        backups: BackupService,
        missing_wins: MissingWinsService,
        undo: UndoController,
        tasks: TaskRunner,
        dialogs: Dialogs,
        requests: LibraryRequests,
        read_only: bool,
    ) -> None:
        super().__init__()
        self._backups, self._missing, self._undo = backups, missing_wins, undo
        self._tasks, self._dialogs, self._requests, self._read_only = tasks, dialogs, requests, read_only
        self.state = Label("", wrap=True)
        self.now_button = Button(self.tr("Back up now"), icon="archive")
        self.list = CardList[BackupInfo](self.tr("Backups"), self._present, lambda info: info.sequence)
        self.empty = EmptyState("archive", self.tr("Your backups are listed here"))
        self.bring_back_button = Button(self.tr("Bring back missing wins"), icon="undo-2")
        self.restore_button = Button(self.tr("Replace everything with it"), icon="history")
        self._notices = column(spacing=10)
        self.banners: list[Banner] = []
        self._choices = QWidget()
        self._lay_out()
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Show how the backups stand now."""
        state, backups = self._backups.state(), self._backups.all()
        self.list.set_items(backups)
        if backups and self.list.current is None:
            self.list.choose(backups[0].sequence)
        self.list.setVisible(bool(backups))
        self._choices.setVisible(bool(backups))
        self.empty.setVisible(not backups)
        words = self.tr("No backup yet. The first is made soon after the first win.")
        if state.last_good_at is not None:
            made = self.tr("Last good backup: {when}.").format(when=date_and_time(state.last_good_at))
            words = " ".join((made, self.tr("%n backup(s) kept.", "", state.backups)))
        self.state.setText(words)
        self._show_notices(state.trouble, paused=state.rotation_paused)
        self.restyle()

    def restyle(self) -> None:
        """Be as high as the list needs, up to a few rows."""
        rows = len(self.list.items)
        policies = Qt.ScrollBarPolicy
        fits = rows <= ROWS_SHOWN
        self.list.setVerticalScrollBarPolicy(policies.ScrollBarAlwaysOff if fits else policies.ScrollBarAlwaysOn)
        self.list.setFixedHeight(max(1, min(rows, ROWS_SHOWN) * self.list.sizeHintForRow(0)))

    def _lay_out(self) -> None:
        self.add_heading(self.tr("Backups"), self.now_button)
        self.add(self.state)
        self.add(self._notices)
        self.add(self.empty)
        self.add(self.list)
        lines = column(self._choices, spacing=8)
        lines.addWidget(Label(self.tr("From the backup chosen above:"), "small"))
        lines.addWidget(FlowBox(self.bring_back_button, self.restore_button))
        self.add(self._choices)
        self.now_button.setEnabled(not self._read_only)
        self._choices.setEnabled(not self._read_only)

    def _connect(self) -> None:
        self.now_button.clicked.connect(self._back_up)
        self.bring_back_button.clicked.connect(self._bring_back)
        self.restore_button.clicked.connect(self._ask_restore)

    def _show_notices(self, trouble: str, *, paused: bool) -> None:
        for banner in self.banners:
            self._notices.removeWidget(banner)
            banner.hide()
            banner.deleteLater()
        self.banners = []
        if trouble:
            title, _, rest = trouble.partition(". ")
            self.banners.append(Banner(f"{title}." if rest else title, rest))
        if paused:
            title = self.tr("Older backups are kept for now")
            text = self.tr("Your library changed a lot at once. No backup is removed until you say that it is right.")
            confirm = Button(self.tr("What I have now is right"), size="compact")
            confirm.clicked.connect(self._confirm)
            self.banners.append(Banner(title, text, "info", actions=(confirm,)))
        for banner in self.banners:
            self._notices.addWidget(banner)

    def _present(self, info: BackupInfo) -> CardRow:
        made, reason = date_and_time(info.made_at), self._reason(info.reason)
        wins = self.tr("%Ln win(s)", "", info.wins)
        return CardRow(made, f"{wins} · {reason}", (), f"{made}, {wins}, {reason}")

    def _reason(self, reason: BackupReason) -> str:
        return {
            BackupReason.START: self.tr("after a start"),
            BackupReason.HOURLY: self.tr("while you worked"),
            BackupReason.CLOSE: self.tr("on closing"),
            BackupReason.ASKED: self.tr("you asked for it"),
            BackupReason.BEFORE_MIGRATION: self.tr("before an upgrade"),
            BackupReason.BEFORE_RESTORE: self.tr("before going back to another backup"),
            BackupReason.BEFORE_IMPORT: self.tr("before an import"),
            BackupReason.BEFORE_BULK_CHANGE: self.tr("before a large change"),
        }[reason]

    def _back_up(self) -> None:
        try:
            pending = self._backups.begin(BackupReason.ASKED)
        except EnvironmentFault as fault:
            self.refused.emit(str(fault))
            return
        self.now_button.set_loading(True)
        task = Task(lambda _report: pending.finish())
        task.succeeded.connect(self._tell_backed_up)
        task.failed.connect(self._tell_failed)
        task.finished.connect(self._end_backup)
        self._tasks.start(task)

    def _tell_backed_up(self, info: BackupInfo) -> None:
        self.told.emit(self.tr("Backed up and checked: %Ln win(s)", "", info.wins))

    def _tell_failed(self, error: Exception) -> None:
        if not isinstance(error, EnvironmentFault | UserError):
            raise error
        self.refused.emit(str(error))

    def _end_backup(self) -> None:
        self.now_button.set_loading(False)
        self.refresh()
        newest = next(iter(self.list.items), None)
        if newest is not None:
            self.list.choose(newest.sequence)

    def _bring_back(self) -> None:
        info = self.list.current
        if info is None:
            return
        try:
            change: EditGroup = self._missing.bring_back(info.sequence)
        except (UserError, EnvironmentFault) as problem:
            self.refused.emit(str(problem))
            return
        if change.edits:
            self._undo.record(change, self.tr("Bring back wins from a backup"))
        self.brought_back.emit(sum(edit.kind.value == "win" for edit in change.edits))

    def _ask_restore(self) -> None:
        info = self.list.current
        if info is None:
            return
        wins = self.tr("%Ln win(s)", "", info.wins)
        self._dialogs.confirm(
            self.tr("Replace everything with the backup of {when}?").format(when=date_and_time(info.made_at)),
            self.tr("It holds {wins}. A backup of what you have now is made first.").format(wins=wins),
            act=self.tr("Replace everything"),
            keep=self.tr("Keep what I have"),
            answered=partial(self._restore, info),
        )

    def _restore(self, info: BackupInfo, sure: bool) -> None:  # noqa: FBT001 - the shape of the answer
        if not sure:
            return
        try:
            self._backups.restore(info.sequence)
        except (UserError, EnvironmentFault) as problem:
            self.refused.emit(str(problem))
            return
        self._requests.reload_wanted.emit()
        self.told.emit(self.tr("Your library is as it was on {when}.").format(when=date_and_time(info.made_at)))
        self.refresh()

    def _confirm(self) -> None:
        try:
            self._backups.confirm_content()
        except EnvironmentFault as fault:
            self.refused.emit(str(fault))
        self.refresh()

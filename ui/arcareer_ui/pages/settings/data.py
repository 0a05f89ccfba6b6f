"""Where the data lies, its backups, its check, and the sample data."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QLocale, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from arcareer.domain.safekeeping import BackupInfo, BackupReason, CheckReport
from arcareer.errors import EnvironmentFault, UserError
from arcareer_ui.acts import Acts
from arcareer_ui.tasks import Task, TaskRunner
from arcareer_ui.undo import UndoController
from arcareer_ui.widgets.boxes import column
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.card_list import CardList, CardRow
from arcareer_ui.widgets.empty_state import EmptyState
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.layouts import FlowBox
from arcareer_ui.widgets.scroll import Scroll

if TYPE_CHECKING:
    from arcareer.paths import LibraryPaths
    from arcareer.services.backups import BackupService
    from arcareer.services.library_check import CheckService
    from arcareer.services.missing_wins import MissingWinsService
    from arcareer.settings.store import PreferencesStore
    from arcareer_ui.context import LibraryRequests
    from arcareer_ui.dialogs import Dialogs

LIST_HEIGHT = 300


class DataTab(QWidget):
    """The safety of the data. `told` carries what was done, `refused` why something was not."""

    told = Signal(str)
    refused = Signal(str)

    def __init__(
        self,
        *,
        backups: BackupService,
        check: CheckService,
        missing_wins: MissingWinsService,
        paths: LibraryPaths,
        read_only: bool,
        preferences: PreferencesStore,
        undo: UndoController,
        acts: Acts,
        tasks: TaskRunner,
        dialogs: Dialogs,
        requests: LibraryRequests,
        is_sample: bool,
    ) -> None:
        super().__init__()
        self._backups, self._check, self._missing, self._paths = backups, check, missing_wins, paths
        self._preferences, self._undo, self._acts = preferences, undo, acts
        self._tasks, self._dialogs, self._requests = tasks, dialogs, requests
        body = QWidget()
        layout = column(body, margins=(0, 16, 20, 24), spacing=16)
        layout.addWidget(self._place_card())
        layout.addWidget(self._backup_card(read_only=read_only))
        layout.addWidget(self._check_card(read_only=read_only))
        layout.addWidget(self._sample_card(is_sample=is_sample))
        layout.addStretch(1)
        column(self).addWidget(Scroll(body))
        self.refresh()

    def refresh(self) -> None:
        """Show how the backups stand now."""
        state = self._backups.state()
        backups = self._backups.all()
        self.list.set_items(backups)
        self.list.setVisible(bool(backups))
        self._empty.setVisible(not backups)
        if backups and self.list.current is None:
            self.list.choose(backups[0].sequence)
        words = self.tr("No backup yet. The first is made soon after the first win.")
        if state.last_good_at is not None:
            made = self.tr("Last good backup: {when}.").format(when=_moment(state.last_good_at))
            words = " ".join((made, self.tr("%n backup(s) kept.", "", state.backups)))
        self.state.setText(words)
        self._trouble.setText(state.trouble)
        self._trouble.setVisible(bool(state.trouble))
        self.confirm_button.setVisible(state.rotation_paused)
        for button in (self.restore_button, self.bring_back_button):
            button.setEnabled(self.list.current is not None)

    def _place_card(self) -> Card:
        card = Card()
        card.add_heading(self.tr("Where your data is"))
        card.add(Label(str(self._paths.folder), wrap=True))
        text = self.tr("Everything is in this folder on this computer. arcareer opens no network connection.")
        card.add(Label(text, "small", wrap=True))
        show = Button(self.tr("Open the folder"), icon="folder-open")
        show.clicked.connect(self._open_folder)
        other = Button(self.tr("Use another folder"), icon="folder")
        other.clicked.connect(self._choose_folder)
        card.add(FlowBox(show, other))
        return card

    def _backup_card(self, *, read_only: bool) -> Card:
        card = Card()
        card.add_heading(self.tr("Backups"))
        self.state = Label("", wrap=True)
        self._trouble = Label("", "small", "warn", wrap=True)
        self.list = CardList[BackupInfo](self.tr("Backups"), self._present, lambda info: info.sequence)
        self.list.setFixedHeight(LIST_HEIGHT)
        self._empty = EmptyState("archive", self.tr("Your backups are listed here"))
        self.now_button = Button(self.tr("Back up now"), icon="archive")
        self.now_button.setEnabled(not read_only)
        self.now_button.clicked.connect(self._back_up)
        self.bring_back_button = Button(self.tr("Bring back missing wins"), icon="undo-2")
        self.bring_back_button.clicked.connect(self._bring_back)
        self.restore_button = Button(self.tr("Replace everything with this backup"), icon="history")
        self.restore_button.clicked.connect(self._ask_restore)
        self.confirm_button = Button(self.tr("What I have now is right"), icon="circle-check")
        self.confirm_button.clicked.connect(self._confirm)
        second = Button(self.tr("Second backup folder"), icon="hard-drive")
        second.clicked.connect(self._choose_second)
        for part in (
            self.state,
            self._trouble,
            self.list,
            self._empty,
            FlowBox(self.now_button, self.bring_back_button, self.restore_button, self.confirm_button, second),
        ):
            card.add(part)
        return card

    def _check_card(self, *, read_only: bool) -> Card:
        card = Card()
        card.add_heading(self.tr("Check my data"))
        self.check_words = Label(self.tr("Every win and every file is compared with its checksum."), "small", wrap=True)
        self.check_button = Button(self.tr("Check now"), icon="shield-check")
        self.check_button.clicked.connect(self._run_check)
        self.mend_button = Button(self.tr("Bring back what backups hold"), icon="undo-2")
        self.mend_button.clicked.connect(self._mend)
        self.mend_button.hide()
        self._may_mend = not read_only
        card.add(self.check_words)
        card.add(FlowBox(self.check_button, self.mend_button))
        return card

    def _sample_card(self, *, is_sample: bool) -> Card:
        card = Card()
        card.add_heading(self.tr("Sample data"))
        if is_sample:
            text = self.tr("You are looking at it now. Your own data is untouched and a click away.")
            button = Button(self.tr("Start my own"), icon="arrow-left")
            button.clicked.connect(self._requests.own_wanted)
        else:
            text = self.tr("A year of an invented coordinator, in a library of its own. It never mixes with yours.")
            button = Button(self.tr("See it with sample data"), icon="flask-conical")
            button.clicked.connect(self._requests.sample_wanted)
        card.add(Label(text, "small", wrap=True))
        card.add(FlowBox(button))
        return card

    def _present(self, info: BackupInfo) -> CardRow:
        made, reason = _moment(info.made_at), self._reason(info.reason)
        wins = self.tr("%n win(s)", "", info.wins)
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

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._paths.folder)))

    def _choose_folder(self) -> None:
        title = self.tr("Choose the folder of a library")
        self._dialogs.choose_folder(title, self._paths.folder.parent, self._requests.folder_wanted.emit)

    def _choose_second(self) -> None:
        title = self.tr("Choose a second folder for backups, for example on a USB drive")
        self._dialogs.choose_folder(title, self._paths.folder.parent, self._set_second)

    def _set_second(self, folder: Path) -> None:
        if self._acts.settle(partial(self._preferences.update, backup_folder=str(folder))):
            self.told.emit(self.tr("Backups go to {folder} too, from the next start on.").format(folder=folder.name))

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
        self.told.emit(self.tr("Backed up and checked: %n win(s)", "", info.wins))

    def _end_backup(self) -> None:
        self.now_button.set_loading(False)
        self.refresh()

    def _bring_back(self) -> None:
        info = self.list.current
        if info is None:
            return
        try:
            change = self._missing.bring_back(info.sequence)
        except (UserError, EnvironmentFault) as problem:
            self.refused.emit(str(problem))
            return
        if change.edits:
            self._undo.record(change, self.tr("Bring back wins from a backup"))
        wins = sum(edit.kind.value == "win" for edit in change.edits)
        self.told.emit(
            self.tr("Brought back: %n win(s)", "", wins)
            if wins
            else self.tr("That backup holds no win that is missing.")
        )

    def _ask_restore(self) -> None:
        info = self.list.current
        if info is None:
            return
        wins = self.tr("%n win(s)", "", info.wins)
        self._dialogs.confirm(
            self.tr("Replace everything with the backup of {when}?").format(when=_moment(info.made_at)),
            self.tr("It holds {wins}. A backup of what you have now is made first.").format(wins=wins),
            act=self.tr("Replace everything"),
            keep=self.tr("Keep what I have"),
            answered=lambda sure: self._restore(info) if sure else None,
        )

    def _restore(self, info: BackupInfo) -> None:
        try:
            self._backups.restore(info.sequence)
        except (UserError, EnvironmentFault) as problem:
            self.refused.emit(str(problem))
            return
        self._requests.reload_wanted.emit()
        self.told.emit(self.tr("Your library is as it was on {when}.").format(when=_moment(info.made_at)))
        self.refresh()

    def _confirm(self) -> None:
        self._backups.confirm_content()
        self.refresh()

    def _run_check(self) -> None:
        try:
            pending = self._check.begin()
        except EnvironmentFault as fault:
            self.refused.emit(str(fault))
            return
        self.check_button.set_loading(True)
        task = Task(lambda _report: pending.finish())
        task.succeeded.connect(self._show_check)
        task.failed.connect(self._tell_failed)
        task.finished.connect(lambda: self.check_button.set_loading(False))
        self._tasks.start(task)

    def _show_check(self, report: CheckReport) -> None:
        wins = self.tr("%n win(s)", "", report.wins)
        files = self.tr("%n evidence file(s)", "", report.evidence_files)
        harmed = len(report.damaged) + len(report.evidence_missing) + len(report.evidence_changed)
        if report.sound and not harmed:
            text = self.tr("{wins}, {files}, all intact.").format(wins=wins, files=files)
        else:
            text = self.tr("{wins}, {files}. %n part(s) are damaged or missing.", "", harmed)
            text = text.format(wins=wins, files=files)
        self.check_words.setText(text)
        self.mend_button.setVisible(bool(harmed) and self._may_mend)
        self.told.emit(text)

    def _mend(self) -> None:
        try:
            report = self._check.mend()
        except EnvironmentFault as fault:
            self.refused.emit(str(fault))
            return
        self._show_check(report)

    def _tell_failed(self, error: Exception) -> None:
        if not isinstance(error, EnvironmentFault | UserError):
            raise error
        self.refused.emit(str(error))


def _moment(at: datetime) -> str:
    return QLocale().toString(QDateTime.fromSecsSinceEpoch(int(at.timestamp())), QLocale.FormatType.ShortFormat)

"""Where the data lies, its backups, its check, the trash and the sample data."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from arcareer_ui.acts import Acts
from arcareer_ui.pages.settings.backups_card import BackupsCard
from arcareer_ui.pages.settings.check_card import CheckCard
from arcareer_ui.pages.settings.places_card import LibraryFolderCard, SecondFolderCard
from arcareer_ui.pages.settings.tab_body import TabBody
from arcareer_ui.shell.toasts import ToastRequest
from arcareer_ui.tasks import TaskRunner
from arcareer_ui.undo import UndoController
from arcareer_ui.widgets.boxes import column
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.layouts import FlowBox

if TYPE_CHECKING:
    from arcareer.paths import LibraryPaths
    from arcareer.services.backups import BackupService
    from arcareer.services.library_check import CheckService
    from arcareer.services.missing_wins import MissingWinsService
    from arcareer.settings.preferences import Preferences
    from arcareer.settings.store import PreferencesStore
    from arcareer_ui.context import LibraryRequests
    from arcareer_ui.dialogs import Dialogs


class DataTab(QWidget):
    """The safety of the data. `toasted` carries what was done or why not, `route_asked` where a button leads."""

    toasted = Signal(object)
    route_asked = Signal(str)

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
        self._requests = requests
        self.place = LibraryFolderCard(paths, dialogs)
        self.backups = BackupsCard(
            backups=backups,
            missing_wins=missing_wins,
            undo=undo,
            tasks=tasks,
            dialogs=dialogs,
            requests=requests,
            read_only=read_only,
        )
        self.second = SecondFolderCard(paths, backups, preferences, acts, dialogs)
        self.check = CheckCard(check, tasks, read_only=read_only)
        body = TabBody()
        cards = (self.place, self.backups, self.second, self.check, self._trash_card(), self._sample_card(is_sample))
        for card in cards:
            body.add(card)
        column(self).addWidget(body)
        self.place.folder_chosen.connect(requests.folder_wanted)
        for told in (self.backups.told, self.backups.refused, self.second.told, self.check.told, self.check.refused):
            told.connect(self._tell)
        self.backups.brought_back.connect(self._tell_brought_back)

    def refresh(self) -> None:
        """Show how the backups stand now."""
        self.backups.refresh()

    def follow(self, preferences: Preferences) -> None:
        """Show preferences that were changed here or elsewhere."""
        self.second.follow(preferences)

    def _trash_card(self) -> Card:
        card = Card()
        card.add_heading(self.tr("Trash"))
        card.add(Label(self.tr("Wins you throw away wait there for 30 days."), "small", wrap=True))
        self.trash_button = Button(self.tr("Open the trash"), icon="trash-2")
        self.trash_button.clicked.connect(partial(self.route_asked.emit, "wins/trash"))
        card.add(FlowBox(self.trash_button))
        return card

    def _sample_card(self, is_sample: bool) -> Card:  # noqa: FBT001 - one of two cards
        card = Card()
        card.add_heading(self.tr("Sample data"))
        if is_sample:
            text = self.tr("You are looking at it now. Your own data is untouched and a click away.")
            self.sample_button = Button(self.tr("Start my own"), icon="arrow-left")
            self.sample_button.clicked.connect(self._requests.own_wanted)
        else:
            text = self.tr("A year of an invented coordinator, in a library of its own. It never mixes with yours.")
            self.sample_button = Button(self.tr("See it with sample data"), icon="flask-conical")
            self.sample_button.clicked.connect(self._requests.sample_wanted)
        card.add(Label(text, "small", wrap=True))
        card.add(FlowBox(self.sample_button))
        return card

    def _tell(self, text: str) -> None:
        self.toasted.emit(ToastRequest(text, icon="info"))

    def _tell_brought_back(self, wins: int) -> None:
        if wins:
            text = self.tr("Brought back: %Ln win(s)", "", wins)
            self.toasted.emit(ToastRequest(text, icon="undo-2", undoable=True))
        else:
            self._tell(self.tr("That backup holds no win that is missing."))

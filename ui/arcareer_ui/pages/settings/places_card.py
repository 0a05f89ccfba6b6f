"""Where the library lies, and the second place its backups go to."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices

from arcareer_ui.acts import Acts
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.layouts import FlowBox

if TYPE_CHECKING:
    from arcareer.paths import LibraryPaths
    from arcareer.services.backups import BackupService
    from arcareer.settings.preferences import Preferences
    from arcareer.settings.store import PreferencesStore
    from arcareer_ui.dialogs import Dialogs


class LibraryFolderCard(Card):
    """The library's folder. `folder_chosen` carries another one to open."""

    folder_chosen = Signal(object)

    def __init__(self, paths: LibraryPaths, dialogs: Dialogs) -> None:
        super().__init__()
        self._paths, self._dialogs = paths, dialogs
        self.add_heading(self.tr("Where your data is"))
        place = Label(str(paths.folder), wrap=True)
        place.setAccessibleName(self.tr("Folder: {folder}").format(folder=paths.folder))
        self.add(place)
        text = self.tr("Everything is in this folder on this computer. arcareer opens no network connection.")
        self.add(Label(text, "small", wrap=True))
        self.open_button = Button(self.tr("Open the folder"), icon="folder-open")
        self.other_button = Button(self.tr("Use another folder"), icon="folder")
        self.open_button.clicked.connect(self._open)
        self.other_button.clicked.connect(self._choose)
        self.add(FlowBox(self.open_button, self.other_button))

    def _open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._paths.folder)))

    def _choose(self) -> None:
        title = self.tr("Choose the folder of a library")
        self._dialogs.choose_folder(title, self._paths.folder.parent, self.folder_chosen.emit)


class SecondFolderCard(Card):
    """A second folder that gets every backup. `told` says what was chosen."""

    told = Signal(str)

    def __init__(
        self, paths: LibraryPaths, backups: BackupService, preferences: PreferencesStore, acts: Acts, dialogs: Dialogs
    ) -> None:
        super().__init__()
        self._paths, self._backups, self._preferences = paths, backups, preferences
        self._acts, self._dialogs = acts, dialogs
        self.add_heading(self.tr("A second place for backups"))
        self.place = Label("", wrap=True)
        self.add(self.place)
        hint = self.tr("A USB drive or another disk keeps your record when this computer is lost.")
        self.add(Label(hint, "small", wrap=True))
        self.choose_button = Button(self.tr("Choose a folder"), icon="hard-drive")
        self.stop_button = Button(self.tr("Stop using it"), "quiet")
        self.choose_button.clicked.connect(self._choose)
        self.stop_button.clicked.connect(partial(self._use, None))
        self.add(FlowBox(self.choose_button, self.stop_button))
        self.follow(preferences.current)

    def follow(self, preferences: Preferences) -> None:
        """Show the folder chosen."""
        folder = preferences.backup_folder
        self.place.setText(folder or self.tr("None yet. Backups are in the library’s own folder only."))
        self.stop_button.setVisible(bool(folder))

    def _choose(self) -> None:
        title = self.tr("Choose a second folder for backups, for example on a USB drive")
        self._dialogs.choose_folder(title, self._paths.folder.parent, self._use)

    def _use(self, folder: Path | None) -> None:
        stored = self._acts.settle(partial(self._preferences.update, backup_folder=str(folder or "")))
        self._backups.use_second_folder(folder)
        self.follow(self._preferences.current)
        if stored and folder is not None:
            self.told.emit(self.tr("Every backup from now on goes to {folder} too").format(folder=folder.name))
        elif stored:
            self.told.emit(self.tr("Backups stay in the library’s own folder. Those made so far are still there."))

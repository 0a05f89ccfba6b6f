"""The few questions the app asks in a dialog, behind a port so that tests answer them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from arcareer_ui.widgets.confirm_dialog import ConfirmDialog

ChosenPath = Callable[[Path], None]


class Dialogs(Protocol):
    """Asks and returns at once; the answer comes to a callable. Nothing chosen, nothing called."""

    def open_file(self, title: str, filters: str, chosen: ChosenPath) -> None:
        """Ask for a file to read; `filters` in Qt's notation, for example `Tables (*.csv *.xlsx)`."""

    def save_file(self, title: str, suggested: Path, filters: str, chosen: ChosenPath) -> None:
        """Ask where to write; `suggested` is the folder and name offered."""

    def choose_folder(self, title: str, start: Path, chosen: ChosenPath) -> None:
        """Ask for a folder."""

    def confirm(self, title: str, text: str, *, act: str, keep: str, answered: Callable[[bool], None]) -> None:
        """Ask before one of the acts nothing can bring back; both answers are verbs."""


class QtDialogs(QObject):
    """Asks with the system's own file dialogs and the kit's question."""

    def __init__(self, window: QWidget | None = None) -> None:
        super().__init__(window)
        self._window = window

    def set_window(self, window: QWidget) -> None:
        """Ask on top of this window from now on."""
        self._window = window

    def open_file(self, title: str, filters: str, chosen: ChosenPath) -> None:
        """Ask for a file to read."""
        dialog = QFileDialog(self._window, title, "", filters)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        _ask(dialog, chosen)

    def save_file(self, title: str, suggested: Path, filters: str, chosen: ChosenPath) -> None:
        """Ask where to write; the system itself asks before an existing file is replaced."""
        dialog = QFileDialog(self._window, title, str(suggested.parent), filters)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(suggested.suffix.lstrip("."))
        dialog.selectFile(suggested.name)
        _ask(dialog, chosen)

    def choose_folder(self, title: str, start: Path, chosen: ChosenPath) -> None:
        """Ask for a folder."""
        dialog = QFileDialog(self._window, title, str(start))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        _ask(dialog, chosen)

    def confirm(self, title: str, text: str, *, act: str, keep: str, answered: Callable[[bool], None]) -> None:
        """Ask with the kit's question."""
        dialog = ConfirmDialog(self._window, title, text, act=act, keep=keep)
        dialog.answered.connect(answered)
        dialog.open()


def _ask(dialog: QFileDialog, chosen: ChosenPath) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(lambda name: chosen(Path(name)))
    dialog.open()

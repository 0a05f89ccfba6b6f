"""The few questions the app asks in a dialog, behind a port so that tests answer them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFileDialog

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
        dialog = self._file_dialog(title, "", filters)
        dialog.setFileMode(dialog.FileMode.ExistingFile)
        _ask(dialog, chosen)

    def save_file(self, title: str, suggested: Path, filters: str, chosen: ChosenPath) -> None:
        """Ask where to write; the system itself asks before an existing file is replaced."""
        dialog = self._file_dialog(title, str(suggested.parent), filters)
        dialog.setAcceptMode(dialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(suggested.suffix.lstrip("."))
        dialog.selectFile(suggested.name)
        _ask(dialog, chosen)

    def choose_folder(self, title: str, start: Path, chosen: ChosenPath) -> None:
        """Ask for a folder."""
        dialog = self._file_dialog(title, str(start), "")
        dialog.setFileMode(dialog.FileMode.Directory)
        dialog.setOption(dialog.Option.ShowDirsOnly)
        _ask(dialog, chosen)

    def confirm(self, title: str, text: str, *, act: str, keep: str, answered: Callable[[bool], None]) -> None:
        """Ask with the kit's question."""
        from arcareer_ui.widgets.confirm_dialog import ConfirmDialog  # noqa: PLC0415 - kept out of start-up

        dialog = ConfirmDialog(self._window, title, text, act=act, keep=keep)
        dialog.answered.connect(answered)
        dialog.open()

    def _file_dialog(self, title: str, start: str, filters: str) -> QFileDialog:
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - kept out of start-up

        return QFileDialog(self._window, title, start, filters)


def _ask(dialog: QFileDialog, chosen: ChosenPath) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(lambda name: chosen(Path(name)))
    dialog.open()

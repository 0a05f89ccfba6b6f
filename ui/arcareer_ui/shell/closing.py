"""The question before words are lost on closing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from arcareer_ui.dialogs import Dialogs


def ask_before_closing(dialogs: Dialogs, answered: Callable[[bool], None]) -> None:
    """Ask whether to quit although what was typed last could not be saved."""

    def tr(text: str) -> str:
        return QCoreApplication.translate("Closing", text)

    dialogs.confirm(
        tr("What you typed last is not saved yet"),
        tr("If you quit now, it is gone. What was saved before is safe."),
        act=tr("Quit without it"),
        keep=tr("Stay"),
        answered=answered,
    )

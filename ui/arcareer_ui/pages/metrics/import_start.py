"""Where a list comes from: dropped, chosen or pasted."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent

from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.empty_state import EmptyState


class StartCard(Card):
    """A place to drop a file on. `dropped` carries its path."""

    dropped = Signal(object)

    def __init__(self) -> None:
        super().__init__(margins=(20, 12, 20, 12))
        self.setAcceptDrops(True)
        self.choose_button = Button(self.tr("Choose a file"), "primary", icon="folder-open")
        self.paste_button = Button(self.tr("Paste cells"), icon="clipboard-paste")
        self.add(
            EmptyState(
                "upload",
                self.tr("Drop an aging or open-items list here"),
                self.tr(
                    "CSV, Excel or a printed list, as your system exports it. Nothing is changed before you say so."
                ),
                action=self.choose_button,
                second=self.paste_button,
                footnote=self.tr("Read on this computer. Phone numbers and e-mail addresses are left out."),
            )
        )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Let a file be dropped."""
        if dropped_file(event) is not None:
            event.acceptProposedAction()
            self.set_chosen(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Look as before."""
        super().dragLeaveEvent(event)
        self.set_chosen(False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the file."""
        self.set_chosen(False)
        path = dropped_file(event)
        if path is not None:
            event.acceptProposedAction()
            self.dropped.emit(path)


def dropped_file(event: QDropEvent) -> Path | None:
    """Return the file that is being dropped, or None where it is something else."""
    urls = [url for url in event.mimeData().urls() if url.isLocalFile()]
    return Path(urls[0].toLocalFile()) if len(urls) == 1 else None

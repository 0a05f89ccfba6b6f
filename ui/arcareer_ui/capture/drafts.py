"""Keeps the half-typed sentence on disk while it is being typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from arcareer.domain.drafts import Draft
from arcareer.errors import EnvironmentFault

if TYPE_CHECKING:
    from arcareer.services.drafts import DraftService

# A throttle, not a debounce: written within 0.4 s of the first unsaved key, with time left for a busy machine.
KEEP_AFTER_MS = 250
RETRY_MS = 5_000


class DraftKeeper(QObject):
    """Writes the newest text under one key. `written` comes after that, `troubled` carries why it could not be done."""

    written = Signal()
    troubled = Signal(object)

    def __init__(self, drafts: DraftService, key: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self._drafts = drafts
        self._text = ""
        self._written = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.flush)

    @property
    def is_unsaved(self) -> bool:
        """Return whether there is text that is not on disk yet."""
        return self._text != self._written

    def find(self) -> Draft | None:
        """Return what was kept, and count it as written; None where there is nothing or it cannot be read."""
        try:
            draft = self._drafts.find(self.key)
        except EnvironmentFault as fault:
            self.troubled.emit(fault)
            return None
        self._text = self._written = draft.text if draft else ""
        return draft

    def touch(self, text: str) -> None:
        """Take the text as it is now; it is written soon."""
        self._text = text
        if self.is_unsaved and not self._timer.isActive():
            self._timer.start(KEEP_AFTER_MS)

    def flush(self) -> None:
        """Write now what is not on disk yet; an empty text removes the draft."""
        self._timer.stop()
        if not self.is_unsaved:
            return
        text = self._text
        try:
            if text:
                self._drafts.keep(self.key, text)
            else:
                self._drafts.discard(self.key)
        except EnvironmentFault as fault:
            self._timer.start(RETRY_MS)
            self.troubled.emit(fault)
            return
        self._written = text
        self.written.emit()

    def saved(self) -> None:
        """Note that the text became a win, whose transaction removed the draft."""
        self._timer.stop()
        self._text = self._written = ""

"""Saves what is typed a moment after the first unsaved key, on leaving, and whenever it is asked to."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

# A throttle, not a debounce: saved at the latest 0.4 s after the first unsaved key, with some left for a busy machine.
SAVE_AFTER_MS = 250


class Autosave(QObject):
    """Calls `save` once for all that was touched since the last time."""

    def __init__(self, save: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._save = save
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SAVE_AFTER_MS)
        self._timer.timeout.connect(self._save)

    @property
    def is_pending(self) -> bool:
        """Return whether something typed waits to be saved."""
        return self._timer.isActive()

    def touch(self) -> None:
        """Note that something was typed; it is saved soon."""
        if not self._timer.isActive():
            self._timer.start()

    def flush(self) -> None:
        """Save now what waits."""
        if self._timer.isActive():
            self._timer.stop()
            self._save()

    def forget(self) -> None:
        """Let go of what waits: it is not wanted any more."""
        self._timer.stop()

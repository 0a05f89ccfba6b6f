"""Carries committed changes to whoever shows them."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from arcareer.domain.changes import ChangeSet


class ChangeBus(QObject):
    """Hears of every commit and tells the pages in the GUI thread."""

    changed = Signal(object)

    def publish(self, changes: ChangeSet) -> None:
        """Pass a committed `ChangeSet` on; may be called from any thread."""
        self.changed.emit(changes)

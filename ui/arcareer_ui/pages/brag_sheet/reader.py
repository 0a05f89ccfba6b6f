"""The wins of a period, read in slices where they are many, so that the window stays free."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QObject, QTimer, Signal

from arcareer.domain.journal import Win, WinQuery
from arcareer.domain.periods import Period
from arcareer.errors import EnvironmentFault
from arcareer.services.journal import JournalService

AT_ONCE = 200


class WinReader(QObject):
    """Reads one period at a time and remembers it until told otherwise.

    `ready` carries every win of the period asked for last, `troubled` why they could not be read.
    """

    ready = Signal(object)
    troubled = Signal(object)

    def __init__(self, journal: JournalService, parent: QObject) -> None:
        super().__init__(parent)
        self._journal = journal
        self._period: Period | None = None
        self._open: list[Period] = []
        self._wins: list[Win] = []
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.setInterval(0)
        self._next.timeout.connect(self._step)

    @property
    def is_busy(self) -> bool:
        """Return whether wins are still to be read."""
        return bool(self._open)

    def forget(self) -> None:
        """Forget what was read: wins have changed."""
        self._next.stop()
        self._period, self._open = None, []

    def read(self, period: Period) -> None:
        """Read a period; a small one, or one that is known, is ready before this returns."""
        if period != self._period:
            self._period, self._open, self._wins = period, [period], []
        self._step()

    def _step(self) -> None:
        try:
            self._read_slice()
        except EnvironmentFault as fault:
            self.forget()
            self.troubled.emit(fault)
            return
        if self._open:
            self._next.start()
        else:
            self.ready.emit(tuple(self._wins))

    def _read_slice(self) -> None:
        while self._open:
            part = self._open.pop()
            if part.days > 1 and self._journal.count(WinQuery(period=part)) > AT_ONCE:
                middle = part.start + timedelta(days=part.days // 2)
                self._open += [Period(part.start, middle - timedelta(days=1)), Period(middle, part.end)]
                continue
            self._wins += self._journal.wins(part)
            return

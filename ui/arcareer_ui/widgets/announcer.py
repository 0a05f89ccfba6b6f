"""Speaks results to screen readers."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

PAUSE_MS = 2000


class Announcer(QObject):
    """Announces at most one thing every two seconds; the latest polite one waits its turn, an assertive one does not.

    `announced` carries what was spoken and whether it was assertive.
    """

    announced = Signal(str, bool)

    def __init__(self, source: QWidget) -> None:
        super().__init__(source)
        self._source = source
        self._waiting = ""
        self._since = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._speak_waiting)

    def say(self, text: str) -> None:
        """Announce politely: saved, counts, scores, results of a filter."""
        if not self._since.isValid() or self._since.hasExpired(PAUSE_MS):
            self._speak(text, assertive=False)
            return
        self._waiting = text
        if not self._timer.isActive():
            self._timer.start(int(PAUSE_MS - self._since.elapsed()) + 1)

    def warn(self, text: str) -> None:
        """Announce at once: only for "Not saved yet" and recovery after a crash."""
        self._waiting = ""
        self._timer.stop()
        self._speak(text, assertive=True)

    def _speak_waiting(self) -> None:
        if self._waiting:
            text, self._waiting = self._waiting, ""
            self._speak(text, assertive=False)

    def _speak(self, text: str, *, assertive: bool) -> None:
        self._since.start()
        tell_screen_reader(self._source, text, assertive=assertive)
        self.announced.emit(text, assertive)


def tell_screen_reader(source: QWidget, text: str, *, assertive: bool) -> None:
    """Speak a text through the system's screen reader, if one listens."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # noqa: PLC0415 - kept out of start-up

    event = QAccessibleAnnouncementEvent(source, text)
    if assertive:
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(event)

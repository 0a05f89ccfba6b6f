"""A large clock for saying something in a given time: a ring that fills, and the time in its middle."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent

from arcareer_ui.stopwatch import Stopwatch
from arcareer_ui.widgets.meters import Ring

SIZE = 208
TICK_MS = 100


class ClockRing(Ring):
    """Shows a stopwatch against a `goal` in seconds; past it the ring is full and amber.

    `ticked` comes ten times a second while the stopwatch runs and the ring is seen, `second_passed` carries each new
    whole second. The ticks only ask for the time, they are not the time.
    """

    ticked = Signal()
    second_passed = Signal(int)

    def __init__(self, stopwatch: Stopwatch, goal: float) -> None:
        super().__init__(0, clock_text(0), size=SIZE, role="timer")
        self._stopwatch, self._goal, self._caption = stopwatch, goal, ""
        self._shown_second = 0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.tick)

    @property
    def goal(self) -> float:
        """Return the seconds that fill the ring."""
        return self._goal

    def set_goal(self, goal: float) -> None:
        """Take another time to fill the ring in."""
        self._goal = goal
        self.show_time()

    def set_caption(self, caption: str) -> None:
        """Say under the time what it is about."""
        self._caption = caption
        self.show_time()

    def follow(self) -> None:
        """Take in that the stopwatch was started, stopped or reset."""
        if self._stopwatch.is_running and self.isVisible():
            self._timer.start()
        else:
            self._timer.stop()
        self._shown_second = int(self._stopwatch.elapsed)
        self.show_time()

    def tick(self) -> None:
        """Show the time as it is now, and tell of it."""
        self.show_time()
        second = int(self._stopwatch.elapsed)
        if second != self._shown_second:
            self._shown_second = second
            self.second_passed.emit(second)
        self.ticked.emit()

    def show_time(self) -> None:
        """Show the time as it is now."""
        elapsed = self._stopwatch.elapsed
        share = elapsed / self._goal if self._goal else 0.0
        self.set(share, clock_text(elapsed), self._caption, colour="accent" if elapsed <= self._goal else "warn")

    def showEvent(self, event: QShowEvent) -> None:
        """Go on ticking when seen again."""
        super().showEvent(event)
        self.follow()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest while nobody looks; the stopwatch goes on."""
        super().hideEvent(event)
        self._timer.stop()


def clock_text(seconds: float) -> str:
    """Return seconds as minutes and seconds, 66.9 as 1:06."""
    whole = int(seconds)
    return f"{whole // 60}:{whole % 60:02d}"

"""A large clock for saying something in a given time: a ring that fills, and the time in its middle."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent

from arcareer_ui.widgets.meters import Ring

SIZE, SMALL, STROKE = 208, 132, 12
TICK_MS = 100


class ClockRing(Ring):
    """Shows what `elapsed` returns, in seconds, against a `goal`; past it the ring is full and amber.

    `ticked` comes ten times a second while it runs and is seen. The ticks only ask for the time, they are not the
    time: one that comes late makes it no less exact.
    """

    ticked = Signal()

    def __init__(self, elapsed: Callable[[], float], goal: float) -> None:
        super().__init__(0, clock_text(0), size=SIZE, role="timer", stroke=STROKE)
        self._elapsed, self._goal, self._caption = elapsed, goal, ""
        self._runs = False
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

    def set_small(self, small: bool) -> None:  # noqa: FBT001 - reads like a Qt setter
        """Take less room, where there is little."""
        self._size = SMALL if small else SIZE
        self.restyle()

    def set_running(self, runs: bool) -> None:  # noqa: FBT001 - reads like a Qt setter
        """Follow the time while it passes, or let it stand."""
        self._runs = runs
        if runs and self.isVisible():
            self._timer.start()
        else:
            self._timer.stop()
        self.show_time()

    def tick(self) -> None:
        """Show the time as it is now, and tell of it."""
        self.show_time()
        self.ticked.emit()

    def show_time(self) -> None:
        """Show the time as it is now."""
        elapsed = self._elapsed()
        share = elapsed / self._goal if self._goal else 0.0
        self.set(share, clock_text(elapsed), self._caption, colour="accent" if elapsed <= self._goal else "warn")

    def showEvent(self, event: QShowEvent) -> None:
        """Go on ticking when seen again."""
        super().showEvent(event)
        self.set_running(self._runs)

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest while nobody looks; time goes on."""
        super().hideEvent(event)
        self._timer.stop()


def clock_text(seconds: float) -> str:
    """Return seconds as minutes and seconds, 66.9 as 1:06."""
    whole = int(seconds)
    return f"{whole // 60}:{whole % 60:02d}"

"""Tells when a window has been painted for the first time, and how long that took since the process began."""

from __future__ import annotations

import os
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

_IMPORTED_AT = time.monotonic()


class FirstPaint(QObject):
    """Watches a window. `painted` comes once, when its first frame is on the screen."""

    painted = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the first paint, and let the frame reach the screen."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self.painted.emit)
        return False


def milliseconds_since_start() -> int:
    """Return how long this process has lived; where the system does not tell, since this module was loaded."""
    try:
        fields = Path("/proc/self/stat").read_bytes().rpartition(b")")[2].split()
        began = int(fields[19]) / os.sysconf("SC_CLK_TCK")
        return round((time.clock_gettime(time.CLOCK_BOOTTIME) - began) * 1000)
    except (OSError, AttributeError, ValueError, IndexError):
        return round((time.monotonic() - _IMPORTED_AT) * 1000)

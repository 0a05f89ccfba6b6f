"""Log a win from anywhere, and be back where one was."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget

from arcareer_ui.shell.overlay import Overlay

if TYPE_CHECKING:
    from arcareer_ui.capture.panel import CapturePanel

WIDTH = 760

BuildPanel = Callable[[], "CapturePanel"]
LogHere = Callable[[str], bool]


class QuickCapture(Overlay):
    """One sentence and Enter. What was not saved is still there the next time, here and on the first page.

    `captured` carries the new win and whether its details are wanted next (Ctrl+Enter); `built` the panel, when it
    is made on its first use.
    """

    captured = Signal(object, bool)
    built = Signal(object)

    def __init__(self, window: QWidget, build: BuildPanel, log_here: LogHere) -> None:
        """Take what builds the panel, and what logs on the page on show instead, where that page can."""
        super().__init__(window, self.tr("Log a win"), width=WIDTH)
        self._build, self._log_here = build, log_here
        self.content: CapturePanel | None = None

    def open_with(self, text: str = "") -> None:
        """Go on with what was left unsaved, or start with a text."""
        if self._log_here(text):
            return
        panel = self.content or self._make()
        self.open()
        panel.begin(text)

    def dismiss(self) -> None:
        """Keep what is typed, and give the keyboard back."""
        self._flush()
        super().dismiss()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep what is typed when the window loses the keyboard or closes."""
        if watched is self.parentWidget() and event.type() in {QEvent.Type.WindowDeactivate, QEvent.Type.Close}:
            self._flush()
        return super().eventFilter(watched, event)

    def _make(self) -> CapturePanel:
        panel = self._build()
        self.content = panel
        self.body.addWidget(panel)
        panel.grown.connect(self.fit)
        panel.saved.connect(self._finish)
        self.built.emit(panel)
        return panel

    def _flush(self) -> None:
        if self.content is not None:
            self.content.flush()

    def _finish(self, win: object, details: bool) -> None:  # noqa: FBT001 - the shape of the panel's signal
        self.dismiss()
        self.captured.emit(win, details)

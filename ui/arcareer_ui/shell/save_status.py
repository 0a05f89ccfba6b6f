"""Whether what was typed is on disk: a quiet line at the foot of the rail."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from PySide6.QtCore import QLocale, Qt, QTime, QTimer, Signal
from PySide6.QtWidgets import QWidget

from arcareer.errors import EnvironmentFault
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.icon import Icon
from arcareer_ui.widgets.label import Label

SHOW_SAVING_MS = 500


class SaveState(StrEnum):
    """What is known about the last typing."""

    READY = "ready"
    SAVING = "saving"
    SAVED = "saved"
    NOT_SAVED = "not-saved"


class SaveReport(NamedTuple):
    """A step of saving: `at` when it was saved; why not, what to do about it and the `fault` when it was not."""

    state: SaveState
    at: datetime | None = None
    reason: str = ""
    action: str = ""
    act: Callable[[], None] | None = None
    fault: EnvironmentFault | None = None


class SaveStatus(QWidget):
    """Ready, Saving, All saved with the time, or Not saved yet with one action. `warned` carries what to say aloud."""

    warned = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.state = SaveState.READY
        self._act: Callable[[], None] | None = None
        self._compact = False
        layout = column(self, spacing=4)
        line = row(spacing=8)
        self._icon = Icon("check", "text3", 16)
        self._text = Label("", "caption", wrap=True)
        line.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._text, 1)
        layout.addLayout(line)
        self._reason = Label("", "caption", "text2", wrap=True)
        self._button = Button("", "link")
        self._button.clicked.connect(self._run)
        layout.addWidget(self._reason)
        layout.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeading)
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(SHOW_SAVING_MS)
        self._slow.timeout.connect(self._show_saving)
        self._show("check", "text3", self.tr("Ready"))

    @property
    def text(self) -> str:
        """Return the line as read."""
        return self._text.text()

    def report(self, report: SaveReport) -> None:
        """Show a step of saving."""
        was_unsaved = self.state is SaveState.NOT_SAVED
        self.state = report.state
        self._slow.stop()
        if report.state is SaveState.SAVING:
            self._slow.start()
        elif report.state is SaveState.SAVED:
            self._show("check", "text3", self._saved_words(report.at))
            if was_unsaved:
                self.warned.emit(self._text.text())
        elif report.state is SaveState.NOT_SAVED:
            self._act = report.act
            self._show("triangle-alert", "warn", self.tr("Not saved yet"), report.reason, report.action)
            if not was_unsaved:
                self.warned.emit(f"{self._text.text()}. {report.reason}".strip())

    def set_compact(self, compact: bool) -> None:  # noqa: FBT001 - reads like a Qt setter
        """Show the icon only; the words become the tooltip."""
        self._compact = compact
        self._fit()

    def _saved_words(self, at: datetime | None) -> str:
        if at is None:
            return self.tr("All saved")
        time = QLocale().toString(QTime(at.hour, at.minute), QLocale.FormatType.ShortFormat)
        return self.tr("All saved, {time}").format(time=time)

    def _show_saving(self) -> None:
        self._show("loader", "text3", self.tr("Saving…"))

    def _show(self, icon: str, colour: str, text: str, reason: str = "", action: str = "") -> None:
        self._icon.set(icon, colour)
        self._text.setText(text)
        self._text.set_tone("warn" if reason else "")
        self._reason.setText(reason)
        self._button.set_label(action)
        self.setToolTip(" ".join(part for part in (text, reason) if part))
        self._fit()

    def _fit(self) -> None:
        self._text.setVisible(not self._compact)
        self._reason.setVisible(bool(self._reason.text()) and not self._compact)
        self._button.setVisible(bool(self._button.text()) and not self._compact)

    def _run(self) -> None:
        if self._act is not None:
            self._act()

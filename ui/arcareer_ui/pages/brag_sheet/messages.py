"""What the page says above the document: a job under way, how it ended, what stood in the way."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QVBoxLayout, QWidget

from arcareer_ui.widgets.banner import Banner
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.progress import InlineProgress
from arcareer_ui.widgets.tab_order import follow_layout


class Messages(QObject):
    """Shows one message at a time in a layout. `cancelled` comes when the user wants a job to stop."""

    cancelled = Signal()

    def __init__(self, place: QVBoxLayout, parent: QObject) -> None:
        super().__init__(parent)
        self._place = place
        self._shown: QWidget | None = None
        self._job: InlineProgress | None = None
        self._untraced: QWidget | None = None
        self._name = ""
        self._far = (0, 0, "")

    @property
    def shown(self) -> QWidget | None:
        """Return the message on show."""
        return self._shown

    def begin_job(self, path: Path) -> None:
        """Take away the message of the job before."""
        self._name, self._far = path.name, (0, 0, "")
        self._put(None)

    def show_job(self) -> None:
        """Show that the job is still under way, with what ends it."""
        title = self.tr("Writing {name}").format(name=self._name)
        job = InlineProgress(title, self.tr("Cancel leaves the file as it was."))
        job.set_progress(*self._far)
        job.cancelled.connect(self.cancelled)
        card = Card()
        card.add(job)
        self._put(card)
        self._job = job

    def show_progress(self, done: int, total: int, note: str) -> None:
        """Show how far the job has come."""
        self._far = (done, total, note)
        if self._job is not None:
            self._job.set_progress(done, total, note)

    def end_job(self) -> None:
        """Take the progress away; what was said since stays."""
        if self._job is not None:
            self._put(None)

    def show_saved(self, asked: Path, path: Path, hidden_names: int) -> str:
        """Say where the document is, offer to open it, and return the words."""
        open_button = Button(self.tr("Open"), size="compact")
        show_button = Button(self.tr("Show in folder"), "quiet", size="compact")
        open_button.clicked.connect(partial(self._open, path))
        show_button.clicked.connect(partial(self._open, path.parent))
        title = self.tr("{name} saved to {folder}").format(name=path.name, folder=path.parent.name or str(path.parent))
        words = []
        if path != asked:
            words.append(self.tr("{name} is in use, so it stayed as it was.").format(name=asked.name))
        if hidden_names:
            words.append(self.tr("%n customer name(s) hidden.", "", hidden_names))
        text = " ".join(words)
        self._put(Banner(title, text, "accent", actions=(open_button, show_button), dismissible=True))
        return f"{title}. {text}".strip()

    def show_not_saved(self, reason: str, again: Callable[[], None]) -> None:
        """Say why the document is not saved, and offer another place."""
        elsewhere = Button(self.tr("Save somewhere else"), size="compact")
        elsewhere.clicked.connect(again)
        title = self.tr("The document is not saved")
        self._put(Banner(title, reason, "warn", actions=(elsewhere,), dismissible=True))

    def show_untraced(self, title: str, reason: str, look: Callable[[], None]) -> None:
        """Say that numbers trace to nothing, so nothing went out, and lead to them."""
        numbers = Button(self.tr("Show the numbers"), size="compact")
        banner = Banner(title, reason, "warn", actions=(numbers,), dismissible=True)
        numbers.clicked.connect(self.end_untraced)
        numbers.clicked.connect(look)
        self._put(banner)
        self._untraced = banner

    def end_untraced(self) -> None:
        """Take away what was said of numbers that trace to nothing; another message stays."""
        if self._shown is not None and self._shown is self._untraced:
            self._put(None)

    def show_trouble(self, reason: str) -> None:
        """Say why the preview could not follow."""
        self._put(Banner(self.tr("The preview could not follow"), reason, "warn", dismissible=True))

    def _open(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            text = self.tr("No program here opens it. It is at {path}.").format(path=path)
            self._put(Banner(self.tr("{name} could not be opened").format(name=path.name), text, dismissible=True))

    def _put(self, message: QWidget | None) -> None:
        if self._shown is not None:
            self._place.removeWidget(self._shown)
            self._shown.hide()
            self._shown.deleteLater()
        self._shown, self._job, self._untraced = message, None, None
        if isinstance(message, Banner):
            message.dismissed.connect(partial(self._put, None))
        if message is not None:
            self._place.addWidget(message)
            page = self._place.parentWidget()
            if page is not None:
                follow_layout(page)

"""Puts text that was kept beside a win back into its fields, and says so."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from arcareer.domain.journal import Win
from arcareer_ui.dates import clock_time
from arcareer_ui.desk import Desk
from arcareer_ui.pages.wins.detail import DetailView
from arcareer_ui.pages.wins.kept import FIELDS, KeptText, KeptTexts
from arcareer_ui.widgets.banner import Banner
from arcareer_ui.widgets.button import Button


class Rescue(QObject):
    """Keeps what a win does not take, and brings it back when the win is shown again, over restarts too.

    `win_asked` carries a win with text that waits.
    """

    win_asked = Signal(object)

    def __init__(self, detail: DetailView, desk: Desk[Win], kept: KeptTexts) -> None:
        super().__init__(detail)
        self._detail, self._desk, self._kept = detail, desk, kept
        self._from_before = set(kept.wins)
        desk.troubled.connect(self._keep_unsaved)
        desk.refused.connect(self._keep_refused)
        desk.saved.connect(self._drop)
        self.banner: Banner | None = None

    def offer(self) -> Banner | None:
        """Return what tells of text from the last time, None where there is none."""
        waiting = next(iter(self._from_before), None)
        kept = self._kept.of(waiting) if waiting is not None else None
        if kept is None:
            return None
        show = Button(self.tr("Show it"), size="compact")
        text = self.tr("It could not be saved then. It is put back into its win when you open it.")
        banner = Banner(self._words(kept), text, "info", actions=(show,), dismissible=True)
        show.clicked.connect(banner.hide)
        show.clicked.connect(partial(self.win_asked.emit, waiting))
        return banner

    def show_win(self, win: Win) -> None:
        """Put what waits for this win into its fields, from where it is saved like anything typed."""
        kept = self._kept.of(win.id)
        if self.banner is not None:
            self.banner.hide()
            self.banner.deleteLater()
            self.banner = None
        if kept is None:
            return
        for field, text in kept.fields.items():
            self._detail.put_text(field, text)
        if win.id in self._from_before:
            self._from_before.discard(win.id)
            text = self.tr("It is back in its fields. “Earlier versions” has what was stored before.")
            self.banner = Banner(self._words(kept), text, "info", dismissible=True)
            self._detail.add_on_top(self.banner)

    def _words(self, kept: KeptText) -> str:
        return self.tr("We kept what you typed at {time}").format(time=clock_time(kept.at.astimezone()))

    def _keep_unsaved(self, _fault: Exception, stored: Win, wanted: Win) -> None:
        texts = {name: getattr(wanted, name) for name in FIELDS if getattr(wanted, name) != getattr(stored, name)}
        self._kept.keep(wanted.id, texts)

    def _keep_refused(self, field: str, _text: str) -> None:
        win = self._desk.value
        if win is not None and field in FIELDS:
            self._kept.keep(win.id, {field: self._detail.editors[field].text})

    def _drop(self, win: Win) -> None:
        on_desk = self._desk.value
        is_here = on_desk is not None and on_desk.id == win.id
        self._kept.drop(win.id, but=self._desk.refused_fields if is_here else ())

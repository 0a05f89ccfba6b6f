"""The question which text counts, where a win was changed here and elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from functools import partial

from PySide6.QtCore import QObject

from arcareer.domain.journal import Win, WinDraft
from arcareer.services.journal import JournalService
from arcareer_ui.acts import Acts
from arcareer_ui.desk import Desk
from arcareer_ui.pages.wins.detail import DetailView
from arcareer_ui.widgets.banner import Banner
from arcareer_ui.widgets.button import Button


class Conflicts(QObject):
    """Asks above the win; nothing is overwritten before the answer. `settled` is called after it."""

    def __init__(
        self, detail: DetailView, desk: Desk[Win], journal: JournalService, acts: Acts, settled: Callable[[], None]
    ) -> None:
        super().__init__(detail)
        self._detail, self._desk, self._journal, self._acts, self._settled = detail, desk, journal, acts, settled
        self.banner: Banner | None = None
        desk.conflict.connect(self._ask)

    def close(self) -> None:
        """Take the question away, as another win is shown; it is asked again with its own."""
        if self.banner is not None:
            self.banner.hide()
            self.banner.deleteLater()
            self.banner = None

    def _ask(self, mine: Win, theirs: Win | None) -> None:
        self.close()
        if theirs is None:
            keep, take = Button(self.tr("Log it again"), size="compact"), Button(self.tr("Let it go"), size="compact")
            title, there = self.tr("This win was removed elsewhere"), ""
            text = self.tr("What you typed is still here: “{mine}”.")
        else:
            keep = Button(self.tr("Keep what I typed"), size="compact")
            take = Button(self.tr("Take the stored one"), size="compact")
            title, there = self.tr("This win was changed elsewhere"), theirs.headline
            text = self.tr("You typed: “{mine}”. Stored now: “{theirs}”. Nothing was overwritten.")
        words = text.format(mine=_first_difference(mine, theirs), theirs=_first_difference(theirs, mine) or there)
        self.banner = Banner(title, words, actions=(keep, take))
        keep.clicked.connect(partial(self._keep_mine, gone=theirs is None))
        take.clicked.connect(self._take_theirs)
        self._detail.add_on_top(self.banner)

    def _keep_mine(self, *, gone: bool) -> None:
        mine = self._desk.value
        if gone and mine is not None:
            named = {field.name for field in fields(WinDraft)}
            draft = WinDraft(**{name: getattr(mine, name) for name in named})
            self._desk.settle(keep_mine=False)
            self._acts.do(partial(self._journal.log_win, draft), self.tr("Log win"))
        else:
            self._desk.settle(keep_mine=True)
        self.close()
        self._settled()

    def _take_theirs(self) -> None:
        self._desk.settle(keep_mine=False)
        self.close()
        self._settled()


def _first_difference(one: Win | None, other: Win | None) -> str:
    """Return the first text in which they differ, of the first win; its headline where there is nothing to compare."""
    if one is None:
        return ""
    if other is None:
        return one.headline
    names = ("headline", "situation", "action", "outcome", "proof", "private_notes")
    return next((getattr(one, name) for name in names if getattr(one, name) != getattr(other, name)), one.headline)

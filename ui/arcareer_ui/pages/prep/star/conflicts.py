"""The question which words count, where an answer was changed here and elsewhere."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout

from arcareer_ui.pages.prep.star.writing import AnswerWriting
from arcareer_ui.widgets.banner import Banner
from arcareer_ui.widgets.button import Button

if TYPE_CHECKING:
    from arcareer.domain.answers import Answer


class Place(Protocol):
    """A view with room for a question above its answer."""

    messages: QVBoxLayout

    def follow(self) -> None:
        """Let Tab go through the parts as they are read."""


class Conflicts(QObject):
    """Asks above the answer; nothing is overwritten before the reply. `settled` comes after it."""

    settled = Signal()

    def __init__(self, view: Place, writing: AnswerWriting) -> None:
        super().__init__(writing)
        self._view, self._writing = view, writing
        self.banner: Banner | None = None
        writing.contested.connect(self._ask)

    def close(self) -> None:
        """Take the question away, as another answer is shown."""
        if self.banner is not None:
            self.banner.hide()
            self.banner.deleteLater()
            self.banner = None

    def _ask(self, theirs: Answer | None) -> None:
        self.close()
        keep = Button(self.tr("Keep what I typed"), size="compact")
        if theirs is None:
            take = Button(self.tr("Let it go"), size="compact")
            title, text = self.tr("This answer was removed elsewhere"), self.tr("What you typed is still here.")
        else:
            take = Button(self.tr("Take the stored one"), size="compact")
            title = self.tr("This answer was changed elsewhere")
            text = self.tr("Stored now: “{theirs}”. Nothing was overwritten.").format(theirs=theirs.whole)
        self.banner = Banner(title, text, actions=(keep, take))
        keep.clicked.connect(partial(self._settle, keep_mine=True))
        take.clicked.connect(partial(self._settle, keep_mine=False))
        self._view.messages.addWidget(self.banner)
        self._view.follow()

    def _settle(self, *, keep_mine: bool) -> None:
        self.close()
        self._writing.settle(keep_mine=keep_mine)
        self.settled.emit()

"""Phrases of the user's own at work: added, copied, edited in place, removed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from arcareer.domain.phrases import OwnPhrase, PhrasePattern
from arcareer_ui.acts import Acts
from arcareer_ui.desk import Desk
from arcareer_ui.pages.scripts.phrase_bank.own_form import OwnForm

if TYPE_CHECKING:
    from arcareer.domain.changes import Change
    from arcareer.services.phrases import PhraseService
    from arcareer_ui.undo import UndoController


class OwnDesk(QObject):
    """Saves what stands in the form while it is typed. `added` carries a new phrase, `removed` what was removed."""

    added = Signal(object)
    removed = Signal()
    noted = Signal(str)
    saved = Signal()
    troubled = Signal(object)

    def __init__(self, form: OwnForm, phrases: PhraseService, acts: Acts, undo: UndoController) -> None:
        super().__init__(form)
        self._form, self._phrases, self._acts = form, phrases, acts
        label = self.tr("Edit phrase")
        self._desk: Desk[OwnPhrase] = Desk(
            self, undo, save=phrases.edit, fetch=self._fetch, typed=form.typed, label=label
        )
        form.touched.connect(self._desk.touch)
        form.left.connect(self._desk.rest)
        form.theme_picked.connect(lambda theme: self._desk.change(self.tr("Change theme of phrase"), theme=theme))
        form.closed.connect(self.close)
        self._desk.refused.connect(form.show_problem)
        self._desk.saved.connect(lambda _: self.saved.emit())
        self._desk.troubled.connect(lambda fault, *_: self.troubled.emit(fault))
        self._desk.conflict.connect(lambda *_: self._desk.settle(keep_mine=True))

    @property
    def shown(self) -> UUID | None:
        """Return which phrase stands in the form."""
        return self._desk.stored.id if self._desk.stored is not None else None

    def flush(self) -> None:
        """Keep what is typed."""
        self._desk.flush()

    def follow(self) -> None:
        """Take in what became of the phrase in the form."""
        if self.shown is None:
            return
        if not self._desk.follow():
            self.close()
        elif self._desk.value is not None and not (self._form.say.hasFocus() or self._form.instead_of.hasFocus()):
            self._form.show_phrase(self._desk.value)

    def show_again(self, phrase: OwnPhrase) -> None:
        """Show what undo made of the phrase in the form."""
        if self.shown == phrase.id and self._desk.follow():
            self._form.show_phrase(phrase)

    def write_new(self, theme: str) -> None:
        """Add a phrase with two blanks to begin with."""
        starter = self.tr("{text:what you did}, {text:what came of it}")
        self._add(partial(self._phrases.add_own, starter, theme=theme), self.tr("Add phrase"))

    def copy(self, pattern: PhrasePattern) -> None:
        """Add a copy of a pattern, to be changed."""
        self._add(partial(self._phrases.duplicate, pattern), self.tr("Copy phrase"))

    def edit(self, pattern: PhrasePattern | None) -> bool:
        """Put a phrase into the form; only the user's own can be."""
        own = self._own(pattern)
        if own is None:
            self.noted.emit(self.tr("Make a copy of your own to change this phrase."))
            return False
        self._desk.put(own)
        self._form.show_phrase(own)
        self._form.show()
        return True

    def close(self) -> None:
        """Put the form away; what is typed in it is kept."""
        self._desk.put(None)
        self._form.hide()

    def remove(self, pattern: PhrasePattern | None) -> None:
        """Remove a phrase of the user's own."""
        self.flush()
        own = self._own(pattern)
        if own is None:
            self.noted.emit(self.tr("Only phrases of your own can be removed."))
        elif self._acts.do(partial(self._phrases.remove, own), self.tr("Remove phrase")):
            self.removed.emit()

    def _own(self, pattern: PhrasePattern | None) -> OwnPhrase | None:
        return self._phrases.own_of(pattern) if pattern is not None else None

    def _fetch(self, identity: UUID) -> OwnPhrase | None:
        return next((phrase for phrase in self._phrases.own() if phrase.id == identity), None)

    def _add(self, act: Callable[[], Change], label: str) -> None:
        self.flush()
        before = {phrase.id for phrase in self._phrases.own()}
        if self._acts.do(act, label):
            new = next((phrase for phrase in self._phrases.own() if phrase.id not in before), None)
            if new is not None:
                self.added.emit(new)

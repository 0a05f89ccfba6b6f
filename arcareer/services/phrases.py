"""The phrase bank: shipped patterns and the user's own, filled from a win's figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from arcareer.clock import Clock
from arcareer.content.library import ContentLibrary
from arcareer.domain.changes import Edit, EntityKind
from arcareer.domain.identity import new_id
from arcareer.domain.phrases import FilledPhrase, OwnPhrase, PhrasePattern, fill
from arcareer.errors import FieldProblem
from arcareer.services.editing import EditService
from arcareer.services.matching import folded_words
from arcareer.services.near_words import closeness
from arcareer.storage.store import Store

if TYPE_CHECKING:
    from arcareer.domain.journal import Win


class PhraseService:
    """Use cases of phrases; what changes something returns the change it applied."""

    def __init__(self, store: Store, edits: EditService, content: ContentLibrary, clock: Clock) -> None:
        self._store = store
        self._edits = edits
        self._content = content
        self._clock = clock

    def patterns(self, text: str = "", theme: str | None = None) -> tuple[PhrasePattern, ...]:
        """Return the shipped patterns, then the user's own: those that have every word of `text`, and the theme.

        One typing mistake a word is forgiven; patterns with a word so found stand behind the others.
        """
        wanted = folded_words(text)
        everything = (*self._content.phrases, *(phrase.pattern for phrase in self.own()))
        fits = [
            (closeness(wanted, folded_words(f"{pattern.instead_of}\n{pattern.say}")), pattern)
            for pattern in everything
            if theme in (None, pattern.theme)
        ]
        found = [fit for fit in fits if fit[0] or not wanted]
        return tuple(pattern for _, pattern in sorted(found, key=lambda fit: -fit[0]))

    def own(self) -> tuple[OwnPhrase, ...]:
        """Return the user's own phrases, the oldest first."""
        with self._store.read() as unit:
            phrases = unit.own_phrases.all()
        return tuple(sorted(phrases, key=lambda phrase: (phrase.created_at, phrase.id)))

    def own_of(self, pattern: PhrasePattern) -> OwnPhrase | None:
        """Return the own phrase that a pattern of the bank shows, None for a shipped one."""
        return next((phrase for phrase in self.own() if str(phrase.id) == pattern.key), None)

    def fill(self, pattern: PhrasePattern, win: Win | None = None) -> FilledPhrase:
        """Return a pattern with a win's own figures in the blanks they fit; without a win every blank is open."""
        return fill(pattern.say, win.figures if win is not None else (), pattern.measures)

    def add_own(self, say: str, instead_of: str = "", theme: str = "") -> Edit:
        """Add a phrase of the user's own; raise `FieldProblem` where it says nothing."""
        phrase = OwnPhrase(id=new_id(), say=say, instead_of=instead_of, theme=theme, created_at=self._clock.now())
        return self._apply("Add phrase", None, phrase)

    def edit(self, before: OwnPhrase, after: OwnPhrase) -> Edit:
        """Save a changed phrase of the user's own; raise `FieldProblem` where it says nothing."""
        return self._apply("Edit phrase", before, after)

    def remove(self, phrase: OwnPhrase) -> Edit:
        """Remove a phrase of the user's own."""
        return self._apply("Remove phrase", phrase, None)

    def duplicate(self, pattern: PhrasePattern) -> Edit:
        """Add a copy of any pattern as a phrase of the user's own, to be changed."""
        copy = OwnPhrase(
            id=new_id(),
            say=pattern.say,
            instead_of=pattern.instead_of,
            theme=pattern.theme,
            created_at=self._clock.now(),
        )
        return self._apply("Copy phrase", None, copy)

    def _apply(self, label: str, before: OwnPhrase | None, after: OwnPhrase | None) -> Edit:
        if after is not None and not after.say.strip():
            raise FieldProblem("say", "A phrase needs the words to say. Nothing was changed.")
        return self._edits.put(label, EntityKind.OWN_PHRASE, before, after)

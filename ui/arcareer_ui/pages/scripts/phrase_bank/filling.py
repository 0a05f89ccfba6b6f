"""Which blanks of which phrase hold what, while phrases are looked at one after another."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject

from arcareer.domain.phrases import FilledPhrase, PhrasePattern, fill
from arcareer_ui.capture.drafts import DraftKeeper

if TYPE_CHECKING:
    from arcareer.domain.figures import Figure
    from arcareer.services.drafts import DraftService

DRAFT_KEY = "phrase-bank"


class Filling(QObject):
    """The phrase being filled in. What is typed in the one on show is kept on disk; of others, until the app closes."""

    def __init__(self, drafts: DraftService, parent: QObject) -> None:
        super().__init__(parent)
        self.draft = DraftKeeper(drafts, DRAFT_KEY, self)
        self._typed: dict[str, dict[int, str]] = {}
        self._figures: tuple[Figure, ...] = ()
        self.pattern: PhrasePattern | None = None
        self.filled = FilledPhrase(())
        self.win: UUID | None = None
        self._restore()

    def show(self, pattern: PhrasePattern | None) -> None:
        """Go on with a pattern, with the figures at hand and what was typed in it before."""
        self.pattern = pattern
        self._fill()

    def use_figures(self, figures: Sequence[Figure], win: UUID | None) -> None:
        """Fill from these figures from here on; `win` is the win they belong to, if any."""
        self._figures, self.win = tuple(figures), win
        self._fill()

    def put(self, number: int, text: str) -> None:
        """Put typed text into a blank, counted from 0; an empty one is open again, also where a figure had been."""
        if self.pattern is None:
            return
        self.filled = self.filled.put(number, text)
        self._typed.setdefault(self.pattern.key, {})[number] = text
        self._keep()

    def take(self, number: int, figure: Figure) -> None:
        """Put an offered figure into a blank."""
        text = self.filled.take(number, figure).blanks[number].text
        self.put(number, text)
        self.filled = self.filled.take(number, figure)

    def finish(self) -> None:
        """Forget what was typed: the sentence has become part of something."""
        if self.pattern is not None:
            self._typed.pop(self.pattern.key, None)
            self.draft.touch("")
            self.draft.flush()
        self._fill()

    def first_key(self) -> str:
        """Return the key of the pattern that was being filled in when the app closed; empty for none."""
        return next(iter(self._typed), "")

    def _fill(self) -> None:
        if self.pattern is None:
            self.filled = FilledPhrase(())
            return
        filled = fill(self.pattern.say, self._figures, self.pattern.measures)
        for number, text in self._typed.get(self.pattern.key, {}).items():
            if number < len(filled.blanks) and text != filled.blanks[number].text:
                filled = filled.put(number, text)
        self.filled = filled

    def _keep(self) -> None:
        if self.pattern is None:
            return
        texts = {str(number): text for number, text in self._typed.get(self.pattern.key, {}).items() if text.strip()}
        self.draft.touch(json.dumps({"phrase": self.pattern.key, "blanks": texts}) if texts else "")

    def _restore(self) -> None:
        draft = self.draft.find()
        if draft is None:
            return
        try:
            kept = json.loads(draft.text)
            self._typed[str(kept["phrase"])] = {int(number): str(text) for number, text in kept["blanks"].items()}
        except (ValueError, KeyError, TypeError, AttributeError):
            self._typed.clear()  # an older notation: the phrase starts empty

"""One way to say it: what can be made of the user's own numbers for the bullet on show."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from arcareer.services.wordings import FittingPattern, Wording, fitting_patterns, ways_to_say
from arcareer_ui.pages.prep.rubric.score_card import WordingCard

if TYPE_CHECKING:
    from arcareer.domain.figures import Figure
    from arcareer.domain.journal import Win
    from arcareer.services.capture import CaptureService
    from arcareer.services.phrases import PhraseService

MOST = 6
Offers = tuple[Wording | FittingPattern, ...]


class Wordings(QObject):
    """Offers one way after another. `chosen` carries the text the bullet becomes, `pattern_chosen` a pattern's key."""

    chosen = Signal(str)
    pattern_chosen = Signal(str)

    def __init__(
        self, card: WordingCard, phrases: Callable[[], PhraseService], capture: Callable[[], CaptureService]
    ) -> None:
        super().__init__(card)
        self._card, self._phrases, self._capture = card, phrases, capture
        self._offers: Offers = ()
        self._at = 0
        card.added.connect(self._take)
        card.pattern_asked.connect(self._take)
        card.another.connect(self._next)

    def show_for(self, text: str, win: Win | None) -> None:
        """Offer ways to say a text; `win` is the win it tells of. Nothing is shown where there is none."""
        figures = win.figures if win is not None else ()
        ready = ways_to_say(text, figures)
        offers: Offers = (*ready[:MOST], *self._patterns(text, figures, win.theme if win is not None else ""))
        if offers != self._offers:
            self._offers, self._at = offers, 0
        self._show()

    def clear(self) -> None:
        """Offer nothing."""
        self._offers, self._at = (), 0
        self._show()

    def _patterns(self, text: str, figures: tuple[Figure, ...], theme: str) -> tuple[FittingPattern, ...]:
        own = tuple(picked.figure for picked in self._capture().read(text).figures)
        patterns = self._phrases().patterns(theme=theme or None)
        return fitting_patterns(patterns, (*figures, *own))

    def _show(self) -> None:
        offer = self._offers[self._at] if self._offers else None
        others = len(self._offers) > 1
        if isinstance(offer, Wording):
            self._card.show_wording(offer.new, offer.score, others=others)
        elif offer is not None:
            self._card.show_pattern(offer.filled.text, others=others)
        self._card.setVisible(offer is not None)

    def _next(self) -> None:
        self._at = (self._at + 1) % max(1, len(self._offers))
        self._show()

    def _take(self) -> None:
        offer = self._offers[self._at] if self._offers else None
        if isinstance(offer, Wording):
            self.chosen.emit(offer.text)
        elif offer is not None:
            self.pattern_chosen.emit(offer.pattern.key)

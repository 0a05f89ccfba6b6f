"""Quick capture: what a typed sentence already says, shown before it is saved."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final, Protocol
from uuid import UUID

from arcareer.content.library import ContentLibrary
from arcareer.domain.changes import ChangeSet, EntityKind
from arcareer.domain.customers import Customer
from arcareer.domain.journal import WinDraft
from arcareer.domain.names import NameHit, NameMatcher
from arcareer.services.figure_words import FigureWords
from arcareer.services.picked_figures import PickedFigure, pick_figures
from arcareer.services.possible_names import possible_names
from arcareer.services.suggestion import ThemeSuggester

DOLLARS: Final = frozenset({"USD", "CAD", "AUD", "NZD", "SGD", "HKD"})


class CustomerList(Protocol):
    """What capture needs of the customers."""

    def all(self) -> tuple[Customer, ...]:
        """Return every customer."""


@dataclass(frozen=True, slots=True)
class Capture:
    """What was read from a sentence. Nothing of it is stored until the win is saved.

    `customers` are known ones that are named for certain; `possible_customers` are names to offer. `theme` is empty
    where no word speaks for one; `competencies` are ids, the likeliest first.
    """

    sentence: str
    figures: tuple[PickedFigure, ...]
    customers: tuple[Customer, ...]
    possible_customers: tuple[str, ...]
    theme: str
    competencies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Known:
    """The customers as they are now, ready to be found in text."""

    by_id: dict[UUID, Customer]
    matcher: NameMatcher

    def owners(self, name: str) -> list[UUID]:
        """Return whose name is spelled exactly so."""
        return [customer.id for customer in self.by_id.values() if name in customer.names]


class CaptureService:
    """Reads sentences with the customers of the library; `currency` tells what the user's own money is, if anything."""

    def __init__(self, customers: CustomerList, content: ContentLibrary, currency: Callable[[], str] = str) -> None:
        self._customers = customers
        self._content = content
        self._currency = currency
        self._known: _Known | None = None

    def read(self, sentence: str) -> Capture:
        """Return what the sentence says; any text is fine, the same text always gives the same."""
        hits = self._hits(sentence)
        places = [(hit.start, hit.end) for hit in hits]
        own = self._currency()
        figures = pick_figures(sentence, self._words, own if own in DOLLARS else "", places)
        suggestion = self._suggester.suggest(sentence)
        return Capture(
            sentence=sentence,
            figures=figures,
            customers=self.customers_in(sentence),
            possible_customers=possible_names(sentence, self._content.capture_words, places, has_figures=bool(figures)),
            theme=suggestion.theme,
            competencies=suggestion.competencies,
        )

    def theme_of(self, text: str) -> str:
        """Return the id of the theme a text's words speak for most, empty where none does."""
        return self._suggester.suggest(text).theme

    def customers_in(self, text: str) -> tuple[Customer, ...]:
        """Return the known customers a text names for certain, in its order."""
        named = dict.fromkeys(hit.id for hit in self._hits(text))
        return tuple(self._customers_now.by_id[one] for one in named)

    def draft(self, sentence: str, on: date, theme: str | None = None) -> WinDraft:
        """Return the sentence as a win to save, exactly as typed; `theme` takes the place of the suggested one."""
        captured = self.read(sentence)
        return WinDraft(
            headline=sentence,
            happened_on=on,
            theme=captured.theme if theme is None else theme,
            competencies=captured.competencies,
            figures=tuple(picked.figure for picked in captured.figures),
            customers=tuple(customer.id for customer in captured.customers),
        )

    def heed(self, changes: ChangeSet) -> None:
        """Take note of a commit, so that customers added or renamed are known in the next sentence."""
        if changes.affects(EntityKind.CUSTOMER):
            self._known = None

    def _hits(self, sentence: str) -> tuple[NameHit, ...]:
        """Return where known customers are named; an ordinary word counts only when written exactly like the name."""
        known = self._customers_now
        return tuple(
            hit
            for hit in known.matcher.find(sentence)
            if not hit.doubtful or known.owners(sentence[hit.start : hit.end]) == [hit.id]
        )

    @property
    def _customers_now(self) -> _Known:
        if self._known is None:
            everyone = self._customers.all()
            names = {customer.id: customer.names for customer in everyone}
            self._known = _Known({customer.id: customer for customer in everyone}, NameMatcher(names))
        return self._known

    @cached_property
    def _words(self) -> FigureWords:
        return FigureWords(self._content.capture_words)

    @cached_property
    def _suggester(self) -> ThemeSuggester:
        return ThemeSuggester(self._content.themes, self._content.word_families)

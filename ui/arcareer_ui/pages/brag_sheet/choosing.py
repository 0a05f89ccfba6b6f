"""What the user chooses for the documents: every choice is kept at once and can be undone."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from arcareer.clock import Clock
from arcareer.domain.documents import (
    BragSection,
    DisclosureLevel,
    DocumentChoices,
    DocumentKind,
    PeriodKind,
    RenamedHeading,
    ReviewSection,
)
from arcareer.domain.journal import WinQuery
from arcareer.domain.periods import Period
from arcareer_ui.acts import Acts
from arcareer_ui.pages.brag_sheet.periods import widened

if TYPE_CHECKING:
    from arcareer.services.document_choices import DocumentChoiceService
    from arcareer.services.journal import JournalService
    from arcareer.services.promotion_reviews import PromotionReviewService

AnySection = BragSection | ReviewSection


class Choosing(QObject):
    """Holds the choices as they are stored, and stores others. `period` is the one they meant when last followed."""

    def __init__(
        self,
        choices: DocumentChoiceService,
        reviews: PromotionReviewService,
        journal: JournalService,
        acts: Acts,
        *,
        clock: Clock,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._kept, self._reviews, self._journal, self._acts, self._clock = choices, reviews, journal, acts, clock
        self.choices = DocumentChoices()
        self.period = choices.period(self.choices, clock.today())

    @property
    def is_review(self) -> bool:
        """Return whether the promotion review is on show."""
        return self.choices.document is DocumentKind.REVIEW

    @property
    def is_stale(self) -> bool:
        """Return whether a new quarter, half or year has begun."""
        return self._period() != self.period

    def follow(self) -> None:
        """Read the choices; raise `UserError` where their period cannot be read, with the choices read all the same."""
        self.choices = self._kept.choices()
        self.period = self._period()

    def choose(self, **parts: Any) -> None:
        """Keep other values for some of the choices."""
        after = replace(self.choices, **parts)
        if after != self.choices:
            self._acts.do(partial(self._kept.save, after), self.tr("Change document"))

    def kind(self, kind: PeriodKind) -> None:
        """Choose how the period is chosen; a custom one begins with the period on show."""
        if kind is PeriodKind.CUSTOM:
            self.custom(self.period)
        else:
            self.choose(period_kind=kind)

    def custom(self, period: Period) -> None:
        """Choose a period of the user's own."""
        self.choose(period_kind=PeriodKind.CUSTOM, custom_period=period.key)

    def widen(self, period: Period) -> None:
        """Choose a period wide enough to hold the newest win."""
        newest = self._journal.find(WinQuery(), 1)
        if newest:
            kind, wide = widened(self.choices.period_kind, period, newest[0].happened_on, self._clock.today())
            self.choose(period_kind=kind, custom_period=wide.key)

    def level(self, level: DisclosureLevel) -> None:
        """Choose who is to read the document."""
        self.choose(level=level)

    def _period(self) -> Period:
        """Return the period the choices mean now; a review looks back on its own unless told otherwise."""
        if self.is_review:
            return self._reviews.period(self.choices)
        return self._kept.period(self.choices, self._clock.today())

    def switch(self, section: AnySection, included: bool) -> None:  # noqa: FBT001 - the card's signal
        """Print a section, or leave it out."""
        if self.is_review:
            self.choose(review_left_out=_with(self.choices.review_left_out, ReviewSection(section), included))
        else:
            self.choose(left_out=_with(self.choices.left_out, BragSection(section), included))

    def move(self, section: AnySection, step: int) -> None:
        """Move a section by a step."""
        if self.is_review:
            self.choose(review_sections=_moved(self.choices.review_sections, section, step))
        else:
            self.choose(sections=_moved(self.choices.sections, section, step))

    def rename(self, section: AnySection, words: str) -> None:
        """Give a section another heading; empty words give back its own."""
        others = tuple(one for one in self.choices.headings if one.section != section.value)
        named = (RenamedHeading(section.value, words.strip()),) if words.strip() else ()
        self.choose(headings=(*others, *named))


def _with(left_out: tuple[Any, ...], section: AnySection, included: bool) -> tuple[Any, ...]:  # noqa: FBT001
    others = tuple(one for one in left_out if one is not section)
    return others if included else (*others, section)


def _moved(order: tuple[Any, ...], section: AnySection, step: int) -> tuple[Any, ...]:
    moved = list(order)
    at = moved.index(section)
    to = max(0, min(len(moved) - 1, at + step))
    moved.insert(to, moved.pop(at))
    return tuple(moved)

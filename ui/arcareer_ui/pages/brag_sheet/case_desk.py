"""Page one of the promotion review at work: its words are kept as they are typed, its results as they are chosen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID

from PySide6.QtCore import QObject

from arcareer.domain.changes import ChangeSet, EntityKind
from arcareer.domain.documents import ChosenResult, PromotionCase
from arcareer.domain.figures import figure_text
from arcareer.domain.journal import Win
from arcareer_ui.acts import Acts
from arcareer_ui.desk import Desk
from arcareer_ui.pages.brag_sheet.case_card import CaseCard, ResultOffer
from arcareer_ui.pages.brag_sheet.choosing import Choosing

if TYPE_CHECKING:
    from arcareer.services.journal import JournalService
    from arcareer.services.promotion_reviews import PromotionReviewService
    from arcareer.services.reviews import ReviewService
    from arcareer_ui.undo import UndoController

BY_RULE, OFFERED = 12, 200
OFFERED_FROM = (EntityKind.WIN, EntityKind.REVIEW, EntityKind.OCCASION)


class _Offered(NamedTuple):
    """What could carry a case, the strongest first, and the wins it is of; `asked` is what it was worked out for."""

    asked: object
    results: tuple[ChosenResult, ...]
    wins: Mapping[UUID, Win]


class CaseDesk(QObject):
    """Wires the card of the case."""

    def __init__(
        self,
        card: CaseCard,
        choosing: Choosing,
        acts: Acts,
        undo: UndoController,
        *,
        documents: PromotionReviewService,
        reviews: ReviewService,
        journal: JournalService,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._card, self._choosing, self._acts = card, choosing, acts
        self._documents, self._reviews, self._journal = documents, reviews, journal
        self._offered: _Offered | None = None
        self.case = Desk[PromotionCase](
            self,
            undo,
            save=documents.save_case,
            fetch=self._fetch,
            typed=card.typed,
            label=self.tr("Change promotion case"),
        )
        card.review_chosen.connect(lambda review: choosing.choose(review=review))
        card.results_chosen.connect(self._choose_results)
        card.touched.connect(self.case.touch)
        card.left.connect(self.case.rest)

    def follow(self, changes: ChangeSet | None = None) -> None:
        """Show the reviews, and the case of the one the document speaks for; None means that all may be another."""
        if changes is None or changes.affects(*OFFERED_FROM):
            self._offered = None
        self._card.setVisible(self._choosing.is_review)
        if not self._choosing.is_review:
            self.case.flush()
            return
        choices = self._choosing.choices
        self._card.show_reviews([(one.id, one.occasion.title) for one in self._reviews.all()], choices.review)
        review = self._documents.review(choices)
        self.case.put(None if review is None else self._documents.case(review))
        self._card.show_case(self.case.value, self._offers() if review is not None else ())

    def _offers(self) -> tuple[ResultOffer, ...]:
        """Return the figures that can carry the case: those chosen, the strongest by rule, then the newest."""
        choices = self._choosing.choices
        asked = (choices.review, choices.period_kind, choices.custom_period)
        if self._offered is None or self._offered.asked != asked:
            by_rule = self._documents.suggested_results(choices, BY_RULE)
            wins = self._journal.wins(self._choosing.period)
            others = (ChosenResult(win.id, at) for win in wins for at in range(len(win.figures)))
            every = tuple(dict.fromkeys((*by_rule, *others)))[:OFFERED]
            self._offered = _Offered(asked, every, {win.id: win for win in wins})
        case = self.case.value
        chosen = case.results if case is not None else ()
        known = self._offered.wins
        gone = self._journal.get_many(one.win for one in chosen if one.win not in known)
        wins_of = {**known, **{win.id: win for win in gone if not win.in_trash}}
        return tuple(
            ResultOffer(one, f"{figure_text(wins_of[one.win].figures[one.figure])}: {wins_of[one.win].headline}")
            for one in dict.fromkeys((*chosen, *self._offered.results))
            if one.win in wins_of and one.figure < len(wins_of[one.win].figures)
        )

    def _fetch(self, identity: UUID) -> PromotionCase | None:
        review = self._reviews.get(identity)
        return None if review is None else self._documents.case(review)

    def _choose_results(self, results: tuple[ChosenResult, ...]) -> None:
        self.case.flush()
        before = self.case.stored
        if before is not None:
            act = partial(self._documents.save_case, before, replace(before, results=results))
            self._acts.do(act, self.tr("Choose results"))

"""Page one of the promotion review: what is asked for, the results that carry it, the gap and the last line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import NamedTuple
from uuid import UUID

from PySide6.QtCore import Signal

from arcareer.domain.documents import ChosenResult, PromotionCase
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.combo import Combo
from arcareer_ui.widgets.field import Field
from arcareer_ui.widgets.grow_text import GrowText
from arcareer_ui.widgets.label import Label

RESULTS = 3


class ResultOffer(NamedTuple):
    """A figure that could carry the case, in words."""

    result: ChosenResult
    words: str


class CaseCard(Card):
    """`review_chosen` carries a review's id, `touched` a field that is typed in, `left` comes when it is left.

    `results_chosen` carries the figures that carry the case; `reviews_wanted` leads to the reviews.
    """

    review_chosen = Signal(object)
    results_chosen = Signal(object)
    touched = Signal(str)
    left = Signal()
    reviews_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(spacing=10)
        self.reviews_button = Button(self.tr("Reviews"), "link")
        self.add_heading(self.tr("The case"), self.reviews_button)
        self.review = Combo(self.tr("Review"), size="compact")
        self.add(self.review)
        self.hint = Label("", "small", wrap=True)
        self.add(self.hint)
        self.fields = {
            "asked_for": GrowText(self.tr("What I ask for"), self.tr("The role, and from when"), lines=2),
            "gap": GrowText(
                self.tr("The gap, and how I close it"), self.tr("What the next level asks that is open"), lines=2
            ),
            "closing": GrowText(self.tr("Last line"), self.tr("What you want the reader to do"), lines=1),
        }
        self.add(Field(self.tr("What I ask for"), self.fields["asked_for"]))
        self.results = [
            Combo(self.tr("Result {number}").format(number=at + 1), size="compact") for at in range(RESULTS)
        ]
        self.add(Label(self.tr("Three results that carry it"), "label"))
        for combo in self.results:
            self.add(combo)
            combo.chosen.connect(self._tell_results)
        for name in ("gap", "closing"):
            self.add(Field(self.fields[name].accessibleName(), self.fields[name]))
        self._offers: tuple[ResultOffer, ...] = ()
        for combo in (self.review, *self.results):
            combo.give_way()
        self.review.chosen.connect(lambda identity: self.review_chosen.emit(UUID(identity) if identity else None))
        self.reviews_button.clicked.connect(self.reviews_wanted)
        for name, text in self.fields.items():
            text.edited.connect(partial(self.touched.emit, name))
            text.left.connect(self.left)

    def show_reviews(self, reviews: Sequence[tuple[UUID, str]], current: UUID | None) -> None:
        """Show the reviews there are, and which the document speaks for."""
        options = [("", self.tr("The next review")), *((str(one), name) for one, name in reviews)]
        self.review.set_options(options, str(current) if current is not None else "")
        self.review.setVisible(bool(reviews))
        none = self.tr("No review yet. Add one with its date, and the case is kept with it.")
        self.hint.setText("" if reviews else none)
        self.hint.setVisible(not reviews)

    def show_case(self, case: PromotionCase | None, offers: Sequence[ResultOffer]) -> None:
        """Show the case as it is kept; without one there is nothing to type into."""
        self._offers = tuple(offers)
        for name, text in self.fields.items():
            text.setEnabled(case is not None)
            text.set_text(getattr(case, name) if case is not None else "")
        chosen = case.results if case is not None else ()
        options = [("", self.tr("Chosen by rule")), *((str(at), offer.words) for at, offer in enumerate(offers))]
        places = {offer.result: str(at) for at, offer in enumerate(offers)}
        for at, combo in enumerate(self.results):
            combo.setEnabled(case is not None and bool(offers))
            combo.set_options(options, places.get(chosen[at], "") if at < len(chosen) else "")
            if combo.currentIndex() < 0:
                combo.set_current("")

    def typed(self, _: PromotionCase) -> Mapping[str, str]:
        """Return what stands in the fields."""
        return {name: text.text for name, text in self.fields.items()}

    def _tell_results(self, _: str) -> None:
        picked = [self._offers[int(combo.current)].result for combo in self.results if combo.current]
        self.results_chosen.emit(tuple(dict.fromkeys(picked)))

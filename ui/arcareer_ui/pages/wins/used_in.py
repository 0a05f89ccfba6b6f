"""Where a win is used besides bullets, answers and the checklist: plans, playbooks, goals and qualities."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from arcareer.services.plans import PlanService
    from arcareer.services.playbooks import PlaybookService
    from arcareer.services.reviews import ReviewService

_TRANSLATE = QCoreApplication.translate
Place = tuple[str, str, str]


class WinUses:
    """Names the places of a win as (route, words, icon)."""

    def __init__(
        self,
        plans: Callable[[], PlanService],
        playbooks: Callable[[], PlaybookService],
        reviews: Callable[[], ReviewService],
    ) -> None:
        self._plans, self._playbooks, self._reviews = plans, playbooks, reviews

    def __call__(self, win: UUID) -> Sequence[Place]:
        """Return the places of a win."""
        return (*self._of_plans(win), *self._of_runs(win), *self._of_reviews(win))

    def _of_plans(self, win: UUID) -> Sequence[Place]:
        unnamed = _TRANSLATE("WinUses", "30-day plan")
        return [(f"plan/{plan.id}", plan.title or unnamed, "clipboard-list") for plan in self._plans().of_win(win)]

    def _of_runs(self, win: UUID) -> Sequence[Place]:
        playbooks = self._playbooks()
        found = ((run, playbooks.get(run.playbook)) for run in playbooks.of_win(win))
        return [(f"run/{run.id}", book.title if book else run.playbook, "list-checks") for run, book in found]

    def _of_reviews(self, win: UUID) -> Sequence[Place]:
        reviews = self._reviews()
        goals = [(f"review/{review.id}", goal.text, "target") for review, goal in reviews.of_win(win)]
        shown = _TRANSLATE("WinUses", "{quality}, {review}")
        qualities = [
            (f"review/{review.id}", shown.format(quality=quality.label, review=review.occasion.title), "award")
            for review, quality in reviews.shown_by(win)
        ]
        return [*goals, *qualities]

"""What is going on besides wins: plans, playbooks, and what the next review still lacks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from arcareer.domain.reviews import GoalState
from arcareer.domain.win_lists import WinQuery
from arcareer.services.reviews import empty_stretches, months_between

if TYPE_CHECKING:
    from arcareer.clock import Clock
    from arcareer.content.playbook_models import Playbook
    from arcareer.domain.plans import Plan
    from arcareer.domain.playbook_runs import PlaybookRun
    from arcareer.domain.reviews import Review
    from arcareer.services.plans import PlanService
    from arcareer.services.playbooks import PlaybookService
    from arcareer.services.reviews import MonthOfWins, ReviewService
    from arcareer.storage.store import Store

NUDGED_BEFORE: Final = timedelta(days=60)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewGaps:
    """What a review that is near still lacks."""

    review: Review
    months: tuple[MonthOfWins, ...]
    without_number: int
    goals_without_wins: int

    @property
    def stretches(self) -> tuple[tuple[date, date], ...]:
        """Return each run of months without a win, by the first days of its first and last month."""
        return empty_stretches(self.months)

    @property
    def has_any(self) -> bool:
        """Return whether anything is missing."""
        return bool(self.stretches or self.without_number or self.goals_without_wins)


class UnderWayService:
    """Reads what the first page tells below its dates; cheap enough to be read with every change."""

    def __init__(
        self, store: Store, plans: PlanService, playbooks: PlaybookService, reviews: ReviewService, clock: Clock
    ) -> None:
        self._glance = store.glance
        self._plans, self._playbooks, self._reviews, self._clock = plans, playbooks, reviews, clock

    def plans(self) -> tuple[Plan, ...]:
        """Return the plans that go on, the first to end first."""
        return self._plans.running()

    def runs(self) -> tuple[tuple[PlaybookRun, Playbook | None], ...]:
        """Return the open runs with their playbooks, the latest first; None for a playbook that is gone."""
        return tuple((run, self._playbooks.get(run.playbook)) for run in self._playbooks.open_runs())

    def gaps(self) -> ReviewGaps | None:
        """Return what the next review lacks where it is near, or None."""
        today = self._clock.today()
        review = next((one for one in self._reviews.all() if one.on >= today), None)
        if review is None or review.on - today > NUDGED_BEFORE:
            return None
        period = self._reviews.period_so_far(review)
        days = [day for day, wins in self._glance.wins_by_day(period) for _ in range(wins)]
        open_goals = (goal for goal in review.details.goals if goal.state is not GoalState.DROPPED)
        return ReviewGaps(
            review=review,
            months=months_between(period, days),
            without_number=self._glance.count(WinQuery(period=period, has_number=False)),
            goals_without_wins=sum(not self._reviews.wins_of(goal) for goal in open_goals),
        )

"""What a promotion review is made of: frozen values, read from the library once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING
from uuid import UUID

from arcareer.domain.agenda import Owner
from arcareer.domain.bullets import Bullet
from arcareer.domain.decisions import CollectionDecision
from arcareer.domain.documents import DocumentChoices, PromotionCase
from arcareer.domain.journal import Win
from arcareer.domain.kpi_periods import Change, change_between
from arcareer.domain.metric_board import TileVerdict, verdict_on
from arcareer.domain.metric_kinds import MetricKind
from arcareer.domain.metric_months import Book
from arcareer.domain.metric_readings import MetricReading
from arcareer.domain.money_facts import MoneyFacts
from arcareer.domain.periods import Period
from arcareer.domain.plans import Plan
from arcareer.domain.reviews import Review

if TYPE_CHECKING:
    from arcareer.content.career_models import CareerLevel, Quality


@dataclass(frozen=True, slots=True)
class KpiSeries:
    """A metric of a book over the period, oldest first; every point has a value and there are at least two."""

    kind: MetricKind
    book: Book
    points: tuple[MetricReading, ...]
    goal: Decimal | None = None

    @property
    def first(self) -> MetricReading:
        """Return the first month of the period with a value."""
        return self.points[0]

    @property
    def last(self) -> MetricReading:
        """Return the last month of the period with a value."""
        return self.points[-1]

    @property
    def change(self) -> Change:
        """Return the change from the first month to the last."""
        return change_between(self.first.measured, self.last.measured)

    @property
    def verdict(self) -> TileVerdict:
        """Return whether the change is for the better."""
        return verdict_on(self.kind, self.change)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewMaterial:
    """Everything a review can say. `wins` are those of the period, newest first; `linked` are all wins that a goal, a
    quality, a plan, a bullet or the case points at, of any time. Nothing in it lies in the trash.

    `following` is the review after this one, whose goals are the next ones. `competencies` maps ids to labels in
    display order. `decisions` are those of the period whose outcome is known, `plans` those measured within it. `facts`
    are sales and balances, to say what a result means.
    """

    choices: DocumentChoices
    period: Period
    written_at: datetime
    owner: Owner
    wins: tuple[Win, ...] = ()
    linked: Mapping[UUID, Win]
    review: Review | None = None
    following: Review | None = None
    case: PromotionCase | None = None
    level: CareerLevel | None = None
    next_level: CareerLevel | None = None
    competencies: Mapping[str, str]
    qualities: tuple[Quality, ...] = ()
    kpis: tuple[KpiSeries, ...] = ()
    decisions: tuple[CollectionDecision, ...] = ()
    plans: tuple[Plan, ...] = ()
    bullets: tuple[Bullet, ...] = ()
    facts: MoneyFacts = field(default_factory=MoneyFacts)

    def win(self, identity: UUID) -> Win | None:
        """Return a win of the period or a linked one."""
        found = self.linked.get(identity)
        return found if found is not None else next((win for win in self.wins if win.id == identity), None)

    def wins_of(self, identities: Iterable[UUID]) -> tuple[Win, ...]:
        """Return the wins among these that are still there, in this order."""
        return tuple(win for one in identities if (win := self.win(one)) is not None)

    def wins_showing(self, competencies: Iterable[str]) -> tuple[Win, ...]:
        """Return the wins of the period that show any of these competencies, newest first."""
        wanted = set(competencies)
        return tuple(win for win in self.wins if wanted.intersection(win.competencies))

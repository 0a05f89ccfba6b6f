"""The promotion review: the case of page one as the user keeps it, and what the document says."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from arcareer.clock import Clock
from arcareer.content.library import ContentLibrary
from arcareer.domain.changes import Edit, EntityKind
from arcareer.domain.decisions import CollectionDecision, Outcome
from arcareer.domain.documents import ChosenResult, DocumentChoices, PeriodKind, PromotionCase
from arcareer.domain.journal import Win
from arcareer.domain.periods import Period
from arcareer.domain.reviews import Review
from arcareer.services.agenda import AgendaService
from arcareer.services.disclosures import DisclosureService
from arcareer.services.document_choices import custom_period
from arcareer.services.editing import EditService
from arcareer.services.journal import JournalService
from arcareer.services.known_money import balance_of, sales_of
from arcareer.services.metrics import MetricsService
from arcareer.services.plans import PlanService
from arcareer.services.reviews import LOOKS_BACK, ReviewService
from arcareer.storage.store import Store

if TYPE_CHECKING:
    from arcareer.content.career_models import CareerLevel
    from arcareer.documents.disclosure import Disclosure
    from arcareer.documents.review.compose import ReviewSheet
    from arcareer.documents.review.material import KpiSeries, ReviewMaterial
    from arcareer.domain.bullets import Bullet
    from arcareer.domain.money_facts import MoneyFacts
    from arcareer.domain.plans import Plan


class PromotionReviewService:
    """Use cases of the promotion review. `prepare` reads the library; what it returns touches nothing."""

    def __init__(
        self,
        store: Store,
        edits: EditService,
        journal: JournalService,
        *,
        disclosures: DisclosureService,
        agenda: AgendaService,
        reviews: ReviewService,
        metrics: MetricsService,
        plans: PlanService,
        content: ContentLibrary,
        clock: Clock,
    ) -> None:
        self._store = store
        self._edits = edits
        self._journal = journal
        self._disclosures = disclosures
        self._agenda = agenda
        self._reviews = reviews
        self._metrics = metrics
        self._plans = plans
        self._content = content
        self._clock = clock

    def review(self, choices: DocumentChoices) -> Review | None:
        """Return the review the document speaks for: the chosen one, else the next, else the last; None without any."""
        every = self._reviews.all()
        chosen = next((one for one in every if one.id == choices.review), None)
        return chosen or next(iter(every), None)

    def period(self, choices: DocumentChoices) -> Period:
        """Return the period the document covers: a custom one, else what the review looks back on, else a year.

        Raises `FieldProblem` for a custom one that cannot be read.
        """
        if choices.period_kind is PeriodKind.CUSTOM:
            return custom_period(choices.custom_period)
        review = self.review(choices)
        today = self._clock.today()
        return Period(today - LOOKS_BACK, today) if review is None else self._reviews.period_so_far(review)

    def case(self, review: Review) -> PromotionCase:
        """Return the user's words and choices for page one; empty ones where nothing was kept."""
        return self._stored_case(review) or PromotionCase(id=review.id)

    def save_case(self, before: PromotionCase, after: PromotionCase, *, draft_key: str | None = None) -> Edit:
        """Keep the words and choices for page one, and drop the half-typed text they came from."""
        stored = self._stored(before.id)
        return self._edits.put(
            "Change promotion case",
            EntityKind.PROMOTION_CASE,
            None if stored is None else before,
            after,
            draft_key=draft_key,
        )

    def suggested_results(self, choices: DocumentChoices, most: int = 3) -> tuple[ChosenResult, ...]:
        """Return the results that carry a case best, the strongest first, chosen by rule whatever the user chose."""
        from arcareer.documents.review.case import asked_competencies  # noqa: PLC0415 - the first page does without
        from arcareer.documents.review.choosing import suggested  # noqa: PLC0415

        material = self._material(choices)
        found = suggested(material.wins, asked_competencies(material), material.period, most)
        return tuple(one.chosen for one in found)

    def prepare(self, choices: DocumentChoices, wins: tuple[Win, ...] | None = None) -> Callable[[], ReviewSheet]:
        """Read all that the review needs; what comes back composes it, in any thread.

        `wins` are those of its period where the caller has them already.
        """
        return partial(_compose, self._material(choices, wins), self._disclosures.prepare(choices.level))

    def compose(self, choices: DocumentChoices) -> ReviewSheet:
        """Return what the review says."""
        return self.prepare(choices)()

    def _material(self, choices: DocumentChoices, wins: tuple[Win, ...] | None = None) -> ReviewMaterial:
        from arcareer.documents.review.material import ReviewMaterial  # noqa: PLC0415 - the first page does without

        review, period = self.review(choices), self.period(choices)
        case = self._stored_case(review) if review is not None else None
        plans = tuple(one for one in self._plans.all() if one.result is not None and one.result.on in period)
        bullets = tuple(bullet for bullet in self._store.glance.bullets() if bullet.in_brag_sheet)
        linked = self._journal.get_many(dict.fromkeys(_linked(review, case, plans, bullets)))
        return ReviewMaterial(
            choices=choices,
            period=period,
            written_at=self._clock.now(),
            owner=self._agenda.owner(),
            wins=_newest_first(self._journal.wins(period) if wins is None else wins),
            linked={win.id: win for win in linked if not win.in_trash},
            review=review,
            following=self._following(review),
            case=case,
            level=self._level(review.details.level if review is not None else ""),
            next_level=self._level(review.details.next_level if review is not None else ""),
            competencies={one.id: one.label for one in self._content.competencies},
            qualities=self._content.qualities,
            kpis=tuple(self._kpis(period)),
            facts=self._facts(period),
            decisions=self._decisions(period),
            plans=plans,
            bullets=bullets,
        )

    def _stored_case(self, review: Review) -> PromotionCase | None:
        return self._stored(review.id)

    def _stored(self, identity: UUID) -> PromotionCase | None:
        with self._store.read() as unit:
            found: PromotionCase | None = unit.repository(EntityKind.PROMOTION_CASE).get(identity)
        return found

    def _following(self, review: Review | None) -> Review | None:
        """Return the review after one, whose goals come next."""
        later = (one for one in self._reviews.all() if review is not None and one.on > review.on)
        return min(later, key=lambda one: one.on, default=None)

    def _level(self, identity: str) -> CareerLevel | None:
        return next((one for one in self._content.career if one.id == identity), None)

    def _decisions(self, period: Period) -> tuple[CollectionDecision, ...]:
        with self._store.read() as unit:
            every: tuple[CollectionDecision, ...] = unit.repository(EntityKind.COLLECTION_DECISION).all()
        known = (one for one in every if one.outcome is not Outcome.OPEN and one.decided_on in period)
        return tuple(sorted(known, key=lambda one: (one.decided_on, one.id), reverse=True))

    def _kpis(self, period: Period) -> Iterator[KpiSeries]:
        from arcareer.documents.review.material import KpiSeries  # noqa: PLC0415 - the first page does without
        from arcareer.domain.metric_kinds import KINDS  # noqa: PLC0415
        from arcareer.domain.metric_readings import read_series  # noqa: PLC0415

        settings = self._metrics.settings()
        for book in self._metrics.books():
            months = self._metrics.months(book)
            for kind in KINDS:
                readings = read_series(kind, settings.variant(kind), months)
                points = tuple(one for one in readings if one.value is not None and one.month.end in period)
                if len(points) > 1:
                    yield KpiSeries(kind, book, points, settings.goal(kind.id, book))

    def _facts(self, period: Period) -> MoneyFacts:
        """Return the sales and balances of the months of the period, of every book that knows them without a gap."""
        from arcareer.domain.money_facts import MoneyFacts  # noqa: PLC0415 - the first page does without

        months = [
            [one for one in self._metrics.months(book) if one.month.end in period] for book in self._metrics.books()
        ]
        sales = (sales_of(of_book) for of_book in months)
        balances = (balance_of(of_book) for of_book in months)
        return MoneyFacts(
            sales=tuple(one for one in sales if one is not None),
            receivables=tuple(one for one in balances if one is not None),
        )


def _linked(
    review: Review | None, case: PromotionCase | None, plans: Iterable[Plan], bullets: Iterable[Bullet]
) -> Iterator[UUID]:
    """Yield the wins that something of the review points at."""
    if review is not None:
        yield from (win for goal in review.details.goals for win in goal.wins)
        yield from (win for shown in review.details.qualities for win in shown.wins)
    if case is not None:
        yield from (one.win for one in case.results)
    yield from (plan.win for plan in plans if plan.win is not None)
    yield from (bullet.win for bullet in bullets if bullet.win is not None)


def _newest_first(wins: Iterable[Win]) -> tuple[Win, ...]:
    return tuple(sorted(wins, key=lambda win: (win.happened_on, win.logged_at, win.id), reverse=True))


def _compose(material: ReviewMaterial, disclosure: Callable[[], Disclosure]) -> ReviewSheet:
    from arcareer.documents.review.compose import compose_review  # noqa: PLC0415 - the first page does without

    return compose_review(material, disclosure())

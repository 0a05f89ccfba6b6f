"""Promotion reviews of generated libraries: with a review, a case and numbers by month where the library has wins."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cache
from random import Random

from arcareer.content.library import ContentLibrary
from arcareer.documents.review.material import KpiSeries, ReviewMaterial
from arcareer.domain.agenda import Occasion, OccasionKind
from arcareer.domain.decisions import CollectionDecision, DecisionKind, Outcome
from arcareer.domain.documents import ChosenResult, DocumentChoices, PromotionCase
from arcareer.domain.figures import FigureScope
from arcareer.domain.history import Month
from arcareer.domain.identity import named_id
from arcareer.domain.metric_kinds import KINDS
from arcareer.domain.metric_months import Book, MetricMonth, Part, PartValue
from arcareer.domain.metric_readings import read_series
from arcareer.domain.metric_settings import MetricSettings
from arcareer.domain.reviews import Goal, GoalState, Review, ReviewDetails, ShownQuality
from tests.support.generated_libraries import YEAR, GeneratedLibrary
from tests.support.sheets import WRITTEN


@cache
def content() -> ContentLibrary:
    """Return the app's content."""
    return ContentLibrary()


def a_generated_review(library: GeneratedLibrary, choices: DocumentChoices) -> ReviewMaterial:
    """Return what the promotion review of a library is made of; one without wins has no review either."""
    random = Random(library.number)
    wins = tuple(sorted(library.wins, key=lambda win: (win.happened_on, win.logged_at, win.id), reverse=True))
    review = _review(random, library) if wins else None
    levels = content().career
    return ReviewMaterial(
        choices=choices,
        period=YEAR,
        written_at=WRITTEN,
        owner=library.owner,
        wins=wins,
        linked={win.id: win for win in wins},
        review=review,
        case=_case(library, review) if review is not None else None,
        level=levels[1] if review is not None else None,
        next_level=levels[2] if review is not None else None,
        competencies={one.id: one.label for one in content().competencies},
        qualities=content().qualities,
        kpis=_kpis(random) if len(wins) > 1 else (),
        decisions=_decisions(random, library) if len(wins) > 1 else (),
        bullets=library.bullets,
    )


def _review(random: Random, library: GeneratedLibrary) -> Review:
    identity = named_id("review", str(library.number))
    backing = [win.id for win in library.wins[:4]]
    goals = tuple(
        Goal(
            id=named_id("goal", str(library.number), str(at)),
            text=f"Bring disputes to {random.randint(3, 9)} days {library.wins[0].headline[:40]}",
            target=f"{random.randint(3, 9)} days",
            state=random.choice(list(GoalState)),
            wins=tuple(random.sample(backing, min(len(backing), 2))),
        )
        for at in range(random.randint(0, 4))
    )
    details = ReviewDetails(
        id=identity,
        starts_on=YEAR.start,
        ends_on=YEAR.end,
        goals=goals,
        qualities=(ShownQuality(content().qualities[0].id, (library.wins[0].id,)),),
    )
    return Review(Occasion(id=identity, kind=OccasionKind.REVIEW, title="Yearly review", happens_on=YEAR.end), details)


def _case(library: GeneratedLibrary, review: Review) -> PromotionCase:
    results = tuple(ChosenResult(win.id, 0) for win in library.wins if win.figures)[:2]
    return PromotionCase(
        id=review.id,
        asked_for="Specialist from January",
        results=results if library.number % 2 else (),
        gap="A forecast, measured for a quarter",
        closing="I would like to talk about it.",
    )


def _kpis(random: Random) -> tuple[KpiSeries, ...]:
    book = Book(FigureScope.PORTFOLIO, "USD")
    months = tuple(
        MetricMonth(
            id=named_id("month", str(at)),
            book=book,
            month=month,
            parts=tuple(
                PartValue(part, Decimal(random.randint(400, 900) * 1_000), "Aging report")
                for part in (Part.BEGINNING_AR, Part.ENDING_AR, Part.CREDIT_SALES)
            ),
        )
        for at, month in enumerate(_months())
    )
    settings = MetricSettings()
    series = ((kind, read_series(kind, settings.variant(kind), months)) for kind in KINDS)
    known = ((kind, tuple(one for one in readings if one.value is not None)) for kind, readings in series)
    return tuple(KpiSeries(kind, book, points) for kind, points in known if len(points) > 1)


def _months() -> tuple[Month, ...]:
    found, month = [], Month.of(YEAR.start)
    for _ in range(12):
        found.append(month)
        month = month.following
    return tuple(found)


def _decisions(random: Random, library: GeneratedLibrary) -> tuple[CollectionDecision, ...]:
    return tuple(
        CollectionDecision(
            id=named_id("decision", str(library.number), str(at)),
            kind=random.choice(list(DecisionKind)),
            account=random.choice(library.customers).name,
            decided_on=date(2026, 3, 1 + at),
            created_at=WRITTEN,
            currency="USD",
            open_amount=Decimal(random.randint(1_000, 90_000)),
            advised="hold",
            decided=f"Held for {random.randint(2, 9)} weeks",
            reason="They had paid every plan so far.",
            outcome=random.choice([one for one in Outcome if one is not Outcome.OPEN]),
            outcome_text=f"Paid in {random.randint(2, 9)} parts",
            outcome_on=date(2026, 5, 1),
        )
        for at in range(random.randint(0, 3))
    )

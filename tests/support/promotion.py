"""What promotion reviews of tests are made of: name what matters, the rest is filled in."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from arcareer.content.career_models import CareerLevel
from arcareer.content.library import ContentLibrary
from arcareer.documents.blocks import Block, Cards, Paragraph, Style, Table, runs_of
from arcareer.documents.disclosure import Disclosure
from arcareer.documents.printed import Printed
from arcareer.documents.review.compose import ReviewSheet, compose_review, printed_review
from arcareer.documents.review.material import KpiSeries, ReviewMaterial
from arcareer.domain.agenda import Occasion, OccasionKind, Owner
from arcareer.domain.customers import Customer
from arcareer.domain.decisions import CollectionDecision, DecisionKind, Fact, Outcome
from arcareer.domain.documents import BragTemplate, DisclosureLevel, DocumentChoices, DocumentKind
from arcareer.domain.figures import FigureScope, Unit
from arcareer.domain.history import Month
from arcareer.domain.identity import named_id, new_id
from arcareer.domain.metric_kinds import MetricKind
from arcareer.domain.metric_months import Book, MetricMonth, Part, PartValue, month_id
from arcareer.domain.metric_readings import read_series
from arcareer.domain.periods import months
from arcareer.domain.reviews import Review, ReviewDetails
from tests.support.builders import a_customer, a_figure, a_win

YEAR = months(2026, 1, 12)
CONTENT = ContentLibrary()
OWNER = Owner(name="Maya Torres", title="AR Coordinator", employer="Northfield Supply")
HARLOW = a_customer("Harlow Foods, Inc.", alias="Customer A", spellings=("Harlow",))

DSO = a_win(
    "DSO down to 36.8 days",
    id=named_id("dso"), happened_on=date(2026, 9, 30), competencies=("kpi_ownership", "collections_strategy"),
    action="Called the ten largest accounts a week before the due date. Then wrote to the others.",
    figures=(
        a_figure(
            "36.8", "47.9", measure="DSO", unit=Unit.DAYS, currency="", scope=FigureScope.PORTFOLIO,
            source="KPI sheet", period="January to September 2026",
        ),
    ),
)  # fmt: skip
DISPUTES = a_win(
    "Dispute age down with Harlow Foods",
    id=named_id("disputes"), happened_on=date(2026, 6, 30), competencies=("dispute_resolution", "process_improvement"),
    proof="Dispute log",
    figures=(a_figure(12, 21, measure="dispute age", unit=Unit.DAYS, currency="", scope=FigureScope.TEAM),),
)  # fmt: skip
COLLECTED = a_win(
    "Collected an old balance", id=named_id("collected"), happened_on=date(2026, 3, 31), figures=(a_figure(48_200),)
)
TRAINED = a_win(
    "Trained a new starter", id=named_id("trained"), happened_on=date(2026, 2, 27), competencies=("teamwork_training",)
)
WINS = (DSO, DISPUTES, COLLECTED, TRAINED)


def a_level(name: str) -> CareerLevel:
    """Return a step of the ladder."""
    return next(one for one in CONTENT.career if one.id == name)


def a_promotion(**fields: Any) -> Review:
    """Return a review of 10 December 2026 with these details."""
    identity = named_id("review")
    occasion = Occasion(id=identity, kind=OccasionKind.REVIEW, title="Annual review", happens_on=date(2026, 12, 10))
    return Review(occasion, ReviewDetails(id=identity, **fields))


def a_decision(account: str = "Harlow Foods", outcome: Outcome = Outcome.WORKED, **fields: Any) -> CollectionDecision:
    """Return a decision with a known outcome."""
    defaults: dict[str, Any] = {
        "id": new_id(),
        "kind": DecisionKind.ESCALATE_OR_PLAN,
        "decided_on": date(2026, 5, 4),
        "created_at": datetime(2026, 5, 4, tzinfo=UTC),
        "currency": "USD",
        "open_amount": Decimal(51_400),
        "facts": (Fact("Days past due", "58"),),
        "advised": "offer_payment_plan",
        "decided": "A plan in four parts.",
        "outcome_text": "Two parts are in.",
    }
    return CollectionDecision(account=account, outcome=outcome, **(defaults | fields))


def a_series(kind: MetricKind, *endings: int) -> KpiSeries:
    """Return a metric of the portfolio from January on, with these balances at the end of each month."""
    book = Book(FigureScope.PORTFOLIO, "USD")
    known = []
    before = Decimal(endings[0])
    for number, ending in enumerate(map(Decimal, endings), 1):
        month = Month(2026, number)
        parts = {
            Part.BEGINNING_AR: before,
            Part.CREDIT_SALES: Decimal(900_000),
            Part.COLLECTIONS: Decimal(900_000) + before - ending,
            Part.CREDIT_MEMOS: Decimal(0),
            Part.WRITE_OFFS: Decimal(0),
            Part.ENDING_AR: ending,
        }
        values = tuple(PartValue(part, value, "Month-end sheet") for part, value in parts.items())
        known.append(MetricMonth(id=month_id(book, month), book=book, month=month, parts=values))
        before = ending
    return KpiSeries(kind, book, read_series(kind, kind.variants[0], known))


def a_material(**fields: Any) -> ReviewMaterial:
    """Return what a coordinator's review of 2026 is made of, without a review unless told otherwise."""
    defaults: dict[str, Any] = {
        "choices": DocumentChoices(document=DocumentKind.REVIEW),
        "period": YEAR,
        "written_at": datetime(2026, 12, 3, 9, 30, tzinfo=UTC),
        "owner": OWNER,
        "wins": WINS,
        "competencies": {one.id: one.label for one in CONTENT.competencies},
        "qualities": CONTENT.qualities,
    }
    given = defaults | fields
    linked = given.pop("linked", {win.id: win for win in given["wins"]})
    return ReviewMaterial(linked=linked, **given)


def a_review_sheet(
    material: ReviewMaterial | None = None,
    level: DisclosureLevel = DisclosureLevel.HR_FILE,
    customers: Iterable[Customer] = (HARLOW,),
) -> ReviewSheet:
    """Return the sheet of a material, with names hidden unless told otherwise."""
    return compose_review(material or a_material(), Disclosure.of(level, customers))


def a_printed_review(
    material: ReviewMaterial | None = None,
    level: DisclosureLevel = DisclosureLevel.HR_FILE,
    template: BragTemplate = BragTemplate.PROMOTION,
) -> Printed:
    """Return a review that every renderer can write."""
    return printed_review(a_review_sheet(material, level), template)


def told(block: Block) -> str:
    """Return the words of a block."""
    return "".join(str(run.text) for run in runs_of(block))


def told_in(printed: Printed) -> str:
    """Return the words of a document, a block a line."""
    return "\n".join(map(told, printed.blocks))


def headings(printed: Printed, style: Style = Style.HEADING1) -> list[str]:
    """Return the headings of a level."""
    return [told(block) for block in printed.blocks if isinstance(block, Paragraph) and block.style is style]


def tables(printed: Printed) -> dict[str, Table]:
    """Return the tables by title."""
    return {block.title: block for block in printed.blocks if isinstance(block, Table)}


def cards(printed: Printed) -> Cards:
    """Return the results side by side."""
    return next(block for block in printed.blocks if isinstance(block, Cards))

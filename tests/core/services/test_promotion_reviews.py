"""The promotion review is composed from what the library holds, and keeps the user's words for page one."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from arcareer.bootstrap import App, open_app
from arcareer.documents.review.compose import printed_review
from arcareer.domain.documents import BragTemplate, DisclosureLevel, DocumentChoices, DocumentKind, PeriodKind
from arcareer.domain.figures import FigureScope, Unit
from arcareer.domain.history import Month
from arcareer.domain.metric_months import Book, Part, PartValue, empty_month, with_parts
from arcareer.domain.money_meanings import Meaning
from arcareer.domain.reviews import Review
from arcareer.errors import FieldProblem
from arcareer.paths import LibraryPaths
from tests.support.builders import a_draft, a_figure
from tests.support.clock import FakeClock
from tests.support.promotion import cards, headings, told_in

CHOICES = DocumentChoices(document=DocumentKind.REVIEW)
TODAY = date(2026, 10, 16)


@pytest.fixture
def app(tmp_path: Path) -> Iterator[App]:
    """Open an empty library on 16 October 2026."""
    opened = open_app(LibraryPaths(tmp_path / "library"), FakeClock())
    yield opened
    opened.close()


def add_review(app: App, on: date, title: str = "Annual review", **details: object) -> Review:
    """Add a review with details."""
    group = app.reviews.add(on, title)
    review = app.reviews.get(group.edits[0].entity_id)
    assert review is not None
    if details:
        app.reviews.save(review, replace(review, details=replace(review.details, **details)))  # type: ignore[arg-type]
    found = app.reviews.get(review.id)
    assert found is not None
    return found


def test_a_library_with_nothing_gives_a_document_all_the_same(app: App) -> None:
    sheet = app.promotion_reviews.compose(CHOICES)
    printed = printed_review(sheet, BragTemplate.PROMOTION)
    assert headings(printed)[0] == "The case"
    assert "No wins in this period yet." in told_in(printed)
    assert (sheet.recency.older, sheet.double_counted, sheet.translations) == ((), (), ())


def test_it_speaks_for_the_next_review_the_last_one_or_the_chosen_one(app: App) -> None:
    service = app.promotion_reviews
    assert service.review(CHOICES) is None
    past = add_review(app, date(2026, 3, 1), "Half-year review")
    assert service.review(CHOICES) == past
    coming = add_review(app, date(2026, 12, 1))
    assert service.review(CHOICES) == coming
    assert service.review(replace(CHOICES, review=past.id)) == past


def test_the_period_is_that_of_the_review_unless_one_is_named(app: App) -> None:
    service = app.promotion_reviews
    assert service.period(CHOICES).end == TODAY
    add_review(app, date(2026, 12, 1), starts_on=date(2026, 1, 1), ends_on=date(2026, 12, 31))
    period = service.period(CHOICES)
    assert (period.start, period.end) == (date(2026, 1, 1), TODAY)
    assert service.period(replace(CHOICES, period_kind=PeriodKind.CUSTOM, custom_period="2026-Q2")).key == "2026-Q2"
    with pytest.raises(FieldProblem):
        service.period(replace(CHOICES, period_kind=PeriodKind.CUSTOM, custom_period="soon"))


def test_the_words_of_page_one_are_kept_and_undone(app: App) -> None:
    service, review = app.promotion_reviews, add_review(app, date(2026, 12, 1))
    before = service.case(review)
    assert (before.id, before.asked_for) == (review.id, "")
    service.save_case(before, replace(before, asked_for="A step up"))
    second = service.save_case(service.case(review), replace(service.case(review), closing="Thank you"))
    assert (service.case(review).asked_for, service.case(review).closing) == ("A step up", "Thank you")
    assert "A step up" in told_in(printed_review(service.compose(CHOICES), BragTemplate.PROMOTION))
    app.edits.apply(second.inverse())
    assert service.case(review) == replace(before, asked_for="A step up")


def test_results_are_suggested_and_can_be_chosen(app: App) -> None:
    review = add_review(app, date(2026, 12, 1))
    lone = app.journal.log_win(a_draft("Collected", figures=(a_figure(48_200),))).entity_id
    fell = app.journal.log_win(
        a_draft("Fell", figures=(a_figure(3, 9, measure="disputes", unit=Unit.COUNT, currency=""),))
    )
    service = app.promotion_reviews
    suggested = service.suggested_results(CHOICES)
    assert [one.win for one in suggested] == [fell.entity_id, lone]
    case = service.case(review)
    service.save_case(case, replace(case, results=suggested[::-1]))
    shown = cards(printed_review(service.compose(CHOICES), BragTemplate.PROMOTION))
    assert [card.win for card in shown.cards] == [lone, fell.entity_id]
    assert service.suggested_results(CHOICES) == suggested


def test_wins_in_the_trash_and_of_other_times_stay_out(app: App) -> None:
    add_review(app, date(2026, 12, 1), starts_on=date(2026, 1, 1), ends_on=date(2026, 12, 31))
    gone = app.journal.log_win(a_draft("In the trash", competencies=("forecasting",))).entity_id
    app.journal.log_win(a_draft("Of last year", happened_on=date(2025, 5, 1), competencies=("forecasting",)))
    app.journal.log_win(a_draft("Of this year", competencies=("forecasting",)))
    app.journal.move_to_trash([gone])
    text = told_in(printed_review(app.promotion_reviews.compose(CHOICES), BragTemplate.PROMOTION))
    assert "Of this year" in text
    assert "In the trash" not in text
    assert "Of last year" not in text


def test_months_of_the_period_tell_the_kpis_and_what_a_result_means(app: App) -> None:
    book = Book(FigureScope.PORTFOLIO, "USD")
    for number in range(4, 10):
        parts = {Part.CREDIT_SALES: Decimal(900_000), Part.ENDING_AR: Decimal(1_300_000 - 20_000 * number)}
        month = empty_month(book, Month(2026, number))
        app.metrics.put_month(with_parts(month, *(PartValue(part, value) for part, value in parts.items())))
    figure = a_figure("36.8", "47.9", measure="DSO", unit=Unit.DAYS, currency="", scope=FigureScope.PORTFOLIO)
    app.journal.log_win(a_draft("DSO fell", figures=(figure,)))
    sheet = app.promotion_reviews.compose(CHOICES)
    assert "DSO" in {series.kind.name for series in sheet.material.kpis}
    assert [one.meaning for one in sheet.translations[0].translated.found] == [Meaning.CASH_RELEASED]
    assert "Cash released once, estimated" in told_in(printed_review(sheet, BragTemplate.PROMOTION))
    spring = replace(CHOICES, period_kind=PeriodKind.CUSTOM, custom_period="2026-Q1")
    assert app.promotion_reviews.compose(spring).material.kpis == ()


def test_what_was_prepared_is_composed_in_any_thread(app: App) -> None:
    app.customers.add("Harlow Foods")
    app.journal.log_win(a_draft("Harlow Foods paid"))
    prepared = app.promotion_reviews.prepare(CHOICES)
    app.journal.log_win(a_draft("Logged too late"))
    with ThreadPoolExecutor(1) as pool:
        sheet = pool.submit(prepared).result()
    text = told_in(printed_review(sheet, BragTemplate.PROMOTION))
    assert "Customer A paid" in text
    assert "Logged too late" not in text


@pytest.mark.parametrize("level", list(DisclosureLevel))
def test_the_sample_year_makes_a_full_review(app: App, level: DisclosureLevel) -> None:
    app.sample.fill()
    ready = app.documents.compose(replace(CHOICES, level=level), app.promotion_reviews.period(CHOICES))
    assert not ready.ledger.untraced
    assert headings(ready.printed)[:6] == [
        "The case",
        "Competencies",
        "KPI story",
        "Decisions that turned out",
        "Goals",
        "Qualities, shown by wins",
    ]
    names = [customer.name for customer in app.customers.all()]
    shown = [name for name in names if name in told_in(ready.printed)]
    assert bool(shown) is (level is DisclosureLevel.INTERNAL)

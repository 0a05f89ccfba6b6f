"""The guide: every question of the field has an article, every page is found, every link leads somewhere."""

from __future__ import annotations

import re

import pytest

from arcareer.content.library import ContentLibrary
from arcareer.prose.registry import registry
from arcareer.services.guide import RULES, GuideService

TOPICS = {
    "what an AR coordinator does and why it matters": "what-ar-does",
    "key skills of the role": "key-skills",
    "improving forecast accuracy": "forecast-accuracy",
    "common mistakes at the AR desk": "common-mistakes",
    "mistakes that sink candidates and resumes": "sink-candidates",
    "difficult payment conversations": "difficult-conversations",
    "which KPIs belong on a dashboard": "dashboard-kpis",
    "the few metrics that matter most and why": "few-metrics",
    "prioritising collection effort": "prioritising",
    "what belongs in an AR resume": "resume-content",
    "preparing for behavioural questions": "behavioural-prep",
    "talking about a weakness": "weakness",
    "red flags hiring managers notice": "red-flags",
    "what ERP experience is worth": "erp-worth",
    "a follow-up ladder for overdue invoices": "follow-up-ladder",
    "showing the business impact of AR": "business-impact",
    "communicating better, with proof": "communication-proof",
    "building strong customer and internal relationships": "relationships",
    "spotting and reducing risk": "risk-signs",
    "improving the AR process": "process-better",
    "negotiating terms with a difficult customer": "negotiating-terms",
    "escalating an overdue invoice": "escalating",
    "staying current in the field": "staying-current",
    "preparing for a performance review": "review-prepare",
    "showing initiative": "initiative",
    "what may not leave your employer": "confidentiality",
}
"""What coordinators ask, and the article that answers it."""


@pytest.fixture(scope="module")
def guide() -> GuideService:
    return GuideService(ContentLibrary())


def test_every_question_of_the_field_has_an_article_of_its_own(guide: GuideService) -> None:
    assert len(set(TOPICS.values())) == len(TOPICS)
    assert all(guide.page(key) is not None for key in TOPICS.values())
    assert len([page for page in guide.pages if page.group != RULES]) >= 40


def test_articles_are_short_and_end_with_something_to_do(guide: GuideService) -> None:
    for page in guide.pages:
        if page.group != RULES:
            assert 80 <= len(re.findall(r"\S+", page.text)) <= 250, page.key
            assert page.related, page.key
        assert page.action, page.key
        assert page.route, page.key
        assert all(guide.page(other) for other in page.related), page.key


def test_every_rule_of_the_checker_is_a_page_in_its_own_words(guide: GuideService) -> None:
    shelf = guide.shelves[-1]
    assert shelf.key == RULES
    assert [page.title for page in shelf.pages] == [rule.title for rule in registry()]
    assert all(rule.question in page.text for rule, page in zip(registry(), shelf.pages, strict=True))


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("DSO", "dso-explained"),
        ("fraud", "fraud-check"),
        ("weaknes", "weakness"),
        ("negotation", "negotiating-terms"),
        ("wehre", None),
        ("bank detials", "fraud-check"),
    ],
)
def test_pages_are_found_with_one_mistake_and_those_with_it_in_the_title_first(
    guide: GuideService, typed: str, first: str | None
) -> None:
    found = guide.find(typed)
    assert first is None or found[0].key == first


def test_nothing_is_found_for_nothing(guide: GuideService) -> None:
    assert guide.find("") == guide.find("qqqqqq") == ()

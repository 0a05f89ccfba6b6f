"""The rubric: order of strong and weak lines, reasons, and the next change."""

from __future__ import annotations

import pytest

from arcareer.prose.pairs import ExamplePair, example_pairs
from arcareer.prose.points import CRITERION_NAMES
from arcareer.prose.rubric import RUBRIC_VERSION, score


@pytest.mark.parametrize("pair", example_pairs(), ids=lambda pair: pair.weak)
def test_strong_line_of_a_pair_scores_higher(pair: ExamplePair) -> None:
    weak, strong = score(pair.weak), score(pair.strong)
    assert weak.overall <= 11
    assert strong.overall >= weak.overall + 4
    assert pair.why


def test_there_are_enough_pairs() -> None:
    assert len(example_pairs()) >= 12


@pytest.mark.parametrize("pair", example_pairs(), ids=lambda pair: pair.weak)
def test_every_point_has_a_reason_that_quotes_the_line(pair: ExamplePair) -> None:
    for text in (pair.weak, pair.strong):
        card = score(text)
        assert [points.criterion for points in card.points] == list(CRITERION_NAMES)
        assert card.version == RUBRIC_VERSION
        assert card.overall == sum(points.score for points in card.points)
        for points in card.points:
            assert points.reason.endswith(".")
            assert "{" not in points.reason
            if points.criterion != "clarity":
                assert all(quote in text for quote in points.quotes)


def test_next_change_asks_for_the_number_first() -> None:
    card = score("Processed credit applications.")
    assert card.next_change is not None
    assert card.next_change.criterion == "metrics"
    assert "?" in card.next_change.next_step


def test_a_full_score_has_no_next_change_but_what_is_open() -> None:
    card = score(
        "Cut DSO from 52 to 44 days and overdue invoices by 15% in 2021 by calling the 40 largest hospital accounts "
        "before the due date from SAP dispute lists."
    )
    assert card.overall >= 18
    assert card.next_change is None or card.next_change.score < 4


def test_unknown_criterion_is_refused() -> None:
    with pytest.raises(KeyError):
        score("Posted cash.").score("charm")


def test_a_loss_earns_no_impact() -> None:
    assert score("Lost the account and $38,000, which was written off.").score("business_impact") == 0

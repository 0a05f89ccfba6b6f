"""The figure tagger against its corpus, and what must hold for any text."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arcareer.prose.figures import FigureKind, FigureMention, tag

CASES: list[dict[str, Any]] = [
    json.loads(line) for line in (Path(__file__).parent / "figure_cases.jsonl").read_text("utf-8").splitlines()
]


def test_corpus_has_three_hundred_cases() -> None:
    assert len(CASES) >= 300
    assert len({case["text"] for case in CASES}) == len(CASES)


def _check(mention: FigureMention, expected: dict[str, Any]) -> None:
    assert (mention.text, mention.kind.value) == (expected["piece"], expected["kind"])
    for name in ("value", "before", "after", "upper"):
        if name in expected:
            found = getattr(mention, name)
            assert found is not None
            assert abs(found - Decimal(expected[name])) < Decimal("0.001"), name
    flags = {
        "outcome": mention.is_outcome,
        "time_frame": mention.has_time_frame,
        "baseline": mention.has_baseline,
        "trivial": mention.is_trivial,
        "malformed": mention.is_malformed,
    }
    for name, found_flag in flags.items():
        if name in expected:
            assert found_flag is expected[name], name


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_tags_figures(case: dict[str, Any]) -> None:
    mentions = tag(case["text"])
    metrics = [mention for mention in mentions if mention.is_metric]
    assert [(m.text, m.kind.value) for m in metrics] == [(f["piece"], f["kind"]) for f in case["figures"]]
    for mention, expected in zip(metrics, case["figures"], strict=True):
        _check(mention, expected)
    others = {(mention.text, mention.kind.value) for mention in mentions if not mention.is_metric}
    for expected in case["others"]:
        assert (expected["piece"], expected["kind"]) in others


@given(st.text(max_size=200))
@settings(max_examples=300, deadline=None)
def test_never_raises_and_spans_stay_inside(text: str) -> None:
    for mention in tag(text):
        assert 0 <= mention.span.start <= mention.span.end <= len(text)
        assert mention.text == text[mention.span.start : mention.span.end]


@given(st.sampled_from(["• ", "- ", "– ", "1. ", "▪ ", "* "]), st.sampled_from(CASES))
@settings(deadline=None)
def test_a_list_marker_changes_nothing(marker: str, case: dict[str, Any]) -> None:
    plain = [(m.text, m.kind, m.value, m.is_outcome) for m in tag(case["text"])]
    marked = [(m.text, m.kind, m.value, m.is_outcome) for m in tag(marker + case["text"])]
    if case["text"][0].isalpha():
        assert marked == plain


def test_currency_and_rate_are_read() -> None:
    (mention,) = tag("Posted £12k of card takings a week")
    assert (mention.kind, mention.currency, mention.per) == (FigureKind.MONEY, "GBP", "week")


def test_counted_noun_is_read() -> None:
    (mention,) = tag("Reviewed 2,400 customer records")
    assert mention.noun == "customer records"

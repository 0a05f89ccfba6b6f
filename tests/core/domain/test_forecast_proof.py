"""A frozen forecast cannot change unnoticed, and claims an improvement only when the data carry it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arcareer.domain.forecast_proof import FrozenForecast, prove, wape_range

WEEKS = tuple(f"2026-W{number:02d}" for number in range(1, 9))
FROZEN = FrozenForecast(
    date(2026, 1, 2), "EUR", "customer average", tuple((week, Decimal(100)) for week in WEEKS), (Decimal(130),) * 8
)


def test_any_change_gives_another_fingerprint() -> None:
    changed = [
        replace(FROZEN, frozen_on=date(2026, 1, 3)),
        replace(FROZEN, currency="USD"),
        replace(FROZEN, method="drift"),
        replace(FROZEN, amounts=((WEEKS[0], Decimal(101)), *FROZEN.amounts[1:])),
        replace(FROZEN, naive=(Decimal(131), *FROZEN.naive[1:])),
    ]
    marks = {FROZEN.fingerprint, *(forecast.fingerprint for forecast in changed)}
    assert len(marks) == 6
    same = replace(FROZEN, amounts=tuple((week, Decimal("100.00")) for week in WEEKS))
    assert same.fingerprint == FROZEN.fingerprint


def test_nothing_is_proven_before_actuals_come() -> None:
    assert prove(FROZEN, {}) is None
    assert prove(FROZEN, {"2025-W50": Decimal(5)}) is None


def test_an_improvement_needs_enough_periods_and_most_of_them() -> None:
    actuals = {week: Decimal(104) for week in WEEKS}
    early = prove(FROZEN, dict(list(actuals.items())[:5]))
    full = prove(FROZEN, actuals)
    assert early is not None
    assert full is not None
    assert early.improvement is None
    assert full.improvement == Decimal(22) / Decimal(104) * 100
    assert not any(variance.needs_note for variance in full.variances)
    mixed = prove(FROZEN, {week: Decimal(129 if number % 2 else 90) for number, week in enumerate(WEEKS)})
    assert mixed is not None
    assert mixed.improvement is None


def test_a_miss_above_five_percent_asks_for_a_line() -> None:
    proof = prove(FROZEN, {WEEKS[0]: Decimal(95), WEEKS[1]: Decimal(0), WEEKS[2]: Decimal(96)})
    assert proof is not None
    assert [variance.needs_note for variance in proof.variances] == [True, True, False]
    assert proof.wape_range is None


@settings(max_examples=15, deadline=None)
@given(st.lists(st.tuples(st.integers(50, 150), st.integers(50, 150)), min_size=4, max_size=10))
def test_the_range_holds_the_measured_error_and_is_the_same_every_time(pairs: list[tuple[int, int]]) -> None:
    actual, guess = [Decimal(a) for a, _ in pairs], [Decimal(f) for _, f in pairs]
    found = wape_range(actual, guess)
    assert found is not None
    assert found == wape_range(actual, guess)
    errors = [abs(f - a) / a * 100 for a, f in zip(actual, guess, strict=True)]
    assert min(errors) <= found[0] <= found[1] <= max(errors)


def test_a_forecast_and_its_baseline_cover_the_same_periods() -> None:
    with pytest.raises(ValueError, match="shorter"):
        prove(replace(FROZEN, naive=(Decimal(1),)), {week: Decimal(1) for week in WEEKS})

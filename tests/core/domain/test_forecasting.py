"""Forecasts with the naive one beside them, and error measures that refuse what they cannot say."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arcareer.domain.forecasting import Evidence, Method, back_test, forecast_accuracy

ORACLE = Path(__file__).resolve().parents[4] / "shared/data/receivables/real/ibm_late_payments_dev.oracle.json"
VALUES = st.lists(st.integers(0, 10**6).map(Decimal), min_size=1, max_size=30)


@pytest.mark.skipif(not ORACLE.exists(), reason="the shared ledgers are not beside this checkout")
def test_rolling_forecasts_of_a_real_series() -> None:
    forecast = json.loads(ORACLE.read_text("utf-8"))["forecast"]
    series = [Decimal(str(value)) for value in forecast["values"]]
    found = {result.method: result for result in back_test(series)}
    for name, expected in forecast["one_step_rolling_origin_from_month_13"].items():
        method = Method.SES if name.startswith("ses") else Method(name)
        result = found[method]
        assert [round(float(value), 6) for value in result.forecasts] == expected["forecast"]
        accuracy = expected["accuracy"]
        assert round(float(result.accuracy.wape_pct or 0), 6) == accuracy["wape_pct"]
        assert round(float(result.accuracy.me_bias), 6) == accuracy["me_bias"]
        assert round(float(result.accuracy.mase or 0), 6) == accuracy["mase_m1"]


@given(VALUES)
def test_a_perfect_forecast_has_no_error(actual: list[Decimal]) -> None:
    accuracy = forecast_accuracy(actual, actual)
    assert {accuracy.mae, accuracy.rmse, accuracy.me_bias} == {Decimal(0)}
    assert accuracy.wape_pct == (0 if sum(actual) else None)


@given(st.lists(st.tuples(st.integers(1, 10**6), st.integers(0, 10**6)), min_size=1, max_size=30))
def test_measures_agree_with_a_second_computation(pairs: list[tuple[int, int]]) -> None:
    actual, guess = [a for a, _ in pairs], [f for _, f in pairs]
    found = forecast_accuracy([Decimal(a) for a in actual], [Decimal(f) for f in guess])
    absolute = sum(abs(f - a) for a, f in pairs)
    assert float(found.wape_pct or 0) == pytest.approx(100 * absolute / sum(actual))
    assert float(found.me_bias) == pytest.approx((sum(guess) - sum(actual)) / len(pairs))
    assert float(found.rmse) == pytest.approx((sum((f - a) ** 2 for a, f in pairs) / len(pairs)) ** 0.5)


def test_the_number_of_periods_limits_what_may_be_said() -> None:
    counts = {n: forecast_accuracy([Decimal(1)] * n, [Decimal(1)] * n).evidence for n in (3, 4, 5, 6)}
    assert counts == {3: Evidence.TOO_FEW, 4: Evidence.INDICATION, 5: Evidence.INDICATION, 6: Evidence.USABLE}


def test_a_small_gain_is_called_equal() -> None:
    series = [Decimal(value) for value in (100, 120) * 12]
    found = {result.method: result for result in back_test(series)}
    assert found[Method.SEASONAL_NAIVE_12].beats_naive
    assert not found[Method.NAIVE_LAST].beats_naive


def test_too_short_a_history_gives_no_test() -> None:
    assert back_test([Decimal(1)] * 12) == ()
    with pytest.raises(ValueError, match="same number"):
        forecast_accuracy([Decimal(1)], [])

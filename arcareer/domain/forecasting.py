"""Forecasts of collections: simple methods with the naive one beside them, and honest measures of their error.

error = forecast - actual: plus means the forecast was too high.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from arcareer.domain.kpis import HUNDRED, ZERO

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

SEASON = 12
SMOOTHING = Decimal("0.3")
FEWEST_FOR_INDICATION = 4
FEWEST_FOR_USE = 6


class Method(StrEnum):
    """The forecasting methods; `naive_last` is the baseline every other is shown against."""

    NAIVE_LAST = "naive_last"
    MEAN_LAST_3 = "mean_last_3"
    SEASONAL_NAIVE_12 = "seasonal_naive_12"
    DRIFT = "drift"
    SES = "ses_alpha_0.3_level_starts_at_first"


class Evidence(StrEnum):
    """How much a measured error may be relied on, by the number of periods behind it."""

    TOO_FEW = "too_few"
    INDICATION = "indication"
    USABLE = "usable"


@dataclass(frozen=True, slots=True)
class ForecastAccuracy:
    """Error measures of a forecast; a measure that has no meaning for the data is None.

    Source of the definitions: WAPE = sum of absolute errors / sum of actuals; MASE scales the mean absolute error by
    that of the naive forecast with lag `m` on the training part (Hyndman and Koehler 2006).
    """

    n: int
    me_bias: Decimal
    bias_pct_of_actual: Decimal | None
    mae: Decimal
    rmse: Decimal
    mape_pct: Decimal | None
    wape_pct: Decimal | None
    accuracy_1_minus_wape_pct: Decimal | None
    mase_scale: Decimal | None
    mase: Decimal | None
    m: int

    @property
    def evidence(self) -> Evidence:
        """Whether enough periods stand behind the measures: below 4 too few, 4 and 5 an indication."""
        if self.n < FEWEST_FOR_INDICATION:
            return Evidence.TOO_FEW
        return Evidence.INDICATION if self.n < FEWEST_FOR_USE else Evidence.USABLE


def forecast_accuracy(
    actual: Sequence[Decimal], forecast: Sequence[Decimal], train: Sequence[Decimal] = (), m: int = 1
) -> ForecastAccuracy:
    """Return the error measures of `forecast` against `actual`; `train` and the lag `m` give the scale of MASE.

    Raises `ValueError` when the two differ in length or are empty.
    """
    if not actual or len(actual) != len(forecast):
        raise ValueError("actual and forecast need the same number of periods, at least one")
    errors = [guess - real for guess, real in zip(forecast, actual, strict=True)]
    n = len(errors)
    total = sum(actual, ZERO)
    absolute = sum((abs(error) for error in errors), ZERO)
    mae = absolute / n
    wape = HUNDRED * absolute / total if total else None
    mape = None
    if all(actual):
        mape = HUNDRED * sum((abs(e / a) for e, a in zip(errors, actual, strict=True)), ZERO) / n
    scale = _naive_scale(train, m)
    return ForecastAccuracy(
        n=n,
        me_bias=sum(errors, ZERO) / n,
        bias_pct_of_actual=HUNDRED * sum(errors, ZERO) / total if total else None,
        mae=mae,
        rmse=(sum((error * error for error in errors), ZERO) / n).sqrt(),
        mape_pct=mape,
        wape_pct=wape,
        accuracy_1_minus_wape_pct=None if wape is None else HUNDRED - wape,
        mase_scale=scale,
        mase=mae / scale if scale else None,
        m=m,
    )


def _naive_scale(train: Sequence[Decimal], m: int) -> Decimal | None:
    steps = [abs(later - earlier) for earlier, later in zip(train, train[m:], strict=False)]
    return sum(steps, ZERO) / len(steps) if steps else None


def naive_last(train: Sequence[Decimal], horizon: int) -> tuple[Decimal, ...] | None:
    """Repeat the last value."""
    return (train[-1],) * horizon if train else None


def mean_last_3(train: Sequence[Decimal], horizon: int) -> tuple[Decimal, ...] | None:
    """Repeat the mean of the last three values."""
    return (sum(train[-3:], ZERO) / 3,) * horizon if len(train) >= 3 else None


def seasonal_naive_12(train: Sequence[Decimal], horizon: int) -> tuple[Decimal, ...] | None:
    """Repeat the value of the same month a year before; needs twelve months."""
    if len(train) < SEASON:
        return None
    season = train[-SEASON:]
    return tuple(season[step % SEASON] for step in range(horizon))


def drift(train: Sequence[Decimal], horizon: int) -> tuple[Decimal, ...] | None:
    """Go on by the average step from the first value to the last."""
    if len(train) < 2:
        return None
    step = (train[-1] - train[0]) / (len(train) - 1)
    return tuple(train[-1] + step * (ahead + 1) for ahead in range(horizon))


def exponential_smoothing(
    train: Sequence[Decimal], horizon: int, alpha: Decimal = SMOOTHING
) -> tuple[Decimal, ...] | None:
    """Repeat the smoothed level; the level starts at the first value."""
    if not train:
        return None
    level = train[0]
    for value in train[1:]:
        level = alpha * value + (1 - alpha) * level
    return (level,) * horizon


METHODS: Mapping[Method, Callable[[Sequence[Decimal], int], tuple[Decimal, ...] | None]] = {
    Method.NAIVE_LAST: naive_last,
    Method.MEAN_LAST_3: mean_last_3,
    Method.SEASONAL_NAIVE_12: seasonal_naive_12,
    Method.DRIFT: drift,
    Method.SES: exponential_smoothing,
}


@dataclass(frozen=True, slots=True)
class BackTest:
    """One method tried on the past, one step ahead at a time: its forecasts, its accuracy, and against the naive one.

    `better_periods` counts the periods in which its error was below the naive one's.
    """

    method: Method
    forecasts: tuple[Decimal, ...]
    accuracy: ForecastAccuracy
    better_periods: int

    @property
    def beats_naive(self) -> bool:
        """Whether the gain held in at least seven of ten periods; less is called equal."""
        return self.method is not Method.NAIVE_LAST and self.better_periods * 10 >= self.accuracy.n * 7


def back_test(series: Sequence[Decimal], first_test: int = SEASON) -> tuple[BackTest, ...]:
    """Try every method on `series` from position `first_test` on, each forecast seeing only the values before it.

    Methods that need more history than there is are left out; the naive baseline always comes first. Returns nothing
    when there is no period to test.
    """
    actual = tuple(series[first_test:])
    if not actual or first_test < 1:
        return ()
    baseline: tuple[Decimal, ...] = tuple(series[first_test - 1 : -1])
    results = []
    for method, forecast in METHODS.items():
        rolled = [forecast(series[:position], 1) for position in range(first_test, len(series))]
        if any(step is None for step in rolled):
            continue
        forecasts = tuple(step[0] for step in rolled if step is not None)
        better = sum(
            abs(guess - real) < abs(naive - real)
            for guess, naive, real in zip(forecasts, baseline, actual, strict=True)
        )
        accuracy = forecast_accuracy(actual, forecasts, series[:first_test])
        results.append(BackTest(method, forecasts, accuracy, better))
    return tuple(results)

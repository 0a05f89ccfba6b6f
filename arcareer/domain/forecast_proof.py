"""The proof of a forecast: frozen with date and fingerprint before the actuals come, then measured with its range."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from random import Random
from typing import TYPE_CHECKING

from arcareer.domain.forecasting import Evidence, ForecastAccuracy, forecast_accuracy
from arcareer.domain.kpis import HUNDRED, ZERO

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_DRAWS = 2_000
_SEED = 20_240_101
_LOW, _HIGH = 0.05, 0.95
NOTE_FROM_PCT = Decimal(5)


@dataclass(frozen=True, slots=True)
class FrozenForecast:
    """A forecast that may no longer change: its currency, its periods in order with their amounts, how it was made.

    `naive` is the baseline of the same periods, frozen with it.
    """

    frozen_on: date
    currency: str
    method: str
    amounts: tuple[tuple[str, Decimal], ...]
    naive: tuple[Decimal, ...]

    @property
    def fingerprint(self) -> str:
        """The SHA-256 of everything in it: the same as long as nothing was changed."""
        rows = [f"{period}={amount.normalize():f}" for period, amount in self.amounts]
        rows += [f"naive={amount.normalize():f}" for amount in self.naive]
        text = "\n".join((self.frozen_on.isoformat(), self.currency, self.method, *rows))
        return hashlib.sha256(text.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class PeriodVariance:
    """A period with its actual: forecast less actual, in percent of the actual, and whether a line about why is due."""

    period: str
    forecast: Decimal
    actual: Decimal
    error: Decimal
    percent: Decimal | None

    @property
    def needs_note(self) -> bool:
        """Whether the miss is above 5 percent, or the actual was nothing."""
        return self.error != 0 and (self.percent is None or abs(self.percent) > NOTE_FROM_PCT)


@dataclass(frozen=True, slots=True)
class ForecastProof:
    """What the actuals so far say: accuracy beside the naive one, the range of WAPE, and each period's variance.

    `improvement` is the naive WAPE less the forecast's in points, and only there when the evidence is usable and the
    forecast was closer in at least seven of ten periods; otherwise the two count as equal.
    """

    accuracy: ForecastAccuracy
    naive: ForecastAccuracy
    wape_range: tuple[Decimal, Decimal] | None
    variances: tuple[PeriodVariance, ...]
    improvement: Decimal | None


def prove(frozen: FrozenForecast, actuals: Mapping[str, Decimal]) -> ForecastProof | None:
    """Measure `frozen` against the `actuals` known so far (period to amount), or return None while there are none.

    An actual for a period that was not forecast is left alone.
    """
    known = [
        (period, guess, naive, actuals[period])
        for (period, guess), naive in zip(frozen.amounts, frozen.naive, strict=True)
        if period in actuals
    ]
    if not known:
        return None
    guesses = [guess for _, guess, _, _ in known]
    naives = [naive for _, _, naive, _ in known]
    real = [actual for _, _, _, actual in known]
    accuracy, baseline = forecast_accuracy(real, guesses), forecast_accuracy(real, naives)
    closer = sum(abs(guess - actual) < abs(naive - actual) for _, guess, naive, actual in known)
    return ForecastProof(
        accuracy,
        baseline,
        wape_range(real, guesses),
        tuple(_variance(period, guess, actual) for period, guess, _, actual in known),
        _improvement(accuracy, baseline, closer),
    )


def _variance(period: str, guess: Decimal, actual: Decimal) -> PeriodVariance:
    error = guess - actual
    return PeriodVariance(period, guess, actual, error, HUNDRED * error / actual if actual else None)


def _improvement(accuracy: ForecastAccuracy, naive: ForecastAccuracy, closer: int) -> Decimal | None:
    if accuracy.evidence is not Evidence.USABLE or closer * 10 < accuracy.n * 7:
        return None
    if accuracy.wape_pct is None or naive.wape_pct is None or naive.wape_pct <= accuracy.wape_pct:
        return None
    return naive.wape_pct - accuracy.wape_pct


def wape_range(actual: Sequence[Decimal], forecast: Sequence[Decimal]) -> tuple[Decimal, Decimal] | None:
    """Return where the WAPE lies in nine of ten re-draws of the periods (a bootstrap, the same on every run).

    None below four periods, where no error rate may be shown, and where all actuals are zero.
    """
    pairs = list(zip(actual, forecast, strict=True))
    if forecast_accuracy(actual, forecast).evidence is Evidence.TOO_FEW or not any(actual):
        return None
    random = Random(_SEED)  # noqa: S311 - re-drawing periods, no secret
    found: list[Decimal] = []
    for _ in range(_DRAWS):
        drawn = random.choices(pairs, k=len(pairs))
        total = sum((real for real, _ in drawn), ZERO)
        if total:
            found.append(HUNDRED * sum((abs(guess - real) for real, guess in drawn), ZERO) / total)
    found.sort()
    return found[int(len(found) * _LOW)], found[min(int(len(found) * _HIGH), len(found) - 1)]

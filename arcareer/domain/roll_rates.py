"""Roll rates: the share of each band that is collected in the next month, and what that makes of today's bands.

Source: common practice in collections forecasting. What is sold and paid within the month to come is not in it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from arcareer.domain.history import Month
from arcareer.domain.metric_board import AgingMonth
from arcareer.domain.receivables import ZERO, Bucket

FEWEST_PAIRS = 3
_MOST_PAIRS = 12
_ONE = Decimal(1)
_NEXT = {
    Bucket.CURRENT: Bucket.DAYS_1_30,
    Bucket.DAYS_1_30: Bucket.DAYS_31_60,
    Bucket.DAYS_31_60: Bucket.DAYS_61_90,
}
_OLD = (Bucket.DAYS_61_90, Bucket.OVER_90)


@dataclass(frozen=True, slots=True)
class RollRateForecast:
    """What the bands of `base` bring in the month after it; `shares` come from `pairs` pairs of months."""

    base: Month
    shares: Mapping[Bucket, Decimal]
    amounts: Mapping[Bucket, Decimal]
    pairs: int

    @property
    def total(self) -> Decimal:
        """Return what is expected in all."""
        return sum(self.amounts.values(), ZERO)


def roll_rate_forecast(months: Sequence[AgingMonth]) -> RollRateForecast | None:
    """Return the forecast from the last of `months` (oldest first), or None below three pairs of months in a row.

    What is not found in the next band a month later counts as collected; the two oldest bands meet in the last one, so
    they share one rate. Up to the last twelve pairs are averaged.
    """
    pairs = [(one, later) for one, later in pairwise(months) if one.month.following == later.month][-_MOST_PAIRS:]
    if len(pairs) < FEWEST_PAIRS:
        return None
    shares = {
        bucket: _mean([_kept(one.bands[bucket], later.bands[after]) for one, later in pairs])
        for bucket, after in _NEXT.items()
    }
    old = _mean([_kept(sum((one.bands[b] for b in _OLD), ZERO), later.bands[Bucket.OVER_90]) for one, later in pairs])
    shares |= dict.fromkeys(_OLD, old)
    base = months[-1]
    amounts = {bucket: max(base.bands[bucket], ZERO) * shares[bucket] for bucket in Bucket}
    return RollRateForecast(base.month, shares, amounts, len(pairs))


def _kept(before: Decimal, rolled: Decimal) -> Decimal:
    """Return the share of a band that did not roll on, between none and all; an empty band tells none."""
    if before <= 0:
        return ZERO
    return min(_ONE, max(ZERO, _ONE - rolled / before))


def _mean(values: Sequence[Decimal]) -> Decimal:
    return sum(values, ZERO) / len(values)

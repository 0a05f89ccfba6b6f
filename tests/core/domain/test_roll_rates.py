"""What rolls on from band to band, and what is expected of today's bands."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from arcareer.domain.history import Month
from arcareer.domain.metric_board import AgingMonth
from arcareer.domain.receivables import Bucket
from arcareer.domain.roll_rates import roll_rate_forecast

amounts = st.integers(-50, 5000).map(Decimal)


def month(number: int, *bands: int) -> AgingMonth:
    return AgingMonth(Month(2026, number), dict(zip(Bucket, map(Decimal, bands), strict=True)))


def test_a_steady_ledger_brings_what_it_always_brings() -> None:
    found = roll_rate_forecast([month(number, 1000, 400, 200, 100, 60) for number in range(1, 6)])
    assert found is not None
    assert (found.base, found.pairs) == (Month(2026, 5), 4)
    assert found.shares == {
        Bucket.CURRENT: Decimal("0.6"),
        Bucket.DAYS_1_30: Decimal("0.5"),
        Bucket.DAYS_31_60: Decimal("0.5"),
        Bucket.DAYS_61_90: Decimal("0.625"),
        Bucket.OVER_90: Decimal("0.625"),
    }
    assert found.total == 600 + 200 + 100 + Decimal("62.5") + Decimal("37.5")


def test_three_pairs_of_months_in_a_row_are_needed() -> None:
    months = [month(number, 10, 5, 2, 1, 1) for number in (1, 2, 4, 5, 7, 8)]
    assert roll_rate_forecast(months) is not None
    assert roll_rate_forecast(months[:5]) is None
    assert roll_rate_forecast([]) is None


@given(bands=st.lists(st.tuples(*[amounts] * 5), min_size=4, max_size=9))
def test_no_band_brings_more_than_it_holds_nor_less_than_nothing(bands: list[tuple[Decimal, ...]]) -> None:
    months = [
        AgingMonth(Month(2026, number), dict(zip(Bucket, row, strict=True)))
        for number, row in enumerate(bands, start=1)
    ]
    found = roll_rate_forecast(months)
    assert found is not None
    for bucket, amount in found.amounts.items():
        assert 0 <= amount <= max(months[-1].bands[bucket], Decimal(0))

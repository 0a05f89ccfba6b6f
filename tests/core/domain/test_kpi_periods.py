"""A period's metrics stand on a roll-forward that ties; two periods are compared in one variant only."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from arcareer.domain.kpi_periods import (
    MeasuredKpi,
    Mismatch,
    Move,
    PeriodFacts,
    Tie,
    change_between,
    move_of,
    period_report,
    reactions_to,
)
from arcareer.domain.kpis import Flag, Reason, days_result

FACTS = PeriodFacts(
    start=date(2024, 6, 1),
    end=date(2024, 6, 30),
    beginning_ar=Decimal(100_000),
    credit_sales=Decimal(80_000),
    collections=Decimal(70_000),
    credit_memos=Decimal(2_000),
    write_offs=Decimal(500),
    ending_ar=Decimal(107_500),
    ending_current_ar=Decimal(90_000),
    over_90_ar=Decimal(1_000),
)


def test_a_period_that_ties_has_plain_values() -> None:
    report = period_report(FACTS)
    assert (report.tie, report.difference) == (Tie.TIES, Decimal(0))
    dso = report.results["dso_simple"]
    assert (dso.value, dso.flag) == (Decimal("40.3125"), None)


def test_known_parts_that_disagree_refuse_what_stands_on_balances() -> None:
    report = period_report(replace(FACTS, ending_ar=Decimal(109_000)))
    assert (report.tie, report.difference) == (Tie.DOES_NOT_TIE, Decimal(1_500))
    assert report.results["dso_simple"].reason is Reason.DOES_NOT_TIE
    assert report.results["cei"].reason is Reason.DOES_NOT_TIE
    assert report.results["bad_debt_to_sales"].value == Decimal("0.625")


def test_an_unknown_part_is_said_beside_the_value() -> None:
    report = period_report(replace(FACTS, collections=None))
    assert report.tie is Tie.NOT_TIED
    assert report.results["dso_simple"].flag is Flag.NOT_TIED
    assert report.results["collection_rate"].reason is Reason.MISSING_INPUT


def measured(value: str, **changes: object) -> MeasuredKpi:
    kpi = MeasuredKpi(
        "dso_simple",
        "simple",
        "month",
        "credit sales",
        "net",
        "EUR",
        date(2023, 6, 1),
        date(2023, 6, 30),
        "ledger",
        days_result(Decimal(value)),
    )
    return replace(kpi, **changes)  # type: ignore[arg-type]


def test_a_change_within_one_variant() -> None:
    change = change_between(measured("50"), measured("45", start=date(2024, 6, 1), end=date(2024, 6, 30)))
    assert (change.difference, change.percent, change.is_season_safe) == (Decimal(-5), Decimal(-10), True)


@pytest.mark.parametrize(
    ("changes", "mismatch"),
    [
        ({"variant": "count-back"}, Mismatch.VARIANT),
        ({"metric": "cei"}, Mismatch.METRIC),
        ({"currency": "USD"}, Mismatch.CURRENCY),
        ({"days_basis": "365 days"}, Mismatch.BASIS),
    ],
)
def test_another_variant_is_never_an_improvement(changes: dict[str, object], mismatch: Mismatch) -> None:
    change = change_between(measured("50"), measured("45", **changes))
    assert (change.difference, change.mismatch) == (None, mismatch)


def test_other_months_are_told() -> None:
    assert not change_between(
        measured("50"), measured("45", start=date(2023, 7, 1), end=date(2023, 7, 31))
    ).is_season_safe


def test_reactions_need_their_whole_pattern() -> None:
    moves = {"dso_simple": Move.UP, "best_possible_dso": Move.UP, "average_days_delinquent": Move.FLAT}
    assert [reaction.id for reaction in reactions_to(moves)] == ["terms-or-mix"]
    assert not reactions_to({"dso_simple": Move.UP})
    assert move_of(Decimal(40), Decimal("40.4"), Decimal("0.5")) is Move.FLAT

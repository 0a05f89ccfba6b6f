"""The formula table against worked cases, its edge cases, and a second computation."""

from __future__ import annotations

import importlib.util
import io
import json
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arcareer.cli import kpi
from arcareer.domain.formulas import FORMULAS, compute, formula_of
from arcareer.domain.kpis import Flag, Reason, SalesMonth, cei, dso_countback, dso_simple

ROOT = Path(__file__).resolve().parents[3]
ORACLES = ROOT.parent / "shared" / "data" / "receivables" / "formula_oracles.json"
CASES = json.loads(ORACLES.read_text("utf-8"))["cases"] if ORACLES.exists() else []
MONEY = st.decimals(min_value=0, max_value=10**9, places=2)


@pytest.mark.skipif(not CASES, reason="the shared formula cases are not beside this checkout")
def test_all_worked_cases_through_the_command_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = "\n".join(json.dumps({key: case[key] for key in ("id", "metric", "inputs")}) for case in CASES)
    monkeypatch.setattr(sys, "stdin", io.StringIO(lines + "\n"))
    assert kpi.run(None) == 0  # type: ignore[arg-type]
    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    for case, answer in zip(CASES, answers, strict=True):
        assert answer == {"id": case["id"], **case["expect"]}


def test_no_metric_is_computed_from_nothing() -> None:
    for formula in FORMULAS:
        assert compute(formula.card.metric, {}).reason is Reason.MISSING_INPUT, formula.card.metric
    assert compute("profit", {}).reason is Reason.UNKNOWN_METRIC


def test_every_card_can_be_defended() -> None:
    assert len({formula.card.metric for formula in FORMULAS}) == len(FORMULAS)
    for formula in FORMULAS:
        card = formula.card
        assert card.formula
        assert card.source
        assert all(card.inputs.values())
        if card.metric.startswith("dso"):
            assert card.variant
            assert card.days_basis
            assert card.sales_basis
            assert card.balance_basis


def test_an_unknown_opening_balance_leaves_its_metrics_out() -> None:
    inputs = {"beginning_ar": None, "period_credit_sales": 10, "ending_ar": 5, "ending_current_ar": 5}
    assert compute("cei", inputs).reason is Reason.MISSING_INPUT


def test_the_two_variants_of_cei_differ_by_more_than_most_improvements() -> None:
    inputs = {"beginning_ar": 300, "period_credit_sales": 900, "ending_ar": 310, "ending_current_ar": 270}
    flow = compute("cei", inputs).value
    crf = compute("cei_crf", {**inputs, "months": 3}).value
    assert flow is not None
    assert crf is not None
    assert round(flow, 2) == Decimal("95.70")
    assert round(crf, 2) == Decimal("87.88")


def test_more_metrics_of_the_table() -> None:
    assert compute("dso_quarterly", {"month_end_ar": [100, 110, 120], "credit_sales": 330}).value == 30
    assert compute("ar_turnover_crf", {"net_credit_sales": 100, "ending_ar": 20}).value == 5
    assert compute("percent_over_90", {"over_90_ar": 5, "ending_ar": 50}).value == 10
    assert compute("promise_rate", {"promises": 3, "right_party_contacts": 4}).value == 75
    assert compute("bad_debt_to_ar", {"gross_write_offs": 1, "ending_ar": 0}).reason is Reason.RECEIVABLES_NOT_POSITIVE
    open_invoices = [{"age_days": 10, "amount": 50, "month_credit_sales": 100}]
    assert compute("true_dso", {"open_invoices": open_invoices}).value == 5
    paid = [
        {"issued": "2024-01-01", "due": "2024-01-31", "paid": "2024-02-10", "amount": 300},
        {"issued": "2024-01-01", "due": "2024-01-31", "paid": "2024-01-21", "amount": 100},
    ]
    assert compute("days_beyond_terms", {"paid_invoices": paid}).value == 5
    assert compute("average_days_to_pay", {"paid_invoices": paid}).value == 35
    assert compute("average_days_to_pay", {"paid_invoices": paid}).parts["unweighted"] == 30
    assert compute("loss_allowance_matrix", {"balances": {"91+": 1}, "rates_pct": {}}).reason is Reason.MISSING_INPUT


@given(MONEY, MONEY, st.integers(1, 366))
def test_dso_agrees_with_a_second_computation(ending: Decimal, sales: Decimal, days: int) -> None:
    result = dso_simple(ending, sales, Decimal(days))
    if sales == 0:
        assert result.reason is Reason.ZERO_SALES
    else:
        assert result.value is not None
        assert abs(float(result.value) - float(ending) / float(sales) * days) <= 1e-9 * max(1.0, float(result.value))


@given(st.lists(st.tuples(MONEY, st.integers(28, 31)), min_size=1, max_size=14), MONEY)
def test_count_back_never_passes_its_history(months: list[tuple[Decimal, int]], ending: Decimal) -> None:
    result = dso_countback(ending, [SalesMonth(sales, Decimal(days)) for sales, days in months])
    assert result.value is not None
    assert 0 <= result.value <= sum(days for _, days in months)
    assert result.parts["lower_bound"] == (ending > sum((sales for sales, _ in months), Decimal(0)))


@given(MONEY, MONEY, MONEY, MONEY)
def test_cei_says_what_its_value_means(beginning: Decimal, sales: Decimal, ending: Decimal, current: Decimal) -> None:
    result = cei(beginning, sales, ending, current)
    if result.value is None:
        assert result.reason is Reason.NOTHING_COLLECTABLE
    elif result.flag is None:
        assert 0 <= result.value <= 100
    else:
        assert (result.flag is Flag.CREDIT_IN_OVERDUE) == (ending < current)


def test_promises_that_are_not_due_do_not_count() -> None:
    promises = [{"promised": 10, "promise_date": "2024-05-01", "received_by_date": 0}]
    result = compute("promise_kept_rate", {"as_of": "2024-04-30", "promises": promises})
    assert (result.reason, result.parts["pending_promises"]) == (Reason.NO_ITEMS, 1)


def test_dispute_times_use_disputes_closed_in_the_period() -> None:
    disputes = [{"opened": date(2024, 5, 1), "closed": date(2024, 5, 31)}]
    inputs = {"disputes": disputes, "invoices_issued": 10, "period_end": date(2024, 6, 30)}
    assert compute("dispute_metrics", inputs).parts["mean_resolution_days"] is None


def test_the_page_of_formulas_says_what_the_table_computes() -> None:
    spec = importlib.util.spec_from_file_location("formulas_doc", ROOT / "tools" / "formulas_doc.py")
    assert spec is not None
    assert spec.loader is not None
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    assert (ROOT / "docs" / "formulas.md").read_text("utf-8") == tool.formulas_page()
    assert formula_of("cei") is not None

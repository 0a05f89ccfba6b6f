"""Forecasts from invoices: shares that add up, expected days after the cutoff, nothing known from the future."""

from __future__ import annotations

import json
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arcareer.domain.collections_forecast import (
    collection_curve,
    expected_receipts,
    paying_habit,
    sums_by_days_ahead,
)
from arcareer.domain.receivables import LedgerItem
from arcareer.ledgers.files import read_ledger_file

REAL = Path(__file__).resolve().parents[4] / "shared" / "data" / "receivables" / "real"
EDGES = (7, 14, 21, 30)


def paid(issued: date, after: int, amount: int = 100, customer: str = "A") -> LedgerItem:
    return LedgerItem(
        line=1,
        customer_name=customer,
        doc_date=issued,
        due_date=issued + timedelta(days=30),
        paid_date=issued + timedelta(days=after),
        original_amount=Decimal(amount),
    )


@pytest.mark.skipif(not REAL.exists(), reason="the shared ledgers are not beside this checkout")
def test_a_real_ledger() -> None:
    oracle = json.loads((REAL / "ibm_late_payments_dev.oracle.json").read_text("utf-8"))["forecast"]
    items = read_ledger_file(REAL / "ibm_late_payments_dev.csv").items
    curve = collection_curve(items, date(2013, 1, 31))
    assert curve is not None
    expected = oracle["collection_curve_3_lags_at_2013_01_31"]
    assert [round(float(share), 6) for share in curve.shares] == expected["share_by_lag_month"]
    assert [str(month) for month in curve.cohorts] == expected["cohorts_used"]
    for case in oracle["invoice_level_customer_average"]:
        cutoff = date.fromisoformat(case["cutoff"])
        receipts = [(receipt.day, receipt.amount) for receipt in expected_receipts(items, cutoff)]
        sums = sums_by_days_ahead(receipts, cutoff, EDGES)
        assert [str(amount) for amount in sums] == list(case["forecast"].values())


@given(st.lists(st.tuples(st.integers(0, 200), st.integers(0, 150)), min_size=1, max_size=20))
def test_shares_never_pass_the_whole(pairs: list[tuple[int, int]]) -> None:
    items = [paid(date(2024, 1, 1) + timedelta(days=issued), after) for issued, after in pairs]
    curve = collection_curve(items, date(2024, 12, 31))
    assert curve is not None
    assert 0 <= sum(curve.shares) <= 1


def test_payments_after_the_cutoff_are_not_known() -> None:
    items = [paid(date(2024, 1, 1), 20), paid(date(2024, 1, 5), 100)]
    habit = paying_habit(items, date(2024, 2, 1))
    assert habit is not None
    assert habit.portfolio == -10


def test_what_should_have_come_is_expected_tomorrow_and_few_invoices_follow_the_portfolio() -> None:
    history = [paid(date(2024, 1, 1), 40, customer="late") for _ in range(3)]
    history += [paid(date(2024, 1, 1), 30, customer="prompt") for _ in range(3)]
    opened = [
        LedgerItem(
            line=2,
            customer_name="late",
            doc_date=date(2024, 2, 1),
            due_date=date(2024, 3, 10),
            original_amount=Decimal(5),
            open_amount=Decimal(5),
        ),
        LedgerItem(
            line=3,
            customer_name="new",
            doc_date=date(2024, 1, 1),
            due_date=date(2024, 1, 31),
            original_amount=Decimal(7),
            open_amount=Decimal(7),
        ),
    ]
    cutoff = date(2024, 3, 5)
    days = {receipt.item.line: receipt.day for receipt in expected_receipts([*history, *opened], cutoff)}
    assert days == {2: date(2024, 3, 20), 3: date(2024, 3, 6)}


def test_no_history_no_curve() -> None:
    assert collection_curve([], date(2024, 1, 31)) is None
    assert paying_habit([], date(2024, 1, 31)) is None

"""Age, bands and open balances at their edges."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from arcareer.domain.history import Month, amount_open_on, is_full_history, monthly_figures, snapshot
from arcareer.domain.receivables import AgingBasis, Bucket, DocType, LedgerItem, Receipt, age_bucket, bucket_of

DAY = date(2024, 7, 31)


def invoice(**changes: object) -> LedgerItem:
    values: dict[str, object] = {
        "line": 1,
        "doc_date": date(2024, 5, 1),
        "due_date": date(2024, 5, 31),
        "currency": "EUR",
        "original_amount": Decimal(100),
        "open_amount": Decimal(100),
    }
    return LedgerItem(**(values | changes))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("days", "bucket"),
    [
        (-5, Bucket.CURRENT),
        (0, Bucket.CURRENT),
        (1, Bucket.DAYS_1_30),
        (30, Bucket.DAYS_1_30),
        (31, Bucket.DAYS_31_60),
        (60, Bucket.DAYS_31_60),
        (61, Bucket.DAYS_61_90),
        (90, Bucket.DAYS_61_90),
        (91, Bucket.OVER_90),
    ],
)
def test_the_edges_of_the_bands(days: int, bucket: Bucket) -> None:
    assert bucket_of(days) is bucket
    assert age_bucket(invoice(due_date=DAY - timedelta(days=days)), DAY, AgingBasis.DUE_DATE) is bucket


def test_without_a_due_date_an_item_ages_from_its_document() -> None:
    assert age_bucket(invoice(due_date=None), DAY, AgingBasis.DUE_DATE) is Bucket.OVER_90
    assert age_bucket(invoice(due_date=None, doc_date=None), DAY, AgingBasis.DUE_DATE) is Bucket.CURRENT


def test_by_document_date_the_first_thirty_days_are_current() -> None:
    item = invoice(doc_date=DAY - timedelta(days=30))
    assert age_bucket(item, DAY, AgingBasis.DOCUMENT_DATE) is Bucket.CURRENT
    assert age_bucket(invoice(doc_date=DAY - timedelta(days=31)), DAY, AgingBasis.DOCUMENT_DATE) is Bucket.DAYS_31_60


def test_what_was_open_on_a_day_follows_the_receipts() -> None:
    receipts = (
        Receipt(paid_on=date(2024, 6, 10), amount=Decimal(30)),
        Receipt(paid_on=date(2024, 7, 10), amount=Decimal(70)),
    )
    item = invoice(open_amount=Decimal(0), paid_date=date(2024, 7, 10), receipts=receipts)
    days = [date(2024, 4, 30), date(2024, 5, 1), date(2024, 6, 10), date(2024, 7, 9), date(2024, 7, 10)]
    assert [amount_open_on(item, day) for day in days] == [0, 100, 70, 70, 0]


def test_a_part_that_went_without_a_date_is_never_shown_as_open() -> None:
    assert amount_open_on(invoice(open_amount=Decimal(40)), DAY) == 40


def test_months_without_a_document_are_there_too() -> None:
    items = [invoice(), invoice(line=2, doc_date=date(2024, 8, 1), due_date=date(2024, 8, 31))]
    figures = monthly_figures(items)
    assert [str(figure.month) for figure in figures] == ["2024-05", "2024-06", "2024-07", "2024-08"]
    assert [figure.credit_sales for figure in figures] == [100, 0, 0, 100]
    assert [figure.end.total for figure in figures] == [100, 100, 100, 200]
    assert len(monthly_figures(items, Month(2024, 12))) == 8


def test_an_old_open_item_stays_in_the_last_band() -> None:
    items = [invoice(), invoice(line=2, doc_date=date(2025, 5, 1), due_date=date(2025, 5, 31))]
    for figure in monthly_figures(items):
        assert figure.end == snapshot(items, figure.month.end)


def test_credit_notes_lower_the_sales_and_payments_do_not() -> None:
    items = [
        invoice(),
        invoice(line=2, doc_type=DocType.CREDIT_MEMO, original_amount=Decimal(-20), open_amount=Decimal(-20)),
        invoice(line=3, doc_type=DocType.PAYMENT, original_amount=Decimal(-30), open_amount=Decimal(-30)),
    ]
    (figure,) = monthly_figures(items)
    assert (figure.credit_sales, figure.end.total, figure.collections) == (Decimal(80), Decimal(50), Decimal(30))
    assert not is_full_history(items)

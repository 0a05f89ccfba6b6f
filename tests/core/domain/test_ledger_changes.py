"""Two lists of the same ledger: every change once, never twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arcareer.domain.ledger_changes import ChangeKind, changes_between
from arcareer.domain.receivables import DocType, LedgerItem

JUNE, JULY = date(2024, 6, 30), date(2024, 7, 31)


def invoice(number: str, opened: int, due: date = date(2024, 6, 15), **changes: object) -> LedgerItem:
    item = LedgerItem(
        line=1,
        customer_name="Alder",
        doc_number=number,
        doc_date=date(2024, 5, 15),
        due_date=due,
        currency="EUR",
        original_amount=Decimal(100),
        open_amount=Decimal(opened),
    )
    return replace(item, **changes)  # type: ignore[arg-type]


def test_paid_part_paid_credited_newly_late() -> None:
    earlier = [invoice("1", 100), invoice("2", 100), invoice("3", 100, date(2024, 7, 10))]
    later = [
        invoice("2", 40),
        invoice("3", 100, date(2024, 7, 10)),
        invoice("C", -30, doc_type=DocType.CREDIT_MEMO, original_amount=Decimal(-30)),
    ]
    changes = changes_between(earlier, later, JUNE, JULY)
    assert [(change.kind, change.doc_number, change.amount) for change in changes] == [
        (ChangeKind.SETTLED, "1", Decimal(100)),
        (ChangeKind.NEWLY_LATE, "3", Decimal(100)),
        (ChangeKind.PART_PAID, "2", Decimal(60)),
        (ChangeKind.CREDITED, "C", Decimal(30)),
    ]
    assert changes[0].days_late == 46
    assert changes_between(earlier, later, JUNE, JULY, known=[change.key for change in changes]) == ()


def test_a_closed_dispute_is_seen() -> None:
    earlier, later = [invoice("1", 100, disputed=True)], [invoice("1", 100, disputed=False)]
    assert [c.kind for c in changes_between(earlier, later, JUNE, JULY)] == [ChangeKind.DISPUTE_CLOSED]


def test_lists_in_the_wrong_order_are_refused() -> None:
    with pytest.raises(ValueError, match="later day"):
        changes_between([], [], JULY, JUNE)


@given(st.lists(st.integers(0, 100), max_size=8))
def test_the_same_list_again_shows_no_movement(amounts: list[int]) -> None:
    items = [invoice(str(number), amount) for number, amount in enumerate(amounts)]
    assert changes_between(items, items, JUNE, JULY) == ()


@given(st.lists(st.tuples(st.integers(0, 100), st.integers(0, 100)), max_size=8))
def test_what_went_down_is_what_was_settled(pairs: list[tuple[int, int]]) -> None:
    earlier = [invoice(str(number), before) for number, (before, _) in enumerate(pairs)]
    later = [invoice(str(number), after) for number, (_, after) in enumerate(pairs)]
    moved = {ChangeKind.SETTLED, ChangeKind.PART_PAID}
    found = sum(change.amount for change in changes_between(earlier, later, JUNE, JULY) if change.kind in moved)
    assert found == sum(max(before - after, 0) for before, after in pairs)

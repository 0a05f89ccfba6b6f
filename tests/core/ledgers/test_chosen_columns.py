"""Columns whose names say nothing, named by the user."""

from decimal import Decimal
from pathlib import Path

import pytest

from arcareer.ledgers.files import read_ledger_file
from arcareer.ledgers.reading import Question, ReadingChoices

LIST = (
    "As of 2026-08-31\n\nCustomer,Document Number,Due Date,Zork,Currency\n"
    "Harlow,INV-1,2026-07-10,1000,USD\nMoss,INV-2,2026-07-11,250,USD\n"
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "odd.csv"
    found.write_text(LIST)
    return found


def test_a_list_without_any_known_amount_asks_what_its_columns_hold(path: Path) -> None:
    reading = read_ledger_file(path)
    assert reading.items == ()
    assert Question.COLUMNS in reading.questions


def test_one_named_column_is_enough_beside_known_names(path: Path) -> None:
    reading = read_ledger_file(path, ReadingChoices(columns={"Zork": "open_amount"}))
    assert [item.open_amount for item in reading.items] == [Decimal(1000), Decimal(250)]
    assert Question.COLUMNS not in reading.questions

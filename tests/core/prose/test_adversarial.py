"""Sentences written against the rules after the rules: what they must say, and what they must not.

A row says which judged flag a sentence deserves; a row that deserves none must raise none. Rows marked as a gap are
known to be missed: they are kept so that the day they are found is noticed.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from arcareer.prose.engine import check_line

JUDGED = {"reactive_approach", "poor_communication", "ignoring_details", "blaming_others", "overpromising"}
ROWS: list[dict[str, Any]] = [
    json.loads(line) for line in (Path(__file__).parent / "adversarial.jsonl").read_text("utf-8").splitlines()
]
PARAMETERS = [
    pytest.param(row, id=row["text"][:60], marks=[pytest.mark.xfail(strict=True)] if row.get("gap") else [])
    for row in ROWS
]


def test_there_are_enough_and_few_gaps() -> None:
    deserving = [row for row in ROWS if row["says"]]
    assert len(ROWS) >= 200
    assert sum(row.get("gap", False) for row in deserving) <= 0.2 * len(deserving)
    assert not [row for row in ROWS if row.get("gap") and not row["says"]], "a clean line must never be flagged"


@pytest.mark.parametrize("row", PARAMETERS)
def test_says_what_it_must(row: dict[str, Any]) -> None:
    found = JUDGED.intersection(check_line(row["text"]).flags)
    assert found >= set(row["says"])
    if not row["says"]:
        assert not found

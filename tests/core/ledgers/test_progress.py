"""Long reading tells how far it is, and stops when it is asked to."""

from __future__ import annotations

from pathlib import Path

import pytest

from arcareer.ledgers.reader import read_ledger
from arcareer.progress import Cancelled
from arcareer.reading.files import read_table


@pytest.fixture
def long_ledger(tmp_path: Path) -> Path:
    path = tmp_path / "ledger.csv"
    rows = "".join(f"{number},Alder,2025-01-01,2025-01-31,10.00,EUR\n" for number in range(20_000))
    path.write_text(f"Invoice no,Customer name,Invoice date,Due date,Open balance,Currency\n{rows}", "utf-8")
    return path


def test_progress_runs_once_from_nothing_to_all(long_ledger: Path) -> None:
    steps: list[tuple[int, int]] = []

    def progress(done: int, total: int, note: str = "") -> None:
        del note
        steps.append((done, total))

    assert len(read_ledger(read_table(long_ledger), progress=progress).items) == 20_000
    assert steps == sorted(steps)
    assert len(steps) >= 6
    assert all(done <= total for done, total in steps)


@pytest.mark.parametrize("calls", [1, 5])
def test_a_cancel_is_heard_in_both_walks(long_ledger: Path, calls: int) -> None:
    heard = 0

    def progress(done: int, total: int, note: str = "") -> None:
        del done, total, note
        nonlocal heard
        heard += 1
        if heard == calls:
            raise Cancelled

    with pytest.raises(Cancelled):
        read_ledger(read_table(long_ledger), progress=progress)
    assert heard == calls

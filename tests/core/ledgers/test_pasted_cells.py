"""Cells copied from a spreadsheet."""

import pytest

from arcareer.ledgers.pasted_cells import pasted_rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Month\tSales\nDec 2026\t1,500,000", [["Month", "Sales"], ["Dec 2026", "1,500,000"]]),
        ("Month,Sales\r\nDec 2026,1500", [["Month", "Sales"], ["Dec 2026", "1500"]]),
        ("Month;Sales\nDec 2026;1.500,00", [["Month", "Sales"], ["Dec 2026", "1.500,00"]]),
        ("\t\n  \n", []),
    ],
)
def test_tabs_cut_before_commas_that_belong_to_numbers(text: str, rows: list[list[str]]) -> None:
    assert [cells for _, cells in pasted_rows(text)] == rows

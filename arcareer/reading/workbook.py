"""Walk through one sheet of an XLSX workbook. Runs in the child process."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from arcareer.errors import UserError
from arcareer.reading.encodings import clean_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from arcareer.reading.limits import Limits
    from arcareer.reading.table import CellValue

_ZERO_FILLED = re.compile(r"^0{2,}$")
_SIGNIFICANT_DIGITS = 15  # a workbook keeps no more; the rest is binary dust
_ROWS_ALLOWED_WIDE = 1_000


class Workbook:
    """An open workbook: its visible sheets, and the rows of one of them as typed cells."""

    def __init__(self, path: Path, limits: Limits) -> None:
        import openpyxl  # noqa: PLC0415 - heavy, and only the child needs it

        self._name = path.name
        self._limits = limits
        self._book = openpyxl.load_workbook(path, read_only=True, data_only=True, keep_links=False)

    @property
    def sheets(self) -> tuple[str, ...]:
        """The names of the sheets a user can see, in the workbook's order."""
        return tuple(sheet.title for sheet in self._book.worksheets if sheet.sheet_state == "visible")

    def rows(self, sheet: str) -> Iterator[tuple[int, tuple[CellValue, ...]]]:
        """Yield the rows of `sheet` that hold anything, and blank rows between them, with their numbers."""
        source = self._book[sheet]
        source.reset_dimensions()
        pending_blanks: list[int] = []
        filled, wide = 0, 0
        for number, cells in enumerate(source.iter_rows(), start=1):
            wide += len(cells) > self._limits.columns
            values = self._row_values(number, cells)
            if not any(value is not None and value != "" for value in values):
                if len(pending_blanks) < self._limits.columns:
                    pending_blanks.append(number)
                continue
            filled += 1
            if filled > self._limits.office_rows or wide > _ROWS_ALLOWED_WIDE:
                raise UserError(
                    f"The sheet “{sheet}” of “{self._name}” has more than {self._limits.office_rows:,} rows. Nothing "
                    "was kept. Save it as CSV, or keep only the rows you need, and choose that file."
                )
            if filled > 1:
                yield from ((blank, ()) for blank in pending_blanks)
            elif pending_blanks:
                yield from ((blank, ()) for blank in pending_blanks[: self._limits.columns])
            pending_blanks.clear()
            yield number, values

    def _row_values(self, number: int, cells: tuple[Any, ...]) -> tuple[CellValue, ...]:
        if len(cells) > self._limits.columns:
            if any(cell.value is not None for cell in cells[self._limits.columns :]):
                raise UserError(
                    f"Row {number} of “{self._name}” reaches beyond {self._limits.columns} columns. Nothing was kept. "
                    "Keep only the columns you need and save a copy, or save it as CSV."
                )
            cells = cells[: self._limits.columns]
        values = [_cell_value(cell) for cell in cells]
        while values and values[-1] is None:
            values.pop()
        return tuple(values)


def _cell_value(cell: Any) -> CellValue:
    value = cell.value
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, str):
        return clean_text(value)
    if isinstance(value, int | float):
        return _number(value, cell)
    if isinstance(value, datetime):
        return value.date() if value.time() == time() else value
    if isinstance(value, date):
        return value
    return str(value) if isinstance(value, time | timedelta) else clean_text(str(value))


def _number(value: float, cell: Any) -> CellValue:
    if isinstance(value, int):
        number_format = str(cell.number_format)
        if _ZERO_FILLED.match(number_format) and value >= 0:
            return str(value).zfill(len(number_format))
        return Decimal(value)
    number = Decimal(format(value, f".{_SIGNIFICANT_DIGITS}g"))
    if not number.is_finite():
        return str(value)
    return number if number != number.to_integral_value() else number.quantize(Decimal(1))

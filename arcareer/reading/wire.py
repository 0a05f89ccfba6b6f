"""The lines that travel between the app and the child process that parses Office files: JSON, never pickles."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from arcareer.reading.table import CellValue

WireCell = str | bool | None


def pack_cell(value: CellValue) -> WireCell:
    """Return `value` as something JSON keeps: text with a letter for its type in front."""
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, str):
        return "t" + value
    if isinstance(value, datetime):
        return "s" + value.isoformat()
    if isinstance(value, date):
        return "d" + value.isoformat()
    return "n" + format(value, "f")


def unpack_cell(packed: object) -> CellValue:
    """Return the cell that `pack_cell` packed; anything else is read as text."""
    if packed is None or isinstance(packed, bool):
        return packed
    text = str(packed)
    kind, rest = text[:1], text[1:]
    if kind == "n":
        return Decimal(rest)
    if kind == "d":
        return date.fromisoformat(rest)
    if kind == "s":
        return datetime.fromisoformat(rest)
    return rest

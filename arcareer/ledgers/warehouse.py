"""Read a folder of warehouse tables (invoices, payments, the lines that join them): deleted rows and orphans named."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from arcareer.domain.receivables import ZERO
from arcareer.errors import UserError
from arcareer.ledgers.build import money_text
from arcareer.ledgers.numbers import parse_amount
from arcareer.ledgers.reader import read_ledger
from arcareer.ledgers.vocabulary import default_vocabulary, squeeze
from arcareer.progress import Progress, silent
from arcareer.reading.files import read_table
from arcareer.reading.table import cell_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from arcareer.ledgers.reading import LedgerReading

_DELETED = frozenset({"_fivetran_deleted", "deleted", "is_deleted"})
_TOTALS = ("total_amount", "amount", "total")
_CURRENCY = ("currency_id", "currency", "currency_code")


@dataclass(frozen=True, slots=True)
class WarehouseTable:
    """One table: its rows, how many are marked deleted, and the sums of the kept rows per currency by column."""

    name: str
    rows: int
    deleted: int
    sums: Mapping[str, Mapping[str, Decimal]]
    rejected: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Warehouse:
    """The tables of a folder, the payment lines that point at no invoice in it, and the invoices as a ledger."""

    tables: tuple[WarehouseTable, ...]
    orphan_invoice_ids: tuple[str, ...]
    invoices: LedgerReading | None


_Record = dict[str, str]


def read_warehouse(folder: Path, progress: Progress = silent) -> Warehouse:
    """Read the CSV tables in `folder`; amounts stay exact, deleted rows are counted and left out.

    Raises `UserError` when there is no table in it, and what reading a file raises.
    """
    paths = sorted(folder.glob("*.csv"))
    if not paths:
        raise UserError(f"The folder “{folder.name}” holds no CSV tables. Nothing was read.")
    records = {path.stem: _records(path, progress) for path in paths}
    tables = tuple(_table(name, rows) for name, rows in records.items())
    invoices = next((path for path in paths if path.stem.startswith("invoice")), None)
    return Warehouse(
        tables,
        _orphans(records),
        read_ledger(read_table(invoices, progress), progress=progress) if invoices else None,
    )


def _records(path: Path, progress: Progress) -> list[tuple[int, _Record]]:
    rows = read_table(path, progress).rows(progress)
    header = next(rows, None)
    names = [cell_text(cell).strip().lower() for cell in header.cells] if header else []
    return [
        (row.line, {name: cell_text(cell).strip() for name, cell in zip(names, row.cells, strict=False)})
        for row in rows
        if not row.is_blank
    ]


def _is_deleted(record: _Record) -> bool:
    words = default_vocabulary().true_words
    return any(record.get(name, "").lower() in words for name in _DELETED)


def _table(name: str, records: Sequence[tuple[int, _Record]]) -> WarehouseTable:
    kept = [(line, record) for line, record in records if not _is_deleted(record)]
    sums: dict[str, dict[str, Decimal]] = {}
    rejected: list[tuple[int, str]] = []
    total = next((column for column in _TOTALS if any(column in record for _, record in kept)), "")
    for column in (total, "balance", "unapplied_amount"):
        if column and any(column in record for _, record in kept):
            sums["total" if column == total else column] = _sum(column, kept, rejected)
    return WarehouseTable(name, len(records), len(records) - len(kept), sums, tuple(rejected))


def _sum(column: str, kept: Sequence[tuple[int, _Record]], rejected: list[tuple[int, str]]) -> dict[str, Decimal]:
    found: dict[str, Decimal] = defaultdict(lambda: ZERO)
    for line, record in kept:
        currency = next((record[name] for name in _CURRENCY if record.get(name)), "")
        try:
            found[currency] += parse_amount(record.get(column, ""), ".") or ZERO
        except ValueError as unreadable:
            rejected.append((line, str(unreadable)))
    return dict(found)


def _orphans(records: Mapping[str, Sequence[tuple[int, _Record]]]) -> tuple[str, ...]:
    """Return the invoice ids that payment lines name and the invoice table does not hold, in ascending order."""
    known = {
        record.get("id", "")
        for name, rows in records.items()
        if squeeze(name).startswith("invoice") and "line" not in name
        for _, record in rows
    }
    named = {
        record["invoice_id"]
        for name, rows in records.items()
        if "line" in name
        for _, record in rows
        if record.get("invoice_id")
    }
    return tuple(sorted(named - known, key=lambda text: (len(text), text)))


def warehouse_as_data(warehouse: Warehouse) -> dict[str, Any]:
    """Return the tables with `rows`, `deleted`, `kept` and sums per currency, and the orphans, as plain data."""
    data: dict[str, Any] = {}
    for table in warehouse.tables:
        entry: dict[str, Any] = {"rows": table.rows, "deleted": table.deleted, "kept": table.rows - table.deleted}
        for column, sums in table.sums.items():
            entry[column] = {code or "unknown": money_text(sums[code]) for code in sorted(sums)}
        entry["rejected"] = [{"line": line, "reason": reason} for line, reason in table.rejected]
        if "line" in table.name:
            entry["orphan_invoice_ids"] = [int(i) if i.isdigit() else i for i in warehouse.orphan_invoice_ids]
        data[table.name] = entry
    return data

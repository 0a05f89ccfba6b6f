"""Open a file as a ledger: the one door services and the command line use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from arcareer.ledgers.reader import read_ledger
from arcareer.ledgers.reading import LedgerReading, ReadingChoices
from arcareer.progress import Progress, silent
from arcareer.reading.files import read_table, table_from_text
from arcareer.reading.limits import DEFAULT_LIMITS, Limits

if TYPE_CHECKING:
    from pathlib import Path

    from arcareer.reading.table import Table

_NO_CHOICES = ReadingChoices()


def read_ledger_file(
    path: Path, choices: ReadingChoices = _NO_CHOICES, progress: Progress = silent, limits: Limits = DEFAULT_LIMITS
) -> LedgerReading:
    """Read `path` as a ledger; of a workbook the sheet `choices` names, else the first that holds a ledger.

    Raises `UserError` when the file cannot be opened, `EnvironmentFault` for the disk, `Cancelled` through `progress`.
    A file without a ledger comes back with the question `columns` and no items.
    """
    return open_ledger(path, choices, progress, limits)[1]


def open_ledger(
    source: Path | str,
    choices: ReadingChoices = _NO_CHOICES,
    progress: Progress = silent,
    limits: Limits = DEFAULT_LIMITS,
) -> tuple[Table, LedgerReading]:
    """Read a file, or pasted cells given as text, as `read_ledger_file` does; return the table beside what was read."""
    if isinstance(source, str):
        table = table_from_text(source, limits=limits)
        return table, read_ledger(table, choices, progress)
    table = read_table(source, progress, choices.sheet, limits)
    reading = read_ledger(table, choices, progress)
    if reading.header is not None or choices.sheet:
        return table, reading
    for sheet in table.origin.other_sheets:
        other = read_table(source, progress, sheet, limits)
        found = read_ledger(other, choices, progress)
        if found.header is not None:
            return other, found
    return table, reading

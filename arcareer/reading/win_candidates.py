"""Read an existing list of wins: every row, bullet or paragraph becomes a candidate or is named with its reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from arcareer.progress import silent
from arcareer.reading.candidates import CandidateCollector, CandidateReading
from arcareer.reading.limits import DEFAULT_LIMITS, Limits
from arcareer.reading.recognise import recognise
from arcareer.reading.table import FileKind

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from arcareer.progress import Progress


def read_win_candidates(
    path: Path, today: date, progress: Progress = silent, limits: Limits = DEFAULT_LIMITS
) -> CandidateReading:
    """Read `path` (CSV, TSV, XLSX, Markdown, DOCX or plain text) as a list of wins.

    `today` completes dates without a year and bounds dates in the future. Raises `UserError` with what to do when the
    file cannot be read, `EnvironmentFault` for the disk, `Cancelled` through `progress`. Nothing is changed anywhere.
    """
    from arcareer.reading.files import read_table, read_text_document  # noqa: PLC0415 - only when a file is opened
    from arcareer.reading.win_lists import candidates_from_blocks  # noqa: PLC0415 - only when a file is opened
    from arcareer.reading.win_tables import candidates_from_rows  # noqa: PLC0415 - only when a file is opened

    kind = recognise(path, limits)
    collector = CandidateCollector()
    if kind not in {FileKind.WORD, FileKind.MARKDOWN}:
        table = read_table(path, progress, limits=limits)
        if kind is not FileKind.PLAIN or table.origin.delimiter == "\t":
            candidates_from_rows(tuple(table.rows(progress)), today, collector)
            return collector.reading()
    candidates_from_blocks(read_text_document(path, progress, limits), today, collector)
    return collector.reading()

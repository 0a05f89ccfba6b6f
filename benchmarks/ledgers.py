"""How long large ledgers take and what memory they need, against the plain reader of the library used.

Every measure runs in a process of its own, so that its peak memory is its own.
"""

# ruff: noqa: PLC0415 - what a process does not measure, it shall not load

import csv
import json
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

from benchmarks.measure import Measure

SIZES = (("csv", 100_000), ("csv", 1_000_000), ("xlsx", 100_000))
HEADER = (
    "Invoice number",
    "Customer number",
    "Customer name",
    "Type",
    "Invoice date",
    "Due date",
    "Paid date",
    "Amount",
    "Open balance",
    "Currency",
    "Terms",
    "Sales rep",
)


def sample_row(number: int) -> tuple[str, ...]:
    """Return an invented invoice; every third is paid."""
    issued = date(2023, 1, 1) + timedelta(days=number * 7 % 700)
    due = issued + timedelta(days=30)
    cents = number * 7919 % 9_999_999
    amount = f"{cents / 100:,.2f}"
    is_paid = number % 3 == 0
    return (
        f"INV-{number:07d}",
        f"C{number % 5000:05d}",
        f"Customer {number % 5000}",
        "Invoice",
        issued.strftime("%d/%m/%Y"),
        due.strftime("%d/%m/%Y"),
        (due + timedelta(days=number % 40)).strftime("%d/%m/%Y") if is_paid else "",
        amount,
        "0.00" if is_paid else amount,
        "EUR" if number % 10 else "USD",
        "Net 30",
        "A. Example",
    )


def write_csv(path: Path, rows: int) -> None:
    """Write a ledger of `rows` invoices as CSV."""
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(HEADER)
        writer.writerows(sample_row(number) for number in range(rows))


def write_xlsx(path: Path, rows: int) -> None:
    """Write a ledger of `rows` invoices as a workbook."""
    import openpyxl

    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Ledger")
    sheet.append(HEADER)
    for number in range(rows):
        row = sample_row(number)
        sheet.append([*row[:7], float(row[7].replace(",", "")), float(row[8].replace(",", "")), *row[9:]])
    book.save(path)


def ledgers() -> tuple[Measure, ...]:
    """Measure CSV of 100,000 and 1,000,000 rows and XLSX of 100,000, with progress, against the plain readers."""
    measures: list[Measure] = []
    with tempfile.TemporaryDirectory() as folder:
        for ending, rows in SIZES:
            path = Path(folder) / f"ledger.{ending}"
            (write_csv if ending == "csv" else write_xlsx)(path, rows)
            plain, found = _run(path, "plain"), _run(path, "ledger")
            name = f"ledger of {rows:,} rows, {ending}"
            measures += [
                Measure(f"{name}, time", found["seconds"], "s", "plain reader", plain["seconds"]),
                Measure(f"{name}, memory", found["own"], "MB", "plain reader", plain["own"]),
                Measure(f"{name}, progress calls", found["progress"], "calls"),
            ]
    return tuple(measures)


def _run(path: Path, kind: str) -> dict[str, float]:
    code = f"from benchmarks.ledgers import measure; measure({str(path)!r}, {kind!r})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def measure(path: str, kind: str) -> None:
    """Read `path` the plain way or as a ledger; print rows, seconds, peak megabytes and calls of progress as JSON."""
    import resource

    calls = 0

    def progress(done: int, total: int, note: str = "") -> None:
        del done, total, note
        nonlocal calls
        calls += 1

    started = time.perf_counter()
    if kind == "plain":
        count = plain_rows(Path(path))
    else:
        from arcareer.ledgers.files import read_ledger_file

        count = len(read_ledger_file(Path(path), progress=progress).items)
    seconds = time.perf_counter() - started
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(json.dumps({"rows": count, "seconds": seconds, "own": own, "progress": calls}))


def plain_rows(path: Path) -> int:
    """Hold every row as the library hands it out; return how many."""
    if path.suffix == ".csv":
        with path.open(newline="", encoding="utf-8") as file:
            return len(list(csv.reader(file)))
    import openpyxl

    book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    return len(list(book.worksheets[0].iter_rows(values_only=True)))

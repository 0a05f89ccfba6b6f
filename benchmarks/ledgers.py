"""How long large ledgers take and what they need, as ratios to the plain reader of the library used, in one run.

Prints one line a measure. Every measure runs in a process of its own, so that peak memory is its own.
Usage: python benchmarks/ledgers.py [--quick]
"""

# ruff: noqa: PLC0415 - what a process does not measure, it shall not load

from __future__ import annotations

import csv
import json
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
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
KINDS = ("plain", "ledger", "months")


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


def measure(path: str, kind: str) -> None:
    """Read `path` the plain way, as a ledger, or as a ledger with its months; print seconds and peak megabytes."""
    import resource

    started = time.perf_counter()
    calls = 0
    if kind == "plain":
        count = plain_rows(Path(path))
    else:
        from arcareer.domain.history import by_currency, monthly_figures
        from arcareer.ledgers.reader import read_ledger
        from arcareer.reading.files import read_table

        def progress(done: int, total: int, note: str = "") -> None:
            del done, total, note
            nonlocal calls
            calls += 1

        reading = read_ledger(read_table(Path(path), progress), progress=progress)
        count = len(reading.items)
        if kind == "months":
            for items in by_currency(reading.items).values():
                monthly_figures(items)
    seconds = time.perf_counter() - started
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    print(json.dumps({"rows": count, "seconds": seconds, "own": own, "child": child, "progress": calls}))


def plain_rows(path: Path) -> int:
    """Hold every row as the library hands it out."""
    if path.suffix == ".csv":
        with path.open(newline="", encoding="utf-8") as file:
            return len(list(csv.reader(file)))
    import openpyxl

    book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    return len(list(book.worksheets[0].iter_rows(values_only=True)))


def run(path: Path, kind: str) -> dict[str, float]:
    """Measure in a process of its own."""
    done = subprocess.run(
        [sys.executable, __file__, "--measure", str(path), kind],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": str(ROOT), "PATH": ""},
    )
    found: dict[str, float] = json.loads(done.stdout)
    return found


def main() -> None:
    """Make the sample files and print every measure beside its plain reader."""
    sizes = (
        [("csv", 100_000), ("xlsx", 20_000)]
        if "--quick" in sys.argv
        else [
            ("csv", 100_000),
            ("csv", 1_000_000),
            ("xlsx", 100_000),
        ]
    )
    with tempfile.TemporaryDirectory() as folder:
        for ending, rows in sizes:
            path = Path(folder) / f"ledger.{ending}"
            (write_csv if ending == "csv" else write_xlsx)(path, rows)
            results = {kind: run(path, kind) for kind in KINDS}
            plain = results["plain"]
            for kind in KINDS:
                found = results[kind]
                print(
                    f"{ending} {rows:>9,} rows  {kind:<7} {found['seconds']:6.1f} s "
                    f"({found['seconds'] / plain['seconds']:4.1f} x plain)  peak {found['own']:5.0f} MB "
                    f"({found['own'] / plain['own']:4.1f} x plain)  child {found['child']:4.0f} MB  "
                    f"{found['progress']:.0f} progress calls"
                )


if __name__ == "__main__":
    if "--measure" in sys.argv:
        measure(sys.argv[2], sys.argv[3])
    else:
        main()

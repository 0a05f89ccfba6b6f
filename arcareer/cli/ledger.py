"""`arcareer-cli ledger FILE`: read a receivables export and print what a correct reader gets out of it."""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from arcareer.errors import UserError

if TYPE_CHECKING:
    import argparse

    from arcareer.ledgers.reading import LedgerReading, ReadingChoices


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to `subparsers`."""
    parser = subparsers.add_parser("ledger", help="read a receivables export", description=__doc__)
    parser.add_argument("file", type=Path, help="CSV, TSV, printed list or XLSX; or a folder of warehouse tables")
    parser.add_argument("--json", action="store_true", help="print everything as one JSON object")
    parser.add_argument("--as-of", type=date.fromisoformat, metavar="DATE", help="the day the list speaks of")
    parser.add_argument("--mapping", type=Path, metavar="FILE", help="JSON with your answers: see docs/command-line.md")
    parser.add_argument("--currency", default="", metavar="CODE", help="the currency of amounts that name none")
    parser.add_argument("--sheet", default="", metavar="NAME", help="the sheet of a workbook")
    parser.add_argument("--kpis", action="store_true", help="monthly figures and aging on chosen days")
    parser.add_argument("--snapshots", type=_days, default=(), metavar="D,D", help="days to age the ledger on")
    parser.set_defaults(run=run)


def _days(text: str) -> tuple[date, ...]:
    return tuple(date.fromisoformat(part.strip()) for part in text.split(",") if part.strip())


def run(args: argparse.Namespace) -> int:
    """Read the file and print it. Returns 0, or 1 when the refusal is the answer. Raises `UserError` for the file."""
    if args.file.is_dir():
        from arcareer.ledgers.warehouse import read_warehouse, warehouse_as_data  # noqa: PLC0415 - start-up stays light

        _print(warehouse_as_data(read_warehouse(args.file)))
        return 0
    from arcareer.ledgers.files import read_ledger_file  # noqa: PLC0415 - start-up stays light

    choices = _choices(args)
    reading = read_ledger_file(args.file, choices)
    if args.kpis:
        return _print_kpis(reading, args.snapshots)
    if args.json:
        from arcareer.ledgers.report import reading_as_data  # noqa: PLC0415 - start-up stays light

        _print(reading_as_data(reading, choices))
    else:
        _print_plainly(reading)
    return 0 if reading.header is not None else 1


def _choices(args: argparse.Namespace) -> ReadingChoices:
    from arcareer.ledgers.reading import ReadingChoices  # noqa: PLC0415 - start-up stays light
    from arcareer.reading.dates import DateOrder  # noqa: PLC0415 - start-up stays light

    given = _mapping(args.mapping)
    as_of = given.get("as_of")
    currency = next((str(given[key]) for key in _CURRENCY_KEYS if given.get(key)), "")
    order = str(given.get("date_order", "")).upper()
    return ReadingChoices(
        as_of=args.as_of or (date.fromisoformat(str(as_of)) if as_of else None),
        local_currency=(args.currency or currency or _own_currency(args))[:3].upper(),
        date_order=DateOrder(order) if order in DateOrder.__members__ else None,
        decimal_mark=str(given.get("decimal", "")),
        sheet=args.sheet or str(given.get("sheet", "")),
        columns={str(name): str(field) for name, field in dict(given.get("columns", {})).items()},
    )


def _own_currency(args: argparse.Namespace) -> str:
    """Return the currency the user set in the app as their own, or an empty text."""
    from arcareer.paths import AppPaths  # noqa: PLC0415 - start-up stays light
    from arcareer.settings.store import PreferencesStore  # noqa: PLC0415 - start-up stays light

    places = AppPaths.of_user(getattr(args, "library", None))
    return PreferencesStore(places.config / "preferences.toml").current.currency


_CURRENCY_KEYS = ("currency", "local_currency", "default_currency", "base_currency", "assumed_currency")


def _mapping(path: Path | None) -> dict[str, Any]:
    if path is None:
        return {}
    try:
        found = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as unreadable:
        raise UserError(f"“{path.name}” could not be read as JSON ({unreadable}). Nothing was read.") from unreadable
    if not isinstance(found, dict):
        raise UserError(f"“{path.name}” holds no JSON object. Nothing was read.")
    return found


def _print_kpis(reading: LedgerReading, snapshots: tuple[date, ...]) -> int:
    from arcareer.ledgers.history import history_as_data  # noqa: PLC0415 - start-up stays light
    from arcareer.ledgers.reading import LedgerKind  # noqa: PLC0415 - start-up stays light

    if reading.kind is LedgerKind.SUMMARY:
        sys.stderr.write(
            "This is a summary: it holds balances, no invoices. Monthly figures cannot be computed from it; export the "
            "detail report instead.\n"
        )
        _print({"status": "not_computable", "reason": "summary_without_invoices"})
        return 1
    _print(history_as_data(reading, snapshots))
    return 0


def _print(data: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(data, ensure_ascii=False, indent=1) + "\n")


def _print_plainly(reading: LedgerReading) -> None:
    lines = [f"{len(reading.items) or len(reading.leaves)} documents or balances read from “{reading.origin.name}”"]
    lines += [f"{count} rows: {kind.value.replace('_', ' ')}" for kind, count in reading.kinds.items()]
    lines += [f"line {row.line}: {row.reason}: {row.text}" for row in reading.rejected]
    lines += [warning.message for warning in reading.warnings]
    lines += [f"please tell: {question.value}" for question in reading.questions]
    sys.stdout.write("\n".join(lines) + "\n")

"""`arcareer-cli wins list` and `arcareer-cli wins import FILE`."""

from __future__ import annotations

import argparse
import json
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from arcareer.cli.opening import opened, tell

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from arcareer.bootstrap import App
    from arcareer.domain.figures import Figure
    from arcareer.domain.journal import Win
    from arcareer.services.win_import import ImportPreview


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to `subparsers`."""
    parser = subparsers.add_parser("wins", help="list wins, or import a list of them", description=__doc__)
    actions = parser.add_subparsers(title="actions", metavar="ACTION", required=True)
    listing = actions.add_parser("list", help="print the wins, newest first")
    listing.add_argument("--json", action="store_true", help="as one JSON list: see docs/command-line.md")
    listing.add_argument("--from", dest="first", type=_day, metavar="DATE", help="the first day")
    listing.add_argument("--to", dest="last", type=_day, metavar="DATE", help="the last day")
    listing.add_argument("--search", default="", metavar="WORDS", help="only wins that hold all of these words")
    listing.set_defaults(run=run_list)
    importing = actions.add_parser("import", help="take in a list of wins kept elsewhere")
    importing.add_argument("file", type=Path, metavar="FILE", help="CSV, XLSX, Markdown, Word or plain text")
    importing.add_argument("--yes", action="store_true", help="do not ask before importing")
    importing.set_defaults(run=run_import)


def run_list(args: argparse.Namespace) -> int:
    """Print the wins outside the trash that lie in the period and hold the words. Returns 0."""
    from arcareer.domain.periods import Period  # noqa: PLC0415
    from arcareer.domain.win_lists import WinQuery  # noqa: PLC0415 - start-up stays light

    first, last = args.first or date.min, args.last or date.max
    period = Period(first, last) if first <= last else None
    with opened(args.library) as app:
        query = WinQuery(text=args.search, period=period)
        summaries = app.journal.find(query, limit=app.journal.count(query)) if period else ()
        wins = app.journal.get_many(summary.id for summary in summaries)
        names = {customer.id: customer.name for customer in app.customers.all()} if wins else {}
        themes = {theme.id: theme.label for theme in app.content.themes}
    if args.json:
        data = [_win_as_data(win, names) for win in wins]
        sys.stdout.write(json.dumps(data, ensure_ascii=False, indent=1) + "\n")
    else:
        sys.stdout.writelines(_line(win, themes) for win in wins)
    return 0


def run_import(args: argparse.Namespace) -> int:
    """Take what is new in the file; print what was taken and what was not, and why. Returns 1 where it has no wins."""
    with opened(args.library, writes=True) as app:
        preview = app.win_import.preview(args.file)
        if not preview.candidates:
            _print_left_out(preview)
            tell(f"No win was found in {args.file.name}. Nothing was changed.")
            return 1
        fresh = preview.fresh
        if fresh and not args.yes and not _agreed(preview, args.file.name):
            tell("Nothing was changed.")
            return 0
        _back_up_before(app)
        app.win_import.take(fresh)
    _print_taken(preview)
    return 0


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as reason:
        raise argparse.ArgumentTypeError(f"“{text}” is not a date. Write it as 2026-03-31") from reason


def _agreed(preview: ImportPreview, name: str) -> bool:
    """Return whether the user wants it; only a person at a terminal is asked."""
    if not sys.stdin.isatty():
        return True
    tell(f"{name} has {_wins(len(preview.fresh))} that your journal does not have yet. Import? [y/N]")
    return sys.stdin.readline().strip().lower() in ("y", "yes")


def _back_up_before(app: App) -> None:
    from arcareer.domain.safekeeping import BackupReason  # noqa: PLC0415
    from arcareer.domain.win_lists import WinQuery  # noqa: PLC0415 - start-up stays light

    if app.journal.count(WinQuery()) and app.backups.wanted(BackupReason.BEFORE_IMPORT):
        app.backups.back_up(BackupReason.BEFORE_IMPORT)


def _print_taken(preview: ImportPreview) -> None:
    lines = []
    for one in preview.candidates:
        mark = "already there" if one.already_there else "taken"
        notes = "".join(f" ({note})" for note in one.candidate.notes)
        lines.append(f"{mark}, line {one.candidate.source_line}, {one.happened_on}: {one.candidate.headline}{notes}\n")
    sys.stdout.writelines(lines)
    _print_left_out(preview)
    there, left = len(preview.candidates) - len(preview.fresh), len(preview.left_out)
    sys.stdout.write(f"{_wins(len(preview.fresh))} taken, {there:,} already there, {left:,} left out.\n")
    if preview.new_customers:
        names = ", ".join(preview.new_customers)
        tell(f"Not in your list of customers, so kept in the private notes of their wins: {names}.")


def _print_left_out(preview: ImportPreview) -> None:
    for left in preview.left_out:
        text = f": {left.text.splitlines()[0]}" if left.text.strip() else ""
        sys.stdout.write(f"left out, line {left.line}, {left.reason}{text}\n")


def _wins(number: int) -> str:
    return "1 win" if number == 1 else f"{number:,} wins"


def _line(win: Win, themes: Mapping[str, str]) -> str:
    from arcareer.domain.figures import figure_text  # noqa: PLC0415 - start-up stays light

    figures = "; ".join(figure_text(figure) for figure in win.figures)
    theme = themes.get(win.theme, "")
    return f"{win.happened_on.isoformat()}  {theme:<8}  {win.headline}{f'  [{figures}]' if figures else ''}\n"


def _win_as_data(win: Win, names: Mapping[UUID, str]) -> dict[str, Any]:
    return {
        "id": str(win.id),
        "date": win.happened_on.isoformat(),
        "headline": win.headline,
        "theme": win.theme,
        "competencies": list(win.competencies),
        "figures": [_figure_as_data(figure) for figure in win.figures],
        "customers": [names[one] for one in win.customers if one in names],
    }


def _figure_as_data(figure: Figure) -> dict[str, Any]:
    from arcareer.domain.figures import figure_text  # noqa: PLC0415 - start-up stays light

    return {
        "text": figure_text(figure),
        "measure": figure.measure,
        "unit": figure.unit.value,
        "before": _number(figure.before),
        "after": _number(figure.after),
        "currency": figure.currency,
        "period": figure.period,
        "scope": figure.scope.value,
        "basis": figure.basis.value,
        "source": figure.source,
    }


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)

"""`arcareer-cli demo DIR`: a sample library of a year and its brag sheet, to look at and to throw away."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from arcareer.cli.opening import opened
from arcareer.domain.documents import PeriodKind
from arcareer.domain.periods import Period
from arcareer.errors import EnvironmentFault

if TYPE_CHECKING:
    from arcareer.bootstrap import App

_YEAR = timedelta(days=364)


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to `subparsers`."""
    parser = subparsers.add_parser("demo", help="make a sample library of a year and its document", description=__doc__)
    parser.add_argument("folder", type=Path, metavar="DIR", help="where both are written; made if it is missing")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write the sample library, unless it is there already, and its document; print where they are. Returns 0."""
    folder = args.folder.resolve()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as reason:
        raise EnvironmentFault(
            f"{folder} cannot be made, so there is no demo. Nothing was changed. Choose another folder."
        ) from reason
    with opened(folder / "library") as app:
        if not app.sample.is_here():
            app.sample.fill()
        document = _write_document(app, folder)
    sys.stdout.write(f"Sample library: {folder / 'library'}\nDocument: {document}\n")
    return 0


def _write_document(app: App, folder: Path) -> Path:
    today = app.clock.today()
    period = Period(today - _YEAR, today)
    choices = replace(app.document_choices.choices(), period_kind=PeriodKind.CUSTOM, custom_period=period.key)
    documents = app.documents
    return documents.write(documents.compose(choices, period), folder / documents.file_name(choices, period))

"""`arcareer-cli export --period P --template T [--customers hidden|shown] OUT`: write a document."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from arcareer.cli.opening import opened, tell
from arcareer.domain.documents import BragTemplate, DisclosureLevel, PeriodKind
from arcareer.errors import UserError

_ENDINGS = (".docx",)


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to `subparsers`."""
    parser = subparsers.add_parser("export", help="write a document", description=__doc__)
    parser.add_argument(
        "--period", default="all", metavar="P", help="all, 2026, 2026-H1, 2026-Q3, 2026-07 or FROM..TO (default: all)"
    )
    parser.add_argument(
        "--template",
        default=BragTemplate.PROMOTION.value,
        choices=[template.value for template in BragTemplate],
        help="how it looks and how much it prints (default: promotion)",
    )
    parser.add_argument(
        "--customers",
        default="hidden",
        choices=("hidden", "shown"),
        help="aliases instead of customers' names, or the names (default: hidden)",
    )
    parser.add_argument("out", type=Path, metavar="OUT", help="the file to write; its ending says the format: .docx")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write the document with the library's own choice of sections; print where it is. Returns 0."""
    from dataclasses import replace  # noqa: PLC0415 - start-up stays light

    from arcareer.documents.printed import printed  # noqa: PLC0415

    if args.out.suffix.lower() not in _ENDINGS:
        raise UserError(f"“{args.out.name}” has no ending that says a format. Nothing was written. Use .docx.")
    with opened(args.library) as app:
        service = app.brag_sheets
        choices = replace(
            app.document_choices.choices(),
            period_kind=PeriodKind.CUSTOM,
            custom_period=args.period,
            template=BragTemplate(args.template),
            level=DisclosureLevel.HR_FILE if args.customers == "hidden" else DisclosureLevel.INTERNAL,
        )
        sheet = service.compose(choices, app.document_choices.period(choices))
    written = service.write(printed(sheet, choices.template), args.out)
    if written != args.out:
        tell(f"{args.out.name} is open in another program, so the document has a number in its name.")
    sys.stdout.write(f"{written}\n")
    return 0

"""`arcareer-cli export --period P --template T [--document D] [--level L] OUT`: write a document.

`arcareer-cli export ... --claims` prints where each of its numbers comes from instead.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from arcareer.cli.opening import opened, tell
from arcareer.domain.documents import BragTemplate, DisclosureLevel, DocumentKind, PeriodKind
from arcareer.errors import UserError

if TYPE_CHECKING:
    from arcareer.bootstrap import App
    from arcareer.documents.claim_ledger import LedgerLine
    from arcareer.services.documents import ReadyDocument

_ENDINGS = (".docx", ".pdf", ".md", ".txt")
_LEVELS = {"hidden": DisclosureLevel.HR_FILE, "shown": DisclosureLevel.INTERNAL}


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to `subparsers`."""
    parser = subparsers.add_parser("export", help="write a document", description=__doc__)
    parser.add_argument(
        "--period",
        metavar="P",
        help="all, 2026, 2026-H1, 2026-Q3, 2026-07 or FROM..TO (default: all; for a promotion review what it looks "
        "back on)",
    )
    parser.add_argument(
        "--template",
        default=BragTemplate.PROMOTION.value,
        choices=[*(template.value for template in BragTemplate), DocumentKind.REVIEW.value],
        help="how it looks and how much it prints (default: promotion); promotion-review is that document",
    )
    parser.add_argument(
        "--document",
        default=DocumentKind.BRAG_SHEET.value,
        choices=[kind.value for kind in DocumentKind],
        help="which document (default: brag-sheet)",
    )
    level = parser.add_mutually_exclusive_group()
    level.add_argument(
        "--level",
        default=DisclosureLevel.HR_FILE.value,
        choices=[one.value for one in DisclosureLevel],
        help="internal shows all as typed, hr-file has aliases for customers, outside bands for amounts too "
        "(default: hr-file)",
    )
    level.add_argument("--customers", choices=tuple(_LEVELS), help="hidden is --level hr-file, shown --level internal")
    parser.add_argument(
        "--claims",
        action="store_true",
        help="print each number with where it comes from, as one JSON object a line, and write nothing",
    )
    parser.add_argument(
        "out", type=Path, nargs="?", metavar="OUT", help=f"the file to write; its ending says which: {_either()}"
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write the document with the library's own choice of sections, or print its claims.

    Returns 0, and 1 where claims were printed and one of them traces to nothing.
    """
    if not args.claims:
        _check_ending(args.out)
    with opened(args.library) as app:
        ready = _ready(app, args)
        if args.claims:
            return _print_claims(ready)
        written = app.documents.write(ready, args.out)
    if written != args.out:
        tell(f"{args.out.name} is open in another program, so the document has a number in its name.")
    sys.stdout.write(f"{written}\n")
    return 0


def _check_ending(out: Path | None) -> None:
    if out is None:
        raise UserError("Name the file to write, or use --claims. Nothing was written.")
    if out.suffix.lower() not in _ENDINGS:
        raise UserError(f"“{out.name}” has no ending that says a format. Nothing was written. Use {_either()}.")


def _either() -> str:
    return f"{', '.join(_ENDINGS[:-1])} or {_ENDINGS[-1]}"


def _ready(app: App, args: argparse.Namespace) -> ReadyDocument:
    from dataclasses import replace  # noqa: PLC0415 - start-up stays light

    is_review = DocumentKind.REVIEW.value in (args.document, args.template)
    document = DocumentKind.REVIEW if is_review else DocumentKind.BRAG_SHEET
    template = BragTemplate.PROMOTION if args.template == DocumentKind.REVIEW.value else BragTemplate(args.template)
    looks_back = document is DocumentKind.REVIEW and args.period is None
    choices = replace(
        app.document_choices.choices(),
        document=document,
        period_kind=PeriodKind.YEAR if looks_back else PeriodKind.CUSTOM,
        custom_period=args.period or "all",
        template=template,
        level=_LEVELS[args.customers] if args.customers else DisclosureLevel(args.level),
    )
    return app.documents.compose(choices, app.document_choices.period(choices))


def _print_claims(ready: ReadyDocument) -> int:
    from arcareer.documents.claim_ledger import LineState  # noqa: PLC0415 - the other commands do without

    for line in ready.ledger.lines:
        sys.stdout.write(json.dumps(_told(line), ensure_ascii=False) + "\n")
    return int(any(line.state is LineState.UNTRACED for line in ready.ledger.lines))


def _told(line: LedgerLine) -> dict[str, object]:
    claim, figure = line.claim, line.figure
    behind = figure if figure is not None else claim
    return {
        "number": line.number,
        "sentence": line.sentence,
        "place": line.place,
        "state": line.state.value,
        "kind": claim.kind.value if claim is not None else None,
        "win": str(line.win) if line.win is not None else None,
        "formula": line.match.formula if line.match is not None else claim.formula if claim is not None else "",
        "inputs": list(claim.inputs) if claim is not None else [],
        "source": behind.source if behind is not None else "",
        "period": behind.period if behind is not None else "",
        "scope": behind.scope.value if behind is not None and behind.scope is not None else None,
        "basis": behind.basis.value if behind is not None and behind.basis is not None else None,
    }

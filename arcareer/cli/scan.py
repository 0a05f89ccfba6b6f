"""`arcareer-cli scan`: a resume as a hiring manager sees it in fifteen seconds."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from arcareer.prose.scan import Scan, ScannedBullet, Signal


def register(subparsers: Any) -> None:
    """Add the command to the command line's parser."""
    parser = subparsers.add_parser("scan", help="read a resume as a hiring manager does", description=__doc__)
    add_arguments(parser)
    parser.set_defaults(run=run)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's own arguments."""
    parser.add_argument("file", type=Path, metavar="FILE", help="a resume: Word, PDF, Markdown or plain text")
    parser.add_argument("--json", action="store_true", help="one JSON object: signals, and bullets in order")


def run(args: argparse.Namespace) -> int:
    """Scan one document; 0 when done. A file that cannot be opened is reported by the command line itself."""
    from arcareer.prose.scan import scan  # noqa: PLC0415 - the engines load on first use
    from arcareer.services.resume_scan import resume_lines  # noqa: PLC0415

    result = scan(resume_lines(args.file))
    if args.json:
        sys.stdout.write(json.dumps(_as_json(result), ensure_ascii=False, indent=1) + "\n")
    else:
        for line in _printed(result):
            sys.stdout.write(line + "\n")
    return 0


def _as_json(result: Scan) -> dict[str, Any]:
    return {
        "signals": [_signal(signal) for signal in result.signals],
        "bullets": [_bullet(scanned) for scanned in result.bullets],
    }


def _signal(signal: Signal) -> dict[str, Any]:
    return {
        "id": signal.id,
        "label": signal.label,
        "presence": signal.presence.value,
        "words": signal.words,
        "line": signal.line,
    }


def _bullet(scanned: ScannedBullet) -> dict[str, Any]:
    report = scanned.report
    return {
        "line": scanned.bullet.line,
        "text": scanned.bullet.text,
        "flags": list(report.flags),
        "codes": [finding.code for finding in report.findings],
        "rubric": {points.criterion: points.score for points in report.card.points},
        "overall": report.card.overall,
    }


def _printed(result: Scan) -> Iterator[str]:
    for signal in result.signals:
        where = f", line {signal.line}: {signal.words}" if signal.line else f". {signal.advice}"
        yield f"{signal.presence.value:7} {signal.label}{where}"
    yield ""
    for scanned in result.bullets:
        flags = ", ".join(finding.title.lower() for finding in scanned.report.findings)
        yield f"{scanned.report.card.overall:2}/20  line {scanned.bullet.line}: {scanned.bullet.text}"
        if flags:
            yield f"       {flags}"


if __name__ == "__main__":
    _parser = argparse.ArgumentParser(prog="arcareer-cli scan")
    add_arguments(_parser)
    sys.exit(run(_parser.parse_args()))

"""`arcareer-cli check`: findings and scores for files and JSON lines, and the page of one rule."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from arcareer.prose.engine import LineReport
    from arcareer.prose.finding import Finding

FOUND: Final = 1
WRONG_USE: Final = 2
MACHINE_FAULT: Final = 3
_NEEDED: Final = {"bullet": ("text",), "star": (), "reframe": ("reframe",)}


def register(subparsers: Any) -> None:
    """Add the command to the command line's parser."""
    parser = subparsers.add_parser("check", help="judge text: red flags, bullet score, STAR answers, reframes")
    add_arguments(parser)
    parser.set_defaults(run=run)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's own arguments."""
    parser.add_argument(
        "file", nargs="?", type=Path, help="a text file, one bullet or paragraph a line; - reads standard input"
    )
    parser.add_argument(
        "--jsonl", action="store_true", help="requests as JSON lines on standard input, predictions out"
    )
    parser.add_argument("--explain", metavar="CODE", help="print the page of one rule")


def run(args: argparse.Namespace) -> int:
    """Run the command; returns the exit status."""
    if args.explain:
        return _explain(args.explain)
    if args.jsonl:
        return _answer_requests()
    if args.file is None:
        sys.stderr.write("Name a file to check, or use --jsonl or --explain CODE.\n")
        return WRONG_USE
    return _check_file(args.file)


def _answer_requests() -> int:
    sys.stdin.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    for number, line in enumerate(sys.stdin, start=1):
        if not line.strip():
            continue
        request = _request(line)
        if request is None:
            sys.stderr.write(f"Line {number} is not a request this command knows. The lines before it were answered.\n")
            return WRONG_USE
        sys.stdout.write(json.dumps(predict(request), ensure_ascii=False) + "\n")
    return 0


def _request(line: str) -> dict[str, Any] | None:
    """The request on a line, when it is one: an object with an id, a known kind and that kind's texts."""
    try:
        request = json.loads(line)
    except ValueError:
        return None
    if not isinstance(request, dict) or "id" not in request or request.get("kind") not in _NEEDED:
        return None
    return request if all(isinstance(request.get(name), str) for name in _NEEDED[request["kind"]]) else None


def predict(request: dict[str, Any]) -> dict[str, Any]:
    """The prediction for one request (bullet, star or reframe); ValueError for another kind."""
    kind = request["kind"]
    if kind == "bullet":
        return _bullet(request)
    if kind == "star":
        return _star(request)
    if kind == "reframe":
        return _reframe(request)
    raise ValueError(f"kind {kind!r}")


def _bullet(request: dict[str, Any]) -> dict[str, Any]:
    from arcareer.prose.engine import check_line  # noqa: PLC0415 - the engines load on first use

    report = check_line(str(request["text"]))
    rubric = {points.criterion: points.score for points in report.card.points}
    found = [_finding(finding) for finding in report.findings]
    return {
        "id": request["id"],
        "flags": list(report.flags),
        "rubric": rubric,
        "overall": report.card.overall,
        "rubric_version": report.card.version,
        "findings": found,
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.code,
        "flag": finding.flag,
        "weight": finding.weight.value,
        "start": finding.span.start,
        "end": finding.span.end,
        "words": finding.words,
    }


def _star(request: dict[str, Any]) -> dict[str, Any]:
    from arcareer.prose.star import PARTS, StarAnswer, analyse  # noqa: PLC0415

    result = analyse(StarAnswer(**{name: str(request.get(name) or "") for name in PARTS}))
    return {
        "id": request["id"],
        "defects": [one.id for one in result.defects],
        "quality": result.quality,
        "seconds": result.seconds,
    }


def _reframe(request: dict[str, Any]) -> dict[str, Any]:
    from arcareer.prose.reframe import analyse  # noqa: PLC0415

    result = analyse(str(request.get("weakness") or ""), str(request.get("reframe") or ""))
    return {"id": request["id"], "defects": [one.id for one in result.defects], "quality": result.quality}


def _explain(code: str) -> int:
    from arcareer.prose.explain import rule_page  # noqa: PLC0415
    from arcareer.prose.registry import registry  # noqa: PLC0415

    rule = registry().get(code)
    if rule is None:
        known = ", ".join(one.code for one in registry())
        sys.stderr.write(f"There is no rule {code}. The rules are: {known}.\n")
        return WRONG_USE
    sys.stdout.write(rule_page(rule))
    return 0


def _check_file(path: Path) -> int:
    from arcareer.prose.engine import check_text  # noqa: PLC0415

    try:
        text = sys.stdin.read() if str(path) == "-" else path.read_text("utf-8-sig", errors="replace")
    except OSError as reason:
        sys.stderr.write(f"{path} could not be opened: {reason.strerror}. Nothing was changed.\n")
        return MACHINE_FAULT
    found = False
    for report in check_text(text):
        for line in _printed(report, text.count("\n", 0, report.span.start) + 1):
            found = True
            sys.stdout.write(line + "\n")
    return FOUND if found else 0


def _printed(report: LineReport, number: int) -> Iterator[str]:
    for finding in report.findings:
        words = finding.words if len(finding.words) <= 60 else finding.words[:57] + "..."
        yield f"{number}: {finding.code} {finding.title} [{finding.severity.value}]: {words}"
        yield f"    why: {finding.why}"
        yield f"    ask: {finding.question}"


if __name__ == "__main__":
    _parser = argparse.ArgumentParser(prog="arcareer-cli check")
    add_arguments(_parser)
    sys.exit(run(_parser.parse_args()))

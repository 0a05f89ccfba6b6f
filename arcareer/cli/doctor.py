"""`arcareer-cli doctor`: say how the library is, where everything lies, and how the backups stand."""

from __future__ import annotations

import argparse
import json
import platform
import sqlite3
import sys
from typing import TYPE_CHECKING, Any

import arcareer
from arcareer.cli.opening import opened
from arcareer.clock import SystemClock
from arcareer.paths import AppPaths
from arcareer.problems import LibraryProblem
from arcareer.services.recovery import RecoveryService

if TYPE_CHECKING:
    from arcareer.bootstrap import App
    from arcareer.domain.safekeeping import BackupState, CheckReport


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to `subparsers`."""
    parser = subparsers.add_parser("doctor", help="say how the library is and where it lies", description=__doc__)
    parser.add_argument("--json", action="store_true", help="print everything as one JSON object")
    parser.add_argument("--mend", action="store_true", help="bring damaged records back from the backups first")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Check everything and print it. Returns 0 when all is well, 1 with findings, 3 where the library does not open."""
    places = AppPaths.of_user(args.library)
    answer: dict[str, Any] = {
        "library": str(places.library.folder),
        "preferences": str(places.config),
        "arcareer": arcareer.__version__,
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
    }
    try:
        with opened(args.library, create=False) as app:
            answer |= _examined(app, mend=args.mend)
        code = 0 if answer["sound"] and not answer["findings"] else 1
    except LibraryProblem as problem:
        answer |= {"opens": False, "problem": problem.kind.value, "text": problem.text, "findings": problem.details}
        code = 3
    answer |= _files(RecoveryService(places.library, SystemClock()))
    sys.stdout.write(json.dumps(answer, ensure_ascii=False) + "\n" if args.json else _as_lines(answer))
    return code


def _examined(app: App, *, mend: bool) -> dict[str, Any]:
    read_only = app.report.read_only
    report = app.check.mend() if mend and not read_only else app.check.check()
    return {
        "opens": True,
        "read_only": read_only,
        "sound": report.sound,
        "wins": report.wins,
        "evidence_files": report.evidence_files,
        "findings": [*_findings(report), *([trouble] if (trouble := app.backups.state().trouble) else [])],
        "notices": [notice.text for notice in app.report.notices],
        **_backups(app.backups.state()),
    }


def _findings(report: CheckReport) -> list[str]:
    return [
        *report.findings,
        *(f"evidence missing: {sha256}" for sha256 in report.evidence_missing),
        *(f"evidence changed: {sha256}" for sha256 in report.evidence_changed),
    ]


def _backups(state: BackupState) -> dict[str, Any]:
    return {
        "last_backup_at": state.last_good_at.isoformat() if state.last_good_at else None,
        "last_drill_at": state.last_drill_at.isoformat() if state.last_drill_at else None,
        "rotation_paused": state.rotation_paused,
    }


def _files(recovery: RecoveryService) -> dict[str, Any]:
    return {
        "backups": [
            {"sequence": backup.sequence, "wins": backup.wins, "condition": condition.value}
            for backup, condition in recovery.backups()
        ],
        "put_aside": [str(entry.folder) for entry in recovery.put_aside()],
    }


def _as_lines(answer: dict[str, Any]) -> str:
    lines = [f"{name.replace('_', ' '):<16} {_as_text(value)}" for name, value in answer.items() if name != "findings"]
    lines += [f"{'finding':<16} {finding}" for finding in answer["findings"]]
    if answer["opens"]:
        whole = "all intact" if answer["sound"] and not answer["findings"] else "see the findings above"
        wins, files = _counted(answer["wins"], "win"), _counted(answer["evidence_files"], "evidence file")
        lines.append(f"{wins}, {files}, {whole}.")
    return "\n".join(lines) + "\n"


def _counted(count: int, thing: str) -> str:
    return f"{count:,} {thing}" if count == 1 else f"{count:,} {thing}s"


def _as_text(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        good = sum(isinstance(item, dict) and item["condition"] == "good" for item in value)
        return (
            f"{len(value)}, {good} of them good" if value and isinstance(value[0], dict) else "; ".join(value) or "none"
        )
    return str(value if value is not None else "never")

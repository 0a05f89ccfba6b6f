"""`arcareer-cli restore [SEQ]`: list the backups of the library, or go back to one of them."""

from __future__ import annotations

import argparse
import json
import sys
from typing import TYPE_CHECKING, Final

from arcareer.cli.opening import opened, tell
from arcareer.clock import SystemClock
from arcareer.domain.safekeeping import BackupCondition
from arcareer.errors import UserError
from arcareer.paths import AppPaths
from arcareer.problems import LibraryProblem, ProblemKind
from arcareer.services.recovery import RecoveryService

if TYPE_CHECKING:
    from arcareer.domain.safekeeping import BackupInfo

_IN_THE_WAY: Final = frozenset(
    {ProblemKind.LOCKED, ProblemKind.BUSY, ProblemKind.READ_ONLY, ProblemKind.DISK_FULL, ProblemKind.SQLITE_TOO_OLD}
)
_HINT: Final = "No backup is removed until you say that the library is right: arcareer-cli restore --confirm\n"


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to `subparsers`."""
    parser = subparsers.add_parser("restore", help="list backups, or go back to one", description=__doc__)
    parser.add_argument("sequence", nargs="?", type=int, metavar="SEQ", help="the backup's number; without it, a list")
    parser.add_argument("--missing", action="store_true", help="bring back only the wins the library lacks")
    parser.add_argument("--confirm", action="store_true", help="the library is right: old backups may go again")
    parser.add_argument("--json", action="store_true", help="print the list as JSON, one backup a line")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """List, restore or confirm. Returns 0, or 1 where there is no backup to list; raises what stands in the way."""
    if args.sequence is not None:
        return _bring_back_missing(args) if args.missing else _restore(args)
    if args.missing:
        raise UserError("Say which backup: arcareer-cli restore SEQ --missing. The list of numbers: restore")
    return _confirm(args) if args.confirm else _list(_recovery(args), as_json=args.json)


def _recovery(args: argparse.Namespace) -> RecoveryService:
    return RecoveryService(AppPaths.of_user(args.library).library, SystemClock())


def _list(recovery: RecoveryService, *, as_json: bool) -> int:
    backups = recovery.backups()
    for backup, condition in backups:
        sys.stdout.write(_as_json(backup, condition) if as_json else _as_line(backup, condition))
    if not backups:
        tell(f"There are no backups in {recovery.paths.backups}.")
    return 0 if backups else 1


def _as_line(backup: BackupInfo, condition: BackupCondition) -> str:
    made = backup.made_at.astimezone()
    newest = f"newest win {backup.newest_win}" if backup.newest_win else "no wins dated"
    return (
        f"{backup.sequence:>6}  {made:%Y-%m-%d %H:%M}  {backup.wins:>6,} wins  {newest:<22}  "
        f"{backup.reason:<14}  {condition}\n"
    )


def _as_json(backup: BackupInfo, condition: BackupCondition) -> str:
    described = {
        "sequence": backup.sequence,
        "made_at": backup.made_at.isoformat(),
        "wins": backup.wins,
        "newest_win": backup.newest_win,
        "reason": backup.reason.value,
        "condition": condition.value,
        "schema": backup.schema,
        "app_version": backup.app_version,
        "size": backup.size,
        "path": str(backup.path),
    }
    return f"{json.dumps(described, ensure_ascii=False)}\n"


def _restore(args: argparse.Namespace) -> int:
    """Go back with a backup of what is there now; where the library does not open, what is there is kept aside."""
    try:
        with opened(args.library, create=False) as app:
            before = app.backups.restore(args.sequence)
        kept = f"What was there before is backup {before.sequence}.\n"
    except LibraryProblem as problem:
        if problem.kind in _IN_THE_WAY or _tried_in_vain(problem):
            raise
        tell(problem.text)
        recovery = _recovery(args)
        recovery.restore(args.sequence)
        kept = f"What was there before is kept in {recovery.paths.quarantine}.\n"
    with opened(args.library, create=False):
        sys.stdout.write(f"The library is what it was in backup {args.sequence}. {kept}{_HINT}")
    return 0


def _tried_in_vain(problem: LibraryProblem) -> bool:
    return problem.kind in (ProblemKind.BACKUP_DAMAGED, ProblemKind.BACKUP_STOPPED)


def _bring_back_missing(args: argparse.Namespace) -> int:
    with opened(args.library, create=False, writes=True) as app:
        missing = app.missing_wins.find(args.sequence)
        app.missing_wins.bring_back(args.sequence)
    for win in missing:
        sys.stdout.write(f"{win.happened_on}  {win.headline}\n")
    brought = "1 win was brought back." if len(missing) == 1 else f"{len(missing):,} wins were brought back."
    tell(brought if missing else "The library lacks none of that backup's wins.")
    return 0


def _confirm(args: argparse.Namespace) -> int:
    with opened(args.library, create=False) as app:
        app.backups.confirm_content()
    sys.stdout.write("Noted: the library is right as it is. Old backups may be removed again.\n")
    return 0

"""`arcareer-cli backup`: make a verified backup of the library now."""

from __future__ import annotations

import argparse
import sys

from arcareer.cli.opening import opened, tell


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to `subparsers`."""
    parser = subparsers.add_parser("backup", help="make a verified backup now", description=__doc__)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Make the backup and print its number and file. Returns 0; raises `LibraryProblem` where it cannot be made."""
    with opened(args.library, create=False) as app:
        backup = app.backups.back_up()
        trouble = app.backups.state().trouble
    if trouble:
        tell(trouble)
    wins = "1 win" if backup.wins == 1 else f"{backup.wins:,} wins"
    sys.stdout.write(f"Backup {backup.sequence}: {wins}, checked.\n{backup.path}\n")
    return 0

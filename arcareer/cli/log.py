"""`arcareer-cli log "SENTENCE"`: save a win as the quick capture does, and print its id."""

from __future__ import annotations

import argparse
import sys
from datetime import date, timedelta
from typing import TYPE_CHECKING

from arcareer.cli.opening import opened
from arcareer.errors import UserError

if TYPE_CHECKING:
    from arcareer.content.library import ContentLibrary


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to `subparsers`."""
    parser = subparsers.add_parser("log", help="save a win", description=__doc__)
    parser.add_argument("sentence", metavar="SENTENCE", help="what you did, in one line")
    parser.add_argument("--on", metavar="DATE", default="today", help="2026-03-06, today or yesterday (default: today)")
    parser.add_argument("--theme", metavar="ID", help="the theme, in place of the suggested one")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Save the win. Returns 0; raises `UserError` for a sentence, date or theme that cannot be kept."""
    with opened(args.library, writes=True) as app:
        if args.theme is not None:
            _check_theme(args.theme, app.content)
        sentence = args.sentence.encode("utf-8", "surrogateescape").decode("utf-8", "replace").strip()
        draft = app.capture.draft(sentence, _day(args.on, app.clock.today()), args.theme)
        edit = app.journal.log_win(draft)
    sys.stdout.write(f"{edit.entity_id}\n")
    return 0


def _day(text: str, today: date) -> date:
    named = {"today": today, "yesterday": today - timedelta(days=1)}
    if text.lower() in named:
        return named[text.lower()]
    try:
        return date.fromisoformat(text)
    except ValueError as reason:
        raise UserError(f"“{text}” is not a date. Write it as {today.isoformat()}, today or yesterday.") from reason


def _check_theme(theme: str, content: ContentLibrary) -> None:
    known = [one.id for one in content.themes]
    if theme and theme not in known:
        raise UserError(f"There is no theme “{theme}”. Choose one of {', '.join(known)}.")

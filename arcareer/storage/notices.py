"""The words for what a start found and could deal with."""

from __future__ import annotations

from arcareer.domain.start_report import Notice, NoticeKind
from arcareer.storage.inspection import Inspection
from arcareer.storage.swap import SwapOutcome


def swap_notice(outcome: SwapOutcome) -> tuple[Notice, ...]:
    """Return what to say about a replacement of the library that was interrupted."""
    if outcome is SwapOutcome.FINISHED:
        text = "Going back to a backup, or an upgrade, was interrupted and has now been finished. Nothing is lost."
        return (Notice(NoticeKind.RESTORE_FINISHED, text),)
    if outcome is SwapOutcome.TAKEN_BACK:
        text = (
            "Going back to a backup, or an upgrade, was interrupted and its copy is not intact. "
            "Your library is as it was before; try again."
        )
        return (Notice(NoticeKind.RESTORE_TAKEN_BACK, text),)
    return ()


def strange_files_notice(count: int) -> Notice:
    """Return what to say about journals that belonged to another file."""
    files = "A file" if count == 1 else f"{count} files"
    text = (
        f"{files} beside your library did not belong to it. They were put aside and not used. Your wins are as saved."
    )
    return Notice(NoticeKind.STRANGE_FILES, text)


def fewer_wins_notice(before: int, now: int) -> Notice:
    """Return what to say when the library holds fewer wins than when it was closed."""
    text = (
        f"Your library holds {now:,} wins; it held {before:,} when it was last closed. No backup will be removed. "
        "If this surprises you, look at Settings, Your data, Backups."
    )
    return Notice(NoticeKind.FEWER_WINS, text)


def damaged_rows_notice(inspection: Inspection) -> Notice:
    """Return what to say about single damaged records in a library that opens."""
    count = len(inspection.rows) + len(inspection.counts) + len(inspection.references)
    records = "1 record" if count == 1 else f"{count} records"
    text = (
        f"{records} of your library are damaged on the disk; everything else is intact and your backups are untouched. "
        "Open Settings, Your data, to bring them back from a backup."
    )
    return Notice(NoticeKind.DAMAGED_ROWS, text)


def shared_folder_notice(service: str) -> Notice:
    """Return the warning about a library in a synced or network folder."""
    text = (
        f"Your library lies in {service}. Two computers writing at once can damage it. "
        "Keep it on this computer, and put only the backups there."
    )
    return Notice(NoticeKind.SHARED_FOLDER, text)


def read_only_notice() -> Notice:
    """Return what to say about a library that can only be looked at."""
    text = (
        "This library's folder or file may not be written, so you can look and export but not change anything. "
        "Make it writable for your account and start again."
    )
    return Notice(NoticeKind.READ_ONLY, text)


def upgraded_notice(backup: int) -> Notice:
    """Return what to say after a migration; `backup` is the number of the backup made before."""
    text = f"Your library was brought up to date. Backup {backup} holds it as it was, and stays."
    return Notice(NoticeKind.UPGRADED, text)


def safe_mode_notice() -> Notice:
    """Return what to say when the last two starts did not come to an end."""
    text = (
        "The last two starts did not get far, so this one leaves out half-typed text and the last window. "
        "Nothing was removed. If it happens again, go back to a backup."
    )
    return Notice(NoticeKind.SAFE_MODE, text)

"""How a library opened, and what the user should know about that."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class NoticeKind(StrEnum):
    """Something the user should know about the library they opened."""

    CREATED = "created"
    READ_ONLY = "read-only"
    UPGRADED = "upgraded"
    RESTORE_FINISHED = "restore-finished"
    RESTORE_TAKEN_BACK = "restore-taken-back"
    STRANGE_FILES = "strange-files"
    FEWER_WINS = "fewer-wins"
    DAMAGED_ROWS = "damaged-rows"
    SHARED_FOLDER = "shared-folder"
    SAFE_MODE = "safe-mode"


class Notice(NamedTuple):
    """One thing to tell: what happened, what is safe and what to do."""

    kind: NoticeKind
    text: str


class StartReport(NamedTuple):
    """How a library opened. `checked` says that the full check already ran; else it is due after the first paint."""

    created: bool = False
    read_only: bool = False
    checked: bool = False
    safe_mode: bool = False
    upgraded_from: int = 0
    notices: tuple[Notice, ...] = ()

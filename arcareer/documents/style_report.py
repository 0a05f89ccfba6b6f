"""What was taken from a Word file of the user's own, what was not, and what comes from our own styles instead."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class NoteKind(StrEnum):
    """What a line of the report is about, in the order in which the lines stand."""

    MACRO = "macro"
    EMBEDDED = "embedded"
    LINK = "link"
    HIDDEN = "hidden"
    BODY = "body"
    STYLE = "style"
    FONT = "font"
    PICTURE = "picture"
    FIELD = "field"
    PAGE = "page"


@dataclass(frozen=True, slots=True)
class StyleNote:
    """One line of the report in plain words."""

    kind: NoteKind
    words: str


@dataclass(frozen=True, slots=True)
class StyleReport:
    """The report. `found` and `missing` are the names of the styles documents are made of."""

    lines: tuple[StyleNote, ...]
    found: tuple[str, ...]
    missing: tuple[str, ...]


def report_of(notes: Iterable[StyleNote], found: tuple[str, ...], missing: tuple[str, ...]) -> StyleReport:
    """Return the report with its lines in order, each once."""
    order = list(NoteKind)
    lines = sorted(dict.fromkeys(notes), key=lambda note: order.index(note.kind))
    return StyleReport(tuple(lines), found, missing)


def listing(names: list[str], most: int = 8) -> str:
    """Return names as a list in a sentence, the first few where they are many."""
    shown = [f"“{name}”" for name in names[:most]]
    rest = len(names) - len(shown)
    if rest:
        return f"{', '.join(shown)} and {rest} more"
    return " and ".join([", ".join(shown[:-1]), shown[-1]]) if len(shown) > 1 else "".join(shown)

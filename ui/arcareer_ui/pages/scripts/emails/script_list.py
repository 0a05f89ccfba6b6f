"""The list of messages, and what narrows it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from arcareer.domain.messages import ScriptStage
from arcareer.services.scripts import ScriptEntry
from arcareer_ui.pages.scripts.emails.words import STAGES, stage_words
from arcareer_ui.widgets.card_list import CardHeading, CardRow
from arcareer_ui.widgets.chip import ChipText
from arcareer_ui.widgets.segment import Option

ALL, OWN = "all", "own"


class ScriptLine(NamedTuple):
    """A message in the list, or the heading of a stage."""

    stage: ScriptStage
    entry: ScriptEntry | None = None

    @property
    def key(self) -> str:
        """Return the message's key; of a heading the stage."""
        return self.entry.key if self.entry is not None else f"stage {self.stage.value}"


def script_lines(entries: Sequence[ScriptEntry]) -> tuple[ScriptLine, ...]:
    """Return messages with a heading before each stage."""
    lines: list[ScriptLine] = []
    for entry in entries:
        if not lines or lines[-1].stage is not entry.stage:
            lines.append(ScriptLine(entry.stage))
        lines.append(ScriptLine(entry.stage, entry))
    return tuple(lines)


def script_card(line: ScriptLine) -> CardRow | CardHeading:
    """Return how a message stands in the list."""
    if line.entry is None:
        return CardHeading(stage_words(line.stage))
    entry = line.entry
    own = QCoreApplication.translate("ScriptList", "Your own")
    changed = QCoreApplication.translate("ScriptList", "Changed by you")
    mark = own if entry.is_own else changed if entry.is_changed else ""
    chips = (ChipText(mark, "info"),) if mark else ()
    spoken = ". ".join(part for part in (entry.title, entry.use_when, stage_words(entry.stage), mark) if part)
    return CardRow(entry.title, entry.use_when, chips, spoken)


def stage_options() -> list[Option]:
    """Return what narrows the list of messages."""
    everything = QCoreApplication.translate("ScriptList", "All stages")
    own = QCoreApplication.translate("ScriptList", "Your own")
    return [(ALL, everything), *((one.value, stage_words(one)) for one in STAGES), (OWN, own)]

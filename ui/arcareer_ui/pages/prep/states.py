"""How far an item is proven, as icon, colour and words: never by colour alone."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from arcareer.domain.checklist import ChecklistLine, ClaimState
from arcareer_ui.words import QT_TRANSLATE_NOOP


class StateLook(NamedTuple):
    """What stands for a state."""

    icon: str
    colour: str
    words: str


LOOKS = {
    ClaimState.MISSING: StateLook("circle-dashed", "text3", QT_TRANSLATE_NOOP("ClaimState", "Nothing yet")),
    ClaimState.CLAIMED: StateLook(
        "circle-dot-dashed", "text2", QT_TRANSLATE_NOOP("ClaimState", "Claimed, no proof yet")
    ),
    ClaimState.EVIDENCED: StateLook("circle-dot", "warn", QT_TRANSLATE_NOOP("ClaimState", "No number yet")),
    ClaimState.EVIDENCED_WITH_NUMBER: StateLook(
        "circle-check", "accent", QT_TRANSLATE_NOOP("ClaimState", "Proven with a number")
    ),
}


def words_of(state: ClaimState) -> str:
    """Return a state in the user's language."""
    return QCoreApplication.translate("ClaimState", LOOKS[state].words)


def note_of(line: ChecklistLine) -> str:
    """Return the short note at the end of an item's row."""
    proofs = sum(not win.in_trash for win in line.wins)
    if line.state is ClaimState.EVIDENCED_WITH_NUMBER:
        return QCoreApplication.translate("ClaimState", "%n proof(s)", "", proofs)
    if line.state is ClaimState.EVIDENCED:
        return QCoreApplication.translate("ClaimState", "No number")
    if line.state is ClaimState.CLAIMED:
        return QCoreApplication.translate("ClaimState", "Claimed")
    return QCoreApplication.translate("ClaimState", "Add proof")

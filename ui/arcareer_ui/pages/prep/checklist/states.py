"""How far an item is proven, as icon, colour and words: never by colour alone."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from arcareer.domain.checklist import ChecklistLine, ClaimState
from arcareer_ui.widgets.styling import Tone
from arcareer_ui.words import QT_TRANSLATE_NOOP


class StateLook(NamedTuple):
    """What stands for a state: an icon in a colour, the tone of a chip, a colour for the note of a row, words."""

    icon: str
    colour: str
    tone: Tone
    note_colour: str
    words: str


LOOKS = {
    ClaimState.MISSING: StateLook(
        "circle-dashed", "text3", "plain", "accent", QT_TRANSLATE_NOOP("ClaimState", "Nothing yet")
    ),
    ClaimState.CLAIMED: StateLook(
        "circle-dot-dashed", "text2", "plain", "text2", QT_TRANSLATE_NOOP("ClaimState", "Claimed, no proof yet")
    ),
    ClaimState.EVIDENCED: StateLook(
        "circle-dot", "warn", "warn", "warn", QT_TRANSLATE_NOOP("ClaimState", "No number yet")
    ),
    ClaimState.EVIDENCED_WITH_NUMBER: StateLook(
        "circle-check", "accent", "accent", "text3", QT_TRANSLATE_NOOP("ClaimState", "Proven with a number")
    ),
}


def words_of(state: ClaimState) -> str:
    """Return a state in the user's language."""
    return QCoreApplication.translate("ClaimState", LOOKS[state].words)


def note_of(line: ChecklistLine) -> str:
    """Return the short note at the end of an item's row."""
    if line.state is ClaimState.EVIDENCED_WITH_NUMBER:
        return QCoreApplication.translate("ClaimState", "%n proof(s)", "", proofs_of(line))
    if line.state is ClaimState.EVIDENCED:
        return QCoreApplication.translate("ClaimState", "No number")
    if line.state is ClaimState.CLAIMED:
        return QCoreApplication.translate("ClaimState", "Claimed")
    return QCoreApplication.translate("ClaimState", "Add proof")


def spoken(line: ChecklistLine) -> str:
    """Return an item and how far it is, as a sentence for screen readers."""
    parts = [line.item.label, words_of(line.state)]
    if proofs := proofs_of(line):
        parts.append(QCoreApplication.translate("ClaimState", "%n proof(s)", "", proofs))
    if is_ticked(line):
        parts.append(QCoreApplication.translate("ClaimState", "Ticked by you"))
    return ". ".join(parts)


def proofs_of(line: ChecklistLine) -> int:
    """Return how many wins prove an item; those in the trash do not."""
    return sum(not win.in_trash for win in line.wins)


def is_ticked(line: ChecklistLine) -> bool:
    """Return whether the user ticked an item by hand."""
    return line.claim is not None and line.claim.ticked


def is_proven(line: ChecklistLine) -> bool:
    """Return whether an item counts as proven: a linked win carries a number."""
    return line.state is ClaimState.EVIDENCED_WITH_NUMBER

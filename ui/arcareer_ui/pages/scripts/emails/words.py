"""Stages and tones in the user's words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from arcareer.domain.messages import ScriptStage, Tone
from arcareer_ui.words import QT_TRANSLATE_NOOP

STAGES = {
    ScriptStage.BEFORE_DUE: QT_TRANSLATE_NOOP("ScriptStage", "Before the due date"),
    ScriptStage.DAYS_1_15: QT_TRANSLATE_NOOP("ScriptStage", "1 to 15 days late"),
    ScriptStage.DAYS_16_30: QT_TRANSLATE_NOOP("ScriptStage", "16 to 30 days late"),
    ScriptStage.DAYS_31_60: QT_TRANSLATE_NOOP("ScriptStage", "31 to 60 days late"),
    ScriptStage.OVER_60: QT_TRANSLATE_NOOP("ScriptStage", "Over 60 days late"),
    ScriptStage.DISPUTE: QT_TRANSLATE_NOOP("ScriptStage", "Disputes"),
    ScriptStage.TERMS: QT_TRANSLATE_NOOP("ScriptStage", "Terms and plans"),
    ScriptStage.INSIDE: QT_TRANSLATE_NOOP("ScriptStage", "To colleagues"),
    ScriptStage.ROUTINE: QT_TRANSLATE_NOOP("ScriptStage", "Everyday"),
}
TONES = {
    Tone.FRIENDLY: QT_TRANSLATE_NOOP("Tone", "Friendly"),
    Tone.FIRM: QT_TRANSLATE_NOOP("Tone", "Firm"),
    Tone.FINAL: QT_TRANSLATE_NOOP("Tone", "Final"),
}


def stage_words(stage: ScriptStage) -> str:
    """Return a stage in the user's language."""
    return QCoreApplication.translate("ScriptStage", STAGES[stage])


def tone_words(tone: Tone) -> str:
    """Return a tone in the user's language."""
    return QCoreApplication.translate("Tone", TONES[tone])

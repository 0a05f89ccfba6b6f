"""How kinds, levels and fits are called on screen."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from arcareer.domain.questions import Fit, Level, Question, QuestionKind
from arcareer_ui.widgets.styling import Tone
from arcareer_ui.words import QT_TRANSLATE_NOOP

KINDS = {
    QuestionKind.BEHAVIOURAL: QT_TRANSLATE_NOOP("QuestionWords", "Behavioral"),
    QuestionKind.SITUATIONAL: QT_TRANSLATE_NOOP("QuestionWords", "Situational"),
    QuestionKind.TECHNICAL: QT_TRANSLATE_NOOP("QuestionWords", "Technical"),
}
LEVELS = {
    Level.CLERK: QT_TRANSLATE_NOOP("QuestionWords", "Clerk"),
    Level.COORDINATOR: QT_TRANSLATE_NOOP("QuestionWords", "Coordinator"),
    Level.SPECIALIST: QT_TRANSLATE_NOOP("QuestionWords", "Senior"),
    Level.LEAD: QT_TRANSLATE_NOOP("QuestionWords", "Lead"),
    Level.MANAGER: QT_TRANSLATE_NOOP("QuestionWords", "Manager"),
}


class FitLook(NamedTuple):
    """How a fit is shown: icon, colour token, tone of a chip, words."""

    icon: str
    colour: str
    tone: Tone
    words: str


FITS = {
    Fit.STRONG: FitLook("circle-check", "accent", "accent", QT_TRANSLATE_NOOP("QuestionWords", "Strong answer")),
    Fit.WORKABLE: FitLook("circle-dot", "warn", "warn", QT_TRANSLATE_NOOP("QuestionWords", "Workable answer")),
    Fit.GAP: FitLook("circle-dashed", "text3", "plain", QT_TRANSLATE_NOOP("QuestionWords", "No answer yet")),
}


def kind_words(kind: QuestionKind) -> str:
    """Return what a kind of question is called."""
    return _said(KINDS[kind])


def level_words(level: Level) -> str:
    """Return what a level is called."""
    return _said(LEVELS[level])


def fit_words(fit: Fit) -> str:
    """Return what a fit is called."""
    return _said(FITS[fit].words)


def levels_of(question: Question) -> str:
    """Return the levels a question is asked at; nothing where it is asked at every level."""
    if len(question.levels) in (0, len(Level)):
        return ""
    return ", ".join(level_words(level) for level in question.levels)


def _said(words: str) -> str:
    return QCoreApplication.translate("QuestionWords", words)

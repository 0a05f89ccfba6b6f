"""Answers, questions, interviews, bullets and phrases in the palette."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from arcareer_ui.shell.palette_entries import PaletteEntry, PaletteGroup

if TYPE_CHECKING:
    from arcareer.services.answers import AnswerService
    from arcareer.services.bullets import BulletService
    from arcareer.services.interviews import InterviewService
    from arcareer.services.phrases import PhraseService
    from arcareer.services.questions import QuestionService

MOST_ANSWERS, MOST_BULLETS, MOST_PHRASES = 5, 5, 3
MOST_QUESTIONS, MOST_INTERVIEWS = 3, 3
WORDS_IN_TITLE = 9
FEWEST_LETTERS = 2
PHRASES_FROM = 3


class AnswerFinder:
    """Finds the user's answers for interviews."""

    def __init__(self, answers: Callable[[], AnswerService]) -> None:
        self._answers = answers

    def __call__(self, query: str) -> Sequence[PaletteGroup]:
        """Return one group of answers, nothing while fewer than two letters are typed."""
        if len(query) < FEWEST_LETTERS:
            return ()
        entries = tuple(
            PaletteEntry(
                answer.title or " ".join(answer.whole.split()[:WORDS_IN_TITLE]),
                "messages-square",
                hint=answer.kind.value.upper() if answer.kind.value == "star" else "",
                route=f"answer/{answer.id}",
            )
            for answer in self._answers().find(query, MOST_ANSWERS)
        )
        return (PaletteGroup(QCoreApplication.translate("AnswerFinder", "Answers"), entries),)


class InterviewFinder:
    """Finds the user's interviews."""

    def __init__(self, interviews: Callable[[], InterviewService]) -> None:
        self._interviews = interviews

    def __call__(self, query: str) -> Sequence[PaletteGroup]:
        """Return one group of interviews, nothing while fewer than two letters are typed."""
        if len(query) < FEWEST_LETTERS:
            return ()
        entries = tuple(
            PaletteEntry(one.title, "calendar", route=f"interview/{one.id}")
            for one in self._interviews().find(query)[:MOST_INTERVIEWS]
        )
        return (PaletteGroup(QCoreApplication.translate("InterviewFinder", "Interviews"), entries),)


class QuestionFinder:
    """Finds interview questions, shipped ones and the user's own."""

    def __init__(self, questions: Callable[[], QuestionService]) -> None:
        self._questions = questions

    def __call__(self, query: str) -> Sequence[PaletteGroup]:
        """Return one group of questions, nothing while fewer than three letters are typed."""
        if len(query) < PHRASES_FROM:
            return ()
        entries = tuple(
            PaletteEntry(one.text, "circle-question-mark", route=f"question/{one.key}")
            for one in self._questions().find(query, MOST_QUESTIONS)
        )
        return (PaletteGroup(QCoreApplication.translate("QuestionFinder", "Questions"), entries),)


class BulletFinder:
    """Finds the user's bullets, the best match first."""

    def __init__(self, bullets: Callable[[], BulletService]) -> None:
        self._bullets = bullets

    def __call__(self, query: str) -> Sequence[PaletteGroup]:
        """Return one group of bullets, nothing while fewer than two letters are typed."""
        if len(query) < FEWEST_LETTERS:
            return ()
        found = self._bullets().find(query, MOST_BULLETS)
        entries = tuple(PaletteEntry(bullet.text, "pen-line", route=f"bullet/{bullet.id}") for bullet in found)
        return (PaletteGroup(QCoreApplication.translate("BulletFinder", "Bullets"), entries),)


class PhraseFinder:
    """Finds sentences of the phrase bank, shipped ones and the user's own."""

    def __init__(self, phrases: Callable[[], PhraseService]) -> None:
        self._phrases = phrases

    def __call__(self, query: str) -> Sequence[PaletteGroup]:
        """Return one group of phrases, nothing while fewer than three letters are typed."""
        if len(query) < PHRASES_FROM:
            return ()
        from arcareer.domain.phrases import fill  # noqa: PLC0415 - nobody looks for phrases before the first paint

        found = self._phrases().patterns(query)[:MOST_PHRASES]
        entries = tuple(
            PaletteEntry(fill(one.say).text, "message-square-text", route=f"phrase/{one.key}") for one in found
        )
        return (PaletteGroup(QCoreApplication.translate("PhraseFinder", "Phrases"), entries),)

"""An answer for interviews as a text under the checks: one part at a time."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from arcareer.domain.answers import Answer
from arcareer.errors import FieldProblem, StaleEdit
from arcareer_ui.words import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from arcareer.domain.changes import Edit
    from arcareer.services.answers import AnswerService

FIELDS = ("part0", "part1", "part2", "part3", "part4")
PART_WORDS = {
    "situation": QT_TRANSLATE_NOOP("AnswerText", "Situation"),
    "task": QT_TRANSLATE_NOOP("AnswerText", "Task"),
    "action": QT_TRANSLATE_NOOP("AnswerText", "Action"),
    "result": QT_TRANSLATE_NOOP("AnswerText", "Result"),
    "weakness": QT_TRANSLATE_NOOP("AnswerText", "The weakness"),
    "cost": QT_TRANSLATE_NOOP("AnswerText", "What it cost"),
    "change": QT_TRANSLATE_NOOP("AnswerText", "What changed"),
    "evidence": QT_TRANSLATE_NOOP("AnswerText", "How you know"),
    "benefit": QT_TRANSLATE_NOOP("AnswerText", "How that helps"),
}


@dataclass(frozen=True, slots=True)
class AnswerParts:
    """The texts of an answer as fields, in the order they are said; those its kind does not have stay empty."""

    id: UUID
    part0: str = ""
    part1: str = ""
    part2: str = ""
    part3: str = ""
    part4: str = ""

    @classmethod
    def of(cls, answer: Answer) -> AnswerParts:
        """Return the texts of an answer."""
        return cls(answer.id, *answer.texts)

    def texts(self, count: int) -> tuple[str, ...]:
        """Return the first texts."""
        return tuple(str(getattr(self, field)) for field in FIELDS[:count])


class AnswerShelf:
    """Finds and stores the parts of answers."""

    def __init__(self, answers: AnswerService) -> None:
        self._answers = answers

    def fetch(self, identity: UUID) -> AnswerParts | None:
        """Return the parts of an answer; None where it is gone or in the trash."""
        answer = self._answers.get(identity)
        return AnswerParts.of(answer) if answer is not None and not answer.in_trash else None

    def save(self, before: AnswerParts, after: AnswerParts) -> Edit:
        """Store other parts; raise `StaleEdit` where the answer says something else by now."""
        answer = self._answers.get(before.id)
        if answer is None or AnswerParts.of(answer) != before:
            changed = QCoreApplication.translate(
                "AnswerText", "This answer was changed elsewhere. Nothing was overwritten."
            )
            raise StaleEdit(changed)
        try:
            return self._answers.save(answer, replace(answer, texts=after.texts(len(answer.parts))))
        except FieldProblem as problem:
            field = FIELDS[answer.parts.index(problem.field)] if problem.field in answer.parts else FIELDS[0]
            raise FieldProblem(field, str(problem)) from problem


def field_of(answer: Answer, part: str) -> str:
    """Return the field of a part by its name, or nothing where its kind has no such part."""
    return FIELDS[answer.parts.index(part)] if part in answer.parts else ""


def part_names(answer: Answer) -> dict[str, str]:
    """Return what the parts of an answer are called, by field."""
    words = (QCoreApplication.translate("AnswerText", PART_WORDS[part]) for part in answer.parts)
    return dict(zip(FIELDS, words, strict=False))

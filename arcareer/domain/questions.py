"""Questions interviewers ask: those of the bank and the user's own, and how well an answer fits one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final
from uuid import UUID

QUESTION_LIMIT: Final = 1_000
"""Characters of the longest own question that is kept."""


class QuestionKind(StrEnum):
    """What a question asks for: a story, a plan, or knowledge."""

    BEHAVIOURAL = "behavioural"
    SITUATIONAL = "situational"
    TECHNICAL = "technical"


class Level(StrEnum):
    """The grade a question is asked for."""

    CLERK = "clerk"
    COORDINATOR = "coordinator"
    SPECIALIST = "specialist"
    LEAD = "lead"
    MANAGER = "manager"


class Fit(StrEnum):
    """How well an answer serves a question or shows a competency."""

    STRONG = "strong"
    WORKABLE = "workable"
    GAP = "gap"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question as the bank shows it.

    `key` is the id of a shipped question, or the identity of an own one as text. `tests` says what it really tests,
    `bring` what to have ready, `avoid` what not to say, `follow_ups` what may be asked next. `keywords` are the words
    of fitting answers and wins: a trailing * takes any ending, several words stand next to each other.
    """

    key: str
    text: str
    competency: str = ""
    kind: QuestionKind = QuestionKind.BEHAVIOURAL
    levels: tuple[Level, ...] = ()
    tests: str = ""
    bring: tuple[str, ...] = ()
    avoid: str = ""
    follow_ups: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    own: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnQuestion:
    """A question the user added; only the text is needed. `created_at` is an instant in UTC."""

    id: UUID
    text: str
    created_at: datetime
    competency: str = ""
    kind: QuestionKind = QuestionKind.BEHAVIOURAL
    levels: tuple[Level, ...] = ()
    note: str = ""

    @property
    def key(self) -> str:
        """Return what answers and interviews name the question by."""
        return str(self.id)

    @property
    def question(self) -> Question:
        """Return the question as the bank shows it; the user's note stands where the bank says what is tested."""
        return Question(
            key=self.key,
            text=self.text,
            competency=self.competency,
            kind=self.kind,
            levels=self.levels,
            tests=self.note,
            own=True,
        )

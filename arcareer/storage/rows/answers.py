"""Answers, what they were before, questions of the user's own, and rehearsals."""

from __future__ import annotations

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from arcareer.storage.rows.base import Row, Summed, Versioned


class AnswerRow(Versioned, Row):
    """An answer; a win stays as long as an answer names it."""

    __tablename__ = "answers"

    id: Mapped[str] = mapped_column(primary_key=True)
    kind: Mapped[str]
    title: Mapped[str]
    question: Mapped[str]
    win_id: Mapped[str | None] = mapped_column(ForeignKey("wins.id", ondelete="RESTRICT"), index=True)
    core: Mapped[str]
    marked_ready: Mapped[int | None]
    created_at: Mapped[str]
    trashed_at: Mapped[str | None]


class AnswerPartRow(Summed, Row):
    """A part of an answer: its text, and the cue words the user typed for it."""

    __tablename__ = "answer_parts"

    answer_id: Mapped[str] = mapped_column(ForeignKey("answers.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    text: Mapped[str]
    cue: Mapped[str]


class AnswerCompetencyRow(Summed, Row):
    """A competency an answer shows."""

    __tablename__ = "answer_competencies"

    answer_id: Mapped[str] = mapped_column(ForeignKey("answers.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    competency: Mapped[str]


class AnswerVersionRow(Summed, Row):
    """An earlier state of an answer as one text."""

    __tablename__ = "answer_versions"
    __table_args__ = (Index(None, "answer_id", "replaced_at"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    answer_id: Mapped[str]
    replaced_at: Mapped[str]
    content: Mapped[str]


class OwnQuestionRow(Versioned, Row):
    """A question the user added; `levels` is a JSON list."""

    __tablename__ = "own_questions"

    id: Mapped[str] = mapped_column(primary_key=True)
    text: Mapped[str]
    competency: Mapped[str]
    kind: Mapped[str]
    levels: Mapped[str]
    note: Mapped[str]
    created_at: Mapped[str]


class RehearsalRow(Versioned, Row):
    """One take of an answer, which stays as long as it has takes; `part_seconds` is a JSON list."""

    __tablename__ = "rehearsals"

    id: Mapped[str] = mapped_column(primary_key=True)
    answer_id: Mapped[str] = mapped_column(ForeignKey("answers.id", ondelete="RESTRICT"), index=True)
    rehearsed_at: Mapped[str]
    planned_seconds: Mapped[int]
    spoken_seconds: Mapped[int]
    part_seconds: Mapped[str]
    clear: Mapped[int | None]
    calm: Mapped[int | None]
    complete: Mapped[int | None]
    note: Mapped[str]

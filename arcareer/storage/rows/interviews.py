"""Interviews, what was asked in them, and cribs."""

from __future__ import annotations

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from arcareer.storage.rows.base import Row, Summed, Versioned


class InterviewRow(Versioned, Row):
    """What is known of an interview besides its name and day, which stay with its occasion; `steps_done` is JSON."""

    __tablename__ = "interviews"

    id: Mapped[str] = mapped_column(ForeignKey("occasions.id", ondelete="RESTRICT"), primary_key=True)
    starts_at: Mapped[str | None]
    company: Mapped[str]
    role: Mapped[str]
    people: Mapped[str]
    notes: Mapped[str]
    advert: Mapped[str]
    debrief: Mapped[str]
    is_over: Mapped[int]
    steps_done: Mapped[str]


class AskedQuestionRow(Summed, Row):
    """A question that was asked; the answer given stays as long as an interview names it."""

    __tablename__ = "asked_questions"

    interview_id: Mapped[str] = mapped_column(ForeignKey("interviews.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    question: Mapped[str]
    text: Mapped[str]
    answer_id: Mapped[str | None] = mapped_column(ForeignKey("answers.id", ondelete="RESTRICT"), index=True)
    went: Mapped[int | None]
    note: Mapped[str]


class CribRow(Versioned, Row):
    """What goes on the page to take along; `questions` is a JSON list."""

    __tablename__ = "cribs"

    id: Mapped[str] = mapped_column(primary_key=True)
    opening: Mapped[str]
    number: Mapped[str]
    questions: Mapped[str]
    private_notes: Mapped[str]
    hide_customers: Mapped[int]


class CribAnswerRow(Summed, Row):
    """An answer chosen for a crib."""

    __tablename__ = "crib_answers"

    crib_id: Mapped[str] = mapped_column(ForeignKey("cribs.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    answer_id: Mapped[str] = mapped_column(ForeignKey("answers.id", ondelete="RESTRICT"), index=True)

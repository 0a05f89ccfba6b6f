"""Phrases of the user's own, and what the writing checks leave alone."""

from __future__ import annotations

from sqlalchemy.orm import Mapped, mapped_column

from arcareer.storage.rows.base import Row, Versioned


class OwnPhraseRow(Versioned, Row):
    """A sentence pattern of the user's own."""

    __tablename__ = "own_phrases"

    id: Mapped[str] = mapped_column(primary_key=True)
    instead_of: Mapped[str]
    say: Mapped[str]
    theme: Mapped[str]
    created_at: Mapped[str]


class WritingChecksRow(Versioned, Row):
    """Rules off, ignored findings and ignored phrases as JSON lists; there is one such row at most."""

    __tablename__ = "writing_checks"

    id: Mapped[str] = mapped_column(primary_key=True)
    rules_off: Mapped[str]
    ignored: Mapped[str]
    ignored_phrases: Mapped[str]

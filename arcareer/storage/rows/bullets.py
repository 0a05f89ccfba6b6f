"""Bullets and what they were before."""

from __future__ import annotations

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from arcareer.storage.rows.base import Row, Summed, Versioned


class BulletRow(Versioned, Row):
    """A bullet. `number` is what the search knows it by; a win stays as long as a bullet names it."""

    __tablename__ = "bullets"

    id: Mapped[str] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(unique=True)
    text: Mapped[str]
    win_id: Mapped[str | None] = mapped_column(ForeignKey("wins.id", ondelete="RESTRICT"), index=True)
    position: Mapped[int]
    in_brag_sheet: Mapped[int]
    created_at: Mapped[str]


class BulletVersionRow(Summed, Row):
    """An earlier text of a bullet with the score it had."""

    __tablename__ = "bullet_versions"
    __table_args__ = (Index(None, "bullet_id", "replaced_at"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    bullet_id: Mapped[str]
    replaced_at: Mapped[str]
    text: Mapped[str]
    score: Mapped[int]
    rubric_version: Mapped[str]

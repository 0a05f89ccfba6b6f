"""Dates to prepare for, weeks away, and the owner of the library."""

from __future__ import annotations

from sqlalchemy.orm import Mapped, mapped_column

from arcareer.storage.rows.base import Row, Versioned


class OccasionRow(Versioned, Row):
    """An interview or a review."""

    __tablename__ = "occasions"

    id: Mapped[str] = mapped_column(primary_key=True)
    kind: Mapped[str]
    title: Mapped[str]
    happens_on: Mapped[str] = mapped_column(index=True)


class AwayWeekRow(Versioned, Row):
    """A week the user was away."""

    __tablename__ = "away_weeks"

    id: Mapped[str] = mapped_column(primary_key=True)
    monday: Mapped[str]


class OwnerRow(Versioned, Row):
    """The person whose library this is; there is one such row at most."""

    __tablename__ = "owners"

    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    title: Mapped[str]
    employer: Mapped[str]
    purpose: Mapped[str]

"""Wins, their parts and their earlier states. Nothing here is deleted because something else is."""

from __future__ import annotations

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from arcareer.storage.rows.base import Row, Summed, Versioned


class WinRow(Versioned, Row):
    """A win. `place` is its order in lists (see `storage.places`), `also_about` words of its parts for the search."""

    __tablename__ = "wins"
    __table_args__ = (Index(None, "theme", "place"), Index(None, "has_number", "place"))

    id: Mapped[str] = mapped_column(primary_key=True)
    place: Mapped[int] = mapped_column(unique=True)
    headline: Mapped[str]
    happened_on: Mapped[str]
    logged_at: Mapped[str]
    trashed_at: Mapped[str | None]
    theme: Mapped[str]
    situation: Mapped[str]
    action: Mapped[str]
    outcome: Mapped[str]
    proof: Mapped[str]
    private_notes: Mapped[str]
    has_number: Mapped[int]
    also_about: Mapped[str]


class WinCompetencyRow(Summed, Row):
    """A competency a win shows."""

    __tablename__ = "win_competencies"
    __table_args__ = (Index(None, "competency", "win_id"),)

    win_id: Mapped[str] = mapped_column(ForeignKey("wins.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    competency: Mapped[str]


class WinFigureRow(Summed, Row):
    """A figure of a win; numbers are exact decimal text."""

    __tablename__ = "win_figures"

    win_id: Mapped[str] = mapped_column(ForeignKey("wins.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    measure: Mapped[str]
    unit: Mapped[str]
    value_after: Mapped[str]
    value_before: Mapped[str | None]
    currency: Mapped[str]
    period: Mapped[str]
    scope: Mapped[str]
    basis: Mapped[str]
    source: Mapped[str]


class WinCustomerRow(Summed, Row):
    """A customer a win is about; a customer stays as long as a win names it."""

    __tablename__ = "win_customers"
    __table_args__ = (Index(None, "customer_id", "win_id"),)

    win_id: Mapped[str] = mapped_column(ForeignKey("wins.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    customer_id: Mapped[str] = mapped_column(ForeignKey("customers.id", ondelete="RESTRICT"))


class WinColleagueRow(Summed, Row):
    """A colleague who had a part in a win."""

    __tablename__ = "win_colleagues"

    win_id: Mapped[str] = mapped_column(ForeignKey("wins.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]


class WinEvidenceRow(Summed, Row):
    """A file or a link that proves a win. A file lies in the library under its SHA-256."""

    __tablename__ = "win_evidence"
    __table_args__ = (Index(None, "sha256"),)

    win_id: Mapped[str] = mapped_column(ForeignKey("wins.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    evidence_id: Mapped[str]
    kind: Mapped[str]
    title: Mapped[str]
    target: Mapped[str]
    sha256: Mapped[str]
    size: Mapped[int]
    original_name: Mapped[str]


class WinVersionRow(Summed, Row):
    """An earlier state of a win as one text."""

    __tablename__ = "win_versions"
    __table_args__ = (Index(None, "win_id", "replaced_at"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    win_id: Mapped[str]
    replaced_at: Mapped[str]
    content: Mapped[str]

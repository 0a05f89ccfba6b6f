"""The value showcase checklist: how it is arranged, and what is claimed for its items."""

from __future__ import annotations

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from arcareer.storage.rows.base import Row, Summed, Versioned


class ChecklistArrangementRow(Versioned, Row):
    """Own items, order and hidden items as JSON lists; there is one such row at most."""

    __tablename__ = "checklist_arrangements"

    id: Mapped[str] = mapped_column(primary_key=True)
    own_items: Mapped[str]
    item_order: Mapped[str]
    hidden: Mapped[str]


class ChecklistClaimRow(Versioned, Row):
    """What is claimed for one item in one review period; `blanks` is a JSON list of pairs."""

    __tablename__ = "checklist_claims"
    __table_args__ = (Index(None, "period_key"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    item_key: Mapped[str]
    period_key: Mapped[str]
    blanks: Mapped[str]
    result: Mapped[str]
    ticked: Mapped[int]


class ClaimWinRow(Summed, Row):
    """A win linked to a claim as its proof."""

    __tablename__ = "claim_wins"
    __table_args__ = (Index(None, "win_id"),)

    claim_id: Mapped[str] = mapped_column(ForeignKey("checklist_claims.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    win_id: Mapped[str] = mapped_column(ForeignKey("wins.id", ondelete="RESTRICT"))

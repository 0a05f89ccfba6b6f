"""The user's choices for the brag sheet."""

from __future__ import annotations

from sqlalchemy.orm import Mapped, mapped_column

from arcareer.storage.rows.base import Row, Versioned


class DocumentChoicesRow(Versioned, Row):
    """Period, template, sections in order (a JSON list) and what is left out; there is one such row at most."""

    __tablename__ = "brag_sheet_choices"

    id: Mapped[str] = mapped_column(primary_key=True)
    period_kind: Mapped[str]
    custom_period: Mapped[str]
    template: Mapped[str]
    sections: Mapped[str]
    left_out: Mapped[str]
    hide_customers: Mapped[int]

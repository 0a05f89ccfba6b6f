"""What the tables of values kept as a whole have in common; `content` is the value as JSON."""

from __future__ import annotations

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, declared_attr, mapped_column

from arcareer.storage.rows.base import Versioned


class Document(Versioned):
    """A value that is kept as a whole."""

    id: Mapped[str] = mapped_column(primary_key=True, sort_order=-1)
    content: Mapped[str] = mapped_column(sort_order=900)


class WinDocument(Document):
    """A value that may name a win; the win stays as long as it does."""

    @declared_attr
    @classmethod
    def win_id(cls) -> Mapped[str | None]:
        """Return the column of the win."""
        return mapped_column(ForeignKey("wins.id", ondelete="RESTRICT"), index=True)

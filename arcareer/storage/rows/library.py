"""What belongs to the library itself: facts about it, and text that was typed and not saved yet."""

from __future__ import annotations

from sqlalchemy.orm import Mapped, mapped_column

from arcareer.storage.rows.base import Row


class MetaRow(Row):
    """A fact about the library, such as how many rows a table has."""

    __tablename__ = "meta"

    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


class DraftRow(Row):
    """Half-typed text of one field; without a checksum, because a damaged draft is no reason to stop."""

    __tablename__ = "drafts"

    key: Mapped[str] = mapped_column(primary_key=True)
    content: Mapped[str]
    kept_at: Mapped[str]

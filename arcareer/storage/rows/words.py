"""Messages of the user's own, what was sent, playbook runs, plans and reviews."""

from __future__ import annotations

from sqlalchemy.orm import Mapped, mapped_column

from arcareer.storage.rows.base import Row
from arcareer.storage.rows.documents import Document, WinDocument


class OwnScriptRow(Document, Row):
    """A message of the user's own; `replaces` is the shipped one it stands for, or empty."""

    __tablename__ = "own_scripts"

    replaces: Mapped[str]


class RememberedBlanksRow(Document, Row):
    """What the blanks of messages held last; there is one such row at most."""

    __tablename__ = "remembered_blanks"


class ContactNoteRow(Document, Row):
    """What was sent to a customer, and when."""

    __tablename__ = "contact_notes"

    customer: Mapped[str] = mapped_column(index=True)
    noted_at: Mapped[str]


class PlaybookRunRow(WinDocument, Row):
    """A run of a playbook."""

    __tablename__ = "playbook_runs"

    started_at: Mapped[str]


class PlanRow(WinDocument, Row):
    """A 30-day plan."""

    __tablename__ = "plans"


class ReviewRow(Document, Row):
    """What is known of a review besides its occasion."""

    __tablename__ = "reviews"

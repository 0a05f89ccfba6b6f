"""Messages of the user's own, what was sent, playbook runs, plans and reviews."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from arcareer.domain.changes import EntityKind
from arcareer.domain.own_scripts import ContactNote
from arcareer.storage.records.words import CONTACT_NOTES, DOCUMENTS, WIN_DOCUMENTS
from arcareer.storage.repositories.receivables import WinDocumentRepository
from arcareer.storage.repositories.repository import Repository, Touch
from arcareer.storage.stored import id_text


class ContactNoteRepository(Repository[ContactNote]):
    """Keeps what was sent to whom."""

    def __init__(self, session: Session, touch: Touch) -> None:
        super().__init__(session, CONTACT_NOTES, touch)

    def of(self, customer: UUID) -> tuple[ContactNote, ...]:
        """Return the notes on a customer, the latest first."""
        found = self.get_many(self._ids(self._table.c.customer == id_text(customer)))
        return tuple(sorted(found, key=lambda note: note.at, reverse=True))


def word_repositories(session: Session, touch: Touch) -> dict[EntityKind, Repository[Any]]:
    """Return the repositories of own messages, runs, plans and reviews."""
    return {
        **{shape.kind: Repository(session, shape, touch) for shape in DOCUMENTS},
        **{shape.kind: WinDocumentRepository(session, shape, touch) for shape in WIN_DOCUMENTS},
    }

"""Messages of the user's own, what was sent, playbook runs, plans and reviews."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from arcareer.domain.changes import EntityKind
from arcareer.domain.own_scripts import ContactNote
from arcareer.domain.reviews import ReviewDetails
from arcareer.storage.records.words import CONTACT_NOTES, DOCUMENTS, PLANS, PLAYBOOK_RUNS, REVIEWS
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


class PlaybookRunRepository(WinDocumentRepository):
    """Keeps runs of playbooks."""

    def __init__(self, session: Session, touch: Touch) -> None:
        super().__init__(session, PLAYBOOK_RUNS, touch)

    def unlink_answers(self, answers: Sequence[UUID]) -> None:
        """Empty the link of every run that became one of these answers."""
        gone = frozenset(answers)
        self.put_all([replace(run, answer=None) for run in self.all() if run.answer in gone])


class ReviewRepository(Repository[ReviewDetails]):
    """Keeps what is known of reviews besides their days."""

    def __init__(self, session: Session, touch: Touch) -> None:
        super().__init__(session, REVIEWS, touch)

    def unlink(self, wins: Sequence[UUID]) -> None:
        """Take these wins out of every goal they back and every quality they show."""
        gone = frozenset(wins)
        cleared = ((details, _without(details, gone)) for details in self.all())
        self.put_all([after for details, after in cleared if after != details])


def _without(details: ReviewDetails, gone: frozenset[UUID]) -> ReviewDetails:
    goals = (replace(goal, wins=tuple(win for win in goal.wins if win not in gone)) for goal in details.goals)
    shown = (replace(one, wins=tuple(win for win in one.wins if win not in gone)) for one in details.qualities)
    return replace(details, goals=tuple(goals), qualities=tuple(one for one in shown if one.wins))


def word_repositories(session: Session, touch: Touch) -> dict[EntityKind, Repository[Any]]:
    """Return the repositories of own messages and plans."""
    return {
        **{shape.kind: Repository(session, shape, touch) for shape in DOCUMENTS},
        EntityKind.PLAN: WinDocumentRepository(session, PLANS, touch),
    }

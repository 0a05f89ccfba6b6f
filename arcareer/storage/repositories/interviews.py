"""Interviews and cribs, and the answers they name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from arcareer.domain.interviews import Crib, InterviewDetails
from arcareer.storage.records.interviews import CRIBS, INTERVIEWS
from arcareer.storage.repositories.repository import Repository, Touch, batches
from arcareer.storage.rows.interviews import AskedQuestionRow, CribAnswerRow
from arcareer.storage.stored import id_text


class InterviewRepository(Repository[InterviewDetails]):
    """Keeps what is known of interviews."""

    def __init__(self, session: Session, touch: Touch) -> None:
        super().__init__(session, INTERVIEWS, touch)

    def naming(self, answers: Sequence[UUID]) -> tuple[InterviewDetails, ...]:
        """Return the interviews in which one of these answers was given."""
        keys = [id_text(answer) for answer in answers]
        query = select(AskedQuestionRow.interview_id).where(AskedQuestionRow.answer_id.in_(keys)).distinct()
        return self.get_many(UUID(key) for key in self._session.scalars(query))

    def unlink(self, answers: Sequence[UUID]) -> None:
        """Take these answers out of what was asked; the questions stay."""
        for some in batches(answers):
            gone = frozenset(some)
            self.put_all([_without(details, gone) for details in self.naming(some)])


class CribRepository(Repository[Crib]):
    """Keeps cribs."""

    def __init__(self, session: Session, touch: Touch) -> None:
        super().__init__(session, CRIBS, touch)

    def naming(self, answers: Sequence[UUID]) -> tuple[Crib, ...]:
        """Return the cribs one of these answers was chosen for."""
        keys = [id_text(answer) for answer in answers]
        query = select(CribAnswerRow.crib_id).where(CribAnswerRow.answer_id.in_(keys)).distinct()
        return self.get_many(UUID(key) for key in self._session.scalars(query))

    def unlink(self, answers: Sequence[UUID]) -> None:
        """Take these answers out of every crib."""
        for some in batches(answers):
            gone = frozenset(some)
            cribs = self.naming(some)
            self.put_all(
                [replace(crib, answers=tuple(one for one in crib.answers if one not in gone)) for crib in cribs]
            )


def _without(details: InterviewDetails, gone: frozenset[UUID]) -> InterviewDetails:
    asked = tuple(replace(one, answer=None) if one.answer in gone else one for one in details.asked)
    return replace(details, asked=asked)

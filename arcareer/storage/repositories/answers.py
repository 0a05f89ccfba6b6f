"""Answers, their earlier states and their rehearsals."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from arcareer.domain.answers import Answer, AnswerVersion
from arcareer.domain.identity import new_id
from arcareer.domain.rehearsals import Rehearsal
from arcareer.storage.records.answers import ANSWERS, REHEARSALS, answer_of_text, answer_text
from arcareer.storage.repositories.repository import Repository, Touch, batches
from arcareer.storage.rows.answers import AnswerRow, AnswerVersionRow, RehearsalRow
from arcareer.storage.stored import id_text, instant_text, read_instant


class AnswerRepository(Repository[Answer]):
    """Keeps answers."""

    def __init__(self, session: Session, touch: Touch) -> None:
        super().__init__(session, ANSWERS, touch)

    def living(self) -> tuple[Answer, ...]:
        """Return the answers that are not in the trash, in the order of their identities."""
        return self.get_many(self._ids(AnswerRow.trashed_at.is_(None)))

    def trashed(self) -> tuple[Answer, ...]:
        """Return the answers in the trash, in the order of their identities."""
        return self.get_many(self._ids(AnswerRow.trashed_at.is_not(None)))

    def of_wins(self, wins: Sequence[UUID]) -> tuple[Answer, ...]:
        """Return the answers that grew from one of these wins, those in the trash included."""
        keys = [id_text(win) for win in wins]
        return tuple(
            answer for some in batches(keys) for answer in self.get_many(self._ids(AnswerRow.win_id.in_(some)))
        )

    def unlink(self, wins: Sequence[UUID]) -> None:
        """Empty the link of every answer that grew from one of these wins."""
        self.put_all([replace(answer, win=None) for answer in self.of_wins(wins)])


class RehearsalRepository(Repository[Rehearsal]):
    """Keeps rehearsals."""

    def __init__(self, session: Session, touch: Touch) -> None:
        super().__init__(session, REHEARSALS, touch)

    def of(self, answers: Sequence[UUID]) -> tuple[Rehearsal, ...]:
        """Return the takes of these answers, in the order of their identities."""
        keys = [id_text(answer) for answer in answers]
        return tuple(
            take for some in batches(keys) for take in self.get_many(self._ids(RehearsalRow.answer_id.in_(some)))
        )


class AnswerVersions:
    """Keeps what an answer was before an edit replaced it; a version is never changed."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def keep(self, answers: Iterable[Answer], replaced_at: datetime) -> None:
        """Keep a state of each of these answers."""
        self._session.add_all(
            AnswerVersionRow(
                id=id_text(new_id()),
                answer_id=id_text(answer.id),
                replaced_at=instant_text(replaced_at),
                content=answer_text(answer),
            )
            for answer in answers
        )
        self._session.flush()

    def last_kept(self, answers: Iterable[UUID]) -> dict[UUID, datetime]:
        """Return when a state of each answer was kept last; an answer without kept states is left out."""
        latest: dict[UUID, datetime] = {}
        for keys in batches([id_text(answer) for answer in answers]):
            query = (
                select(AnswerVersionRow.answer_id, func.max(AnswerVersionRow.replaced_at))
                .where(AnswerVersionRow.answer_id.in_(keys))
                .group_by(AnswerVersionRow.answer_id)
            )
            latest |= {UUID(key): read_instant(kept) for key, kept in self._session.execute(query)}
        return latest

    def of(self, answer: UUID) -> tuple[AnswerVersion, ...]:
        """Return the kept states of an answer, the latest first."""
        query = (
            select(AnswerVersionRow.content, AnswerVersionRow.replaced_at)
            .where(AnswerVersionRow.answer_id == id_text(answer))
            .order_by(AnswerVersionRow.replaced_at.desc())
        )
        return tuple(
            AnswerVersion(answer=answer_of_text(content), replaced_at=read_instant(replaced_at))
            for content, replaced_at in self._session.execute(query)
        )

    def forget(self, answers: Iterable[UUID]) -> None:
        """Forget every kept state of these answers."""
        for keys in batches([id_text(answer) for answer in answers]):
            for row in self._session.scalars(select(AnswerVersionRow).where(AnswerVersionRow.answer_id.in_(keys))):
                self._session.delete(row)
        self._session.flush()

    def of_missing_answers(self) -> tuple[UUID, ...]:
        """Return the identities of answers that are gone and still have kept states."""
        gone = AnswerVersionRow.answer_id.not_in(select(AnswerRow.id))
        query = select(AnswerVersionRow.answer_id).where(gone).distinct()
        return tuple(UUID(key) for key in self._session.scalars(query))

"""Choices for documents, and what the user said of names, numbers, claims, forms and styles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from arcareer.domain.changes import EntityKind
from arcareer.domain.documents import PromotionCase
from arcareer.storage.records.printing import DOCUMENTS, PROMOTION_CASES
from arcareer.storage.repositories.repository import Repository, Touch


class PromotionCaseRepository(Repository[PromotionCase]):
    """Keeps page one of promotion reviews."""

    def __init__(self, session: Session, touch: Touch) -> None:
        super().__init__(session, PROMOTION_CASES, touch)

    def unlink(self, wins: Sequence[UUID]) -> None:
        """Take the results that are figures of these wins out of every case."""
        gone = frozenset(wins)
        cleared = ((case, _without(case, gone)) for case in self.all())
        self.put_all([after for case, after in cleared if after != case])


def _without(case: PromotionCase, gone: frozenset[UUID]) -> PromotionCase:
    return replace(case, results=tuple(result for result in case.results if result.win not in gone))


def printing_repositories(session: Session, touch: Touch) -> dict[EntityKind, Repository[Any]]:
    """Return the repositories of what names no win."""
    return {shape.kind: Repository(session, shape, touch) for shape in DOCUMENTS}

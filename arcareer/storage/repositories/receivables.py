"""Months of a book, lists without their documents, and what names a win."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from arcareer.domain.changes import EntityKind
from arcareer.domain.figures import FigureScope
from arcareer.domain.ledger_snapshots import LedgerSnapshot, SnapshotHead
from arcareer.domain.metric_months import Book, MetricMonth
from arcareer.storage.records.receivables import (
    DOCUMENTS,
    HEAD_COLUMNS,
    LEDGER_SNAPSHOTS,
    METRIC_MONTHS,
    WIN_DOCUMENTS,
    head_from,
)
from arcareer.storage.repositories.repository import Repository, Touch, batches
from arcareer.storage.stored import id_text


class MonthRepository(Repository[MetricMonth]):
    """Keeps the months of all books."""

    def __init__(self, session: Session, touch: Touch) -> None:
        super().__init__(session, METRIC_MONTHS, touch)

    def of(self, book: Book) -> tuple[MetricMonth, ...]:
        """Return the months of a book, oldest first."""
        columns = self._table.c
        found = self.get_many(self._ids(columns.scope == book.scope.value, columns.currency == book.currency))
        return tuple(sorted(found, key=lambda month: month.month))

    def books(self) -> dict[Book, int]:
        """Return the books that hold any month, with the number of their months."""
        columns = self._table.c
        query = select(columns.scope, columns.currency, func.count()).group_by(columns.scope, columns.currency)
        return {Book(FigureScope(scope), currency): months for scope, currency, months in self._session.execute(query)}


class SnapshotRepository(Repository[LedgerSnapshot]):
    """Keeps imported lists; their heads are read without the documents."""

    def __init__(self, session: Session, touch: Touch) -> None:
        super().__init__(session, LEDGER_SNAPSHOTS, touch)

    def heads(self) -> tuple[SnapshotHead, ...]:
        """Return every list without its documents, of the newest day first."""
        columns = self._table.c
        query = select(*(columns[name] for name in HEAD_COLUMNS)).order_by(columns.as_of.desc(), columns.id)
        return tuple(head_from(record) for record in self._records(query))


class WinDocumentRepository(Repository[Any]):
    """Keeps values of one kind that may name a win."""

    def unlink(self, wins: Sequence[UUID]) -> None:
        """Take these wins out of everything that names one of them."""
        for some in batches([id_text(win) for win in wins]):
            named = self.get_many(self._ids(self._table.c.win_id.in_(some)))
            self.put_all([replace(value, win=None) for value in named])


def receivables_repositories(session: Session, touch: Touch) -> dict[EntityKind, Repository[Any]]:
    """Return the repositories of what is kept as a whole and found by its identity alone."""
    return {
        **{shape.kind: Repository(session, shape, touch) for shape in DOCUMENTS},
        **{shape.kind: WinDocumentRepository(session, shape, touch) for shape in WIN_DOCUMENTS},
    }

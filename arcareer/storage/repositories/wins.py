"""Wins: their place in lists, what the search knows of their parts, and what has to go with them for good."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from arcareer.domain.journal import Win
from arcareer.domain.periods import Period
from arcareer.storage.places import SAME_MOMENT, place_of, place_range
from arcareer.storage.records.shape import Rows
from arcareer.storage.records.wins import WINS
from arcareer.storage.repositories.repository import Repository, Touch
from arcareer.storage.rows.customers import CustomerRow, CustomerSpellingRow
from arcareer.storage.rows.wins import WinCustomerRow, WinEvidenceRow, WinRow
from arcareer.storage.stored import id_text, instant_text


class WinRepository(Repository[Win]):
    """Keeps wins."""

    def __init__(self, session: Session, touch: Touch) -> None:
        super().__init__(session, WINS, touch)

    def in_period(self, period: Period, *, trashed: bool = False) -> tuple[Win, ...]:
        """Return the living wins of a period, or those in the trash, newest first."""
        first, last = place_range(period, trashed=trashed)
        query = select(WinRow.id).where(WinRow.place.between(first, last)).order_by(WinRow.place.desc())
        return self.get_many(UUID(key) for key in self._session.scalars(query))

    def about(self, customer: UUID) -> tuple[Win, ...]:
        """Return every win that names the customer, those in the trash included."""
        query = select(WinCustomerRow.win_id).where(WinCustomerRow.customer_id == id_text(customer)).distinct()
        return self.get_many(UUID(key) for key in self._session.scalars(query))

    def trashed_before(self, instant: datetime | None) -> tuple[UUID, ...]:
        """Return the wins that were in the trash before an instant, or all that are in the trash."""
        in_trash = WinRow.place.between(*place_range(None, trashed=True))
        old = [] if instant is None else [WinRow.trashed_at < instant_text(instant)]
        return self._ids(in_trash, *old)

    def evidence_hashes(self) -> frozenset[str]:
        """Return the SHA-256 of every file some win has as evidence."""
        return frozenset(self._session.scalars(select(WinEvidenceRow.sha256).where(WinEvidenceRow.sha256 != "")))

    def refresh_words(self, wins: Iterable[Win]) -> None:
        """Let the search know the present names of the customers of these wins."""
        for win in wins:
            row = self._row(win.id)
            words = self._words(win)
            if row is not None and row.also_about != words:
                row.also_about = words
        self._session.flush()

    def _write(self, value: Win, rows: Rows) -> None:
        root = {**rows.root, "place": self._place(value), "also_about": self._words(value)}
        super()._write(value, Rows(root, rows.parts))

    def _place(self, win: Win) -> int:
        """Return the win's own place, or the next one where wins of the same moment stand already."""
        wanted = place_of(win)
        row = self._row(win.id)
        if row is not None and wanted <= row.place < wanted + SAME_MOMENT:
            return int(row.place)
        taken = self._session.scalar(select(WinRow.place).where(WinRow.place == wanted))
        if taken is None:
            return wanted
        window = WinRow.place.between(wanted, wanted + SAME_MOMENT - 1)
        return int(self._session.scalars(select(func.max(WinRow.place)).where(window)).one()) + 1

    def _words(self, win: Win) -> str:
        """Return what a search should find besides the win's own text, one piece a line."""
        figures = (word for figure in win.figures for word in (figure.measure, figure.period, figure.source))
        evidence = (item.title for item in win.evidence)
        pieces = (*self._names(win.customers), *win.colleagues, *figures, *evidence)
        return "\n".join(dict.fromkeys(piece for piece in pieces if piece))

    def _names(self, customers: Iterable[UUID]) -> tuple[str, ...]:
        keys = [id_text(customer) for customer in customers]
        if not keys:
            return ()
        names = select(CustomerRow.name).where(CustomerRow.id.in_(keys)).order_by(CustomerRow.id)
        spellings = (
            select(CustomerSpellingRow.spelling)
            .where(CustomerSpellingRow.customer_id.in_(keys))
            .order_by(CustomerSpellingRow.customer_id, CustomerSpellingRow.position)
        )
        return (*self._session.scalars(names), *self._session.scalars(spellings))

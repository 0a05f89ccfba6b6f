"""Wins: their place in lists, what the search knows of their parts, and what has to go with them for good."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from arcareer.domain.journal import Win
from arcareer.domain.periods import Period
from arcareer.storage.places import place_range
from arcareer.storage.records.shape import Rows
from arcareer.storage.records.wins import WINS
from arcareer.storage.repositories.repository import Repository, Touch
from arcareer.storage.repositories.win_places import places_of
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

    def with_files(self) -> tuple[Win, ...]:
        """Return every win that has a file as evidence, those in the trash included."""
        query = select(WinEvidenceRow.win_id).where(WinEvidenceRow.sha256 != "").distinct()
        return self.get_many(UUID(key) for key in self._session.scalars(query))

    def evidence_hashes(self) -> frozenset[str]:
        """Return the SHA-256 of every file some win has as evidence."""
        return frozenset(self._session.scalars(select(WinEvidenceRow.sha256).where(WinEvidenceRow.sha256 != "")))

    def refresh_words(self, wins: Sequence[Win]) -> None:
        """Let the search know the present names of the customers of these wins."""
        rows = self._root_rows([id_text(win.id) for win in wins])
        names = self._names(wins)
        for win in wins:
            row, words = rows[id_text(win.id)], _words(win, names)
            if row.also_about != words:
                row.also_about = words
        self._session.flush()

    def _rows(self, values: Sequence[Win]) -> list[Rows]:
        kept, names = super()._rows(values), self._names(values)
        return [
            Rows({**rows.root, "place": place, "also_about": _words(win, names)}, rows.parts)
            for win, rows, place in zip(values, kept, places_of(self._session, values), strict=True)
        ]

    def _add(self, rows: Sequence[Rows]) -> None:
        """Put in new wins by their places: the search takes them fastest in that order."""
        super()._add(sorted(rows, key=lambda one: one.root["place"]))

    def _names(self, wins: Iterable[Win]) -> dict[UUID, tuple[str, ...]]:
        """Return the names and spellings of all customers of these wins."""
        keys = sorted({id_text(customer) for win in wins for customer in win.customers})
        if not keys:
            return {}
        names = select(CustomerRow.id, CustomerRow.name).where(CustomerRow.id.in_(keys))
        spelling = CustomerSpellingRow
        spellings = (
            select(spelling.customer_id, spelling.spelling)
            .where(spelling.customer_id.in_(keys))
            .order_by(spelling.customer_id, spelling.position)
        )
        found: dict[UUID, tuple[str, ...]] = {}
        for query in (names, spellings):
            for key, name in self._session.execute(query):
                found[UUID(key)] = (*found.get(UUID(key), ()), name)
        return found


def _words(win: Win, names: Mapping[UUID, tuple[str, ...]]) -> str:
    """Return what a search should find besides the win's own text, one piece a line."""
    people = (name for customer in win.customers for name in names.get(customer, ()))
    figures = (word for figure in win.figures for word in (figure.measure, figure.period, figure.source))
    evidence = (item.title for item in win.evidence)
    return "\n".join(dict.fromkeys(piece for piece in (*people, *win.colleagues, *figures, *evidence) if piece))

"""Earlier states of wins."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from arcareer.domain.evidence import EvidenceFile
from arcareer.domain.identity import new_id
from arcareer.domain.journal import Win, WinVersion
from arcareer.storage.records.versions import version_text, win_of_version
from arcareer.storage.repositories.repository import batches
from arcareer.storage.rows.wins import WinRow, WinVersionRow
from arcareer.storage.stored import id_text, instant_text, read_instant


class WinVersions:
    """Keeps what a win was before an edit replaced it; a version is never changed."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def keep(self, wins: Iterable[Win], replaced_at: datetime) -> None:
        """Keep a state of each of these wins."""
        self._session.add_all(
            WinVersionRow(
                id=id_text(new_id()),
                win_id=id_text(win.id),
                replaced_at=instant_text(replaced_at),
                content=version_text(win),
            )
            for win in wins
        )
        self._session.flush()

    def last_kept(self, wins: Iterable[UUID]) -> dict[UUID, datetime]:
        """Return when a state of each win was kept last; a win without kept states is left out."""
        latest: dict[UUID, datetime] = {}
        for keys in batches([id_text(win) for win in wins]):
            query = (
                select(WinVersionRow.win_id, func.max(WinVersionRow.replaced_at))
                .where(WinVersionRow.win_id.in_(keys))
                .group_by(WinVersionRow.win_id)
            )
            latest |= {UUID(key): read_instant(kept) for key, kept in self._session.execute(query)}
        return latest

    def of(self, win: UUID) -> tuple[WinVersion, ...]:
        """Return the kept states of a win, the latest first."""
        query = (
            select(WinVersionRow.content, WinVersionRow.replaced_at)
            .where(WinVersionRow.win_id == id_text(win))
            .order_by(WinVersionRow.replaced_at.desc())
        )
        return tuple(
            WinVersion(win=win_of_version(content), replaced_at=read_instant(replaced_at))
            for content, replaced_at in self._session.execute(query)
        )

    def forget(self, wins: Iterable[UUID]) -> None:
        """Forget every kept state of these wins."""
        for keys in batches([id_text(win) for win in wins]):
            for row in self._session.scalars(select(WinVersionRow).where(WinVersionRow.win_id.in_(keys))):
                self._session.delete(row)
        self._session.flush()

    def of_missing_wins(self) -> tuple[UUID, ...]:
        """Return the identities of wins that are gone and still have kept states."""
        query = select(WinVersionRow.win_id).where(WinVersionRow.win_id.not_in(select(WinRow.id))).distinct()
        return tuple(UUID(key) for key in self._session.scalars(query))

    def evidence_hashes(self) -> frozenset[str]:
        """Return the SHA-256 of every file some kept state has as evidence."""
        query = select(WinVersionRow.content).where(WinVersionRow.content.contains('"kind":"file"'))
        wins = (win_of_version(content) for content in self._session.scalars(query))
        return frozenset(item.sha256 for win in wins for item in win.evidence if isinstance(item, EvidenceFile))

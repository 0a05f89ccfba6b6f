"""Bullets, the win each tells of, and their earlier texts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from arcareer.domain.bullets import Bullet, BulletScore, BulletVersion
from arcareer.domain.identity import new_id
from arcareer.storage.records.bullets import BULLETS
from arcareer.storage.records.shape import Rows
from arcareer.storage.repositories.repository import Repository, Touch, batches
from arcareer.storage.rows.bullets import BulletRow, BulletVersionRow
from arcareer.storage.stored import id_text, instant_text, read_instant


class BulletRepository(Repository[Bullet]):
    """Keeps bullets; each has a number of its own, which the search knows it by."""

    def __init__(self, session: Session, touch: Touch) -> None:
        super().__init__(session, BULLETS, touch)

    def of_wins(self, wins: Sequence[UUID]) -> tuple[Bullet, ...]:
        """Return the bullets that tell of one of these wins."""
        keys = [id_text(win) for win in wins]
        return tuple(
            bullet for some in batches(keys) for bullet in self.get_many(self._ids(BulletRow.win_id.in_(some)))
        )

    def unlink(self, wins: Sequence[UUID]) -> None:
        """Empty the link of every bullet that tells of one of these wins."""
        self.put_all([replace(bullet, win=None) for bullet in self.of_wins(wins)])

    def _rows(self, values: Sequence[Bullet]) -> list[Rows]:
        kept = super()._rows(values)
        keys = [rows.root["id"] for rows in kept]
        present = dict(
            self._session.execute(select(BulletRow.id, BulletRow.number).where(BulletRow.id.in_(keys))).all()
        )
        free = (self._session.scalar(select(func.max(BulletRow.number))) or 0) + 1
        new = {key: free + index for index, key in enumerate(key for key in keys if key not in present)}
        numbers = present | new
        return [Rows({**rows.root, "number": numbers[rows.root["id"]]}, rows.parts) for rows in kept]


class BulletVersions:
    """Keeps what a bullet said before an edit replaced it; a version is never changed."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def keep(self, scored: Iterable[tuple[Bullet, BulletScore]], replaced_at: datetime) -> None:
        """Keep the text of each of these bullets with its score."""
        self._session.add_all(
            BulletVersionRow(
                id=id_text(new_id()),
                bullet_id=id_text(bullet.id),
                replaced_at=instant_text(replaced_at),
                text=bullet.text,
                score=score.points,
                rubric_version=score.rubric_version,
            )
            for bullet, score in scored
        )
        self._session.flush()

    def last_kept(self, bullets: Iterable[UUID]) -> dict[UUID, datetime]:
        """Return when a text of each bullet was kept last; a bullet without kept texts is left out."""
        latest: dict[UUID, datetime] = {}
        for keys in batches([id_text(bullet) for bullet in bullets]):
            query = (
                select(BulletVersionRow.bullet_id, func.max(BulletVersionRow.replaced_at))
                .where(BulletVersionRow.bullet_id.in_(keys))
                .group_by(BulletVersionRow.bullet_id)
            )
            latest |= {UUID(key): read_instant(kept) for key, kept in self._session.execute(query)}
        return latest

    def of(self, bullet: UUID) -> tuple[BulletVersion, ...]:
        """Return the kept texts of a bullet, the latest first."""
        query = (
            select(BulletVersionRow)
            .where(BulletVersionRow.bullet_id == id_text(bullet))
            .order_by(BulletVersionRow.replaced_at.desc())
        )
        return tuple(
            BulletVersion(
                text=row.text,
                score=row.score,
                rubric_version=row.rubric_version,
                replaced_at=read_instant(row.replaced_at),
            )
            for row in self._session.scalars(query)
        )

    def forget_missing(self) -> int:
        """Forget the texts of bullets that are gone; return how many texts those were."""
        query = select(BulletVersionRow).where(BulletVersionRow.bullet_id.not_in(select(BulletRow.id)))
        rows = self._session.scalars(query).all()
        for row in rows:
            self._session.delete(row)
        self._session.flush()
        return len(rows)

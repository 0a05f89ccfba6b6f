"""Bullets as rows, without the number that only the search knows."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from arcareer.domain.bullets import Bullet
from arcareer.domain.changes import EntityKind
from arcareer.storage.records.shape import Parts, Rows, Shape
from arcareer.storage.stored import Record, id_text, instant_text, read_instant

BULLET_COLUMNS: Final = ("id", "text", "win_id", "position", "in_brag_sheet", "created_at")


def _to_rows(bullet: Bullet) -> Rows:
    root: Record = {
        "id": id_text(bullet.id),
        "text": bullet.text,
        "win_id": None if bullet.win is None else id_text(bullet.win),
        "position": bullet.position,
        "in_brag_sheet": int(bullet.in_brag_sheet),
        "created_at": instant_text(bullet.created_at),
    }
    return Rows(root, {})


def bullet_from(root: Record) -> Bullet:
    """Return the bullet that was kept as this row."""
    return Bullet(
        id=UUID(root["id"]),
        text=root["text"],
        win=None if root["win_id"] is None else UUID(root["win_id"]),
        position=root["position"],
        in_brag_sheet=bool(root["in_brag_sheet"]),
        created_at=read_instant(root["created_at"]),
    )


def _from_rows(root: Record, _parts: Parts) -> Bullet:
    return bullet_from(root)


BULLETS: Shape[Bullet] = Shape(kind=EntityKind.BULLET, table="bullets", to_rows=_to_rows, from_rows=_from_rows)

"""All bullets in the order asked for: the user's own, or the best first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from arcareer_ui.pages.prep.rubric.bullet_list import BulletLine
from arcareer_ui.pages.prep.rubric.judge import Judge
from arcareer_ui.pages.prep.rubric.scoring import Scoring
from arcareer_ui.pages.prep.rubric.view import BEST, RubricView

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from arcareer.domain.bullets import Bullet
    from arcareer.services.bullets import BulletService, RankedBullet


class Listing:
    """Reads the bullets and fills the list; while one is being written the others keep their places."""

    def __init__(self, view: RubricView, judge: Judge, scoring: Scoring, bullets: BulletService) -> None:
        self._view, self._judge, self._scoring, self._service = view, judge, scoring, bullets
        self.bullets: tuple[Bullet, ...] = ()
        self.order: tuple[UUID, ...] = ()

    def read(self) -> None:
        """Read what is stored and show it; the order changes only where bullets came or went."""
        self.bullets = self._service.all()
        self._show(sort=False)

    def sort(self) -> None:
        """Put the bullets in the order asked for."""
        self._show(sort=True)

    def _show(self, *, sort: bool) -> None:
        ranked = self._judge.rank(self.bullets)
        judged = {one.bullet.id: one for one in ranked}
        self.order = self._ordered(judged, sort=sort)
        by_id = {bullet.id: bullet for bullet in self.bullets}
        self._view.list.show_lines([_line(by_id[identity], judged.get(identity)) for identity in self.order])
        self._scoring.note(ranked)

    def _ordered(self, judged: Mapping[UUID, RankedBullet], *, sort: bool) -> tuple[UUID, ...]:
        ids = [bullet.id for bullet in self.bullets]
        if self._view.order.current != BEST or not judged:
            return tuple(ids)
        if not sort and set(ids) == set(self.order):
            return self.order
        return tuple(sorted(ids, key=lambda one: -judged[one].score))


def _line(bullet: Bullet, ranked: RankedBullet | None) -> BulletLine:
    score, needs = (ranked.score, ranked.needs_result) if ranked is not None else (None, False)
    return BulletLine(bullet.id, bullet.text, score, needs, bullet.in_brag_sheet)

"""Earlier versions of the bullet on show: looked at when asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from arcareer.domain.bullets import Bullet, BulletScore
from arcareer_ui.pages.prep.rubric.judge import Judge
from arcareer_ui.pages.prep.rubric.view import RubricView

if TYPE_CHECKING:
    from arcareer.services.bullets import BulletService


class Past(QObject):
    """Fills the card of earlier versions while it is open."""

    def __init__(self, view: RubricView, judge: Judge, bullets: BulletService) -> None:
        super().__init__(view)
        self._view, self._judge, self._bullets = view, judge, bullets

    def toggle(self, bullet: Bullet | None) -> None:
        """Open the card for a bullet, or put it away."""
        self._view.versions.setVisible(self._view.versions.isHidden())
        self.show_for(bullet)
        self._view.follow()

    def show_for(self, bullet: Bullet | None) -> None:
        """Show the versions of a bullet, if the card is open; a bullet that is none yet has none."""
        card = self._view.versions
        if bullet is None:
            card.hide()
        elif not card.isHidden():
            report = self._judge.report(bullet.text)
            now = BulletScore(report.card.overall, report.card.version) if report is not None else None
            card.show_versions(self._bullets.history(bullet.id), now)
        self._view.editor.versions_button.setChecked(not card.isHidden())

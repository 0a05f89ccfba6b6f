"""Shows what is said of the bullet on show: score, findings, course, and one way to say it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from arcareer_ui.pages.prep.rubric.judge import Judge, flags_in
from arcareer_ui.pages.prep.rubric.view import RubricView
from arcareer_ui.pages.prep.rubric.wordings import Wordings

if TYPE_CHECKING:
    from collections.abc import Iterable

    from arcareer.domain.bullets import Bullet
    from arcareer.services.bullets import RankedBullet
    from arcareer.services.journal import JournalService


class Scoring:
    """Keeps the first score of every bullet since the tab was opened, to say how far it has come."""

    def __init__(self, view: RubricView, judge: Judge, wordings: Wordings, journal: JournalService) -> None:
        self._view, self._judge, self._wordings, self._journal = view, judge, wordings, journal
        self._first: dict[UUID, int] = {}
        self.score: int | None = None

    def note(self, ranked: Iterable[RankedBullet]) -> None:
        """Remember the score of each bullet that was not seen before."""
        for one in ranked:
            self._first.setdefault(one.bullet.id, one.score)

    def show(self, text: str, bullet: Bullet | None) -> None:
        """Show what is said of a text; `bullet` is the stored one it is the text of."""
        editor = self._view.editor
        report = self._judge.report(text)
        self.score = report.card.overall if report is not None else None
        editor.count(len(text.split()))
        editor.show_flags(flags_in(report) if report is not None else None)
        editor.show_trend(self._first.get(bullet.id) if bullet is not None else None, self.score)
        self._view.score.show_score(report.card if report is not None else None)
        if report is None:
            self._wordings.clear()
            return
        win = self._journal.get(bullet.win) if bullet is not None and bullet.win is not None else None
        self._wordings.show_for(text, win)

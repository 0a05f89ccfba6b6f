"""Bullets: written, scored, ranked, moved, and chosen for the brag sheet."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from uuid import UUID

from arcareer.clock import Clock
from arcareer.domain.bullets import BULLET_LIMIT, Bullet, BulletVersion
from arcareer.domain.changes import Change, Edit, EditGroup, EntityKind
from arcareer.domain.figures import Figure, figure_text
from arcareer.domain.identity import new_id
from arcareer.domain.journal import Win
from arcareer.errors import FieldProblem
from arcareer.services.editing import EditService
from arcareer.services.writing_checks import WritingCheckService
from arcareer.storage.store import Store

if TYPE_CHECKING:
    from arcareer.prose.engine import LineReport

_ENDS = " \t\r\n.,;:"


@dataclass(frozen=True, slots=True)
class RankedBullet:
    """A bullet with what the checks and the rubric say about it."""

    bullet: Bullet
    report: LineReport

    @property
    def score(self) -> int:
        """Return the points of 20."""
        return self.report.card.overall

    @property
    def needs_result(self) -> bool:
        """Return whether no result is named: neither what changed nor by how much."""
        return self.report.card.score("business_impact") < 2


class BulletService:
    """Use cases of bullets; what changes something returns the change it applied, ready for undo."""

    def __init__(self, store: Store, edits: EditService, checks: WritingCheckService, clock: Clock) -> None:
        self._store = store
        self._edits = edits
        self._checks = checks
        self._clock = clock

    def all(self) -> tuple[Bullet, ...]:
        """Return every bullet in the user's order."""
        return self._store.glance.bullets()

    def get(self, bullet_id: UUID) -> Bullet | None:
        """Return a bullet."""
        return next((bullet for bullet in self.all() if bullet.id == bullet_id), None)

    def find(self, text: str, limit: int = 50) -> tuple[Bullet, ...]:
        """Return the bullets that have every word of the text, the last as a beginning; the best match first."""
        return self._store.glance.find_bullets(text, limit)

    def of_win(self, win_id: UUID) -> tuple[Bullet, ...]:
        """Return the bullets that tell of a win, in the user's order."""
        return tuple(bullet for bullet in self.all() if bullet.win == win_id)

    def in_brag_sheet(self) -> tuple[Bullet, ...]:
        """Return the bullets chosen for the brag sheet, in the user's order."""
        return tuple(bullet for bullet in self.all() if bullet.in_brag_sheet)

    def ranked(self) -> tuple[RankedBullet, ...]:
        """Return every bullet with its findings and score, the best first; equals stand in the user's order."""
        bullets = self.all()
        reports = self._checks.check_bullets(bullet.text for bullet in bullets)
        judged = (RankedBullet(bullet, report) for bullet, report in zip(bullets, reports, strict=True))
        return tuple(sorted(judged, key=lambda one: -one.score))

    def write(self, text: str, win: UUID | None = None) -> Edit:
        """Add a bullet behind the others; raise `FieldProblem` for an empty one or one too long."""
        _check(text)
        position = max((bullet.position for bullet in self.all()), default=-1) + 1
        bullet = Bullet(id=new_id(), text=text, win=win, position=position, created_at=self._clock.now())
        return self._apply("Write bullet", None, bullet)

    def save(self, before: Bullet, after: Bullet, *, draft_key: str | None = None) -> Edit:
        """Save a changed bullet; raise `FieldProblem` where its text cannot be kept.

        The replaced text stays in its history with its score, at most one a minute.
        """
        if after.text != before.text:
            _check(after.text)
        return self._edits.put("Edit bullet", EntityKind.BULLET, before, after, draft_key=draft_key)

    def history(self, bullet_id: UUID) -> tuple[BulletVersion, ...]:
        """Return the earlier texts of a bullet with the scores they had, the latest first."""
        with self._store.read() as unit:
            return unit.bullet_versions.of(bullet_id)

    def go_back_to(self, bullet: Bullet, version: BulletVersion) -> Edit:
        """Give a bullet an earlier text; the present one stays in its history."""
        return self._edits.put(
            "Go back to an earlier bullet",
            EntityKind.BULLET,
            bullet,
            replace(bullet, text=version.text),
            keep_version=True,
        )

    def move(self, bullet: Bullet, to_index: int) -> Change:
        """Move a bullet to an index among all, counted from 0."""
        order = [other for other in self.all() if other.id != bullet.id]
        order.insert(max(to_index, 0), bullet)
        label = "Move bullet"
        moved = tuple(
            Edit(label, EntityKind.BULLET, other, replace(other, position=place))
            for place, other in enumerate(order)
            if other.position != place
        )
        change = moved[0] if len(moved) == 1 else EditGroup(label, moved)
        self._edits.apply(change)
        return change

    def set_in_brag_sheet(self, bullet: Bullet, included: bool) -> Edit:  # noqa: FBT001 - a switch hands it over
        """Print a bullet on the brag sheet, or leave it out."""
        label = "Add bullet to brag sheet" if included else "Take bullet out of brag sheet"
        return self._apply(label, bullet, replace(bullet, in_brag_sheet=included))

    def remove(self, bullet: Bullet) -> Edit:
        """Remove a bullet; undoing it brings its history back too."""
        return self._apply("Remove bullet", bullet, None)

    def from_win(self, win: Win) -> str:
        """Return a first text for a bullet about a win: its headline, and its first figure where that is not in it.

        Every word and number is the user's own.
        """
        headline = " ".join(win.headline.split())
        if not win.figures or _tells(headline, win.figures[0]):
            return headline
        return f"{headline.rstrip(_ENDS)}: {figure_text(win.figures[0])}"

    def forget_removed(self) -> int:
        """Forget earlier texts of bullets that were removed in an earlier session; return how many texts."""
        with self._store.write() as unit:
            forgotten = unit.bullet_versions.forget_missing()
            if forgotten:
                unit.commit()
        return forgotten

    def _apply(self, label: str, before: Bullet | None, after: Bullet | None) -> Edit:
        return self._edits.put(label, EntityKind.BULLET, before, after)


def _tells(text: str, figure: Figure) -> bool:
    """Return whether the text has the figure's number already, however it is written."""
    from arcareer.prose.figures import tag  # noqa: PLC0415 - the engines load on first use

    numbers = {abs(value) for mention in tag(text) for value in (mention.value, mention.before) if value is not None}
    return abs(figure.after) in numbers


def _check(text: str) -> None:
    if not text.strip():
        raise FieldProblem("text", "A bullet needs words: say what you did and what came of it.")
    if len(text) > BULLET_LIMIT:
        over = len(text) - BULLET_LIMIT
        raise FieldProblem(
            "text",
            f"This is {over:,} characters longer than a bullet of {BULLET_LIMIT:,}. Your text is kept here; make two "
            "bullets of it.",
        )

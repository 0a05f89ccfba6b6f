"""Reviews: cycles with goals and scores, what backs them, and what is still missing before the day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING
from uuid import UUID

from arcareer.clock import Clock
from arcareer.content.library import ContentLibrary
from arcareer.domain.agenda import Occasion, OccasionKind
from arcareer.domain.changes import Change, Edit, EditGroup, EntityKind
from arcareer.domain.identity import new_id
from arcareer.domain.journal import Win
from arcareer.domain.periods import Period
from arcareer.domain.reviews import (
    Goal,
    GoalState,
    Review,
    ReviewDetails,
    ReviewKind,
    ScorePoint,
    ShownQuality,
    score_points,
)
from arcareer.errors import FieldProblem
from arcareer.services.editing import EditService
from arcareer.services.journal import JournalService
from arcareer.services.trash_of import TrashOf
from arcareer.storage.store import Store

if TYPE_CHECKING:
    from arcareer.content.career_models import CareerLevel, LevelEvidence, Quality

LOOKS_BACK = timedelta(days=365)
"""How far a review looks back while its period is not known."""


@dataclass(frozen=True, slots=True)
class MonthOfWins:
    """A month of the cycle, by its first day, and how many wins happened in it."""

    first_day: date
    wins: int


@dataclass(frozen=True, slots=True)
class LevelProof:
    """One thing the present level asks for before the next, with the wins of the cycle that can show it."""

    evidence: LevelEvidence
    wins: tuple[Win, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewFile:
    """What the journal holds for a review."""

    period: Period
    wins: tuple[Win, ...]
    months: tuple[MonthOfWins, ...]
    without_number: tuple[Win, ...]
    goals_without_wins: tuple[Goal, ...]
    proofs: tuple[LevelProof, ...]

    @property
    def empty_stretches(self) -> tuple[tuple[date, date], ...]:
        """Return each run of months without a win, by the first days of its first and last month."""
        return empty_stretches(self.months)


class ReviewService:
    """Use cases of reviews; what changes something returns the change it applied."""

    def __init__(
        self, store: Store, edits: EditService, journal: JournalService, content: ContentLibrary, clock: Clock
    ) -> None:
        self._store = store
        self._edits = edits
        self._journal = journal
        self._content = content
        self._clock = clock
        self.trash = TrashOf[ReviewDetails](store, EntityKind.REVIEW)

    def all(self) -> tuple[Review, ...]:
        """Return the reviews, those to come first and soonest first, then past ones, the latest first."""
        with self._store.read() as unit:
            found: tuple[ReviewDetails, ...] = unit.repository(EntityKind.REVIEW).all()
            occasions = unit.occasions.all()
        details = {one.id: one for one in found}
        reviews = [Review(one, details.get(one.id, ReviewDetails(id=one.id))) for one in occasions if one.is_review]
        today = self._clock.today()
        ahead = sorted((one for one in reviews if one.on >= today), key=lambda one: (one.on, one.id))
        past = sorted((one for one in reviews if one.on < today), key=lambda one: (one.on, one.id), reverse=True)
        return (*ahead, *past)

    def get(self, review_id: UUID) -> Review | None:
        """Return a review outside the trash."""
        return next((review for review in self.all() if review.id == review_id), None)

    def add(self, on: date, title: str, kind: ReviewKind = ReviewKind.ANNUAL) -> EditGroup:
        """Add a review, which the home page shows too; the edit of its occasion is the first."""
        if not title.strip():
            raise FieldProblem("title", "A review needs a name, such as “Annual review”. Nothing was changed.")
        occasion = Occasion(id=new_id(), kind=OccasionKind.REVIEW, title=title.strip(), happens_on=on)
        details = ReviewDetails(id=occasion.id, kind=kind)
        return self._apply_all(
            "Add review",
            Edit("", EntityKind.OCCASION, None, occasion),
            Edit("", EntityKind.REVIEW, None, details),
        )

    def save(self, before: Review, after: Review, *, draft_key: str | None = None) -> Change:
        """Save a changed review and drop the half-typed text it came from; raise `FieldProblem` where it cannot be."""
        _check(before.details, after.details)
        with self._store.read() as unit:
            stored = unit.repository(EntityKind.REVIEW).get(before.id)
        label = "Edit review"
        edits = [
            Edit(label, EntityKind.OCCASION, before.occasion, after.occasion),
            Edit(label, EntityKind.REVIEW, before.details if stored is not None else None, after.details),
        ]
        changed = tuple(edit for edit in edits if edit.before != edit.after)
        group = EditGroup(label, changed)
        self._edits.apply(group, draft_key=draft_key)
        return group

    def add_goal(self, review: Review, text: str) -> Change:
        """Add a goal to a review."""
        if not text.strip():
            raise FieldProblem("goal", "A goal needs a sentence. Nothing was changed.")
        return self.change_goals(review, (*review.details.goals, Goal(id=new_id(), text=text.strip())))

    def change_goals(self, review: Review, goals: Iterable[Goal]) -> Change:
        """Give a review these goals."""
        return self.save(review, replace(review, details=replace(review.details, goals=tuple(goals))))

    def link(self, review: Review, goal: Goal, wins: Iterable[UUID]) -> Change:
        """Let these wins back a goal as well."""
        backed = replace(goal, wins=tuple(dict.fromkeys((*goal.wins, *wins))))
        return self.change_goals(review, _with(review.details.goals, backed))

    def unlink(self, review: Review, goal: Goal, win: UUID) -> Change:
        """Take a win from a goal."""
        left = replace(goal, wins=tuple(one for one in goal.wins if one != win))
        return self.change_goals(review, _with(review.details.goals, left))

    def set_goal_state(self, review: Review, goal: Goal, state: GoalState) -> Change:
        """Note how far a goal is."""
        return self.change_goals(review, _with(review.details.goals, replace(goal, state=state)))

    def qualities(self) -> tuple[Quality, ...]:
        """Return the qualities that managers look for."""
        return self._content.qualities

    def show_quality(self, review: Review, quality: str, wins: Iterable[UUID]) -> Change:
        """Let these wins show a quality as well."""
        return self._set_quality(review, quality, (*_shown(review, quality), *wins))

    def hide_quality(self, review: Review, quality: str, win: UUID) -> Change:
        """Let a win no longer show a quality."""
        return self._set_quality(review, quality, (one for one in _shown(review, quality) if one != win))

    def wins_showing(self, review: Review, quality: str) -> tuple[Win, ...]:
        """Return the wins that show a quality in a review and are still there, outside the trash."""
        return tuple(win for win in self._journal.get_many(_shown(review, quality)) if not win.in_trash)

    def wins_of(self, goal: Goal) -> tuple[Win, ...]:
        """Return the wins that back a goal and are still there, outside the trash."""
        return tuple(win for win in self._journal.get_many(goal.wins) if not win.in_trash)

    def of_win(self, win_id: UUID) -> tuple[tuple[Review, Goal], ...]:
        """Return the goals that a win backs, each with its review."""
        return tuple((review, goal) for review in self.all() for goal in review.details.goals if win_id in goal.wins)

    def shown_by(self, win_id: UUID) -> tuple[tuple[Review, Quality], ...]:
        """Return the qualities that a win shows, each with its review."""
        names = {one.id: one for one in self.qualities()}
        return tuple(
            (review, names[shown.quality])
            for review in self.all()
            for shown in review.details.qualities
            if win_id in shown.wins and shown.quality in names
        )

    def move_to_trash(self, review: Review) -> EditGroup:
        """Move a review with its goals to the trash for 30 days; the home page lets go of its day."""
        with self._store.read() as unit:
            stored = unit.repository(EntityKind.REVIEW).get(review.id)
        thrown = replace(review.details, trashed_at=self._clock.now(), occasion=review.occasion)
        return self._apply_all(
            "Move review to trash",
            Edit("", EntityKind.REVIEW, stored, thrown),
            Edit("", EntityKind.OCCASION, review.occasion, None),
        )

    def restore(self, details: ReviewDetails) -> EditGroup:
        """Bring a review back from the trash with its day. ValueError for one that does not lie there."""
        if details.occasion is None:
            raise ValueError("only what lies in the trash comes back")
        return self._apply_all(
            "Restore review",
            Edit("", EntityKind.OCCASION, None, details.occasion),
            Edit("", EntityKind.REVIEW, details, replace(details, trashed_at=None, occasion=None)),
        )

    def scores(self) -> tuple[ScorePoint, ...]:
        """Return the scores of all reviews on the common scale, in order of time."""
        return score_points(self.all())

    def levels(self) -> tuple[CareerLevel, ...]:
        """Return the career ladder from the bottom up."""
        return self._content.career

    def period_so_far(self, review: Review) -> Period:
        """Return the time a review looks back on, up to today."""
        period = _period_of(review)
        return Period(period.start, max(period.start, min(period.end, self._clock.today())))

    def file_of(self, review: Review) -> ReviewFile:
        """Return what the journal holds for a review, within its period or the year before its day."""
        so_far = self.period_so_far(review)
        wins = self._journal.wins(so_far)
        return ReviewFile(
            period=_period_of(review),
            wins=wins,
            months=months_between(so_far, (win.happened_on for win in wins)),
            without_number=tuple(win for win in wins if not win.has_number),
            goals_without_wins=tuple(
                goal for goal in review.details.goals if goal.state is not GoalState.DROPPED and not self.wins_of(goal)
            ),
            proofs=self._proofs(review, wins),
        )

    def _proofs(self, review: Review, wins: tuple[Win, ...]) -> tuple[LevelProof, ...]:
        level = next((one for one in self.levels() if one.id == review.details.level), None)
        if level is None:
            return ()
        return tuple(
            LevelProof(asked, tuple(win for win in wins if set(asked.competencies).intersection(win.competencies)))
            for asked in level.evidence
        )

    def _set_quality(self, review: Review, quality: str, wins: Iterable[UUID]) -> Change:
        changed = ShownQuality(quality, tuple(dict.fromkeys(wins)))
        order = [one.id for one in self.qualities()]
        others = (one for one in review.details.qualities if one.quality != quality)
        kept = sorted((one for one in (*others, changed) if one.wins), key=lambda one: order.index(one.quality))
        return self.save(review, replace(review, details=replace(review.details, qualities=tuple(kept))))

    def _apply_all(self, label: str, *edits: Edit) -> EditGroup:
        group = EditGroup(label, tuple(edit._replace(label=label) for edit in edits))
        self._edits.apply(group)
        return group


def _shown(review: Review, quality: str) -> tuple[UUID, ...]:
    return next((one.wins for one in review.details.qualities if one.quality == quality), ())


def _with(goals: tuple[Goal, ...], changed: Goal) -> tuple[Goal, ...]:
    return tuple(changed if goal.id == changed.id else goal for goal in goals)


def _period_of(review: Review) -> Period:
    return review.period or Period(review.on - LOOKS_BACK, review.on)


def months_between(period: Period, days: Iterable[date]) -> tuple[MonthOfWins, ...]:
    """Return the months of a period with the number of `days` in each."""
    firsts = [day.replace(day=1) for day in days]
    month, months = period.start.replace(day=1), []
    while month <= period.end:
        months.append(MonthOfWins(month, firsts.count(month)))
        month = (month + timedelta(days=32)).replace(day=1)
    return tuple(months)


def empty_stretches(months: Iterable[MonthOfWins]) -> tuple[tuple[date, date], ...]:
    """Return each run of months without a win, by the first days of its first and last month."""
    runs: list[tuple[date, date]] = []
    joined = False
    for month in months:
        if month.wins:
            joined = False
        elif joined:
            runs[-1] = (runs[-1][0], month.first_day)
        else:
            runs.append((month.first_day, month.first_day))
            joined = True
    return tuple(runs)


def _check(before: ReviewDetails, after: ReviewDetails) -> None:
    """Raise `FieldProblem` for the field that was changed into what cannot be."""
    scale = after.scale
    if scale.worst == scale.best:
        raise FieldProblem("scale", "A scale needs two different ends, such as 1 and 5. Nothing was changed.")
    for name in ("score", "aimed"):
        score = getattr(after, name)
        if score is not None and not scale.holds(score):
            ends = f"{_plain(scale.worst)} and {_plain(scale.best)}"
            raise FieldProblem(
                name if score != getattr(before, name) else "scale",
                f"{_plain(score)} is not between {ends}, the ends of your scale. Nothing was changed.",
            )
    first, last = after.starts_on, after.ends_on
    if first is not None and last is not None and last < first:
        field = "ends_on" if last != before.ends_on else "starts_on"
        raise FieldProblem(field, "The period ends before it starts. Nothing was changed.")


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}"

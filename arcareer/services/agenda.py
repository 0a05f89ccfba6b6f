"""Dates to prepare for, weeks away, and who the owner of the library is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from arcareer.clock import Clock
from arcareer.domain.agenda import OWNER_ID, AwayWeek, Occasion, OccasionKind, Owner, away_week_id
from arcareer.domain.changes import Aggregate, Change, Edit, EditGroup, EntityKind
from arcareer.domain.identity import new_id
from arcareer.domain.periods import week_of
from arcareer.domain.reviews import ReviewDetails
from arcareer.services.editing import EditService
from arcareer.storage.store import Store


class AgendaService:
    """Use cases of dates and of the owner; what changes something returns the change it applied."""

    def __init__(self, store: Store, edits: EditService, clock: Clock) -> None:
        self._store = store
        self._edits = edits
        self._clock = clock

    def occasions(self) -> tuple[Occasion, ...]:
        """Return every occasion, past ones too, soonest first."""
        return self._store.glance.occasions(date.min)

    def upcoming(self, limit: int = 2) -> tuple[Occasion, ...]:
        """Return what is still to come, today included, soonest first."""
        return self._store.glance.occasions(self._clock.today())[:limit]

    def add(self, kind: OccasionKind, title: str, on: date) -> Edit:
        """Add an occasion; the title may be empty."""
        occasion = Occasion(id=new_id(), kind=kind, title=title, happens_on=on)
        return self._apply("Add date", EntityKind.OCCASION, None, occasion)

    def save(self, before: Occasion, after: Occasion) -> Edit:
        """Save a changed occasion."""
        return self._apply("Edit date", EntityKind.OCCASION, before, after)

    def remove(self, occasion: Occasion) -> Change:
        """Remove an occasion; with an interview its details and its crib go too, and undoing brings all back.

        A review with goals or a score goes to the trash of reviews with its day.
        """
        label = "Remove date"
        with self._store.read() as unit:
            details, crib = unit.interviews.get(occasion.id), unit.cribs.get(occasion.id)
            review = unit.repository(EntityKind.REVIEW).get(occasion.id)
        hanging = ((EntityKind.CRIB, crib), (EntityKind.INTERVIEW, details))
        edits = (
            *(Edit(label, kind, value, None) for kind, value in hanging if value is not None),
            *((_thrown(label, review, occasion, self._clock.now()),) if isinstance(review, ReviewDetails) else ()),
            Edit(label, EntityKind.OCCASION, occasion, None),
        )
        change = edits[0] if len(edits) == 1 else EditGroup(label, edits)
        self._edits.apply(change)
        return change

    def away_weeks(self) -> tuple[date, ...]:
        """Return the Mondays of the weeks the user was away, the earliest first."""
        return tuple(sorted(self._store.glance.away_mondays()))

    def set_away(self, day: date, *, away: bool) -> Change:
        """Note that the user was away in the week that holds `day`, or that they were there after all.

        Where that is noted already, nothing happens and an empty group comes back.
        """
        monday = week_of(day).start
        week = AwayWeek(id=away_week_id(monday), monday=monday)
        with self._store.read() as unit:
            before = unit.away_weeks.get(week.id)
        label = "Mark week as away" if away else "Count week again"
        if away == (before is not None):
            return EditGroup(label, ())
        return self._apply(label, EntityKind.AWAY_WEEK, before, week if away else None)

    def owner(self) -> Owner:
        """Return who the library belongs to; empty where nothing was entered."""
        with self._store.read() as unit:
            return unit.owners.get(OWNER_ID) or Owner()

    def save_owner(self, owner: Owner) -> Edit:
        """Save who the library belongs to."""
        with self._store.read() as unit:
            before = unit.owners.get(OWNER_ID)
        return self._apply("Edit your details", EntityKind.OWNER, before, owner)

    def _apply(self, label: str, kind: EntityKind, before: Aggregate | None, after: Aggregate | None) -> Edit:
        return self._edits.put(label, kind, before, after)


def _thrown(label: str, review: ReviewDetails, occasion: Occasion, at: datetime) -> Edit:
    return Edit(label, EntityKind.REVIEW, review, replace(review, trashed_at=at, occasion=occasion))

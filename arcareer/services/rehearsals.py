"""Rehearsals: kept the moment they end, marked and noted afterwards, and how an answer comes along over them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final
from uuid import UUID

from arcareer.clock import Clock
from arcareer.domain.answers import Answer
from arcareer.domain.changes import Edit, EntityKind
from arcareer.domain.identity import new_id
from arcareer.domain.rehearsals import Rehearsal, planned_split
from arcareer.services.editing import EditService
from arcareer.storage.store import Store

_LEEWAY: Final = Decimal("0.15")
_LEAST_LEEWAY: Final = 3
_PART_OVER: Final = Decimal("1.5")


class Pace(StrEnum):
    """How a take was against its time."""

    GOOD = "good"
    SHORT = "short"
    LONG = "long"


class Direction(StrEnum):
    """Whether the takes of an answer come nearer to their time, or its marks rise."""

    FIRST_TAKE = "first-take"
    BETTER = "better"
    STEADY = "steady"
    WORSE = "worse"


@dataclass(frozen=True, slots=True)
class Remark:
    """What there is to say about one take: its pace, and the part that ran longest over its share, if one did."""

    pace: Pace
    part: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RehearsalTrend:
    """How the takes of an answer went. Seconds are spoken ones; ratings are means of the user's marks, 1 to 5."""

    takes: int
    first_seconds: int | None = None
    last_seconds: int | None = None
    last_rating: Decimal | None = None
    best_rating: Decimal | None = None
    direction: Direction = Direction.FIRST_TAKE


class RehearsalService:
    """Use cases of rehearsals; what changes something returns the edit it applied, ready for undo."""

    def __init__(self, store: Store, edits: EditService, clock: Clock) -> None:
        self._store = store
        self._edits = edits
        self._clock = clock

    def of(self, answer_id: UUID) -> tuple[Rehearsal, ...]:
        """Return the takes of an answer, the latest first."""
        with self._store.read() as unit:
            return _latest_first(unit.rehearsals.of((answer_id,)))

    def all_since(self, day: date) -> tuple[Rehearsal, ...]:
        """Return every take from a day (UTC) on, the latest first."""
        with self._store.read() as unit:
            return _latest_first(take for take in unit.rehearsals.all() if take.at.date() >= day)

    def keep(
        self, answer: Answer, planned_seconds: int, spoken_seconds: int, part_seconds: tuple[int, ...] = ()
    ) -> Edit:
        """Keep a take at the moment it ends; marks and a note come later, and nothing is lost if they never do."""
        take = Rehearsal(
            id=new_id(),
            answer=answer.id,
            at=self._clock.now(),
            planned_seconds=planned_seconds,
            spoken_seconds=spoken_seconds,
            part_seconds=part_seconds,
        )
        return self._apply("Rehearse answer", None, take)

    def save(self, before: Rehearsal, after: Rehearsal, *, draft_key: str | None = None) -> Edit:
        """Save the marks and the note of a take, and drop the half-typed note they came from."""
        return self._edits.put("Rate rehearsal", EntityKind.REHEARSAL, before, after, draft_key=draft_key)

    def remove(self, take: Rehearsal) -> Edit:
        """Remove a take."""
        return self._apply("Remove rehearsal", take, None)

    def trend(self, answer_id: UUID) -> RehearsalTrend:
        """Return how an answer comes along over its takes: marks speak first, else how near its time it came."""
        takes = self.of(answer_id)
        if not takes:
            return RehearsalTrend(takes=0)
        rated = [take.rating for take in takes if take.rating is not None]
        return RehearsalTrend(
            takes=len(takes),
            first_seconds=takes[-1].spoken_seconds,
            last_seconds=takes[0].spoken_seconds,
            last_rating=takes[0].rating,
            best_rating=max(rated, default=None),
            direction=_direction(takes[0], takes[1]) if len(takes) > 1 else Direction.FIRST_TAKE,
        )

    def remark(self, take: Rehearsal, answer: Answer) -> Remark:
        """Return what there is to say about a take of an answer."""
        leeway = max(Decimal(_LEAST_LEEWAY), take.planned_seconds * _LEEWAY)
        over = take.spoken_seconds - take.planned_seconds
        pace = Pace.LONG if over > leeway else Pace.SHORT if -over > 2 * leeway else Pace.GOOD
        return Remark(pace, _longest_over(take, answer))

    def _apply(self, label: str, before: Rehearsal | None, after: Rehearsal | None) -> Edit:
        return self._edits.put(label, EntityKind.REHEARSAL, before, after)


def _latest_first(takes: Iterable[Rehearsal]) -> tuple[Rehearsal, ...]:
    return tuple(sorted(takes, key=lambda take: (take.at, take.id), reverse=True))


def _direction(last: Rehearsal, before: Rehearsal) -> Direction:
    if last.rating is not None and before.rating is not None and last.rating != before.rating:
        return Direction.BETTER if last.rating > before.rating else Direction.WORSE
    near, nearer = (abs(take.spoken_seconds - take.planned_seconds) for take in (before, last))
    if near == nearer:
        return Direction.STEADY
    return Direction.BETTER if nearer < near else Direction.WORSE


def _longest_over(take: Rehearsal, answer: Answer) -> str:
    """Return the part that took half as long again as its share or more, the worst of them; empty where none did."""
    if len(take.part_seconds) != len(answer.parts):
        return ""
    plan = planned_split(answer.kind, take.planned_seconds)
    over = {
        part: spent - planned
        for part, spent, planned in zip(answer.parts, take.part_seconds, plan, strict=True)
        if spent > planned * _PART_OVER and spent - planned >= _LEAST_LEEWAY
    }
    return max(over, key=over.__getitem__, default="")

"""Finds the places of wins that are about to be written.

A win keeps its place as long as its day and the moment it was logged stay, also on the way to the trash and back. Wins
of the same moment stand in the order they came; a freed place goes to the next win that wants it, so that an undone
change finds its old place again.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from arcareer.domain.journal import Win
from arcareer.storage.places import SAME_MOMENT, both_sides, moment_of, moved_with, place_of
from arcareer.storage.rows.wins import WinRow
from arcareer.storage.stored import id_text


def places_of(session: Session, wins: Sequence[Win]) -> list[int]:
    """Return the place each win is to have; no two of them share one."""
    keys = [id_text(win.id) for win in wins]
    present = dict(session.execute(select(WinRow.id, WinRow.place).where(WinRow.id.in_(keys))).all())
    wanted = [_wanted(win, present.get(key)) for win, key in zip(wins, keys, strict=True)]
    owners = _owners(session, map(moment_of, wanted))
    gaps = _Gaps(session, owners)
    places = []
    for win, key, place in zip(wins, keys, wanted, strict=True):
        if owners.get(moment_of(place), key) != key:
            place = moved_with(gaps.next_after(moment_of(place_of(win))), win)  # noqa: PLW2901 - its own was taken
        owners[moment_of(place)] = key
        places.append(place)
    return places


def _wanted(win: Win, present: int | None) -> int:
    own = place_of(win)
    kept = own if present is None else moved_with(present, win)
    return kept if own <= kept < own + SAME_MOMENT else own


def _owners(session: Session, moments: Iterable[int]) -> dict[int, str]:
    places = [place for moment in moments for place in both_sides(moment)]
    found = session.execute(select(WinRow.place, WinRow.id).where(WinRow.place.in_(places)))
    return {moment_of(place): key for place, key in found}


class _Gaps:
    """Free moments behind a taken one, each handed out once."""

    def __init__(self, session: Session, owners: Container[int]) -> None:
        self._session = session
        self._owners = owners
        self._taken: set[int] = set()
        self._reached: dict[int, int] = {}

    def next_after(self, moment: int) -> int:
        """Return the first free moment behind this one."""
        if moment not in self._reached:
            self._taken |= self._in_library(moment)
        free = self._reached.get(moment, moment) + 1
        while free in self._taken or free in self._owners:
            free += 1
        self._reached[moment] = free
        return free

    def _in_library(self, moment: int) -> set[int]:
        sides = (WinRow.place.between(place, place + SAME_MOMENT - 1) for place in both_sides(moment))
        return {moment_of(place) for place in self._session.scalars(select(WinRow.place).where(or_(*sides)))}

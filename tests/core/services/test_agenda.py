"""Dates to prepare for, weeks away and the owner."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from arcareer.domain.agenda import Occasion, OccasionKind, Owner
from tests.support.builders import Library


def added(library: Library, title: str, on: date, kind: OccasionKind = OccasionKind.INTERVIEW) -> Occasion:
    occasion = library.agenda.add(kind, title, on).after
    assert isinstance(occasion, Occasion)
    return occasion


def test_upcoming_are_the_next_two_today_included(library: Library) -> None:
    today = library.clock.today()
    days = (30, -1, 0, 5)
    far, past, now, soon = (added(library, f"in {days}", today + timedelta(days=days)) for days in days)
    assert library.agenda.upcoming() == (now, soon)
    assert library.agenda.upcoming(limit=5) == (now, soon, far)
    assert library.agenda.occasions() == (past, now, soon, far)
    library.clock.advance(timedelta(days=1))
    assert library.agenda.upcoming() == (soon, far)


def test_occasions_can_be_changed_and_removed(library: Library) -> None:
    occasion = added(library, "Review", date(2026, 12, 10), OccasionKind.REVIEW)
    later = replace(occasion, happens_on=date(2026, 12, 17))
    library.agenda.save(occasion, later)
    assert library.agenda.occasions() == (later,)
    removed = library.agenda.remove(later)
    assert library.agenda.occasions() == ()
    library.edits.apply(removed.inverse())
    assert library.agenda.occasions() == (later,)


def test_any_day_of_a_week_away_means_its_monday(library: Library) -> None:
    library.agenda.set_away(date(2026, 8, 6), away=True)
    library.agenda.set_away(date(2024, 12, 31), away=True)
    assert library.agenda.away_weeks() == (date(2024, 12, 30), date(2026, 8, 3))
    library.agenda.set_away(date(2026, 8, 9), away=False)
    assert library.agenda.away_weeks() == (date(2024, 12, 30),)


def test_week_that_is_noted_already_is_no_change(library: Library) -> None:
    library.agenda.set_away(date(2026, 8, 3), away=True)
    commits = len(library.published)
    assert library.agenda.set_away(date(2026, 8, 4), away=True).edits == ()
    assert library.agenda.set_away(date(2026, 9, 1), away=False).edits == ()
    assert len(library.published) == commits


def test_owner_is_empty_until_entered(library: Library) -> None:
    assert library.agenda.owner() == Owner()
    first = library.agenda.save_owner(Owner(name="Sam Ortega"))
    second = library.agenda.save_owner(Owner(name="Sam Ortega", title="AR coordinator"))
    assert library.agenda.owner().title == "AR coordinator"
    library.edits.apply(second.inverse())
    assert library.agenda.owner() == Owner(name="Sam Ortega")
    library.edits.apply(first.inverse())
    assert library.agenda.owner() == Owner()

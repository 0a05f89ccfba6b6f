"""What goes into a repository comes out equal, whatever it is."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from arcareer.domain.changes import EntityKind
from arcareer.domain.periods import ALL_TIME
from arcareer.domain.win_lists import WinQuery
from arcareer.errors import UserError
from arcareer.storage.checksums import damaged_rows, miscounts
from arcareer.storage.stored import storable
from tests.support import every_kind, values
from tests.support.builders import Library, a_bullet, a_customer, a_figure, a_library, a_win

over_and_over = settings(
    max_examples=settings().max_examples // 3, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def put(library: Library, kind: EntityKind, *aggregates: Any) -> None:
    with library.store.write() as unit:
        unit.repository(kind).put_all(aggregates)
        unit.commit()


def get(library: Library, kind: EntityKind, identity: UUID) -> Any:
    with library.store.read() as unit:
        return unit.repository(kind).get(identity)


def remove(library: Library, kind: EntityKind, identity: UUID) -> None:
    with library.store.write() as unit:
        unit.repository(kind).remove(identity)
        unit.commit()


def assert_sound(library: Library) -> None:
    assert damaged_rows(library.store.connection) == ()
    assert miscounts(library.store.connection) == ()


def test_every_kind_has_values_here() -> None:
    assert set(every_kind.ANY) == set(EntityKind)


@pytest.mark.parametrize("kind", EntityKind)
@over_and_over
@given(data=st.data())
def test_any_value_comes_back_as_it_was(library: Library, kind: EntityKind, data: st.DataObject) -> None:
    first, second = data.draw(every_kind.ANY[kind]), data.draw(every_kind.ANY[kind])
    changed = replace(second, id=first.id)
    for below, value in (*values.ground(first), *values.ground(changed)):
        put(library, below, value)
    put(library, kind, first)
    assert get(library, kind, first.id) == storable(first)
    put(library, kind, changed)
    assert get(library, kind, first.id) == storable(changed)
    assert_sound(library)
    remove(library, kind, first.id)
    assert get(library, kind, first.id) is None
    assert_sound(library)


@given(values.texts)
def test_only_surrogates_and_nul_are_replaced(text: str) -> None:
    kept = storable(text)
    assert len(kept) == len(text)
    assert all(new == old or old == "\0" or 0xD800 <= ord(old) <= 0xDFFF for new, old in zip(kept, text, strict=True))
    kept.encode("utf-8")
    assert "\0" not in kept


def test_removing_what_is_not_there_changes_nothing(library: Library) -> None:
    remove(library, EntityKind.WIN, a_win().id)
    assert library.published[-1].touched == frozenset()


def test_values_come_in_the_order_asked_for(library: Library) -> None:
    wins = [a_win(f"Win {number}") for number in range(1_200)]
    library.add(*wins)
    wanted = [*wins[::-7], *wins[:3]]
    with library.store.read() as unit:
        assert unit.wins.get_many([win.id for win in wanted]) == tuple(wanted)
        assert set(unit.wins.all()) == set(wins)


@pytest.mark.parametrize("number", ["0", "-0.00", "48200.10", "1E+3", "0.0000001", "123456789012345678901234567890.12"])
def test_numbers_are_exact(library: Library, number: str) -> None:
    win = a_win(figures=(a_figure(number, before=number),))
    library.add(win)
    stored = get(library, EntityKind.WIN, win.id)
    assert stored == win
    assert (stored.figures[0].after.as_tuple().exponent == Decimal(number).as_tuple().exponent) or "E" in number


@pytest.mark.parametrize("number", ["NaN", "Infinity"])
def test_what_is_no_number_is_refused(library: Library, number: str) -> None:
    with pytest.raises(ValueError, match="finite"):
        library.add(a_win(figures=(a_figure(number),)))
    assert library.journal.count(WinQuery()) == 0


def test_instant_without_zone_is_refused(library: Library) -> None:
    with pytest.raises(ValueError, match="time zone"):
        library.add(a_win(logged_at=datetime(2026, 1, 1)))  # noqa: DTZ001 - that is the point


@pytest.mark.parametrize("day", [date.min, date(2024, 2, 29), date.max])
def test_any_day_keeps_its_date_and_its_place(library: Library, day: date) -> None:
    win = a_win(happened_on=day)
    library.add(a_win("Another"), win)
    assert get(library, EntityKind.WIN, win.id) == win
    with library.store.read() as unit:
        assert win in unit.wins.in_period(ALL_TIME)


def test_customer_stays_while_a_win_names_it(library: Library) -> None:
    customer = a_customer()
    put(library, EntityKind.CUSTOMER, customer)
    win = a_win(customers=(customer.id,))
    library.add(win)
    with pytest.raises(UserError):
        remove(library, EntityKind.CUSTOMER, customer.id)
    assert get(library, EntityKind.CUSTOMER, customer.id) == customer
    assert get(library, EntityKind.WIN, win.id) == win


def test_win_cannot_name_a_customer_that_is_not_there(library: Library) -> None:
    with pytest.raises(UserError):
        library.add(a_win(customers=(a_customer().id,)))
    assert library.journal.count(WinQuery()) == 0


def test_win_stays_while_a_bullet_names_it(library: Library) -> None:
    win = a_win()
    library.add(win)
    bullet = a_bullet(win=win.id)
    put(library, EntityKind.BULLET, bullet)
    with pytest.raises(UserError):
        remove(library, EntityKind.WIN, win.id)
    assert get(library, EntityKind.BULLET, bullet.id) == bullet
    with pytest.raises(UserError):
        put(library, EntityKind.BULLET, a_bullet(win=a_win().id))
    assert library.store.glance.bullets() == (bullet,)


def test_bullets_keep_their_numbers_and_new_ones_get_others(library: Library) -> None:
    def numbers() -> dict[str, int]:
        return dict(library.store.connection.execute("SELECT id, number FROM bullets"))

    bullets = [a_bullet(f"Bullet {number}") for number in range(1_100)]
    with library.store.write() as unit:
        unit.bullets.put_all(bullets)
        unit.commit()
    before = numbers()
    assert len(set(before.values())) == len(bullets)
    remove(library, EntityKind.BULLET, bullets[7].id)
    put(library, EntityKind.BULLET, replace(bullets[9], text="Changed"))
    put(library, EntityKind.BULLET, bullets[7])
    after = numbers()
    assert len(set(after.values())) == len(bullets)
    assert {key for key in after if after[key] != before[key]} <= {str(bullets[7].id)}
    assert library.store.glance.find_bullets("changed", 9) == (replace(bullets[9], text="Changed"),)
    assert len(library.store.glance.find_bullets("bullet", 2_000)) == len(bullets) - 1


def test_wins_of_one_moment_keep_the_order_they_came_in(library: Library) -> None:
    wins = [a_win(f"Win {number}") for number in range(5)]
    for win in wins:
        library.add(win)
    batch = [a_win(f"Win {number}") for number in range(5, 1_105)]
    library.add(*batch)
    expected = [win.headline for win in reversed([*wins, *batch])]
    assert [found.headline for found in library.journal.find(WinQuery(), limit=2_000)] == expected
    library.journal.save(wins[2], replace(wins[2], outcome="Paid"))
    assert [found.headline for found in library.journal.find(WinQuery(), limit=2_000)] == expected


def test_newest_is_by_day_then_by_the_moment_it_was_logged(library: Library) -> None:
    noon = datetime(2026, 10, 16, 12, tzinfo=UTC)
    first = a_win("first", happened_on=date(2026, 10, 2), logged_at=noon)
    second = a_win("second", happened_on=date(2026, 10, 1), logged_at=noon + timedelta(milliseconds=10))
    third = a_win("third", happened_on=date(2026, 10, 1), logged_at=noon)
    old = a_win("before 2000", happened_on=date(2026, 10, 1), logged_at=datetime(1999, 1, 1, tzinfo=UTC))
    library.add(old, third, first, second)
    assert [win.headline for win in library.journal.wins(ALL_TIME)] == ["first", "second", "third", "before 2000"]
    library.journal.save(old, replace(old, happened_on=date(2026, 10, 3)))
    assert library.journal.find(WinQuery())[0].headline == "before 2000"


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="this system cannot change its zone within a process")
def test_library_of_another_time_zone_has_the_same_dates(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    win = a_win(happened_on=date(2026, 1, 1))
    for zone in ("Pacific/Apia", "Pacific/Pago_Pago", "Asia/Beirut", "UTC"):
        monkeypatch.setenv("TZ", zone)
        time.tzset()
        library = a_library(tmp_path / "library")
        if library.journal.get(win.id) is None:
            library.add(win)
        else:
            stored = library.journal.get(win.id)
            assert stored is not None
            library.journal.save(stored, replace(stored, outcome=zone))
        assert library.journal.find(WinQuery())[0].happened_on == date(2026, 1, 1)
        library.close()

"""Taking back and doing again what touched more wins than one statement names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from arcareer.domain.changes import Edit, EditGroup, EntityKind
from arcareer.domain.customers import Customer
from arcareer.domain.identity import new_id
from arcareer.domain.journal import Win
from arcareer.domain.win_lists import WinQuery
from arcareer.errors import StaleEdit, UserError
from arcareer.progress import Cancelled
from arcareer.storage.checksums import damaged_rows, miscounts
from tests.support.builders import Library, a_customer, a_library, a_win
from tests.support.bulk import many_wins

MANY = 1_203


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    opened = a_library(tmp_path)
    yield opened
    opened.store.close()


def an_import(*, newest_first: bool = True) -> tuple[Customer, EditGroup]:
    """Return a customer and many wins about them, as a list kept newest first brings them."""
    customer = a_customer()
    wins = [replace(win, customers=(customer.id,)) for win in many_wins(MANY)]
    added = Edit("Add customer", EntityKind.CUSTOMER, before=None, after=customer)
    logged = [Edit("Log win", EntityKind.WIN, before=None, after=win) for win in wins]
    return customer, EditGroup("Import", (added, *(reversed(logged) if newest_first else logged)))


def everything(library: Library) -> tuple[tuple[Win, ...], tuple[Customer, ...]]:
    with library.store.read() as unit:
        return unit.wins.all(), unit.customers.all()


def order(library: Library) -> list[object]:
    return [one.id for one in library.journal.find(WinQuery(), limit=2 * MANY)]


def hits(library: Library) -> int:
    return library.journal.count(WinQuery(text="Harlow"))


def is_whole(library: Library) -> bool:
    return damaged_rows(library.store.connection) == () and miscounts(library.store.connection) == ()


@pytest.mark.parametrize("newest_first", [True, False])
def test_an_import_of_many_wins_goes_and_comes_back_whole(library: Library, newest_first: bool) -> None:
    library.edits.put("Log win", EntityKind.WIN, None, there := a_win("Harlow was there before"))
    before = everything(library)
    customer, group = an_import(newest_first=newest_first)
    library.edits.apply(group)
    after, places = everything(library), order(library)
    assert set(after[0]) == {there, *(edit.after for edit in group.edits if isinstance(edit.after, Win))}
    assert after[1] == (customer,)
    assert hits(library) == MANY + 1
    assert is_whole(library)
    for _ in range(2):
        library.edits.apply(group.inverse())
        assert everything(library) == before
        assert hits(library) == 1
        assert is_whole(library)
        library.edits.apply(group)
        assert everything(library) == after
        assert order(library) == places
        assert hits(library) == MANY + 1
        assert is_whole(library)


def test_one_win_changed_meanwhile_keeps_every_win(library: Library) -> None:
    _, group = an_import()
    library.edits.apply(group)
    changed = group.edits[-1].after
    assert isinstance(changed, Win)
    library.edits.put("Edit win", EntityKind.WIN, changed, replace(changed, outcome="Paid in full"))
    before = everything(library)
    with pytest.raises(StaleEdit):
        library.edits.apply(group.inverse())
    assert everything(library) == before
    assert is_whole(library)


def test_one_link_to_a_customer_that_is_gone_brings_no_win_back(library: Library) -> None:
    _, group = an_import()
    stray = a_win("About somebody gone", customers=(new_id(),))
    with pytest.raises(UserError):
        library.edits.apply(EditGroup("Import", (*group.edits, Edit("Log win", EntityKind.WIN, None, stray))))
    assert everything(library) == ((), ())
    assert is_whole(library)


def test_wins_that_came_back_can_be_edited_as_before(library: Library) -> None:
    _, group = an_import()
    library.edits.apply(group)
    library.edits.apply(group.inverse())
    library.edits.apply(group)
    win = group.edits[-1].after
    assert isinstance(win, Win)
    wanted = replace(win, outcome="Paid in full", figures=(), competencies=("forecasting",))
    library.edits.put("Edit win", EntityKind.WIN, win, wanted)
    assert library.journal.get(win.id) == wanted
    assert is_whole(library)


def test_a_cancel_at_any_moment_leaves_the_library_as_it_was(library: Library) -> None:
    _, group = an_import()
    reports = 0

    def count(done: int, total: int, note: str = "") -> None:
        nonlocal reports
        reports += 1

    library.edits.apply(group, progress=count)
    before, places = everything(library), order(library)
    assert reports > MANY // 500

    for last in range(reports):
        left = last

        def stop(done: int, total: int, note: str = "") -> None:
            nonlocal left
            if left == 0:
                raise Cancelled
            left -= 1

        with pytest.raises(Cancelled):
            library.edits.apply(group.inverse(), progress=stop)
        assert everything(library) == before
        assert order(library) == places
        assert hits(library) == MANY
    assert is_whole(library)

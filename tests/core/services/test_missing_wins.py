"""Bringing back lost wins: by identity, without doubles, and nothing else is touched."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from arcareer.domain.changes import Edit, EntityKind
from arcareer.domain.customers import Customer
from arcareer.domain.journal import Win
from arcareer.errors import UserError
from arcareer.problems import LibraryProblem
from tests.support.builders import a_customer, a_figure, a_win
from tests.support.vault import Vault, add_evidence, names_in, open_vault


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    opened = open_vault(tmp_path / "library")
    yield opened
    opened.close()


def put(vault: Vault, *values: Win | Customer) -> None:
    with vault.opened.store.write() as unit:
        for value in values:
            (unit.wins if isinstance(value, Win) else unit.customers).put(value)  # type: ignore[arg-type]
        unit.commit()


def erase(vault: Vault, *wins: Win) -> None:
    with vault.opened.store.write() as unit:
        unit.remove_for_good([win.id for win in wins])
        unit.commit()


def test_lost_win_comes_back_with_all_its_parts(vault: Vault) -> None:
    customer = a_customer("Harlow Foods")
    win = a_win("Collected $48,200", figures=(a_figure(),), customers=(customer.id,), competencies=("negotiation",))
    put(vault, customer, win, a_win("Stays"))
    backup = vault.backups.back_up()
    erase(vault, win)
    with vault.opened.store.write() as unit:
        unit.customers.remove(customer.id)
        unit.commit()
    assert vault.missing.find(backup.sequence) == (win,)
    group = vault.missing.bring_back(backup.sequence)
    assert vault.journal.get(win.id) == win
    assert vault.missing.find(backup.sequence) == ()
    vault.edits.apply(group.inverse())
    assert vault.headlines() == {"Stays"}


def test_nothing_is_doubled_and_later_work_stays(vault: Vault) -> None:
    first, second = vault.log("first"), vault.log("second")
    backup = vault.backups.back_up()
    erase(vault, first)
    vault.log("later")
    for _ in range(2):
        vault.missing.bring_back(backup.sequence)
    assert vault.headlines() == {"first", "second", "later"}
    assert vault.journal.get(second.id) == second


def test_win_that_changed_since_keeps_both_states(vault: Vault) -> None:
    win = vault.log("Collected $48,200")
    backup = vault.backups.back_up()
    changed = replace(win, headline="Collected $48,900", proof="Remittance of 3 October")
    put(vault, changed)
    vault.missing.bring_back(backup.sequence)
    vault.missing.bring_back(backup.sequence)
    assert vault.journal.get(win.id) == changed
    assert [version.win for version in vault.journal.history(win.id)] == [win]


def test_win_in_the_backups_trash_stays_away_and_one_in_our_trash_is_not_missing(vault: Vault) -> None:
    thrown, later_thrown = vault.log("thrown"), vault.log("later thrown")
    vault.journal.move_to_trash([thrown.id])
    backup = vault.backups.back_up()
    vault.journal.move_to_trash([later_thrown.id])
    erase(vault, thrown)
    assert vault.missing.find(backup.sequence) == ()


def test_evidence_comes_back_too(vault: Vault) -> None:
    sha256 = add_evidence(vault.opened.store, vault.paths, b"remittance")
    backup = vault.backups.back_up()
    with vault.opened.store.write() as unit:
        unit.remove_for_good([win.id for win in unit.wins.all()])
        unit.commit()
    place = vault.paths.evidence / sha256[:2] / sha256
    place.unlink()
    vault.missing.bring_back(backup.sequence)
    assert place.read_bytes() == b"remittance"


def test_unusable_backups_are_told_and_nothing_is_left_behind(vault: Vault) -> None:
    vault.log("one")
    backup = vault.backups.back_up()
    with pytest.raises(UserError, match="no backup with the number 9"):
        vault.missing.find(9)
    backup.path.write_bytes(b"x" * backup.size)
    with pytest.raises(LibraryProblem, match="damaged"):
        vault.missing.bring_back(backup.sequence)
    assert [name for name in names_in(vault.paths.folder) if name.startswith((".~", "stage"))] == []


ACTIONS = st.lists(st.tuples(st.sampled_from(["add", "edit", "erase", "trash"]), st.integers(0, 9)), max_size=12)


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(before=ACTIONS, after=ACTIONS)
def test_after_bringing_back_nothing_of_either_side_is_lost(
    tmp_path_factory: pytest.TempPathFactory, before: list[tuple[str, int]], after: list[tuple[str, int]]
) -> None:
    vault = open_vault(tmp_path_factory.mktemp("library"))
    try:
        _act(vault, before)
        backup = vault.backups.back_up()
        then = {win.id: win for win in _wins(vault) if not win.in_trash}
        _act(vault, after)
        now = {win.id: win for win in _wins(vault)}
        vault.missing.bring_back(backup.sequence)
        merged = {win.id: win for win in _wins(vault)}
        assert merged.keys() == then.keys() | now.keys()
        assert all(merged[key] == win for key, win in now.items())
        assert all(win.headline == merged[key].headline or _kept(vault, win) for key, win in then.items())
        assert vault.checks.check().sound
    finally:
        vault.close()


def _wins(vault: Vault) -> tuple[Win, ...]:
    with vault.opened.store.read() as unit:
        return unit.wins.all()


def _kept(vault: Vault, win: Win) -> bool:
    return any(version.win.headline == win.headline for version in vault.journal.history(win.id))


def _act(vault: Vault, actions: list[tuple[str, int]]) -> None:
    for action, number in actions:
        wins = _wins(vault)
        if action == "add" or not wins:
            vault.log(f"Win {number}")
            continue
        win = wins[number % len(wins)]
        if action == "edit":
            after = replace(win, headline=win.headline + "+")
            vault.edits.apply(Edit("Edit win", EntityKind.WIN, before=win, after=after))
        elif action == "trash":
            vault.journal.move_to_trash([win.id])
        else:
            erase(vault, win)

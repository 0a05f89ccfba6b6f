"""The check on request: what is damaged, which win it is, which backup has it, and mending it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from arcareer.domain.changes import ChangeSet, EntityKind
from tests.support.clock import FakeClock
from tests.support.vault import Vault, add_evidence, change_file, names_in, open_vault


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    opened = open_vault(tmp_path / "library")
    opened.log("Collected $48,200")
    opened.log("Cut DSO")
    yield opened
    opened.close()


def after_damage(vault: Vault, *statements: str) -> Vault:
    """Close the library, damage its file, and open it again."""
    vault.close()
    change_file(vault.paths.database, *statements)
    return open_vault(vault.paths.folder, FakeClock(), create=False)


DAMAGE = "UPDATE wins SET headline = 'Collected $48,2' || char(65533) WHERE headline LIKE 'Coll%'"


def test_intact_library_is_counted(vault: Vault) -> None:
    add_evidence(vault.opened.store, vault.paths, b"remittance")
    report = vault.checks.check()
    assert (report.wins, report.evidence_files, report.sound, report.findings) == (3, 1, True, ())
    assert [name for name in names_in(vault.paths.folder) if name.startswith(".~")] == []


def test_check_disturbs_no_work(vault: Vault) -> None:
    pending = vault.checks.begin()
    vault.log("Meanwhile")
    assert pending.finish().wins == 2
    assert vault.checks.check().wins == 3


def test_damaged_win_is_named_with_the_backup_that_holds_it(vault: Vault) -> None:
    vault.backups.back_up()
    vault.backups.back_up()
    damaged = after_damage(vault, DAMAGE)
    report = damaged.checks.check()
    assert not report.sound
    (record,) = report.damaged
    assert (record.table, record.win, record.backup) == ("wins", "Collected $48,2�", 2)
    assert not any("Collected" in line for line in report.findings)
    assert damaged.opened.keeper.current.database_damaged
    damaged.close()


def test_mending_brings_the_row_back_and_nothing_else(vault: Vault) -> None:
    vault.backups.back_up()
    vault.log("After the backup")
    damaged = after_damage(vault, DAMAGE)
    heard: list[ChangeSet] = []
    damaged.opened.store.subscribe(heard.append)
    assert damaged.checks.mend().sound
    assert damaged.headlines() == {"Collected $48,200", "Cut DSO", "After the backup"}
    assert heard[-1].affects(EntityKind.WIN)
    found = damaged.opened.store.connection.execute("SELECT count(*) FROM win_fts WHERE win_fts MATCH '48'").fetchone()
    assert found == (1,)
    damaged.close()


def test_undecodable_text_is_named_and_mended(vault: Vault) -> None:
    vault.backups.back_up()
    damaged = after_damage(vault, "UPDATE wins SET headline = CAST(x'436fff6c' AS TEXT) WHERE headline LIKE 'Coll%'")
    assert [record.win for record in damaged.checks.check().damaged] == ["Co�l"]
    assert damaged.checks.mend().sound
    damaged.close()


def test_damage_of_a_part_names_its_win(vault: Vault) -> None:
    add_evidence(vault.opened.store, vault.paths, b"remittance")
    damaged = after_damage(vault, "UPDATE win_evidence SET title = 'Other'")
    (record,) = damaged.checks.check().damaged
    assert (record.table, record.win, record.backup) == ("win_evidence", "Proven", 0)
    damaged.close()


def test_what_no_backup_holds_stays_until_it_is_accepted(vault: Vault) -> None:
    damaged = after_damage(vault, DAMAGE, "DELETE FROM wins WHERE headline = 'Cut DSO'")
    assert not damaged.checks.mend().sound
    assert damaged.checks.accept().sound
    assert damaged.headlines() == {"Collected $48,2�"}
    damaged.close()


def test_damaged_backup_is_not_used_for_mending(vault: Vault) -> None:
    good, bad = vault.backups.back_up(), vault.backups.back_up()
    content = bytearray(bad.path.read_bytes())
    content[-100] ^= 1
    bad.path.write_bytes(content)
    damaged = after_damage(vault, DAMAGE)
    assert [record.backup for record in damaged.checks.check().damaged] == [good.sequence]
    damaged.close()


def test_missing_and_changed_evidence_is_told_and_comes_back(vault: Vault) -> None:
    gone, changed = (add_evidence(vault.opened.store, vault.paths, content) for content in (b"gone", b"changed"))
    vault.backups.back_up()
    (vault.paths.evidence / gone[:2] / gone).unlink()
    (vault.paths.evidence / changed[:2] / changed).write_bytes(b"other")
    report = vault.checks.check()
    assert (report.evidence_missing, report.evidence_changed, report.sound) == ((gone,), (changed,), True)
    mended = vault.checks.mend()
    assert (mended.evidence_missing, mended.evidence_changed) == ((), ())

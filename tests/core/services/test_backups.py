"""Backups as the app uses them: when they are due, what becomes of old ones, and going back."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from arcareer.domain.changes import ChangeSet, EntityKind
from arcareer.domain.safekeeping import BackupCondition, BackupReason
from arcareer.errors import UserError
from arcareer.problems import LibraryProblem, ProblemKind
from arcareer.services.backups import BackupService
from arcareer.storage.backup_folder import BackupFolder
from arcareer.storage.quarantine import entries
from tests.support.clock import FakeClock
from tests.support.vault import Vault, add_evidence, change_file, headlines_in, open_vault


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def vault(tmp_path: Path, clock: FakeClock) -> Iterator[Vault]:
    opened = open_vault(tmp_path / "library", clock)
    yield opened
    opened.close()


def reopened(vault: Vault, clock: FakeClock) -> Vault:
    vault.close()
    return open_vault(vault.paths.folder, clock, create=False)


def test_backup_is_wanted_only_when_something_changed(vault: Vault) -> None:
    vault.log()
    assert vault.backups.wanted(BackupReason.START)
    vault.backups.back_up(BackupReason.START)
    assert not vault.backups.wanted(BackupReason.CLOSE)
    vault.drafts.keep("capture", "half-ty")
    assert vault.backups.wanted(BackupReason.CLOSE)


def test_regular_backup_waits_half_an_hour(vault: Vault, clock: FakeClock) -> None:
    vault.backups.back_up()
    vault.log()
    clock.advance(timedelta(minutes=29))
    assert not vault.backups.wanted(BackupReason.HOURLY)
    clock.advance(timedelta(minutes=1))
    assert vault.backups.wanted(BackupReason.HOURLY)


def test_clock_set_back_does_not_put_backups_off(vault: Vault, clock: FakeClock) -> None:
    vault.backups.back_up()
    vault.log()
    clock.advance(timedelta(days=-3650))
    assert vault.backups.wanted(BackupReason.HOURLY)
    vault.backups.back_up(BackupReason.HOURLY)
    assert [backup.sequence for backup in vault.backups.all()] == [2, 1]
    assert vault.backups.state().age_days == 0


def test_closing_backs_up_once_and_the_next_start_needs_none(vault: Vault, clock: FakeClock) -> None:
    vault.log()
    made = vault.backups.back_up_on_close()
    assert made is not None
    assert made.reason is BackupReason.CLOSE
    assert vault.backups.back_up_on_close() is None
    again = reopened(vault, clock)
    assert not again.backups.wanted(BackupReason.START)
    again.close()


def test_start_after_a_close_without_backup_wants_one(vault: Vault, clock: FakeClock) -> None:
    vault.backups.back_up()
    vault.log()
    again = reopened(vault, clock)
    assert again.backups.wanted(BackupReason.START)
    again.close()


def test_work_goes_on_while_a_backup_is_checked_elsewhere(vault: Vault) -> None:
    vault.log("before")
    pending = vault.backups.begin(BackupReason.HOURLY)
    vault.log("meanwhile")
    assert headlines_in(pending.finish().path) == ["before"]
    assert vault.backups.wanted(BackupReason.CLOSE)


def test_restoring_brings_the_library_back_and_keeps_what_was_there(vault: Vault) -> None:
    vault.log("Collected $48,200")
    backup = vault.backups.back_up()
    vault.log("Logged by mistake")
    heard: list[ChangeSet] = []
    vault.opened.store.subscribe(heard.append)
    before = vault.backups.restore(backup.sequence)
    assert vault.headlines() == {"Collected $48,200"}
    assert before.reason is BackupReason.BEFORE_RESTORE
    assert set(headlines_in(before.path)) == {"Collected $48,200", "Logged by mistake"}
    assert heard[-1].affects(EntityKind.WIN)
    (entry,) = entries(vault.paths)
    assert entry.reason == "restore"


def test_everything_works_on_after_a_restore(vault: Vault) -> None:
    vault.log("Collected $48,200")
    backup = vault.backups.back_up()
    vault.backups.restore(backup.sequence)
    vault.log("Cut DSO")
    vault.drafts.keep("capture", "half")
    assert vault.headlines() == {"Collected $48,200", "Cut DSO"}
    assert vault.drafts.find("capture") is not None
    assert vault.backups.back_up().wins == 2
    assert vault.checks.check().sound


def test_restore_can_be_taken_back(vault: Vault) -> None:
    vault.log("one")
    first = vault.backups.back_up()
    vault.log("two")
    before = vault.backups.restore(first.sequence)
    vault.backups.restore(before.sequence)
    assert vault.headlines() == {"one", "two"}


def test_restoring_twenty_times_removes_no_good_backup(vault: Vault, clock: FakeClock) -> None:
    for number in range(8):
        vault.log(f"Win {number}")
        vault.backups.back_up()
        clock.advance(timedelta(hours=1))
    good = {backup.sequence for backup in vault.backups.all()}
    for _ in range(20):
        vault.backups.restore(8)
        clock.advance(timedelta(days=1))
    assert good <= {backup.sequence for backup in vault.backups.all()}
    assert vault.backups.state().rotation_paused


def test_backups_rotate_again_after_the_content_is_confirmed(vault: Vault) -> None:
    vault.log()
    for _ in range(12):
        vault.backups.back_up()
    vault.backups.restore(12)
    for _ in range(5):
        vault.backups.back_up()
    assert len(vault.backups.all()) > 12
    vault.backups.confirm_content()
    vault.backups.back_up()
    assert len(vault.backups.all()) <= 11


def test_backups_after_a_loss_rotate_while_older_ones_are_protected(vault: Vault) -> None:
    wins = [vault.log(f"Win {number}") for number in range(12)]
    for _ in range(12):
        vault.backups.back_up()
    before = {backup.sequence for backup in vault.backups.all()}
    vault.journal.move_to_trash([win.id for win in wins])
    for _ in range(30):
        vault.backups.back_up()
    kept = {backup.sequence for backup in vault.backups.all()}
    assert before <= kept
    assert len(kept) <= len(before) + 11


@pytest.mark.parametrize(("wins", "lost", "paused"), [(12, 3, True), (300, 22, True), (40, 2, False)])
def test_sudden_loss_of_wins_keeps_every_backup(vault: Vault, wins: int, lost: int, paused: bool) -> None:
    logged = [vault.log(f"Win {number}") for number in range(wins)]
    for _ in range(12):
        vault.backups.back_up()
    before = {backup.sequence for backup in vault.backups.all()}
    vault.journal.move_to_trash([win.id for win in logged[:lost]])
    vault.backups.back_up()
    assert vault.backups.state().rotation_paused is paused
    assert (before <= {backup.sequence for backup in vault.backups.all()}) is paused


def test_unknown_number_is_told(vault: Vault) -> None:
    with pytest.raises(UserError, match="no backup with the number 7"):
        vault.backups.restore(7)


def test_damaged_backup_is_not_restored_and_a_good_one_proposed(vault: Vault) -> None:
    vault.log("one")
    good = vault.backups.back_up()
    vault.log("two")
    bad = vault.backups.back_up()
    content = bytearray(bad.path.read_bytes())
    content[30_000] ^= 8
    bad.path.write_bytes(content)
    assert vault.backups.conditions() == {2: BackupCondition.DAMAGED, 1: BackupCondition.GOOD}
    assert vault.backups.newest_good() == good
    with pytest.raises(LibraryProblem, match="Choose another backup"):
        vault.backups.restore(2)
    assert vault.headlines() == {"one", "two"}


def test_damaged_library_is_not_backed_up_but_can_go_back(vault: Vault, clock: FakeClock) -> None:
    vault.log("Collected $48,200")
    vault.backups.back_up()
    vault.close()
    change_file(vault.paths.database, "UPDATE wins SET headline = 'Collected $48,201'")
    again = open_vault(vault.paths.folder, clock)
    again.log("Cut DSO")
    with pytest.raises(LibraryProblem, match="no backup was made"):
        again.backups.back_up(BackupReason.START)
    assert "damage" in again.backups.state().trouble
    again.backups.restore(1)
    assert again.headlines() == {"Collected $48,200"}
    assert again.backups.state().trouble == ""
    again.close()


def test_age_of_the_last_good_backup_is_told(vault: Vault, clock: FakeClock) -> None:
    assert vault.backups.state().last_good_at is None
    vault.backups.back_up()
    clock.advance(timedelta(days=6, hours=23))
    assert (vault.backups.state().age_days, vault.backups.state().trouble) == (6, "")
    clock.advance(timedelta(hours=2))
    assert "7 days old" in vault.backups.state().trouble


def test_weekly_drill_opens_the_newest_backup(vault: Vault, clock: FakeClock) -> None:
    assert not vault.backups.drill_due()
    vault.log()
    backup = vault.backups.back_up()
    assert vault.backups.drill_due()
    assert vault.backups.drill()
    assert not vault.backups.drill_due()
    assert vault.backups.state().last_drill_at == clock.now()
    clock.advance(timedelta(days=7))
    assert vault.backups.drill_due()
    backup.path.write_bytes(b"x" * backup.size)
    assert not vault.backups.drill()
    assert "did not open" in vault.backups.state().trouble
    assert [path.name for path in vault.paths.folder.glob(".~*")] == []


def test_second_folder_gets_every_backup_and_may_be_away(tmp_path: Path, clock: FakeClock) -> None:
    drive = tmp_path / "drive"
    drive.mkdir()
    vault = open_vault(tmp_path / "library", clock, second_folder=drive)
    vault.log()
    made = vault.backups.back_up()
    assert [backup.sha256 for backup in BackupFolder(drive).all()] == [made.sha256]
    drive.rename(tmp_path / "away")
    vault.log()
    vault.backups.back_up()
    assert "second backup folder" in vault.backups.state().trouble
    assert len(vault.backups.all()) == 2
    (tmp_path / "away").rename(drive)
    vault.backups.back_up()
    assert vault.backups.state().trouble == ""
    vault.close()


def test_evidence_no_backup_needs_any_more_is_removed_with_the_last_one(vault: Vault) -> None:
    sha256 = add_evidence(vault.opened.store, vault.paths, b"remittance")
    vault.backups.back_up()
    kept = BackupFolder(vault.paths.backups).evidence_place(sha256)
    with vault.opened.store.write() as unit:
        unit.remove_for_good([win.id for win in unit.wins.all()])
        unit.commit()
    vault.backups.back_up()
    vault.backups.confirm_content()
    for _ in range(12):
        vault.backups.back_up()
        vault.backups.confirm_content()
    assert kept.exists(), "the fullest backup of the year still needs it"
    BackupFolder(vault.paths.backups).remove(vault.backups.all()[-1])
    for _ in range(3):
        vault.backups.back_up()
        vault.backups.confirm_content()
    assert not kept.exists()


def test_everything_can_be_saved_to_a_new_place(vault: Vault, tmp_path: Path) -> None:
    sha256 = add_evidence(vault.opened.store, vault.paths, b"remittance")
    vault.log("Collected $48,200")
    vault.paths.database.unlink()
    with pytest.raises(LibraryProblem) as caught:
        vault.log("Too late")
    assert caught.value.kind is ProblemKind.FILE_REMOVED
    saved = vault.backups.save_everything_to(tmp_path / "rescued")
    rescued = open_vault(tmp_path / "rescued")
    assert rescued.headlines() == {"Proven", "Collected $48,200"}
    assert rescued.checks.check().evidence_missing == ()
    assert (saved.parent / "evidence" / sha256[:2] / sha256).read_bytes() == b"remittance"
    rescued.close()
    with pytest.raises(UserError, match="already"):
        vault.backups.save_everything_to(tmp_path / "rescued")


def test_library_opens_again_after_a_fault_of_the_disk(vault: Vault) -> None:
    vault.log("Collected $48,200")
    vault.backups.reopen()
    vault.log("Cut DSO")
    assert vault.headlines() == {"Collected $48,200", "Cut DSO"}


def test_backups_of_a_library_that_may_not_be_written_are_refused_plainly(vault: Vault) -> None:
    vault.opened.report = vault.opened.report._replace(read_only=True)
    service = BackupService(vault.opened)
    assert not service.wanted(BackupReason.CLOSE)
    assert not service.drill_due()
    with pytest.raises(LibraryProblem, match="only be looked at"):
        service.back_up()
    vault.opened.report = vault.opened.report._replace(read_only=False)
    assert not vault.paths.backups.exists()

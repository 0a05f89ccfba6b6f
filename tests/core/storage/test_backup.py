"""Backups are complete, checked, private and numbered; one that cannot be made leaves no trace."""

import errno
from collections.abc import Iterator
from pathlib import Path

import pytest

import arcareer
from arcareer import fsops
from arcareer.domain.safekeeping import BackupCondition, BackupInfo, BackupReason
from arcareer.problems import LibraryProblem, ProblemKind
from arcareer.storage.backup import copy_database, keep_snapshot, take_snapshot
from arcareer.storage.backup_folder import BackupFolder, manifest_of
from arcareer.storage.leftovers import sweep_backups
from tests.support.builders import Library, a_library, a_win
from tests.support.faults import PowerCut, each_fault
from tests.support.vault import add_evidence, bytes_of, change_file, headlines_in, names_in


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    opened = a_library(tmp_path / "library")
    yield opened
    opened.close()


def make(library: Library, reason: BackupReason = BackupReason.ASKED) -> BackupInfo:
    folder = BackupFolder(library.paths.backups)
    snapshot = take_snapshot(library.store.connection, folder, reason, library.clock)
    return keep_snapshot(snapshot, folder, library.paths.evidence, 0)


def test_backup_holds_everything_and_says_so(library: Library) -> None:
    library.add(a_win("Collected $48,200"), a_win("Cut DSO"), a_win("In the trash", trashed_at=library.clock.now()))
    made = make(library)
    assert set(headlines_in(made.path)) == {"Collected $48,200", "Cut DSO"}
    assert (made.sequence, made.wins, made.newest_win) == (1, 2, "2026-10-01")
    assert made.app_version == arcareer.__version__
    assert made.path.name.startswith("000001-asked-2-")
    assert fsops.sha256_of(made.path) == made.sha256
    folder = BackupFolder(library.paths.backups)
    assert folder.all() == (made,)
    assert folder.examine(made) is BackupCondition.GOOD


def test_backup_is_private_and_alone(library: Library) -> None:
    made = make(library)
    modes = {path.name: path.stat().st_mode & 0o777 for path in library.paths.backups.iterdir()}
    assert modes == {made.path.name: 0o600, manifest_of(made.path).name: 0o600}
    assert library.paths.backups.stat().st_mode & 0o777 == 0o700


def test_backups_of_one_second_are_numbered_apart(library: Library) -> None:
    made = [make(library) for _ in range(3)]
    assert [backup.sequence for backup in made] == [1, 2, 3]
    assert len(names_in(library.paths.backups)) == 6


def test_numbers_go_on_after_the_highest_ever_used(library: Library) -> None:
    folder = BackupFolder(library.paths.backups)
    snapshot = take_snapshot(library.store.connection, folder, BackupReason.ASKED, library.clock)
    assert keep_snapshot(snapshot, folder, library.paths.evidence, after_sequence=41).sequence == 42


def test_automatic_backup_of_the_same_content_is_not_made_twice(library: Library) -> None:
    first = make(library, BackupReason.START)
    assert make(library, BackupReason.HOURLY) == first
    library.add(a_win())
    assert make(library, BackupReason.CLOSE).sequence == 2


def test_work_can_go_on_between_the_copy_and_its_check(library: Library) -> None:
    library.add(a_win("before"))
    folder = BackupFolder(library.paths.backups)
    snapshot = take_snapshot(library.store.connection, folder, BackupReason.HOURLY, library.clock)
    library.add(a_win("after"))
    assert headlines_in(keep_snapshot(snapshot, folder, library.paths.evidence, 0).path) == ["before"]


def test_damage_stops_the_backup_and_names_the_row(library: Library) -> None:
    win = a_win("Collected $48,200")
    library.add(win)
    good = make(library)
    library.close()
    change_file(library.paths.database, "UPDATE wins SET headline = 'Collected $48,201'")
    damaged = a_library(library.paths.folder)
    with pytest.raises(LibraryProblem, match="no backup was made") as caught:
        make(damaged)
    damaged.close()
    assert caught.value.kind is ProblemKind.DAMAGED
    assert any(str(win.id) in line for line in caught.value.details)
    assert not any("48,20" in line for line in caught.value.details)
    assert BackupFolder(library.paths.backups).all() == (good,)
    assert len(names_in(library.paths.backups)) == 2


@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EIO, errno.EACCES])
def test_fault_at_any_step_touches_no_other_backup_and_leaves_nothing(library: Library, error: int) -> None:
    library.add(a_win())
    make(library)
    before = bytes_of(library.paths.backups)
    problems = []
    for faulty in each_fault(error):
        try:
            with faulty.at_work():
                make(library)
        except LibraryProblem as problem:
            problems.append(problem)
        folder = BackupFolder(library.paths.backups)
        assert all(folder.examine(backup) is BackupCondition.GOOD for backup in folder.all())
        for backup in folder.all()[:-1]:
            folder.remove(backup)
        sweep_backups(folder.folder)
        assert bytes_of(library.paths.backups) == before
    assert {problem.kind for problem in problems} == {ProblemKind.BACKUP_STOPPED}
    assert all("earlier backups are as they were" in problem.text for problem in problems)


def test_power_cut_at_any_step_leaves_only_complete_backups(library: Library) -> None:
    library.add(a_win())
    for faulty in each_fault():
        try:
            with faulty.at_work():
                make(library)
        except PowerCut:
            pass
        folder = BackupFolder(library.paths.backups)
        sweep_backups(folder.folder)
        assert all(folder.examine(backup) is BackupCondition.GOOD for backup in folder.all())
        assert {path.suffix for path in library.paths.backups.glob("*")} <= {".db", ".json"}
    assert folder.all()


def test_copy_that_takes_too_long_ends_with_a_message(library: Library) -> None:
    with pytest.raises(LibraryProblem, match="could not be copied within") as caught:
        copy_database(library.store.connection, library.paths.folder / "copy.db", deadline_seconds=-1)
    assert caught.value.kind is ProblemKind.BACKUP_STOPPED
    assert not (library.paths.folder / "copy.db").exists()


def test_file_in_the_folders_place_is_told(library: Library) -> None:
    library.paths.backups.write_bytes(b"")
    with pytest.raises(LibraryProblem, match="could not be made"):
        make(library)


def test_evidence_is_kept_once_for_all_backups(library: Library) -> None:
    sha256 = add_evidence(library.store, library.paths, b"remittance advice")
    first, second = make(library), make(library)
    assert first.evidence == second.evidence == (sha256,)
    kept = BackupFolder(library.paths.backups).evidence_place(sha256)
    assert kept.read_bytes() == b"remittance advice"
    assert kept.stat().st_mode & 0o777 == 0o600


def test_evidence_that_is_gone_or_changed_is_not_kept_and_stops_nothing(library: Library) -> None:
    gone, changed = (
        add_evidence(library.store, library.paths, b"gone"),
        add_evidence(library.store, library.paths, b"changed"),
    )
    for sha256, content in ((gone, None), (changed, b"other")):
        place = library.paths.evidence / sha256[:2] / sha256
        place.unlink() if content is None else place.write_bytes(content)
    made = make(library)
    assert set(made.evidence) == {gone, changed}
    assert not BackupFolder(library.paths.backups).evidence_place(changed).exists()

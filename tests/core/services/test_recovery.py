"""A library that does not open: go back to a backup or start anew, and keep whatever was there."""

from pathlib import Path

import pytest

from arcareer.domain.safekeeping import BackupCondition
from arcareer.errors import UserError
from arcareer.paths import LibraryPaths
from arcareer.problems import LibraryProblem, ProblemKind
from arcareer.services.recovery import RecoveryService
from tests.support.clock import FakeClock
from tests.support.vault import open_vault


@pytest.fixture
def paths(tmp_path: Path) -> LibraryPaths:
    vault = open_vault(tmp_path / "library")
    vault.log("Collected $48,200")
    vault.backups.back_up()
    vault.log("Cut DSO")
    vault.backups.back_up()
    vault.close()
    return vault.paths


def recovery(paths: LibraryPaths) -> RecoveryService:
    return RecoveryService(paths, FakeClock())


def content(paths: LibraryPaths) -> set[str]:
    vault = open_vault(paths.folder, create=False)
    try:
        return vault.headlines()
    finally:
        vault.close()


@pytest.mark.parametrize("harm", [None, b"", b"not a database at all", b"SQLite format 3\0" + bytes(5000)])
def test_library_in_any_state_goes_back_to_a_backup(paths: LibraryPaths, harm: bytes | None) -> None:
    paths.database.unlink()
    if harm is not None:
        paths.database.write_bytes(harm)
    with pytest.raises(LibraryProblem):
        open_vault(paths.folder)
    service = recovery(paths)
    assert [(backup.sequence, condition) for backup, condition in service.backups()] == [
        (2, BackupCondition.GOOD),
        (1, BackupCondition.GOOD),
    ]
    service.restore(1)
    assert content(paths) == {"Collected $48,200"}
    kept = [file.read_bytes() for entry in service.put_aside() for file in entry.folder.glob("arcareer.db")]
    assert kept == ([] if harm is None else [harm])


def test_new_library_is_started_on_request_and_the_old_file_kept(paths: LibraryPaths) -> None:
    paths.database.write_bytes(b"not a database at all")
    recovery(paths).start_new()
    assert content(paths) == set()
    (entry,) = recovery(paths).put_aside()
    assert (entry.folder / "arcareer.db").read_bytes() == b"not a database at all"
    assert len(recovery(paths).backups()) == 2
    vault = open_vault(paths.folder)
    assert vault.backups.state().rotation_paused
    vault.close()


def test_open_library_is_left_alone(paths: LibraryPaths) -> None:
    vault = open_vault(paths.folder)
    with pytest.raises(LibraryProblem) as restoring:
        recovery(paths).restore(1)
    with pytest.raises(LibraryProblem) as starting:
        recovery(paths).start_new()
    assert restoring.value.kind is starting.value.kind is ProblemKind.LOCKED
    assert vault.headlines() == {"Collected $48,200", "Cut DSO"}
    vault.close()


def test_unknown_and_damaged_backups_change_nothing(paths: LibraryPaths) -> None:
    (newest, _), _older = recovery(paths).backups()
    newest.path.write_bytes(b"x" * newest.size)
    with pytest.raises(UserError):
        recovery(paths).restore(7)
    with pytest.raises(LibraryProblem, match="damaged"):
        recovery(paths).restore(2)
    assert content(paths) == {"Collected $48,200", "Cut DSO"}

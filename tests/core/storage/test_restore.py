"""A backup comes back complete and in the present form, or the library stays as it is."""

import errno
from collections.abc import Iterator
from pathlib import Path

import pytest

from arcareer import fsops
from arcareer.domain.safekeeping import BackupInfo, BackupReason
from arcareer.problems import LibraryProblem, ProblemKind
from arcareer.storage.backup import keep_snapshot, take_snapshot
from arcareer.storage.backup_folder import BackupFolder, manifest_of
from arcareer.storage.header import peek
from arcareer.storage.profile import ProfileKeeper
from arcareer.storage.quarantine import entries
from arcareer.storage.restore import bring_back_evidence, put_in_place, stage_backup
from arcareer.storage.schema import SCHEMA_VERSION
from arcareer.storage.swap import finish_swap
from tests.support.builders import Library, a_library, a_win
from tests.support.faults import PowerCut, each_fault
from tests.support.older import make_older, upgrade
from tests.support.vault import add_evidence, bytes_of, change_file, headlines_in, names_in


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    opened = a_library(tmp_path / "library")
    yield opened
    opened.close()


@pytest.fixture
def backup(library: Library) -> BackupInfo:
    library.add(a_win("Collected $48,200"))
    return make(library)


def make(library: Library) -> BackupInfo:
    folder = BackupFolder(library.paths.backups)
    snapshot = take_snapshot(library.store.connection, folder, BackupReason.ASKED, library.clock)
    return keep_snapshot(snapshot, folder, library.paths.evidence, 0)


def restore(library: Library, backup: BackupInfo) -> None:
    keeper = ProfileKeeper(library.paths.profile)
    put_in_place(library.paths, keeper, backup, stage_backup(library.paths, backup), library.clock)


def test_library_is_what_the_backup_was(library: Library, backup: BackupInfo) -> None:
    library.add(a_win("Later"))
    library.close()
    restore(library, backup)
    assert headlines_in(library.paths.database) == ["Collected $48,200"]
    assert library.paths.database.stat().st_mode & 0o777 == 0o600
    (entry,) = entries(library.paths)
    assert set(headlines_in(entry.folder / "arcareer.db")) == {"Collected $48,200", "Later"}
    assert ProfileKeeper(library.paths.profile).current.protected_backups == 1


def test_stale_journals_are_not_played_into_the_restored_file(library: Library, backup: BackupInfo) -> None:
    library.close()
    for suffix in ("-journal", "-wal", "-shm"):
        (library.paths.folder / f"arcareer.db{suffix}").write_bytes(b"stale" * 900)
    restore(library, backup)
    assert headlines_in(library.paths.database) == ["Collected $48,200"]
    (entry,) = entries(library.paths)
    assert len(names_in(entry.folder)) == 4


@pytest.mark.parametrize("at", [0, 60, 5_000, 40_000])
def test_changed_backup_is_refused(library: Library, backup: BackupInfo, at: int) -> None:
    content = bytearray(backup.path.read_bytes())
    content[at] ^= 1
    backup.path.write_bytes(content)
    before = bytes_of(library.paths.folder)
    with pytest.raises(LibraryProblem, match="was not changed") as caught:
        stage_backup(library.paths, backup)
    assert caught.value.kind is ProblemKind.BACKUP_DAMAGED
    assert bytes_of(library.paths.folder) == before


def test_backup_of_a_newer_version_is_refused(library: Library, backup: BackupInfo) -> None:
    place = manifest_of(backup.path)
    newer = place.read_text().replace(f'"schema": {backup.schema}', '"schema": 99').replace('"0.1.0"', '"9.2.0"')
    place.write_text(newer)
    with pytest.raises(LibraryProblem, match=r"made by arcareer 9\.2\.0") as caught:
        stage_backup(library.paths, BackupFolder(library.paths.backups).all()[0])
    assert caught.value.kind is ProblemKind.TOO_NEW


def test_backup_of_an_older_version_is_brought_up_to_date_on_the_copy(library: Library, backup: BackupInfo) -> None:
    older = an_older_backup(library, backup)
    before = older.path.read_bytes()
    stage = stage_backup(library.paths, older, upgrade)
    assert peek(stage).user_version == SCHEMA_VERSION
    assert headlines_in(stage) == ["Collected $48,200"]
    assert older.path.read_bytes() == before


def an_older_backup(library: Library, backup: BackupInfo) -> BackupInfo:
    """Turn a backup into one that an earlier release made."""
    make_older(backup.path)
    manifest_of(backup.path).unlink()
    sha256 = fsops.sha256_of(backup.path)
    backup.path.rename(BackupFolder(library.paths.backups).place_for(9, BackupReason.ASKED, 1, sha256))
    return BackupFolder(library.paths.backups).all()[0]


def test_search_index_is_rebuilt_where_it_is_stale(library: Library, backup: BackupInfo) -> None:
    change_file(backup.path, "INSERT INTO win_fts(win_fts) VALUES ('delete-all')")
    manifest_of(backup.path).unlink()
    sha256 = fsops.sha256_of(backup.path)
    backup.path.rename(BackupFolder(library.paths.backups).place_for(9, BackupReason.ASKED, 1, sha256))
    stage = stage_backup(library.paths, BackupFolder(library.paths.backups).all()[0])
    library.close()
    stage.rename(library.paths.database)
    reopened = a_library(library.paths.folder)
    found = reopened.store.connection.execute("SELECT count(*) FROM win_fts WHERE win_fts MATCH 'collected'").fetchone()
    reopened.close()
    assert found == (1,)


def test_evidence_comes_back_with_the_wins(library: Library) -> None:
    gone, changed = (add_evidence(library.store, library.paths, content) for content in (b"gone", b"changed"))
    backup = make(library)
    (library.paths.evidence / gone[:2] / gone).unlink()
    (library.paths.evidence / changed[:2] / changed).write_bytes(b"tampered")
    library.close()
    restore(library, backup)
    assert (library.paths.evidence / gone[:2] / gone).read_bytes() == b"gone"
    assert (library.paths.evidence / changed[:2] / changed).read_bytes() == b"changed"
    assert bring_back_evidence(library.paths, backup.evidence, BackupFolder(library.paths.backups)) == ()


def test_power_cut_at_any_step_leaves_the_old_or_the_restored_library(tmp_path: Path) -> None:
    for number, faulty in enumerate(each_fault()):
        library = a_library(tmp_path / str(number))
        library.add(a_win("Collected $48,200"))
        backup = make(library)
        library.add(a_win("Later"))
        library.close()
        try:
            with faulty.at_work():
                restore(library, backup)
        except PowerCut:
            finish_swap(library.paths)
        assert set(headlines_in(library.paths.database)) in ({"Collected $48,200"}, {"Collected $48,200", "Later"})


@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EACCES])
def test_fault_at_any_step_is_told_and_keeps_the_library(tmp_path: Path, error: int) -> None:
    for number, faulty in enumerate(each_fault(error)):
        library = a_library(tmp_path / str(number))
        library.add(a_win("Collected $48,200"))
        backup = make(library)
        library.close()
        try:
            with faulty.at_work():
                restore(library, backup)
        except (LibraryProblem, OSError):
            pass
        assert headlines_in(library.paths.database) == ["Collected $48,200"]

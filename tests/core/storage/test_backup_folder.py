"""Backups are told apart, judged and kept usable even when their manifest is lost."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from arcareer.domain.safekeeping import BackupCondition, BackupInfo, BackupReason
from arcareer.storage.backup import copy_to, keep_snapshot, take_snapshot
from arcareer.storage.backup_folder import BackupFolder, manifest_of
from arcareer.storage.leftovers import sweep_backups
from tests.support.builders import Library, a_library, a_win
from tests.support.faults import PowerCut, each_fault
from tests.support.vault import names_in


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    opened = a_library(tmp_path / "library")
    opened.add(a_win())
    yield opened
    opened.close()


@pytest.fixture
def folder(library: Library) -> BackupFolder:
    return BackupFolder(library.paths.backups)


@pytest.fixture
def backup(library: Library, folder: BackupFolder) -> BackupInfo:
    return make(library, folder)


def make(library: Library, folder: BackupFolder) -> BackupInfo:
    snapshot = take_snapshot(library.store.connection, folder, BackupReason.ASKED, library.clock)
    return keep_snapshot(snapshot, folder, library.paths.evidence, 0)


def flip_a_bit(path: Path, at: int = 20_000) -> None:
    content = bytearray(path.read_bytes())
    content[at] ^= 4
    path.write_bytes(content)


def test_flipped_bit_is_noticed_and_the_one_before_proposed(
    library: Library, folder: BackupFolder, backup: BackupInfo
) -> None:
    library.add(a_win())
    later = make(library, folder)
    flip_a_bit(later.path)
    assert folder.examine(later) is BackupCondition.DAMAGED
    assert folder.newest_good() == backup


def test_cut_off_and_vanished_backups_are_told(folder: BackupFolder, backup: BackupInfo) -> None:
    os.truncate(backup.path, 4096)
    assert folder.examine(backup) is BackupCondition.DAMAGED
    backup.path.unlink()
    assert folder.examine(backup) is BackupCondition.MISSING
    assert folder.newest_good() is None


@pytest.mark.parametrize("manifest", [None, b"", b"{}", b"[]", b'{"sequence": 7}'])
def test_backup_without_its_manifest_is_still_usable(
    folder: BackupFolder, backup: BackupInfo, manifest: bytes | None
) -> None:
    place = manifest_of(backup.path)
    place.unlink() if manifest is None else place.write_bytes(manifest)
    (found,) = folder.all()
    assert (found.sequence, found.reason, found.wins, found.schema) == (1, BackupReason.ASKED, 1, backup.schema)
    assert found.sha256 == backup.sha256
    assert folder.examine(found) is BackupCondition.GOOD


def test_damaged_backup_without_its_manifest_is_told_by_its_name(folder: BackupFolder, backup: BackupInfo) -> None:
    manifest_of(backup.path).unlink()
    flip_a_bit(backup.path)
    (found,) = folder.all()
    assert folder.examine(found) is BackupCondition.DAMAGED


def test_manifest_of_another_backup_is_not_believed(library: Library, folder: BackupFolder, backup: BackupInfo) -> None:
    library.add(a_win())
    later = make(library, folder)
    manifest_of(later.path).write_bytes(manifest_of(backup.path).read_bytes())
    assert folder.all()[0].wins == 2


def test_backup_of_a_newer_version_is_told(folder: BackupFolder, backup: BackupInfo) -> None:
    place = manifest_of(backup.path)
    place.write_text(place.read_text().replace(f'"schema": {backup.schema}', '"schema": 99'))
    assert folder.examine(folder.all()[0]) is BackupCondition.TOO_NEW


def test_other_files_in_the_folder_are_ignored_and_left(folder: BackupFolder, backup: BackupInfo) -> None:
    (folder.folder / "notes.txt").write_text("mine")
    (folder.folder / "old-copy.db").write_bytes(b"")
    sweep_backups(folder.folder)
    assert folder.all() == (backup,)
    assert {"notes.txt", "old-copy.db"} <= set(names_in(folder.folder))


def test_leftovers_are_swept(folder: BackupFolder, backup: BackupInfo) -> None:
    (folder.folder / "000009-asked-1-0123456789abcdef.json").write_text("{}")
    (folder.folder / ".~1-2.tmp").write_bytes(b"half")
    sweep_backups(folder.folder)
    assert names_in(folder.folder) == sorted((backup.path.name, manifest_of(backup.path).name))


def test_removed_backup_is_gone_with_its_manifest(folder: BackupFolder, backup: BackupInfo) -> None:
    folder.remove(backup)
    assert names_in(folder.folder) == []
    assert folder.get(1) is None


def test_second_folder_never_shows_a_half_written_backup(backup: BackupInfo, tmp_path: Path) -> None:
    for number, faulty in enumerate(each_fault()):
        second = tmp_path / f"drive-{number}"
        second.mkdir()
        try:
            with faulty.at_work():
                copy_to(second, backup)
        except PowerCut:
            pass
        there = BackupFolder(second)
        assert all(there.examine(found) is BackupCondition.GOOD for found in there.all())
    assert there.all()[0].sha256 == backup.sha256

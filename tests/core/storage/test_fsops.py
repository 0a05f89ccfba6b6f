"""File operations: whole or not at all, private, and without leftovers."""

import errno
import os
import stat
from pathlib import Path

import pytest

from arcareer import fsops
from tests.support.faults import FaultyOs, PowerCut, each_fault
from tests.support.vault import names_in

ERRORS = (errno.ENOSPC, errno.EIO, errno.EACCES, errno.EDQUOT, errno.EROFS)


def mode_of(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_written_file_is_complete_and_private(tmp_path: Path) -> None:
    path = tmp_path / "profile.json"
    fsops.atomic_write(path, b"first")
    fsops.atomic_write(path, b"second" * 1000)
    assert path.read_bytes() == b"second" * 1000
    assert mode_of(path) == 0o600
    assert names_in(tmp_path) == ["profile.json"]


@pytest.mark.parametrize("error", ERRORS)
def test_fault_at_any_step_leaves_old_or_new(tmp_path: Path, error: int) -> None:
    path = tmp_path / "profile.json"
    for faulty in each_fault(error):
        path.write_bytes(b"old")
        failed = False
        try:
            with faulty.at_work():
                fsops.atomic_write(path, b"new" * 1000)
        except OSError:
            failed = True
        written = path.read_bytes()
        assert written in (b"old", b"new" * 1000)
        assert failed or written == b"new" * 1000
        assert [name for name in names_in(tmp_path) if name != "profile.json"] == []


def test_power_cut_at_any_step_leaves_old_or_new_and_a_sweepable_rest(tmp_path: Path) -> None:
    path = tmp_path / "profile.json"
    cuts = 0
    for faulty in each_fault():
        path.write_bytes(b"old")
        try:
            with faulty.at_work():
                fsops.atomic_write(path, b"new" * 1000)
        except PowerCut:
            cuts += 1
        fsops.sweep_temporaries(tmp_path)
        assert path.read_bytes() in (b"old", b"new" * 1000)
        assert names_in(tmp_path) == ["profile.json"]
    assert cuts >= 4


def test_link_stays_a_link(tmp_path: Path) -> None:
    target, link = tmp_path / "real.json", tmp_path / "link.json"
    target.write_bytes(b"old")
    link.symlink_to(target)
    fsops.atomic_write(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


def test_copy_tells_what_it_wrote(tmp_path: Path) -> None:
    source = tmp_path / "evidence.pdf"
    source.write_bytes(os.urandom(3_000_000))
    written = fsops.copy_file(source, tmp_path / "copy.pdf")
    assert written == fsops.sha256_of(source) == fsops.sha256_of(tmp_path / "copy.pdf")
    assert mode_of(tmp_path / "copy.pdf") == 0o600


def test_new_folders_are_private(tmp_path: Path) -> None:
    fsops.make_private_folders(tmp_path / "a" / "b")
    fsops.make_private_folders(tmp_path / "a" / "b")
    assert mode_of(tmp_path / "a") == mode_of(tmp_path / "a" / "b") == 0o700


def test_folder_in_the_way_of_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"")
    with pytest.raises(FileExistsError):
        fsops.make_private_folder(tmp_path / "a")


class HeldError(OSError):
    def __init__(self, winerror: int) -> None:
        super().__init__(errno.EACCES, "held by another program")
        self.winerror = winerror


@pytest.mark.parametrize(("winerror", "times", "works"), [(32, 3, True), (5, 5, True), (33, 6, False), (17, 1, False)])
def test_windows_rename_waits_for_other_programs_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, winerror: int, times: int, works: bool
) -> None:
    waits: list[float] = []
    faults = [HeldError(winerror)] * times

    class HeldOs(FaultyOs):
        def replace(self, source: Path, target: Path) -> None:
            if faults:
                raise faults.pop()
            source.replace(target)

    (tmp_path / "new").write_bytes(b"new")
    (tmp_path / "old").write_bytes(b"old")
    monkeypatch.setattr(fsops, "os", HeldOs())
    monkeypatch.setattr("time.sleep", waits.append)
    if works:
        fsops.replace(tmp_path / "new", tmp_path / "old")
    else:
        with pytest.raises(OSError, match="held"):
            fsops.replace(tmp_path / "new", tmp_path / "old")
    assert (tmp_path / "old").read_bytes() == (b"new" if works else b"old")
    assert sum(waits) <= 1.6


def test_folder_sync_that_the_system_does_not_know_is_fine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fsops, "os", FaultyOs(2, errno.EINVAL))
    fsops.sync_folder(tmp_path)


def test_folder_sync_that_goes_wrong_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fsops, "os", FaultyOs(2, errno.EIO))
    with pytest.raises(OSError, match="Input/output"):
        fsops.sync_folder(tmp_path)


def test_sweep_removes_only_our_temporaries(tmp_path: Path) -> None:
    fsops.temporary_beside(tmp_path / "x").write_bytes(b"")
    (tmp_path / "notes.tmp").write_bytes(b"")
    assert fsops.sweep_temporaries(tmp_path) == 1
    assert names_in(tmp_path) == ["notes.tmp"]
    assert fsops.sweep_temporaries(tmp_path / "missing") == 0

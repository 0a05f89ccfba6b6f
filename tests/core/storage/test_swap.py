"""Replacing the database: the old one or the new one, whatever happens in between, and nothing deleted."""

import errno
import hashlib
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from arcareer.paths import LibraryPaths
from arcareer.storage.quarantine import entries
from arcareer.storage.swap import SwapOutcome, finish_swap, stage_path, swap_in
from tests.support.faults import PowerCut, each_fault
from tests.support.vault import names_in

NOW = datetime(2026, 10, 16, 16, 20, tzinfo=UTC)
OLD, NEW = b"old library", b"new library"


def set_up(folder: Path) -> tuple[LibraryPaths, Path]:
    folder.mkdir()
    paths = LibraryPaths(folder)
    paths.database.write_bytes(OLD)
    (folder / "arcareer.db-journal").write_bytes(b"its journal")
    stage = stage_path(paths)
    stage.write_bytes(NEW)
    return paths, stage


def kept(paths: LibraryPaths) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for entry in entries(paths) for file in entry.folder.iterdir()}


def test_new_file_takes_the_place_and_the_old_one_is_kept_with_its_journal(tmp_path: Path) -> None:
    paths, stage = set_up(tmp_path / "library")
    swap_in(paths, stage, "restore", NOW)
    assert paths.database.read_bytes() == NEW
    assert kept(paths) == {"arcareer.db": OLD, "arcareer.db-journal": b"its journal"}
    assert names_in(paths.folder) == ["arcareer.db", "quarantine"]
    (entry,) = entries(paths)
    assert (entry.reason, entry.put_aside_at) == ("restore", NOW.replace(tzinfo=None))


def test_power_cut_at_any_step_is_finished_at_the_next_start(tmp_path: Path) -> None:
    outcomes = set()
    for number, faulty in enumerate(each_fault()):
        paths, stage = set_up(tmp_path / str(number))
        try:
            with faulty.at_work():
                swap_in(paths, stage, "restore", NOW)
        except PowerCut:
            outcomes.add(finish_swap(paths))
        finish_swap(paths)
        found = paths.database.read_bytes()
        assert found in (OLD, NEW)
        assert OLD in (found, *kept(paths).values())
        assert not paths.swap.exists()
        assert list(paths.folder.glob("stage-*")) == []
        if found == OLD:
            assert (paths.folder / "arcareer.db-journal").read_bytes() == b"its journal"
    assert outcomes == {SwapOutcome.NONE, SwapOutcome.FINISHED}


def test_power_cuts_while_finishing_do_no_harm(tmp_path: Path) -> None:
    for number, faulty in enumerate(each_fault()):
        paths, stage = set_up(tmp_path / str(number))
        marker = {"stage": stage.name, "sha256": _sha(NEW), "keep": "20261016T162000Z-restore-0a1b2c3d"}
        paths.swap.write_text(json.dumps(marker))
        try:
            with faulty.at_work():
                finish_swap(paths)
        except PowerCut:
            finish_swap(paths)
        assert paths.database.read_bytes() == NEW
        assert kept(paths)["arcareer.db"] == OLD


@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EIO, errno.EACCES])
def test_fault_at_any_step_takes_the_replacement_back_at_once(tmp_path: Path, error: int) -> None:
    for number, faulty in enumerate(each_fault(error)):
        paths, stage = set_up(tmp_path / str(number))
        try:
            with faulty.at_work():
                swap_in(paths, stage, "restore", NOW)
        except OSError:
            at_once = paths.database.read_bytes()
            finish_swap(paths)
            assert paths.database.read_bytes() == at_once
        assert OLD in (paths.database.read_bytes(), *kept(paths).values())
        if paths.database.read_bytes() == OLD:
            assert (paths.folder / "arcareer.db-journal").read_bytes() == b"its journal"


def _sha(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize("old_moved", [False, True])
def test_stage_that_changed_meanwhile_is_not_used(tmp_path: Path, old_moved: bool) -> None:
    paths, stage = set_up(tmp_path / "library")
    keep = "20261016T162000Z-restore-0a1b2c3d"
    if old_moved:
        (paths.quarantine / keep).mkdir(parents=True)
        for name in ("arcareer.db", "arcareer.db-journal"):
            (paths.folder / name).rename(paths.quarantine / keep / name)
    paths.swap.write_text(json.dumps({"stage": stage.name, "sha256": _sha(b"other"), "keep": keep}))
    assert finish_swap(paths) is SwapOutcome.TAKEN_BACK
    assert paths.database.read_bytes() == OLD
    assert (paths.folder / "arcareer.db-journal").read_bytes() == b"its journal"
    assert NEW in kept(paths).values()


@pytest.mark.parametrize(
    "marker",
    [
        b"",
        b"{",
        b"[]",
        b'{"stage": "stage-1.db"}',
        b'{"stage": "../stage-1.db", "sha256": "", "keep": "x"}',
        b'{"stage": "stage-1.db", "sha256": "", "keep": "../../x"}',
    ],
)
def test_marker_that_says_nothing_usable_changes_nothing(tmp_path: Path, marker: bytes) -> None:
    paths, _stage = set_up(tmp_path / "library")
    paths.swap.write_bytes(marker)
    assert finish_swap(paths) is SwapOutcome.NONE
    assert paths.database.read_bytes() == OLD
    assert not paths.swap.exists()

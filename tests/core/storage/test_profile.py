"""What is remembered beside the library, and that it never stands in the way of opening it."""

import errno
import json
from pathlib import Path

import pytest

from arcareer.storage.profile import Profile, ProfileKeeper, ProfileState
from tests.support.faults import FaultyOs


def test_facts_are_remembered(tmp_path: Path) -> None:
    path = tmp_path / "profile.json"
    ProfileKeeper(path).update(wins=1243, clean=True, backup_sequence=12)
    keeper = ProfileKeeper(path)
    assert keeper.state is ProfileState.READ
    assert (keeper.current.wins, keeper.current.clean, keeper.current.backup_sequence) == (1243, True, 12)
    assert path.stat().st_mode & 0o777 == 0o600


def test_missing_profile_is_told_from_an_unreadable_one(tmp_path: Path) -> None:
    path = tmp_path / "profile.json"
    assert ProfileKeeper(path).state is ProfileState.ABSENT
    for content in (b"", b"{", b"[1]", b"\xff\xfe"):
        path.write_bytes(content)
        keeper = ProfileKeeper(path)
        assert (keeper.state, keeper.current) == (ProfileState.UNREADABLE, Profile())


def test_facts_of_another_kind_and_of_later_versions_are_left_out(tmp_path: Path) -> None:
    path = tmp_path / "profile.json"
    path.write_text(json.dumps({"wins": "many", "clean": 1, "backup_sequence": True, "schema": 3, "mood": "good"}))
    assert ProfileKeeper(path).current == Profile(schema=3)


def test_read_only_keeper_writes_nothing(tmp_path: Path) -> None:
    keeper = ProfileKeeper(tmp_path / "profile.json", read_only=True)
    keeper.update(wins=3)
    assert keeper.current.wins == 3
    assert list(tmp_path.iterdir()) == []


def test_unchanged_facts_are_not_written_again(tmp_path: Path) -> None:
    keeper = ProfileKeeper(tmp_path / "profile.json")
    keeper.update(wins=3)
    before = (tmp_path / "profile.json").stat().st_ino
    keeper.update(wins=3)
    assert (tmp_path / "profile.json").stat().st_ino == before


def test_full_disk_stops_no_note_but_other_faults_do(tmp_path: Path) -> None:
    keeper = ProfileKeeper(tmp_path / "profile.json")
    with FaultyOs(1, errno.ENOSPC).at_work():
        keeper.note(wins=3)
    with FaultyOs(1, errno.EIO).at_work(), pytest.raises(OSError, match="Input/output"):
        keeper.note(wins=4)
    with FaultyOs(1, errno.ENOSPC).at_work(), pytest.raises(OSError, match="No space"):
        keeper.update(wins=5)

"""What lies at the database's place is known before SQLite touches it."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from arcareer.storage.header import FileState, peek
from arcareer.storage.schema import APPLICATION_ID, SCHEMA_VERSION, create_library


def test_library_is_recognised(tmp_path: Path) -> None:
    path = tmp_path / "arcareer.db"
    create_library(path)
    head = peek(path)
    assert head.state is FileState.SQLITE
    assert (head.user_version, head.application_id) == (SCHEMA_VERSION, APPLICATION_ID)
    assert head.whole
    assert head.file_size == path.stat().st_size


def test_largest_page_size_is_understood(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "x.db")) as connection:
        connection.execute("PRAGMA page_size = 65536")
        connection.execute("CREATE TABLE t(a)")
    assert peek(tmp_path / "x.db").page_size == 65536
    assert peek(tmp_path / "x.db").whole


def test_cut_off_file_is_not_whole(tmp_path: Path) -> None:
    path = tmp_path / "arcareer.db"
    create_library(path)
    os.truncate(path, path.stat().st_size - 4096)
    assert not peek(path).whole


@pytest.mark.parametrize(
    ("content", "state"),
    [
        (b"", FileState.EMPTY),
        (b"SQLite format 3\0", FileState.NOT_SQLITE),
        (b"\x89PNG\r\n\x1a\n" + bytes(200), FileState.NOT_SQLITE),
        (bytes(4096), FileState.NOT_SQLITE),
    ],
)
def test_other_content_is_told(tmp_path: Path, content: bytes, state: FileState) -> None:
    (tmp_path / "arcareer.db").write_bytes(content)
    assert peek(tmp_path / "arcareer.db").state is state


def test_things_that_are_no_files_are_told_without_opening_them(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    (tmp_path / "dangling").symlink_to(tmp_path / "nowhere")
    for name in ("folder", "pipe", "loop", "dangling"):
        assert peek(tmp_path / name).state is FileState.NOT_A_FILE, name
    assert peek(tmp_path / "missing").state is FileState.MISSING

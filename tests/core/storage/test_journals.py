"""Journals of another file are never played into the library."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from arcareer.storage.journals import has_content, journal_of, strangers
from arcareer.storage.schema import create_library

DIE_IN_A_COMMIT = """
import os, signal, sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA journal_mode=TRUNCATE")
connection.execute("PRAGMA cache_size=5")
connection.execute("PRAGMA cache_spill=1")
connection.execute("BEGIN IMMEDIATE")
for number in range(4000):
    connection.execute("INSERT INTO drafts VALUES (?, ?, '')", (str(number), "x" * 200))
os.kill(os.getpid(), signal.SIGKILL)
"""


def killed_in_a_commit(path: Path) -> Path:
    """Leave a database with a journal that has to be rolled back."""
    create_library(path)
    process = subprocess.run([sys.executable, "-c", DIE_IN_A_COMMIT, str(path)], check=False)
    assert process.returncode == -signal.SIGKILL
    assert has_content(journal_of(path))
    return path


def test_journal_of_a_killed_process_belongs(tmp_path: Path) -> None:
    path = killed_in_a_commit(tmp_path / "arcareer.db")
    assert strangers(path) == ()
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT count(*) FROM drafts").fetchone() == (0,)
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_journal_beside_a_file_copied_over_it_is_a_stranger(tmp_path: Path) -> None:
    path = killed_in_a_commit(tmp_path / "arcareer.db")
    other = tmp_path / "other.db"
    create_library(other)
    with closing(sqlite3.connect(other)) as connection:
        for number in range(9):
            connection.execute("INSERT INTO drafts VALUES (?, 'kept', '')", (number,))
            connection.commit()
    shutil.copyfile(other, path)
    assert strangers(path) == (journal_of(path),)


@pytest.mark.parametrize("left", ["wal", "shm"])
def test_log_beside_a_file_that_keeps_none_is_a_stranger(tmp_path: Path, left: str) -> None:
    path = tmp_path / "arcareer.db"
    create_library(path)
    stranger = tmp_path / f"arcareer.db-{left}"
    stranger.write_bytes(os.urandom(5000))
    assert strangers(path) == (stranger,)


def test_log_of_a_database_browser_belongs(tmp_path: Path) -> None:
    path, copy = tmp_path / "arcareer.db", tmp_path / "copy.db"
    create_library(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("INSERT INTO drafts VALUES ('a', 'b', '')")
        connection.commit()
        for suffix in ("", "-wal"):
            shutil.copyfile(f"{path}{suffix}", f"{copy}{suffix}")
    assert strangers(copy) == ()


@pytest.mark.parametrize("content", [b"", bytes(512), bytes.fromhex("d9d505f920a163d7"), b"garbage" * 300])
def test_journal_without_a_page_to_compare_is_left_to_sqlite(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "arcareer.db"
    create_library(path)
    journal_of(path).write_bytes(content)
    assert strangers(path) == ()

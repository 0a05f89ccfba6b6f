"""The one connection: every safety setting in force, exclusive from the start, nothing created by accident."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from arcareer.problems import LibraryProblem, ProblemKind
from arcareer.storage.connection import MINIMUM_SQLITE, open_connection, open_copy, open_to_read, require_sqlite
from arcareer.storage.schema import create_library
from tests.support.vault import bytes_of

EXPECTED = {
    "journal_mode": "truncate",
    "synchronous": 3,
    "locking_mode": "exclusive",
    "foreign_keys": 1,
    "secure_delete": 1,
    "cell_size_check": 1,
    "fullfsync": 1,
    "temp_store": 2,
}
HOLD = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "arcareer.db"
    create_library(path)
    return path


def test_every_safety_setting_is_in_force(database: Path) -> None:
    with closing(open_connection(database)) as connection:
        assert {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in EXPECTED} == EXPECTED
        assert connection.isolation_level is None


class _Stubborn(sqlite3.Connection):
    """A SQLite that ignores one setting."""

    def execute(self, sql: str, *arguments: Any) -> sqlite3.Cursor:
        return super().execute("SELECT 0" if sql == "PRAGMA synchronous=EXTRA" else sql, *arguments)


def test_a_setting_that_is_not_kept_refuses_to_run(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda *given, **named: real(*given, **named, factory=_Stubborn))
    with pytest.raises(LibraryProblem, match="safety settings") as caught:
        open_connection(database)
    assert caught.value.details == ("synchronous is 2, not 3",)


def test_lock_is_taken_at_once(database: Path) -> None:
    with closing(open_connection(database)), pytest.raises(LibraryProblem) as caught:
        open_connection(database)
    assert caught.value.kind is ProblemKind.BUSY


def test_other_program_that_holds_the_file_is_named_as_the_cause(database: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(database)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        with pytest.raises(LibraryProblem, match="Close that program") as caught:
            open_connection(database)
        process.kill()
    assert caught.value.kind is ProblemKind.BUSY
    open_connection(database).close()


def test_missing_file_is_never_created(tmp_path: Path) -> None:
    for opening in (open_connection, open_to_read, open_copy):
        with pytest.raises(sqlite3.OperationalError):
            opening(tmp_path / "arcareer.db")
    assert list(tmp_path.iterdir()) == []


def test_place_with_unusual_characters_opens(tmp_path: Path) -> None:
    path = tmp_path / "A&R? #1 100% ünï" / "arcareer.db"
    path.parent.mkdir()
    create_library(path)
    open_connection(path).close()
    assert [file.name for file in path.parent.iterdir()] == ["arcareer.db"]


def test_looking_changes_nothing(database: Path) -> None:
    before = bytes_of(database.parent)
    with closing(open_to_read(database)) as connection:
        assert connection.execute("SELECT count(*) FROM wins").fetchone() == (0,)
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            connection.execute("DELETE FROM wins")
    assert bytes_of(database.parent) == before


def test_copies_are_worked_on_without_foreign_keys(database: Path) -> None:
    with closing(open_copy(database)) as connection:
        assert connection.execute("PRAGMA foreign_keys").fetchone() == (0,)


def test_old_sqlite_is_refused_by_version() -> None:
    with pytest.raises(LibraryProblem, match=r"3\.36\.0.*3\.37\.0") as caught:
        require_sqlite((3, 36, 0))
    assert caught.value.kind is ProblemKind.SQLITE_TOO_OLD
    require_sqlite(MINIMUM_SQLITE)

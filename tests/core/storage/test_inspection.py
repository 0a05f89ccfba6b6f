"""The full check: what it finds, what it calls sound, and what it must not take for damage."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from arcareer.storage.connection import open_copy, open_to_read
from arcareer.storage.inspection import content_of, count_wins, inspect, is_damage, newest_win, rebuild_indexes
from tests.support.builders import a_library, a_win
from tests.support.vault import change_file


@pytest.fixture
def database(tmp_path: Path) -> Path:
    library = a_library(tmp_path)
    library.add(a_win("Collected $48,200"), a_win("Cut DSO"), a_win("Thrown", trashed_at=library.clock.now()))
    library.close()
    return library.paths.database


@pytest.fixture
def copy(database: Path) -> Iterator[sqlite3.Connection]:
    with closing(open_copy(database)) as connection:
        yield connection


def test_sound_library_is_counted(copy: sqlite3.Connection) -> None:
    found = inspect(copy)
    assert found.sound
    assert found.readable
    assert found.findings == ()
    assert found.wins == count_wins(copy) == 2
    assert dict(found.tables)["wins"] == 3
    assert newest_win(copy) == "2026-10-01"


def test_empty_library_is_sound(tmp_path: Path) -> None:
    library = a_library(tmp_path)
    library.close()
    with closing(open_copy(library.paths.database)) as connection:
        found = inspect(connection)
        assert newest_win(connection) == ""
    assert (found.sound, found.wins) == (True, 0)


def test_lost_row_and_dangling_reference_are_found_without_words_of_the_user(database: Path) -> None:
    change_file(database, "PRAGMA foreign_keys = OFF", "INSERT INTO win_colleagues VALUES ('gone', 0, 'Ana', x'00')")
    change_file(database, "DELETE FROM wins WHERE headline = 'Cut DSO'")
    with closing(open_copy(database)) as connection:
        found = inspect(connection)
    assert not found.sound
    assert found.readable
    assert "wins: 2 rows, 3 expected" in found.findings
    assert any("points at a missing wins" in line for line in found.findings)
    assert not any("Ana" in line or "DSO" in line for line in found.findings)


def test_stale_search_index_is_no_damage_and_can_be_rebuilt(database: Path, copy: sqlite3.Connection) -> None:
    copy.execute("INSERT INTO win_fts(win_fts) VALUES ('delete-all')")
    found = inspect(copy)
    assert found.sound
    assert found.stale_indexes == ("win_fts",)
    assert found.findings == ("win_fts: search index to be rebuilt",)
    rebuild_indexes(copy)
    assert inspect(copy).stale_indexes == ()


def test_looking_only_leaves_the_search_index_out(database: Path) -> None:
    change_file(database, "INSERT INTO win_fts(win_fts) VALUES ('delete-all')")
    with closing(open_to_read(database)) as connection:
        assert inspect(connection).stale_indexes == ()


def test_missing_table_is_damage_of_the_structure(database: Path, copy: sqlite3.Connection) -> None:
    copy.execute("DROP TABLE meta")
    found = inspect(copy)
    assert not found.readable
    assert found.structure == ("no such table: meta",)


def test_content_is_the_same_for_the_same_rows_in_another_order(tmp_path: Path) -> None:
    wins = [a_win(f"Win {day}", happened_on=date(2026, 10, day)) for day in (1, 2, 3)]
    contents = []
    for number, order in enumerate((wins, wins[::-1], wins[:2])):
        library = a_library(tmp_path / str(number))
        for win in order:
            library.add(win)
        contents.append(content_of(library.store.connection))
        library.close()
    assert contents[0] == contents[1]
    assert contents[0] != contents[2]


class Faulty(sqlite3.Connection):
    """A connection on which the check meets a fault that says nothing about the content."""

    code = 0

    def execute(self, sql: str, *parameters: Any) -> sqlite3.Cursor:
        if "foreign_key_check" in sql:
            fault = sqlite3.OperationalError("a fault")
            fault.sqlite_errorcode = self.code
            raise fault
        return super().execute(sql, *parameters)


@pytest.mark.parametrize("code", [sqlite3.SQLITE_BUSY, sqlite3.SQLITE_IOERR_READ, sqlite3.SQLITE_FULL])
def test_fault_that_is_no_damage_is_passed_on(database: Path, code: int) -> None:
    with closing(sqlite3.connect(database, factory=Faulty)) as connection:
        connection.code = code
        with pytest.raises(sqlite3.OperationalError, match="a fault"):
            inspect(connection)


def test_damage_is_told_from_other_faults() -> None:
    corrupt, busy = sqlite3.DatabaseError("x"), sqlite3.OperationalError("database is locked")
    corrupt.sqlite_errorcode, busy.sqlite_errorcode = sqlite3.SQLITE_CORRUPT_INDEX, sqlite3.SQLITE_BUSY
    assert is_damage(corrupt)
    assert not is_damage(busy)
    assert is_damage(sqlite3.OperationalError("Could not decode to UTF-8 column 'headline'"))

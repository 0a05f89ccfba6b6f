"""Row sums and row counts: whatever changes on the disk is noticed and named."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arcareer.storage.checksums import (
    DamagedRow,
    Miscount,
    SqlValue,
    add_to_count,
    columns_of,
    count_rows,
    damaged_rows,
    miscounts,
    put_row,
    row_digests,
    row_sum,
    sum_rows,
    summed_tables,
    whole_row,
)
from arcareer.storage.counts import noted_count

NAMES = st.sampled_from(["id", "headline", "theme", "wins", "a", "b"])
VALUES = st.none() | st.integers(-(2**63), 2**63 - 1) | st.floats(allow_nan=False) | st.text() | st.binary()
ROWS = st.dictionaries(NAMES, VALUES, min_size=1)


@pytest.fixture
def connection() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.execute("CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL)")
        connection.execute("CREATE TABLE win(id TEXT, part INTEGER, said TEXT, row_sum BLOB, PRIMARY KEY(id, part))")
        connection.execute("CREATE TABLE draft(key TEXT PRIMARY KEY, said TEXT)")
        for part in range(3):
            values: dict[str, SqlValue] = {"id": "a", "part": part, "said": f"Collected €{part},000"}
            connection.execute("INSERT INTO win VALUES (?, ?, ?, ?)", (*values.values(), row_sum("win", values)))
        connection.execute("INSERT INTO draft VALUES ('capture', 'half')")
        count_rows(connection)
        yield connection


def _same(one: object, other: object) -> bool:
    return type(one) is type(other) and repr(one) == repr(other)


@given(ROWS, st.randoms())
def test_sum_does_not_depend_on_the_order_of_columns(row: dict[str, SqlValue], random: object) -> None:
    names = list(row)
    random.shuffle(names)  # type: ignore[attr-defined]
    assert row_sum("win", {name: row[name] for name in names}) == row_sum("win", row)


@given(ROWS, ROWS)
def test_different_rows_have_different_sums(one: dict[str, SqlValue], other: dict[str, SqlValue]) -> None:
    same = one.keys() == other.keys() and all(_same(one[name], other[name]) for name in one)
    assert (row_sum("win", one) == row_sum("win", other)) is same


def test_sum_tells_tables_and_neighbouring_columns_apart() -> None:
    assert row_sum("win", {"a": "x"}) != row_sum("wins", {"a": "x"})
    assert row_sum("win", {"a": "xy", "b": ""}) != row_sum("win", {"a": "x", "b": "y"})
    assert row_sum("win", {"a": None}) != row_sum("win", {"a": ""})
    assert row_sum("win", {"a": "1"}) != row_sum("win", {"a": 1}) != row_sum("win", {"a": 1.0})
    assert row_sum("win", {"a": "x"}) != row_sum("win", {"a": b"x"})


def test_sum_is_the_same_in_every_version_of_the_app() -> None:
    values: dict[str, SqlValue] = {
        "id": "a",
        "said": "Collected €48,200",
        "n": 3,
        "rate": 4.6,
        "none": None,
        "blob": b"\0x",
    }
    assert row_sum("win", values).hex() == "32f214f7b72a81db"


def test_intact_library_is_silent(connection: sqlite3.Connection) -> None:
    assert damaged_rows(connection) == ()
    assert miscounts(connection) == ()
    assert summed_tables(connection) == ("win",)
    assert noted_count(connection, "win") == 3
    assert noted_count(connection, "draft") == 0


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE win SET said = 'Collected €1,001' WHERE part = 1",
        "UPDATE win SET said = CAST(x'436fff' AS TEXT) WHERE part = 1",
        "UPDATE win SET said = NULL WHERE part = 1",
        "UPDATE win SET said = CAST(said AS BLOB) WHERE part = 1",
        "UPDATE win SET row_sum = x'00' WHERE part = 1",
        "UPDATE win SET row_sum = NULL WHERE part = 1",
        "UPDATE win SET row_sum = 'text' WHERE part = 1",
    ],
)
def test_changed_row_is_named(connection: sqlite3.Connection, damage: str) -> None:
    connection.execute(damage)
    assert damaged_rows(connection) == (DamagedRow("win", ("a", 1)),)


def test_changed_key_is_noticed(connection: sqlite3.Connection) -> None:
    connection.execute("UPDATE win SET id = 'b' WHERE part = 2")
    assert damaged_rows(connection) == (DamagedRow("win", ("b", 2)),)


def test_text_is_read_as_before_after_a_check(connection: sqlite3.Connection) -> None:
    damaged_rows(connection)
    assert connection.execute("SELECT said FROM draft").fetchone() == ("half",)


def test_lost_and_doubled_rows_are_counted(connection: sqlite3.Connection) -> None:
    connection.execute("DELETE FROM win WHERE part = 0")
    assert miscounts(connection) == (Miscount("win", expected=3, found=2),)
    connection.execute("DROP TABLE win")
    assert miscounts(connection) == (Miscount("win", expected=3, found=0),)


def test_noted_counts_follow_changes(connection: sqlite3.Connection) -> None:
    connection.execute("DELETE FROM win WHERE part = 0")
    add_to_count(connection, "win", -1)
    assert miscounts(connection) == ()


def test_sums_and_counts_are_written_afresh(connection: sqlite3.Connection) -> None:
    connection.execute("UPDATE win SET said = upper(said)")
    connection.execute("DELETE FROM win WHERE part = 0")
    sum_rows(connection)
    assert (damaged_rows(connection), miscounts(connection)) == ((), ())


def test_whole_row_is_handed_out_and_put_over_a_damaged_one(connection: sqlite3.Connection) -> None:
    row = DamagedRow("win", ("a", 1))
    values = whole_row(connection, row)
    assert values is not None
    assert values["said"] == "Collected €1,000"
    connection.execute("UPDATE win SET said = 'broken' WHERE part = 1")
    assert whole_row(connection, row) is None
    assert whole_row(connection, DamagedRow("win", ("z", 1))) is None
    put_row(connection, row, values)
    assert damaged_rows(connection) == ()


def test_digests_compare_the_columns_asked_for(connection: sqlite3.Connection) -> None:
    assert columns_of(connection, "win") == ("id", "part", "said")
    before = row_digests(connection, "win", ("id", "part"))
    connection.execute("UPDATE win SET said = 'other'")
    assert row_digests(connection, "win", ("part", "id")) == before
    assert row_digests(connection, "win", ("id", "said")) != before

"""Text files in the encodings and shapes that systems write."""

from __future__ import annotations

from pathlib import Path

import pytest

from arcareer.progress import silent
from arcareer.reading.files import read_table, read_text_document
from arcareer.reading.table import FileKind, cell_text

TEXT = "Näme;Betrag\nÉtoile;1.234,50\nZoë;2\n"


@pytest.mark.parametrize(
    ("codec", "reported"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("cp1252", "cp1252"),
    ],
)
def test_the_bytes_decide_the_encoding(tmp_path: Path, codec: str, reported: str) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(TEXT.encode(codec))
    table = read_table(path)
    assert table.origin.encoding == reported
    assert [row.cells for row in table.rows(silent)] == [("Näme", "Betrag"), ("Étoile", "1.234,50"), ("Zoë", "2")]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_change_nothing(tmp_path: Path, end: str) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(TEXT.replace("\n", end).encode())
    assert [row.line for row in read_table(path).rows(silent)] == [1, 2, 3]


def test_a_quoted_cell_over_several_lines_keeps_the_line_it_starts_on(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('a,b\n"one\ntwo",2\n3,4\n', "utf-8")
    assert [(row.line, row.cells[0]) for row in read_table(path).rows(silent)] == [(1, "a"), (2, "one\ntwo"), (4, "3")]


def test_a_table_can_be_walked_twice_and_tells_how_far_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("number,text\n" + "".join(f"{number},x\n" for number in range(20_000)), "utf-8")
    table = read_table(path)
    steps: list[tuple[int, int]] = []

    def progress(done: int, total: int, note: str = "") -> None:
        del note
        steps.append((done, total))

    assert sum(1 for _ in table.rows(progress)) == sum(1 for _ in table.rows(silent)) == 20_001
    assert steps == sorted(steps)
    assert all(done <= total == path.stat().st_size for done, total in steps)


def test_a_pipe_list_keeps_its_columns_where_a_total_spans_two(tmp_path: Path) -> None:
    path = tmp_path / "list.txt"
    path.write_text("|St|Name      |Amount|\n|  |Alder     |  1,00|\n|***          |  1,00|\n", "utf-8")
    table = read_table(path)
    assert table.origin.kind is FileKind.PRINTED
    assert [row.cells for row in table.rows(silent)][2] == ("***", "", "1,00")


def test_the_same_bytes_have_the_same_mark(tmp_path: Path) -> None:
    first, second = tmp_path / "a.csv", tmp_path / "b.csv"
    for path in (first, second):
        path.write_text(TEXT, "utf-8")
    assert read_table(first).origin.sha256 == read_table(second).origin.sha256 != ""


def test_plain_text_keeps_its_lines(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("one\n\n  two\n", "utf-8")
    document = read_text_document(path)
    assert [(block.line, block.text) for block in document.blocks] == [(1, "one"), (2, ""), (3, "  two")]


def test_cells_have_a_text_form() -> None:
    assert [cell_text(value) for value in (None, True, "x")] == ["", "TRUE", "x"]

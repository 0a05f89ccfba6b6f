"""Files that are not what they seem, or want to do harm: a clear message, bounded time and memory, nothing changed."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import Workbook

from arcareer.errors import UserError
from arcareer.progress import Cancelled, silent
from arcareer.reading.files import read_table, read_text_document, table_from_text
from arcareer.reading.limits import DEFAULT_LIMITS
from arcareer.reading.table import SourceRow

CONTENT_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/xl/workbook.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
    '<Override PartName="/xl/worksheets/sheet1.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>'
)
RELS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" '
    'Target="{target}"/></Relationships>'
)
BOOK = (
    '<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
    '<sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>'
)
SHEET = (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{dimension}<sheetData>{rows}</sheetData>'
    "</worksheet>"
)


def workbook(path: Path, rows: str, *, dimension: str = "", prefix: str = "") -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", CONTENT_TYPES)
        archive.writestr("_rels/.rels", RELS.format(kind="officeDocument", target="xl/workbook.xml"))
        archive.writestr("xl/workbook.xml", BOOK)
        archive.writestr("xl/_rels/workbook.xml.rels", RELS.format(kind="worksheet", target="worksheets/sheet1.xml"))
        sheet = SHEET.format(dimension=dimension, rows=rows)
        archive.writestr("xl/worksheets/sheet1.xml", '<?xml version="1.0"?>' + prefix + sheet)
    return path


def cell(reference: str, text: str) -> str:
    return f'<c r="{reference}" t="inlineStr"><is><t>{text}</t></is></c>'


def read_all(path: Path) -> list[SourceRow]:
    return list(read_table(path).rows(silent))


def refusal(path: Path) -> str:
    before = path.read_bytes()
    with pytest.raises(UserError) as caught:
        read_all(path)
    assert path.read_bytes() == before
    message = str(caught.value)
    assert path.name in message
    assert "Nothing was" in message
    return message


def test_the_hand_made_workbook_is_honest(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", f'<row r="1">{cell("A1", "hello")}</row>')
    assert read_all(path) == [SourceRow(1, ("hello",))]


def test_a_bomb_is_refused_before_it_is_parsed(tmp_path: Path) -> None:
    rows = f'<row r="1">{cell("A1", "x")}</row>' * 400_000
    assert "hundred times" in refusal(workbook(tmp_path / "bomb.xlsx", rows))


def test_an_endless_cell(tmp_path: Path) -> None:
    path = workbook(tmp_path / "cell.xlsx", f'<row r="1">{cell("A1", "abcdefgh" * 40_000)}</row>')
    assert "characters" in refusal(path)


def test_a_cell_in_the_last_corner_is_read_without_the_sheet_between(tmp_path: Path) -> None:
    rows = f'<row r="1">{cell("A1", "first")}</row><row r="1048576">{cell("A1048576", "last")}</row>'
    path = workbook(tmp_path / "corner.xlsx", rows, dimension='<dimension ref="A1:XFD1048576"/>')
    assert [row.cells for row in read_all(path) if not row.is_blank] == [("first",), ("last",)]


def test_a_cell_far_to_the_right(tmp_path: Path) -> None:
    assert "columns" in refusal(workbook(tmp_path / "wide.xlsx", f'<row r="1">{cell("XFD1", "x")}</row>'))


def test_a_column_that_does_not_exist(tmp_path: Path) -> None:
    refusal(workbook(tmp_path / "million.xlsx", f'<row r="1">{cell("ZZZZZ1", "x")}</row>'))


@pytest.mark.parametrize("mark", ["<!DOCTYPE worksheet>", "<!doctype lolz [<!ENTITY a 'b'>]>"])
def test_a_document_type_is_refused_and_nothing_of_it_is_shown(tmp_path: Path, mark: str) -> None:
    path = workbook(tmp_path / "entity.xlsx", f'<row r="1">{cell("A1", "x")}</row>', prefix=mark)
    assert "document type" in refusal(path)


def test_formulas_give_their_saved_result_and_are_never_run(tmp_path: Path) -> None:
    rows = (
        '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>WEBSERVICE("x")</f></c>'
        '<c r="C1" t="e"><v>#REF!</v></c></row>'
    )
    table = read_table(workbook(tmp_path / "formula.xlsx", rows))
    assert [str(value) for value in next(table.rows(silent)).cells] == ["2", "None", "#REF!"]
    assert table.origin.formulas_without_value == 1


def test_a_truncated_workbook(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", f'<row r="1">{cell("A1", "hello")}</row>')
    path.write_bytes(path.read_bytes()[:-200])
    assert "damaged" in refusal(path)


def test_a_workbook_with_too_many_parts(tmp_path: Path) -> None:
    path = workbook(tmp_path / "parts.xlsx", f'<row r="1">{cell("A1", "x")}</row>')
    with zipfile.ZipFile(path, "a") as archive:
        for number in range(2001):
            archive.writestr(f"xl/extra{number}.bin", b"")
    assert "parts" in refusal(path)


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("old.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old Office format"),
        ("locked.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "password"),
        ("page.xls", b"<html><table><tr><td>1</td></tr></table></html>", "web page"),
        ("report.csv", b"%PDF-1.7\n%\xe2\xe3", "PDF"),
        ("picture.csv", bytes(range(256)) * 20, "not a text file"),
        ("empty.csv", b"", "empty"),
        ("archive.xlsx", b"PK\x05\x06" + b"\0" * 18, "archive"),
    ],
)
def test_other_kinds_are_known_by_their_bytes(tmp_path: Path, name: str, content: bytes, words: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert words in refusal(path)


def test_a_table_named_as_a_workbook_is_read_for_what_it_is(tmp_path: Path) -> None:
    path = tmp_path / "export.xls"
    path.write_text("Date\tAmount\n2025-01-01\t5\n", "utf-8")
    assert read_all(path)[1] == SourceRow(2, ("2025-01-01", "5"))


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    for path in (tmp_path / "gone.csv", tmp_path):
        with pytest.raises(UserError, match="Nothing was read"):
            read_table(path)


def test_a_file_above_the_limit_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "huge.csv"
    with path.open("wb") as file:
        file.write(b"a,b\n")
        file.truncate(200 * 1024 * 1024)
    with pytest.raises(UserError, match="200 MB"):
        read_table(path)


def test_more_rows_than_allowed(tmp_path: Path) -> None:
    path = tmp_path / "long.csv"
    path.write_text("a,b,c\n" * 11, "utf-8")
    with pytest.raises(UserError, match="more than 10 rows"):
        list(read_table(path, limits=replace(DEFAULT_LIMITS, text_rows=10)).rows(silent))


def test_an_unclosed_quote_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "quote.csv"
    path.write_text('a,b\n1,2\n3,"never closed\n' + "5,6\n" * 50_000, "utf-8")
    assert "In line 3" in refusal(path)


def test_nulls_and_control_characters_are_taken_out_and_counted(tmp_path: Path) -> None:
    path = tmp_path / "nul.csv"
    path.write_bytes(b"a,b\n1\x00,2\x07\n")
    table = read_table(path)
    assert list(table.rows(silent))[1] == SourceRow(2, ("1", "2"))
    assert table.origin.cleaned_characters == 2


def test_a_declared_separator_is_no_row(tmp_path: Path) -> None:
    path = tmp_path / "sep.csv"
    path.write_text("sep=;\na;b,c\n1;2,5\n", "utf-8")
    assert read_all(path) == [SourceRow(2, ("a", "b,c")), SourceRow(3, ("1", "2,5"))]


def test_a_cancel_stops_the_reading_of_a_workbook(tmp_path: Path) -> None:
    book = Workbook()
    assert book.active is not None
    for number in range(2000):
        book.active.append([number, "x"])
    book.save(tmp_path / "a.xlsx")

    def impatient(done: int, total: int, note: str = "") -> None:
        del done, total, note
        raise Cancelled

    with pytest.raises(Cancelled):
        read_table(tmp_path / "a.xlsx", impatient)


def test_a_child_that_is_too_slow_is_ended(tmp_path: Path) -> None:
    path = workbook(tmp_path / "slow.xlsx", f'<row r="1">{cell("A1", "x")}</row>')
    with pytest.raises(UserError, match="longer than 0 seconds"):
        read_table(path, limits=replace(DEFAULT_LIMITS, child_seconds=0))


def test_a_child_without_memory_ends_in_a_message(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", f'<row r="1">{cell("A1", "x")}</row>')
    with pytest.raises(UserError, match="Nothing was read"):
        read_table(path, limits=replace(DEFAULT_LIMITS, child_memory=32 * 1024 * 1024))


def test_a_word_file_is_no_table_and_a_workbook_no_text(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", "")
    with pytest.raises(UserError, match="is a spreadsheet"):
        read_text_document(path)


def test_pasted_cells() -> None:
    table = table_from_text("a\tb\n1\t2\n")
    assert [row.cells for row in table.rows(silent)] == [("a", "b"), ("1", "2")]
